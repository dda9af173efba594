"""The corners of a compared grid: how many people stand in each, of how many."""

from __future__ import annotations

from mops_tui.model.comparison.grids import GridShift, GridStanding
from mops_tui.model.results.consensus import FEW
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import percent
from mops_tui.words.safe import safe


def corner_names(shift: GridShift) -> list[str]:
    """The corners by name, and those on an axis, where there are any."""
    names = [safe(quadrant.name) for quadrant in shift.grid.quadrants]
    if any(stand.between for stand in shift.standings):
        names.append(_("On an axis, in no corner"))
    return names


def corner_text(stand: GridStanding, index: int) -> str:
    """How many people of one session stand in a corner: so many of so many, and the share.

    It is the same figure as that of the question that asked for the marks.

    Args:
        stand: The session on the grid.
        index: Of `corner_names`.
    """
    counts = [*(count for _corner, count in stand.corners), stand.between]
    words = _("{count} of {n}")
    if sum(counts) >= FEW:  # per cent of one mark or two say too much
        words = _("{count} of {n} ({share} %)")
    return words.format(
        count=counts[index], n=sum(counts), share=percent(corner_share(stand, index))
    )


def corner_share(stand: GridStanding, index: int) -> float:
    """The same share, 0 to 1, for a bar."""
    counts = [*(count for _corner, count in stand.corners), stand.between]
    return counts[index] / (sum(counts) or 1)
