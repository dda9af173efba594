"""The ballot of a `curve` question: waves that slide along the adoption curve."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from mops_tui.model.packs.answers import STAGES, Item, stage_of
from mops_tui.model.session.ballots import CURVE_LIMIT, Ballot, Positions
from mops_tui.pictures.curve import bell as bell_height
from mops_tui.pictures.curve import letters
from mops_tui.tui.charts.curve import bell_lines
from mops_tui.tui.charts.plots import EMPTY
from mops_tui.tui.widgets.lines import wrapped
from mops_tui.tui.widgets.pads.base import ItemsPad, pointer
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.stages import stage_label
from mops_tui.words.safe import safe

STEP = 2
LEAP = 10
HEIGHT = 8
START = 24


class CurvePad(ItemsPad):
    """Up and down pick a wave, left and right slide it; it begins off the curve."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("shift+left", f"adjust({-LEAP // STEP})", _("Far left"), show=False),
        Binding("shift+right", f"adjust({LEAP // STEP})", _("Far right"), show=False),
    ]

    def __init__(self, items: Sequence[Item]) -> None:
        """Take the waves, the room's own included."""
        super().__init__(len(items))
        self._items = items
        named = letters(tuple(items))
        self._letters = [named[item.id] for item in items]

    def above(self, index: int, width: int) -> list[Content]:
        """The curve, over the first wave."""
        return self._curve(width) if index == 0 else []

    def _curve(self, width: int) -> list[Content]:
        span = max(20, width - 4)
        height = max(4, min(HEIGHT, self.content_size.height - self.count - 4))
        bell = bell_lines(span, height)
        marks: dict[tuple[int, int], tuple[str, str]] = {}
        for index, at in enumerate(self.values):
            if at is None:
                continue
            x = round(at / CURVE_LIMIT * (span - 1))
            y = _top(bell, x, height)
            while (x, y) in marks and y > 0:
                y -= 1
            style = "bold $accent" if index == self.cursor else "bold"
            marks[(x, y)] = (self._letters[index], style)
        lines = [
            Content.assemble(
                "  ", *(marks.get((x, y), (bell[y][x], "$primary")) for x in range(span))
            )
            for y in range(height)
        ]
        return [*lines, *_stage_names(span), Content("")]

    def row(self, index: int, width: int, *, has_cursor: bool) -> list[Content]:
        """The wave, and where it stands in words."""
        label, *rest = wrapped(safe(self._items[index].label), max(10, width - 24)) or [""]
        at = self.values[index]
        words = stage_label(stage_of(at)) if at is not None else _("not placed yet")
        return [
            Content.assemble(
                pointer(has_cursor),
                (f"{self._letters[index]}  ", "bold $accent" if has_cursor else "bold"),
                (label, "bold" if has_cursor else ""),
                (f"  {words}", "$primary" if at is not None else "$text-muted"),
            ),
            *(Content(f"     {line}") for line in rest),
        ]

    def adjust(self, index: int, by: int) -> None:
        """Slide a wave; the first press puts it down among the early adopters."""
        at = self.values[index]
        moved = START if at is None else at + by * STEP
        self.values[index] = min(max(moved, 0), CURVE_LIMIT)

    def digit(self, index: int, number: int) -> None:
        """Put a wave into the middle of a stage, 1 for the first, and go on."""
        if 1 <= number <= len(STAGES):
            start = STAGES[number - 2].end if number > 1 else 0
            end = min(STAGES[number - 1].end, CURVE_LIMIT)
            self.values[index] = (start + end) // 2
            self.action_move(1)

    def clicked_above(self, x: int) -> None:
        """A click on the curve puts the wave that is picked there."""
        span = max(20, self.content_size.width - 4)
        if 2 <= x < span + 2:
            self.values[self.cursor] = round((x - 2) / (span - 1) * CURVE_LIMIT)

    def fill(self, ballot: Ballot) -> None:
        """Begin with positions that were given before."""
        if isinstance(ballot, Positions):
            given = dict(zip(ballot.items, ballot.positions, strict=True))
            self.values = [given.get(item.id) for item in self._items]
            self.refresh()

    def left_out(self, n: int) -> str:
        """Items without an answer."""
        return ngettext(
            "{n} wave is not on the curve. Enter again hands the ballot in as it is.",
            "{n} waves are not on the curve. Enter again hands the ballot in as it is.",
            n,
        ).format(n=n)

    @property
    def hint(self) -> str:
        """How it is filled in."""
        return _(
            "1 to {n} put a wave into a stage, ← → slide it, ↑ ↓ pick one; Enter hands in."
        ).format(n=len(STAGES))

    def ballot(self) -> Ballot | str:
        """The waves that stand on the curve."""
        placed = [
            (item.id, at)
            for item, at in zip(self._items, self.values, strict=True)
            if at is not None
        ]
        if not placed:
            return _("Slide at least one wave onto the curve, or pass with p.")
        return Positions(tuple(item for item, _at in placed), tuple(at for _item, at in placed))


def _top(lines: Sequence[str], x: int, height: int) -> int:
    """The row of the curve in a column; over the gap, where the curve would be."""
    drawn = [y for y in range(height) if lines[y][x] not in EMPTY]
    return drawn[0] if drawn else round((1 - bell_height(x / len(lines[0]))) * (height - 1))


def _stage_names(span: int) -> list[Content]:
    """A ruler of stages and their short names below it."""
    ruler, names = ["─"] * span, [" "] * span
    start = 0
    for number, stage in enumerate(STAGES, start=1):
        end = min(span, round(min(stage.end, 100) / 100 * (span - 1)) + (stage.end > 100))
        ruler[(start + end) // 2] = str(number)
        if end < span:
            ruler[end] = "┬"
        short = stage_label(stage.id, short=True)
        room = end - start
        text = safe(short, max(0, room - 1)) if room > len(short) else ""
        at = start + max(0, (room - len(text)) // 2)
        names[at : at + len(text)] = list(text)
        start = end
    return [
        Content.styled("  " + "".join(ruler), "$text-muted"),
        Content.styled("  " + "".join(names), "$text-muted"),
    ]
