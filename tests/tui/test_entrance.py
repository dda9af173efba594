"""Facts about the way in for phones: it opens where it was, and every way out closes it soon."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from support.served import FakeKeeper, FakeServe, FakeServed
from support.sessions import header

from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.phones import Phones
from mops_tui.tui.room import Room

HOST = "192.168.1.20"


@contextlib.asynccontextmanager
async def a_room(folder: Path) -> AsyncIterator[Room]:
    room = Room(LiveSession.create(folder, header()))
    try:
        yield room
    finally:
        await room.finish()


async def test_it_opens_once_and_keeps_where(tmp_path: Path) -> None:
    serve, keeper = FakeServe(), FakeKeeper()
    async with a_room(tmp_path) as room:
        opening = [room.open_to_phones(serve, keeper, HOST) for _ in range(2)]
        await asyncio.gather(*opening)
        assert len(serve.opened) == 1
        assert room.served is serve.opened[0]
        assert (keeper.book.host, keeper.book.port) == (HOST, 8420)
        assert not room.entrance.moved
    assert serve.open == []


async def test_it_opens_at_the_port_of_before_with_the_same_people(tmp_path: Path) -> None:
    serve, keeper = FakeServe(), FakeKeeper(Book(host=HOST, port=8431, holders={"x": "p1"}))
    async with a_room(tmp_path) as room:
        await room.open_to_phones(serve, keeper, HOST)
        assert room.served is not None
        assert (room.served.port, room.entrance.moved) == (8431, False)
        assert room.phones is not None
        assert room.phones.book.holders == {"x": "p1"}


@pytest.mark.parametrize("host", [HOST, "10.0.0.7"])
async def test_where_the_address_is_another_that_is_known(tmp_path: Path, host: str) -> None:
    serve, keeper = FakeServe(taken={8420}), FakeKeeper(Book(host=HOST, port=8420))
    async with a_room(tmp_path) as room:
        await room.open_to_phones(serve, keeper, host)
        assert room.served is not None
        assert room.served.port == 8421
        assert room.entrance.moved


async def test_another_address_closes_the_first(tmp_path: Path) -> None:
    serve, keeper = FakeServe(), FakeKeeper()
    async with a_room(tmp_path) as room:
        await room.open_to_phones(serve, keeper, HOST)
        code = keeper.book.code
        await room.open_to_phones(serve, keeper, "10.0.0.7")
        assert [one.host for one in serve.open] == ["10.0.0.7"]
        assert keeper.book.code == code


async def test_who_cannot_be_opened_is_not_open(tmp_path: Path) -> None:
    serve = FakeServe(refused=OSError("no port"))
    async with a_room(tmp_path) as room:
        with pytest.raises(OSError, match="no port"):
            await room.open_to_phones(serve, FakeKeeper(), HOST)
        assert room.served is None


async def test_a_server_that_does_not_close_delays_nobody(tmp_path: Path) -> None:
    class Hangs(FakeServed):
        async def close(self) -> None:
            await asyncio.Event().wait()

    async def serve(phones: Phones, host: str, port: int) -> FakeServed:
        return Hangs(host, 8420)

    room = Room(LiveSession.create(tmp_path, header()))
    await room.open_to_phones(serve, FakeKeeper(), HOST)
    began = time.monotonic()
    assert await room.finish()
    assert time.monotonic() - began < 2.0
    assert room.served is None
