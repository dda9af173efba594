"""The names of the pages of a revealed question; a click on one turns to it."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from mops_tui.words.safe import cells

GAP = 2
"""Cells between two tabs."""


class PageTabs(Static):
    """One line of tabs, and some words behind them."""

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, name: str) -> None:
            """Say which."""
            super().__init__()
            self.name = name

    def __init__(self, *, id: str | None = None) -> None:
        """Begin without tabs."""
        super().__init__(id=id)
        self._tabs: tuple[tuple[str, str], ...] = ()

    def show(
        self, tabs: Sequence[tuple[str, str]], on: str, words: Sequence[str], width: int
    ) -> None:
        """Show tabs.

        Args:
            tabs: (name, label) in order; the last is left out where it has no room.
            on: The name of the one that is open.
            words: What stands behind them, from the longest form to the shortest.
            width: The cells that there are.
        """
        forms = [*words, ""] if words else [""]
        shown = list(tabs)
        size = sum(cells(label) + 2 + GAP for _name, label in shown)
        told = next((form for form in forms if size + cells(form) <= width), None)
        if words and not told and len(shown) > 1:
            size -= cells(shown[-1][1]) + 2 + GAP
            shown.pop()
            told = next((form for form in forms if size + cells(form) <= width), "")
        self._tabs = tuple(shown)
        parts: list[tuple[str, str]] = []
        for name, label in shown:
            style = "bold reverse $accent" if name == on else "$text-muted"
            parts += [(f" {label} ", style), (" " * GAP, "")]
        self.update(Content.assemble(*parts, (told or "", "$secondary")))

    def tab_at(self, x: int) -> str:
        """The name of the tab at a column, or ""."""
        start = 0
        for name, label in self._tabs:
            end = start + cells(label) + 2
            if start <= x < end:
                return name
            start = end + GAP
        return ""

    def on_click(self, event: events.Click) -> None:
        """Turn to the tab under the mouse."""
        spot = event.get_content_offset(self)
        name = self.tab_at(spot.x) if spot is not None else ""
        if name:
            event.stop()
            self.post_message(self.Chosen(name))
