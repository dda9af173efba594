"""The camera: the replay's own screen without a terminal, looked at when nothing in it moves."""

from __future__ import annotations

import gc
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from mops_tui.model.replay.moment import Moment
from mops_tui.model.replay.pace import STORY, Pace
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import View
from mops_tui.sources.replay import Player, Recording
from mops_tui.storage.folders.places import Places
from mops_tui.tui.host import LEAST_HEIGHT, LEAST_WIDTH, Host
from mops_tui.tui.screens.replay.replay import ReplayScreen
from mops_tui.tui.settings import Settings
from mops_tui.tui.styles import FIRST_STYLES
from mops_tui.tui.widgets.room_view import RoomView
from mops_tui.tui.widgets.transport import TransportBar

SETTLED, SETTLED_ANEW = 1, 2
"""How often in a row nothing must have moved until a screen is settled; later with a new body."""
MOST_PASSES = 30
"""How often at most it is asked: what moves by itself must not hold a recording up."""
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
    """A player whose clock stands still: only `seek` moves it.

    Each moment is seen once.
    """

    _kept: tuple[tuple[object, ...], VisibleState] | None = None

    def advance(self, seconds: float) -> bool:  # noqa: ARG002 - as of every player
        """Stand still: real time moves nothing in a recording."""
        return False

    def seen(self, *, opened: bool = False, view: View | None = None) -> VisibleState:
        """As of every player; the same object until something happens."""
        key = (self.index, opened, view)
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, super().seen(opened=opened, view=view))
        return self._kept[1]


class _Recorder(Host):
    """An app with the program's styles and themes only: the user's sessions are never read."""

    CSS_PATH = str(FIRST_STYLES)

    def __init__(self, settings: Settings) -> None:
        nowhere = Path()
        super().__init__(Places(nowhere, nowhere, nowhere, nowhere), settings)
        self.animation_level = "none"

    def get_default_screen(self) -> Screen[None]:
        """Nothing."""
        return Screen()


class _Set(ReplayScreen):
    """The replay's screen in front of the camera.

    It draws for nobody else: what would have gone to a terminal is only counted. That takes half
    of the time off a recording.
    """

    def __init__(self, recorded: Recording, player: Player, *, opened: bool, bar: bool) -> None:
        super().__init__(recorded, player, opened=opened, keys=False)
        self._bar = bar
        self._showing: int | None = None
        self.drawings = 0

    def on_mount(self) -> None:
        """Show the bar with the time, or leave its rows to the room."""
        self.query_one(TransportBar).display = self._bar

    def _words(self) -> Content:
        """A page names its chapters itself."""
        return super()._words() if self._bar else self._warnings()

    def _tick(self) -> None:
        """Real time moves nothing here."""

    def _compositor_refresh(self) -> None:
        self.drawings += 1
        self._dirty_widgets.clear()
        self._compositor._dirty_regions.clear()

    def show(self, at: float | Moment) -> bool:
        """Go to a moment; where nothing has happened since, only the time goes on.

        Returns:
            Whether something has.
        """
        before = self._showing
        if isinstance(at, Moment):
            self.player.stand(at)
        else:
            self.player.seek(at)
        self._showing = self.player.index
        if self._showing == before:
            self.query_one(TransportBar).refresh()
            return False
        self.action_leap(0.0)
        return True

    def move(self) -> bool:
        """Let marks come from the round before, by the replay's clock.

        Returns:
            Whether any did.
        """
        before = self._glided
        self.glide(self.player.playing)
        return not before == self._glided == 1.0

    @property
    def body(self) -> object:
        """What the room looks at."""
        return self.query_one(RoomView).body

    @property
    def busy(self) -> bool:
        """Whether something is still to be shown."""
        return bool(self.app._batch_count or self._callbacks)


class Camera:
    """Goes to a play time and looks at the screen there."""

    def __init__(self, pilot: Pilot[None], screen: _Set) -> None:
        """Take the screen, and who can wait for it."""
        self._pilot = pilot
        self._screen = screen
        self._seen: list[Strip] = []

    async def look(self, at: float | Moment, *, playing: bool) -> list[Strip]:
        """The rows of the screen at a moment, once nothing in it moves any more."""
        screen = self._screen
        screen.player.playing = playing
        changed = screen.show(at)
        if changed:
            await self._settle()
        moved = screen.move()
        if moved:
            await self._settle()
        if changed or moved or not self._seen:
            self._seen = self._rows()
        else:  # the bar alone, which is drawn when it is looked at
            self._seen = self._with_bar(self._seen)
        return self._seen

    async def _settle(self) -> None:
        """Wait until nothing moves any more."""
        screen = self._screen
        body, same = screen.body, 0
        for _pass in range(MOST_PASSES):
            before = screen.drawings
            await self._pilot.pause(0)  # every widget has done what it was asked to
            same = 0 if screen.drawings != before or screen.busy else same + 1
            if same == (SETTLED if screen.body is body else SETTLED_ANEW):
                break

    def _with_bar(self, rows: list[Strip]) -> list[Strip]:
        """The same rows, with the bar as it is now."""
        bar = self._screen.query_one(TransportBar)
        if not bar.display:
            return rows
        top, bottom = bar.region.y, bar.region.bottom
        drawn = bar.render_lines(bar.region.reset_offset)
        return [*rows[:top], *map(_plain, drawn), *rows[bottom:]]

    def _rows(self) -> list[Strip]:
        strips = self._screen._compositor.render_strips()
        return [_plain(strip) for strip in strips]

    @property
    def index(self) -> int:
        """How many events have happened."""
        return self._screen.player.index

    def svg(self, title: str) -> str:
        """What is drawn, as SVG. It asks no server for its letters."""
        return _FONT_FACE.sub("", self._pilot.app.export_screenshot(title=title))


def _plain(strip: Strip) -> Strip:
    """What is seen of a row: neighbours of one style in one piece, and nothing to click."""
    return strip.discard_meta().simplify()


@asynccontextmanager
async def on_camera(
    take: RecordingOptions, recorded: Recording, settings: Settings, *, bar: bool = True
) -> AsyncIterator[Camera]:
    """A camera before a replay.

    Args:
        take: What is recorded.
        recorded: The session, as read.
        settings: For the theme.
        bar: Show the bar with the time at the foot.

    Raises:
        ValueError: The size is too small.
    """
    if take.size[0] < LEAST_WIDTH or take.size[1] < LEAST_HEIGHT:
        raise ValueError(take.size)
    player = _Stepped(recorded.timeline, speed=take.speed)
    screen = _Set(recorded, player, opened=take.opened, bar=bar)
    app = _Recorder(settings)
    with _kept_aside():
        async with app.run_test(size=take.size) as pilot:
            await app.push_screen(screen)
            await pilot.pause()
            yield Camera(pilot, screen)


@contextmanager
def _kept_aside() -> Iterator[None]:
    """Spare the collector what lives until the end: of a long session a fifth of all time."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
