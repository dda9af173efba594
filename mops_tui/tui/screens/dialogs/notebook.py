"""The notebook dialog: decisions, actions and notes, to read and to amend."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mops_tui.model.session.audience import VisibleState
from mops_tui.tui.door import Dialog
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.lines import several
from mops_tui.words.i18n import _

MOST, MOST_LINES = 1200, 3
"""How much of a record its entry shows: Enter shows it whole."""


class NotebookScreen(Dialog[str | None]):
    """A list of records; Enter gives the id of one to amend, Space marks one as done."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,l", "dismiss(None)", _("Close")),
        Binding("space", "done", show=False),
    ]

    def __init__(self, state: VisibleState, mark: Callable[[str], Awaitable[VisibleState]]) -> None:
        """Show what is written down.

        Args:
            state: The state as the room may see it: private notes stay out.
            mark: Says that an action or a first step is done, or open again; the state after it.
        """
        super().__init__()
        self._state, self._mark = state, mark

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical(classes="dialog tall") as box:
            box.border_title = Content(_("The notebook"))
            options = self._options()
            if options:
                box.border_subtitle = Content(_("Enter edits · Space: done, or open · Esc closes"))
                yield OptionList(*options, markup=False)
            else:
                box.border_subtitle = Content(_("Esc closes"))
                words = _(
                    "Nothing is written down yet. Once this is closed, {d} writes a decision, "
                    "{i} an action, {n} a note, and {k} parks a question."
                )
                written_by = {"d": "decision", "i": "act", "k": "parking", "n": "note"}
                keys = {sign: self.host.key_of(action) for sign, action in written_by.items()}
                yield Static(Content(words.format(**keys)))

    def _options(self) -> list[Option]:
        state = self._state
        names = {"note": _("Note"), "parking": _("Parked"), "idea": _("Idea")}
        options = [_option(key, _("Decision"), d.what) for key, d in state.decisions.items()]
        options += [
            _option(key, _("✓ Action") if key in state.done else _("Action"), a.what)
            for key, a in state.actions.items()
        ]
        options += [_option(key, names[n.list], n.text) for key, n in state.notes.items()]
        return options

    def on_mount(self) -> None:
        """Let the arrows work at once."""
        for listed in self.query(OptionList):
            listed.highlighted = 0
            listed.focus()

    def action_done(self) -> None:
        """An action, or a decision's first step, is done, or open again; the notebook stays."""
        for listed in self.query(OptionList):
            option = listed.highlighted_option
            if option is not None and option.id is not None and option.id not in self._state.notes:
                self.turned()  # a bounce of the key would take it back
                self.run_worker(self._done(listed, option.id))

    async def _done(self, listed: OptionList, key: str) -> None:
        self._state = await self._mark(key)
        for one in self._options():
            if one.id == key:
                listed.replace_option_prompt(key, one.prompt)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the id of the record to amend."""
        self.dismiss(event.option_id)


def _option(key: str, kind: str, text: str) -> Option:
    shown = text if len(text) <= MOST else text[:MOST].rstrip() + "…"
    return Option(several(f"{kind:<9} ", shown, mark="$primary", most=MOST_LINES), id=key)
