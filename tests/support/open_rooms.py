"""A workshop on the screen that is open to phones, without a socket: for tests of screens."""

from __future__ import annotations

import pytest
from support.pilot import Stage
from support.served import FakeServe

from mops_tui.process.network.interfaces import rank
from mops_tui.process.network.kinds import Found
from mops_tui.sources.phones.admission import Joined
from mops_tui.sources.phones.keeping import BookKeeper
from mops_tui.sources.phones.phones import Phones
from mops_tui.tui.screens.workshop import joining

HOST = "192.168.100.200"
NETWORKS = (
    Found("docker0", "172.17.0.1"),
    Found("tun0", "10.8.0.2"),
    Found("wlp3s0", HOST),
    Found("lo", "127.0.0.1"),
)


def networks(monkeypatch: pytest.MonkeyPatch, *found: Found, here: bool = True) -> None:
    """Have this machine be in some networks, and still have, or have lost, each address."""
    monkeypatch.setattr(joining, "ranked", lambda: rank(found or NETWORKS))
    monkeypatch.setattr(joining, "is_here", lambda address: here)


def keeper_of(stage: Stage) -> BookKeeper:
    """What keeps the book of the room."""
    return BookKeeper(stage.app.places.state, stage.room.session.header.id)


def phones_of(stage: Stage) -> Phones:
    """The room's phones."""
    assert stage.room.phones is not None
    return stage.room.phones


async def open_room(stage: Stage) -> FakeServe:
    """Open the room as its key does, with nothing asked."""
    serve = FakeServe()
    stage.app.serve = serve
    await stage.room.open_to_phones(serve, keeper_of(stage), HOST)
    await stage.pilot.pause()
    return serve


async def join(stage: Stage, *names: str) -> list[str]:
    """Let people join by phone; their ids."""
    phones = phones_of(stage)
    made = [await phones.join(phones.book.code, name, "") for name in names]
    await stage.settled()
    joined = [one for one in made if isinstance(one, Joined)]
    assert len(joined) == len(names), made
    return [one.participant for one in joined]
