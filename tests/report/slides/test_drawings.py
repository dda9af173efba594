"""The office map and the adoption curve as shapes."""

from __future__ import annotations

from mops_tui.pictures.curve import bell, stage_bands
from mops_tui.pictures.shapes import (
    CurvePicture,
    MapPicture,
    OfficeRoom,
    Turnout,
    UnitPoint,
    Wave,
)
from mops_tui.report.slides.drawings import curve_shapes, map_shapes
from mops_tui.report.slides.parts import SlideBox

BOX = SlideBox(1, 2, 6, 3)


def test_mops_stands_where_the_answers_put_it() -> None:
    rooms = (OfficeRoom("a", "IT", 0.0, 0.0, 1, 0.5), OfficeRoom("b", "Sales", 1.0, 1.0, 1, 0.5))
    picture = MapPicture("votes", rooms, (), UnitPoint(0.5, 0.5), UnitPoint(0.1, 0.1), Turnout(2))
    shapes = map_shapes(picture, BOX)
    mark = next(one for one in shapes if one.shape == "ellipse")
    assert abs(mark.box.x + mark.box.w / 2 - 4) < 1e-6
    assert abs(mark.box.y + mark.box.h / 2 - 3.5) < 1e-6
    assert [one.text for one in shapes if one.text] == ["IT", "Sales", "MOps"]
    assert any(one.shape == "arrow" for one in shapes)


def test_a_map_without_enough_answers_has_no_mops() -> None:
    shapes = map_shapes(MapPicture("votes", (), (), None, None, Turnout()), BOX)
    assert [one.shape for one in shapes] == ["rect"]


def test_waves_stand_on_the_curve_and_those_without_answers_in_the_list_alone() -> None:
    waves = (
        Wave("a", "A", "AI assistants", 0.5, 1 - bell(0.5), before=0.3, n=5),
        Wave("b", "B", "Blockchain", None, 1.0),
    )
    shapes = curve_shapes(CurvePicture(stage_bands(), waves, Turnout(5)), BOX)
    assert [one.text for one in shapes if one.shape == "ellipse"] == ["A"]
    told = [one.text for one in shapes if one.shape == "text"]
    assert any(text.startswith("A AI") for text in told)
    assert any(text.startswith("B Block") for text in told)
    assert sum(one.shape == "path" for one in shapes) == len(stage_bands()) - 1
