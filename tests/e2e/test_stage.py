"""Two terminals: the projector window follows the facilitator, through a kill -9 and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.packs import own_packs
from support.terminal import Terminal, needs_tmux

pytestmark = needs_tmux
HINTS = ("Next", "Hot seat", "Call-outs", "? Keys")
"""What stands at the foot of the facilitator's window, and never on a stage."""


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[tuple[Terminal, Terminal]]:
    """The facilitator's window, and the room's; they share a home."""
    desk, stage = (
        Terminal(own_packs(tmp_path / "mops")),
        Terminal(own_packs(tmp_path / "mops"), 120, 40),
    )
    yield desk, stage
    desk.close()
    stage.close()


def test_the_room_sees_what_it_should_and_nothing_else(windows: tuple[Terminal, Terminal]) -> None:
    desk, stage = windows
    stage.start("stage")
    stage.wait_for("Waiting for a workshop")

    desk.start("run", "placement-only")
    desk.wait_for("Continue: who is in the room?")
    desk.keys("Enter")
    desk.wait_for("How many people")
    desk.keys("Enter")
    desk.wait_for("8 people present")
    stage.wait_for("8 people present")
    desk.wait_for("A stage is open")
    desk.keys("Space")
    stage.wait_for("You have passed your last exam")
    desk.keys("Space")
    desk.wait_for("0 of 8 have voted")
    desk.keys("x")
    stage.wait_match(r"Ten points over four rooms.*\n(.*\n)*.*0 of 8 have voted")
    desk.keys("x")
    stage.wait_match(r"The spell.*\n(.*\n)*.*0 of 8 have voted")
    desk.wait_for("The spell")

    desk.keys("g")
    desk.wait_for("What the room calls out")
    desk.fill("4 mar, 3 it")
    desk.keys("Enter")
    desk.wait_for("7 called-out votes are counted.")
    desk.keys("Escape")
    desk.wait_gone("What the room calls out")  # Esc and c in one go are another key
    secret = stage.wait_for("7 of 8 have voted")
    assert "%" not in secret

    desk.keys("c")
    desk.wait_for("For you alone")
    desk.keys("Escape")
    desk.wait_gone("For you alone")

    desk.kill9()
    assert "7 of 8 have voted" in stage.screen()
    desk.start()
    desk.wait_for("resume")
    desk.keys("Tab")
    desk.wait_for("unfinished. Enter")
    desk.keys("Enter")
    desk.wait_for("7 of 8 have voted")
    desk.keys("Space")
    desk.wait_for("1 vote is missing. Space again")
    desk.keys("Space")
    stage.wait_for("The vote is closed.")
    desk.keys("Space")
    shown = stage.wait_match(r"Marketing +4 votes +57 %")
    assert not [hint for hint in HINTS if hint in shown]

    desk.wait_for("Arguments")
    desk.keys("b")
    stage.until(lambda: not stage.screen().strip(), about="a dark screen")
    desk.keys("b")
    stage.wait_match(r"Marketing +4 votes +57 %")
    desk.keys("PPage")
    stage.wait_for("LOOKING BACK")
    desk.keys("F5")
    stage.wait_gone("LOOKING BACK")
    desk.keys("t")
    stage.wait_match(r"█.*█")

    # A pause is a calm screen; a key on the stage changes nothing.
    desk.keys("Escape")
    desk.wait_for("Pause or close the workshop?")
    desk.keys("Enter")
    stage.wait_for("The workshop is paused.")
    stage.keys("Space", "r", "v", "x")
    desk.wait_for("unfinished")
    stage.wait_for("The workshop is paused.")
    stage.keys("Escape")
    assert stage.wait_exit() == 0
