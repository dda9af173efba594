"""The canvas: cells, wide characters, and its edges."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from mops_tui.tui.charts.canvas import ROUND, Canvas, arrow_head, path
from mops_tui.tui.charts.text import cells, fit, glyphs, wrap


def test_text_is_cut_at_the_edges() -> None:
    canvas = Canvas(5, 2)
    canvas.put(-2, 0, "abcdefghij")
    canvas.put(0, 7, "nowhere")
    assert canvas.text() == "cdefg\n"


def test_half_a_wide_character_is_never_left() -> None:
    canvas = Canvas(6, 1)
    canvas.put(0, 0, "家族")
    canvas.put(1, 0, "x")
    assert canvas.line(0) == " x族  "
    canvas.put(2, 0, "y")
    assert canvas.line(0) == " xy   "
    canvas.put(5, 0, "家")
    assert canvas.line(0) == " xy   "


def test_a_ground_stays_under_what_is_written() -> None:
    canvas = Canvas(3, 1)
    canvas.ground(0, 0, 3, 1, "room")
    canvas.put(1, 0, "x", "mark")
    assert list(canvas.runs(0)) == [
        (" ", "text", "room"),
        ("x", "mark", "room"),
        (" ", "text", "room"),
    ]


def test_a_box_is_a_box() -> None:
    canvas = Canvas(4, 3)
    canvas.box(0, 0, 4, 3, frame=ROUND)
    assert canvas.text() == "╭──╮\n│  │\n╰──╯"


def test_joined_emoji_escape_codes_and_direction_marks_keep_their_width() -> None:
    text = "👩‍👩‍👧\x1b[31m\u202eab"
    assert cells(text) == sum(width for _, width in glyphs(text))
    assert "\x1b" not in "".join(char for char, _ in glyphs(text))


@given(st.text(max_size=40), st.integers(0, 20))
def test_a_fitted_text_fits(text: str, width: int) -> None:
    assert cells(fit(text, width)) <= width


@given(st.text(max_size=60), st.integers(1, 20), st.integers(1, 4))
def test_wrapped_lines_fit_and_are_few(text: str, width: int, lines: int) -> None:
    rows = wrap(text, width, lines)
    assert len(rows) <= lines
    assert all(cells(row) <= width for row in rows)


@given(st.integers(-9, 9), st.integers(-9, 9), st.integers(-9, 9), st.integers(-9, 9))
def test_a_path_goes_from_end_to_end_without_gaps(x0: int, y0: int, x1: int, y1: int) -> None:
    way = list(path(x0, y0, x1, y1))
    assert way[0] == (x0, y0)
    assert way[-1] == (x1, y1)
    steps = itertools.pairwise(way)
    assert all(max(abs(a[0] - b[0]), abs(a[1] - b[1])) == 1 for a, b in steps)


def test_arrows_point_their_way() -> None:
    assert [arrow_head(*d) for d in ((9, 0), (-9, 1), (0, 3), (1, -3), (4, 2))] == [
        "→", "←", "↓", "↑", "↘",
    ]  # fmt: skip
