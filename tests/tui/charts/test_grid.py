"""The grid in cells: nothing hides a mark, everybody is named or counted, at every size."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import samples as s
from support.examples import examples

from mops_tui.pictures.grid import answer_picture, grid_picture
from mops_tui.pictures.shapes import GridMove, GridPicture, NamedMedian, UnitPoint
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.grid import draw_grid
from mops_tui.tui.charts.quadrant.arrows import put_arrows
from mops_tui.tui.charts.quadrant.key import LETTERS
from mops_tui.tui.charts.quadrant.plot import Plot

GRID = s.mops_grid()
SCREENS = [(30, 12), (44, 14), (76, 12), (78, 14), (98, 30)]
Points = list[tuple[float, float]]


def first_name(n: int) -> str:
    """A name that no other one begins with, and whose initials nobody shares."""
    return f"{chr(65 + n // 8)}{'aeiouyáé'[n % 8]}x"


def named(people: list[tuple[str, float, float]]) -> dict[str, str]:
    return {key: f"{first_name(n)} {chr(75 + n % 8)}uz" for n, (key, _x, _y) in enumerate(people)}


def room(points: Points) -> list[tuple[str, float, float]]:
    return [(f"p{n}", x, y) for n, (x, y) in enumerate(points)]


def initials(name: str) -> str:
    first, last = name.split()
    return first[0] + last[0]


def text_of(picture: GridPicture, width: int, height: int) -> str:
    return draw_grid(picture, width, height).text()


places = st.floats(-100, 100, allow_nan=False)
rooms = st.lists(st.tuples(places, places), min_size=1, max_size=44)


@given(points=rooms, width=st.integers(62, 130), height=st.integers(12, 44))
@examples(60)
def test_everybody_is_beside_their_mark_or_in_the_key_or_counted(
    points: Points, width: int, height: int
) -> None:
    people = room(points)
    names = named(people)
    text = text_of(grid_picture(GRID, s.summary(people), names), width, height)
    missing = [
        name
        for name in names.values()
        if name.split()[0] not in text
        and not re.search(rf"\b{initials(name)}\b|[●○\d]{initials(name)}", text)
    ]
    counted = sum(int(n) for n in re.findall(r"\+(\d+)", text))
    assert len(missing) <= counted


@given(points=rooms, width=st.integers(24, 130), height=st.integers(9, 44))
@examples(60)
def test_every_mark_has_its_sign_in_its_cell(points: Points, width: int, height: int) -> None:
    people = room(points)
    picture = grid_picture(GRID, s.summary(people), named(people))
    canvas = draw_grid(picture, width, height)
    left, right, top, bottom = frame(canvas)
    for mark in picture.marks:
        x = left + 1 + round(mark.x * (right - left - 2))
        y = top + 1 + round(mark.y * (bottom - top - 2))
        cell = canvas.at(x, y)
        assert cell.role == "mark"
        assert cell.char in f"●#23456789{LETTERS}"


@given(
    points=rooms,
    froms=st.lists(st.tuples(places, places), min_size=44, max_size=44),
    width=st.integers(40, 130),
    height=st.integers(12, 44),
)
@examples(60)
def test_an_arrow_runs_through_nobodys_mark_and_touches_no_label(
    points: Points, froms: Points, width: int, height: int
) -> None:
    people = room(points)
    leaning = [(key, *at) for (key, _x, _y), at in zip(people, froms, strict=False)]
    picture = grid_picture(GRID, s.summary(people, leaning), named(people))
    canvas = draw_grid(picture, width, height)
    for y in range(canvas.height):
        for x in range(canvas.width):
            cell = canvas.at(x, y)
            if cell.role == "trail" and "\u2800" <= cell.char <= "\u28ff":
                beside = {canvas.at(x - 1, y), canvas.at(x + 1, y)}
                assert not any(one.role == "text" and one.char.isalpha() for one in beside)
    left, right, top, bottom = frame(canvas)
    for mark in picture.marks:
        x = left + 1 + round(mark.x * (right - left - 2))
        y = top + 1 + round(mark.y * (bottom - top - 2))
        assert mark.hollow or canvas.at(x, y).role == "mark"


def frame(canvas: Canvas) -> tuple[int, int, int, int]:
    """The columns and rows of a grid's frame: left, right, top, bottom."""
    corners = {
        canvas.at(x, y).char: (x, y)
        for y in range(canvas.height)
        for x in range(canvas.width)
        if canvas.at(x, y).char in "╭╮╰╯" and canvas.at(x, y).role == "axis"
    }
    return corners["╭"][0], corners["╯"][0], corners["╭"][1], corners["╯"][1]


class TestSigns:
    def test_two_on_one_cell_are_counted_and_both_named(self) -> None:
        people = [("a", 50.0, 50.0), ("b", 50.0, 50.0), ("c", -50.0, 50.0)]
        names = {"a": "Ada Moss", "b": "Ben Nye", "c": "Cas Orr"}
        small = text_of(grid_picture(GRID, s.summary(people), names), 78, 14)
        assert "AM BN" in small
        assert "2" in small.rsplit("╰", 1)[0].split("╮", 1)[1]
        large = text_of(grid_picture(GRID, s.summary(people), names), 98, 30)
        assert "Ada M., Ben N." in large

    def test_initials_that_two_people_have_are_told_apart(self) -> None:
        people = [("a", 50.0, 50.0), ("b", -50.0, 50.0)]
        text = text_of(
            grid_picture(GRID, s.summary(people), {"a": "Ada Moss", "b": "Amy Marr"}), 78, 14
        )
        assert "●AM1" in text
        assert "●AM2" in text

    def test_placed_and_leaning_differ_without_colour(self) -> None:
        people = [*s.PEOPLE[:3]]
        picture = grid_picture(GRID, s.summary(people, s.LEANING), s.NAMES)
        text = text_of(picture, 98, 30)
        body, legend = text.rsplit("╰", 1)
        assert body.count("●") == 3
        assert body.count("○") == len(s.LEANING)
        assert "● own place" in legend
        assert "○ from answers" in legend

    def test_a_quadrant_is_known_by_a_sign_as_well_as_by_its_colour(self) -> None:
        text = text_of(grid_picture(GRID, s.summary(s.PEOPLE)), 78, 14)
        for sign, quadrant in zip("◤◥◣◢", GRID.quadrants, strict=True):
            assert f"{sign} {quadrant.name}" in text

    def test_called_votes_are_hollow_with_their_number_and_hide_nobody(self) -> None:
        picture = grid_picture(GRID, s.summary(s.PEOPLE, called=(4, 0, 2, 1)))
        text = text_of(picture, 98, 30)
        assert "○×4" in text
        assert "○×2" in text
        assert text.rsplit("╰", 1)[0].count("●") == len(s.PEOPLE)

    def test_corners_count_people_and_a_crowd_is_told_in_per_cent_too(self) -> None:
        assert "Modernizers 4" in text_of(grid_picture(GRID, s.summary(s.PEOPLE)), 78, 14)
        crowd = text_of(grid_picture(GRID, s.summary(s.crowd(500))), 98, 30)
        assert re.search(r"Modernizers \d+ \(\d+ %\)", crowd)


class TestMedian:
    def test_a_split_grid_draws_no_centre_and_says_why(self) -> None:
        picture = grid_picture(GRID, s.summary(s.PEOPLE, split_x=True, split_y=True))
        text = text_of(picture, 98, 30)
        assert "╋" not in text
        assert "split on both axes: no median" in text

    def test_one_split_axis_leaves_a_named_line_and_no_centre(self) -> None:
        text = text_of(grid_picture(GRID, s.summary(s.PEOPLE, split_y=True)), 98, 30)
        assert "╋" not in text
        assert text.count("╏") > 10
        assert "median" in text
        assert "split: rational – emotional" in text

    def test_somebody_in_the_median_stays_in_sight(self) -> None:
        people = [("a", -20.0, 0.0), ("b", 20.0, 40.0), ("c", 60.0, 80.0)]
        text = text_of(grid_picture(GRID, s.summary(people), {"b": "Bo By"}), 78, 14)
        assert "╺━●━╸" in text

    @given(people=st.integers(3, 60), width=st.integers(30, 130), height=st.integers(12, 44))
    @examples(40)
    def test_it_is_named(self, people: int, width: int, height: int) -> None:
        crowd = s.crowd(people)
        picture = answer_picture(GRID, s.placed(crowd, before=s.crowd(people, 5)), named(crowd))
        text = text_of(picture, width, height)
        assert "median" in text


class TestMoves:
    def moved(self) -> GridPicture:
        return answer_picture(GRID, s.placed(s.PEOPLE, before=s.EARLIER), s.NAMES)

    def test_how_many_of_them_are_drawn_is_said(self) -> None:
        assert "since round 1, 3 of 5 drawn" in text_of(self.moved(), 78, 14)
        assert "since round 1" in text_of(self.moved(), 98, 30)
        assert "longest" not in text_of(self.moved(), 98, 30)

    def test_who_changed_the_corner_is_drawn_before_who_moved_further(self) -> None:
        before = [("far", -90.0, -90.0), ("near", -5.0, 10.0)]
        now = [("far", -10.0, -10.0), ("near", 5.0, 10.0)]
        moves = answer_picture(GRID, s.placed(now, before=before)).moves
        assert [move.id for move in moves] == ["near", "far"]

    def test_a_move_that_cannot_be_drawn_leaves_its_place_to_another(self) -> None:
        plot = Plot(0, 0, 60, 20)
        wall = {(x, y) for x in range(20, 24) for y in range(20)}
        ways = [((10, 10), (40, 10)), ((30, 2), (50, 2))]
        moves = [
            GridMove(str(n), *(UnitPoint((x + 0.5) / 60, (y + 0.5) / 20) for x, y in way))
            for n, way in enumerate(ways)
        ]
        drawn, _cells = put_arrows(Canvas(60, 20), plot, moves, wall, 1)
        assert [move.id for move in drawn] == ["1"]

    def test_the_arrow_from_leaning_to_placed_is_drawn(self) -> None:
        leaning = s.summary(s.PEOPLE, s.LEANING)
        for picture in (
            grid_picture(GRID, leaning, s.NAMES),
            answer_picture(GRID, s.placed(s.PEOPLE), s.NAMES, leaning.leaning),
        ):
            text = text_of(picture, 98, 30)
            assert "○→● same person" in text
            assert text.count("○") >= len(s.LEANING)

    def test_the_explained_mark_is_picked_out_with_its_own_arrow_alone(self) -> None:
        picture = grid_picture(GRID, s.summary(s.PEOPLE, s.LEANING), {"MD": "Mo Dahl"}, "MD")
        text = text_of(picture, 78, 14)
        assert "◉" in text
        assert "Mo D." in text
        assert len(re.findall("[←↑→↓↖↗↘↙]", text.rsplit("╰", 1)[0])) == 1


@given(points=rooms, width=st.integers(30, 76), height=st.integers(12, 24))
@examples(60)
def test_no_letter_of_a_mark_runs_into_the_end_of_an_axis(
    points: Points, width: int, height: int
) -> None:
    people = room(points)
    text = text_of(grid_picture(GRID, s.summary(people), named(people)), width, height)
    for end in (GRID.x.low, GRID.x.high):
        for before, after in re.findall(f"(.){end}(.)", text):
            assert not (before + after).strip("┄┼│ ┊").isalnum()


class TestCrowd:
    @pytest.mark.parametrize("size", SCREENS)
    def test_a_thousand_are_a_density_that_says_what_it_means(self, size: tuple[int, int]) -> None:
        text = text_of(grid_picture(GRID, s.summary(s.crowd(1000))), *size)
        assert all(shade in text for shade in "░▒▓█")
        assert "people" in text
        assert "╋" in text

    def test_no_axis_end_covers_a_crowd(self) -> None:
        everywhere = [("", x / 1, y / 1) for x in range(-100, 101, 5) for y in range(-100, 101, 5)]
        text = text_of(grid_picture(GRID, s.summary(everywhere)), 30, 12)
        assert GRID.x.low not in text

    def test_nobody_is_told_in_words_instead_of_an_empty_frame(self) -> None:
        text = text_of(grid_picture(GRID, s.summary([])), 78, 14)
        assert "╭" not in text
        assert "nobody voted" in text

    @pytest.mark.parametrize("height", [2, 3, 4])
    def test_where_there_is_no_room_for_a_grid_all_four_corners_are_named(
        self, height: int
    ) -> None:
        text = text_of(grid_picture(GRID, s.summary(s.PEOPLE)), 76, height)
        assert all(corner.name in text for corner in GRID.quadrants)

    def test_an_open_vote_shows_the_empty_grid(self) -> None:
        assert "╭" in text_of(grid_picture(GRID, None), 78, 14)

    def test_an_anonymous_room_has_marks_and_no_names(self) -> None:
        people = [("", x, y) for _key, x, y in s.PEOPLE]
        text = text_of(replace(grid_picture(GRID, s.summary(people))), 78, 14)
        assert text.rsplit("╰", 1)[0].count("●") == len(people)


class TestLarge:
    def test_the_legend_and_the_moves_stand_beside(self) -> None:
        picture = answer_picture(GRID, s.placed(s.PEOPLE, before=s.EARLIER), s.NAMES)
        text = text_of(picture, 118, 30)
        assert "The moves that are drawn" in text
        assert re.search(r"KO +◥ → ◤", text)
        assert "9 people answered" in text

    def test_a_legend_below_takes_no_row_from_the_plot(self) -> None:
        rows = [
            text_of(grid_picture(GRID, s.summary(s.PEOPLE)), 78, h).count("┊") for h in (14, 15)
        ]
        assert rows[0] == rows[1]


def test_medians_of_sessions_are_crosses_with_their_names_and_no_people() -> None:
    spots = (NamedMedian("A", UnitPoint(0.3, 0.3)), NamedMedian("B", UnitPoint(0.6, 0.6)))
    picture = replace(grid_picture(GRID, s.summary([])), medians=spots, way="session")
    text = text_of(picture, 78, 14)
    assert "╋A" in text
    assert "╋B" in text
    assert "●" not in text
    assert "○" not in text
