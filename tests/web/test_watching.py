"""What reaches the server is noted, refused or not, for the check of the room."""

from __future__ import annotations

import asyncio
from pathlib import Path

import aiohttp
from support.phones import open_room
from support.until import PATIENCE

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View


async def test_every_step_of_a_phone_is_seen_with_what_refused_it(tmp_path: Path) -> None:
    async with (
        open_room(tmp_path) as room,
        aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as phone,
    ):
        room.do(cmd.Show(View("question", "demo/where")))
        await room.session.settled()
        wrong = {"code": "0" * 8, "name": "Ada", "role": "CMO"}
        await phone.post(f"{room.address}/api/join", json=wrong)
        right = wrong | {"code": room.phones.book.code}
        await phone.post(f"{room.address}/api/join", json=right)
        vote = {"id": "1", "question": "demo/where", "round": 1, "ballot": {"option": "a"}}
        await phone.post(f"{room.address}/api/vote", json=vote)
        seen = room.server.seen.all
        assert {one.address for one in seen} == {"127.0.0.1"}
        assert [(one.what, one.refused) for one in seen if one.what != "knock"] == [
            ("join", "wrong-code"),
            ("join", ""),
            ("vote", ""),
        ]
        assert seen[0].what == "knock"
        assert all(one.answered >= one.at for one in seen if one.what != "knock")


async def test_a_connection_that_speaks_no_http_is_seen_too(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        told = asyncio.Event()
        room.server.seen.subscribe(lambda _one: told.set())
        _reader, writer = await asyncio.open_connection("127.0.0.1", room.server.port)
        writer.write(b"\x16\x03\x01\x02\x00")  # how a browser begins that asks for https
        await asyncio.wait_for(told.wait(), PATIENCE)
        writer.close()
        assert [one.what for one in room.server.seen.all] == ["knock"]
