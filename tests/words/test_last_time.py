"""What became of a decision of last time, and so of its first step."""

from __future__ import annotations

import pytest
from support.before import FORM, STAY

from mops_tui.model.session.events import FollowUp
from mops_tui.words.steps import decision_outcome_words


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("done", "done; its first step is no longer open"),
        ("changed", "changed; its first step is no longer open"),
        ("not-done", "not done"),
        ("", "not said yet"),
    ],
)
def test_a_decision_that_is_over_takes_its_first_step_along(outcome: FollowUp, told: str) -> None:
    assert decision_outcome_words(outcome, FORM) == told


def test_where_no_step_is_open_nothing_is_said_of_it() -> None:
    assert decision_outcome_words("done", STAY) == "done"
    before = FORM.model_copy(update={"first_step_done": "2026-10-10"})
    assert decision_outcome_words("done", before) == "done"
