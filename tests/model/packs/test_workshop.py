"""A workshop as run: assembled of an agenda, and stretched or squeezed to a day."""

from __future__ import annotations

import pytest
from support import branching
from support.pages import with_question
from support.sessions import header, workshop

from mops_tui.model.packs.minutes import talk_minutes, vote_minutes
from mops_tui.model.packs.pack import AgendaEntry
from mops_tui.model.packs.parts import MOST_BRIEF, MOST_BUDGET
from mops_tui.model.packs.workshop import LEAST_BUDGET, assemble, scaled
from mops_tui.storage.sessions.journal import header_bytes, read_header_block


def test_budgets_are_stretched_by_the_same_factor() -> None:
    [before], [after] = workshop().scenarios, scaled(workshop(), 1.5).scenarios
    assert after.minutes == pytest.approx(before.minutes * 1.5)


def test_a_shorter_day_squeezes_the_talk_and_leaves_silence_pairs_and_votes_their_time() -> None:
    made = with_question(workshop(), "where", minutes=9.0, alone=1.0, in_pairs=2.0)
    [before], [after] = made.scenarios, scaled(made, 0.25).scenarios
    for old, new in zip(before.questions, after.questions, strict=True):
        assert new.minutes >= min(old.minutes, old.alone + old.in_pairs + vote_minutes(old))
    asked = after.question("where")
    assert asked is not None
    assert asked.minutes == 4.5
    assert talk_minutes(asked) == 0


@pytest.mark.parametrize("factor", [0.0001, 1.0, 40.0, 1000.0])
def test_however_far_it_is_stretched_its_session_can_be_read_again(factor: float) -> None:
    made = scaled(workshop(), factor)
    for scenario in made.scenarios:
        assert LEAST_BUDGET <= scenario.brief_minutes <= MOST_BRIEF
        assert all(LEAST_BUDGET <= q.minutes <= MOST_BUDGET for q in scenario.questions)
    head = header(workshop=made)
    assert read_header_block(header_bytes(head)).header == head


def test_after_the_closing_questions_nothing_is_decided_and_there_is_no_break() -> None:
    ends = {"closing": True, "decision": {"ask": "D?", "minutes": 5}, "break_after": 10}
    pack = branching.scenario(branching.asked("hands", "q"), **ends)
    for agenda in ((), (AgendaEntry(scenario="s", pause=20),)):
        (made,) = assemble(agenda, {"s": pack}, id="w", title="W").scenarios
        assert made.decision is None
        assert not made.break_after
