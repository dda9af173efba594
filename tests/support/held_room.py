"""A room that is served from a thread of its own, for tests that wait for a browser."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from support.phones import OpenRoom, open_room
from support.until import PATIENCE, until

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Ballot
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import Round
from mops_tui.web.server import BOUNDS, Bounds

T = TypeVar("T")


class HeldRoom:
    """A room, and what its facilitator does, asked for from another thread."""

    def __init__(self, room: OpenRoom, loop: asyncio.AbstractEventLoop) -> None:
        self._room = room
        self._loop = loop

    @property
    def address(self) -> str:
        """What stands in the QR code."""
        return f"{self.served_at}/{self._room.phones.book.code}"

    @property
    def served_at(self) -> str:
        """The address without the code."""
        return self._room.address

    @property
    def failed(self) -> int:
        """How many answers have failed so far."""
        return self._room.server.failures.noted

    def ask(self, work: Callable[[OpenRoom], Awaitable[T]]) -> T:
        """What comes of some work in the room's own loop."""

        async def working() -> T:
            return await work(self._room)

        return asyncio.run_coroutine_threadsafe(working(), self._loop).result(PATIENCE)

    def do(self, *commands: cmd.Command) -> None:
        """What the facilitator does, until it is saved."""

        async def doing(room: OpenRoom) -> None:
            room.do(*commands)
            await room.session.settled()

        self.ask(doing)

    def listened_to(self, pages: int) -> None:
        """Wait until so many pages hear what is told."""

        async def listening(room: OpenRoom) -> None:
            await until(lambda: len(room.server.hub) >= pages, f"{pages} pages that listen")

        self.ask(listening)

    def go_on(self) -> None:
        """What her Space does."""

        async def going(room: OpenRoom) -> None:
            room.go_on()
            await room.session.settled()

        self.ask(going)

    def go_to(self, ref: str) -> None:
        """On until a question can be voted on."""
        while not ((round_ := self.round(ref)) and round_.phase == "open"):
            self.go_on()

    def close(self, ref: str) -> None:
        """No more votes."""
        self.do(cmd.CloseRound(ref))

    def round(self, ref: str) -> Round | None:
        """The latest round of a question."""

        async def looking(room: OpenRoom) -> Round | None:
            return room.session.durable.round(ref)

        return self.ask(looking)

    def ballots(self, ref: str) -> dict[str, Ballot]:
        """Who has voted what in the latest round, by id."""
        round_ = self.round(ref)
        return {} if round_ is None else {key: v.ballot for key, v in round_.votes.items()}

    def people(self) -> dict[str, str]:
        """Everybody who has a seat and has not left: their names by id."""

        async def looking(room: OpenRoom) -> dict[str, str]:
            seats = room.session.durable.participants
            return {key: one.name for key, one in seats.items() if one.present}

        return self.ask(looking)

    def events(self, kind: str) -> int:
        """How many events of a kind the session file holds."""

        async def reading(room: OpenRoom) -> int:
            return room.session.path.read_text("utf-8").count(f'kind = "{kind}"')

        return self.ask(reading)


@contextmanager
def held_room(
    folder: Path, head: Header | None = None, bounds: Bounds = BOUNDS
) -> Iterator[HeldRoom]:
    """A session in a folder, served until the block ends."""
    loop = asyncio.new_event_loop()
    ready: threading.Event = threading.Event()
    made: list[HeldRoom] = []
    end = asyncio.Event()

    async def serving() -> None:
        async with open_room(folder, head, bounds=bounds) as room:
            made.append(HeldRoom(room, loop))
            ready.set()
            await end.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serving()), daemon=True)
    thread.start()
    assert ready.wait(PATIENCE)
    try:
        yield made[0]
    finally:
        loop.call_soon_threadsafe(end.set)
        thread.join(PATIENCE)
        loop.close()
