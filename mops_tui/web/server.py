"""The server: it begins, it serves the page and its few requests, and it ends with the room."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from mops_tui.model.session.commands import Refusal
from mops_tui.sources.phones.phones import Joined, Phones
from mops_tui.sources.phones.sightings import Sightings
from mops_tui.web.state import state_for
from mops_tui.web.votes import ballot_from
from mops_tui.web.watching import note_connections, watching

COOKIE = "mops_seat"
FIRST_PORT = 8420
MOST_PORTS = 50
"""So many ports are tried from the first on."""
_PAGE = Path(__file__).parent / "page"
PHONES: web.AppKey[Phones] = web.AppKey("phones", Phones)


@dataclass
class RoomServer:
    """A server that runs.

    Attributes:
        host: The address that phones use.
        port: The port that was free.
        clients: How many pages are connected at this moment.
        seen: What has reached it.
    """

    host: str
    port: int
    runner: web.AppRunner
    seen: Sightings
    clients: int = 0

    async def close(self) -> None:
        """Close the port."""
        await self.runner.cleanup()


def application(phones: Phones, seen: Sightings) -> web.Application:
    """The routes of one room."""
    app = web.Application(client_max_size=8192, middlewares=[watching(seen)])
    app[PHONES] = phones
    app.router.add_get("/api/state", _state)
    app.router.add_post("/api/join", _join)
    app.router.add_post("/api/vote", _vote)
    return app


async def serve(phones: Phones, host: str, port: int = 0) -> RoomServer:
    """Open the port and serve, in the loop that runs.

    Args:
        phones: The session's phones.
        host: The address to listen on.
        port: The first port to try, 0 for `FIRST_PORT`; where it is taken, the next.

    Raises:
        OSError: No port can be had.
    """
    seen = Sightings()
    runner = web.AppRunner(application(phones, seen), access_log=None)
    await runner.setup()
    assert runner.server is not None
    note_connections(runner.server, seen)
    first = port or FIRST_PORT
    for number in range(first, first + MOST_PORTS):
        try:
            await web.TCPSite(runner, host, number).start()
        except OSError:
            if number == first + MOST_PORTS - 1:
                await runner.cleanup()
                raise
        else:
            return RoomServer(host, number, runner, seen)
    raise OSError


def _participant(request: web.Request) -> str | None:
    return request.app[PHONES].who(request.cookies.get(COOKIE, ""))


async def _state(request: web.Request) -> web.Response:
    return web.json_response(state_for(request.app[PHONES], _participant(request)))


async def _join(request: web.Request) -> web.Response:
    asked = await request.json()
    joined = await request.app[PHONES].join(asked["code"], asked["name"], asked["role"])
    if not isinstance(joined, Joined):
        return web.json_response({"error": str(joined)}, status=403)
    answer = web.json_response(state_for(request.app[PHONES], joined.participant))
    answer.set_cookie(COOKIE, joined.token, httponly=True, samesite="Strict", path="/")
    return answer


async def _vote(request: web.Request) -> web.Response:
    participant = _participant(request)
    if participant is None:
        return web.json_response({"error": "not-joined"}, status=401)
    asked = await request.json()
    ballot = ballot_from(asked["ballot"])
    if ballot is None:
        return web.json_response({"error": "ballot"}, status=422)
    phones = request.app[PHONES]
    refused = await phones.vote(participant, asked["question"], asked["round"], ballot)
    if isinstance(refused, Refusal):
        return web.json_response({"error": refused.code}, status=409)
    return web.json_response(state_for(phones, participant))
