"""`practice --plain`: through pipes and a file, and in a real terminal."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.packs import own_packs
from support.terminal import Terminal, command_line, needs_tmux, settings_of

CARDS = "1\n4\n\n2\n80 %\nu\n1\n2\n\n"


def piped(home: Path, typed: bytes, output: Path, *arguments: str) -> int:
    """Practice whose input is a pipe and whose output is a file; its exit status."""
    with output.open("wb") as file:
        done = subprocess.run(
            [sys.executable, "-m", "mops_tui", "practice", "--plain", *arguments],
            env=settings_of(home),
            input=typed,
            stdout=file,
            stderr=subprocess.STDOUT,
            timeout=60,
            check=False,
        )
    return done.returncode


def test_through_a_pipe_into_a_file_everything_is_kept_and_the_file_is_plain_text(
    tmp_path: Path,
) -> None:
    home, output = own_packs(tmp_path / "mops"), tmp_path / "said.txt"
    assert piped(home, CARDS.encode(), output, "org-placement") == 0
    said = output.read_text("utf-8")
    assert "Card 3 of 10" in said
    assert said.endswith("2 answers are kept. 8 cards are left for another time.\n")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f─-◿✓✗≈▸◉○]", said)
    [journal] = (home / "practice").glob("practice-*.toml")
    assert command_line(home, "check", str(journal)).returncode == 0
    text = journal.read_text("utf-8")
    assert text.count('kind = "card-answered"') == 3
    assert text.count('kind = "answer-taken-back"') == 1
    assert text.count("org-placement/") == 4


def test_bytes_that_are_no_text_and_an_end_without_a_line_are_taken_as_they_come(
    tmp_path: Path,
) -> None:
    home, output = own_packs(tmp_path / "mops"), tmp_path / "said.txt"
    assert piped(home, b"\xff\xfe\x00\r\n1\r\n5", output) == 0
    said = output.read_text("utf-8")
    assert "Please type a number" in said
    assert "1 answer is kept." in said


def test_an_empty_pipe_ends_at_once(tmp_path: Path) -> None:
    home, output = own_packs(tmp_path / "mops"), tmp_path / "said.txt"
    assert piped(home, b"", output) == 0
    assert "No card is answered; they are left for another time." in output.read_text("utf-8")


def test_a_reader_that_goes_away_ends_it_without_a_word_of_python(tmp_path: Path) -> None:
    home = own_packs(tmp_path / "mops")
    process = subprocess.Popen(
        [sys.executable, "-m", "mops_tui", "practice", "--plain"],
        env=settings_of(home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline()
    process.stdout.close()
    process.stdin.write(b"1\n" * 100)
    process.stdin.close()
    process.wait(30)
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(own_packs(tmp_path / "mops"))
    yield made
    made.close()


@needs_tmux
def test_in_a_terminal_it_asks_line_by_line_and_ctrl_c_keeps_what_was_answered(
    terminal: Terminal,
) -> None:
    terminal.start("practice", "--plain", "org-placement")
    terminal.wait_for("Your answer, 1 to")
    terminal.chunk("2", "Enter")
    terminal.wait_for("How likely, 1 to 5:")
    terminal.chunk("3", "Enter")
    terminal.wait_for("Enter goes on, u takes this answer back, q stops:")
    terminal.chunk("Enter")
    terminal.wait_for("Card 2 of 10")
    terminal.wait_for("Your answer, 1 to")
    terminal.keys("C-c")
    terminal.wait_for("1 answer is kept. 9 cards are left for another time.")
    [journal] = (terminal.home / "practice").glob("practice-*.toml")
    assert journal.read_text("utf-8").count('kind = "card-answered"') == 1
    assert command_line(terminal.home, "check", str(journal)).returncode == 0
