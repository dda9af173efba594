"""A replay as a file: an independent terminal shows what the app shows, and nothing secret."""

from __future__ import annotations

import json
from pathlib import Path

import pyte
import pytest
from support.compared import POINTS, short
from support.pilot import app_running

from mops_tui.model.replay.moment import Moment
from mops_tui.sources.replay import Player, record
from mops_tui.tui.recording.camera import RecordingOptions
from mops_tui.tui.recording.cast import LINGER, TICK, cast
from mops_tui.tui.recording.frames import RATE
from mops_tui.tui.recording.still import still
from mops_tui.tui.screens.replay.replay import ReplayScreen
from mops_tui.usecases.chapters import Chapters

pytestmark = pytest.mark.slow


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return short(tmp_path / "kept")


def played(text: str) -> tuple[dict[str, object], list[tuple[float, list[str]]]]:
    """The header, and the screen of an independent terminal after each event."""
    head, *events = map(json.loads, text.splitlines())
    screen = pyte.Screen(head["width"], head["height"])
    stream = pyte.Stream(screen)
    seen = []
    for at, kind, data in events:
        if kind == "m":  # a marker, which is no output
            continue
        assert kind == "o"
        stream.feed(data)
        seen.append((at, [line.rstrip() for line in screen.display]))
    return head, seen


async def shown(path: Path, size: tuple[int, int], speed: float) -> list[str]:
    """What the app's own replay shows at the end."""
    recorded = record(path)
    async with app_running(size) as stage:
        player = Player(recorded.timeline, speed=speed)
        screen = ReplayScreen(recorded, player, keys=False)
        stage.app.push_screen(screen)
        await stage.on(ReplayScreen)
        player.playing = False
        player.seek(recorded.timeline.length)
        screen.action_leap(0.0)
        for _ in range(5):
            await stage.pilot.pause()
        return stage.text.split("\n")


async def test_a_cast_ends_as_the_app_does_at_the_time_it_plays_with_its_markers(
    kept: Path,
) -> None:
    text = await cast(RecordingOptions(kept, (80, 24), speed=16))
    head, seen = played(text)
    assert (head["version"], head["width"], head["height"]) == (2, 80, 24)
    assert seen[-1][1] == await shown(kept, (80, 24), 16)
    times = [at for at, _screen in seen]
    assert times == sorted(times)
    timeline = record(kept).timeline
    assert times[-2] == pytest.approx(timeline.length / 16, abs=0.01)
    assert times[-1] == pytest.approx(timeline.length / 16 + LINGER, abs=0.01)
    _head, *events = map(json.loads, text.splitlines())
    told = [label for _at, kind, label in events if kind == "m"]
    assert told == [Chapters(timeline).title(marker) for marker in timeline.markers]
    assert any(label.startswith("Decision: ") for label in told)
    assert events[-1][2].endswith("\x1b[?25h")  # it leaves a cursor


async def test_no_vote_is_in_the_cast_before_its_reveal(kept: Path) -> None:
    """The screens of a recording are those of a replay: bars stand there from the reveal on."""
    timeline = record(kept).timeline
    of_it = [marker for marker in timeline.markers if marker.name == POINTS]
    asked, reveal = (next(m for m in of_it if m.kind == kind) for kind in ("round", "reveal"))
    head, seen = played(await cast(RecordingOptions(kept, (100, 30))))
    assert (head["width"], head["height"]) == (100, 30)
    assert seen[-1][1] == await shown(kept, (100, 30), 1)
    before = ["\n".join(screen) for at, screen in seen if asked.at <= at < reveal.at]
    assert len(before) > 3
    assert not [text for text in before if "%" in text]
    after = "\n".join(next(screen for at, screen in seen if at >= reveal.at))
    assert "%" in after


async def test_it_writes_nothing_into_the_session(kept: Path) -> None:
    kept.chmod(0o400)
    before = kept.read_bytes()
    await still(RecordingOptions(kept), 30.0)
    assert kept.read_bytes() == before
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


async def test_a_still_is_a_picture_that_asks_no_server(kept: Path) -> None:
    svg = await still(RecordingOptions(kept, (80, 24)), 30.0)
    assert svg.startswith("<svg")
    assert "@font-face" not in svg
    assert "url(http" not in svg


async def test_a_size_that_shows_nothing_is_refused(kept: Path) -> None:
    with pytest.raises(ValueError, match="79"):
        await still(RecordingOptions(kept, (79, 24)), 0.0)


async def test_a_decision_stands_for_eight_seconds_and_the_time_at_the_foot_goes_on(
    kept: Path,
) -> None:
    timeline = record(kept).timeline
    decision = next(marker for marker in timeline.markers if marker.kind == "decision")
    after = next(at for at in timeline.times[decision.index :] if at > decision.at)
    assert after - decision.at >= 8
    _head, seen = played(await cast(RecordingOptions(kept, (80, 24))))
    during = [(at, lines) for at, lines in seen if decision.at + 1 / RATE <= at < after]
    assert len(during) >= 7 * TICK
    assert len({"\n".join(lines[:-2]) for _at, lines in during}) == 1  # above the bar it stands
    assert len({lines[-1] for _at, lines in during}) >= 7


async def test_a_still_stands_where_the_bar_says(kept: Path) -> None:
    svg = (await still(RecordingOptions(kept, (80, 24)), Moment(seconds=12.0))).replace(
        "&#160;", " "
    )
    assert "0:12 / " in svg
    assert await still(RecordingOptions(kept, (80, 24)), 12.0) == await still(
        RecordingOptions(kept, (80, 24)), Moment(seconds=12.0)
    )
