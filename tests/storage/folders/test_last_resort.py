"""Where something is kept that its own folder does not take: private, and nobody else's."""

from __future__ import annotations

import stat
import sys
import tempfile
from pathlib import Path

import pytest

from mops_tui.storage.folders.last_resort import private_folders, rescue_folders
from mops_tui.storage.folders.places import closed_folder, temporary_folder
from mops_tui.storage.locking.locks import number_folder


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_the_users_own_folder_comes_first_and_then_one_among_the_temporary_files(
    home: Path, temporary: Path
) -> None:
    assert list(private_folders()) == [home / "state", temporary_folder()]
    assert temporary_folder().parent == temporary
    assert [one.name for one in rescue_folders()] == ["rescued", "rescued"]


def test_where_the_first_cannot_be_used_the_second_is(home: Path, temporary: Path) -> None:
    home.mkdir()
    (home / "state").symlink_to(temporary)
    assert list(private_folders()) == [temporary_folder()]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_folder_that_others_may_look_into_is_closed_to_them(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    folder.chmod(0o755)
    assert closed_folder(folder) == folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_a_folder_that_others_may_write_to_is_used_only_where_it_is_empty(
    home: Path, temporary: Path, mode: int
) -> None:
    folder = temporary_folder()
    folder.mkdir()
    folder.chmod(mode)
    planted = folder / "1-2.lock"
    planted.touch()
    with pytest.raises(PermissionError):
        number_folder()
    assert list(private_folders()) == [home / "state"]
    assert stat.S_IMODE(folder.stat().st_mode) == mode  # or it would be trusted the next time
    planted.unlink()
    with pytest.raises(PermissionError):
        number_folder()
    assert list(private_folders()) == [home / "state", folder]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert number_folder() == folder


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_folder_of_somebody_else_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.getuid", lambda: 4242)
    with pytest.raises(PermissionError):
        closed_folder(tmp_path)
