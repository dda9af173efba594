"""What pages are told of changes: the latest, each at its own pace, and goodbye at the end."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from aiohttp import web
from support.phones import OpenRoom, open_room
from support.raw_http import exchange, request
from support.streams import pages, stuck
from support.until import PATIENCE, until

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View
from mops_tui.web import events
from mops_tui.web.documents import Documents
from mops_tui.web.events import Stream, Streams
from mops_tui.web.server import Bounds
from mops_tui.web.serving.connections import Patience

LONG = "x" * 60_000
"""So long that a page which does not read is soon known for it."""


async def show(room: OpenRoom, ref: str) -> int:
    """Have the room look at a question; the version of that."""
    room.do(cmd.Show(View("question", ref)))
    await room.session.settled()
    return room.phones.seen.seq


async def fill(room: OpenRoom, stream: Stream) -> None:
    """Change things until a page that does not read is known for it."""
    async with asyncio.timeout(PATIENCE):
        while stream.reads:
            await show(room, "demo/where")
            await show(room, "demo/points")
            await asyncio.sleep(0.01)


async def test_a_page_is_told_of_every_change_that_lasts(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        ada = await room.seat()
        async with pages(room, ada.token, ada.token, "") as opened:
            version = await show(room, "demo/where")
            assert [(await page.until(version))["version"] for page in opened] == [version] * 3
            assert room.server.clients == 3
            assert room.server.connected == {ada.participant}
        await until(lambda: room.server.clients == 0, "0 pages")


async def test_it_is_told_how_soon_to_come_back(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        reply = await exchange(room.server.port, request("HEAD", "/api/events"))
        assert reply.headers["content-type"] == "text/event-stream; charset=utf-8"
        reader, writer = await asyncio.open_connection("127.0.0.1", room.server.port)
        writer.write(request("GET", "/api/events", {"Host": f"127.0.0.1:{room.server.port}"}))
        assert b"retry: 2000\n\n" in await reader.readuntil(b"\n\n")
        writer.close()


async def test_many_changes_are_told_at_once(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        ada = await room.seat()
        await show(room, "demo/where")
        async with pages(room, ada.token) as (page,):
            for n in range(200):
                room.phones.say_done(ada.participant, "demo/where", 1, done=n % 2 == 0)
            version = await show(room, "demo/points")
            told = 1
            while (await page.state())["version"] < version:
                told += 1
            assert told < 10


async def test_a_heart_beats_where_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "HEARTBEAT_SECONDS", 0.01)
    async with open_room(tmp_path) as room, pages(room, "") as (page,):
        while (event := await page.event()) is not None and event.name != "heartbeat":
            pass
        assert event is not None


async def test_who_does_not_read_holds_up_nobody_and_is_let_go_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Documents, "of", lambda self, who: _long(self._phones.seen.seq))
    bounds = Bounds(patience=Patience(reading=0.3))
    async with open_room(tmp_path, bounds=bounds) as room:
        ada = await room.seat()
        async with stuck(room), pages(room, ada.token) as (page,):
            await until(lambda: room.server.clients == 2, "2 pages")
            for n in range(40):
                version = await show(room, ("demo/where", "demo/points")[n % 2])
                await page.until(version)
                waiting = [
                    one.transport.get_write_buffer_size()
                    for one in room.server.connections.open
                    if one.transport is not None
                ]
                assert max(waiting, default=0) < 4 * len(LONG)
                if room.server.clients == 1:
                    break
            await until(lambda: room.server.clients == 1, "1 pages")
            await page.until(await show(room, "demo/points"))


async def test_who_reads_again_is_told_how_it_stands_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Documents, "of", lambda self, who: _long(self._phones.seen.seq))
    async with open_room(tmp_path) as room, stuck(room) as sock:
        await until(lambda: room.server.clients == 1, "1 pages")
        (stream,) = room.server.hub._streams
        await fill(room, stream)
        version = await show(room, "demo/where")
        await until(lambda: stream.told < room.server.hub.number, "a change that is not told")
        read = b""
        async with asyncio.timeout(PATIENCE):
            while f'"version":{version},'.encode() not in read:
                read += await asyncio.get_running_loop().sock_recv(sock, 100_000)
        told = read.count(b"event: state")
        assert told < version, "the states between are not made up for"


async def test_of_too_many_pages_of_one_person_the_oldest_goes(tmp_path: Path) -> None:
    async with open_room(tmp_path, bounds=Bounds(streams=Streams(person=2))) as room:
        ada, bob = await room.seat(), await room.seat("Bob")
        async with pages(room, ada.token, bob.token, ada.token, ada.token) as opened:
            assert "state" not in await opened[0].rest()
            version = await show(room, "demo/where")
            for page in opened[1:]:
                await page.until(version)


async def test_who_hangs_up_before_the_first_word_is_no_fault_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hung_up, tried = asyncio.Event(), asyncio.Event()
    before = events.Hub.serve

    async def late(self: events.Hub, asked: web.BaseRequest) -> web.StreamResponse:
        await hung_up.wait()
        try:
            return await before(self, asked)
        finally:
            tried.set()

    monkeypatch.setattr(events.Hub, "serve", late)
    async with open_room(tmp_path) as room:
        port = room.server.port
        _reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(request("GET", "/api/events", {"Host": f"127.0.0.1:{port}"}))
        await until(lambda: room.server.connections.open, "a connection")
        writer.transport.abort()
        await until(lambda: not room.server.connections.open, "its end")
        hung_up.set()
        async with asyncio.timeout(PATIENCE):
            await tried.wait()
        assert (await exchange(port, request("GET", "/api/state"))).status == 200
        assert room.server.failures.noted == 0


async def test_where_too_many_are_told_one_of_whoever_has_most_gives_way(tmp_path: Path) -> None:
    async with open_room(tmp_path, bounds=Bounds(streams=Streams(all=4))) as room:
        ada, eve = await room.seat(), await room.seat("Eve")
        asking = (ada.token, eve.token, eve.token, eve.token, ada.token)
        async with pages(room, *asking) as opened:
            assert "state" not in await opened[1].rest()
            version = await show(room, "demo/where")
            for page in (opened[0], *opened[2:]):
                await page.until(version)


async def test_who_is_put_out_is_a_stranger_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str | None] = []
    before = Documents.of

    def noted(self: Documents, who: str | None) -> bytes:
        told.append(who)
        return before(self, who)

    monkeypatch.setattr(Documents, "of", noted)
    async with open_room(tmp_path) as room:
        ada = await room.seat()
        async with pages(room, ada.token) as (page,):
            assert told == [ada.participant]
            await room.phones.put_out(ada.participant)
            await page.until(room.phones.seen.seq)
            assert told[-1] is None
            assert room.server.connected == frozenset()


async def test_a_document_that_fails_keeps_nobody_else_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Documents.of
    broken: set[str | None] = set()

    def fails(self: Documents, who: str | None) -> bytes:
        if who in broken:
            raise RuntimeError
        return before(self, who)

    monkeypatch.setattr(Documents, "of", fails)
    async with open_room(tmp_path) as room:
        ada, bob = await room.seat(), await room.seat("Bob")
        async with pages(room, ada.token, bob.token) as opened:
            broken.add(ada.participant)
            await opened[1].until(await show(room, "demo/where"))
            await opened[1].until(await show(room, "demo/points"))
            assert room.server.failures.noted >= 1


async def test_the_room_closes_at_once_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_room(tmp_path) as room, stuck(room):
        ada = await room.seat()
        async with pages(room, ada.token, *[""] * 49) as opened:
            await until(lambda: room.server.clients == 51, "51 pages")
            monkeypatch.setattr(Documents, "of", lambda *_: _long(0))
            await fill(room, next(iter(room.server.hub._streams)))
            async with asyncio.timeout(PATIENCE):  # nobody reads what is stuck, ever
                await room.server.close()
            rests = await asyncio.gather(*(page.rest() for page in opened))
            assert {names[-1] for names in rests} == {"closed"}
            assert room.server.clients == 0
            # Its own sockets: another test may have the port by now.
            assert not any(listener.is_serving() for listener in room.server._listeners)


async def test_a_page_is_told_how_the_workshop_ended_before_goodbye(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        ada = await room.seat()
        async with pages(room, ada.token) as (page,):
            room.do(cmd.Close())
            await room.session.settled()
            await room.server.close()  # at once: no change has been told at its pace
            assert (await page.state())["now"] == "closed"
            assert (await page.rest())[-1] == "closed"


def _long(version: int) -> bytes:
    return f'{{"version":{version},"long":"{LONG}"}}'.encode()
