"""Where a session went on when its disk refused."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from mops_tui.storage.sessions import moved
from mops_tui.storage.sessions.moved import moved_to, remove_forwarding_note, write_forwarding_note


def test_a_session_that_was_never_moved_is_here(tmp_path: Path) -> None:
    assert moved_to(tmp_path / "s.toml") is None


def test_the_mark_names_the_new_file_and_can_be_taken_away(tmp_path: Path) -> None:
    old, new = tmp_path / "old" / "s.toml", tmp_path / "nöu" / "s.toml"
    old.parent.mkdir()
    write_forwarding_note(old, new)
    assert moved_to(old) == new
    assert [path.name for path in old.parent.iterdir()] == ["s.toml.moved"]
    remove_forwarding_note(old)
    remove_forwarding_note(old)
    assert moved_to(old) is None


def test_of_several_moves_the_last_counts_and_a_circle_ends(tmp_path: Path) -> None:
    one, two, three = (tmp_path / name for name in ("1.toml", "2.toml", "3.toml"))
    write_forwarding_note(one, two)
    write_forwarding_note(two, three)
    assert moved_to(one) == three
    write_forwarding_note(three, one)
    assert moved_to(one) == three


def test_a_disk_that_has_no_room_for_the_mark_is_no_error(tmp_path: Path) -> None:
    write_forwarding_note(tmp_path / "gone" / "s.toml", tmp_path / "s.toml")
    assert moved_to(tmp_path / "gone" / "s.toml") is None


def test_a_disk_without_room_for_a_file_takes_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(moved, "replace_whole", full)
    old, new = tmp_path / "s.toml", tmp_path / "stick" / "s.toml"
    write_forwarding_note(old, new)
    write_forwarding_note(old, new)
    assert moved_to(old) == new
    remove_forwarding_note(old)
    assert moved_to(old) is None


def test_a_mark_that_is_no_path_is_no_mark(tmp_path: Path) -> None:
    mark = tmp_path / "s.toml.moved"
    for data in (b"", b"\xff\xfe", b"one\ntwo", b"a\0b"):
        mark.write_bytes(data)
        assert moved_to(tmp_path / "s.toml") is None
