"""Remarks on a decision beside the votes: other answers, unmet conditions, questions not asked."""

from __future__ import annotations

from typing import Any

import pytest
from support.asking import Room
from support.branching import ROOMS, asked, scenario, terms
from support.branching import vote as put
from support.facilitated import WHERE, at_where, said, vote

from mops_tui.model.packs.pack import AgendaEntry
from mops_tui.model.packs.workshop import assemble
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice, Ratings
from mops_tui.model.session.state import View

STEPS = [{"id": "stay", "label": "Stay as we are"}, {"id": "order", "label": "The priorities"}]
PACK = scenario(
    asked("choice", "next", minutes=4),
    terms("it"),
    asked("choice", "first", option=STEPS, minutes=4),
    asked("choice", "spare", option=ROOMS, minutes=4, optional=True),
    decision={"ask": "What now?", "minutes": 5},
)
NEXT, TERMS, FIRST = "s/next", "s/terms-it", "s/first"


def room() -> Room:
    workshop = assemble((AgendaEntry(scenario="s"),), {"s": PACK}, id="w", title="W")
    made = Room(workshop=workshop)
    made.do(*(cmd.Join(f"p{n}", f"P{n}", "") for n in range(4)), cmd.Show(View("brief", "s")))
    put(made, NEXT, *[Choice("it")] * 4)
    return made


def rated(made: Room, *levels: str) -> None:
    put(made, TERMS, *(Ratings(("t",), (level,)) for level in levels))


def decide(made: Room, what: str, **keys: Any) -> None:
    made.do(cmd.RecordDecision("d", "s", what, owner="P1", **keys))


def test_a_condition_of_the_place_decided_on_that_nobody_calls_true_is_told() -> None:
    made = room()
    rated(made, "no", "no", "no", "no")
    decide(made, "MOps goes to IT.")
    [remark] = said(made, "conditions-unmet")
    assert (remark.ref, remark.params["n"]) == (TERMS, 1)
    decide(made, "MOps goes to Sales.")
    assert not said(made, "conditions-unmet")


def test_one_who_calls_it_true_or_too_few_votes_say_nothing() -> None:
    for levels in (("no", "no", "no", "all"), ("no", "no")):
        made = room()
        rated(made, *levels)
        decide(made, "MOps goes to IT.")
        assert not said(made, "conditions-unmet")


@pytest.mark.parametrize(
    ("what", "keys", "told"),
    [
        ("MOps goes to IT.", {}, True),
        ("MOps goes to IT.", {"first_step": "List the priorities of May."}, False),
        ("MOps goes to IT, and who sets its priorities changes first.", {}, False),
        ("We think about it.", {}, False),
    ],
)
def test_what_a_majority_chose_later_and_the_decision_does_not_speak_of(
    what: str, keys: dict[str, Any], told: bool
) -> None:
    made = room()
    put(made, FIRST, *[Choice("order")] * 4)
    decide(made, what, **keys)
    assert [one.ref for one in said(made, "majority-unsaid")] == [FIRST] * told


def test_questions_that_had_not_been_asked_when_it_was_written_are_named() -> None:
    made = room()
    decide(made, "MOps goes to IT.")
    rated(made, "all", "all", "all", "all")
    [remark] = said(made, "decided-early")
    assert (remark.ref, remark.about) == ("s", (TERMS, FIRST))
    put(made, FIRST, *[Choice("stay")] * 4)
    decide(made, "MOps goes to IT, and stays there.")
    assert not said(made, "decided-early")


def test_what_was_left_out_on_purpose_was_not_forgotten() -> None:
    made = room()
    made.do(cmd.SetAgenda((TERMS, FIRST), 45.0))
    decide(made, "MOps goes to IT.")
    assert not said(made, "decided-early")


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


def test_a_lead_without_a_majority_counts_and_a_room_under_the_quorum_does_not() -> None:
    made = at_where()
    vote(made, "aaaabbbc")
    made.do(cmd.RecordDecision("d", "demo", "We go to Beta."))
    assert [one.ref for one in said(made, "at-odds")] == [WHERE]
    few = at_where()
    vote(few, "aa")
    few.do(cmd.RecordDecision("d", "demo", "We go to Beta."))
    assert not said(few, "at-odds")
