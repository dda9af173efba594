"""Where labels stand beside their marks: none hides a mark, a line or another label.

Every label has a list of places, the best first: beside its mark, above or below it, then further
off with a line that leads there. Labels with the fewest free places choose first; one that finds
none goes to the front, and all choose again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mops_tui.tui.charts.quadrant.plot import Plot, Spot
from mops_tui.tui.charts.text import cells

ATTEMPTS = 12
"""How often the labels choose anew before it is said that they do not fit."""
CHOICES = 16
"""Of how many free places a label chooses; the later ones are far off."""
APART = 2
"""Blank cells between two labels."""
LONGEST = 5
"""Cells of the longest line from a mark to its label."""


@dataclass(frozen=True)
class Wish:
    """A label that wants a place.

    Attributes:
        key: What it belongs to; the caller's own.
        text: What it says.
        at: The cell of its mark.
        gap: Blank cells between the mark and the text beside it, where there is room.
        least: The fewest: a text must not run into a mark that is a digit.
        reach: The longest line that may lead to it.
    """

    key: int
    text: str
    at: Spot
    gap: int = 0
    least: int = 0
    reach: int = LONGEST


@dataclass(frozen=True)
class Label:
    """A label in its place.

    Attributes:
        line: The cells of the line from the mark, each with its character.
    """

    wish: Wish
    x: int
    y: int
    line: tuple[tuple[Spot, str], ...] = ()

    @cached_property
    def cells(self) -> frozenset[Spot]:
        """The cells of its text."""
        return frozenset((self.x + i, self.y) for i in range(cells(self.wish.text)))

    @cached_property
    def claimed(self) -> frozenset[Spot]:
        """The cells that no other label may have: text, line, and two blanks at either end.

        With one, two labels would be read as those of two people on one mark.
        """
        row = range(self.x - APART, self.x + cells(self.wish.text) + APART)
        return frozenset({(x, self.y) for x in row} | {spot for spot, _ in self.line})


def place(
    wishes: Sequence[Wish],
    plot: Plot,
    marks: Collection[Spot],
    taken: Collection[Spot],
    arrows: Collection[Spot] = (),
) -> tuple[Label, ...] | None:
    """Find a place for every label; None where they do not all fit.

    Args:
        wishes: The labels.
        plot: Where they may stand.
        marks: The cells of all marks.
        taken: Further cells that must stay as they are.
        arrows: Those of them that are arrows, which no label or line may touch.
    """
    possible = {wish.key: _possible(wish, plot, marks, taken, arrows) for wish in wishes}
    if not all(possible.values()):
        return None
    order = sorted(wishes, key=lambda wish: len(possible[wish.key]))
    for _attempt in range(ATTEMPTS):
        labels, failed = _choose(order, possible)
        if failed is None:
            return labels
        order = [failed, *(wish for wish in order if wish is not failed)]
    return None


def _choose(
    order: Sequence[Wish], possible: dict[int, list[Label]]
) -> tuple[tuple[Label, ...], Wish | None]:
    """The first free place of each, in order; or the label that found none."""
    written: set[Spot] = set()
    claimed: set[Spot] = set()
    chosen: list[Label] = []
    for wish in order:
        for label in possible[wish.key]:
            lines = {spot for spot, _ in label.line}
            if written.isdisjoint(label.claimed) and claimed.isdisjoint(label.cells | lines):
                chosen.append(label)
                written |= label.cells | lines
                claimed |= label.claimed
                break
        else:
            return (), wish
    return tuple(chosen), None


def _possible(
    wish: Wish,
    plot: Plot,
    marks: Collection[Spot],
    taken: Collection[Spot],
    arrows: Collection[Spot],
) -> list[Label]:
    """The places of a label that hide nothing and cannot be read as another mark's."""
    width = cells(wish.text)
    free: list[Label] = []
    for label, near in _places(wish, width):
        if not plot.inside(label.x, label.y, width):
            continue
        spots = [*label.cells, *(spot for spot, _ in label.line)]
        if any(spot in marks or spot in taken for spot in spots):
            continue
        if not all(plot.inside(*spot) for spot, _ in label.line):
            continue
        if any(spot in marks and spot != wish.at for spot in _around(label, width, near)):
            continue
        # Away from its mark, a label beside an arrow would be read as that one's.
        if (near or label.line) and any((x, label.y) in taken for x in _beside(label.x, width)):
            continue
        # An arrow that touches a label seems to run through it, or to go on as its line.
        touching = [(label.x - 1, label.y), (label.x + width, label.y)]
        touching += [(x + dx, y) for (x, y), _ in label.line for dx in (-1, 1)]
        if any(spot in arrows for spot in touching):
            continue
        free.append(label)
        if len(free) == CHOICES:
            break
    return free


def _beside(x: int, width: int) -> tuple[int, ...]:
    """Two columns on each side of a label."""
    return x - 2, x - 1, x + width, x + width + 1


def _around(label: Label, width: int, near: bool) -> Iterator[Spot]:
    """The cells where another mark would make it unclear whose label this is."""
    for y in range(label.y - near, label.y + near + 1):
        for x in range(label.x - 1, label.x + width + 1):
            yield x, y


def _places(wish: Wish, width: int) -> Iterator[tuple[Label, bool]]:
    """All places, the best first; with each, whether it must keep clear of marks in other rows."""
    x, y = wish.at
    for gap in dict.fromkeys((wish.gap, wish.least)):
        yield Label(wish, x + 1 + gap, y), False
        yield Label(wish, x - gap - width, y), False
    for row in (y + 1, y - 1):
        for start in (x, x - width // 2, x - width + 1, x + 1, x - width):
            yield Label(wish, start, row), True
    for length in range(1, wish.reach + 1):
        yield from _led(wish, width, length)


def _led(wish: Wish, width: int, length: int) -> Iterator[tuple[Label, bool]]:
    """The places at the end of a line of a length: beside, diagonally, above and below."""
    x, y = wish.at
    right = tuple(((x + i, y), "─") for i in range(1, length + 1))
    left = tuple(((x - i, y), "─") for i in range(1, length + 1))
    yield Label(wish, x + length + 1, y, right), False
    yield Label(wish, x - length - width, y, left), False
    if length > 3:
        return
    for down, (rightward, leftward) in ((1, "╲╱"), (-1, "╱╲")):
        row = y + down * length
        line = tuple(((x + i, y + down * i), rightward) for i in range(1, length + 1))
        yield Label(wish, x + length + 1, row, line), False
        line = tuple(((x - i, y + down * i), leftward) for i in range(1, length + 1))
        yield Label(wish, x - length - width, row, line), False
        line = tuple(((x, y + down * i), "│") for i in range(1, length + 1))
        yield Label(wish, x - width // 2, y + down * (length + 1), line), False
