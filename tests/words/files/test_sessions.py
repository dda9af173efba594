from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.journals import file_of, sample

from mops_tui.storage.files.errors import Busy, SessionError, WriteFailed
from mops_tui.storage.sessions.recovery import Finding, check, recover, repair
from mops_tui.words.files.sessions import sentence

STORAGE = Path(__file__).resolve().parents[3] / "mops_tui" / "storage"
PARAMS: dict[str, object] = {
    "found": 2,
    "known": 1,
    "key": "seat",
    "kind": "x",
    "expected": 3,
    "before": 1.0,
    "bytes": 5,
    "most": 40,
    "reason": "No space left on device",
    "kept": "one.toml.torn",
    "host": "laptop",
    "pid": 7,
    "since": "2026-11-02 09:30",
}
CODES = (
    "not-a-file",
    "too-big",
    "header-too-big",
    "too-many-events",
    "too-many-parts",
    "too-nested",
    "too-many-entries",
    "missing",
    "folder",
    "permission",
    "cannot-read",
    "cannot-write",
    "cannot-create",
    "cannot-delete",
    "cannot-lock",
    "exists",
    "empty",
    "not-utf8",
    "not-a-session",
    "newer-format",
    "bad-header",
    "busy",
    "busy-unknown",
    "edited",
    "edited-key",
    "header-edited",
    "torn",
    "crlf",
    "unreadable",
    "invalid",
    "unknown-kind",
    "seq",
    "time",
    "no-opening",
    "recovered",
    "completed",
    "write",
    "replaced",
    "gone",
    "shrunk",
    "grown",
    "not-restored",
    "closed",
    "practice",
)


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_one_whole_sentence(code: str) -> None:
    text = sentence(Finding(code, 12, None, PARAMS), "one.toml")
    assert text.startswith("one.toml")
    assert text.endswith(".")
    assert f"({code})" not in text
    assert "{" not in text
    assert "\n" not in text


def test_no_code_of_storage_is_forgotten() -> None:
    rooms = (STORAGE / name for name in ("files", "locking", "sessions"))
    source = "".join(p.read_text("utf-8") for room in rooms for p in room.rglob("*.py"))
    calls = r"(?:SessionError|WriteFailed|Finding|_Trouble|refusing)\(\s*\"([a-z0-9-]+)\""
    raised = set(re.findall(calls, source))
    damage = set(re.findall(r"_damage\(block, \"([a-z-]+)\"", source))
    assert raised | damage <= set(CODES)
    assert len(raised | damage) > 20


def test_an_unknown_code_is_named() -> None:
    assert "(odd)" in sentence(Finding("odd", 3), "one.toml")


def test_errors_speak_too() -> None:
    assert "No space" in sentence(WriteFailed("write", OSError(28, "No space left")), "f")
    assert "format is 3" in sentence(
        SessionError("newer-format", None, {"found": 3, "known": 1}), "f"
    )
    busy = Busy("laptop", 7, datetime(2026, 11, 2, tzinfo=UTC))
    assert "laptop (process 7)" in sentence(busy, "f")
    assert "another program" in sentence(Busy(), "f")


def test_what_stands_in_a_file_cannot_harm_the_screen() -> None:
    told = Finding("unknown-kind", 3, None, {"kind": "\x1b[31m{file}\n" + "x" * 500})
    text = sentence(told, "a\x1bb.toml")
    assert "\x1b" not in text
    assert "\n" not in text
    assert len(text) < 400


def test_a_repair_speaks(tmp_path: Path) -> None:
    path = tmp_path / "one.toml"
    data = file_of(sample())
    path.write_bytes(data)
    assert "nothing to repair" in sentence(repair(path), path.name)
    path.write_bytes(data.replace(b'option = "a"', b"option = "))
    (found,) = check(path)
    assert "check --repair one.toml" in sentence(found, path.name)
    assert "1 event is lost" in sentence(repair(path), path.name)
    path.write_bytes(data + b"[[ev")
    done = recover(path)
    assert done is not None
    assert sentence(done, path.name).endswith("4 bytes are kept in one.toml.torn.")
