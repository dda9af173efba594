"""A replay as a file to share: an asciicast of all of it, or a still as SVG.

The replay's own screen is driven without a terminal: it goes to each event's play time, and what
it shows is written down. Lines that did not change are not written again. Nothing is shown that a
replay would not show, and the session is read only.
"""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.color import ColorSystem
from rich.segment import Segment
from textual.pilot import Pilot
from textual.screen import Screen

from mops_tui.model.replay.moment import Moment
from mops_tui.model.replay.pace import STORY, Pace
from mops_tui.sources.replay import Player, Recording, record
from mops_tui.storage.folders.places import Places
from mops_tui.tui.host import LEAST_HEIGHT, LEAST_WIDTH, Host
from mops_tui.tui.screens.replay.replay import ReplayScreen
from mops_tui.tui.settings import Settings
from mops_tui.usecases.chapters import Chapters
from mops_tui.words.safe import safe

COALESCE = 0.04
"""Seconds, as the viewer sees them, under which two frames become one."""
LINGER = 3.0
"""Seconds that the last frame stays."""
SETTLED = 2
"""How often in a row a frame must be the same until it counts as settled."""
MOST_PASSES = 30
"""How often at most it is looked at: what moves by itself must not hold a recording up."""
_BEGIN = "\x1b[?25l\x1b[0m\x1b[2J"
_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")


@dataclass(frozen=True)
class RecordingOptions:
    """What is recorded, and how.

    Attributes:
        session: The session file.
        size: Columns and rows; 80 by 24 at least.
        speed: Times real time.
        pace: At which it plays.
        opened: The analyst's view.
    """

    session: Path
    size: tuple[int, int] = (100, 30)
    speed: float = 1.0
    pace: Pace = STORY
    opened: bool = False


class _Stepped(Player):
    """A player whose clock stands still: only `seek` moves it."""

    def advance(self, seconds: float) -> bool:  # noqa: ARG002 - as of every player
        """Stand still: real time moves nothing in a recording."""
        return False


class _Recorder(Host):
    """An app with the program's styles and themes only: the user's sessions are never read."""

    def __init__(self, settings: Settings) -> None:
        nowhere = Path()
        super().__init__(Places(nowhere, nowhere, nowhere, nowhere), settings)
        self.animation_level = "none"

    def get_default_screen(self) -> Screen[None]:
        """Nothing."""
        return Screen()


class _Camera:
    """Goes to a play time and looks at the screen there."""

    def __init__(self, pilot: Pilot[None], screen: ReplayScreen) -> None:
        self._pilot = pilot
        self._screen = screen

    async def look(self, at: float | Moment, *, playing: bool) -> list[str]:
        """The screen at a moment, a line each, once nothing in it moves any more."""
        player = self._screen.player
        player.playing = playing
        if isinstance(at, Moment):
            player.stand(at)
        else:
            player.seek(at)
        self._screen.action_leap(0.0)
        lines: list[str] = []
        same = 0
        for _pass in range(MOST_PASSES):
            await self._pilot.pause(0)  # every widget has done what it was asked to
            before, lines = lines, self.lines()
            same = same + 1 if lines == before else 0
            if same == SETTLED:
                break
        return lines

    @property
    def index(self) -> int:
        """How many events have happened."""
        return self._screen.player.index

    def lines(self) -> list[str]:
        """What is drawn, with colours."""
        strips = self._screen._compositor.render_strips()
        return [_ansi(strip) for strip in strips]

    def svg(self, title: str) -> str:
        """What is drawn, as SVG. It asks no server for its letters."""
        return _FONT_FACE.sub("", self._pilot.app.export_screenshot(title=title))


def _ansi(segments: Iterable[Segment]) -> str:
    parts = []
    for text, style, control in segments:
        if control or not text:
            continue
        parts.append(style.render(text, color_system=ColorSystem.TRUECOLOR) if style else text)
    return "".join(parts)


@asynccontextmanager
async def _on_camera(
    take: RecordingOptions, recorded: Recording, settings: Settings
) -> AsyncIterator[_Camera]:
    if take.size[0] < LEAST_WIDTH or take.size[1] < LEAST_HEIGHT:
        raise ValueError(take.size)
    player = _Stepped(recorded.timeline, speed=take.speed)
    screen = ReplayScreen(recorded, player, opened=take.opened, keys=False)
    app = _Recorder(settings)
    async with app.run_test(size=take.size) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        yield _Camera(pilot, screen)


def moments(times: Sequence[float], speed: float) -> Iterator[tuple[float, float]]:
    """When there is something new to see: (play time, time in the recording) of each frame.

    Events that follow each other within `COALESCE` share a frame, at the time of the last: nothing
    is ever shown before it happened.
    """
    begun: float | None = None
    last = 0.0
    for at in times:
        if begun is not None and (at - begun) / speed >= COALESCE:
            yield last, last / speed
            begun = None
        begun = at if begun is None else begun
        last = at
    if begun is not None:
        yield last, last / speed


async def cast(
    take: RecordingOptions,
    settings: Settings | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> str:
    """A replay as an asciicast, version 2.

    Args:
        take: What is recorded.
        settings: The user's settings, for the theme.
        on_progress: Is called after each frame with how many there are so far, and in all.

    Raises:
        SessionError: The session cannot be read.
        ValueError: The size is too small.
    """
    recorded = record(take.session, take.pace)
    timeline = recorded.timeline
    # The last event stands until the end: there the line at the foot is full.
    frames = list(moments([*timeline.times, timeline.length], take.speed))
    written = [_header(take, recorded)]
    async with _on_camera(take, recorded, settings or Settings()) as camera:
        shown: list[str] = []
        end, before = 0.0, 0
        marks, chapters = timeline.markers, Chapters(timeline)
        for number, (at, end) in enumerate(frames, 1):
            lines = await camera.look(at, playing=number < len(frames))
            data = _changes(shown, lines) if shown else _BEGIN + _changes([], lines)
            if data:
                written.append(_event(end, data))
            passed = [one for one in marks if before < one.index <= camera.index]
            written += [_marker(end, chapters.title(one)) for one in passed]
            before = camera.index
            shown = lines
            if on_progress is not None:
                on_progress(number, len(frames))
        # The cursor comes back, behind the last row: a shell's prompt begins below the picture.
        written.append(_event(end + LINGER, f"\x1b[0m\x1b[{take.size[1]};{take.size[0]}H\x1b[?25h"))
    return "".join(written)


async def still(
    take: RecordingOptions, at: float | Moment, settings: Settings | None = None
) -> str:
    """The replay at a moment, or a play time in seconds, as SVG.

    Raises:
        SessionError: The session cannot be read.
        BeyondEnd: It has no such moment.
        ValueError: The size is too small.
    """
    recorded = record(take.session, take.pace)
    async with _on_camera(take, recorded, settings or Settings()) as camera:
        await camera.look(at, playing=False)
        return camera.svg(safe(recorded.header.title))


def _header(take: RecordingOptions, recorded: Recording) -> str:
    width, height = take.size
    header = {
        "version": 2,
        "width": width,
        "height": height,
        "timestamp": int(recorded.header.opened.timestamp()),
        "title": safe(recorded.header.title),
        "env": {"TERM": "xterm-256color"},
    }
    return json.dumps(header, ensure_ascii=False) + "\n"


def _event(at: float, data: str) -> str:
    return json.dumps([round(at, 3), "o", data], ensure_ascii=False) + "\n"


def _marker(at: float, title: str) -> str:
    """A marker, which players show on their line and jump to."""
    return json.dumps([round(at, 3), "m", title], ensure_ascii=False) + "\n"


def _changes(before: Sequence[str], after: Sequence[str]) -> str:
    """The lines that are other than before, each at its place."""
    return "".join(
        f"\x1b[{row};1H{line}"
        for row, line in enumerate(after, 1)
        if row > len(before) or before[row - 1] != line
    )
