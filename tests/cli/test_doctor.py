"""The doctor says what is in the way, names nobody, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.sessions import header

from mops_tui import __version__
from mops_tui.cli.commands import main
from mops_tui.process.network.interfaces import rank
from mops_tui.process.network.kinds import Found
from mops_tui.storage.folders.places import places
from mops_tui.storage.sessions import journal


@pytest.fixture(autouse=True)
def no_disk_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others may keep this one busy for a second."""
    monkeypatch.setattr("mops_tui.usecases.doctor.SLOW", 600.0)


def doctor() -> Result:
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_a_sound_machine_is_told_to_be(home: Path) -> None:
    result = doctor()
    assert result.exit_code == 0
    assert "Nothing is in the way." in result.output
    for said in (__version__, "textual", "time zone", "can be locked", "written and saved in"):
        assert said in result.output
    assert not home.exists()


@pytest.mark.parametrize(
    ("addresses", "told"),
    [
        (["192.168.77.20", "127.0.0.1"], "could reach this machine at 1 address (Cable)"),
        (["127.0.0.1", "169.254.3.4"], "no network that they could reach this machine in"),
    ],
)
def test_it_says_whether_phones_could_reach_it_and_names_no_address(
    monkeypatch: pytest.MonkeyPatch, home: Path, addresses: list[str], told: str
) -> None:
    found = rank(Found("eth0", address) for address in addresses)
    monkeypatch.setattr("mops_tui.usecases.doctor.ranked", lambda: found)
    result = doctor()
    assert result.exit_code == 0
    assert told in result.output
    assert not [address for address in addresses if address in result.output]


def test_it_names_no_session_and_nobody_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setenv("HOME", str(home.parent))
    path = places().sessions / "secret-name.toml"
    journal.create(path, header(title="Layoffs"))
    result = doctor()
    assert "secret-name" not in result.output
    assert "Layoffs" not in result.output
    assert str(home.parent) not in result.output
    assert f"~/{home.name}/sessions" in result.output
    assert [p.name for p in home.rglob("*")] == ["sessions", "secret-name.toml"]


def test_it_warns_of_settings_packs_and_a_synchronised_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MOPS_TUI_HOME", str(tmp_path / "OneDrive - Acme"))
    here = places()
    here.packs.mkdir(parents=True)
    (here.packs / "bad.toml").write_text("title = ")
    here.config.write_text('[keys]\nundo = "space"\n')
    result = doctor()
    assert result.exit_code == 1
    assert "OneDrive" in result.output
    assert "“space” is a key of next" in result.output
    assert "bad.toml" in result.output
    assert "marked with !" in result.stderr


def test_a_folder_that_cannot_be_written_is_told(home: Path) -> None:
    home.write_text("a file where the folder should be")
    result = doctor()
    assert result.exit_code == 1
    assert "cannot be written" in result.output
