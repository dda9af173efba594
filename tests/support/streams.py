"""A page's stream of events, as a test reads it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
from support.phones import OpenRoom, cookie
from support.raw_http import request
from support.until import PATIENCE


@dataclass(frozen=True)
class Event:
    """One event; `name` is "" for what is none, such as `retry:`."""

    name: str
    data: Any


@dataclass
class Page:
    """A page that listens."""

    answer: aiohttp.ClientResponse

    async def event(self) -> Event | None:
        """The next event; None at the end."""
        async with asyncio.timeout(PATIENCE):
            try:
                text = (await self.answer.content.readuntil(b"\n\n")).decode()
            except (asyncio.IncompleteReadError, aiohttp.ClientError):
                return None
        if not text:
            return None
        fields = dict(line.split(": ", 1) for line in text.strip().splitlines())
        return Event(fields.get("event", ""), json.loads(fields.get("data", "null")))

    async def state(self) -> Any:
        """The next state."""
        while (event := await self.event()) is not None:
            if event.name == "state":
                return event.data
        raise AssertionError("the stream has ended")

    async def until(self, version: int) -> Any:
        """The first state that is as new as a version."""
        while (state := await self.state())["version"] < version:
            pass
        return state

    async def rest(self) -> list[str]:
        """The names of all events until the end."""
        names = []
        while (event := await self.event()) is not None:
            names.append(event.name)
        return names


@contextlib.asynccontextmanager
async def pages(room: OpenRoom, *tokens: str) -> AsyncIterator[list[Page]]:
    """A page for each token, "" for a stranger's; each has been told the first state."""
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as session:
        opened = []
        for token in tokens:
            shown = cookie(token) if token else {}
            answer = await session.get(
                f"{room.address}/api/events", headers=shown, timeout=aiohttp.ClientTimeout()
            )
            assert answer.status == 200, await answer.text()
            opened.append(Page(answer))
            await opened[-1].state()
        yield opened
        for page in opened:
            page.answer.close()


@contextlib.asynccontextmanager
async def stuck(room: OpenRoom) -> AsyncIterator[socket.socket]:
    """A page that asks for events and reads none of them; the test may read for it."""
    loop = asyncio.get_running_loop()
    with socket.socket() as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        sock.setblocking(False)
        await loop.sock_connect(sock, ("127.0.0.1", room.server.port))
        host = {"Host": f"127.0.0.1:{room.server.port}"}
        await loop.sock_sendall(sock, request("GET", "/api/events", host))
        yield sock
