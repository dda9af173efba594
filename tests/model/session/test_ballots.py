"""A ballot of each kind: what fits its question, and that it survives the way into the file."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import Room
from support.narrow import the
from support.sessions import QUESTIONS, workshop

from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Ideas,
    Pass,
    Point,
    Positions,
    Ranking,
    Ratings,
    Sealed,
    ballot_keys,
    ballot_of,
    categories_of,
    flaw,
)
from mops_tui.model.session.events import VoteCast

STATE = Room().state


def flaw_of(name: str, ballot: Ballot) -> str | None:
    question, answers = STATE.question(f"demo/{name}"), the(STATE.answers(f"demo/{name}"))
    assert question is not None
    assert answers is not None
    return flaw(question, answers, ballot)


GOOD: tuple[tuple[str, Ballot], ...] = (
    ("where", Choice("c")),
    ("points", Allocation(("a", "b", "c"), (10, 0, 0))),
    ("points", Allocation(("c",), (10,))),
    ("ready", Ratings(("owner", "platform"), ("absent", "in-place"))),
    ("lean", Positions(("craft", "drive"), (-2, 2))),
    ("place", Point(-100, 100)),
    ("waves", Positions(("video",), (100,))),
    ("order", Ranking(("c", "a", "b"))),
    ("cmo", Choice("no")),
    ("ideas", Ideas(("x" * 300, "two", "three"))),
)


@pytest.mark.parametrize(("name", "ballot"), GOOD)
def test_a_good_ballot_fits_and_comes_back_from_its_event(name: str, ballot: Ballot) -> None:
    assert flaw_of(name, ballot) is None
    event = VoteCast(question=f"demo/{name}", round=1, participant="p", **ballot_keys(ballot))
    assert ballot_of(event) == ballot


@pytest.mark.parametrize(
    ("name", "ballot", "code"),
    [
        ("where", Choice("d"), "unknown-option"),
        ("where", Point(0, 0), "wrong-kind"),
        ("where", Sealed(), "wrong-kind"),
        ("points", Allocation(("a", "a"), (5, 5)), "repeated"),
        ("points", Allocation(("a", "x"), (5, 5)), "unknown-option"),
        ("points", Allocation(("a", "b"), (11, -1)), "points-left"),
        ("points", Allocation(("a", "b"), (4, 5)), "points-left"),
        ("points", Allocation(("a",), (4, 6)), "wrong-kind"),
        ("points", Ranking(("a", "b", "c")), "wrong-kind"),
        ("ready", Ratings((), ()), "empty"),
        ("ready", Ratings(("owner", "owner"), ("absent", "absent")), "repeated"),
        ("ready", Ratings(("nobody",), ("absent",)), "unknown-item"),
        ("ready", Ratings(("owner",), ("great",)), "out-of-range"),
        ("ready", Ratings(("owner",), ()), "wrong-kind"),
        ("ready", Positions(("owner",), (1,)), "wrong-kind"),
        ("lean", Positions(("craft",), (3,)), "out-of-range"),
        ("lean", Positions(("craft", "drive"), (1,)), "wrong-kind"),
        ("waves", Positions(("cloud",), (101,)), "out-of-range"),
        ("place", Point(101, 0), "out-of-range"),
        ("order", Ranking(("a", "b")), "rank-incomplete"),
        ("order", Ranking(("a", "b", "b")), "rank-incomplete"),
        ("cmo", Choice("maybe"), "unknown-option"),
        ("ideas", Ideas(()), "empty"),
        ("ideas", Ideas(("one", "\t ")), "empty"),
        ("ideas", Ideas(("a", "b", "c", "d")), "too-many"),
        ("ideas", Ideas(("x" * 301,)), "too-long"),
    ],
)
def test_what_does_not_fit_is_named(name: str, ballot: Ballot, code: str) -> None:
    assert flaw_of(name, ballot) == f"ballot-{code}"


@pytest.mark.parametrize("ref", QUESTIONS)
def test_everybody_may_pass(ref: str) -> None:
    assert flaw_of(ref.partition("/")[2], Pass()) is None


keys = st.fixed_dictionaries(
    {},
    optional={
        "passed": st.booleans(),
        "option": st.sampled_from(["a", "zz"]),
        "options": st.sampled_from([(), ("a",), ("a", "b", "c")]),
        "points": st.sampled_from([(), (10,), (1, 2)]),
        "items": st.sampled_from([(), ("owner",), ("craft", "drive")]),
        "levels": st.sampled_from([(), ("absent",)]),
        "positions": st.sampled_from([(), (1,), (1, 2)]),
        "x": st.integers(-999, 999),
        "y": st.integers(-999, 999),
        "ideas": st.sampled_from([(), ("one",)]),
    },
)


@given(st.sampled_from(QUESTIONS), keys)
def test_any_keys_make_a_ballot_that_can_be_judged_or_none(ref: str, found: dict[str, Any]) -> None:
    ballot = ballot_of(VoteCast(question=ref, round=1, participant="p", **found))
    if ballot is None or flaw_of(ref.partition("/")[2], ballot):
        return
    for item, category in categories_of(the(STATE.answers(ref)).kind, ballot).items():
        answers = the(STATE.answers(ref))
        assert item in (answers.items or ("",))
        assert category in answers.categories


def test_a_ballot_falls_into_the_categories_that_a_call_would_name() -> None:
    assert categories_of("choice", Choice("a")) == {"": "a"}
    assert categories_of("pairs", Positions(("craft",), (-2,))) == {"craft": "-2"}
    assert categories_of("curve", Positions(("cloud",), (40,))) == {"cloud": "chasm"}
    assert categories_of("grid", Point(1, 1)) == categories_of("choice", Pass()) == {}


def test_what_each_question_can_be_answered_with() -> None:
    assert the(STATE.answers("demo/cmo")).options == ("yes", "no")
    assert the(STATE.answers("demo/place")).categories == (
        "modernizers",
        "orchestrators",
        "scientists",
        "psychologists",
    )
    assert the(STATE.answers("demo/lean")).categories == ("-2", "-1", "0", "1", "2")
    for name in ("points", "order", "ideas"):
        assert the(STATE.answers(f"demo/{name}")).categories == ()
    assert {q.kind for q in workshop().scenarios[0].questions} == {
        the(STATE.answers(ref)).kind for ref in QUESTIONS
    }
