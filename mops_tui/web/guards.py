"""What a request has to be before anything of the room hears of it: checks, in one clear order."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import web

from mops_tui.sources.phones.phones import Phones
from mops_tui.web.cookies import seat_of, tokens_of
from mops_tui.web.errors import Refused
from mops_tui.web.serving.connections import RoomProtocol
from mops_tui.web.serving.ports import LOOPBACK
from mops_tui.web.serving.rates import Bucket, Buckets, Rate
from mops_tui.web.serving.requests import RoomRequest

MOST_PERSONS = 4000
HELD_AT_EASE = 100
MOST_SLOWER = 6.0
"""So many answers are held back at ease, and at most so many times as long when there are more:
shorter than a page waits for an answer, or whoever mistypes a code reads that there was none."""
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Limits:
    """How often one may ask.

    Attributes:
        person: Who has a seat, with all their tabs.
        stranger: Who has none yet, on one connection.
        strangers: All of them together: they cannot be told apart.
        everybody: All together.
        penalty: So many seconds an answer waits for which it is too early; longer, the more wait.
        patience: So many seconds a stranger waits for their turn before they are refused.
        saves: What one person may have written into the session file: nobody who changes their
            mind is slowed, and nobody makes the file longer than can be opened.
    """

    person: Rate = field(default=Rate(60, 15))
    stranger: Rate = field(default=Rate(20, 5))
    strangers: Rate = field(default=Rate(600, 300))
    everybody: Rate = field(default=Rate(20000, 3000))
    penalty: float = 1.0
    patience: float = 6.0
    saves: Rate = field(default=Rate(60, 0.5))


class Guards:
    """The checks of one room.

    Attributes:
        hosts: What a request may call the host.
    """

    def __init__(
        self,
        phones: Phones,
        host: str,
        port: int,
        limits: Limits,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Guard a room at an address."""
        self._phones = phones
        self._limits = limits
        self._clock = clock
        names = (host, LOOPBACK, "localhost")
        self.hosts = frozenset(f"{name}:{port}" for name in names)
        self._origins = frozenset(f"http://{name}" for name in self.hosts)
        self._persons = Buckets(limits.person, clock, MOST_PERSONS)
        self._savers = Buckets(limits.saves, clock, MOST_PERSONS)
        self._strangers = Bucket(limits.strangers, clock())
        self._everybody = Bucket(limits.everybody, clock())
        self._held = 0

    def person(self, request: web.BaseRequest) -> str | None:
        """Who asks; None for a stranger."""
        return seat_of(self._phones, tokens_of(request))

    async def rate(self, person: str | None, connection: RoomProtocol) -> None:
        """Whether somebody may ask already.

        A stranger asks as often as one connection may, and all of them as often as all of them
        may: so one who keeps asking on a connection takes nothing from the others. Where many
        come at once, strangers wait for their turn, and the room goes on.

        Raises:
            Refused: It is too early.
        """
        now, limits = self._clock(), self._limits
        turn: float | None = 0.0
        if person is not None:
            wait = self._persons.take(person)
        else:
            if connection.bucket is None:
                connection.bucket = Bucket(limits.stranger, now)
            wait = connection.bucket.take(now)
            if not wait:
                turn = self._strangers.queue(now, limits.patience)
                wait = max(1.0, limits.patience) if turn is None else 0.0
        wait = wait or self._everybody.take(now)
        if wait:
            raise _too_often(wait)
        if turn:
            await asyncio.sleep(turn)

    def saves(self, person: str | None) -> None:
        """Whether somebody may have something written already.

        Raises:
            Refused: It is too early.
        """
        wait = self._savers.take(person) if person is not None else 0.0
        if wait:
            raise _too_often(wait)

    async def hold(self) -> None:
        """Keep whoever asks too early waiting, and so their connection from asking more.

        The more there are, the longer: so many connections as one may have, all of them together
        are not answered much oftener.
        """
        self._held += 1
        try:
            slower = 1 + self._held / HELD_AT_EASE
            await asyncio.sleep(self._limits.penalty * min(slower, MOST_SLOWER))
        finally:
            self._held -= 1

    def host(self, request: web.BaseRequest) -> None:
        """Whether the page was loaded from the address that is served, and not by another name.

        Raises:
            Refused: It was not: some page has its own name lead to this machine.
        """
        named = request.headers.getall("Host", ())
        if len(named) != 1 or named[0].lower() not in self.hosts:
            raise Refused(421, "other-host")
        if isinstance(request, RoomRequest) and request.as_to_a_proxy:  # this is none
            raise Refused(421, "other-host")

    def posted(self, request: web.BaseRequest, takes: str) -> None:
        """Whether something was sent by a page of ours, and as what it is.

        Raises:
            Refused: It was not.
        """
        headers = request.headers
        origin = headers.getall("Origin", ())
        if any(one.lower() not in self._origins for one in origin):
            raise Refused(403, "other-origin")
        if headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            raise Refused(403, "other-origin")
        kind = headers.getall("Content-Type", ())
        if len(kind) != 1 or not _is(kind[0], takes):
            raise Refused(415, "wrong-content")
        if headers.get("Content-Encoding", "identity").lower() != "identity":
            raise Refused(415, "wrong-content")


def _too_often(wait: float) -> Refused:
    return Refused(429, "too-often", {"Retry-After": str(int(wait) + 1)})


def _is(content: str, wanted: str) -> bool:
    kind, _, more = content.lower().partition(";")
    return kind.strip() == wanted and more.replace('"', "").strip() in ("", "charset=utf-8")
