"""What is everybody's is written down once, and the whole is what it would have been."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.phones import OpenRoom, open_room

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice, Ideas
from mops_tui.model.session.state import View
from mops_tui.sources.phones.phones import Phones
from mops_tui.web import documents
from mops_tui.web.documents import Documents
from mops_tui.web.state import common_state, state_for


async def seats(room: OpenRoom, *names: str) -> list[str]:
    return [(await room.seat(name)).participant for name in names]


async def test_the_parts_are_the_whole(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        made = Documents(room.phones)
        people = await seats(room, "Ada", "\u202eBob <b>\x1b[31m", "")
        for ref in ("where", "points", "ready"):
            room.do(cmd.Show(View("question", f"demo/{ref}")))
            await room.session.settled()
            await room.phones.vote(people[0], "demo/where", 1, Choice("a"))
            for who in (*people, None, "nobody"):
                assert json.loads(made.of(who)) == state_for(room.phones, who)


async def test_what_is_everybodys_is_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def counted(phones: Phones) -> dict[str, Any]:
        made.append(1)
        return common_state(phones)

    monkeypatch.setattr(documents, "common_state", counted)
    async with open_room(tmp_path) as room:
        written = Documents(room.phones)
        people = await seats(room, *(f"P{n}" for n in range(5)))
        room.do(cmd.Show(View("question", "demo/where")))
        await room.session.settled()
        made.clear()
        for _ in range(10):
            for who in people:
                written.of(who)
        assert len(made) == 1
        await room.phones.vote(people[0], "demo/where", 1, Choice("a"))
        assert json.loads(written.of(people[1]))["question"]["voted"] == 1
        assert len(made) == 2


async def test_who_is_done_is_counted_at_once(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        (ada,) = await seats(room, "Ada")
        room.do(cmd.Show(View("question", "demo/where")))
        await room.session.settled()
        written = Documents(room.phones)
        assert json.loads(written.of(ada))["question"]["done"] == 0
        room.phones.say_done(ada, "demo/where", 1, done=True)
        written.change()
        assert json.loads(written.of(ada))["question"]["done"] == 1


async def test_it_is_one_line_of_text_whatever_somebody_wrote(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        (ada,) = await seats(room, "Ada\r\n\r\nevent: closed")
        room.do(cmd.Show(View("question", "demo/ideas")))
        await room.session.settled()
        await room.phones.vote(ada, "demo/ideas", 1, Ideas(("one\n\ndata: {}\r\x00",)))
        line = Documents(room.phones).of(ada)
        assert b"\n" not in line
        assert b"\r" not in line
        assert b"\x00" not in line
