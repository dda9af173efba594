"""Whether a stage is open: true while its process lives, and no longer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from mops_tui.storage.locking.presence import StagePresence
from mops_tui.storage.sessions.delete import delete
from mops_tui.storage.sessions.listing import SessionList

ROOT = Path(__file__).resolve().parents[3]
ANNOUNCE = """
import sys
from pathlib import Path
from mops_tui.storage.locking.presence import StagePresence
stage = StagePresence(Path(sys.argv[1]))
print(stage.announce(), flush=True)
sys.stdin.read()
"""


def test_nobody_is_there_until_somebody_says_so(tmp_path: Path) -> None:
    session = tmp_path / "s.toml"
    stage, facilitator = StagePresence(session), StagePresence(session)
    assert not facilitator.is_open()
    assert stage.announce()
    assert facilitator.is_open()
    assert stage.announce()
    assert facilitator.is_open()
    stage.release()
    assert not facilitator.is_open()
    stage.release()


def test_two_stages_are_one_presence(tmp_path: Path) -> None:
    one, two, facilitator = (StagePresence(tmp_path / "s.toml") for _ in range(3))
    assert one.announce()
    assert not two.announce()
    one.release()
    assert two.announce()
    assert facilitator.is_open()
    two.release()


def test_asking_takes_nothing_away(tmp_path: Path) -> None:
    stage, facilitator = (StagePresence(tmp_path / "s.toml") for _ in range(2))
    assert not facilitator.is_open()
    assert stage.announce()
    for _ in range(3):
        assert facilitator.is_open()
    stage.release()


def test_another_session_has_a_stage_of_its_own(tmp_path: Path) -> None:
    stage, other = StagePresence(tmp_path / "s.toml"), StagePresence(tmp_path / "t.toml")
    assert stage.announce()
    assert not other.is_open()
    stage.release()


def test_a_killed_stage_is_gone(tmp_path: Path) -> None:
    session = tmp_path / "s.toml"
    process = subprocess.Popen(
        [sys.executable, "-c", ANNOUNCE, str(session)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    facilitator = StagePresence(session)
    try:
        assert process.stdout.readline().strip() == "True"
        assert facilitator.is_open()
    finally:
        process.kill()
        process.communicate()
    assert not facilitator.is_open()


def test_where_nothing_can_be_made_there_is_nobody(tmp_path: Path) -> None:
    stage = StagePresence(tmp_path / "nowhere" / "s.toml")
    assert not stage.is_open() or stage.announce()
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert not StagePresence(blocked / "s.toml").announce()
    assert not StagePresence(blocked / "s.toml").is_open()


def test_the_sign_is_no_session(tmp_path: Path) -> None:
    stage = StagePresence(tmp_path / "s.toml")
    stage.announce()
    assert SessionList(tmp_path).all() == ()
    stage.release()


def test_with_the_session_its_sign_goes_too(tmp_path: Path) -> None:
    session = tmp_path / "s.toml"
    session.write_text("")
    stage = StagePresence(session)
    stage.announce()
    stage.release()
    delete(session)
    assert not list(tmp_path.glob("*.stage"))
