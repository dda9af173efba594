"""Remarks on what was written down: a decision beside its vote, what nobody took."""

from __future__ import annotations

from typing import Any

import pytest
from support.facilitated import WHERE, at_where, said, vote

from mops_tui.model.session import commands as cmd


@pytest.mark.parametrize(
    ("what", "changes", "told"),
    [
        ("We go to Beta.", {}, True),
        ("We go to Alpha.", {}, False),
        ("Not Beta but Alpha.", {}, False),
        ("We stay where we are.", {}, False),
        ("We go to Betamax.", {}, False),
        ("We go to beta.", {}, False),
        ("We go to Beta.", {"why": "It has the only budget."}, False),
        ("We go to Beta.", {"dissent": "P1 wanted Alpha."}, False),
    ],
)
def test_a_decision_that_names_another_answer_than_most_chose(
    what: str, changes: dict[str, Any], told: bool
) -> None:
    made = at_where()
    vote(made, "aaaaaaab")
    made.do(cmd.RecordDecision("d", "demo", what, owner="P1", **changes))
    assert [one.ref for one in said(made, "at-odds")] == [WHERE] * told


def test_where_no_majority_chose_a_decision_is_not_at_odds() -> None:
    made = at_where()
    vote(made, "aaaabbcc")
    made.do(cmd.RecordDecision("d", "demo", "We go to Beta."))
    assert not said(made, "at-odds")


def test_a_decision_with_an_owner_and_nothing_to_do_is_told() -> None:
    made = at_where()
    vote(made, "aaaaaaaa")
    made.do(cmd.RecordDecision("d", "demo", "We go to Alpha.", owner="P1"))
    assert said(made, "first-step-missing")
    made.do(cmd.RecordDecision("e", "demo", "We go.", owner="P1", first_step="Measure the room."))
    assert not said(made, "first-step-missing")


def test_things_that_wait_and_actions_of_nobody_are_counted() -> None:
    made = at_where()
    made.do(cmd.RecordNote("n1", "The budget.", list="parking"))
    [left] = said(made, "parking-left")
    assert left.params["n"] == 1
    made.do(cmd.RecordAction("x", "demo", "Ask Finance"))
    assert not said(made, "parking-left")
    [unowned] = said(made, "action-unowned")
    assert unowned.params["n"] == 1
