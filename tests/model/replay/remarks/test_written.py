"""Remarks on what was written down: a decision beside its vote, what nobody took."""

from __future__ import annotations

from support.facilitated import at_where, said, vote

from mops_tui.model.session import commands as cmd


def test_a_decision_with_an_owner_and_nothing_to_do_is_told() -> None:
    made = at_where()
    vote(made, "aaaaaaaa")
    made.do(cmd.RecordDecision("d", "demo", "We go to Alpha.", owner="P1"))
    assert said(made, "first-step-missing")
    made.do(cmd.RecordDecision("e", "demo", "We go.", owner="P1", first_step="Measure the room."))
    assert not said(made, "first-step-missing")


def test_a_decision_against_the_vote_is_not_praised() -> None:
    made = at_where()
    vote(made, "aaaabbbc")
    made.do(cmd.RecordDecision("d", "demo", "We go to Beta.", owner="P1"))
    assert not said(made, "decided")
    made.do(cmd.RecordDecision("d", "demo", "We go to Alpha.", owner="P1"))
    assert said(made, "decided")


def test_things_that_wait_and_actions_of_nobody_are_counted() -> None:
    made = at_where()
    made.do(cmd.RecordNote("n1", "The budget.", list="parking"))
    [left] = said(made, "parking-left")
    assert left.params["n"] == 1
    made.do(cmd.RecordAction("x", "demo", "Ask Finance"))
    assert not said(made, "parking-left")
    [unowned] = said(made, "action-unowned")
    assert unowned.params["n"] == 1
