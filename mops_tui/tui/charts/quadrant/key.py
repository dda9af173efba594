"""The key at the side of a grid: a letter for every mark, and whose it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.text import cells, fit
from mops_tui.words.i18n import ngettext
from mops_tui.words.pictures import tags

LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ"
"""The signs of marks that have a key; none that could be read as a ring, a one or a nought."""
RING = "○"
SHORT = 4
"""So short are initials, which need no comma between them."""
GAP = 2
"""Blank cells between two columns."""
LEAST_PLOT = 38
"""A plot is not made narrower than this by its key."""
PLOT_PART = 0.5
"""Nor narrower than this part of the canvas."""


@dataclass(frozen=True)
class KeyEntry:
    """A letter, and what people on its mark are called."""

    letter: str
    names: tuple[str, ...]

    def text(self, width: int) -> str:
        """The line of this entry: names while they fit, the rest counted."""
        room = width - 2
        whole = joined(self.names)
        if cells(whole) <= room:
            return whole
        for shown in range(len(self.names) - 1, 0, -1):
            text = joined(self.names[:shown]) + f" +{len(self.names) - shown}"
            if cells(text) <= room:
                return text
        count = f" +{len(self.names) - 1}" if len(self.names) > 1 else ""
        return fit(self.names[0], room - cells(count)) + count


@dataclass(frozen=True)
class Key:
    """The entries of a key, laid out in columns.

    Attributes:
        left_out: How many people are only counted: the key has no room for their names.
    """

    entries: tuple[KeyEntry, ...]
    rows: int
    column: int
    left_out: int = 0

    @property
    def columns(self) -> int:
        """How many columns it has."""
        lines = len(self.entries) + bool(self.left_out)
        return -(-lines // max(1, self.rows))

    @property
    def width(self) -> int:
        """The cells that it takes beside the plot, the gap before it included."""
        return self.columns * (self.column + GAP)


def joined(names: Sequence[str]) -> str:
    """Several people on one mark."""
    return (", " if max(map(len, names)) > SHORT else " ").join(names)


def key_of(
    groups: Sequence[Sequence[str]],
    names: Mapping[str, str],
    width: int,
    rows: int,
    leaning: Collection[str] = (),
) -> Key | None:
    """A key for marks, with the longest form of the names for which there is room.

    Args:
        groups: The people on each mark, by id.
        names: What they are called, by id.
        width: The columns of the whole canvas.
        rows: The rows that the key has.
        leaning: Those who have no mark but where their answers lean: they have a ring beside them.
    """
    if rows < 3 or len(groups) > len(LETTERS):
        return None
    room = width - max(LEAST_PLOT, round(width * PLOT_PART))
    forms = (dict(names), tags.short_names(names), tags.first_names(names), tags.initials_of(names))
    for form, widest in zip(forms, (22, 14, 9, 6), strict=True):
        ringed = {one: f"{name}{RING}" if one in leaning else name for one, name in form.items()}
        key = _laid_out(groups, ringed, widest, rows)
        if key.width <= room:
            return key
    columns = room // (key.column + GAP)
    if not columns:
        return None
    shown = columns * rows - 1
    left_out = sum(len(entry.names) for entry in key.entries[shown:])
    return Key(key.entries[:shown], rows, key.column, left_out)


def _laid_out(
    groups: Sequence[Sequence[str]], form: Mapping[str, str], widest: int, rows: int
) -> Key:
    entries = tuple(
        KeyEntry(letter, tuple(form.get(one, "?") for one in group))
        for letter, group in zip(LETTERS, groups, strict=False)
    )
    # Two on one mark are both named; of more, some may only be counted.
    needed = [
        cells(joined(entry.names)) if len(entry.names) <= 2 else cells(entry.names[0]) + 3
        for entry in entries
    ]
    longest = max(needed, default=0)
    return Key(entries, rows, 2 + min(2 * widest + 2, longest))


def put_key(canvas: Canvas, key: Key, x: int, y: int) -> None:
    """Draw a key, column by column."""
    for index, entry in enumerate(key.entries):
        column, row = x + GAP + index // key.rows * (key.column + GAP), y + index % key.rows
        canvas.put(column, row, entry.letter, "mark")
        canvas.put(column + 2, row, entry.text(key.column), "text")
    if key.left_out:
        index = len(key.entries)
        column, row = x + GAP + index // key.rows * (key.column + GAP), y + index % key.rows
        words = ngettext("+{n} more", "+{n} more", key.left_out).format(n=key.left_out)
        canvas.put(column, row, words, "muted", key.column)
