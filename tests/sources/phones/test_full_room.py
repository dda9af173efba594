"""A room that is full: as many have a seat as there are seats, however many come at once."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import pytest
from support.phones import open_room

from mops_tui.sources.phones import phones as module
from mops_tui.sources.phones.phones import Joined


async def test_of_those_who_come_at_once_as_many_are_let_in_as_there_are_seats(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_PEOPLE", 20)
    async with open_room(tmp_path) as room:
        code = room.phones.book.code
        came = await asyncio.gather(
            *(room.phones.join(code, f"Person {number}", "") for number in range(30))
        )
        outcomes = Counter("in" if isinstance(one, Joined) else one for one in came)
        assert outcomes == {"in": 20, "too-many-people": 10}
        assert len(room.session.head.participants) == 20
        assert len(room.phones.book.holders) == 20
