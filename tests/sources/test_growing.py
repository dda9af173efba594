"""A session that is replayed while it is being run: what happened since, and whether more may."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest
from support.disks import opened, running
from support.journals import file_of, sample

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.events import VoteCast
from mops_tui.sources import growing as module
from mops_tui.sources.growing import AskedAside, GrowingSession, Growth
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


async def test_nothing_more_comes_of_a_session_that_is_closed(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session:
        await session.settled()
        growing = GrowingSession(record(session.path))
        assert not growing.is_over
        assert growing.look(at_writer=False) == Growth()
        assert growing.look(at_writer=True) == Growth((), is_written=True)
        session.ask(cmd.Close())
        await session.settled()
        found = growing.look(at_writer=False)
        assert [event.kind for event in found.more] == ["session-closed"]
        assert found.is_written is False
        assert growing.is_over


class Standing(GrowingSession):
    """Its drive answers only when it is let."""

    def __init__(self, path: Path) -> None:
        super().__init__(record(path))
        self.drive = threading.Event()
        self.asked = self.at_once = self.most = 0

    def _wait(self) -> None:
        self.asked += 1
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        self.drive.wait(10)
        self.at_once -= 1

    def look(self, *, at_writer: bool) -> Growth:
        self._wait()
        return super().look(at_writer=at_writer)

    @property
    def goes_on(self) -> bool:
        self._wait()
        return True


@pytest.fixture
def standing(tmp_path: Path) -> Standing:
    path = tmp_path / "s.toml"
    path.write_bytes(file_of(EVENTS))
    return Standing(path)


async def test_one_question_is_asked_at_a_time(standing: Standing) -> None:
    aside = AskedAside(standing)
    asking = asyncio.gather(*(aside.look(at_writer=False) for _ in range(3)))
    standing.drive.set()
    await asking
    assert (standing.asked, standing.most) == (3, 1)


async def test_a_drive_that_does_not_answer_holds_nobody_up_who_has_pressed_a_key(
    standing: Standing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    aside = AskedAside(standing)
    look = asyncio.ensure_future(aside.look(at_writer=False))
    await asyncio.sleep(0)
    assert await aside.goes_on() is False
    standing.drive.set()
    assert await look == Growth()
    monkeypatch.undo()
    assert await aside.goes_on() is True
