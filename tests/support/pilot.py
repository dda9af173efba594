"""The app under Textual's pilot: a workshop on the stage, its screen as text, waiting for facts.

`until` is the only waiting there is: it lets the app work until a condition holds, and fails with
the whole screen in its message when it does not.
"""

from __future__ import annotations

import contextlib
import itertools
import re
import time
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

from support.disks import Ticks
from support.sessions import header
from support.undrawn import draw
from textual import events
from textual.keys import _character_to_key
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import View, WorkshopState
from mops_tui.sources.live import LiveSession
from mops_tui.storage.files.disk import DISK, Disk
from mops_tui.storage.folders.places import Places, places
from mops_tui.tui.app import MopsApp
from mops_tui.tui.destinations import Destination
from mops_tui.tui.navigation.new_screens import enter
from mops_tui.tui.room import Room
from mops_tui.tui.settings import Settings

PATIENCE = 60.0
"""Seconds; a busy machine takes its time, and a test that holds does not wait."""
_NUMBERS = itertools.count(1)
SIZE = (80, 24)
Kind = type[Screen[Any]]
"""`Stage.type` is a method: inside of the class the word means that."""
PEOPLE = (("Mara Diaz", "CMO"), ("Ian Tan", "CIO"), ("Ana Novak", "Analyst"))


async def until(pilot: Pilot[None], holds: Callable[[], object], about: str = "") -> None:
    """Let the app work until something holds."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {PATIENCE} s {about}; the screen is:\n{text_of(pilot)}")
        await pilot.pause(0.01)


def text_of(pilot: Pilot[None]) -> str:
    """The drawn screen as lines of text, as a terminal would show them."""
    draw(pilot.app)
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def masked(text: str) -> str:
    """A screen without what the time alone changes."""
    for pattern, mask in (
        (r"\d+:\d\d(:\d\d)?", "0:00"),
        (r"\b\d+/(\d+) min", r"0/\1 min"),
        (r"\b\d{4}-\d\d-\d\d\b", "YYYY-MM-DD"),
        (r"\b\d\d-\d\d\b", "MM-DD"),
    ):
        text = re.sub(pattern, mask, text)
    return text


def key_event(key: str) -> events.Key:
    """A key as the driver reads it, by Textual's name or as the letter itself."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    character = key if len(key) == 1 else None
    return events.Key(name, character)


class Stage:
    """A running app, with a few words for what tests do to it."""

    def __init__(self, pilot: Pilot[None], app: MopsApp) -> None:
        self.pilot = pilot
        self.app = app

    @property
    def room(self) -> Room:
        """The room of the running workshop."""
        assert self.app.room is not None
        return self.app.room

    @property
    def head(self) -> WorkshopState:
        """Everything decided."""
        return self.room.head

    @property
    def screen(self) -> Screen[Any]:
        """The screen on top."""
        return self.app.screen

    @property
    def text(self) -> str:
        """The drawn screen."""
        return text_of(self.pilot)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, and let the app finish what each started."""
        for key in keys:
            await self.pilot.press(key)
            await self.app.keyboard.idle()
        await self.pilot.pause()

    async def burst(self, *keys: str) -> None:
        """Let keys arrive in one chunk, as from a hand too quick or a machine too slow."""
        for key in keys:
            event = key_event(key)
            event.set_sender(self.app)
            self.app.post_message(event)
        await self.pilot.pause()
        await self.app.keyboard.idle()
        await self.pilot.pause()

    async def rested(self) -> None:
        """Wait until the hand has rested: the key that was pressed last is meant from now on."""
        keyboard = self.app.keyboard
        await self.until(
            lambda: Message().time - keyboard._time >= keyboard.bounce, "for the hand to rest"
        )

    async def type(self, text: str) -> None:
        """Type a text into what has the focus."""
        names = {" ": "space", ",": "comma", "#": "number_sign", "+": "plus", "-": "minus"}
        await self.press(*(names.get(letter, letter) for letter in text))

    async def until(self, holds: Callable[[], object], about: str = "") -> None:
        """Wait until something holds."""
        await until(self.pilot, holds, about)

    async def sees(self, *texts: str) -> str:
        """Wait until all these texts are on the screen."""
        await self.until(lambda: all(one in self.text for one in texts), f"for {texts}")
        return self.text

    async def still(self) -> str:
        """The screen once it no longer changes: its footer may come a frame after the rest."""
        frames: list[str] = []

        def unchanged() -> bool:
            frames.append(masked(self.text))
            return len(frames) > 2 and len(set(frames[-3:])) == 1

        await self.until(unchanged, "for a screen that stands still")
        return frames[-1]

    async def misses(self, *texts: str) -> str:
        """Wait until none of these texts is on the screen."""
        await self.until(lambda: not any(one in self.text for one in texts), f"without {texts}")
        return self.text

    async def refused(self) -> str:
        """Wait until the program ends since it cannot begin; what the terminal is told."""
        await self.until(lambda: self.app.status == 1, "for the end")
        return self.app.last_words()

    async def on(self, screen: Kind) -> None:
        """Wait until a screen of that kind is on top, with the focus where it goes."""
        await self.until(
            lambda: isinstance(self.screen, screen) and self.screen.is_mounted,
            f"for {screen.__name__}",
        )
        await self.pilot.pause()

    async def do(self, *commands: cmd.Command) -> None:
        """Carry commands out as if keyed, and wait until the screen has shown them."""
        for command in commands:
            outcome = self.room.session.ask(command)
            assert not isinstance(outcome, Refusal), outcome
        await self.settled()

    async def settled(self) -> None:
        """Wait until everything asked for is durable and drawn."""
        await self.room.settled()
        await self.pilot.pause()


@contextlib.asynccontextmanager
async def app_running(
    size: tuple[int, int] = SIZE,
    settings: Settings | None = None,
    start: Destination | None = None,
    here: Places | None = None,
) -> AsyncIterator[Stage]:
    """The app at home."""
    app = MopsApp(here or places(), settings or Settings(), start)
    app.animation_level = "none"
    app.keyboard.bounce = 0.0  # a pilot's fingers are quick, and mean what they press
    async with app.run_test(size=size, notifications=True) as pilot:
        stage = Stage(pilot, app)
        await pilot.pause()
        yield stage
        if app.room is not None:
            app.room.session.end()
            await app.room.finish()


@contextlib.asynccontextmanager
async def workshop(
    *commands: cmd.Command,
    people: Sequence[tuple[str, str]] = PEOPLE,
    size: tuple[int, int] = SIZE,
    at: str = "",
    settings: Settings | None = None,
    disk: Disk = DISK,
    head: Header | None = None,
    folder: Path | None = None,
    seat_unseen: bool = True,
    **changes: Any,
) -> AsyncIterator[Stage]:
    """The app in the room of the tiny workshop, or of another header.

    Args:
        commands: What has happened, after the people came in.
        people: Names and roles of p1, p2 and so on.
        size: Columns and rows.
        at: The question that is shown, "" for the lobby.
        settings: The user's settings.
        disk: The operating system, or a bad one.
        head: The header to run; the tiny workshop's by default.
        folder: Where the session is kept.
        seat_unseen: The hot seat was asked about before: it opens at once.
        changes: Changes to the tiny workshop's header.
    """
    async with app_running(size, settings) as stage:
        run = head or header(**{"id": f"s-{next(_NUMBERS)}"} | changes)
        session = LiveSession.create(folder or stage.app.places.sessions, run, Ticks(), disk)
        room = Room(session)
        room.seat_unseen = seat_unseen
        joins = [cmd.Join(f"p{n}", *name_and_role) for n, name_and_role in enumerate(people, 1)]
        shown = [cmd.Show(View("question", at))] if at else []
        for command in (*joins, *shown, *commands):
            outcome = session.ask(command)
            assert not isinstance(outcome, Refusal), (command, outcome)
        await room.settled()
        enter(stage.app, room)
        await stage.until(lambda: stage.screen.query("TopBar"), "for the workshop screen")
        await stage.pilot.pause()
        yield stage
