"""*Ready for the change?*: the change is named first, what is rated can be shown, gaps are last."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.narrow import a, the

from mops_tui.model.packs.drafts import SUBJECT
from mops_tui.model.packs.minutes import TALK, talk_minutes
from mops_tui.model.packs.pack import texts
from mops_tui.model.packs.questions import RateQuestion, items_of
from mops_tui.storage.packs.packs import load_library

LIBRARY = load_library([Path(__file__).resolve().parents[2] / "scenarios"])
READY = LIBRARY.scenarios["change-readiness"]
MIRRORS = ("mirror-weakness", "mirror-cause", "mirror-vital", "mirror-budget")
KEPT = next(e for e in LIBRARY.workshops["readiness-check"].agenda if e.scenario == READY.id)


def test_the_change_is_named_first_and_is_in_what_follows() -> None:
    assert the(READY.subject).fallback == "the change"
    for key in ("resistance", "weight", "checklist"):
        question = the(READY.question(key))
        assert SUBJECT in question.title
        assert SUBJECT in question.ask
    decision = the(READY.decision)
    assert SUBJECT in decision.ask
    assert all(SUBJECT in draft.says for draft in decision.rehearsed)
    assert SUBJECT not in READY.title + READY.summary + READY.brief


def test_a_sentence_with_the_subject_holds_the_longest_name_that_it_may_have() -> None:
    for path, text in texts(READY):
        if SUBJECT in text:
            assert len(text.replace(SUBJECT, "x" * 40)) <= 160, path


def test_a_mirror_comes_before_the_gaps_and_the_gaps_lead_straight_to_the_decision() -> None:
    order = [question.id for question in READY.questions]
    assert order[-1] == "checklist"
    assert sorted(order[:4]) == sorted(MIRRORS)
    assert KEPT.questions[-1] == "checklist"
    assert KEPT.decision
    assert [key for key in KEPT.questions if key in MIRRORS] == ["mirror-weakness"]
    optional = {key for key in MIRRORS if the(READY.question(key)).optional}
    assert optional == set(MIRRORS) - {"mirror-weakness"}


@pytest.mark.parametrize("key", MIRRORS)
def test_a_mirror_says_that_it_is_of_2019_and_how_many_answered_where_that_is_known(
    key: str,
) -> None:
    mirror = the(the(READY.question(key)).mirror)
    assert "2019" in mirror.who
    assert mirror.n == (342 if key == "mirror-vital" else None)


def test_the_budget_is_told_as_a_plan_and_the_leading_capabilities_without_an_order() -> None:
    budget = the(READY.question("mirror-budget"))
    assert "plan" in the(budget.mirror).text
    assert "estimated" in the(budget.mirror).asked
    vital = " ".join(fact.text for fact in the(READY.question("mirror-vital")).facts)
    assert "order is not given" in vital
    assert not re.search(r"behind|first|ahead", vital)


def test_what_is_rated_can_be_shown_and_names_what_the_source_asks_for() -> None:
    question = a(RateQuestion, READY.question("checklist"))
    assert len(question.items) == 16
    for item in question.items:
        assert item.text
        assert item.text != item.label
        assert len(item.label) <= 30  # all sixteen in one window of 80 by 24
        assert not re.search(r"honest|excellen|culture|open(ly|ness)", item.label.lower())


def test_sixteen_items_are_told_as_fifteen_points_of_which_one_was_split() -> None:
    (credit,) = (text for text in READY.credits if "fifteen points" in text)
    assert "split one (change agents, skill gaps)" in credit


def test_the_scope_asks_who_owns_process_policy_and_change() -> None:
    items = {item.id: item for item in items_of(the(READY.question("scope")))}
    owned = items["process-policy-change"]
    assert owned.label == "Process, policy and change"
    assert owned.sources == ("R3",)


def test_that_such_models_work_and_are_rare_is_told() -> None:
    facts = [fact for question in READY.questions for fact in question.facts]
    assert any(fact.sources == ("R12",) for fact in facts)


def test_every_question_but_the_optional_mirrors_is_in_some_workshop() -> None:
    asked = {
        key
        for workshop in LIBRARY.workshops.values()
        for entry in workshop.agenda
        if entry.scenario == READY.id
        for key in entry.questions
    }
    left = {question.id for question in READY.questions} - asked
    assert left <= set(MIRRORS) - {"mirror-weakness"}


@pytest.mark.parametrize("key", ["weight", "checklist"])
def test_there_is_time_for_a_talk_worth_having(key: str) -> None:
    assert talk_minutes(the(READY.question(key))) >= TALK
