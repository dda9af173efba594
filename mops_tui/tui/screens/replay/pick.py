"""Picking the sessions that are to be laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from mops_tui.storage.sessions.summaries import SessionSummary
from mops_tui.tui.door import Dialog
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.ticks import TickList
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


class PickScreen(Dialog[tuple[Path, ...]]):
    """Tick two or more sessions."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Close", show=False)]

    def __init__(self, summaries: Sequence[SessionSummary], ticked: Path | None) -> None:
        """Take the sessions, and the one that was selected."""
        super().__init__()
        self._summaries = {str(summary.path): summary for summary in summaries}
        self._ticked = str(ticked)

    def compose(self) -> ComposeResult:
        """The list."""
        rows = [
            (
                key,
                Content(f"{summary.opened:%Y-%m-%d}  {safe(summary.title, 54)}"),
                key == self._ticked,
            )
            for key, summary in self._summaries.items()
        ]
        with Vertical(classes="dialog") as box:
            box.border_title = Content(_("Compare"))
            help_text = _("Tick two or more with the space bar. Enter lays them side by side.")
            yield Static(Content(help_text), classes="dialog-text", id="pick-text")
            yield TickList(rows, id="pick-list")

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(TickList).focus()

    def on_tick_list_go_on(self) -> None:
        """Return the ticked sessions, if there are two or more."""
        picked = self.query_one(TickList).ticked
        if len(picked) < 2:
            help_text = _("Tick two or more first.")
            self.query_one("#pick-text", Static).update(Content.styled(help_text, "$warning"))
            return
        self.dismiss(tuple(self._summaries[key].path for key in picked))
