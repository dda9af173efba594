"""A phone of bare sockets, which keeps every byte that it was sent."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from typing import Any
from urllib.parse import urlencode

from support.raw_http import Reply, post, request
from support.until import PATIENCE, until

_DATE = re.compile(rb"(?mi)^date: [^\r]*\r\n")
_STATE = re.compile(rb"event: state\ndata: ([^\n]*)")


class Wire:
    """One client of a room.

    Attributes:
        seat: The headers by which it shows its seat, once it has one.
        got: Every answer it ever had, and the bytes of its streams, in order.
        states: The states that its stream has brought, as they came.
    """

    def __init__(self, port: int) -> None:
        self.port = port
        self.seat: dict[str, str] = {}
        self.got: list[bytes] = []
        self.states: list[bytes] = []
        self._stream: asyncio.Task[None] | None = None

    async def ask(
        self, method: str, path: str, body: object = None, *, form: bool = False
    ) -> Reply:
        """One request on a connection of its own."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(self.request(method, path, body, form=form))
        raw = await asyncio.wait_for(reader.read(), PATIENCE)
        writer.close()
        reply = Reply(raw)
        if "set-cookie" in reply.headers:
            self.seat = reply.seat
        self.got.append(self.plain(raw))
        return reply

    def request(
        self, method: str, path: str, body: object = None, *, form: bool = False, stay: bool = False
    ) -> bytes:
        """The bytes of a request."""
        host = f"127.0.0.1:{self.port}"
        headers = {"Host": host, **({} if stay else {"Connection": "close"}), **self.seat}
        if method == "GET":
            return request(method, path, headers)
        sent = urlencode(body, doseq=True) if form else body  # type: ignore[arg-type]  # a form's body is text by text
        return post(path, sent, {**headers, "Origin": f"http://{host}"})

    def plain(self, raw: bytes) -> bytes:
        """Bytes without what differs from one run to the next: the hour, and the free port."""
        return _DATE.sub(b"", raw).replace(str(self.port).encode(), b"PORT")

    async def join(self, code: str, name: str, role: str = "") -> Reply:
        """Take a seat, and follow the events from then on."""
        reply = await self.ask("POST", "/api/join", {"code": code, "name": name, "role": role})
        assert reply.status == 200, reply.raw
        await self.follow()
        return reply

    async def vote(self, ref: str, round_: int, ballot: object, name: str = "1") -> Reply:
        """Vote."""
        asked = {"id": name, "question": ref, "round": round_, "ballot": ballot}
        return await self.ask("POST", "/api/vote", asked)

    async def follow(self) -> None:
        """Be told of changes from now on."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(self.request("GET", "/api/events", stay=True))
        self._stream = asyncio.create_task(self._read(reader, writer))
        await until(lambda: self.states or self._ended, "the first state")

    @property
    def _ended(self) -> bool:
        return self._stream is None or self._stream.done()

    async def _read(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came = b""
        try:
            while data := await reader.read(1 << 16):
                self.got.append(self.plain(data))
                *whole, came = (came + data).split(b"\n\n")
                self.states += [found[1] for block in whole if (found := _STATE.search(block))]
        finally:
            writer.close()

    @property
    def shown(self) -> dict[str, Any]:
        """The newest state."""
        read: dict[str, Any] = json.loads(self.states[-1]) if self.states else {}
        return read

    async def shows(self, version: int) -> None:
        """Wait until the stream has brought a state as new as that."""
        await until(
            lambda: self._ended or self.shown.get("version", -1) >= version, f"version {version}"
        )

    async def leave(self) -> None:
        """Hang up."""
        if self._stream is not None:
            self._stream.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._stream
