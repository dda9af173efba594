"""A session that is replayed while it is being run: what happened since, and whether more may."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.disks import opened, running
from support.journals import file_of, sample

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.events import VoteCast
from mops_tui.sources.growing import GrowingSession
from mops_tui.sources.replay import record

WHERE = "demo/where"
EVENTS = sample()


async def test_what_happens_later_comes_once_and_in_order(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session:
        recorded = record(session.path)
        growing = GrowingSession(recorded)
        assert growing.fresh() == ()
        assert growing.goes_on
        session.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        session.ask(cmd.CastVote(WHERE, "p2", Choice("b")))
        await session.settled()
        assert growing.stirred()
        fresh = growing.fresh()
        assert [e.participant for e in fresh if isinstance(e, VoteCast)] == ["p1", "p2"]
        assert growing.fresh() == ()
        whole = recorded.timeline.grown(fresh)
        assert whole.events == record(session.path).timeline.events
        session.ask(cmd.Close())
        await session.settled()
        assert [event.kind for event in growing.fresh()] == ["session-closed"]
        assert not growing.goes_on


def test_a_file_that_nobody_writes_goes_on_no_more(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(file_of(EVENTS))
    growing = GrowingSession(record(path))
    assert growing.fresh() == ()
    assert not growing.goes_on


def test_half_an_event_is_waited_for(tmp_path: Path) -> None:
    path, whole = tmp_path / "s.toml", file_of(EVENTS)
    path.write_bytes(whole[:-25])
    growing = GrowingSession(record(path))
    assert growing.fresh() == ()
    path.write_bytes(whole)
    assert growing.fresh() == tuple(EVENTS[-1:])


@pytest.mark.parametrize("gone", [True, False])
def test_of_another_file_under_its_name_nothing_is_read(tmp_path: Path, gone: bool) -> None:
    path, other = tmp_path / "s.toml", tmp_path / "o.toml"
    path.write_bytes(file_of(EVENTS[:3]))
    growing = GrowingSession(record(path))
    other.write_bytes(file_of(EVENTS))
    if gone:
        path.unlink()
    else:
        other.replace(path)
    assert growing.fresh() == ()
    assert not growing.goes_on
