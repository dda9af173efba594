"""Pictures in characters: never wider than asked, aligned in any font, and true to their counts."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from support import samples
from support.drawn_pictures import pictures

from mops_tui.pictures.bars import bars_picture
from mops_tui.pictures.grid import grid_picture
from mops_tui.pictures.shapes import (
    Corner,
    GridMark,
    GridPicture,
    Picture,
    Turnout,
    UnitPoint,
)
from mops_tui.report.plots.draw import WIDTH, plot_of
from mops_tui.words.safe import cells, safe


@given(pictures(), st.integers(1, 120))
def test_no_line_is_wider_than_asked(picture: Picture, width: int) -> None:
    assert all(cells(line) <= width for line in plot_of(picture, width))


@given(pictures())
def test_every_line_is_safe_and_one_line(picture: Picture) -> None:
    for line in plot_of(picture):
        assert safe(line) == line
        assert "\n" not in line


def test_what_is_drawn_is_plain_where_the_words_are() -> None:
    grid = grid_picture(
        samples.mops_grid(), samples.summary(samples.PEOPLE, samples.LEANING), samples.NAMES
    )
    question = samples.first("org-placement", "choice")
    for picture in (grid, bars_picture(question, samples.spread(question, [4, 3, 1, 1]))):
        assert all(line.isascii() for line in plot_of(picture))


def test_a_bar_is_as_long_as_its_share_with_its_count_beside_it() -> None:
    question = samples.first("org-placement", "choice")
    before = samples.spread(question, [1, 3, 3, 2])
    lines = plot_of(bars_picture(question, samples.spread(question, [4, 2, 2, 1]), before))
    first, second = lines[0], lines[1]
    assert abs(first.count("#") - 2 * second.count("#")) <= 2
    assert first.endswith("4 votes   44 %")
    assert "|" in first
    assert lines[-1] == "| the round before"


def test_a_grid_has_its_corners_and_a_letter_for_everybody() -> None:
    picture = grid_picture(samples.mops_grid(), samples.summary(samples.PEOPLE), samples.NAMES)
    text = "\n".join(plot_of(picture, WIDTH))
    for corner in picture.corners:
        assert f"{corner.name} {corner.count}" in text
    assert all(f" {name}" in text for name in samples.NAMES)
    assert "X median" in text


def test_a_pair_has_its_middle_in_brackets_and_says_what_is_split() -> None:
    question = samples.first("mops-personas", "pairs")
    lines = plot_of(bars_picture(question, samples.paired(question)))
    assert any(line.endswith("split") for line in lines)
    assert any("[" in line and "]" in line for line in lines)


def test_a_median_is_seen_or_told_where_somebody_stands_on_it() -> None:
    corners = (Corner("a", "A"), Corner("b", "B"), Corner("c", "C"), Corner("d", "D"))
    marks = (GridMark("a", "Ana", 0.25, 0.25), GridMark("b", "Ben", 0.75, 0.75))
    named = GridPicture("l", "r", "d", "u", corners, marks, (), Turnout(2), UnitPoint(0.25, 0.25))
    assert "a stands at the median, too" in "\n".join(plot_of(named))
    nameless = replace(named, marks=tuple(GridMark("", "", m.x, m.y) for m in marks))
    told = "\n".join(plot_of(nameless))
    assert told.count("X") == 2
    assert "X median" in told
