"""Words beside marks: on no mark, nothing taken, no other words; on an arrow only in need."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mops_tui.pictures.places.areas import Area, around, crosses
from mops_tui.pictures.places.beside import MarkedSpot, words_beside

PLOT = Area(0, 0, 340, 226)
SPOTS = st.tuples(st.floats(7, 333), st.floats(7, 219))
MARKS = st.lists(st.tuples(SPOTS, st.floats(12, 90)), max_size=20)


@given(MARKS, st.lists(st.tuples(SPOTS, SPOTS), max_size=4), st.booleans())
def test_no_words_stand_on_anything(
    given_marks: list[tuple[tuple[float, float], float]],
    ways: list[tuple[tuple[float, float], tuple[float, float]]],
    anywhere: bool,
) -> None:
    marks = {at: MarkedSpot(spot, 5, (wide, 12)) for at, (spot, wide) in enumerate(given_marks)}
    cross = Area(160, 100, 28, 6)
    places = words_beside(marks, PLOT, 12, taken=[cross], ways=ways, anywhere=anywhere)
    areas = [place.area for place in places.values()]
    for at, area in enumerate(areas):
        assert PLOT.holds(area)
        assert not area.meets(cross)
        assert not any(area.meets(around(mark.spot, mark.radius)) for mark in marks.values())
        assert not any(area.meets(other) for other in areas[at + 1 :])


@given(SPOTS, SPOTS, SPOTS)
def test_words_of_one_mark_are_never_on_an_arrow(
    spot: tuple[float, float], start: tuple[float, float], end: tuple[float, float]
) -> None:
    places = words_beside(
        {0: MarkedSpot(spot, 5, (24, 12))}, PLOT, 12, ways=[(start, end)], anywhere=True
    )
    assert not crosses((start, end), places[0].area)


def test_words_without_a_mark_stand_about_their_spot() -> None:
    place = words_beside({0: MarkedSpot((100, 100), 0, (40, 12))}, PLOT, 12)[0]
    assert place.area.middle == (100, 100)
    assert place.line is None
