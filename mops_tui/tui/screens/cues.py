"""Cues: the pack's private hints. They open only once the room may see this screen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.state import WorkshopState
from mops_tui.tui.door import Dialog
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.console import cue_lines
from mops_tui.words.i18n import _


class CuesScreen(Dialog[None]):
    """The hints for the place where the workshop stands."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,c,space,enter", "dismiss", _("Close"))]

    def __init__(self, state: WorkshopState) -> None:
        """Take the facilitator's own view of the state."""
        super().__init__()
        self._state = state

    def compose(self) -> ComposeResult:
        """The hints, those of the question first."""
        with VerticalScroll(classes="dialog", id="cues") as box:
            box.border_title = Content(_("For you alone"))
            box.border_subtitle = Content(_("Esc closes"))
            lines = cue_lines(self._state, 68)
            if not lines:
                lines = [Content(_("There is no cue for this place."))]
            yield Static(Content("\n\n").join(lines))
