"""Facts about QR codes: what is drawn can be scanned, in every theme; it is whole or not there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.seen_codes import codes_on
from textual.app import App, ComposeResult

from mops_tui.tui.themes import THEMES
from mops_tui.tui.widgets.joining.qr_code import LONGEST, QrCode, cells_of, fitting, modules

ADDRESS = "HTTP://192.168.100.200:8420/7KQ2M9XD"
WIFI = r"WIFI:T:WPA;S:Hotel\; Floor 2;P:corr\:ect horse;;"


class Shown(App[None]):
    def __init__(self, text: str, theme: str) -> None:
        super().__init__()
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme
        self._text = text

    def compose(self) -> ComposeResult:
        yield QrCode(self._text)


@pytest.mark.parametrize("text", [ADDRESS, WIFI], ids=["address", "wifi"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_what_is_drawn_is_read_by_a_camera(
    theme: str, text: str, size: tuple[int, int]
) -> None:
    async with Shown(text, theme).run_test(size=size) as pilot:
        assert codes_on(pilot.app.screen) == [text]


async def test_without_colours_it_is_still_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with Shown(ADDRESS, "mops-dark").run_test(size=(80, 24)) as pilot:
        assert codes_on(pilot.app.screen) == [ADDRESS]
        widget = pilot.app.query_one(QrCode)
        # The letters alone, light on a dark terminal, are the code as well.
        drawn = ["".join(one.text for one in widget.render_line(y)) for y in range(17)]
        upper = [[letter in " ▄" for letter in line] for line in drawn]
        assert upper == [list(row) for row in modules(ADDRESS)[::2]]


async def test_a_code_that_does_not_fit_is_not_drawn_in_part() -> None:
    async with Shown(ADDRESS, "mops-dark").run_test(size=(80, 14)) as pilot:
        widget = pilot.app.query_one(QrCode)
        widget.styles.height = 14
        await pilot.pause()
        assert "▀" not in "".join(one.text for y in range(14) for one in widget.render_line(y))


def test_an_address_takes_few_cells() -> None:
    assert cells_of(ADDRESS) == (33, 17)


def test_where_there_is_less_room_the_quiet_zone_gives_way_first() -> None:
    assert len(fitting(ADDRESS, 80, 17)) == 33
    assert len(fitting(ADDRESS, 80, 15)) == 29
    assert fitting(ADDRESS, 80, 14) == ()


@given(st.text(max_size=LONGEST + 1))
def test_any_text_is_a_square_or_nothing(text: str) -> None:
    drawn = modules(text)
    assert all(len(row) == len(drawn) for row in drawn)
    assert bool(drawn) == (0 < len(text) <= LONGEST)
