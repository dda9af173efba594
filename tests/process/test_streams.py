"""Every command writes UTF-8 whatever the locale says, and says in a sentence when it cannot."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.rehearsed import library  # noqa: F401 - the packs are read once

from mops_tui.storage.folders.places import HOME_VARIABLE
from mops_tui.usecases.rehearse import rehearse_to

pytestmark = pytest.mark.slow

FULL = Path("/dev/full")
PROGRAM = (sys.executable, "-m", "mops_tui")
posix = pytest.mark.skipif(not FULL.exists(), reason="no device that is full")
COMMANDS = (
    ["--help"],
    ["--version"],
    ["report", "s"],
    ["report", "s", "--format", "json"],
    ["sessions"],
    ["progress"],
    ["check", "s"],
    ["rehearse", "--help"],
    ["rehearse", "placement-only", "--headless", "--output", "-"],
    ["new", "mine", "--output", "-"],
    ["doctor"],
)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("streams")
    (folder / "sessions").mkdir()
    rehearse_to(folder / "sessions" / "s.toml", "placement-only", 9, 7)
    return folder


def run(
    own: Path, arguments: list[str], more: str = "", **env: str
) -> subprocess.CompletedProcess[bytes]:
    command = f'"$@" {more}' if more else '"$@"'
    return subprocess.run(
        ["/bin/sh", "-c", command, "sh", *PROGRAM, *arguments],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
        env={**os.environ, HOME_VARIABLE: str(own), **env},
    )


@pytest.fixture(scope="module")
def plain(own: Path) -> bytes:
    """The report as it comes where nothing is in its way."""
    return run(own, ["report", "s"]).stdout


@posix
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_full_disk_and_a_closed_stream_are_told_in_a_sentence(
    own: Path, arguments: list[str]
) -> None:
    for more in (">/dev/full", ">&-"):
        done = run(own, arguments, more)
        assert done.returncode == 1
        last = done.stderr.decode().splitlines()[-1]
        assert last.startswith("Standard output cannot be written: ")
        assert b"Traceback" not in done.stderr
        assert b"Exception" not in done.stderr


@posix
def test_a_reader_that_has_had_enough_is_no_trouble(own: Path) -> None:
    done = run(own, ["report", "s", "--format", "json"], "| head -c 1")
    assert (done.stdout, done.stderr) == (b"{", b"")


@posix
@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"LC_ALL": "en_US.ISO-8859-1", "PYTHONUTF8": "0"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=str,
)
def test_output_is_utf_8_whatever_the_locale_says(
    own: Path, plain: bytes, env: dict[str, str]
) -> None:
    assert run(own, ["report", "s"], **env).stdout == plain
    assert "·" in plain.decode() or "“" in plain.decode()
    told = run(own, ["run", "“ü”"], **env)
    assert told.returncode == 1
    assert "There is no workshop “" in told.stderr.decode()


@posix
def test_streams_and_files_of_every_name_take_a_report(
    own: Path, plain: bytes, tmp_path: Path
) -> None:
    for name in ("-", "/dev/stdout", "/dev/fd/1"):
        assert run(own, ["report", "s", "--output", name]).stdout == plain
    appended = tmp_path / "a.md"
    appended.write_bytes(b"before\n")
    run(own, ["report", "s", "--output", "/dev/stdout"], f">>{appended}")
    assert appended.read_bytes() == b"before\n" + plain
    done = run(own, ["report", "s", "--output", "/dev/full"])
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith("/dev/full cannot be written: No space left")


@posix
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_script(own: Path, shell: str) -> None:
    done = run(own, [], _MOPS_TUI_COMPLETE=f"{shell}_source")
    assert b"_MOPS_TUI_COMPLETE" in done.stdout
    assert b"needs a terminal" not in done.stderr


@posix
def test_a_shell_completes_ids(own: Path) -> None:
    def completed(words: str) -> bytes:
        env = {"_MOPS_TUI_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "2"}
        return run(own, [], **env).stdout

    assert b"plain,placement-only" in completed("mops-tui run pl")
    assert b"plain,s\n" in completed("mops-tui report s")
    assert b"plain,org-placement" in completed("mops-tui practice org")
