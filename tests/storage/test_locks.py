from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mops_tui.storage.errors import Busy, SessionError
from mops_tui.storage.locks import SessionLock

ROOT = Path(__file__).resolve().parents[2]

HOLDER = """
import sys
from pathlib import Path
from mops_tui.storage.locks import SessionLock
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
            assert (busy.code, busy.host, busy.pid) == ("busy", socket.gethostname(), os.getpid())
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
        assert caught.value.code == "busy-unknown"


def test_release_and_again(path: Path) -> None:
    lock = SessionLock(path)
    lock.release()
    lock.acquire()
    lock.acquire()
    lock.release()
    assert not lock.held
    assert not lock.who_path.exists()
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
