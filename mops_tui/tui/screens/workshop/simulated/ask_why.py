"""Asking the people of a rehearsal why: one after another, whoever is most worth asking first."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.sources.simulated.room import Simulation
from mops_tui.sources.simulated.saying.asking import ToAsk
from mops_tui.tui.door import Dialog
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.words.i18n import _
from mops_tui.words.rehearsals.reasons import worth_asking
from mops_tui.words.rehearsals.said import spoken
from mops_tui.words.safe import safe
from mops_tui.words.sources import source_names

MOST_LISTED = 60
"""How many can be chosen from; those most worth asking come first."""
WIDTH = 68
"""The cells that somebody takes in the list."""


class AskWhyScreen(Dialog[None]):
    """Who can be asked, and above them what the one asked last has said."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f5", "dismiss(None)", _("Close"), show=False)
    ]

    def __init__(
        self, simulation: Simulation, ref: str, question: QuestionBase, workshop: Workshop
    ) -> None:
        """Take who is asked, and about what.

        Args:
            simulation: The people.
            ref: The question whose votes the room has seen.
            question: The same, with what the room added to it.
            workshop: Where its grid is.
        """
        super().__init__()
        self._simulation = simulation
        self._ref = ref
        self._question = question
        self._workshop = workshop

    def compose(self) -> ComposeResult:
        """What was said last, then the list."""
        with Vertical(classes="dialog tall", id="ask-why") as box:
            box.border_title = Content(_("Ask whom?"))
            box.border_subtitle = Content(_("Enter asks · Esc closes"))
            with VerticalScroll(id="ask-why-said", can_focus=False):
                yield Static(Content.styled(self._hint(), "$text-muted"), id="ask-why-words")
            yield OptionList(markup=False)

    def on_mount(self) -> None:
        """Let Enter ask the first at once."""
        self._list()
        self.query_one(OptionList).focus()

    def _hint(self) -> str:
        return _("Whoever is most worth asking comes first. What they say is kept in the session.")

    def _list(self, at: int = 0) -> None:
        people = self._simulation.to_ask(self._ref)[:MOST_LISTED]
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(Option(self._row(one), id=one.person.id) for one in people)
        listed.highlighted = min(at, len(people) - 1) if people else None

    def _row(self, one: ToAsk) -> Content:
        who = f"{safe(one.person.name, 30)}, {safe(one.person.character.role, 24)}"
        why = worth_asking(one, self._question, self._workshop)
        row = Content.assemble((who, "bold"), "  ", (why, "$text-muted"))
        return row.truncate(WIDTH, ellipsis=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Somebody is asked; the next can be asked at once."""
        person = next(one for one in self._simulation.room if one.id == event.option_id)
        told = self._simulation.ask_why(person.id, self._ref)
        who = f"{safe(person.name)}, {safe(person.character.role)}"
        if told is None:
            words = _("{name} would rather not say.").format(name=who)
            said = Content.styled(words, "$warning")
        else:
            cited = source_names(told.sources)
            parts = [Content.styled(who, "bold $primary"), Content(spoken(told.text))]
            if cited:
                parts.append(
                    Content.styled(_("After {source}.").format(source=cited), "$text-muted")
                )
            said = Content("\n").join(parts)
        self.query_one("#ask-why-words", Static).update(said)
        self._list()
