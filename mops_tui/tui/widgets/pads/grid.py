"""The ballot of a `grid` question: a point on two axes, moved with the arrows."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from mops_tui.model.packs.pack import Grid
from mops_tui.model.session.ballots import GRID_LIMIT, Ballot, Point
from mops_tui.tui.widgets.pads.base import Pad
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import where_label
from mops_tui.words.safe import safe

STEP = 5
LEAP = 20


class GridPad(Pad):
    """Arrows move the mark, with shift they leap; a click puts it down, m in the middle.

    Before that there is none: a mark that stands there already would be nobody's.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", f"move({-STEP},0)", _("Left"), show=False),
        Binding("right", f"move({STEP},0)", _("Right"), show=False),
        Binding("up", f"move(0,{STEP})", _("Up"), show=False),
        Binding("down", f"move(0,{-STEP})", _("Down"), show=False),
        Binding("m", "middle", _("Middle")),
        Binding("shift+left,home", f"move({-LEAP},0)", _("Far left"), show=False),
        Binding("shift+right,end", f"move({LEAP},0)", _("Far right"), show=False),
        Binding("shift+up,pageup", f"move(0,{LEAP})", _("Far up"), show=False),
        Binding("shift+down,pagedown", f"move(0,{-LEAP})", _("Far down"), show=False),
    ]

    def __init__(self, grid: Grid) -> None:
        """Take the grid; the first arrow leaves from its middle."""
        super().__init__()
        self._placed = False
        self._grid = grid
        self._x = 0
        self._y = 0

    def action_move(self, dx: int, dy: int) -> None:
        """Move the point."""
        self._x = min(max(self._x + dx, -GRID_LIMIT), GRID_LIMIT)
        self._y = min(max(self._y + dy, -GRID_LIMIT), GRID_LIMIT)
        self._placed = True
        self.refresh()

    def action_middle(self) -> None:
        """Put the mark in the middle, on purpose."""
        self._x = self._y = 0
        self._placed = True
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the point where the mouse is."""
        spot = event.get_content_offset(self)
        width, height = self._room()
        if spot is None or not (0 < spot.x <= width and 1 < spot.y <= height + 1):
            return
        self._x = round((spot.x - 1) / max(1, width - 1) * 200 - 100)
        self._y = round(100 - (spot.y - 2) / max(1, height - 1) * 200)
        self._placed = True
        self.refresh()

    def _room(self) -> tuple[int, int]:
        return max(20, self.content_size.width - 2), max(5, self.content_size.height - 5)

    def render(self) -> Content:
        """The grid with the point on it, and the point in words."""
        width, height = self._room()
        column = round((self._x + 100) / 200 * (width - 1))
        row = round((100 - self._y) / 200 * (height - 1))
        lines = [self._names(width, top=True), Content.styled(f"┌{'─' * width}┐", "$text-muted")]
        for y in range(height):
            line = []
            for x in range(width):
                line.append(self._cell(x, y, column, row, width, height))
            lines.append(Content.assemble(("│", "$text-muted"), *line, ("│", "$text-muted")))
        lines.append(Content.styled(f"└{'─' * width}┘", "$text-muted"))
        lines.append(self._names(width, top=False))
        lines.append(self._words(width))
        return Content("\n").join(lines)

    def _cell(
        self, x: int, y: int, column: int, row: int, width: int, height: int
    ) -> tuple[str, str]:
        if (x, y) == (column, row):
            return ("◆" if self._placed else "◇", "bold $accent" if self._placed else "$text-muted")
        if self._placed and (x == column or y == row):
            return ("│" if x == column else "─", "$accent 40%")
        middle, centre = round((width - 1) / 2), round((height - 1) / 2)
        if x == middle or y == centre:
            return ("┊" if x == middle else "┄", "$text-muted 60%")
        return (" ", "")

    def _names(self, width: int, *, top: bool) -> Content:
        grid = self._grid
        left, right = (
            (grid.top_left, grid.top_right) if top else (grid.bottom_left, grid.bottom_right)
        )
        end = grid.y.high if top else grid.y.low
        third = (width + 2) // 3
        current = grid.quadrant_at(self._x, self._y) if self._placed else None
        parts = []
        for text, where, quadrant in (
            (left.name, "left", left), (end, "center", None), (right.name, "right", right),
        ):  # fmt: skip
            plain = safe(text, third - 1)
            gap = third - Content(plain).cell_length
            before = 0 if where == "left" else gap if where == "right" else gap // 2
            style = "bold" if quadrant else "$primary"
            if quadrant is not None and quadrant is current:
                style = "bold $accent"
            parts.append(Content.assemble(" " * before, (plain, style), " " * (gap - before)))
        return Content.assemble(*parts)

    def _words(self, width: int) -> Content:
        grid = self._grid
        low, high = safe(grid.x.low, 18), safe(grid.x.high, 18)
        parts = [safe(where_label(grid, self._x, self._y), 46)]
        for axis, value in ((grid.x, self._x), (grid.y, self._y)):
            if value:  # nought is what the words say already, and the line is short
                end = safe(axis.high if value > 0 else axis.low, 14)
                parts.append(_("{axis} {value}").format(axis=end, value=abs(value)))
        middle = "   ".join(parts) if self._placed else _("no mark yet")
        ends = Content.assemble(("← ", "$primary"), (low, "$primary"))
        tail = Content.assemble((high, "$primary"), (" →", "$primary"))
        room = width + 2 - ends.cell_length - tail.cell_length
        body = Content(middle).truncate(max(0, room - 2))
        gap = max(0, room - body.cell_length)
        return Content.assemble(ends, " " * (gap // 2), body, " " * (gap - gap // 2), tail)

    def fill(self, ballot: Ballot) -> None:
        """Begin with the mark where it was put before."""
        if isinstance(ballot, Point):
            self._x, self._y, self._placed = ballot.x, ballot.y, True
            self.refresh()

    @property
    def hint(self) -> str:
        """How it is filled in."""
        return _("Arrows move the mark, Shift leaps, m sets it in the middle; Enter hands in.")

    def ballot(self) -> Ballot | str:
        """The point, once somebody has put it there."""
        if not self._placed:
            return _("Move the mark first: arrows. m sets it in the middle, p passes.")
        return Point(self._x, self._y)
