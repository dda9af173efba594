"""Deleting takes everything that holds votes, and says what it does not take."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mops_tui.storage.files.disk import temporary
from mops_tui.storage.files.errors import Busy, SessionError
from mops_tui.storage.locking.locks import SessionLock
from mops_tui.storage.locking.presence import StagePresence
from mops_tui.storage.locking.tidy import abandoned, tidy
from mops_tui.storage.sessions.delete import delete, goes_on
from mops_tui.storage.sessions.durable import DurableLength, durable_length, note_path
from mops_tui.storage.sessions.moved import moved_to, write_forwarding_note


@pytest.fixture
def session(tmp_path: Path) -> Path:
    path = tmp_path / "one.toml"
    path.write_text("votes")
    return path


def dead() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


LEFT = [
    "one.toml.bak",
    "one.toml.bak2",
    "one.toml.torn",
    ".one.toml.{pid}.new",
    ".one.toml.moved.{pid}.new",
    ".one.toml.lock-holder.{pid}.new",
]
MARKS = ["one.toml.lock", "one.toml.lock-holder", "one.toml.durable", "one.toml.stage"]
OTHERS = ["one.md", "two.toml", "two.toml.bak", ".two.toml.{pid}.new", "one.tomle.bak"]


def test_whatever_writers_left_beside_a_session_goes_with_it(session: Path) -> None:
    pid = dead()
    left, others = ([session.with_name(n.format(pid=pid)) for n in names]
                    for names in (LEFT, OTHERS))  # fmt: skip
    for file in (*left, *others, *(session.with_name(name) for name in MARKS)):
        file.write_text("votes")
    gone = delete(session)
    assert gone[0] == session
    assert set(gone[1:]) == set(left)
    assert set(session.parent.iterdir()) == set(others)


def test_where_it_went_on_is_named_and_left(session: Path) -> None:
    first, last = (session.with_name(f"stick{n}.toml") for n in (1, 2))
    for path in (first, last):
        path.write_text("votes")
    write_forwarding_note(session, first)
    write_forwarding_note(first, last)
    assert goes_on(session) == (first, last)
    last.unlink()
    assert goes_on(session) == (first,)
    delete(session)
    assert first.exists()
    assert not session.with_name("one.toml.moved").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_behind_a_link_the_file_goes_and_the_link(session: Path) -> None:
    link = session.parent / "link" / "other.toml"
    link.parent.mkdir()
    link.symlink_to(session)
    session.with_name("one.toml.bak").write_text("votes")
    assert set(delete(link)) == {link, session, session.with_name("one.toml.bak")}
    assert list(session.parent.rglob("*.toml*")) == []


def test_one_that_is_being_written_stays(session: Path) -> None:
    with SessionLock(session), pytest.raises(Busy):
        delete(session)
    assert session.exists()
    with pytest.raises(SessionError):
        delete(session.with_name("none.toml"))
    assert [path.name for path in session.parent.iterdir()] == ["one.toml"]


# --- what is left by the killed, taken away at a start


def test_what_the_killed_have_left_is_taken_away(session: Path) -> None:
    pid = dead()
    for name in (f".one.toml.{pid}.new", f".s-9.toml.moved.{pid}.new", *MARKS):
        session.with_name(name).write_text("")
    session.with_name("two.toml.stage").write_text("")
    gone = tidy(session.parent)
    assert {path.name for path in gone} == {f".one.toml.{pid}.new", f".s-9.toml.moved.{pid}.new"}
    assert [path.name for path in session.parent.iterdir()] == ["one.toml"]


def test_what_somebody_uses_stays(session: Path) -> None:
    """A living process, a held lock, an open stage, what we write ourselves, and other files."""
    mark, stage = DurableLength(session), StagePresence(session)
    living = session.with_name(f".one.toml.{os.getppid()}.new")
    living.write_text("")
    others = [".hidden.new", ".x.toml.new", "notes.123.new", ".x.toml.0x1.new", "a.locked"]
    for name in others:
        session.with_name(name).write_text("")
    with SessionLock(session):
        mark.publish(5)
        assert stage.announce()
        before = set(session.parent.iterdir())
        assert tidy(session.parent) == ()
        assert set(session.parent.iterdir()) == before
    assert tidy(session.parent / "nowhere") == ()


def test_a_name_that_we_have_again_is_ours_only_while_we_write(session: Path) -> None:
    """A number comes back, above all in a container, where every start has the same one."""
    left = temporary(session)
    left.write_text("half")
    assert abandoned(left)
    assert tidy(session.parent) == (left,)


# --- the mark of what is durable


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_mark_is_never_written_through_a_link(session: Path) -> None:
    target = session.with_name("diary.txt")
    target.write_text("dear diary, today we voted")
    note_path(session).symlink_to(target)
    assert durable_length(session) is None
    mark = DurableLength(session)
    mark.publish(5)
    assert durable_length(session) == 5
    mark.close()
    assert target.read_text() == "dear diary, today we voted"
    assert not os.path.lexists(note_path(session))


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_mark_stands_beside_the_file_itself(session: Path) -> None:
    link = session.with_name("link.toml")
    link.symlink_to(session)
    mark = DurableLength(link)
    mark.publish(3)
    assert durable_length(session) == durable_length(link) == 3
    mark.close()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_pipes_in_the_place_of_marks_keep_nobody_waiting(session: Path) -> None:
    for name in ("one.toml.durable", "one.toml.moved"):
        os.mkfifo(session.with_name(name))
    assert moved_to(session) is None
    assert durable_length(session) is None
    mark = DurableLength(session)
    mark.publish(3)
    assert durable_length(session) == 3
    mark.close()
