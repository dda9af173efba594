"""The server: it begins, it serves the page and its few requests, and it ends with the room."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import cast

from aiohttp import StreamReader, web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http import RawRequestMessage

from mops_tui.sources.phones.phones import Phones
from mops_tui.sources.phones.sightings import Sightings
from mops_tui.web.documents import Documents
from mops_tui.web.errors import Refused, error_answer
from mops_tui.web.events import Hub, Streams
from mops_tui.web.guards import Guards, Limits
from mops_tui.web.routes import Routes
from mops_tui.web.serving.connections import Connections, Patience, RoomProtocol
from mops_tui.web.serving.failures import Failures
from mops_tui.web.serving.ports import BACKLOG, listening
from mops_tui.web.serving.requests import RoomRequest
from mops_tui.web.watching import note_request

GOODBYE_SECONDS = 0.3
"""So long requests that are being answered are waited for when the room closes."""


@dataclass(frozen=True)
class Bounds:
    """What one room takes.

    Attributes:
        limits: How often one may ask.
        streams: How many pages are told of changes.
        patience: How long a connection is waited for.
    """

    limits: Limits = field(default=Limits())
    streams: Streams = field(default=Streams())
    patience: Patience = field(default=Patience())


BOUNDS = Bounds()


class RoomServer:
    """A server that runs.

    Attributes:
        host: The address that phones use.
        port: The port that was free.
        seen: What has reached it, refused or not.
    """

    def __init__(self, phones: Phones, host: str, port: int, bounds: Bounds) -> None:
        """Be ready to answer, in the loop that runs."""
        self.host = host
        self.port = port
        loop = asyncio.get_running_loop()
        self.seen = Sightings()
        self.failures = Failures()
        self.connections = Connections(loop, self.failures, bounds.patience, self.seen)
        documents = Documents(phones)
        self.hub = Hub(phones, documents, self.failures, bounds.streams)
        self._routes = Routes(phones, documents, self.hub)
        self._guards = Guards(phones, host, port, bounds.limits)
        self._loop = loop
        self._listeners: list[asyncio.Server] = []
        self._server = web.Server(self._answer, request_factory=partial(_request, loop))
        self._closing: asyncio.Task[None] | None = None

    @property
    def clients(self) -> int:
        """How many pages are connected at this moment."""
        return len(self.hub)

    @property
    def connected(self) -> frozenset[str]:
        """The participants whose page is open at this moment."""
        return self.hub.connected

    async def close(self) -> None:
        """Close the port and let every page know; at once, whoever is connected."""
        if self._closing is None:
            self._closing = asyncio.create_task(self._close())
        await asyncio.shield(self._closing)

    async def _close(self) -> None:
        for listener in self._listeners:
            listener.close()
        await self.hub.close()
        self._server.pre_shutdown()
        for one in tuple(self.connections.open):
            if one.stuck_since is not None:
                one.abort()
        await self._server.shutdown(GOODBYE_SECONDS)
        self.connections.stop()
        self.failures.unwatch(self._loop)

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """Every request comes here, and is answered or refused."""
        began = time.monotonic()
        try:
            answered = await self._asked(request)
            note_request(self.seen, request, began)
            return answered
        except Refused as refused:
            note_request(self.seen, request, began, refused.code)
            if refused.status == 429:  # whoever is too fast waits, on this connection
                await self._guards.hold()
            answer = error_answer(refused, page="text/html" in request.headers.get("Accept", ""))
            if not request.content.is_eof():
                answer.force_close()
            return answer

    async def _asked(self, request: web.BaseRequest) -> web.StreamResponse:
        guards, connection = self._guards, cast("RoomProtocol", request.protocol)
        person = guards.person(request)
        self.connections.asked(connection)
        await guards.rate(person, connection)
        self.connections.belongs(connection, person)
        guards.host(request)
        route = self._routes.find(request.rel_url.raw_path)
        method = request.method
        if method in ("GET", "HEAD") and route.get is not None:
            return await route.get(self._routes, request, person)
        if method == "POST" and route.post is not None:
            guards.posted(request, route.takes)
            if route.saves:
                guards.saves(person)
            return await route.post(self._routes, request, person)
        raise Refused(405, "wrong-method", {"Allow": route.allow})

    async def listen(self, sockets: Iterable[socket.socket]) -> None:
        """Answer what comes in at some sockets, from now on."""
        for made in sockets:
            listener = await self._loop.create_server(self._connection, sock=made, backlog=BACKLOG)
            self._listeners.append(listener)
        self.connections.start()
        self.failures.watch(self._loop)

    def _connection(self) -> RoomProtocol:
        return RoomProtocol(self.connections, self._server)


async def serve(phones: Phones, host: str, port: int = 0, bounds: Bounds = BOUNDS) -> RoomServer:
    """Open the port and serve, in the loop that runs.

    Args:
        phones: The session's phones.
        host: The address to listen at; loopback is served beside it.
        port: The first port to try, 0 for the usual one; where it is taken, another.
        bounds: What the room takes.

    Raises:
        OSError: The address is none of this machine's, or no port can be had.
    """
    free, sockets = listening(host, port)
    server = RoomServer(phones, host, free, bounds)
    await server.listen(sockets)
    return server


def _request(
    loop: asyncio.AbstractEventLoop,
    message: RawRequestMessage,
    payload: StreamReader,
    protocol: web.RequestHandler,
    writer: AbstractStreamWriter,
    task: asyncio.Task[None],
) -> RoomRequest:
    return RoomRequest(message, payload, protocol, writer, task, loop)
