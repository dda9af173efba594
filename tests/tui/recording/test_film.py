"""The frames of a page: one text with two looks, each line kept once."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from mops_tui.tui.recording.film import Film, Run, _Cutter


def strip(*parts: tuple[str, str]) -> Strip:
    return Strip([Segment(text, Style.parse(style)) for text, style in parts])


def cut(*frames: tuple[list[Strip], list[Strip]]) -> Film:
    cutter = _Cutter(Film((6, 2), 1.0))
    for number, (dark, light) in enumerate(frames):
        cutter.add(float(number), number, dark, light)
    return cutter.film


def test_a_text_is_cut_where_either_look_changes() -> None:
    film = cut(([strip(("abcd", "#111111"))], [strip(("ab", "#eeeeee"), ("cd", "bold #dddddd"))]))
    assert film.lines == [(Run(0, "ab"), Run(1, "cd"))]
    assert [ink.colour for ink in film.inks] == [("#111111", "#eeeeee"), ("#111111", "#dddddd")]


def test_neighbours_in_one_ink_are_one_run() -> None:
    dark = strip(("ab", "#111111"), ("cd", "#111111"))
    film = cut(([dark], [strip(("abcd", "#eeeeee"))]))
    assert film.lines == [(Run(0, "abcd"),)]


def test_what_is_reversed_has_its_colours_the_other_way_round() -> None:
    film = cut(([strip(("a", "reverse #111111 on #222222"))], [strip(("a", "#333333 on #444444"))]))
    assert (film.inks[0].colour, film.inks[0].ground) == (
        ("#222222", "#333333"),
        ("#111111", "#444444"),
    )


def test_a_frame_is_what_it_changes_and_the_same_line_is_kept_once() -> None:
    a, b = strip(("a", "#111111")), strip(("b", "#111111"))
    film = cut(([a, b], [a, b]), ([a, b], [a, b]), ([a, a], [a, a]))
    assert [(frame.at, frame.rows) for frame in film.frames] == [
        (0.0, ((0, 0), (1, 1))),
        (2.0, ((1, 0),)),
    ]
    assert film.lines == [(Run(0, "a"),), (Run(0, "b"),)]
    assert film.screen(0) == (film.lines[0], film.lines[1])
    assert film.screen(1) == (film.lines[0], film.lines[0])
