"""The resulting quadrant: everybody's marks on a grid, and what they come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.packs.pack import Grid
from mops_tui.model.results.grid import enough_marks, summary
from mops_tui.model.results.results import GridSummary
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Look
from mops_tui.pictures.grid import grid_picture
from mops_tui.pictures.shapes import GridPicture
from mops_tui.tui.charts.quadrant.frame import SIGNS
from mops_tui.tui.widgets.bodies.base import Body
from mops_tui.tui.widgets.bodies.reveal import mark_labels
from mops_tui.tui.widgets.bodies.why import why_lines
from mops_tui.tui.widgets.lines import wrapped
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.marked import (
    axes_words,
    made_of,
    nobody_marked,
    quadrant_shares,
)
from mops_tui.words.results.standing.corners import by_a_hair
from mops_tui.words.safe import cells, safe

BAR = 8
"""Cells of the longest bar."""
ON_AXIS = "┄"


class GridBody(Body):
    """The grid beside its figures, or beside the reason of one mark."""

    def compose(self) -> ComposeResult:
        """Picture and column."""
        with Horizontal(id="grid-columns"):
            yield PictureView(id="grid-picture")
            with VerticalScroll(id="grid-side", can_focus=False):
                yield Static(id="grid-figures")

    def show(self, state: VisibleState, look: Look, t: float) -> None:  # noqa: ARG002 - as of every body
        """Fill it."""
        grid = state.workshop.grid(state.view.name)
        if grid is None:
            return
        marks = summary(state, grid.id)
        picture = grid_picture(
            grid, marks, mark_labels(state), look.mark, quorate=enough_marks(state, marks)
        )
        empty = not picture.people and not picture.turnout.called
        view = self.query_one("#grid-picture", PictureView)
        view.display = not empty
        if view.picture != picture:
            view.show(picture)
        # On a narrow screen the grid has the whole width, and the figures go below in few lines.
        stacked = not look.mark and not self.wide
        self.set_class(stacked, "-stacked")
        self.set_class(bool(look.mark), "-why")
        column = self.query_one("#grid-figures", Static)
        width, height = self._column(look)
        why_key = self.key_of("why" if self.keys else "see_why") if self.turns else ""
        if empty or marks is None:
            column.update(Content.styled(nobody_marked(), "$text-muted"))
        elif look.mark:
            leaning = next((one for one in marks.leanings if one.participant == look.mark), None)
            column.update(why_lines(state, grid, leaning, width, height, why_key))
        elif stacked:
            column.update(_few_lines(state, grid, marks, picture, width))
        else:
            column.update(_figures(state, grid, marks, picture, width, why_key))

    def _column(self, look: Look) -> tuple[int, int]:
        """The columns and rows of the side, which may not be laid out yet."""
        columns, rows = self.room
        return (WIDE_SIDE if self.wide or look.mark else max(20, columns)) - 2, rows


WIDE_SIDE = 44
"""The columns of the side where it stands beside the grid, as in the style sheet."""


def _few_lines(
    state: VisibleState, grid: Grid, marks: GridSummary, picture: GridPicture, width: int
) -> Content:
    """The axes and the roles, a line each."""
    lines = _axes(state, grid, marks)
    roles = roles_by_quadrant(state, grid, picture)
    for index, quadrant in enumerate(grid.quadrants):
        name = f"{SIGNS[index]} {safe(quadrant.name)}"
        lines += _roles_line(name, roles.get(quadrant.id, ()), width)
    lines += _roles_line(f"{ON_AXIS} " + _("on an axis"), roles.get("", ()), width)
    lines += _by_a_hair(picture, width)
    return Content("\n").join(lines)


def _axes(state: VisibleState, grid: Grid, marks: GridSummary) -> list[Content]:
    return [Content.styled(line, "bold") for line in axes_words(state, grid, marks)]


def _roles_line(where: str, roles: Sequence[str], width: int) -> list[Content]:
    """Who is in a quadrant, on one line: those that have no room on it are counted."""
    if not roles:
        return []
    room = width - cells(where) - 2
    shown = len(roles)
    text = ", ".join(roles)
    while shown > 1 and cells(text) > room:
        shown -= 1
        left = len(roles) - shown
        text = ngettext("{roles} and {n} more role", "{roles} and {n} more roles", left).format(
            roles=", ".join(roles[:shown]), n=left
        )
    return [Content.assemble((f"{where}: ", "$primary"), (safe(text, room), "$text-muted"))]


def _figures(
    state: VisibleState,
    grid: Grid,
    marks: GridSummary,
    picture: GridPicture,
    width: int,
    why_key: str,
) -> Content:
    lines: list[Content] = []
    for line in _axes(state, grid, marks):
        lines += [Content.styled(row, "bold") for row in wrapped(line.plain, width)]
    lines += [Content(""), Content.styled(_("How many in each quadrant"), "$text-muted")]
    lines += _quadrants(picture)
    lines += _by_a_hair(picture, width)
    roles = roles_by_quadrant(state, grid, picture)
    if roles:
        lines += [Content(""), Content.styled(_("By role"), "$text-muted")]
        signs = {quadrant.id: SIGNS[index] for index, quadrant in enumerate(grid.quadrants)}
        for key, names in roles.items():
            sign = signs.get(key, ON_AXIS)
            rows = wrapped(", ".join(names), width - 2)
            lines.append(Content.assemble((f"{sign} ", "$primary"), rows[0]))
            lines += [Content(f"  {row}") for row in rows[1:]]
    lines += [Content(""), *_made_of(marks)]
    if marks.leanings and why_key:
        hint = _("{key} explains a mark").format(key=why_key)
        lines.append(Content.styled(hint, "$text-muted"))
    return Content("\n").join(lines)


def _by_a_hair(picture: GridPicture, width: int) -> list[Content]:
    said = by_a_hair(picture.near, picture.turnout.n)
    return [Content.styled(row, "$warning") for row in wrapped(said, width)] if said else []


def _quadrants(picture: GridPicture) -> list[Content]:
    """Counts and shares of the quadrants, and of those who stand on an axis."""
    signs = (*SIGNS, ON_AXIS)
    shares = quadrant_shares(picture)
    counts = [count for _name, count, _share in shares]
    names = [f"{sign} {one[0]}" for sign, one in zip(signs, shares, strict=False)]
    most = max(counts, default=0) or 1
    column = min(18, max(cells(safe(name)) for name in names))
    lines = []
    for name, count, share in zip(names, counts, [one[2] for one in shares], strict=True):
        shown = safe(name, column)
        # A bar would make much of a corner that a small step changes.
        bar = "" if picture.near else "█" * round(count / most * BAR)
        figures = f" {count:>4}  {share:>3} %"
        lines.append(
            Content.assemble(
                shown + " " * (column - cells(shown)),
                figures,
                ("  " + bar, "$primary"),
            )
        )
    return lines


def _made_of(marks: GridSummary) -> list[Content]:
    """What the marks are, and how many of each kind."""
    signs = {"placed": "● ", "leaning": "○ ", "called": "○×"}
    return [Content.styled(signs[kind] + text, "$text-muted") for kind, text in made_of(marks)]


def roles_by_quadrant(
    state: VisibleState, grid: Grid, picture: GridPicture
) -> Mapping[str, tuple[str, ...]]:
    """The roles in each quadrant, the most frequent first; "" is the key of those on an axis.

    Of an anonymous room only a role with enough people to hide among is told, by its median.
    """
    counts: dict[str, Counter[str]] = {}
    if state.policy.anonymity == "anonymous":
        marks = summary(state, grid.id)
        for role in marks.roles if marks else ():
            quadrant = grid.quadrant_at(role.x, role.y)
            counts.setdefault(quadrant.id if quadrant else "", Counter())[role.role] += role.n
    placed = {mark.id for mark in picture.marks if not mark.hollow}
    for mark in picture.marks:
        role_name = state.voter_roles.get(mark.id)
        if not role_name or (mark.hollow and mark.id in placed):
            continue
        quadrant = grid.quadrant_at(mark.x * 200 - 100, 100 - mark.y * 200)
        counts.setdefault(quadrant.id if quadrant else "", Counter())[role_name] += 1
    order = [*(quadrant.id for quadrant in grid.quadrants), ""]
    return {
        key: tuple(
            safe(role) + (f" ×{count}" if count > 1 else "")
            for role, count in sorted(counts[key].items(), key=lambda one: (-one[1], one[0]))
        )
        for key in order
        if key in counts
    }
