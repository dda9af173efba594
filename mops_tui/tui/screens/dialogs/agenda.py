"""The agenda dialog: where the workshop stands, what to skip, how to catch up."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mops_tui.model.agenda.agenda import steps
from mops_tui.model.agenda.asking import is_asked
from mops_tui.model.agenda.pace import breaks_ahead, budget, pace, proposal
from mops_tui.model.packs.workshop import refs
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.commands import SetAgenda, Show
from mops_tui.model.session.state import View
from mops_tui.tui.door import Dialog
from mops_tui.tui.room import Room
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.undoing import AGENDA, undo_here
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.lobby import minutes_figure
from mops_tui.words.results.labels import step_title
from mops_tui.words.safe import safe


class AgendaScreen(Dialog[None]):
    """The questions in order; x skips one or takes it back, Enter goes there."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,a", "dismiss", _("Done")),
        Binding("x", "skip", _("Skip")),
        Binding("c", "catch_up", _("Catch up")),
        Binding("u", "undo", _("Undo"), show=False, id="undo"),
        Binding("plus", "minutes(5)", _("5 minutes more"), show=False),
        Binding("minus", "minutes(-5)", _("5 minutes fewer"), show=False),
    ]

    def __init__(self, room: Room) -> None:
        """Take the room."""
        super().__init__()
        self._room = room

    def compose(self) -> ComposeResult:
        """The time, the list, its keys."""
        with Vertical(classes="dialog tall") as box:
            box.border_title = Content(_("Agenda and time"))
            box.border_subtitle = Content(_("Esc when done"))
            yield Static(id="agenda-time")
            yield OptionList(id="agenda-steps", markup=False)
            yield Static(id="agenda-message")
            keys = _("Enter: go there · x: skip or restore · u: undo · + and -: five minutes")
            yield Static(Content.styled(keys, "$text-muted"))

    def on_mount(self) -> None:
        """Fill it."""
        self._refresh()
        self.query_one("#agenda-steps").focus()

    def _refresh(self, words: str = "") -> None:
        state, t = self._room.facilitator_view, self._room.session.now()
        self.query_one("#agenda-time", Static).update(self._time(state, t))
        listed = self.query_one("#agenda-steps", OptionList)
        at = listed.highlighted
        listed.clear_options()
        places = steps(state)
        for scenario in state.workshop.scenarios:
            title = Content.styled(safe(scenario.title), "bold $primary")
            listed.add_option(Option(title, id=f"*{scenario.id}"))
            for ref in refs(scenario):
                listed.add_option(Option(_line(state, ref), id=ref))
            if View("break", scenario.id) in places:
                listed.add_option(Option(_break_line(state, scenario.id), id=f"+{scenario.id}"))
        option_ids = [o.id for o in listed.options]
        if at is None and state.place.name in option_ids:
            at = option_ids.index(state.place.name)
        listed.highlighted = at or 0
        self.query_one("#agenda-message", Static).update(Content(safe(words)))

    def _time(self, state: VisibleState, t: float) -> Content:
        current = pace(state, t)
        left = _("{spent} of {planned} minutes used; the rest takes about {left}.").format(
            spent=round(current.elapsed / 60),
            planned=round(current.planned / 60),
            left=round(current.remaining / 60),
        )
        lines = [Content(left)]
        drop = proposal(state, t)
        if drop:
            names = ", ".join(_title(state, ref) for ref in drop)
            words = _("Running late. To catch up, drop: {names}. c does it.").format(names=names)
            lines.append(Content.styled(words, "bold $warning"))
        elif current.late:
            words = _("Running late, and there is nothing left to drop.")
            lines.append(Content.styled(words, "bold $warning"))
        breaks = breaks_ahead(state)
        if current.late and breaks:
            # A room that is late and tired decides worse: nobody takes its break away unasked.
            words = ngettext("The break stays: {n} minute. Go on earlier if the room wants to.",
                             "Breaks stay: {n} minutes. Go on earlier if the room wants to.",
                             round(breaks))  # fmt: skip
            lines.append(Content(words.format(n=round(breaks))))
        return Content("\n").join(lines)

    def _chosen(self) -> str:
        option = self.query_one("#agenda-steps", OptionList).highlighted_option
        return (option.id or "") if option else ""

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Show the question that was chosen."""
        chosen = event.option_id or ""
        view = View("question", chosen)
        scenario = self._room.facilitator_view.workshop.scenario(chosen[1:])
        if scenario is not None and chosen.startswith("+"):
            view = View("break", scenario.id)
        elif scenario is not None:
            brief = not (scenario.closing or scenario.no_brief)
            view = View("brief", scenario.id) if brief else View("question", refs(scenario)[0])
        refused = self._room.ask(Show(view))
        if refused:
            self._refresh(refused)
        else:
            self.dismiss()

    def action_skip(self) -> None:
        """Skip the question, or take it back in."""
        chosen = self._chosen()
        if not chosen or chosen.startswith(("*", "+")):
            return
        skipped = self._room.facilitator_view.skipped
        without = tuple(ref for ref in skipped if ref != chosen)
        refs_to_skip = without if chosen in skipped else (*skipped, chosen)
        self._refresh(self._room.ask(SetAgenda(refs_to_skip, self._room.facilitator_view.minutes)))

    def action_catch_up(self) -> None:
        """Skip the questions that the program proposes to skip."""
        state = self._room.facilitator_view
        drop = proposal(state, self._room.session.now())
        if not drop:
            self._refresh(_("There is nothing to drop."))
            return
        refused = self._room.ask(SetAgenda((*state.skipped, *drop), state.minutes))
        words = ngettext("{n} question dropped. u brings it back.",
                         "{n} questions dropped. u brings them back.", len(drop))  # fmt: skip
        self._refresh(refused or words.format(n=len(drop)))

    def action_undo(self) -> None:
        """Take back what was last changed here."""
        self._refresh(undo_here(self._room, AGENDA, self.host.key_of("undo")))

    def action_minutes(self, by: int) -> None:
        """Give the day more time, or less."""
        state = self._room.facilitator_view
        minutes = max(5.0, state.minutes + by)
        self._refresh(self._room.ask(SetAgenda(state.skipped, minutes)))


def _title(state: VisibleState, ref: str) -> str:
    question = state.workshop.question(ref)
    return safe(question.title) if question else ref


def _break_line(state: VisibleState, scenario_id: str) -> Content:
    view = View("break", scenario_id)
    is_current = state.place == view
    minutes = _("{n} min").format(n=minutes_figure(budget(state, view) / 60))
    return Content.assemble(
        (f"  {'▸' if is_current else '·'} ", "$accent"),
        (step_title("break"), "bold $accent" if is_current else "italic"),
        (f"  {minutes}", "$text-muted"),
    )


def _line(state: VisibleState, ref: str) -> Content:
    question = state.workshop.question(ref)
    minutes = _("{n} min").format(n=minutes_figure(question.minutes)) if question else ""
    round_ = state.round(ref)
    skipped = ref in state.skipped
    is_current = state.place.key == ("question", ref)
    done = round_ is not None and round_.phase == "revealed"
    sign = "▸" if is_current else "✓" if done else "·"
    style = "$text-muted strike" if skipped else "bold $accent" if is_current else ""
    waits = "" if is_asked(state, ref) else _("  waits for an answer")
    note = _("  skipped") if skipped else waits
    return Content.assemble(
        (f"  {sign} ", "$accent"),
        (_title(state, ref), style),
        (f"  {minutes}", "$text-muted"),
        (note, "$warning"),
    )
