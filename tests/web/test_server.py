"""The server: what phones ask for, and what they are answered."""

from __future__ import annotations

from pathlib import Path

import aiohttp
from support.phones import open_room

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View
from mops_tui.storage.sessions import journal


async def test_a_vote_by_phone_is_in_the_file_once_it_is_answered(tmp_path: Path) -> None:
    async with (
        open_room(tmp_path) as room,
        aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as phone,
    ):
        room.do(cmd.Show(View("question", "demo/where")))
        await room.session.settled()
        code = room.phones.book.code
        joined = await phone.post(
            f"{room.address}/api/join", json={"code": code, "name": "Ada", "role": "CMO"}
        )
        assert joined.status == 200, await joined.text()
        vote = {"id": "1", "question": "demo/where", "round": 1, "ballot": {"option": "a"}}
        voted = await phone.post(f"{room.address}/api/vote", json=vote)
        assert voted.status == 200, await voted.text()
        assert (await voted.json())["mine"]["vote"] == {"option": "a"}
        events = journal.read(room.session.path).events
        assert [event.via for event in events if event.kind == "vote-cast"] == ["phone"]
