"""The office map and the adoption curve as shapes."""

from __future__ import annotations

from itertools import pairwise

from mops_tui.pictures.curve import bell, stage_bands
from mops_tui.pictures.shapes import (
    CurvePicture,
    MapPicture,
    OfficeRoom,
    Turnout,
    UnitPoint,
    Wave,
)
from mops_tui.report.slides.drawings import curve_shapes, map_shapes, wave_names
from mops_tui.report.slides.parts import SlideBox

BOX = SlideBox(1, 2, 6, 3)


def test_mops_stands_where_the_answers_put_it_and_is_named_beside() -> None:
    rooms = (OfficeRoom("a", "IT", 0.0, 0.0, 1, 0.5), OfficeRoom("b", "Sales", 1.0, 1.0, 1, 0.5))
    picture = MapPicture("votes", rooms, (), UnitPoint(0.5, 0.5), UnitPoint(0.1, 0.1), Turnout(2))
    shapes = map_shapes(picture, BOX)
    mark = next(one for one in shapes if one.shape == "rect" and one.fill == "text")
    discs = [one.box for one in shapes if one.shape == "ellipse"]
    middle = (
        sum(box.x + box.w / 2 for box in discs) / 2,
        sum(box.y + box.h / 2 for box in discs) / 2,
    )
    assert abs(mark.box.x + mark.box.w / 2 - middle[0]) < 1e-6
    assert abs(mark.box.y + mark.box.h / 2 - middle[1]) < 1e-6
    assert {one.text for one in shapes if one.text} == {"IT 50 %", "Sales 50 %", "MOps"}
    assert any(one.shape == "arrow" for one in shapes)


def test_a_map_without_enough_answers_has_no_mops() -> None:
    shapes = map_shapes(MapPicture("votes", (), (), None, None, Turnout()), BOX)
    assert [one.shape for one in shapes] == ["rect"]


def test_waves_stand_on_the_curve_and_those_without_answers_are_named_alone() -> None:
    waves = (
        Wave("a", "A", "AI assistants", 0.5, 1 - bell(0.5), before=0.3, n=5),
        Wave("b", "B", "Blockchain", None, 1.0),
    )
    picture = CurvePicture(stage_bands(), waves, Turnout(5))
    shapes = curve_shapes(picture, BOX)
    assert [one.text for one in shapes if one.shape == "ellipse"] == ["A"]
    assert wave_names(picture) == ["A  AI assistants", "B  Blockchain (too few answers)"]
    assert sum(one.shape == "path" for one in shapes) == len(stage_bands()) - 1


def test_waves_in_one_place_do_not_cover_each_other() -> None:
    waves = tuple(Wave(c, c, c, 0.62, 1 - bell(0.62), n=5) for c in "ABCDE")
    shapes = curve_shapes(CurvePicture(stage_bands(), waves, Turnout(5)), BOX)
    marks = [one.box for one in shapes if one.shape == "ellipse"]
    places = sorted(round(box.y, 3) for box in marks)
    assert len(marks) == 5
    assert all(later - one > 0.39 for one, later in pairwise(places))
    assert all(BOX.y - 0.001 <= y <= BOX.y + BOX.h for y in places)
