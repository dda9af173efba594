"""A replay as an asciicast, version 2. Rows that did not change are not written again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from rich.color import ColorSystem
from rich.segment import Segment
from textual.strip import Strip

from mops_tui.model.replay.timeline import Timeline
from mops_tui.sources.replay import Recording, record
from mops_tui.tui.recording.camera import RecordingOptions, on_camera
from mops_tui.tui.recording.frames import FrameTime, frame_times, glides
from mops_tui.tui.settings import Settings
from mops_tui.usecases.chapters import Chapters
from mops_tui.words.safe import safe

LINGER = 3.0
"""Seconds that the last frame stays."""
TICK = 1.0
"""Seconds, as the viewer sees them, after which the time at the foot goes on by itself."""
_BEGIN = "\x1b[?25l\x1b[0m\x1b[2J"


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
    frames, chapters = _frames(timeline, take.speed), Chapters(timeline)
    written = [_header(take, recorded)]
    async with on_camera(take, recorded, settings or Settings()) as camera:
        shown: list[Strip] = []
        before = 0
        for number, frame in enumerate(frames, 1):
            rows = await camera.look(frame.play, playing=number < len(frames))
            data = _changes(shown, rows)
            if data:
                written.append(_event(frame.film, data if shown else _BEGIN + data))
            passed = [one for one in timeline.markers if before < one.index <= camera.index]
            written += [_marker(frame.film, chapters.title_for_good(one)) for one in passed]
            before, shown = camera.index, rows
            if on_progress is not None:
                on_progress(number, len(frames))
    # The cursor comes back, behind the last row: a shell's prompt begins below the picture.
    last = f"\x1b[0m\x1b[{take.size[1]};{take.size[0]}H\x1b[?25h"
    written.append(_event(frames[-1].film + LINGER, last))
    return "".join(written)


def _frames(timeline: Timeline, speed: float) -> list[FrameTime]:
    """Where something happens, and where the time at the foot goes on."""
    step = TICK * speed
    ticks = (number * step for number in range(int(timeline.length / step) + 1))
    times = chain(timeline.times, ticks)
    return list(frame_times(times, speed, timeline.length, glides(timeline, speed)))


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


def _changes(before: Sequence[Strip], after: Sequence[Strip]) -> str:
    """The rows that are other than before, each at its place."""
    return "".join(
        f"\x1b[{row};1H{_ansi(strip)}"
        for row, strip in enumerate(after, 1)
        if row > len(before) or before[row - 1] != strip
    )


def _ansi(segments: Iterable[Segment]) -> str:
    parts = []
    for text, style, control in segments:
        if control or not text:
            continue
        parts.append(style.render(text, color_system=ColorSystem.TRUECOLOR) if style else text)
    return "".join(parts)
