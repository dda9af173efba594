"""A workshop as run: assembled of an agenda, and stretched or squeezed to a day."""

from __future__ import annotations

import pytest
from support.sessions import header, workshop

from mops_tui.model.packs.parts import MOST_BRIEF, MOST_BUDGET
from mops_tui.model.packs.workshop import LEAST_BUDGET, scaled
from mops_tui.storage.sessions.journal import header_bytes, read_header_block


def test_budgets_are_stretched_by_the_same_factor() -> None:
    [before], [after] = workshop().scenarios, scaled(workshop(), 1.5).scenarios
    assert after.minutes == pytest.approx(before.minutes * 1.5)


@pytest.mark.parametrize("factor", [0.0001, 1.0, 40.0, 1000.0])
def test_however_far_it_is_stretched_its_session_can_be_read_again(factor: float) -> None:
    made = scaled(workshop(), factor)
    for scenario in made.scenarios:
        assert LEAST_BUDGET <= scenario.brief_minutes <= MOST_BRIEF
        assert all(LEAST_BUDGET <= q.minutes <= MOST_BUDGET for q in scenario.questions)
    head = header(workshop=made)
    assert read_header_block(header_bytes(head)).header == head
