from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st
from support import samples as s

from mops_tui.model.packs.questions import options_of
from mops_tui.pictures.map import map_picture
from mops_tui.pictures.shapes import MapPicture, UnitPoint
from mops_tui.tui.charts.dispatch import draw
from mops_tui.tui.charts.map import draw_map
from mops_tui.tui.charts.office import Rect, lay_out, stand_mops
from mops_tui.words.results.figures import count_text, percent_text, percents

MAP = s.first("org-placement", "allocate", "map")
UNIT = st.floats(0, 1)
POINTS = st.lists(st.integers(0, 400), min_size=4, max_size=4)
SIZES = st.tuples(st.integers(60, 130), st.integers(10, 40))


def office(points: list[int], earlier: list[int] | None = None) -> MapPicture:
    before = s.spread(MAP, earlier) if earlier else None
    return map_picture(MAP, s.spread(MAP, points), before)


def check(picture: MapPicture, size: tuple[int, int]) -> None:
    text = draw(picture, *size).text()
    shown = percents([room.count for room in picture.rooms])
    told = [percent_text(share) for share in shown]
    told += [count_text(room.count, picture.unit) for room in picture.rooms]
    assert all(room.label in text for room in picture.rooms)
    assert all(text.count(figure) >= told.count(figure) for figure in told)


@given(POINTS, POINTS, SIZES)
@example([22, 20, 20, 18], [0, 0, 0, 0], (76, 14))
@example([42, 35, 37, 36], [37, 38, 34, 37], (69, 20))
def test_a_room_always_tells_its_name_its_share_and_its_points(
    points: list[int], earlier: list[int], size: tuple[int, int]
) -> None:
    check(office(points, earlier), size)


@given(UNIT, UNIT, POINTS, SIZES)
def test_so_it_does_wherever_mops_stands(
    x: float, y: float, points: list[int], size: tuple[int, int]
) -> None:
    picture = office(points)
    check(replace(picture, mops=UnitPoint(x, y), before=UnitPoint(y, x)), size)


@given(POINTS, SIZES)
def test_no_room_runs_into_another_one(points: list[int], size: tuple[int, int]) -> None:
    text = draw_map(office(points), *size).text()
    assert not any(pair in text for pair in ("┐│", "││ ", "┐┌", "┘└", "│┌", "┘│"))


def test_mops_stands_in_the_room_that_all_points_pull_it_into() -> None:
    for index, option in enumerate(options_of(MAP)):
        points = [90 if index == i else 0 for i in range(4)]
        lines = draw_map(office(points), 100, 30).text().split("\n")
        row = next(y for y, line in enumerate(lines) if "┃  " in line and "MOps" in line)
        name = next(y for y, line in enumerate(lines) if option.label in line)
        assert abs(row - name) <= 5


@given(POINTS, SIZES)
def test_in_a_room_that_others_are_ahead_of_mops_never_stands(
    points: list[int], size: tuple[int, int]
) -> None:
    picture = office(points)
    house = Rect(0, 0, size[0], size[1] - 1)
    rooms = lay_out(picture, {room.id: 0 for room in picture.rooms}, house)
    if rooms is None or picture.mops is None or picture.astray is None:
        return
    _rooms, mops = stand_mops(rooms, picture.mops, house, 4, outside=True)
    assert not any(room.place.overlaps(mops) for room in rooms)


def test_too_few_answers_move_mops_nowhere() -> None:
    assert map_picture(MAP, s.spread(MAP, [10, 10, 0, 0])).mops is None
    assert map_picture(MAP, s.spread(MAP, [10, 20, 0, 0])).mops is not None


@given(UNIT, UNIT, POINTS, SIZES)
@example(0.5, 0.5, [4, 3, 0, 1], (74, 13))
def test_the_legend_names_the_signs_of_the_way_that_stand_on_the_map(
    x: float, y: float, points: list[int], size: tuple[int, int]
) -> None:
    here = UnitPoint(0.5, 0.5)
    with_way = draw_map(replace(office(points), mops=here, before=UnitPoint(x, y)), *size).text()
    without = draw_map(replace(office(points), mops=here, before=None), *size).text()
    *lines, legend = with_way.split("\n")
    signs = {
        sign for sign in "○•←→↑↓↖↗↘↙" if any(sign in line for line in lines) and sign not in without
    }
    named = {sign for sign in "○•←→↑↓↖↗↘↙" if sign in legend}
    assert named <= signs
    assert ("from the round before" in legend) == bool(named)
