"""The cues, for the facilitator alone: first voices, what to look for, the pack's hints."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.session.audience import VisibleState
from mops_tui.tui.door import Dialog
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.console import note_lines
from mops_tui.words.i18n import _


class CuesScreen(Dialog[None]):
    """The cues of the place in view, and how to put two of them before the room."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,c,space,enter", "dismiss", _("Close"))]

    def __init__(self, state: VisibleState, t: float) -> None:
        """Take the facilitator's own view of the state, and the time of the session."""
        super().__init__()
        self._state = state
        self._t = t

    def compose(self) -> ComposeResult:
        """The cues; below them the keys that put them before the room."""
        with VerticalScroll(classes="dialog", id="cues") as box:
            box.border_title = Content(_("For you alone"))
            box.border_subtitle = Content(_("Esc closes"))
            lines = note_lines(self._state, self._t, 68, self.host.key_of)
            if not lines:
                lines = [Content(_("There is no cue here."))]
            yield Static(Content("\n\n").join(lines))
            if revealed(self._state):
                keys = _(
                    "After Esc, {first} shows the room who might speak first, {look} what to "
                    "look for."
                ).format(
                    first=self.host.key_of("tell_first"), look=self.host.key_of("tell_look_for")
                )
                yield Static(Content.styled("\n" + keys, "$text-muted"))


def revealed(state: VisibleState) -> bool:
    """Whether the place in view is a question whose votes the room has seen."""
    rounds = state.rounds.get(state.view.name, ()) if state.view.of == "question" else ()
    return bool(rounds) and rounds[state.look.round - 1].phase == "revealed"
