"""The grid as shapes: marks with initials where there are names, numbers where there is a crowd."""

from __future__ import annotations

from dataclasses import replace

from support.decks import grid

from mops_tui.pictures.shapes import GridMark
from mops_tui.report.slides.parts import SlideBox
from mops_tui.report.slides.quadrant import grid_key, grid_names, grid_shapes

BOX = SlideBox(0.6, 1.95, 8, 4.8)


def texts(count: int, name: str = "") -> list[str]:
    return [one.text for one in grid_shapes(grid(count, name), BOX) if one.text]


def test_people_with_a_name_have_initials_each_once() -> None:
    picture = replace(
        grid(0),
        marks=(GridMark("1", "Ana Pop", 0.1, 0.1), GridMark("2", "Adam Petit", 0.9, 0.9)),
    )
    shown = [one.text for one in grid_shapes(picture, BOX)]
    assert {"AP1", "AP2"} <= set(shown)
    assert grid_names(picture) == ["AP1  Adam Petit", "AP2  Ana Pop"]


def test_a_crowd_without_names_is_counted_and_nobody_is_lost() -> None:
    numbers = [text for text in texts(1000) if text.isdigit()]
    alone = [one for one in grid_shapes(grid(1000), BOX) if one.shape == "ellipse" and not one.text]
    assert sum(map(int, numbers)) + len(alone) == 1000
    told = "a number: so many people stand there; a dot without one: one person"
    assert told in grid_key(grid(1000))


def test_those_on_a_line_are_told_and_stand_in_no_corner() -> None:
    away = [mark for mark in grid(60).marks if mark.x != 0.5]
    marks = (*(GridMark("", "", 0.5, 0.2) for _ in range(18)), *away)
    picture = replace(grid(0), marks=marks, between=18)
    assert "18 on a line between corners, in none of them" in grid_key(picture)
    eighteen = next(one for one in grid_shapes(picture, BOX) if one.text == "18")
    upright = next(one for one in grid_shapes(picture, BOX) if one.shape == "line")
    assert abs(eighteen.box.x + eighteen.box.w / 2 - upright.box.x) < 0.01


def test_a_crowd_with_names_shows_none_of_them() -> None:
    assert not any("Ana" in text for text in texts(60, "Ana")[9:])


def test_the_median_is_a_cross_and_a_split_axis_has_none() -> None:
    def lines(one: object) -> int:
        return sum(shape.shape == "line" and shape.thick >= 2 for shape in grid_shapes(one, BOX))  # type: ignore[arg-type]  # a picture

    picture = grid(9)
    assert lines(picture) == 2
    assert lines(replace(picture, centre=None, spread=None, split_x=True)) == 0
    assert any("split" in line for line in grid_key(replace(picture, centre=None, split_x=True)))


def test_marks_in_one_place_are_one_dot_with_their_number() -> None:
    picture = replace(grid(0), marks=tuple(GridMark("", "", 0.5, 0.5) for _ in range(7)))
    shapes = grid_shapes(picture, BOX)
    assert sum(one.shape == "ellipse" for one in shapes) == 1
    assert "7" in [one.text for one in shapes]


def test_no_dot_of_a_crowd_counts_people_of_two_corners() -> None:
    picture = grid(1000)
    plot = next(one.box for one in grid_shapes(picture, BOX) if one.shape == "rect")
    middle = (plot.x + plot.w / 2, plot.y + plot.h / 2)
    counted = {(at < 1, below < 1): 0 for at in range(2) for below in range(2)}
    for one in grid_shapes(picture, BOX):
        if one.shape == "ellipse":
            x, y = one.box.x + one.box.w / 2, one.box.y + one.box.h / 2
            counted[x < middle[0], y < middle[1]] += int(one.text or 1)
    for (left, top), count in counted.items():
        assert count == sum((m.x < 0.5) == left and (m.y < 0.5) == top for m in picture.marks)
