"""How much is open, counted anew only where a file changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest
from support.todo import ASK, FORM, HIRE, workshop_file

from mops_tui.model.session.commands import MarkDone
from mops_tui.sources.afterwards import say_afterwards
from mops_tui.sources.todo import counted, folder
from mops_tui.sources.todo.counted import KEPT, open_count


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Mock:
    """How often the folder is read."""
    spy = Mock(side_effect=folder.todo_of)
    monkeypatch.setattr(folder, "todo_of", spy)
    monkeypatch.setattr(counted, "_FEW", 1)
    return spy


def test_it_is_what_the_list_says_on_any_day(tmp_path: Path) -> None:
    workshop_file(tmp_path, 0, ASK, HIRE, FORM)
    found = open_count(tmp_path, tmp_path / "state")
    days = [date(2026, 11, 10), date(2026, 11, 11), date(2026, 12, 1)]
    assert [found.open_on(day) for day in days] == [3, 3, 4]
    assert [found.overdue_on(day) for day in days] == [0, 1, 1]
    assert not (tmp_path / "state").exists()


def test_a_folder_that_is_missing_has_nothing_open(tmp_path: Path) -> None:
    assert open_count(tmp_path / "none", tmp_path).open_on(date(2027, 1, 1)) == 0


def test_it_is_counted_anew_where_a_file_changed(tmp_path: Path, read: Mock) -> None:
    sessions, state = tmp_path / "sessions", tmp_path / "state"
    sessions.mkdir()
    path = workshop_file(sessions, 0, ASK, HIRE, FORM)
    first = open_count(sessions, state)
    assert open_count(sessions, state) == first
    assert read.call_count == 1
    assert (state / KEPT).stat().st_mode & 0o777 == 0o600
    kept = (state / KEPT).read_text("ascii")
    assert kept.splitlines()[1:] == ["thing -", "review 2026-12-01", "thing 2026-11-10", "thing -"]
    say_afterwards(path, MarkDone("a1", True))
    assert len(open_count(sessions, state).things) == len(first.things) - 1
    assert read.call_count == 2


@pytest.mark.parametrize("damage", [b"", b"\xff", b"thing -\n", b"x\nthing tomorrow\n"])
def test_what_was_kept_and_is_damaged_is_counted_anew(
    tmp_path: Path, read: Mock, damage: bytes
) -> None:
    sessions = tmp_path / "sessions"
    sessions.mkdir()
    workshop_file(sessions, 0, ASK)
    first = open_count(sessions, tmp_path)
    stamp = (tmp_path / KEPT).read_bytes().split(b"\n")[0]
    (tmp_path / KEPT).write_bytes(damage.replace(b"x\n", stamp + b"\n"))
    assert open_count(sessions, tmp_path) == first
    assert read.call_count == 2


def test_a_state_folder_that_cannot_be_made_is_no_trouble(tmp_path: Path, read: Mock) -> None:
    sessions = tmp_path / "sessions"
    sessions.mkdir()
    workshop_file(sessions, 0, ASK)
    (tmp_path / "state").write_text("a file")
    assert len(open_count(sessions, tmp_path / "state").things) == 1
    assert read.called
