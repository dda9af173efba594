"""The keys that move a replay: in time, from marker to marker, event by event, and how fast."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.replays import REVEALED, keep, replay, replaying

pytestmark = pytest.mark.slow


async def test_the_keys_people_know(tmp_path: Path) -> None:
    path = keep(tmp_path / "s.toml", *REVEALED)
    async with replaying(path) as stage:
        player = replay(stage).player
        length = player.timeline.length
        await stage.press("right")
        assert player.at == pytest.approx(5)
        await stage.press("left")
        assert player.at == 0
        await stage.press("shift+right")
        assert player.at == pytest.approx(length / 10)
        await stage.press("shift+left")
        assert player.at == pytest.approx(0)
        await stage.press("5")
        assert player.at == pytest.approx(length / 2)
        await stage.press("0")
        index = player.index
        await stage.press("full_stop")
        assert player.index == index + 1
        await stage.press("comma")
        assert player.index == index
        await stage.press("greater_than_sign")
        assert player.speed == 2
        await stage.press("less_than_sign", "less_than_sign")
        assert player.speed == 0.5
        await stage.sees("×0.5")
        await stage.press("l")
        await stage.sees("↻")
        await stage.press("right_square_bracket", "right_square_bracket")
        await stage.sees("Alpha")
        assert player.timeline.markers[1].index == player.index
        await stage.press("left_square_bracket")
        assert player.timeline.markers[0].index == player.index
        await stage.press("space")
        assert player.playing


async def test_another_pace_keeps_the_moment(tmp_path: Path) -> None:
    async with replaying(keep(tmp_path / "s.toml", *REVEALED)) as stage:
        await stage.sees(" story ")
        await stage.press("right_square_bracket", "right_square_bracket")
        index = replay(stage).player.index
        await stage.press("p")
        await stage.sees(" real ", f"event {index} of")
        await stage.press("p")
        await stage.sees(" story ", f"event {index} of")
