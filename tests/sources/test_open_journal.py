"""One way to open a journal: locked before it is changed, recovered before it is read."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from support.sessions import header

import mops_tui
from mops_tui.model.session.events import SessionOpened, stamp
from mops_tui.sources.open_journal import OpenJournal, create_journal, open_journal
from mops_tui.storage.files.disk import OsDisk
from mops_tui.storage.files.errors import Busy, SessionError, WriteFailed
from mops_tui.storage.locking.locks import SessionLock
from mops_tui.storage.sessions.recovery import check

PACKAGE = Path(mops_tui.__file__).parent


def begun(path: Path) -> Path:
    """A journal with one event in it, closed."""
    opened = create_journal(path, header())
    opened.pen.store((stamp(SessionOpened(header_crc=opened.header_crc), 1, 0.0),))
    opened.pen.leave()
    return path


def test_only_one_module_opens_journals() -> None:
    """Whoever writes to a session asks it; nobody else recovers, or opens for appending."""
    openers: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(getattr(node, "func", None), "id", "")
            if name in ("recover", "Writer"):
                openers.setdefault(name, set()).add(path.relative_to(PACKAGE).as_posix())
    assert openers == {
        "recover": {"sources/open_journal.py"},
        "Writer": {"sources/open_journal.py", "sources/pen.py"},
    }


def test_a_torn_tail_is_cut_and_the_next_event_follows(tmp_path: Path) -> None:
    path = begun(tmp_path / "s.toml")
    path.write_bytes(path.read_bytes() + b"[[event]]\nseq = 2\n")
    opened = open_journal(path)
    assert opened.recovery is not None
    assert [event.seq for event in opened.events] == [1]
    opened.pen.store((stamp(SessionOpened(header_crc=opened.header_crc), 2, 1.0),))
    opened.pen.leave()
    assert check(path) == ()


@pytest.mark.parametrize("practice", [False, True])
def test_a_damage_is_a_persons_to_decide_on_but_for_practice(
    tmp_path: Path, practice: bool
) -> None:
    path = begun(tmp_path / "s.toml")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    if practice:
        open_journal(path, practice=True).pen.leave()
        assert check(path) == ()
        assert path.with_name("s.toml.bak").read_bytes() == before
        return
    with pytest.raises(SessionError) as refused:
        open_journal(path)
    assert refused.value.code == "damaged"
    assert [found.name for found in tmp_path.iterdir()] == ["s.toml"]
    assert path.read_bytes() == before


def make(path: Path, disk: OsDisk) -> OpenJournal:
    return create_journal(path, header(), disk)


def go_on(path: Path, disk: OsDisk) -> OpenJournal:
    return open_journal(begun(path), disk=disk)


class Refusing(OsDisk):
    """A disk that opens nothing for appending."""

    def open(self, path: Path) -> int:
        raise OSError(13, "Permission denied")


@pytest.mark.parametrize(("attempt", "left"), [(make, []), (go_on, ["s.toml"])])
def test_what_cannot_be_opened_is_left_as_it_was_found(
    tmp_path: Path, attempt: Callable[[Path, OsDisk], OpenJournal], left: list[str]
) -> None:
    path = tmp_path / "s.toml"
    with pytest.raises(WriteFailed):
        attempt(path, Refusing())
    assert [found.name for found in tmp_path.iterdir()] == left
    with SessionLock(path):  # nobody holds it
        pass


def test_what_cannot_be_read_gets_no_lock_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SessionLock, "acquire", lambda _lock: pytest.fail("it was locked"))
    with pytest.raises(SessionError) as refused:
        open_journal(tmp_path / "missing.toml")
    assert refused.value.code == "missing"


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    opened = create_journal(tmp_path / "s.toml", header())
    with pytest.raises(Busy):
        open_journal(tmp_path / "s.toml")
    opened.pen.leave()
