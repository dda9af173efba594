"""The room's state to every page, whenever it changes: each gets the latest, and none waits.

A page that does not read is passed over, and given the state of then when it reads again. Nothing
is queued for anybody.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial

from aiohttp import web

from mops_tui.sources.phones.phones import Phones
from mops_tui.web.documents import Documents
from mops_tui.web.errors import Refused
from mops_tui.web.guards import COOKIE
from mops_tui.web.serving.connections import RoomProtocol
from mops_tui.web.serving.failures import Failures

PACE_SECONDS = 0.1
"""Changes that come faster than this are told together."""
HEARTBEAT_SECONDS = 10.0
RETRY_MILLISECONDS = 2000
REST = 3.0
"""After telling all, a rest of so many times as long: with a thousand pages votes go first."""
AT_ONCE = 32
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
    strangers: int = 1200
    all: int = 3500


class Stream:
    """One page that is being told.

    Attributes:
        stale: It has not been told of the latest change.
        ended: Done when it has gone, or has to.
    """

    def __init__(
        self, request: web.BaseRequest, who: Callable[[], str | None], again: Callable[[], None]
    ) -> None:
        """Begin with nothing told.

        Args:
            request: What asked for it.
            who: Tells whose it is: who is put out, or joined with somebody, is so at once.
            again: Called when a page reads again that did not.
        """
        self.stale = True
        self.ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.reads_again = again
        self._request = request
        self._who = who

    @property
    def person(self) -> str | None:
        """Whose it is at this moment, or None."""
        return self._who()

    @property
    def reads(self) -> bool:
        """Whether it takes what is written to it."""
        return not self.ended.done() and not self._request.protocol.writing_paused

    async def write(self, data: bytes) -> None:
        """Write, without waiting until it is read."""
        try:
            await self._request.writer.write(data, drain=False)  # type: ignore[call-arg]  # of aiohttp's one writer
        except ConnectionError:
            self.gone()

    def gone(self) -> None:
        """It is lost, or let go of."""
        if not self.ended.done():
            self.ended.set_result(None)


class Hub:
    """All pages that are being told."""

    def __init__(
        self, phones: Phones, documents: Documents, failures: Failures, most: Streams
    ) -> None:
        """Tell nobody yet."""
        self._phones = phones
        self._documents = documents
        self._failures = failures
        self._most = most
        self._streams: dict[Stream, None] = {}
        self._changed = asyncio.Event()
        self._closed = False
        self._loop = asyncio.get_running_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._unsubscribe = phones.subscribe(self.change)
        self._keep(self._tell_changes)
        self._keep(self._beat)

    def __len__(self) -> int:
        return len(self._streams)

    @property
    def connected(self) -> frozenset[str]:
        """The participants whose page is open at this moment."""
        persons = (one.person for one in self._streams)
        return frozenset(person for person in persons if person is not None)

    def change(self) -> None:
        """Something that a page shows may have changed."""
        self._documents.change()
        for one in self._streams:
            one.stale = True
        self._changed.set()

    async def serve(self, request: web.BaseRequest) -> web.StreamResponse:
        """Tell one page until it goes, or the room closes.

        Raises:
            Refused: There are too many already.
        """
        token = request.cookies.get(COOKIE, "")
        stream = Stream(request, partial(self._phones.who, token), self._changed.set)
        self._make_room(stream.person)
        answer = web.StreamResponse(headers=HEADERS)
        answer.force_close()
        self._streams[stream] = None
        if isinstance(request.protocol, RoomProtocol):
            request.protocol.listener = stream
        try:
            await answer.prepare(request)
            await stream.write(b"retry: %d\n\n" % RETRY_MILLISECONDS)
            await self._tell(stream)
            await stream.ended
        finally:
            self._streams.pop(stream, None)
        return answer

    async def close(self) -> None:
        """Tell every page how it stands, say goodbye and end its stream; nobody is waited for."""
        self._closed = True
        self._unsubscribe()
        for task in self._tasks:
            task.cancel()
        for stream in tuple(self._streams):
            if stream.reads:
                if stream.stale:  # the end of a workshop is told, too
                    await self._tell(stream)
                await stream.write(CLOSED)
            stream.gone()

    def _make_room(self, person: str | None) -> None:
        """One page more of somebody: their oldest goes where they have too many.

        The oldest, since a phone that was asleep leaves streams behind that nobody reads.

        Raises:
            Refused: Everybody together has too many, or the room closes.
        """
        if self._closed:
            raise Refused(503, "room-closed")
        own = [one for one in self._streams if one.person == person]
        if len(own) >= (self._most.strangers if person is None else self._most.person):
            own[0].gone()
            self._streams.pop(own[0], None)
        elif len(self._streams) >= self._most.all:
            raise Refused(503, "too-many-pages", {"Retry-After": "5"})

    async def _tell(self, stream: Stream) -> None:
        stream.stale = False
        document = self._documents.of(stream.person)
        await stream.write(b"event: state\ndata: " + document + b"\n\n")

    async def _tell_changes(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            began, told = self._loop.time(), 0
            for stream in tuple(self._streams):
                if stream.stale and stream.reads:
                    await self._tell(stream)
                    told += 1
                    if told % AT_ONCE == 0:
                        await asyncio.sleep(0)
            await asyncio.sleep(max(PACE_SECONDS, REST * (self._loop.time() - began)))

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT_SECONDS)
            for number, stream in enumerate(tuple(self._streams), 1):
                if stream.reads:
                    await stream.write(HEARTBEAT)
                if number % AT_ONCE == 0:
                    await asyncio.sleep(0)

    def _keep(self, doing: Callable[[], Coroutine[object, object, None]]) -> None:
        """Do something for as long as the room is open, and begin again where it fails."""
        task = asyncio.create_task(doing())
        self._tasks.add(task)
        task.add_done_callback(partial(self._failed, doing))

    def _failed(
        self, doing: Callable[[], Coroutine[object, object, None]], task: asyncio.Task[None]
    ) -> None:
        self._tasks.discard(task)
        if task.cancelled() or self._closed:
            return
        if (error := task.exception()) is not None:
            self._failures.note(error)
        self._keep(doing)
        self._changed.set()  # for those that come after the page whose document failed
