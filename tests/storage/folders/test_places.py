"""Where files live: one variable moves everything, and nothing is made before it is needed."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from mops_tui.storage.folders import places as module
from mops_tui.storage.folders.places import HOME_VARIABLE, pack_folders, places, private_folder


def test_one_variable_moves_everything_and_makes_nothing(home: Path) -> None:
    found = places()
    assert found.sessions == home / "sessions"
    assert found.packs == home / "packs"
    assert found.config == home / "config.toml"
    assert found.state == home / "state"
    assert not home.exists()


def test_a_tilde_means_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, "~/elsewhere")
    assert places().sessions == Path.home() / "elsewhere" / "sessions"


@pytest.mark.parametrize("value", [None, ""])
def test_without_it_the_system_decides(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    monkeypatch.delenv(HOME_VARIABLE)
    if value is not None:
        monkeypatch.setenv(HOME_VARIABLE, value)
    found = places()
    assert all(
        path.is_absolute() for path in (found.sessions, found.packs, found.config, found.state)
    )
    assert "mops_tui" in found.sessions.parts


def test_a_checkout_uses_its_own_packs_and_an_installation_those_it_came_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    package = tmp_path / "somewhere" / "mops_tui"
    (package / "scenarios").mkdir(parents=True)
    monkeypatch.setattr(module, "__file__", str(package / "storage" / "folders" / "places.py"))
    assert pack_folders(own) == (package / "scenarios", own)
    (package.parent / "scenarios").mkdir()
    assert pack_folders(own) == (package.parent / "scenarios", own)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_private_folder_is_the_users_alone(tmp_path: Path) -> None:
    folder = private_folder(tmp_path / "one" / "two")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert private_folder(folder) == folder
    (tmp_path / "file").write_text("")
    with pytest.raises(FileExistsError):
        private_folder(tmp_path / "file")
