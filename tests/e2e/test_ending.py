"""Whatever ends the program: it ends soon, saves what it can, and shows nothing that was typed."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("fcntl", reason="needs a POSIX terminal")

from support.packs import own_packs
from support.pilot import masked
from support.shaky import PROGRAM, VARIABLE
from support.stalled import Program, into_the_room, running
from support.terminal import Terminal, needs_tmux

from mops_tui.sources.live import LiveSession
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.moved import moved_to

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="looks at other processes by /proc"
)
SOON = 3.0
"""Seconds in which a program whose terminal is gone has ended, where nothing else is at work."""
CRASH = """
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen
def crash(self):
    ballot = "Choice(option=marketing)"
    {how}
WorkshopScreen.action_timer = crash
from support.shaky import main
main()
"""
RAISE = "raise ValueError('Mara chose marketing')"


@pytest.fixture
def shaky(tmp_path: Path) -> Path:
    """The file that tells the program's disk what to do."""
    told = tmp_path / "disk"
    told.write_text("")
    return told


@pytest.fixture
def program(tmp_path: Path, shaky: Path) -> Iterator[Program]:
    variables = {VARIABLE: str(shaky)}
    with running(
        own_packs(tmp_path / "mops"), "run", "placement-only", code=PROGRAM, **variables
    ) as made:
        into_the_room(made)
        yield made


def kinds(session: Path) -> list[str]:
    reading = journal.read(session)
    assert reading.writable
    return [event.kind for event in reading.events]


def ends_soon(program: Program, status: int) -> None:
    """It ends, in the time that it has; on a busy machine as much later as its start was."""
    began = time.monotonic()
    assert program.wait_exit() == status
    assert time.monotonic() - began < SOON + 2 * program.began


def free(session: Path) -> bool:
    """Nobody holds the session: it can be gone on with."""
    LiveSession.resume(session).close()
    return True


# --- the terminal


@pytest.mark.parametrize("way", ["SIGTERM", "SIGHUP", "SIGINT", "closed"])
async def test_a_program_that_stands_in_its_output_ends_and_pauses(
    program: Program, way: str
) -> None:
    program.stall()
    if way == "closed":
        program.hang_up()
    else:
        program.signal(signal.Signals[way])
    ends_soon(program, 0)
    assert kinds(program.session())[-1] == "session-paused"
    assert free(program.session())


@pytest.mark.parametrize("way", ["SIGTERM", "SIGHUP", "SIGINT", "closed"])
async def test_a_program_at_rest_ends_and_pauses(program: Program, way: str) -> None:
    if way == "closed":
        program.hang_up()
    else:
        program.signal(signal.Signals[way])
    assert program.wait_exit() == 0
    assert kinds(program.session())[-1] == "session-paused"
    assert free(program.session())
    if way != "closed":
        assert b"\x1b[?1049l" in program.out
        assert program.cooked()


# --- the terminal and the disk


@pytest.mark.parametrize("disk", ["refuse", "hang 600"])
@pytest.mark.parametrize("way", ["SIGTERM", "closed"])
async def test_the_terminal_goes_while_the_disk_does_not_answer(
    program: Program, shaky: Path, way: str, disk: str
) -> None:
    shaky.write_text(disk)
    program.keys("b")  # the room's screen goes dark: an event that waits
    program.wait_for("saved: ")
    program.forget()
    if way == "closed":
        program.hang_up()
    else:
        program.signal(signal.SIGTERM)
    ends_soon(program, 1)
    kept = moved_to(program.session())
    assert kept is not None
    assert kinds(kept)[-2:] == ["screen-blanked", "session-paused"]
    assert kept.stat().st_mode & 0o777 == 0o600
    if way == "SIGTERM":
        assert f"Go on with: mops-tui resume {kept}" in program.text
        assert program.cooked()
    assert free(kept)


async def test_quitting_says_that_it_waits_for_the_disk(program: Program, shaky: Path) -> None:
    shaky.write_text("hang 2")
    program.keys("b\x11")
    program.wait_for("The program ends when the disk has saved the last change.")
    assert program.wait_exit() == 0
    assert kinds(program.session())[-2:] == ["screen-blanked", "session-paused"]


# --- crashes


@pytest.mark.parametrize("disk", ["", "refuse"])
@pytest.mark.parametrize(
    "how",
    [
        RAISE,
        f"self.call_later(self._failing); self._failing = None; {RAISE}",
        "import threading; threading.Thread(target=lambda: 1 / len(ballot[:0])).start()",
        "self.run_worker(self._failing_worker())",
        "self.room.session._saver._write = None; self.ask(__import__("
        "'mops_tui.model.session.commands', fromlist=['x']).Blank(on=True))",
        "import asyncio; asyncio.get_running_loop().call_soon(lambda: ballot[99])",
    ],
    ids=["key", "twice", "thread", "worker", "writing", "callback"],
)
async def test_a_crash_shows_the_way_back_and_nothing_else(
    tmp_path: Path, shaky: Path, how: str, disk: str
) -> None:
    code = CRASH.format(how=how)
    variables = {VARIABLE: str(shaky)}
    home = own_packs(tmp_path / "mops")
    with running(home, "run", "placement-only", code=code, **variables) as program:
        into_the_room(program)
        shaky.write_text(disk)
        program.forget()
        program.keys("t")
        assert program.wait_exit() == 1
        assert program.cooked()
        end = program.out.rpartition(b"\x1b[?1049l")[2].decode()
        session = program.session()
    assert "Traceback" not in end
    assert "Choice" not in end
    assert "marketing" not in end
    flat = " ".join(end.split())
    assert "mops-tui stopped because of a fault of its own; a private log" in flat
    logs = list((home / "state" / "logs").iterdir())
    assert str(min(logs)) in flat
    for log in logs:
        assert log.stat().st_mode & 0o777 == 0o600
        text = log.read_text("utf-8")
        assert "Error" in text
        assert "Mara" not in text
        assert "Choice(" not in text
    if disk:
        session = moved_to(session) or session
        assert f"mops-tui resume {session}" in flat
    else:
        assert f"Go on with: mops-tui resume {session.stem}" in flat
    assert kinds(session)[-1] == "session-paused"


@pytest.mark.parametrize("arguments", [("sessions",), ("check", "x.toml"), ("--help",), ()])
def test_a_fault_before_there_is_a_screen_is_one_sentence(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    code = (
        "import click, mops_tui.entry\n"
        "def crash(*_a, **_k): raise RuntimeError('Mara chose marketing')\n"
        "click.Group.invoke = click.Group.get_help = mops_tui.entry.open_app = crash\n"
        "from mops_tui.__main__ import main; main()"
    )
    with running(tmp_path / "mops", *arguments, code=code) as program:
        assert program.wait_exit() == 1
        told = " ".join(program.text.split())
    (log,) = (tmp_path / "mops" / "state" / "logs").iterdir()
    assert told == (
        "mops-tui stopped because of a fault of its own; a private log without anything that was "
        f"typed is in {log}"
    )


# --- the shell


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(own_packs(tmp_path / "mops"))
    yield made
    made.close()


@needs_tmux
@pytest.mark.parametrize("way", ["key", "SIGTSTP", "SIGSTOP"])
def test_stopped_and_brought_back_the_screen_is_whole(terminal: Terminal, way: str) -> None:
    terminal.start("run", "placement-only")
    terminal.wait_for("Continue: who is in the room?")
    terminal.keys("Enter")
    terminal.wait_for("How many people")
    terminal.keys("Enter")
    terminal.wait_for("8 people present")
    terminal.wait_for("Keys")
    before = terminal.still(masked, looks=8)
    if way == "key":
        terminal.keys("C-z")
    else:
        terminal.signal(signal.Signals[way])
    # The line that started the program is told its status when it stops.
    terminal.until(terminal.stopped, about="the shell to have the terminal")
    terminal.type("fg")
    # Nobody asked the program before SIGSTOP: keys still come as it wanted them.
    terminal.keys("C-j" if way == "SIGSTOP" else "Enter")
    terminal.until(lambda: masked(terminal.screen()) == before, about="the screen as it was")
    terminal.keys("C-c")
    terminal.wait_for("Ctrl+q quits.")
    terminal.keys("C-q")
    terminal.wait_match(r"(?m)^(.*)ready\$")
    assert not terminal.in_full_screen()
    assert kinds(next((terminal.home / "sessions").glob("*.toml")))[-1] == "session-paused"
