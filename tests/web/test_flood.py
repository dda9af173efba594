"""Whoever asks without end slows down themselves, and whoever does not read holds nobody up."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from typing import Any

import pytest
from support.phones import OpenRoom, open_room
from support.raw_http import Reply, answer
from support.until import until
from support.wire import Wire

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View
from mops_tui.web import events

WHERE = "demo/where"
FLOOD = 200
"""So many requests at once: more than anybody with a phone in their hand."""


async def seats(room: OpenRoom, count: int) -> list[Wire]:
    """So many people with a phone, at a question that is open."""
    room.do(cmd.Show(View("question", WHERE)))
    phones = [Wire(room.server.port) for _ in range(count)]
    for number, phone in enumerate(phones):
        asked = {"code": room.phones.book.code, "name": f"Person {number}", "role": ""}
        assert (await phone.ask("POST", "/api/join", asked)).status == 200
    return phones


async def all_vote(phones: list[Wire]) -> list[int]:
    """The statuses of a vote of each, all at once."""
    voting = [phone.vote(WHERE, 1, {"option": "abc"[n % 3]}) for n, phone in enumerate(phones)]
    return [reply.status for reply in await asyncio.gather(*voting)]


async def test_a_flood_of_one_slows_that_one_and_the_votes_of_nine_others_are_answered_meanwhile(
    tmp_path: Path,
) -> None:
    async with open_room(tmp_path) as room:
        flooder, *others = await seats(room, 10)
        flood: list[asyncio.Task[Reply]] = [
            asyncio.create_task(flooder.vote(WHERE, 1, {"option": "a"}, f"v-{n}"))
            for n in range(FLOOD)
        ]
        assert await all_vote(others) == [200] * 9
        # The nine were through while the one was still being answered.
        assert not all(task.done() for task in flood)
        replies = await asyncio.gather(*flood)
        answered = [reply for reply in replies if reply.raw]  # of too many, some are hung up
        slowed = [reply for reply in answered if reply.status == 429]
        assert {reply.status for reply in answered} <= {200, 429}
        assert len(answered) - len(slowed) < FLOOD / 2
        assert all("retry-after" in reply.headers for reply in slowed)
        votes = room.session.durable.rounds[WHERE][0].votes
        assert len(votes) == 10


async def test_a_flood_of_strangers_takes_no_vote_from_those_who_have_a_seat(
    tmp_path: Path,
) -> None:
    async with open_room(tmp_path) as room:
        others = await seats(room, 9)
        strangers = [Wire(room.server.port) for _ in range(FLOOD)]
        wrong = {"code": "22222222", "name": "Eve", "role": ""}
        flood = [asyncio.create_task(one.ask("POST", "/api/join", wrong)) for one in strangers]
        assert await all_vote(others) == [200] * 9
        refused = await asyncio.gather(*flood)
        assert {reply.status for reply in refused if reply.raw} <= {403, 429}
        assert len(room.session.head.participants) == 9


async def test_a_page_that_is_never_read_holds_nobody_up_and_is_given_no_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "PACE_SECONDS", 0.0)  # every change by itself
    async with open_room(tmp_path) as room:
        deaf, *others = await seats(room, 3)
        for phone in others:
            await phone.follow()
        connected = room.server.connections.open
        before = set(connected)
        stuck = socket.create_connection(("127.0.0.1", room.server.port))
        stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        stuck.sendall(deaf.request("GET", "/api/events", stay=True))
        try:
            await until(lambda: set(connected) - before, "the page that is never read")
            (deaf_page,) = set(connected) - before
            transport = deaf_page.transport
            assert transport is not None
            kept: Any = transport.get_extra_info("socket")
            kept.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)

            async def change(number: int) -> None:
                room.do(cmd.RecordNote("n", f"Note {number}"))
                await room.session.settled()
                for phone in others:
                    await phone.shows(room.session.durable.seq)

            for number in range(3000):
                if deaf_page.stuck_since is not None:
                    break
                await change(number)
            full = transport.get_write_buffer_size()
            assert full > 0, "it never fell behind: nothing is proved"
            for number in range(50):
                await change(number)
            assert transport.get_write_buffer_size() <= full
        finally:
            stuck.close()


async def test_a_connection_that_was_answered_is_waited_for_as_long_as_somebody_thinks(
    tmp_path: Path,
) -> None:
    async with open_room(tmp_path) as room:
        (phone,) = await seats(room, 1)
        reader, writer = await asyncio.open_connection("127.0.0.1", room.server.port)
        for _ in range(2):
            writer.write(phone.request("GET", "/api/state", stay=True))
            assert (await answer(reader)).status == 200
            await until(
                lambda: [one.asked_since for one in room.server.connections.open] == [None],
                "the end of the request",
            )
        writer.close()
