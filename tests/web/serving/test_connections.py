"""How many connections there may be follows from how many files this process may open."""

from __future__ import annotations

import asyncio
import sys

import pytest

from mops_tui.sources.phones.sightings import Sightings
from mops_tui.web.serving.connections import Connections, Patience
from mops_tui.web.serving.failures import Failures

if sys.platform == "win32":
    pytest.skip("Windows has no such limit", allow_module_level=True)
import resource


async def room_for(patience: Patience) -> int:
    return Connections(asyncio.get_running_loop(), Failures(), patience, Sightings())._most


@pytest.mark.parametrize(
    ("soft", "hard", "raised", "most"),
    [
        (256, 256, None, 192),
        (256, 100_000, 8192, 4000),
        (1024, 2048, 2048, 1536),
        (100_000, 100_000, None, 4000),
        (resource.RLIM_INFINITY, resource.RLIM_INFINITY, None, 4000),
    ],
)
async def test_more_files_are_asked_for_and_some_are_left(
    soft: int, hard: int, raised: int | None, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (soft, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda _, both: asked.append(both))
    assert await room_for(Patience()) == most
    if raised is not None:
        assert asked == [(raised, hard)]


async def test_where_no_more_are_given_there_are_as_many_as_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuses(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(resource, "getrlimit", lambda _: (400, resource.RLIM_INFINITY))
    monkeypatch.setattr(resource, "setrlimit", refuses)
    assert await room_for(Patience()) == 300
