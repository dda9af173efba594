"""Files are made in one place: private, whole, and durable."""

from __future__ import annotations

import ast
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import mops_tui
from mops_tui.storage.files.disk import create_private, create_whole, replace_whole, write_new

PACKAGE = Path(mops_tui.__file__).parent
OPENING = frozenset({"open", "read_text", "read_bytes", "write_text", "write_bytes", "FileLock"})
DOORS = {
    "storage/files/disk.py": "makes files, and opens sessions for appending",
    "storage/files/ordinary.py": "opens what others may have made",
    "storage/files/outputs.py": "opens pipes and devices for writing",
    "storage/sessions/durable.py": "reads a mark without following a link",
    "storage/locking/locks.py": "makes the locks",
    "storage/folders/mounts.py": "reads what the system says is mounted",
    "process/streams.py": "fills the places of closed streams",
    "tui/ending/driver.py": "opens the terminal",
    "tui/recording/page.py": "reads the player that stands beside it in the package",
    "web/page.py": "reads the page that stands beside it in the package",
    "web/routes.py": "reads its style and its script, likewise",
    "process/network/looking.py": "reads what the system says of its firewall and its kernel",
}
NO_FILE = ("self._disk.open", "self._desk.open", "trial.open")
"""A disk that was handed over, a screen of the desk, and the room of a check."""


def opened(module: Path) -> Iterator[str]:
    """The calls of a module that open a file by the system's own means."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
        of = getattr(getattr(node.func, "value", None), "id", "")
        if name in OPENING and of not in ("Pen", "disk", "DISK"):
            yield ast.unparse(node.func)


def test_files_are_opened_in_few_places_and_each_says_why() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix(): calls
        for path in PACKAGE.rglob("*.py")
        if (calls := [call for call in opened(path) if call not in NO_FILE])
    }
    assert {name: calls for name, calls in found.items() if name not in DOORS} == {}
    assert set(DOORS) <= set(found)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_whatever_is_made_is_readable_by_this_user_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        os.close(create_private(tmp_path / "private"))
        write_new(tmp_path / "new", b"new")
        create_whole(tmp_path / "whole", b"whole")
        (tmp_path / "replaced").write_bytes(b"anybody may read this")
        replace_whole(tmp_path / "replaced", b"and not this")
    finally:
        os.umask(old)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == dict.fromkeys(("private", "new", "whole", "replaced"), 0o600)


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for make in (create_private, lambda path: create_whole(path, b"")):
        with pytest.raises(FileExistsError):
            make(tmp_path / "link")
    assert not (tmp_path / "elsewhere").exists()
