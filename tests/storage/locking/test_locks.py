from __future__ import annotations

import errno
import os
import socket
import stat
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from filelock import FileLock
from support.sessions import header

from mops_tui.sources.live import LiveSession
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.storage.files.errors import Busy, SessionError
from mops_tui.storage.locking import locks
from mops_tui.storage.locking.locks import SessionLock, why_no_locks
from mops_tui.storage.locking.presence import StagePresence
from mops_tui.words.files.sessions import sentence

ROOT = Path(__file__).resolve().parents[3]

HOLDER = """
import sys
from pathlib import Path
from mops_tui.storage.locking.locks import SessionLock
lock = SessionLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "one.toml"


def hold(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_is_told_who_has_it(path: Path) -> None:
    with SessionLock(path) as first:
        for _ in range(2):  # being refused must not wipe the answer
            with pytest.raises(Busy) as caught:
                SessionLock(path).acquire()
            busy = caught.value
            assert (busy.host, busy.pid) == (socket.gethostname(), os.getpid())
            assert (busy.code, busy.own) == ("busy-own", True)
            assert busy.since is not None
            assert datetime.now(UTC) - busy.since < timedelta(minutes=1)
        assert first.held
    with SessionLock(path):
        pass


def test_another_process_is_told(path: Path) -> None:
    process = hold(path)
    with pytest.raises(Busy) as caught:
        SessionLock(path).acquire()
    assert caught.value.pid == process.pid
    assert (caught.value.code, caught.value.own) == ("busy", False)
    process.kill()
    process.communicate()
    with SessionLock(path) as lock:  # what the dead process left written refuses nobody
        assert lock.held


def test_stale_words_refuse_nobody(path: Path) -> None:
    lock = SessionLock(path)
    lock.lock_path.write_text("pid = 1")
    lock.who_path.write_text('host = "elsewhere"\npid = 1\nsince = "2020-01-01T00:00:00+00:00"\n')
    with lock:
        assert lock.held


@pytest.mark.parametrize("words", [b"", b"\xff\0", b"pid = 1", b'host = 1\npid = "x"\nsince = 2'])
def test_unreadable_words_still_refuse(path: Path, words: bytes) -> None:
    with SessionLock(path) as lock:
        lock.who_path.write_bytes(words)
        with pytest.raises(Busy) as caught:
            SessionLock(path).acquire()
        assert caught.value.code == "busy-own"


def test_release_and_again(path: Path) -> None:
    lock = SessionLock(path)
    lock.release()
    lock.acquire()
    lock.acquire()
    lock.release()
    assert not lock.held
    assert not lock.who_path.exists()
    assert not lock.lock_path.exists()
    with lock:
        assert lock.held


def test_the_session_itself_is_never_touched(path: Path) -> None:
    with SessionLock(path):
        assert not path.exists()


def test_a_worker_thread_may_release(path: Path) -> None:
    lock = SessionLock(path)
    lock.acquire()
    thread = threading.Thread(target=lock.release)
    thread.start()
    thread.join()
    with SessionLock(path):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_only_this_user_can_read(path: Path) -> None:
    with SessionLock(path) as lock:
        for file in (lock.lock_path, lock.who_path):
            assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SessionError) as caught:
        SessionLock(tmp_path / "file" / "one.toml").acquire()
    assert caught.value.code == "cannot-lock"


def aliases(session: Path) -> list[Path]:
    """The same file under other names: links of both kinds, and links to links."""
    elsewhere = session.parent / "elsewhere"
    elsewhere.mkdir()
    hard, soft, chain = (elsewhere / name for name in ("hard.toml", "soft.toml", "chain.toml"))
    os.link(session, hard)
    soft.symlink_to(session)
    chain.symlink_to(soft)
    (session.parent / "folder").symlink_to(elsewhere)
    return [session, hard, soft, chain, session.parent / "folder" / "hard.toml"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("first", range(5))
def test_a_second_writer_is_refused_under_every_name_of_a_file(path: Path, first: int) -> None:
    path.write_text("")
    names = aliases(path)
    process = hold(names[first])
    for name in names:
        with pytest.raises(Busy) as caught:
            SessionLock(name).acquire()
        assert (caught.value.pid, caught.value.own) == (process.pid, False)
    process.kill()
    process.communicate()
    for name in names:
        with SessionLock(name):
            pass
    assert sorted(p.name for p in path.parent.iterdir()) == ["elsewhere", "folder", "one.toml"]
    assert sorted(p.name for p in names[1].parent.iterdir()) == [
        "chain.toml", "hard.toml", "soft.toml",
    ]  # fmt: skip


RACER = """
import sys
from pathlib import Path
from mops_tui.storage.files.errors import Busy
from mops_tui.storage.locking.locks import SessionLock
counter, name, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
sys.stdin.readline()
done = 0
while done < rounds:
    try:
        with SessionLock(name):
            counter.write_text(str(int(counter.read_text()) + 1))
            done += 1
    except Busy:
        pass
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_writers_that_race_under_several_names_never_meet(path: Path) -> None:
    """Each adds one to a number that it reads and writes: two at once would lose some."""
    path.write_text("")
    counter = path.with_name("counter")
    counter.write_text("0")
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", RACER, str(counter), str(name), "40"],
            stdin=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        for name in aliases(path)[:3]
    ]
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write(b"go\n")
        racer.stdin.flush()
    assert [racer.wait(180) for racer in racers] == [0, 0, 0]
    assert counter.read_text() == "120"


def refuse_locks(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    import fcntl

    def flock(_fd: int, _how: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", flock)


NO_LOCKS = [errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS, errno.EACCES]


@pytest.mark.skipif(sys.platform == "win32", reason="flock is not known there")
@pytest.mark.parametrize("number", NO_LOCKS)
def test_a_drive_without_locks_is_told_and_nothing_is_left(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refuse_locks(monkeypatch, number)
    with pytest.raises(SessionError) as caught:
        SessionLock(path).acquire()
    assert caught.value.code == "no-locks"
    assert "MOPS_TUI_HOME=" in sentence(caught.value, path)
    assert list(path.parent.iterdir()) == []
    assert why_no_locks(path.parent) is not None
    stage = StagePresence(path)
    assert not stage.announce()
    assert not stage.is_open()
    assert list(path.parent.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="flock is not known there")
@pytest.mark.parametrize("number", NO_LOCKS)
def test_a_session_or_practice_that_cannot_be_locked_is_not_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refuse_locks(monkeypatch, number)
    with pytest.raises(SessionError) as caught:
        LiveSession.create(tmp_path, header())
    assert caught.value.code == "no-locks"
    with pytest.raises(SessionError) as caught:
        PracticeJournal(tmp_path)
    assert caught.value.code == "no-locks"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_locks_says_so_and_is_left_as_it_was(tmp_path: Path) -> None:
    assert why_no_locks(tmp_path) is None
    assert list(tmp_path.iterdir()) == []
    assert why_no_locks(tmp_path / "none") is not None


def test_somebody_who_only_asks_refuses_no_writer(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "_INSTANT", 6.0)  # on a busy machine the other thread comes late
    asked = FileLock(SessionLock(path).lock_path, thread_local=False)
    asked.acquire()
    waiting = threading.Timer(0.05, asked.release)
    waiting.start()
    with SessionLock(path) as lock:
        assert lock.held
    waiting.join()
