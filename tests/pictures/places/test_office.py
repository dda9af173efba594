"""The plan of the office: no name stands on a disc, on MOps, on its way or on another name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.drawn_pictures import plans

from mops_tui.pictures.places.areas import Area, around, crosses
from mops_tui.pictures.places.office import MARK, MOPS, OfficePlan, office_plan
from mops_tui.pictures.shapes import MapPicture, OfficeRoom, Turnout, UnitPoint

LETTER = 12.0
WALLS = Area(0, 4, 360, 176)
SLACK = 0.001


def plan_of(picture: MapPicture, widths: list[float]) -> OfficePlan:
    sizes = [(widths[at % len(widths)], 15.0) for at in range(len(picture.rooms))]
    return office_plan(picture, WALLS, LETTER, sizes, (46.0, 18.0))


@given(plans(), st.lists(st.floats(16, 118), min_size=1, max_size=6))
def test_no_name_stands_on_anything(picture: MapPicture, widths: list[float]) -> None:
    plan = plan_of(picture, widths)
    drawn = [around(spot, radius) for spot, radius in plan.discs]
    if plan.mops is not None:
        drawn.append(around(plan.mops, MARK * LETTER))
    names = list(plan.names.items())
    for at, (key, place) in enumerate(names):
        assert WALLS.holds(place.area)
        assert not any(place.area.meets(one, -SLACK) for one in drawn)
        assert plan.way is None or not crosses(plan.way, place.area)
        for other, later in names[at + 1 :]:
            assert not place.area.meets(later.area), (key, other)


@pytest.mark.slow
def test_every_name_of_an_office_with_few_rooms_finds_a_place_wherever_mops_stands() -> None:
    rooms = tuple(
        OfficeRoom(name, name, x, y, 1, 0.25)
        for name, x, y in (("a", 0.2, 0.2), ("b", 0.8, 0.2), ("c", 0.5, 0.45), ("d", 0.5, 0.85))
    )
    for step in range(40):
        mops = UnitPoint(0.2 + 0.6 * (step % 8) / 7, 0.2 + 0.65 * (step // 8) / 4)
        before = UnitPoint(0.8 - 0.6 * (step % 8) / 7, 0.5)
        picture = MapPicture("votes", rooms, (), mops, before, Turnout(4))
        assert set(plan_of(picture, [90.0]).names) == {MOPS, 0, 1, 2, 3}


def test_a_name_out_of_a_disc_has_a_line_to_what_it_names() -> None:
    rooms = (OfficeRoom("a", "A", 0.5, 0.5, 9, 1.0),)
    picture = MapPicture("votes", rooms, (), UnitPoint(0.5, 0.5), None, Turnout(9))
    place = plan_of(picture, [60.0]).names[MOPS]
    assert place.line is not None
    spot, radius = plan_of(picture, [60.0]).discs[0]
    assert not place.area.meets(around(spot, radius))


def test_without_a_place_for_mops_the_rooms_are_named() -> None:
    rooms = (OfficeRoom("a", "A", 0.1, 0.1, 0, 0.0), OfficeRoom("b", "B", 0.9, 0.9, 0, 0.0))
    plan = plan_of(MapPicture("votes", rooms, (), None, None, Turnout()), [60.0])
    assert plan.mops is None
    assert set(plan.names) == {0, 1}
