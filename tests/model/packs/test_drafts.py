"""Drafts of decisions: what they hang on, what they name, and what is wrong with one."""

from __future__ import annotations

from typing import Any

import pytest
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
