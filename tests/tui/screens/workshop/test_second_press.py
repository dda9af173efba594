"""What is asked before a key does what cannot be seen again."""

from __future__ import annotations

import pytest

from mops_tui.model.agenda.flow import Advance
from mops_tui.model.session import commands as cmd
from mops_tui.tui.screens.workshop.second_press import asked_words

REVEAL = cmd.Reveal("demo/place")


@pytest.mark.parametrize("commands", [(), (REVEAL,)])
def test_nobody_is_sent_to_keys_that_a_simulated_room_does_not_have(
    commands: tuple[cmd.Single, ...],
) -> None:
    advance = Advance(commands, ask="nobody-voted", missing=9)

    def words(simulated: bool) -> str:
        return asked_words(advance, "Space", lambda action: f"<{action}>", simulated=simulated)

    assert "<hot_seat>" in words(False)
    assert "<call_out>" in words(False)
    assert "<ask_missing>" in words(True)
    assert "<hot_seat>" not in words(True)
    assert "Space again" in words(True)
