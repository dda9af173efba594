"""The colours of a page: what stands around the screen can be read in both looks."""

from __future__ import annotations

import re

import pytest
from textual.color import Color
from textual.theme import Theme

from mops_tui.tui.recording.film import Film, Ink, Run
from mops_tui.tui.recording.palette import style_sheet
from mops_tui.tui.themes import CONTRAST, DARK, LIGHT

INK = Ink(("#aabbcc", "#112233"), ("#000001", "#fffffe"), bold=True, underline=True)
PLAIN = Ink(("", ""), ("#000002", "#fffffd"))
FILM = Film((80, 24), 1.0, lines=[(Run(0, "abc"), Run(1, "a long row"))], inks=[INK, PLAIN])


def luminance(colour: str) -> float:
    parts = [value / 255 for value in Color.parse(colour).rgb]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [DARK, CONTRAST])
def test_words_beside_the_screen_reach_aa_and_edges_reach_three(dark: Theme) -> None:
    sheet = style_sheet(FILM, dark, LIGHT)
    blocks = re.findall(r":root(?:\[data-theme=light\])?\{(.*?)\}", sheet)
    assert len(blocks) >= 2
    for block in blocks:
        colours = dict(re.findall(r"--(\w+):(#\w+)", block))
        for ground in ("bg", "panel"):
            for words in ("fg", "muted", "accent"):
                assert contrast(colours[words], colours[ground]) >= 4.5, (words, ground)
        assert contrast(colours["edge"], colours["bg"]) >= 3


def test_each_ink_is_a_class_with_its_colours_as_variables() -> None:
    sheet = style_sheet(FILM, DARK, LIGHT)
    assert (
        ".s0{color:var(--c0);background:var(--c1);font-weight:700;text-decoration:underline}"
        in sheet
    )
    assert ".s1" not in sheet  # the screen's own colours
    assert "--c0:#aabbcc" in sheet
    assert "--c0:#112233" in sheet
    assert ".w3{width:3ch}" in sheet


def test_it_prints_light_whatever_is_shown() -> None:
    sheet = style_sheet(FILM, DARK, LIGHT)
    assert re.search(r"@media print\{:root,:root\[data-theme\]\{color-scheme:light", sheet)
