"""Noting what reaches the server: for the check of the room, which waits for one phone."""

from __future__ import annotations

import asyncio
import time

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from mops_tui.sources.phones.sightings import Sighting, Sightings, What

REFUSALS = {403: "wrong-code", 404: "not-found", 421: "other-host", 429: "too-many"}
"""What an answer of such a status says, where its text is not looked into."""


def watching(seen: Sightings) -> Middleware:
    """A middleware that notes each request; the first of all, so that it sees every refusal."""

    @web.middleware
    async def watch(request: web.Request, handler: Handler) -> web.StreamResponse:
        began = time.monotonic()
        what = _what(request)
        if request.path == "/api/events":  # its answer ends when the page is closed
            seen.note(Sighting(request.remote or "", what, began))
            return await handler(request)
        status = 500
        try:
            answer = await handler(request)
            status = answer.status
        except web.HTTPException as refused:
            status = refused.status
            raise
        finally:
            refusal = REFUSALS.get(status, str(status)) if status >= 400 else ""
            seen.note(Sighting(request.remote or "", what, began, time.monotonic(), refusal))
        return answer

    return watch


def note_connections(server: web.Server, seen: Sightings) -> None:
    """Note each connection, also one that never says anything in plain HTTP."""
    made = server.connection_made

    def noted(handler: web.RequestHandler, transport: asyncio.Transport) -> None:
        peer = transport.get_extra_info("peername")
        if isinstance(peer, tuple) and peer:
            seen.note(Sighting(str(peer[0]), "knock", time.monotonic()))
        made(handler, transport)

    server.connection_made = noted  # type: ignore[method-assign]  # aiohttp has no hook for it


def _what(request: web.Request) -> What:
    parts = request.path.strip("/").split("/")
    last = parts[-1]
    if request.method == "POST":
        return "join" if last == "join" else "vote" if last == "vote" else "other"
    return "page" if len(parts) == 1 and "." not in last else "other"
