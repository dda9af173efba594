"""The frames of a replay in its dark and its light look: text once, with a style for both.

Rows that are alike are kept once, and a frame is what it changes. So the file of an hour is short,
and the bytes of a frame hold nothing that it does not show.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from mops_tui.sources.replay import Recording
from mops_tui.tui.recording.camera import RecordingOptions, on_camera
from mops_tui.tui.recording.frames import FrameTime, frame_times, glides
from mops_tui.tui.settings import Settings

Pair = tuple[str, str]
"""A colour in the dark look and in the light one, as `#rrggbb`; "" is that of the screen."""


@dataclass(frozen=True)
class Ink:
    """How a run of text looks, in both looks."""

    colour: Pair
    ground: Pair
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False


@dataclass(frozen=True)
class Run:
    """Text in one ink; `style` is the number of its ink."""

    style: int
    text: str


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Frame:
    """What a frame changes.

    Attributes:
        at: Its time in the film, in seconds.
        index: How many events have happened there.
        rows: Each row that is another one now, and the number of its line.
    """

    at: float
    index: int
    rows: tuple[tuple[int, int], ...]


@dataclass
class Film:
    """All frames of a replay.

    Attributes:
        size: Columns and rows.
        length: How long it plays, in seconds; the last frame stands until then.
        lines: Each line that is ever shown, once, in the order in which they first are.
        inks: How their runs look.
        frames: In order of time; the first one has every row.
    """

    size: tuple[int, int]
    length: float
    lines: list[Line] = field(default_factory=list)
    inks: list[Ink] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)

    def screen(self, number: int) -> tuple[Line, ...]:
        """All the rows of a frame."""
        rows: dict[int, int] = {}
        for frame in self.frames[: number + 1]:
            rows.update(frame.rows)
        return tuple(self.lines[rows[row]] for row in range(self.size[1]))


async def filmed(
    take: RecordingOptions,
    recorded: Recording,
    dark: Settings,
    light: Settings,
    on_progress: Callable[[int, int], None] | None = None,
) -> Film:
    """Film a replay in both looks. Its own player has a bar, hence the screen has none.

    Args:
        take: What is recorded.
        recorded: The session, as read.
        dark: The settings of the dark look.
        light: Those of the light one.
        on_progress: Is called with how many frames there are so far, and in all.

    Raises:
        ValueError: The size is too small.
    """
    timeline = recorded.timeline
    moving = glides(timeline, take.speed)
    times = list(frame_times(timeline.times, take.speed, timeline.length, moving))
    done = 0

    def tell() -> None:
        nonlocal done
        done += 1
        if on_progress is not None:
            on_progress(done, 2 * len(times))

    shots: list[tuple[FrameTime, int, list[Strip]]] = []
    async for shot in _shots(take, recorded, dark, times):
        tell()
        if not shots or shots[-1][1:] != shot[1:]:
            shots.append(shot)
    cutter = _Cutter(Film(take.size, timeline.length / take.speed))
    number = 0
    kept = [time for time, _index, _rows in shots]
    done = 2 * len(times) - len(kept)
    async for _time, _index, bright in _shots(take, recorded, light, kept):
        time, index, rows = shots[number]
        cutter.add(time.film, index, rows, bright)
        number += 1
        tell()
    return cutter.film


async def _shots(
    take: RecordingOptions, recorded: Recording, settings: Settings, times: Sequence[FrameTime]
) -> AsyncIterator[tuple[FrameTime, int, list[Strip]]]:
    async with on_camera(take, recorded, settings, bar=False) as camera:
        for time in times:
            rows = await camera.look(time.play, playing=True)
            yield time, camera.index, rows


class _Cutter:
    """Makes a film of the rows that were seen in both looks."""

    def __init__(self, film: Film) -> None:
        self.film = film
        self._lines: dict[Line, int] = {}
        self._inks: dict[Ink, int] = {}
        self._known: dict[tuple[object, ...], int] = {}
        self._shown: list[int] = []

    def add(self, at: float, index: int, dark: Sequence[Strip], light: Sequence[Strip]) -> None:
        numbers = [self._number(one, other) for one, other in zip(dark, light, strict=True)]
        before = self._shown or [-1] * len(numbers)
        rows = tuple((row, new) for row, new in enumerate(numbers) if new != before[row])
        self._shown = numbers
        if rows:
            self.film.frames.append(Frame(at, index, rows))

    def _number(self, dark: Strip, light: Strip) -> int:
        key = (*dark, None, *light)
        number = self._known.get(key)
        if number is None:
            line = tuple(self._runs(dark, light))
            number = self._lines.setdefault(line, len(self._lines))
            if number == len(self.film.lines):
                self.film.lines.append(line)
            self._known[key] = number
        return number

    def _runs(self, dark: Strip, light: Strip) -> Iterator[Run]:
        """The text, cut where either look changes; neighbours in one ink are one run."""
        text, style = "", -1
        for part, one, other in _both(dark, light):
            ink = _ink(one, other)
            number = self._inks.setdefault(ink, len(self._inks))
            if number == len(self.film.inks):
                self.film.inks.append(ink)
            if number != style and text:
                yield Run(style, text)
                text = ""
            text, style = text + part, number
        if text:
            yield Run(style, text)


def _both(dark: Strip, light: Strip) -> Iterator[tuple[str, Style, Style]]:
    """The text of a row, with its style in each look; the dark row says what the text is."""
    bright = [(len(text), style or Style()) for text, style, control in light if not control]
    for text, style, control in dark:
        left = "" if control else text
        while left:
            length, other = bright[0] if bright else (len(left), style or Style())
            part, left = left[:length], left[length:]
            yield part, style or Style(), other
            if bright and length > len(part):
                bright[0] = (length - len(part), other)
            elif bright:
                bright.pop(0)


@lru_cache(maxsize=4096)
def _ink(dark: Style, light: Style) -> Ink:
    (colour, ground), (bright, paper) = _colours(dark), _colours(light)
    plain = Ink((colour, bright), (ground, paper))
    return replace(
        plain,
        bold=bool(dark.bold),
        italic=bool(dark.italic),
        underline=bool(dark.underline),
        strike=bool(dark.strike),
    )


def _colours(style: Style) -> Pair:
    colours: Iterable[str] = (
        "" if one is None or one.is_default else Color.from_rich_color(one).hex.lower()
        for one in (style.color, style.bgcolor)
    )
    colour, ground = colours
    return (ground, colour) if style.reverse else (colour, ground)
