"""How many minutes a workshop took, part by part."""

from __future__ import annotations

from support.rehearsed import rehearsal

from mops_tui.model.agenda.took import took
from mops_tui.words.took import took_lines


def test_the_parts_add_up_to_the_whole_and_nothing_is_told_of_the_door() -> None:
    state = rehearsal("placement-only").state
    parts = took(state, state.t)
    assert [part.of for part in parts] == ["scenario", "grid", "grid", "owners", "scenario"]
    worked = state.worked(state.t)
    assert abs(sum(part.seconds for part in parts) - worked) < 1e-6
    first, *lines = took_lines(state, state.t)
    assert first.startswith(f"{worked / 60:.1f} of {state.minutes:g} minutes, ")
    assert len(lines) == len(parts)
    assert " of " in lines[0]
    assert " of " not in lines[1]  # a grid has no minutes of its own
