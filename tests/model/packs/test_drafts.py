"""Drafts of decisions: what they hang on, what they name, and what is wrong with one."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError
from support.sessions import workshop

from mops_tui.model.packs.drafts import RehearsedDecision, draft_flaws, filled

QUESTIONS = workshop().scenarios[0].questions


def flaws(**keys: Any) -> list[tuple[str, str]]:
    draft = RehearsedDecision(**({"question": "where", "says": "We take {answer}"} | keys))
    return [(one.code, str(one.path[-1])) for one in draft_flaws(draft, QUESTIONS, "demo", ())]


def where(question: str, *leads: str) -> list[dict[str, Any]]:
    return [{"question": question, "leads": leads}]


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"only": ["a"], "says": "We take the first room"},
        {"where": where("cmo", "yes")},
        {"says": "We take {answer}, and {points} works with us"},
        {"first_step": "Look at {answer} beside {points}."},
        {"question": "ready", "pick": "least", "says": "{answer} before {last}"},
        {"question": "place", "pick": "least", "only": ["modernizers"], "says": "More of them"},
        {"says": "{answer} for {subject}"},
        {"clear": ["points", "cmo"], "same": ["where", "points"]},
        {"apart": ["where", "points"], "beside": ["ready", "place", "lean"], "open": True},
        {"says": "{answer.votes} want {answer}, and {cmo.votes} say {cmo}"},
    ],
)
def test_a_sound_draft_has_no_flaw(keys: dict[str, Any]) -> None:
    assert flaws(**keys) == []


@pytest.mark.parametrize(
    ("keys", "flaw"),
    [
        ({"question": "nowhere"}, ("unknown-question", "question")),
        ({"question": "ideas"}, ("rehearsed-misfit", "question")),
        ({"pick": "least"}, ("rehearsed-misfit", "question")),
        ({"only": ["z"]}, ("unknown-answer", "0")),
        ({"only": ["a", "b"], "says": "We go"}, ("no-answer-named", "says")),
        ({"says": "We go"}, ("no-answer-named", "says")),
        ({"where": where("nowhere", "a")}, ("unknown-question", "question")),
        ({"where": where("ready", "a")}, ("none-can-lead", "question")),
        ({"where": where("cmo", "perhaps")}, ("unknown-answer", "0")),
        ({"says": "{answer} and {ready}"}, ("unknown-placeholder", "says")),
        ({"first_step": "{nowhere}"}, ("unknown-placeholder", "first_step")),
        ({"clear": ["points", "nowhere"]}, ("unknown-question", "1")),
        ({"same": ["nowhere", "points"]}, ("unknown-question", "0")),
        ({"apart": ["where", "nowhere"]}, ("unknown-question", "1")),
        ({"beside": ["nowhere"]}, ("unknown-question", "0")),
        ({"clear": ["ready"]}, ("none-can-lead", "question")),
        ({"same": ["where", "lean"]}, ("none-can-lead", "question")),
        ({"apart": ["place", "where"]}, ("none-can-lead", "question")),
        # Points are no people, and what no person gives one answer to has no votes to count.
        ({"says": "{answer}: {points.votes}"}, ("unknown-placeholder", "says")),
        (
            {"question": "points", "says": "{answer} {answer.votes}"},
            ("unknown-placeholder", "says"),
        ),
        ({"says": "{answer} {nowhere.votes}"}, ("unknown-placeholder", "says")),
    ],
)
def test_what_is_wrong_is_named_where_it_stands(
    keys: dict[str, Any], flaw: tuple[str, str]
) -> None:
    assert flaw in flaws(**keys)


def test_a_draft_knows_the_other_questions_that_it_names() -> None:
    draft = RehearsedDecision(
        question="where", says="{answer} {today} {subject} {0.x}", first_step="{last} {where-to}"
    )
    assert draft.names == ("today", "where-to")


def test_what_stands_in_an_answer_is_no_placeholder() -> None:
    assert filled("{answer} {other}", {"answer": "{last}", "last": "X"}) == "{last} {other}"


@pytest.mark.parametrize(
    ("keys", "labels", "fits"),
    [
        ({"same": ["a", "b"]}, {"a": "IT", "b": "IT"}, True),
        ({"same": ["a", "b"]}, {"a": "IT", "b": "Sales"}, False),
        ({"same": ["a", "b"]}, {"a": "IT", "b": ""}, False),
        ({"same": ["a", "b"]}, {"a": "", "b": ""}, False),
        ({"apart": ["a", "b"]}, {"a": "IT", "b": "Sales"}, True),
        ({"apart": ["a", "b"]}, {"a": "IT", "b": "IT"}, False),
        ({"apart": ["a", "b"]}, {"a": "IT", "b": ""}, True),
        ({"same": ["a", "b"], "apart": ["a", "c"]}, {"a": "IT", "b": "IT", "c": "Sales"}, True),
        ({"same": ["a", "b"], "apart": ["a", "c"]}, {"a": "IT", "b": "IT", "c": "IT"}, False),
        ({}, {}, True),
    ],
)
def test_a_draft_that_asks_for_the_same_answer_or_for_two_fits_only_those(
    keys: dict[str, Any], labels: dict[str, str], *, fits: bool
) -> None:
    draft = RehearsedDecision(**({"question": "where", "says": "{answer}"} | keys))
    assert draft.fits(lambda name: labels.get(name, "")) is fits


def test_no_more_than_two_questions_have_the_same_answer_or_not() -> None:
    for key in ("same", "apart"):
        with pytest.raises(ValidationError):
            RehearsedDecision(**{"question": "a", "says": "{answer}", key: ["a", "b", "c"]})


def test_votes_are_filled_in_beside_the_answer_that_they_were_given_for() -> None:
    draft = RehearsedDecision(question="where", says="{answer.votes}: {today.votes}, {today}")
    assert draft.names == ("today",)
    fields = {"answer.votes": "3 of 9", "today.votes": "8 of 9", "today": "IT"}
    assert filled(draft.says, fields) == "3 of 9: 8 of 9, IT"
