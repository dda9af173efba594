"""The connections of a room: how many there may be, and how long one may keep it waiting.

People are never told apart by address. Where all places are taken, a connection goes on which
nobody with a seat has ever asked, or else one of whoever has most: whoever floods the room loses
theirs, and not the room.
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from typing import Protocol, cast

from aiohttp import web

from mops_tui.sources.phones.sightings import Sightings
from mops_tui.web.errors import Refused, error_answer
from mops_tui.web.serving.failures import QUIET, Failures
from mops_tui.web.serving.rates import Bucket
from mops_tui.web.watching import note_knock

SPARE_FILES = 640
"""So many open files are left for everything else, and for all that may knock at one time."""
WANTED_FILES = 8192


@dataclass(frozen=True)
class Patience:
    """How long a connection is waited for, in seconds.

    Attributes:
        idle: Nothing is asked; longer than browsers and clients keep one open themselves.
        request: The headers of a request are not complete.
        reading: Nothing is taken of what was written to it.
        most: So many connections at most.
        person: So many of one person at most, tabs and phones together.
    """

    idle: float = 30.0
    request: float = 8.0
    reading: float = 15.0
    most: int = 4000
    person: int = 24


class Listener(Protocol):
    """Who is told what becomes of a connection."""

    def reads_again(self) -> None:
        """What was written to it has been taken; there is room for more."""

    def gone(self) -> None:
        """It is lost."""


class RoomProtocol(web.RequestHandler):
    """One connection.

    Attributes:
        person: The participant who asked on it last, or None.
        asked_since: Since when a request has been coming in, or None.
        stuck_since: Since when nothing is taken of what was written, or None.
        listener: Who is told what becomes of it, or None.
        bucket: How often a stranger may ask on it.
    """

    def __init__(self, connections: Connections, server: web.Server) -> None:
        """Belong to a room."""
        super().__init__(
            server,
            loop=connections.loop,
            keepalive_timeout=connections.patience.idle,
            logger=QUIET,
            access_log=None,  # type: ignore[arg-type]  # aiohttp's own way to keep none
            max_line_size=2048,
            max_field_size=4096,
            max_headers=64,
            lingering_time=1.0,
            auto_decompress=False,
        )
        self._room = connections
        self.person: str | None = None
        self.asked_since: float | None = None
        self.stuck_since: float | None = None
        self.listener: Listener | None = None
        self.bucket: Bucket | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A phone is there; where there is no place for it, it is let go of at once."""
        note_knock(self._room.seen, transport)
        if not self._room.let_in(self):
            cast("asyncio.Transport", transport).abort()
            return
        super().connection_made(transport)

    def connection_lost(self, exc: BaseException | None) -> None:
        """It is gone."""
        self._room.forget(self)
        if self.listener is not None:
            self.listener.gone()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Something came in: a request begins, or goes on."""
        if data and self.asked_since is None:  # aiohttp calls it with nothing after each answer
            self.asked_since = self._room.loop.time()
        super().data_received(data)

    def pause_writing(self) -> None:
        """It does not read what was written to it."""
        self.stuck_since = self._room.loop.time()
        super().pause_writing()

    def resume_writing(self) -> None:
        """It does again."""
        self.stuck_since = None
        super().resume_writing()
        if self.listener is not None:
            self.listener.reads_again()

    def abort(self) -> None:
        """End it, whatever was still to be written."""
        if self.transport is not None:
            self.transport.abort()

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002 - it quotes what was sent
    ) -> web.StreamResponse:
        """Answer what is no HTTP at all, or what failed in the program."""
        if isinstance(exc, ConnectionError):  # it hung up meanwhile: no fault, and nobody to answer
            raise exc
        if status == 400:
            answer = error_answer(Refused(400, "bad-request"))
        else:
            if exc is not None:
                self._room.failures.note(exc)
            answer = error_answer(Refused(500, "failed"))
        if request.writer.output_size > 0:
            raise ConnectionError  # the first half of another answer is out
        answer.force_close()
        return answer

    def log_exception(self, *_args: object, **named: object) -> None:
        """What failed outside an answer goes where all failures go."""
        if isinstance(error := named.get("exc_info"), BaseException):
            self._room.failures.note(error)


class Connections:
    """All connections of one room.

    Attributes:
        open: Those that there are, the one that asked longest ago first.
        seen: What has reached the server.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        failures: Failures,
        patience: Patience,
        seen: Sightings,
    ) -> None:
        """None is open."""
        self.seen = seen
        self.loop = loop
        self.failures = failures
        self.patience = patience
        self.open: dict[RoomProtocol, None] = {}
        self._of: dict[str, dict[RoomProtocol, None]] = {}
        self._most = min(patience.most, _places())
        self._sweep: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Look after them from now on."""
        step = max(0.05, min(1.0, self.patience.request / 4))
        self._sweep = self.loop.call_later(step, self._look)

    def stop(self) -> None:
        """End every one at once."""
        if self._sweep is not None:
            self._sweep.cancel()
        for one in tuple(self.open):
            one.abort()

    def let_in(self, one: RoomProtocol) -> bool:
        """Whether there is a place for a connection; one is made where that is fair."""
        if len(self.open) >= self._most:
            other = next((one for one in self.open if one.person is None), None)
            if other is None:
                own = max(self._of.values(), key=len, default={})
                if len(own) < 2:
                    return False
                other = next(iter(own))
            self._end(other)
        self.open[one] = None
        return True

    def asked(self, one: RoomProtocol) -> None:
        """A whole request came in on one."""
        one.asked_since = None
        if one in self.open:
            self.open[one] = self.open.pop(one)

    def belongs(self, one: RoomProtocol, person: str | None) -> None:
        """What came in on one was somebody's, or a stranger's, and not too much of it."""
        if one.person == person or one not in self.open:
            return
        self.forget(one)
        one.person = person
        self.open[one] = None
        if person is not None:
            own = self._of.setdefault(person, {})
            own[one] = None
            if len(own) > self.patience.person:
                self._end(next(iter(own)))

    def forget(self, one: RoomProtocol) -> None:
        """One is not there any more."""
        self.open.pop(one, None)
        own = self._of.get(one.person) if one.person is not None else None
        if own is not None and one.person is not None:
            own.pop(one, None)
            if not own:
                del self._of[one.person]

    def _end(self, one: RoomProtocol) -> None:
        self.forget(one)
        one.abort()

    def _look(self) -> None:
        """End those that keep the room waiting."""
        now = self.loop.time()
        for one in tuple(self.open):
            stuck = one.stuck_since is not None and now - one.stuck_since > self.patience.reading
            slow = one.asked_since is not None and now - one.asked_since > self.patience.request
            if stuck or slow:
                self._end(one)
        self.start()


def _places() -> int:
    """How many connections the operating system has room for; it is asked for more first."""
    if sys.platform == "win32":
        return WANTED_FILES
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < WANTED_FILES:
        wanted = WANTED_FILES if hard == resource.RLIM_INFINITY else min(hard, WANTED_FILES)
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
        except (ValueError, OSError):  # macOS has a limit of its own beside these two
            pass
    if soft == resource.RLIM_INFINITY:
        return WANTED_FILES
    return soft - min(SPARE_FILES, soft // 4)
