"""The marks of a grid: who is drawn, and who stands so near to whom that they share a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import hypot

from mops_tui.pictures.shapes import GridMark, GridMove, GridPicture
from mops_tui.report.svg.canvas import SvgCanvas
from mops_tui.report.svg.grid_labels import MarkPlace
from mops_tui.report.svg.style import Look
from mops_tui.words.pictures.tags import initials_of

MOST_MARKS = 60
"""More marks than that are counted by where they lie."""
MOST_MOVES = 8
"""More ways than that cannot be followed."""
FEW = 14
"""So few people may each have a ring besides their own mark."""
DOT, SEVERAL = 5.0, 8.5
"""How large a mark is, and one of several people."""
NEAR = 9.0
"""Nearer than that, marks would cover each other."""


def drawn_moves(picture: GridPicture) -> tuple[GridMove, ...]:
    """The moves that are drawn, the most important first."""
    return tuple(move for move in picture.moves if move.start != move.end)[:MOST_MOVES]


def drawn_marks(picture: GridPicture, moves: Iterable[GridMove]) -> list[GridMark]:
    """Every own mark; a leaning where there is no own mark, or a way begins, or they are few."""
    placed = {mark.id for mark in picture.marks if not mark.hollow}
    if picture.people <= FEW:
        return list(picture.marks)
    moved = {move.id for move in moves if move.id} if picture.way == "leaning" else set()
    if "" in placed:  # nobody can be told from anybody
        return [mark for mark in picture.marks if not mark.hollow]
    return [
        mark
        for mark in picture.marks
        if not mark.hollow or mark.id not in placed or mark.id in moved
    ]


def places_of(
    marks: Iterable[GridMark], place: Callable[[GridMark], tuple[float, float]]
) -> list[MarkPlace]:
    """The marks by place; those that would cover each other share one."""
    everyone = list(marks)
    names = initials_of({mark.id: mark.label for mark in everyone if mark.id and mark.label})
    groups: list[tuple[tuple[float, float], list[GridMark]]] = []
    for mark in sorted(everyone, key=lambda one: (one.hollow, one.y, one.x, one.id)):
        x, y = place(mark)
        for (there_x, there_y), members in groups:
            far = hypot(x - there_x, y - there_y)
            near = SEVERAL + DOT if len(members) > 1 else NEAR
            if members[0].hollow == mark.hollow and far < near:
                members.append(mark)
                break
        else:
            groups.append(((x, y), [mark]))
    placed = {mark.id for mark in everyone if not mark.hollow}
    return [_standing(spot, members, names, placed) for spot, members in groups]


def _standing(
    spot: tuple[float, float],
    members: list[GridMark],
    names: Mapping[str, str],
    placed: set[str],
) -> MarkPlace:
    """A place with what stands beside it: nobody is named at their ring who has a mark too."""
    told = [names[one.id] for one in members if one.id in names]
    if members[0].hollow:
        told = [names[m.id] for m in members if m.id in names and m.id not in placed]
    radius = SEVERAL if len(members) > 1 else DOT
    words = " ".join(told) if len(told) <= 4 else ""
    return MarkPlace(spot, tuple(members), words, radius)


def put_mark(canvas: SvgCanvas, stand: MarkPlace) -> None:
    """A dot, or a ring; with a number in it where several stand there."""
    x, y = stand.spot
    fill: Look = "paper" if stand.hollow else "strong"
    line: Look = "strong" if stand.hollow else "paper"
    canvas.circle(x, y, stand.radius, fill, line, wide=1.5)
    if len(stand.marks) > 1:
        look: Look = "ink" if stand.hollow else "on-strong"
        count = str(len(stand.marks))
        canvas.text(x, y + 3.8, count, look, size=10.5, anchor="middle", bold=True)
