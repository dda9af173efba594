"""Colours that can be read: 4.5 to 1 for every text, in light, in dark, and on paper."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from mops_tui.report.document.blocks import TextDocument
from mops_tui.report.document.style import style_of
from mops_tui.report.svg.style import COLOURS, DARK, PRINTED, Look

LEAST = 4.5
STYLE = style_of(TextDocument("t", (), "en", report=True))
ON_PAGES = (
    ("ink", "paper"), ("soft", "paper"), ("strong", "paper"), ("accent", "paper"),
    ("ink", "tint"), ("ink", "accent-tint"), ("soft", "accent-tint"), ("accent", "accent-tint"),
    ("warn", "warn-tint"), ("private", "private-tint"),
)  # fmt: skip
IN_PICTURES: tuple[tuple[Look, Look], ...] = (
    ("ink", "paper"), ("soft", "paper"), ("on-strong", "strong"), ("ink", "tint"), ("ink", "pale"),
)  # fmt: skip
SCHEMES = {"light": "", "dark": "prefers-color-scheme: dark", "paper": "print"}


def light(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def colours(scheme: str) -> dict[str, str]:
    """What the variables of the page are, in a scheme, the last rule being the one that counts."""
    found: dict[str, str] = {}
    starts = [*(one.start() for one in re.finditer(r"@media|:root", STYLE)), len(STYLE)]
    within = ""
    for start, end in pairwise(starts):
        rule = STYLE[start:end]
        if rule.startswith("@media"):
            within = rule[: rule.index("{")]
            continue
        outside = "\n:root" in STYLE[start - 1 : end]
        if outside or (SCHEMES[scheme] and SCHEMES[scheme] in within):
            body = rule[: rule.index("}")]
            found |= dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", body))
    return found


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), ON_PAGES)
def test_every_text_of_a_page_stands_out(scheme: str, text: str, ground: str) -> None:
    known = colours(scheme)
    assert contrast(known[text], known[ground]) >= LEAST


@pytest.mark.parametrize("known", [COLOURS, DARK, PRINTED], ids=list(SCHEMES))
@pytest.mark.parametrize(("text", "ground"), IN_PICTURES)
def test_every_text_of_a_picture_stands_out(
    known: dict[Look, str], text: Look, ground: Look
) -> None:
    assert contrast(known[text], known[ground]) >= LEAST


def test_dark_is_dark_and_paper_is_light() -> None:
    assert light(colours("dark")["paper"]) < 0.1
    assert light(colours("paper")["paper"]) == light(colours("light")["paper"]) == 1.0
