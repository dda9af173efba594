"""The room's state to every page, whenever it changes: each gets the latest, and none waits.

A page that does not read is passed over, and given the state of then when it reads again. Nothing
is queued for anybody.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from aiohttp import web

from mops_tui.model.session.on_screen import scene
from mops_tui.sources.phones.phones import Phones
from mops_tui.web.cookies import seat_of, tokens_of
from mops_tui.web.documents import Documents
from mops_tui.web.errors import Refused
from mops_tui.web.serving.connections import RoomProtocol
from mops_tui.web.serving.failures import Failures

PACE_SECONDS = 0.1
"""Changes that come faster than this are told together."""
SHARE = 0.1
"""So much of the loop's time is for telling how many have voted; votes and keys need the rest."""
TURN_SECONDS = 0.002
"""After so long the loop has its turn: votes, the screen and its keys come in between."""
HEARTBEAT_SECONDS = 10.0
RETRY_MILLISECONDS = 2000
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
        told: The number of the change that it was told of last.
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
        self.told = -1
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
    """All pages that are being told.

    Attributes:
        number: How many changes there were.
    """

    def __init__(
        self, phones: Phones, documents: Documents, failures: Failures, most: Streams
    ) -> None:
        """Tell nobody yet."""
        self._phones = phones
        self._documents = documents
        self._failures = failures
        self._most = most
        self._streams: dict[Stream, None] = {}
        self._of: dict[str | None, dict[Stream, None]] = {}
        self.number = 0
        self._changed = asyncio.Event()
        self._scene = scene(phones.session.durable)
        self._moved = asyncio.Event()
        self._closed = False
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
        self.number += 1
        self._documents.change()
        self._changed.set()
        seen = scene(self._phones.session.durable)
        if seen != self._scene:
            self._scene = seen
            self._moved.set()

    async def serve(self, request: web.BaseRequest) -> web.StreamResponse:
        """Tell one page until it goes, or the room closes.

        Raises:
            Refused: There are too many already.
        """
        who = partial(seat_of, self._phones, tokens_of(request))
        stream = Stream(request, who, self._changed.set)
        person = stream.person
        self._make_room(person)
        answer = web.StreamResponse(headers=HEADERS)
        answer.force_close()
        self._streams[stream] = None
        self._of.setdefault(person, {})[stream] = None
        if isinstance(request.protocol, RoomProtocol):
            request.protocol.listener = stream
        try:
            await answer.prepare(request)
            await stream.write(b"retry: %d\n\n" % RETRY_MILLISECONDS)
            await self._tell(stream)
            await stream.ended
        finally:
            self._forget(stream, person)
        return answer

    async def close(self) -> None:
        """Tell every page how it stands, say goodbye and end its stream; nobody is waited for."""
        self._closed = True
        self._unsubscribe()
        for task in self._tasks:
            task.cancel()
        for stream in tuple(self._streams):
            if stream.reads:
                if stream.told < self.number:  # the end of a workshop is told, too
                    await self._tell(stream)
                await stream.write(CLOSED)
            stream.gone()

    def _make_room(self, person: str | None) -> None:
        """One page more of somebody: their oldest goes where they have too many.

        The oldest, since a phone that was asleep leaves streams behind that nobody reads. Where
        everybody together has too many, it is of whoever has most.

        Raises:
            Refused: The room closes.
        """
        if self._closed:
            raise Refused(503, "room-closed")
        own = self._of.get(person, {})
        if len(own) >= (self._most.strangers if person is None else self._most.person):
            self._end_oldest(person)
        elif len(self._streams) >= self._most.all:
            self._end_oldest(max(self._of, key=lambda one: len(self._of[one])))

    def _end_oldest(self, person: str | None) -> None:
        oldest = next(iter(self._of[person]))
        oldest.gone()
        self._forget(oldest, person)

    def _forget(self, stream: Stream, person: str | None) -> None:
        self._streams.pop(stream, None)
        own = self._of.get(person, {})
        own.pop(stream, None)
        if not own:
            self._of.pop(person, None)

    async def _tell(self, stream: Stream) -> None:
        stream.told = self.number
        document = self._documents.of(stream.person)
        await stream.write(b"event: state\ndata: " + document + b"\n\n")

    async def _tell_changes(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            self._moved.clear()
            spent = await self._each(self._tell_news)
            await asyncio.sleep(PACE_SECONDS)
            # What the facilitator does is told at once; how many have voted, as there is time.
            with suppress(TimeoutError):
                rest = spent * (1 / SHARE - 1) - PACE_SECONDS
                await asyncio.wait_for(self._moved.wait(), max(0.0, rest))

    async def _tell_news(self, stream: Stream) -> None:
        if stream.told != self.number:
            await self._tell(stream)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT_SECONDS)
            await self._each(lambda stream: stream.write(HEARTBEAT))

    async def _each(self, do: Callable[[Stream], Awaitable[None]]) -> float:
        """Do something for every page that reads; the loop has its turn in between.

        Returns:
            The seconds that it took, those of others not counted.
        """
        clock = asyncio.get_running_loop().time
        spent, begun = 0.0, clock()
        for stream in tuple(self._streams):
            if stream.reads:
                await do(stream)
            if (took := clock() - begun) > TURN_SECONDS:
                await asyncio.sleep(0)
                spent, begun = spent + took, clock()
        return spent + clock() - begun

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
