"""A saved session at one moment: as the room may see it then, and never more."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.asking import Room
from support.narrow import round_of

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice, Sealed
from mops_tui.model.session.condition import SOUND
from mops_tui.model.session.state import View
from mops_tui.sources.saved import read_saved
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.journal import header_bytes

WHERE = "demo/where"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    room = Room()
    room.do(cmd.Join("p1", "One"), cmd.Show(View("question", WHERE)))
    room.do(cmd.CastVote(WHERE, "p1", Choice("a")), cmd.RecordNote("n", "mine", private=True))
    room.do(cmd.Reveal(WHERE))
    path = tmp_path / "s-1.toml"
    path.write_bytes(header_bytes(room.header) + b"".join(map(encode, room.events)))
    return path


def test_it_stands_after_the_last_event(saved: Path) -> None:
    found = read_saved(saved)
    assert (found.at, found.condition) == (None, SOUND)
    assert round_of(found.state, WHERE).votes["p1"].ballot == Choice("a")
    assert not found.state.notes


def test_an_earlier_moment_is_as_secret_as_it_was_then(saved: Path) -> None:
    last = read_saved(saved).state.seq
    for at in range(1, last):
        state = read_saved(saved, at).state
        assert state.seq == at
        for round_ in state.rounds.get(WHERE, ()):
            assert all(vote.ballot == Sealed() for vote in round_.votes.values())
    assert round_of(read_saved(saved, last).state, WHERE).phase == "revealed"


def test_an_event_that_is_not_there_is_refused(saved: Path) -> None:
    last = read_saved(saved).state.seq
    with pytest.raises(IndexError):
        read_saved(saved, last + 1)
    with pytest.raises(SessionError):
        read_saved(saved.with_name("none.toml"))


def test_a_change_by_hand_is_counted_from_where_it_stands(saved: Path) -> None:
    data = saved.read_bytes()
    saved.write_bytes(data.replace(b'name = "One"', b'name = "Two"'))
    assert read_saved(saved).condition.edited == (2,)
    assert read_saved(saved).state.participants["p1"].name == "Two"
    assert read_saved(saved, 1).condition == SOUND


def test_reading_writes_nothing(saved: Path) -> None:
    torn = saved.read_bytes()[:-20]
    saved.write_bytes(torn)
    before = sorted(saved.parent.iterdir())
    assert read_saved(saved).state.seq > 1
    assert saved.read_bytes() == torn
    assert sorted(saved.parent.iterdir()) == before
