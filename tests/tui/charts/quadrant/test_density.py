"""A crowd as shades: everybody is counted in one, and no block lies in two quadrants."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mops_tui.pictures.shapes import GridMark
from mops_tui.tui.charts.quadrant.density import density_of, steps_of
from mops_tui.tui.charts.quadrant.plot import Plot

PLOT = Plot(1, 1, 57, 9)


@given(st.integers(1, 2000))
def test_the_steps_reach_from_one_to_the_most_without_a_gap(most: int) -> None:
    steps = steps_of(most)
    assert (steps[0][0], steps[-1][1]) == (1, most)
    assert all(low <= high for low, high in steps)
    assert all(low == before + 1 for (_, before), (low, _) in pairwise(steps))


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_mark_shades_its_own_cell_and_its_own_quadrant_alone(x: float, y: float) -> None:
    counts = density_of(PLOT, [GridMark("", "", x, y)]).counts
    spot = PLOT.cell(x, y)
    assert counts[spot] == 1
    sides = {
        ((a > PLOT.middle[0]) - (a < PLOT.middle[0]), (b > PLOT.middle[1]) - (b < PLOT.middle[1]))
        for a, b in counts
    }
    assert len(sides) == 1
