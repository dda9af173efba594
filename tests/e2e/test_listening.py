"""Which ports the program has open: none, until the room is opened to phones, and none after it."""

from __future__ import annotations

import contextlib
import re
import socket
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.packs import own_packs
from support.terminal import Terminal, needs_tmux

pytestmark = [
    needs_tmux,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux says in /proc who listens"),
]
LISTEN = "0A"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(own_packs(tmp_path / "mops"))
    yield made
    made.close()


def listening(pid: int) -> set[tuple[str, int]]:
    """Each address and port at which a process takes connections."""
    sockets = set()
    for file in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            sockets.add(str(file.readlink()))
    found = set()
    for table in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            _, local, _, state, *_, inode = line.split()[:10]
            if f"socket:[{inode}]" in sockets and (state == LISTEN or table.startswith("udp")):
                address, port = local.split(":")
                found.add((_dotted(address), int(port, 16)))
    return found


def _dotted(address: str) -> str:
    if len(address) != 8:
        return address
    return socket.inet_ntoa(struct.pack("<I", int(address, 16)))


def open_room(terminal: Terminal) -> tuple[str, int]:
    """Press j and take what stands first; the address that the screen shows."""
    terminal.keys("j")
    terminal.wait_for("Open the room to phones?")
    terminal.keys("Enter")
    screen = terminal.wait_match(r"http://[\d.]+:\d+")
    shown = re.search(r"http://([\d.]+):(\d+)", screen)
    assert shown
    return shown[1], int(shown[2])


def books(terminal: Terminal) -> list[Path]:
    """What is kept about rooms beside their sessions."""
    return [path for path in terminal.home.rglob("rooms/*") if path.is_file()]


def test_nothing_listens_but_an_open_room_at_its_address_and_on_this_machine(
    terminal: Terminal,
) -> None:
    terminal.start("run", "placement-only")
    terminal.wait_for("Continue: who is in the room?")
    terminal.keys("Enter")
    terminal.wait_for("How many people")
    terminal.keys("Enter")
    terminal.wait_for("8 people present")
    assert listening(terminal.pid) == set()

    host, port = open_room(terminal)
    assert listening(terminal.pid) == {(host, port), ("127.0.0.1", port)}

    terminal.keys("x")
    terminal.wait_for("Close the room to phones?")
    terminal.keys("Down", "Enter")
    terminal.wait_for("The room is closed to phones.")
    terminal.until(lambda: listening(terminal.pid) == set(), about="the port to be closed")

    open_room(terminal)
    assert listening(terminal.pid)
    assert len(books(terminal)) == 1
    terminal.keys("Space")
    terminal.wait_for("j shows how to join")
    terminal.keys("Escape")
    terminal.wait_for("Pause and go home")
    terminal.keys("Down", "Enter")
    terminal.wait_for("The workshop is closed.")
    terminal.until(lambda: listening(terminal.pid) == set(), about="the port to be closed")
    terminal.until(lambda: not books(terminal), about="what was kept of the room to be gone")
