"""What may keep phones away, all of it, and what works without a network."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.process.network.facts import Facts
from mops_tui.tui.door import Dialog
from mops_tui.tui.screens.checking import drawing
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.words.i18n import _

WIDTH = 68
"""Cells of a line in the smallest terminal."""


class NothingArrivesScreen(Dialog[None]):
    """Every reason that is left, the likeliest first; the arrows scroll."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,n", "dismiss", _("Close")),
    ]

    def __init__(self, facts: Facts) -> None:
        """Take what is known."""
        super().__init__()
        self._facts = facts

    def compose(self) -> ComposeResult:
        """The reasons, then what works all the same."""
        with VerticalScroll(classes="dialog", id="nothing-arrives") as box:
            box.border_title = Content(_("No phone arrives: what is likely, in order"))
            box.border_subtitle = Content(_("Esc closes · ↑↓"))
            yield Static(drawing.everything(self._facts, WIDTH), id="nothing-words")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#nothing-arrives").focus()
