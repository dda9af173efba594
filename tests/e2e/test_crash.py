"""kill -9, SIGTERM, a second writer, a small window: nothing that was acknowledged is lost."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from support.packs import own_packs
from support.terminal import Terminal, command_line, needs_tmux
from support.walk import open_the_hot_seat

pytestmark = needs_tmux
MOMENTS = 5
"""How often the program is killed."""


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(own_packs(tmp_path / "mops"))
    yield made
    made.close()


def first_vote(terminal: Terminal) -> None:
    """A head count of eight by three presses of Enter, then the first question."""
    terminal.start("run", "placement-only")
    terminal.wait_for("Continue: who is in the room?")
    terminal.keys("Enter")
    terminal.wait_for("How many people")
    terminal.keys("Enter")
    terminal.wait_for("8 people present")
    terminal.keys("a")
    terminal.wait_for("Agenda and time")
    # The needs, the points, then the spell: a choice, quickly voted.
    terminal.wait_for("The spell")
    terminal.keys("Down", "Down", "Down", "Enter")
    terminal.wait_gone("Agenda and time")
    terminal.wait_for("0 of 8 have voted")


def session_file(terminal: Terminal) -> Path:
    (found,) = (terminal.home / "sessions").glob("*.toml")
    return found


def resume(terminal: Terminal) -> None:
    terminal.start()
    terminal.wait_for("resume")
    terminal.keys("Tab")
    terminal.wait_for("unfinished. Enter")
    terminal.keys("Enter")
    terminal.wait_for("voted")


def test_every_vote_that_was_acknowledged_survives_kill_9(terminal: Terminal) -> None:
    draw = random.Random(20261122)
    first_vote(terminal)
    acknowledged: dict[str, int] = {}
    number = 0
    for moment in range(MOMENTS):
        open_the_hot_seat(terminal)
        terminal.wait_for("Who are you?")
        for _ in range(draw.randint(0, 1)):
            number += 1
            name, option = f"Person{number}", draw.randint(1, 4)
            take_a_seat(terminal, name)
            terminal.keys(str(option), "Enter")
            terminal.wait_for(f"{name}: your vote is in and saved.")
            acknowledged[name] = option
        if number < 7:
            number += 1
            name, option = f"Person{number}", draw.randint(1, 4)
            take_a_seat(terminal, name)
            terminal.keys(str(option), "Enter")
            # Anywhere from at once to well after the acknowledgement.
            for _ in range(draw.randint(0, 4)):
                if f"{name}: your vote is in and saved." in terminal.screen():
                    acknowledged[name] = option
        terminal.kill9()
        votes = votes_in(session_file(terminal))
        options = ["marketing", "it", "sales", "revops"]
        for name, option in acknowledged.items():
            assert votes.get(name) == options[option - 1], (moment, name, votes)
        resume(terminal)
        screen = terminal.wait_match(r"(?m)^  \d of \d ha(s|ve) voted")
        counted = re.search(r"(?m)^  (\d) of \d ha(?:s|ve) voted", screen)
        assert counted
        assert int(counted[1]) == len(votes)
    assert acknowledged
    checked = command_line(terminal.home, "check", str(session_file(terminal)))
    assert checked.returncode == 0, checked.stdout


def take_a_seat(terminal: Terminal, name: str) -> None:
    screen = terminal.wait_match("Take the next free seat|Somebody who has just")
    rows = re.findall(r"(?m)^ +([○●] |Take the next|Somebody who)", screen)
    new = next(n for n, row in enumerate(rows) if row[0] in "TS")
    terminal.keys(*["Down"] * new, "Enter")
    terminal.wait_for("Your name, or nothing")
    terminal.fill(name)
    terminal.keys("Enter")
    terminal.wait_match(rf"(?m)^ +{name}  ")
    terminal.wait_for("Hand in")


def votes_in(file: Path) -> dict[str, str]:
    """The last vote of each person, by name, read from the file's whole blocks alone."""
    text = file.read_text("utf-8")
    names = dict(
        re.findall(r'kind = "participant-joined"\nparticipant = "([^"]+)"\nname = "([^"]*)"', text)
    )
    votes = {}
    for block in text.split("[[event]]\n")[1:]:
        if 'kind = "vote-cast"' in block and re.search(r'\ncrc = "[0-9a-f]{8}"\n', block):
            who = re.search(r'\nparticipant = "([^"]+)"', block)
            option = re.search(r'\noption = "([^"]+)"', block)
            assert who
            assert option
            votes[names[who[1]]] = option[1]
    return votes


def _unbroken(terminal: Terminal) -> str:
    return "".join(terminal.screen().split())


def test_a_second_writer_is_refused_and_told_who_has_it(terminal: Terminal, tmp_path: Path) -> None:
    first_vote(terminal)
    second = Terminal(own_packs(tmp_path / "mops"))
    try:
        second.start("resume", str(session_file(terminal)))
        assert second.wait_exit() == 1
        # Where the terminal breaks the line depends on this machine's name and folders.
        told = partial(_unbroken, second)
        second.until(lambda: "closeittherefirst." in told(), about="what to do")
        assert f"(process{terminal.pid})" in told()
        assert not second.in_full_screen()
        # The first goes on undisturbed.
        terminal.keys("g")
        terminal.wait_for("What the room calls out")
        terminal.fill("3 it")
        terminal.keys("Enter")
        terminal.wait_for("3 called-out votes are counted.")
    finally:
        second.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_a_clean_terminal_and_a_paused_session(
    terminal: Terminal, number: signal.Signals
) -> None:
    first_vote(terminal)
    assert terminal.in_full_screen()
    terminal.signal(number)
    assert terminal.wait_exit() == 0
    terminal.wait_plain()
    asked = "import termios; print('mode', termios.tcgetattr(0)[3] & termios.ICANON > 0)"
    terminal.type(f'{sys.executable} -c "{asked}"')
    terminal.keys("Enter")
    assert "mode True" in terminal.wait_match(r"(?m)^mode (True|False)")
    kinds = re.findall(r'^kind = "([^"]+)"', session_file(terminal).read_text("utf-8"), re.M)
    assert kinds[-1] == "session-paused"
    resume(terminal)
    terminal.wait_for("0 of 8 have voted")


def test_closing_the_terminal_ends_the_program_and_frees_the_session(
    terminal: Terminal, tmp_path: Path
) -> None:
    first_vote(terminal)
    pid = terminal.pid
    terminal.close()
    other = Terminal(own_packs(tmp_path / "mops"))
    try:
        other.until(lambda: not alive(pid), about="the program to end with its terminal")
        assert 'kind = "session-paused"' in session_file(other).read_text("utf-8")
        resume(other)
        other.wait_for("0 of 8 have voted")
    finally:
        other.close()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_small_window_says_so_and_comes_back(terminal: Terminal) -> None:
    first_vote(terminal)
    terminal.resize(79, 24)
    terminal.wait_for("This window is too small.")
    terminal.wait_for("80 columns and 24 rows")
    terminal.resize(100, 30)
    terminal.wait_for("0 of 8 have voted")
    terminal.wait_gone("too small")
    terminal.resize(80, 23)
    terminal.wait_for("This window is too small.")
    terminal.resize(100, 30)
    terminal.wait_for("0 of 8 have voted")
    terminal.wait_gone("too small")
    # Within the ballot it is the same, and the ballot is kept.
    open_the_hot_seat(terminal)
    terminal.wait_for("Who are you?")
    take_a_seat(terminal, "Mara")
    terminal.keys("2")
    terminal.wait_match(r"2 ◉ IT")
    terminal.resize(60, 20)
    terminal.wait_for("This window is too small.")
    terminal.resize(80, 24)
    terminal.wait_match(r"2 ◉ IT")


def test_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    told: subprocess.CompletedProcess[str] = command_line(tmp_path / "mops")
    assert told.returncode == 2
    assert "needs a terminal" in told.stderr
