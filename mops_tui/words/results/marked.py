"""What stands on a grid, in words: the axes, the quadrants, and what the marks are."""

from __future__ import annotations

from typing import Literal

from mops_tui.model.packs.pack import Grid
from mops_tui.model.results.results import GridSummary
from mops_tui.model.session.state import SessionState
from mops_tui.pictures.shapes import GridPicture
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import percents
from mops_tui.words.results.verdicts import axis as axis_words
from mops_tui.words.safe import safe

MarkKind = Literal["placed", "leaning", "called"]


def nobody_marked() -> str:
    """That a grid is empty, and where marks come from."""
    return _(
        "Nobody has a mark on this grid. A mark is somebody's own place, or comes of three answers "
        "that lean on each of its axes."
    )


def axes_words(state: SessionState, grid: Grid, marks: GridSummary) -> tuple[str, ...]:
    """Where the room stands on each axis."""
    return tuple(axis_words(axis, grid, state.policy, state.present) for axis in marks.axes)


def quadrant_shares(picture: GridPicture) -> tuple[tuple[str, int, int], ...]:
    """(name, count, per cent) of the quadrants, and of those who stand on an axis."""
    counts = [corner.count or 0 for corner in picture.corners]
    names = [safe(corner.name) for corner in picture.corners]
    if picture.between:
        counts.append(picture.between)
        names.append(_("on an axis"))
    return tuple(zip(names, counts, percents(counts), strict=True))


def made_of(marks: GridSummary) -> tuple[tuple[MarkKind, str], ...]:
    """What the marks are, and how many of each kind."""
    placed, leaning = len(marks.placed), len(marks.leaning)
    called = sum(count for _quadrant, count in marks.called)
    kinds: tuple[tuple[MarkKind, int, str], ...] = (
        (
            "placed",
            placed,
            ngettext("{n} chose their own place", "{n} chose their own place", placed),
        ),
        ("leaning", leaning, _("where the answers of {n} lean")),
        ("called", called, ngettext("{n} called out", "{n} called out", called)),
    )
    return tuple((kind, text.format(n=count)) for kind, count, text in kinds if count)
