"""`mops-tui report`: where each format goes, and what it never writes over."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.kits import write_kits

from mops_tui.cli.commands import main


@pytest.fixture(scope="module")
def kits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kits")
    write_kits(folder, "nine", "crash")
    return folder


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, ["report", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def test_text_and_data_are_printed_and_a_page_becomes_a_file(kits: Path, here: Path) -> None:
    assert run(kits / "nine.toml").stdout.startswith("# ")
    assert json.loads(run(kits / "nine.toml", "--format", "json").stdout)["format"] == 1
    assert list(here.iterdir()) == []
    told = run(kits / "nine.toml", "--format", "html").stdout
    assert told == "Report written: nine-report.html\n"
    page = here / "nine-report.html"
    assert page.read_text("utf-8").startswith("<!doctype html>")
    if os.name != "nt":
        assert stat.S_IMODE(page.stat().st_mode) == 0o600


@pytest.mark.parametrize("shape", ["html", "pptx"])
def test_what_somebody_edited_stays_and_what_nobody_did_is_written_anew(
    kits: Path, here: Path, shape: str
) -> None:
    name = f"nine-report.{shape}"
    run(kits / "nine.toml", "--format", shape)
    run(kits / "nine.toml", "--format", shape, "--at", "40")  # another content
    first = (here / name).read_bytes()
    assert [one.name for one in here.iterdir() if one.is_file()] == [name]
    (here / name).write_bytes(first + b"edited")
    told = run(kits / "nine.toml", "--format", shape).stdout
    assert "so it stays" in told
    assert (here / name).read_bytes() == first + b"edited"
    assert (here / f"nine-report (2).{shape}").exists()


def test_a_dash_is_standard_output_for_bytes_too(kits: Path, here: Path) -> None:
    assert run(kits / "nine.toml", "--format", "pptx", "--output", "-").stdout_bytes[:2] == b"PK"
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("given", [("--format", "pdf"), ("--output", "x.PDF")])
def test_a_pdf_is_printed_by_a_browser_which_is_said(
    kits: Path, here: Path, given: tuple[str, str]
) -> None:
    result = run(kits / "nine.toml", *given)
    assert result.exit_code == 2
    assert "print it" in result.stderr
    assert list(here.iterdir()) == []
