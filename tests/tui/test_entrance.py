"""Facts about the way in for phones: it opens where it was, and every way out closes it soon."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from support.served import FakeServe, FakeServed
from support.sessions import header
from support.until import PATIENCE, until

from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.keeping import BookKeeper, written_book
from mops_tui.sources.phones.phones import Phones
from mops_tui.tui.entrance import Entrance
from mops_tui.tui.room import Room

HOST = "192.168.1.20"
DIGEST = "0" * 64


def keeper_in(folder: Path, **kept: Any) -> BookKeeper:
    """A keeper of the tiny session's book, of which something may be kept already."""
    keeper = BookKeeper(folder, header().id)
    if kept:
        keeper.path.parent.mkdir()
        keeper.path.write_bytes(written_book(Book(**kept), header().id))
    return keeper


@contextlib.asynccontextmanager
async def a_room(folder: Path) -> AsyncIterator[Room]:
    room = Room(LiveSession.create(folder, header()))
    try:
        yield room
    finally:
        await room.finish()


async def test_it_opens_once_and_keeps_where(tmp_path: Path) -> None:
    serve, keeper = FakeServe(), keeper_in(tmp_path)
    async with a_room(tmp_path) as room:
        opening = [room.open_to_phones(serve, keeper, HOST) for _ in range(2)]
        await asyncio.gather(*opening)
        assert len(serve.opened) == 1
        assert room.served is serve.opened[0]
        book = keeper.load()
        assert (book.host, book.port) == (HOST, 8420)
        assert not room.entrance.moved
    assert serve.open == []


async def test_it_opens_at_the_port_of_before_with_the_same_people(tmp_path: Path) -> None:
    serve, keeper = FakeServe(), keeper_in(tmp_path, host=HOST, port=8431, holders={DIGEST: "p1"})
    async with a_room(tmp_path) as room:
        await room.open_to_phones(serve, keeper, HOST)
        assert room.served is not None
        assert (room.served.port, room.entrance.moved) == (8431, False)
        assert room.phones is not None
        assert room.phones.book.holders == {DIGEST: "p1"}


@pytest.mark.parametrize("host", [HOST, "10.0.0.7"])
async def test_where_the_address_is_another_that_is_known(tmp_path: Path, host: str) -> None:
    serve, keeper = FakeServe(taken={8420}), keeper_in(tmp_path, host=HOST, port=8420)
    async with a_room(tmp_path) as room:
        await room.open_to_phones(serve, keeper, host)
        assert room.served is not None
        assert room.served.port == 8421
        assert room.entrance.moved


async def test_another_address_closes_the_first(tmp_path: Path) -> None:
    serve, keeper = FakeServe(), keeper_in(tmp_path)
    async with a_room(tmp_path) as room:
        await room.open_to_phones(serve, keeper, HOST)
        code = keeper.load().code
        await room.open_to_phones(serve, keeper, "10.0.0.7")
        assert [one.host for one in serve.open] == ["10.0.0.7"]
        assert keeper.load().code == code


async def test_who_cannot_be_opened_is_not_open(tmp_path: Path) -> None:
    serve = FakeServe(refused=OSError("no port"))
    async with a_room(tmp_path) as room:
        with pytest.raises(OSError, match="no port"):
            await room.open_to_phones(serve, keeper_in(tmp_path), HOST)
        assert room.served is None


async def test_a_port_that_was_opened_for_somebody_who_has_left_is_closed_again(
    tmp_path: Path,
) -> None:
    asked, goes_on, served = asyncio.Event(), asyncio.Event(), FakeServed(HOST, 8420)

    async def serve(phones: Phones, host: str, port: int) -> FakeServed:
        asked.set()
        await goes_on.wait()
        return served

    with contextlib.closing(LiveSession.create(tmp_path, header())) as session:
        entrance = Entrance(session)
        opening = asyncio.create_task(entrance.open_at(serve, None, HOST))
        await asked.wait()
        opening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await opening
        goes_on.set()
        await until(lambda: served.closed, "the port to be closed")
        assert entrance.served is None


async def test_a_server_that_does_not_close_delays_nobody(tmp_path: Path) -> None:
    class Hangs(FakeServed):
        async def close(self) -> None:
            await asyncio.Event().wait()

    async def serve(phones: Phones, host: str, port: int) -> FakeServed:
        return Hangs(host, 8420)

    room = Room(LiveSession.create(tmp_path, header()))
    await room.open_to_phones(serve, keeper_in(tmp_path), HOST)
    async with asyncio.timeout(PATIENCE):  # it would be waited for without end
        assert await room.finish()
    assert room.served is None
