"""How much of a session is durable, told to whoever follows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mops_tui.storage.sessions.durable import DurableLength, durable_length, note_path


def test_it_is_told_while_somebody_writes(tmp_path: Path) -> None:
    session = tmp_path / "s.toml"
    assert durable_length(session) is None
    mark = DurableLength(session)
    for length in (12, 1_000_000, 7):
        mark.publish(length)
        assert durable_length(session) == length
    mark.close()
    mark.close()
    assert durable_length(session) is None
    assert list(tmp_path.iterdir()) == []


def test_a_mark_that_is_being_written_is_looked_at_again(tmp_path: Path) -> None:
    note_path(tmp_path / "s.toml").write_bytes(b"000")
    with pytest.raises(ValueError, match="000"):
        durable_length(tmp_path / "s.toml")


def test_a_folder_that_takes_no_mark_is_no_error(tmp_path: Path) -> None:
    mark = DurableLength(tmp_path / "gone" / "s.toml")
    mark.publish(5)
    mark.close()
    assert durable_length(tmp_path / "gone" / "s.toml") is None


def test_a_mark_that_was_given_up_is_not_made_again(tmp_path: Path) -> None:
    mark = DurableLength(tmp_path / "s.toml")
    mark.publish(5)
    mark.close()
    mark.publish(6)
    assert durable_length(tmp_path / "s.toml") is None
