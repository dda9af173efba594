"""Noting what reaches the server: for the check of the room, which waits for one phone."""

from __future__ import annotations

import asyncio
import time

from aiohttp import web

from mops_tui.sources.phones.sightings import Sighting, Sightings, What


def note_knock(seen: Sightings, transport: asyncio.BaseTransport) -> None:
    """Note a connection, also one that never says anything in plain HTTP."""
    peer = transport.get_extra_info("peername")
    if isinstance(peer, tuple) and peer:
        seen.note(Sighting(str(peer[0]), "knock", time.monotonic()))


def note_request(
    seen: Sightings, request: web.BaseRequest, began: float, refused: str = ""
) -> None:
    """Note a request with its answer.

    Args:
        seen: Where it is noted.
        request: The request.
        began: When it came in.
        refused: The code of the refusal, "" where it was answered as asked.
    """
    what = what_of(request.method, request.path)
    seen.note(Sighting(request.remote or "", what, began, time.monotonic(), refused))


def what_of(method: str, path: str) -> What:
    """What a request wants."""
    parts = path.strip("/").split("/")
    last = parts[-1]
    if method == "POST":
        return "join" if last == "join" else "vote" if last == "vote" else "other"
    return "page" if len(parts) == 1 and "." not in last else "other"
