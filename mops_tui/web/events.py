"""The room's state to every page, whenever it changes: each gets the latest, and none waits.

A page that does not read is passed over, and given the state of then when it reads again. Nothing
is queued for anybody.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from mops_tui.web.documents import Documents
from mops_tui.web.errors import Refused
from mops_tui.web.serving.connections import RoomProtocol

PACE_SECONDS = 0.1
"""Changes that come faster than this are told together."""
HEARTBEAT_SECONDS = 10.0
RETRY_MILLISECONDS = 2000
AT_ONCE = 64
"""After so many pages the loop has its turn: the screen and its keys come in between."""
HEADERS = {"Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no"}
HEARTBEAT = b"event: heartbeat\ndata: {}\n\n"
CLOSED = b"event: closed\ndata: {}\n\n"


@dataclass(frozen=True)
class Streams:
    """How many pages may be told at once.

    Attributes:
        person: Of one person, tabs and phones together.
        strangers: Of all who have no seat yet.
        all: Of everybody.
    """

    person: int = 6
    strangers: int = 400
    all: int = 3000


class Stream:
    """One page that is being told.

    Attributes:
        person: Whose it is, or None.
        stale: It has not been told of the latest change.
    """

    def __init__(self, person: str | None, request: web.BaseRequest, ended: asyncio.Future[None]):
        """Begin with nothing told."""
        self.person = person
        self.stale = True
        self.ended = ended
        self._request = request

    @property
    def reads(self) -> bool:
        """Whether it takes what is written to it."""
        return not self._request.protocol.writing_paused

    async def write(self, data: bytes) -> None:
        """Write without waiting until it was read."""
        try:
            await self._request.writer.write(data, drain=False)  # type: ignore[call-arg]  # of aiohttp's one writer
        except ConnectionError:
            self.end()

    def end(self) -> None:
        """Let it go."""
        if not self.ended.done():
            self.ended.set_result(None)


class Hub:
    """All pages that are being told."""

    def __init__(
        self,
        documents: Documents,
        subscribe: Callable[[Callable[[], None]], Callable[[], None]],
        most: Streams,
    ) -> None:
        """Tell nobody yet."""
        self._documents = documents
        self._most = most
        self._streams: dict[Stream, None] = {}
        self._changed = asyncio.Event()
        self._closed = False
        self._unsubscribe = subscribe(self.change)
        self._tasks = [
            asyncio.create_task(self._tell_changes()),
            asyncio.create_task(self._beat()),
        ]

    def __len__(self) -> int:
        return len(self._streams)

    @property
    def connected(self) -> frozenset[str]:
        """The participants whose page is open at this moment."""
        return frozenset(one.person for one in self._streams if one.person is not None)

    def change(self) -> None:
        """Something that a page shows may have changed."""
        for one in self._streams:
            one.stale = True
        self._changed.set()

    async def serve(self, request: web.BaseRequest, person: str | None) -> web.StreamResponse:
        """Tell one page until it goes, or the room closes.

        Raises:
            Refused: There are too many already.
        """
        if self._closed:
            raise Refused(503, "closed")
        self._make_room(person)
        answer = web.StreamResponse(headers=HEADERS)
        answer.force_close()
        await answer.prepare(request)
        stream = Stream(person, request, asyncio.get_running_loop().create_future())
        self._streams[stream] = None
        protocol = request.protocol
        try:
            await stream.write(b"retry: %d\n\n" % RETRY_MILLISECONDS)
            await self._tell(stream)
            if isinstance(protocol, RoomProtocol):
                protocol.on_room = self._changed.set
            await stream.ended
        finally:
            self._streams.pop(stream, None)
        return answer

    async def close(self) -> None:
        """Say goodbye to every page and end its stream; nobody is waited for."""
        self._closed = True
        self._unsubscribe()
        for task in self._tasks:
            task.cancel()
        for stream in tuple(self._streams):
            if stream.reads:
                await stream.write(CLOSED)
            stream.end()

    def _make_room(self, person: str | None) -> None:
        """One page more of somebody: their oldest goes where they have too many.

        Raises:
            Refused: Everybody together has too many.
        """
        own = [one for one in self._streams if one.person == person]
        if len(own) >= (self._most.strangers if person is None else self._most.person):
            own[0].end()
        elif len(self._streams) >= self._most.all:
            raise Refused(503, "too-many-pages", {"Retry-After": "5"})

    async def _tell(self, stream: Stream) -> None:
        stream.stale = False
        await stream.write(b"event: state\ndata: " + self._documents.of(stream.person) + b"\n\n")

    async def _tell_changes(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            told = 0
            for stream in tuple(self._streams):
                if stream.stale and stream.reads and not stream.ended.done():
                    await self._tell(stream)
                    told += 1
                    if told % AT_ONCE == 0:
                        await asyncio.sleep(0)
            await asyncio.sleep(PACE_SECONDS)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT_SECONDS)
            for number, stream in enumerate(tuple(self._streams)):
                if stream.reads:
                    await stream.write(HEARTBEAT)
                if number % AT_ONCE == AT_ONCE - 1:
                    await asyncio.sleep(0)
