"""Many phones as one process: bare sockets that speak as the page does, and note when.

For `room.py`. A phone has a connection for what it asks and one for the events that it is sent; it
keeps its cookie, knows which of its votes were answered, and sends again what was not.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from secrets import token_hex
from typing import Any

from needs import needs

needs()

AGAIN_SECONDS = 0.25
"""How soon a phone tries again that found nobody: sooner than the page, for a worse storm."""
PATIENCE = 60.0
"""Seconds after which an answer will never come."""
_LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")
_COOKIE = re.compile(rb"(?i)\r\nset-cookie: *(mops_seat=[^;\r]+)")
_STATE = re.compile(rb"event: state\ndata: ([^\n]*)")
_RETRY = re.compile(rb"(?i)\r\nretry-after: *(\d+)")


class Gone(Exception):  # noqa: N818 - it says what happened
    """The laptop hung up before it had answered."""


@dataclass(frozen=True)
class Answer:
    """An answer: its status, its headers as they came, and its body."""

    status: int
    head: bytes
    body: bytes


class Asking(asyncio.Protocol):
    """A connection that is kept, with one request at a time."""

    def __init__(self) -> None:
        """Nothing was asked yet."""
        self._transport: asyncio.Transport | None = None
        self._got = b""
        self._waiting: asyncio.Future[Answer] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep it."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - the protocol's
        """Whoever waits learns it."""
        self._transport = None
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(Gone())

    def data_received(self, data: bytes) -> None:
        """Give the answer once it is whole."""
        self._got += data
        head, found, body = self._got.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        wanted = int(length[1]) if length else 0
        if not found or len(body) < wanted or self._waiting is None:
            return
        self._got = body[wanted:]
        if not self._waiting.done():
            self._waiting.set_result(Answer(int(head.split(b" ", 2)[1]), head, body[:wanted]))

    async def ask(self, request: bytes) -> Answer:
        """Send a request and wait for the answer to it."""
        if self._transport is None:
            raise Gone
        self._waiting = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return await asyncio.wait_for(self._waiting, PATIENCE)

    def hang_up(self) -> None:
        """Close the connection."""
        if self._transport is not None:
            self._transport.abort()


class Listening(asyncio.Protocol):
    """The stream of events of one phone: the newest state that came, and when."""

    def __init__(self, request: bytes, came: Callable[[bytes], None]) -> None:
        """Take the request that opens it, and what to do with each state."""
        self._request = request
        self._came = came
        self._got = b""
        self._transport: asyncio.Transport | None = None
        self.ended = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the events."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        transport.write(self._request)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - the protocol's
        """The phone has to come back."""
        if not self.ended.done():
            self.ended.set_result(None)

    def data_received(self, data: bytes) -> None:
        """Give each whole event; a chunk's own length stands between them, and is no event."""
        self._got += data
        *whole, self._got = self._got.split(b"\n\n")
        for block in whole:
            if found := _STATE.search(block):
                self._came(found[1])

    def hang_up(self) -> None:
        """Close the connection."""
        if self._transport is not None:
            self._transport.abort()


@dataclass
class Tap:
    """A vote that somebody gave: what, in which round, how long it took, whether it was answered.

    Attributes:
        sent: How often it went out: again where nobody answered.
    """

    round: int
    ballot: dict[str, Any]
    took: float = 0.0
    sent: int = 0
    saved: bool = False


@dataclass
class Phone:
    """One phone."""

    number: int
    port: int
    code: str
    cookie: bytes = b""
    you: object = None
    taps: list[Tap] = field(default_factory=list)
    slowed: int = 0
    state: bytes = b""
    version: int = -1
    events: int = 0
    event_bytes: int = 0
    _asking: Asking | None = None
    _listening: Listening | None = None
    _mark: bytes = b""
    _seen: asyncio.Future[float] | None = None
    _task: asyncio.Task[None] | None = None

    @property
    def name(self) -> str:
        """What it says to be called."""
        return f"Phone {self.number}"

    def _request(self, method: str, path: str, body: object = None) -> bytes:
        host = f"127.0.0.1:{self.port}"
        lines = [f"{method} {path} HTTP/1.1", f"Host: {host}"]
        if self.cookie:
            lines.append(f"Cookie: {self.cookie.decode()}")
        sent = b"" if body is None else json.dumps(body).encode()
        if method == "POST":
            lines += [f"Origin: http://{host}", "Content-Type: application/json"]
            lines.append(f"Content-Length: {len(sent)}")
        return "\r\n".join([*lines, "", ""]).encode() + sent

    async def _ask(self, method: str, path: str, body: object = None) -> Answer:
        """Ask until it is answered: again after a pause where the laptop asks for one."""
        while True:
            if self._asking is None:
                loop = asyncio.get_running_loop()
                _, self._asking = await loop.create_connection(Asking, "127.0.0.1", self.port)
            try:
                answer = await self._asking.ask(self._request(method, path, body))
            except (Gone, OSError):
                self._asking.hang_up()
                self._asking = None
                raise
            if answer.status not in (429, 503):
                return answer
            self.slowed += 1
            pause = _RETRY.search(answer.head)
            await asyncio.sleep(float(pause[1]) if pause else 1.0)

    async def join(self) -> float:
        """Open the page, take a seat; the seconds until it is held."""
        begun = time.monotonic()
        asked = {"code": self.code, "name": self.name, "role": "Guest", "id": token_hex(16)}
        answer = await self._ask("POST", "/api/join", asked)
        if answer.status != 200:
            raise RuntimeError(f"{self.name} may not join: {answer.status} {answer.body!r}")
        cookie = _COOKIE.search(answer.head)
        assert cookie is not None, answer.head
        self.cookie = cookie[1]
        self.you = json.loads(answer.body).get("you")
        return time.monotonic() - begun

    async def vote(self, question: str, round_: int, ballot: dict[str, Any]) -> float:
        """Vote; the seconds from the tap until it is saved, however often it had to be sent."""
        tap = Tap(round_, ballot)
        self.taps.append(tap)
        await self.send(question, tap)
        return tap.took

    async def send(self, question: str, tap: Tap) -> None:
        """Send a vote until it is answered."""
        begun = time.monotonic()
        name = f"{self.number}-{self.taps.index(tap)}"
        asked = {"id": name, "question": question, "round": tap.round, "ballot": tap.ballot}
        while not tap.saved:
            tap.sent += 1
            try:
                answer = await self._ask("POST", "/api/vote", asked)
            except (Gone, OSError):
                await asyncio.sleep(AGAIN_SECONDS)
                continue
            if answer.status != 200:
                raise RuntimeError(f"{self.name}: {answer.status} {answer.body!r}")
            tap.took, tap.saved = time.monotonic() - begun, True

    # --- being told

    def listen(self) -> None:
        """Follow the events from now on, and come back whenever the stream ends."""
        self._task = asyncio.get_running_loop().create_task(self._follow())

    async def _follow(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            listening = partial(Listening, self._request("GET", "/api/events"), self._came)
            with contextlib.suppress(OSError):
                _, made = await loop.create_connection(listening, "127.0.0.1", self.port)
                self._listening = made
                await made.ended
            await asyncio.sleep(AGAIN_SECONDS)

    def _came(self, state: bytes) -> None:
        self.state = state
        self.events += 1
        self.event_bytes += len(state)
        if self._seen is not None and self._mark in state and not self._seen.done():
            self._seen.set_result(time.monotonic())

    def seeing(self, mark: bytes) -> asyncio.Future[float]:
        """When a state comes that holds something: the moment, by the clock that never jumps."""
        self._mark = mark
        self._seen = asyncio.get_running_loop().create_future()
        return self._seen

    @property
    def shown(self) -> dict[str, Any]:
        """The newest state, read."""
        read: dict[str, Any] = json.loads(self.state) if self.state else {}
        return read

    @property
    def is_itself(self) -> bool:
        """Whether it is shown as who it was, with the vote that it gave last."""
        you, mine = self.shown.get("you") or {}, self.shown.get("mine") or {}
        return you.get("name") == self.name and mine.get("vote") == self.taps[-1].ballot

    async def leave(self) -> None:
        """Hang up."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait((self._task,))
        for connection in (self._asking, self._listening):
            if connection is not None:
                connection.hang_up()
