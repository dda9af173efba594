"""A round beside the one before it: how alike the two came out, and who moved where.

Stability of several items is that of the least stable item; of a grid, that of its quadrants
(called votes included); of a ranking, that of the first places.
"""

from __future__ import annotations

from mops_tui.model.results import marks as on_grid
from mops_tui.model.results.consensus import FEW, STABLE, stability
from mops_tui.model.results.results import Distribution, Result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Round, change


def beside(
    state: VisibleState, current: Result, earlier: Result, round_: Round, before: Round
) -> Result:
    """What a round adds up to, with what it is beside the one before it.

    Args:
        state: Who there is now; their names stand at what moved.
        current: The round's result.
        earlier: That of the round before.
        round_: The round.
        before: The round before.

    Returns:
        The result with its stability, and on a grid with who moved where.
    """
    figure = _stability(earlier, current)
    comparable = figure is not None and min(earlier.n, current.n) >= FEW
    moved = on_grid.arrows(state, on_grid.points(state, before), on_grid.points(state, round_))
    return change(
        current,
        stability=figure,
        stable=figure >= STABLE if comparable and figure is not None else None,
        arrows=moved,
    )


def _stability(earlier: Result, current: Result) -> float | None:
    if current.kind == "grid":
        old_votes, new_votes = (
            [*(n for _, n in one.quadrants), one.on_axes] for one in (earlier, current)
        )
        return stability(old_votes, new_votes)
    if current.distribution and earlier.distribution:
        return _between(earlier.distribution, current.distribution)
    old = {item.item: item.distribution for item in earlier.items}
    each = [_between(old[i.item], i.distribution) for i in current.items if i.item in old]
    return min((figure for figure in each if figure is not None), default=None)


def _between(earlier: Distribution, current: Distribution) -> float | None:
    """The stability of two distributions, over all the categories of either."""
    old = dict(zip(earlier.categories, earlier.counts, strict=True))
    new = dict(zip(current.categories, current.counts, strict=True))
    categories = (*earlier.categories, *sorted(set(new) - set(old)))
    return stability([old.get(c, 0) for c in categories], [new.get(c, 0) for c in categories])
