"""The names of the pages of a revealed question; a click on one turns to it."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from mops_tui.tui.charts.text import cells, fit
from mops_tui.tui.widgets.put import put

GAP = 2
"""Cells between two tabs; one where they need the room."""
LEAST_LABEL = 4
"""The fewest cells of a label that is shortened."""


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
        self._gap = GAP

    def show(
        self, tabs: Sequence[tuple[str, str]], on: str, words: Sequence[str], width: int
    ) -> None:
        """Show tabs: where they do not all fit they are shortened, and none is left out.

        Args:
            tabs: (name, label) in order.
            on: The name of the one that is open.
            words: What stands behind them, from the longest form to the shortest.
            width: The cells that there are.
        """
        least = cells(words[-1]) if words else 0
        self._gap = GAP if self._length(tabs, GAP) + least <= width else 1
        shown = list(tabs)
        while self._length(shown, self._gap) + least > width:
            longest = max(range(len(shown)), key=lambda index: cells(shown[index][1]))
            name, label = shown[longest]
            if cells(label) <= LEAST_LABEL:
                break
            shown[longest] = (name, fit(label, cells(label) - 1))
        left = width - self._length(shown, self._gap)
        told = next((form for form in words if cells(form) <= left), "")
        self._tabs = tuple(shown)
        parts: list[tuple[str, str]] = []
        for name, label in shown:
            style = "bold reverse $accent" if name == on else "$text-muted"
            parts += [(f" {label} ", style), (" " * self._gap, "")]
        put(self, Content.assemble(*parts, (told, "$secondary")))

    @staticmethod
    def _length(tabs: Sequence[tuple[str, str]], gap: int) -> int:
        return sum(cells(label) + 2 + gap for _name, label in tabs)

    def tab_at(self, x: int) -> str:
        """The name of the tab at a column, or ""."""
        start = 0
        for name, label in self._tabs:
            end = start + cells(label) + 2
            if start <= x < end:
                return name
            start = end + self._gap
        return ""

    def on_click(self, event: events.Click) -> None:
        """Turn to the tab under the mouse."""
        spot = event.get_content_offset(self)
        name = self.tab_at(spot.x) if spot is not None else ""
        if name:
            event.stop()
            self.post_message(self.Chosen(name))
