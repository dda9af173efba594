"""Whether owner, first step and the day of looking again are other ones."""

from __future__ import annotations

from typing import Any

import pytest
from support.results import Room

from mops_tui.model.comparison.decisions import DecisionHistory, decision_histories
from mops_tui.model.session import events as ev
from mops_tui.words.comparison.decisions import plan_changes


def history(*made: dict[str, Any]) -> DecisionHistory:
    """The decisions of some sessions, one in each; an empty one decided nothing."""
    states = []
    for keys in made:
        room = Room(2)
        if keys:
            room.add(ev.DecisionRecorded(decision="d", scenario="demo", what="One form.", **keys))
        states.append(room.seen("room"))
    (found,) = decision_histories(states)
    return found


def test_each_that_is_another_one_is_told_with_who_wrote_it() -> None:
    then = {"owner": "Maya", "first_step": "a draft", "review": "1 March"}
    now = {"owner": "Tom", "first_step": "the form", "review": "in May"}
    assert plan_changes(history(then, now)) == (
        "The owner changed: “Maya” in S1 and “Tom” in S2.",
        "The first step changed: “a draft” in S1 and “the form” in S2.",
        "The day to look again changed: “2027-03-01” in S1 and “in May” in S2.",
    )


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ({"owner": "Maya"}, {"owner": " maya "}),
        ({"review": "1 March"}, {"review": "2027-03-01"}),
        ({"owner": "Maya"}, {"first_step": "a draft"}),
        ({"owner": "Maya"}, {}),
    ],
)
def test_what_is_the_same_or_was_written_once_is_no_change(
    then: dict[str, str], now: dict[str, str]
) -> None:
    assert plan_changes(history(then, now)) == ()
