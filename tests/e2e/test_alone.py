"""Alone with the program, by keystrokes: ten situation cards, and a rehearsal to its debrief."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.packs import own_packs
from support.terminal import Terminal, command_line, needs_tmux

pytestmark = needs_tmux


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(own_packs(tmp_path / "mops"))
    yield made
    made.close()


def test_a_newcomer_answers_ten_cards_about_one_thing_and_sees_how_sure_they_were(
    terminal: Terminal,
) -> None:
    """From home: practise, the scenario, its cards, the calibration; a kill -9 costs no answer."""
    terminal.start()
    terminal.wait_for("p Practise")
    terminal.keys("p")
    terminal.wait_for("7 new cards for today")
    terminal.keys("Down", "Down", "Down", "Down", "Down")
    terminal.wait_for("pour ten points over four rooms")
    terminal.keys("Enter")
    terminal.wait_match(r"(10 of its \d+|Its 10) situation cards")
    terminal.keys("Enter")
    for number in range(1, 5):
        answer(terminal, number, 10)
    terminal.wait_for("Card 5 of 10")
    terminal.kill9()
    terminal.start("practice", "org-placement")
    terminal.wait_match(r"(10 of its \d+|Its 10) situation cards")
    terminal.keys("Enter")
    for number in range(1, 11):
        answer(terminal, number, 10)
    terminal.wait_match(r"10 cards done, \d+ as advised\.")
    terminal.wait_match(r"were advised:\s+\d+ %")
    terminal.wait_for("How sure, and how right, at first sight")
    terminal.keys("Escape")
    terminal.wait_for("Practised on 1 of the last 7 days")
    told = command_line(terminal.home, "progress")
    assert " were advised: " in told.stdout.splitlines()[1]
    [journal] = (terminal.home / "practice").glob("practice-*.toml")
    assert command_line(terminal.home, "check", journal.stem).returncode == 0


def answer(terminal: Terminal, number: int, count: int) -> None:
    terminal.wait_for(f"Card {number} of {count}")
    terminal.wait_match(r"(?m)^ +1 ○")
    terminal.wait_for("Hand in")
    terminal.keys(str(number % 3 + 1))
    terminal.wait_for("◉")
    terminal.keys("Enter")
    terminal.wait_for("How likely is it")
    terminal.keys(str(number % 5 + 1), "Enter")
    terminal.wait_match(r"Advised here|Defensible, and|Unwise here")
    terminal.keys("Space")
    terminal.wait_gone(f"Card {number} of {count}")


def test_a_rehearsal_runs_to_a_debrief_that_is_true(terminal: Terminal) -> None:
    """Nine people who vote by themselves; one question early, one decision made, a true debrief."""
    terminal.start("rehearse", "placement-only", "--people", "9")
    terminal.wait_for("A rehearsal: the room is simulated.")
    terminal.keys("s")
    terminal.wait_for("4 times human speed")
    terminal.keys("s")
    terminal.wait_for("16 times human speed")
    terminal.keys("Space")
    terminal.wait_for("You have passed your last exam")
    # Skipped before anybody votes: over votes that nobody saw, x would ask.
    terminal.keys("a")
    terminal.wait_for("Agenda and time")
    terminal.keys("Down", "x")
    terminal.wait_match(r"What we are after.*skipped")
    terminal.keys("Down", "x")
    terminal.wait_match(r"Ten points over four rooms.*skipped")
    terminal.keys("Escape")
    terminal.wait_gone("Agenda and time")
    terminal.keys("Space")
    terminal.wait_for("The spell")
    terminal.wait_for("8 of 9 have voted")
    terminal.keys("m")
    terminal.wait_for("You ask Jonas Weil.")
    terminal.wait_for("9 of 9 have voted")
    terminal.keys("r")
    terminal.wait_for("Arguments")
    terminal.keys("W")
    terminal.wait_for("Ask whom?")
    terminal.keys("Enter")
    terminal.wait_match(r"“[A-Z][^”]+”")
    terminal.keys("Escape")
    terminal.wait_gone("Ask whom?")
    terminal.keys("z")
    terminal.wait_for("What happens?")
    terminal.keys("Enter")
    terminal.wait_gone("What happens?")  # the list, in which it stands as well
    terminal.wait_for("The CIO is called away")

    # The room comes back after a pause.
    terminal.keys("Escape")
    terminal.wait_for("Pause or close the workshop?")
    terminal.keys("Enter")
    terminal.wait_for("Your sessions")
    terminal.wait_for("unfinished. Enter")
    terminal.keys("Enter")
    terminal.wait_for("Arguments")
    terminal.keys("s", "s", "v")
    terminal.wait_for("7 of 8 have voted")
    terminal.keys("r")
    terminal.wait_for("r again closes the vote and reveals it.")
    terminal.keys("r")
    terminal.wait_for("round 2 of 2")
    terminal.keys("d")
    terminal.wait_for("Esc: cancel")
    terminal.fill("We stay.")
    terminal.keys("F2")
    terminal.wait_gone("Esc: cancel")  # the form; what was decided stands on until the next key
    terminal.wait_for("We stay.")

    terminal.keys("Escape")
    terminal.wait_for("round 2 of 2")
    terminal.keys("Escape")
    terminal.wait_for("Pause or close the workshop?")
    terminal.keys("Down", "Enter")
    terminal.wait_for("Debrief")
    terminal.wait_match(r"What could")
    debrief = " ".join(terminal.screen().replace("│", " ").split())
    assert "“The map and the spell”: the decision has no owner yet." in debrief
    assert "After “It is half past. The CIO is called away" in debrief
    assert "you let the room vote again on “The spell”." in debrief
    terminal.keys("End")
    terminal.wait_for("you put none of its prompts to the room.")
    terminal.keys("Escape")
    terminal.wait_gone("Debrief")
    [session] = (terminal.home / "sessions").glob("*.toml")
    assert command_line(terminal.home, "check", session.stem).returncode == 0
    report = command_line(terminal.home, "report", session.stem).stdout
    assert "rehearsal" in report.lower()
    assert "The CIO is called away" in report
