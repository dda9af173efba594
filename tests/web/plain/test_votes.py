"""A ballot as the fields of a plain form, and back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import Room
from support.phone_state import document
from support.sessions import QUESTIONS

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View
from mops_tui.web.plain.votes import fields_of, vote_from
from mops_tui.web.votes import ballot_from

_points = st.integers(1, 9).map(lambda n: {"options": ["a", "c"], "points": [n, 10 - n]})
_levels = st.sampled_from(("absent", "partly", "in-place"))
VOTES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "demo/where": st.sampled_from("abc").map(lambda one: {"option": one}),
    "demo/points": _points,
    "demo/ready": _levels.map(lambda one: {"items": ["owner", "platform"], "levels": [one, one]}),
    "demo/lean": st.integers(-2, 2).map(lambda n: {"items": ["drive"], "positions": [n]}),
    "demo/place": st.builds(
        lambda x, y: {"x": x, "y": y}, st.integers(-100, 100), st.integers(-100, 100)
    ),
    "demo/waves": st.integers(0, 100).map(lambda n: {"items": ["cloud"], "positions": [n]}),
    "demo/order": st.permutations(("a", "b", "c")).map(lambda order: {"options": list(order)}),
    "demo/cmo": st.sampled_from(("yes", "no")).map(lambda one: {"option": one}),
    "demo/ideas": st.just({"ideas": ["One", "<b>two</b>"]}),
}
WRONG: list[tuple[str, dict[str, list[str]], str]] = [
    ("demo/where", {}, "ballot-empty"),
    ("demo/where", {"option": [" "]}, "ballot-empty"),
    ("demo/points", {}, "ballot-points-left"),
    ("demo/points", {"points:a": ["4"], "points:b": ["5"]}, "ballot-points-left"),
    ("demo/points", {"points:a": ["11"], "points:b": ["-1"]}, "ballot-points-left"),
    ("demo/points", {"points:a": ["ten"]}, "ballot-points-left"),
    ("demo/points", {"points:a": ["1" * 5000]}, "ballot-points-left"),
    ("demo/ready", {"item:owner": [""]}, "ballot-empty"),
    ("demo/lean", {}, "ballot-empty"),
    ("demo/lean", {"item:craft": ["٢"]}, "ballot-out-of-range"),
    ("demo/place", {"x": ["4"]}, "ballot-empty"),
    ("demo/waves", {"item:cloud": ["1e2"]}, "ballot-out-of-range"),
    (
        "demo/order",
        {"place:a": ["1"], "place:b": ["1"], "place:c": ["2"]},
        "ballot-rank-incomplete",
    ),
    ("demo/order", {"place:a": ["1"]}, "ballot-rank-incomplete"),
    ("demo/ideas", {"idea": ["", "  \n"]}, "ballot-empty"),
]


def asked(ref: str) -> dict[str, Any]:
    room = Room()
    room.do(cmd.Join("ann", "Ann"), cmd.Show(View("question", ref)))
    return document(room)


@pytest.mark.parametrize("ref", QUESTIONS)
def test_a_form_gives_back_the_vote_that_it_was_filled_in_with(ref: str) -> None:
    doc = asked(ref)

    @given(vote=VOTES[ref])
    def holds(vote: dict[str, Any]) -> None:
        assert vote_from(fields_of(doc["question"], vote), doc) == vote
        assert ballot_from(vote) is not None

    holds()


@pytest.mark.parametrize("ref", QUESTIONS)
def test_to_pass_nothing_has_to_be_filled_in(ref: str) -> None:
    assert vote_from({"do": ["pass"]}, asked(ref)) == {"passed": True}
    assert fields_of(asked(ref)["question"], {"passed": True}) == {}


@pytest.mark.parametrize(("ref", "form", "code"), WRONG)
def test_what_makes_no_ballot_is_said(ref: str, form: dict[str, list[str]], code: str) -> None:
    assert vote_from(form, asked(ref)) == code


def test_fields_of_another_question_are_not_taken_along() -> None:
    form = {"points:a": ["10"], "points:zzz": ["3"], "option": ["a"]}
    assert vote_from(form, asked("demo/points")) == {"options": ["a"], "points": [10]}
