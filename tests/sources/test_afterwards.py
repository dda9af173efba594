from __future__ import annotations

from pathlib import Path

import pytest
from support.kits import write_kits

from mops_tui.model.agenda.pace import pace
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.fold import fold
from mops_tui.model.session.state import ReportEdits, WorkshopState
from mops_tui.sources.afterwards import say_afterwards
from mops_tui.storage.files.errors import Busy
from mops_tui.storage.locking.locks import SessionLock
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.summaries import summary_of


@pytest.fixture
def nine(tmp_path: Path) -> Path:
    return write_kits(tmp_path, "nine")["nine"]


def state(path: Path) -> WorkshopState:
    reading = journal.read(path)
    made = fold(reading.header, reading.events)
    assert not made.ignored
    return made


def test_a_session_that_is_over_stays_over_and_as_long_as_it_was(nine: Path) -> None:
    before, listed = state(nine), summary_of(nine)
    worked = before.active(before.t)
    assert say_afterwards(nine, cmd.MarkDone("a1"))
    after, again = state(nine), summary_of(nine)
    assert after.phase == "closed"
    assert after.done.keys() == {"a1"}
    assert after.active(after.t) == pytest.approx(worked)
    assert pace(after, after.t).planned == pace(before, before.t).planned
    assert listed is not None
    assert again is not None
    assert again.finished
    assert again.latest == listed.latest


def test_what_is_said_is_absolute(nine: Path) -> None:
    assert say_afterwards(nine, cmd.MarkDone("a1"))
    assert say_afterwards(nine, cmd.MarkDone("a1")) == ()
    assert say_afterwards(nine, cmd.MarkDone("a1", done=False))
    assert state(nine).done == {}
    edits = cmd.EditReport("Title", "Two\nlines", ("time",))
    assert say_afterwards(nine, edits)
    assert say_afterwards(nine, edits) == ()
    assert state(nine).report == ReportEdits("Title", "Two\nlines", ("time",))
    assert say_afterwards(nine, cmd.EditReport())
    assert state(nine).report == ReportEdits()


def test_an_action_that_is_not_there_cannot_be_done(nine: Path) -> None:
    size = nine.stat().st_size
    assert isinstance(say_afterwards(nine, cmd.MarkDone("nothing")), Refusal)
    assert nine.stat().st_size == size


def test_a_session_in_use_is_left_alone(nine: Path) -> None:
    with SessionLock(nine), pytest.raises(Busy):
        say_afterwards(nine, cmd.MarkDone("a1"))


def test_a_session_whose_program_died_rests_since_then(tmp_path: Path) -> None:
    crash = write_kits(tmp_path, "crash")["crash"]
    before = state(crash)
    assert before.phase == "open"
    assert say_afterwards(crash, cmd.EditReport("Title"))
    after, listed = state(crash), summary_of(crash)
    assert after.phase == "paused"
    assert after.active(after.t) == pytest.approx(before.active(before.t))
    assert listed is not None
    assert not listed.finished


def test_however_often_a_report_is_edited_its_session_stays_finished(nine: Path) -> None:
    for number in range(22):
        say_afterwards(nine, cmd.EditReport(summary=f"{number} " + "ä" * 1900))
    listed = summary_of(nine)
    assert listed is not None
    assert listed.finished


def test_edits_are_kept_without_what_says_nothing(nine: Path) -> None:
    assert say_afterwards(nine, cmd.EditReport("  Title ", " Two\nlines \n", ("time", "", "time")))
    assert state(nine).report == ReportEdits("Title", "Two\nlines", ("time",))
