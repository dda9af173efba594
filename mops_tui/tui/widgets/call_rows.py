"""The answers that can be called out: a number, a count, the words; a click counts one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from mops_tui.tui.widgets.lines import hanging
from mops_tui.words.safe import safe

LEFT_BUTTON = 1


class CallRow(NamedTuple):
    """One answer.

    Attributes:
        number: By which it can be called out.
        words: What it is called.
        counted: As it stands in the line that is typed, or None.
    """

    number: str
    words: str
    counted: int | None = None


class CallRows(Static):
    """A row an answer, more where its words are long; one of them is picked."""

    class Clicked(Message):
        """A row was clicked: one more for it, or one fewer."""

        def __init__(self, row: int, by: int) -> None:
            """Say which row, and whether one is added or taken away."""
            super().__init__()
            self.row = row
            self.by = by

    def __init__(self, *, id: str | None = None) -> None:
        """Begin without rows."""
        super().__init__(id=id)
        self._owners: list[int] = []

    def show(self, rows: Sequence[CallRow], picked: int, width: int) -> None:
        """Show the answers in so many cells."""
        digits = max((len(row.number) for row in rows), default=1)
        lines: list[Content] = []
        self._owners = []
        for index, row in enumerate(rows):
            on = index == picked
            sign = f"{'▸' if on else ' '} {row.number:>{digits}} "
            count = f"{row.counted:>3}" if row.counted is not None else "  ·"
            text = hanging(
                f"{sign}{count}  ", safe(row.words), width,
                mark="bold $accent" if on or row.counted is not None else "$text-muted",
                style="bold" if on else "",
            )  # fmt: skip
            lines.append(text)
            self._owners += [index] * (text.plain.count("\n") + 1)
        self.update(Content("\n").join(lines))

    def span(self, row: int) -> tuple[int, int]:
        """The first line of a row, and how many lines it has."""
        first = self._owners.index(row) if row in self._owners else 0
        return first, self._owners.count(row)

    def on_click(self, event: events.Click) -> None:
        """One more for the row under the mouse; with another button one fewer."""
        spot = event.get_content_offset(self)
        if spot is not None and spot.y < len(self._owners):
            event.stop()
            by = 1 if event.button == LEFT_BUTTON else -1
            self.post_message(self.Clicked(self._owners[spot.y], by))
