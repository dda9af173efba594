"""A key that comes twice in one chunk, in a real terminal: one screen is left, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.doors import CUES, HOME, WORKSHOP
from support.packs import own_packs
from support.rehearsed import rehearsal_file
from support.terminal import Terminal, command_line, needs_tmux
from support.walk import open_the_hot_seat

pytestmark = needs_tmux
IN_TMUX = {
    "escape": "Escape", "enter": "Enter", "space": "Space", "f1": "F1", "f2": "F2", "f5": "F5",
    "ctrl+s": "C-s", "question_mark": "?", "down": "Down", "tab": "Tab",
}  # fmt: skip
"""tmux's names for keys that are no letters."""


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(own_packs(tmp_path / "mops"))
    yield made
    made.close()


def keys(*names: str) -> tuple[str, ...]:
    return tuple(IN_TMUX.get(name, name) for name in names)


def at_the_first_vote(terminal: Terminal) -> None:
    terminal.start("run", "placement-only")
    terminal.wait_for("Continue: who is in the room?")
    terminal.keys("Enter")
    terminal.wait_for("How many people")
    terminal.keys("Enter")
    terminal.wait_for("8 people present")
    terminal.chunk("Space", "Space", "Space")  # one press that bounces
    terminal.wait_for("4 questions")
    terminal.keys("F12", "Space")
    terminal.wait_for("0 of 8 have voted")
    terminal.keys("n")
    terminal.wait_for("A note")
    terminal.fill("Budget")
    terminal.keys("F2")
    terminal.wait_for("Noted.")
    open_the_hot_seat(terminal)  # the first time it asks whether the room sees this screen
    terminal.wait_for("Who are you?")
    terminal.keys("Escape")
    terminal.wait_gone("Who are you?")


def test_no_way_out_taken_twice_at_once_leaves_the_workshop(terminal: Terminal) -> None:
    at_the_first_vote(terminal)
    for door in WORKSHOP:
        for nth, key in enumerate(door.left):
            # The cues are asked about once; then one key opens them.
            opened = door.opened[:1] if door.opened == CUES and nth else door.opened
            # F12 does nothing: the key that opens a screen may be the one that leaves it, and a
            # hand would not be as quick.
            terminal.keys("F12", *keys(*opened))
            terminal.wait_for(door.text)
            terminal.keys("F12")
            terminal.chunk(*keys(key, key))
            terminal.wait_gone(door.text)
            if door.leads_to:
                terminal.wait_for(door.leads_to)
                terminal.keys("Escape")
                terminal.wait_gone(door.leads_to)
            terminal.wait_for("0 of 8 have voted")
            assert "Your sessions" not in terminal.screen(), (door, key)
    terminal.keys("Escape")
    terminal.wait_for("Pause or close the workshop?")
    terminal.chunk("Enter", "Enter")
    terminal.wait_for("Your sessions")
    terminal.keys("C-q")
    assert terminal.wait_exit() == 0
    (session,) = (terminal.home / "sessions").glob("*.toml")
    assert command_line(terminal.home, "check", str(session)).returncode == 0


def test_no_way_home_taken_twice_at_once_ends_the_program(terminal: Terminal) -> None:
    for seed in (1, 2):
        rehearsal_file(terminal.home / "sessions" / f"s{seed}.toml", seed=seed)
    terminal.start()
    terminal.wait_for("rehearsal:")
    for door in HOME:
        for key in door.left:
            for name in ("F12", *keys(*door.opened)):
                terminal.keys(name)
                terminal.still()
            terminal.wait_for(door.text)
            terminal.keys("F12")
            terminal.chunk(*keys(key, key))
            terminal.wait_gone(door.text)
            terminal.wait_for("Your sessions")
            if door.opened[0] == "tab":  # back to the list of workshops, where it began
                terminal.keys("Tab")
                terminal.still()
    terminal.keys("C-q")
    assert terminal.wait_exit() == 0


def test_a_held_enter_in_the_hot_seat_hands_in_one_vote_a_person(terminal: Terminal) -> None:
    at_the_first_vote(terminal)
    terminal.keys("a")
    terminal.wait_for("Agenda and time")
    for _ in range(2):
        terminal.keys("Down")
    terminal.keys("Enter")
    terminal.wait_gone("Agenda and time")
    terminal.keys("h")
    terminal.wait_for("Who are you?")
    for person in range(1, 4):
        terminal.chunk(*["Enter"] * 4)
        terminal.wait_for("nothing for a seat number")
        terminal.keys("F12")
        terminal.chunk(*["Enter"] * 4)
        terminal.wait_for(f"Seat {person}  ")
        terminal.keys("1")
        terminal.chunk(*["Enter"] * 4)
        terminal.wait_for("your vote is in and saved")
        terminal.wait_for(f"{person} of 8")
        terminal.keys("F12")
    terminal.keys("Escape")
    terminal.wait_gone("Who are you?")
    terminal.wait_for("3 of 8 have voted")
