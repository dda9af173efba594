from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from mops_tui.sources.follow import Follower
from mops_tui.sources.practice.answers import read_practice
from mops_tui.sources.saved import read_saved
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.files.ordinary import NotOrdinaryError, open_ordinary
from mops_tui.storage.packs.packs import load_library
from mops_tui.storage.packs.summaries import pack_summaries
from mops_tui.storage.sessions.durable import durable_length
from mops_tui.storage.sessions.listing import SessionList
from mops_tui.storage.sessions.moved import moved_to
from mops_tui.storage.sessions.summaries import summary_of
from mops_tui.usecases.check import check_file

posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


@posix
@pytest.mark.parametrize("make", [os.mkfifo, device, listening])
def test_what_is_no_file_is_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None]
) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    path = Path("practice-2026-11.toml")
    make(path)
    with pytest.raises(NotOrdinaryError):
        open_ordinary(path)
    with pytest.raises(SessionError) as caught:
        read_saved(path)
    assert caught.value.code == "not-a-file"
    assert not check_file(path, repair=True)[0]
    found = summary_of(path)
    assert found is not None
    assert found.trouble == "not-a-file"
    assert [one.path.name for one in SessionList(Path()).all()] == [path.name]
    assert pack_summaries([Path()], Path()) == ()
    assert [p.code for p in load_library([Path()]).problems] == ["not-a-file"]
    assert read_practice(Path()) == ((), (path.name,))
    assert not Follower(path, Path()).poll()


@posix
def test_nor_are_the_files_beside_a_session_waited_for(tmp_path: Path) -> None:
    for suffix in ("moved", "durable"):
        os.mkfifo(tmp_path / f"one.toml.{suffix}")
    assert moved_to(tmp_path / "one.toml") is None
    assert durable_length(tmp_path / "one.toml") is None


def test_a_folder_is_none(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        open_ordinary(tmp_path)
