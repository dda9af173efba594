"""Each theme can be read: contrast ratios by the rule of WCAG 2, and no colour with NO_COLOR."""

from __future__ import annotations

import pytest
from support.pilot import workshop
from textual.color import Color
from textual.filter import Monochrome, NoColor
from textual.theme import Theme

from mops_tui.tui.settings import Settings
from mops_tui.tui.themes import CONTRAST, THEMES

INKS = ("foreground", "primary", "secondary", "accent", "success", "warning", "error")
GROUNDS = ("background", "surface")


def luminance(colour: Color) -> float:
    def part(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * part(colour.r) + 0.7152 * part(colour.g) + 0.0722 * part(colour.b)


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_knows_black_on_white() -> None:
    assert contrast(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21)
    assert contrast(Color(119, 119, 119), Color(255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ink", INKS)
def test_every_colour_can_be_read_on_the_background(theme: Theme, ink: str) -> None:
    least = 7.0 if theme is CONTRAST else 4.5
    for ground in GROUNDS:
        found = contrast(Color.parse(getattr(theme, ink)), Color.parse(getattr(theme, ground)))
        # Only the text and the large marks stand on the surface of a dialog.
        if ground == "background" or ink == "foreground":
            assert found >= least, f"{ink} on {ground}: {found:.2f}"
        else:
            assert found >= 4.0, f"{ink} on {ground}: {found:.2f}"


@pytest.mark.parametrize("name", ["dark", "light", "contrast"])
async def test_everything_drawn_on_a_vote_can_be_read(name: str) -> None:
    """Every letter on the screen against the ground it really stands on."""
    async with workshop(at="demo/where", settings=Settings(theme=f"mops-{name}")) as stage:
        bad = {}
        for strip in stage.screen._compositor.render_strips():
            for segment in strip:
                style = segment.style
                if not segment.text.strip(" ─━█▔▁│") or style is None:
                    continue
                if style.color is None or style.bgcolor is None or style.dim:
                    continue
                ink = Color.from_rich_color(style.color)
                ground = Color.from_rich_color(style.bgcolor)
                ratio = contrast(ink, ground)
                if ratio < (7.0 if name == "contrast" else 4.5):
                    bad[segment.text.strip()] = round(ratio, 2)
        assert not bad


async def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with workshop(at="demo/where") as stage:
        filters = stage.app._filters
        assert any(isinstance(one, Monochrome | NoColor) for one in filters)
        await stage.sees("Where should the team sit?", "○ Alpha")
