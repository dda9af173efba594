"""The screen that says that the terminal is too small."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from mops_tui.tui.door import Dialog
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.words.i18n import _


class TooSmallScreen(Dialog[None]):
    """One clear sentence; the screen below comes back when there is room for it."""

    CSS_PATH = LATE_STYLES

    def __init__(self, width: int, height: int) -> None:
        """Name the least size, in cells."""
        super().__init__()
        self._least = (width, height)

    def compose(self) -> ComposeResult:
        """The sentence."""
        width, height = self._least
        text = _(
            "This window is too small. mops_tui needs {width} columns and {height} rows. "
            "Enlarge it or make its letters smaller; nothing is lost."
        ).format(width=width, height=height)
        yield Static(Content(text))
