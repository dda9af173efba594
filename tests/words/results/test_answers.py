"""A ballot as one line of words."""

from __future__ import annotations

import pytest
from support.reports import full
from support.sessions import workshop

from mops_tui.model.results.grid import leaning
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
)
from mops_tui.words.results.answers import ballot_words, term_words


@pytest.mark.parametrize(
    ("ref", "ballot", "words"),
    [
        ("demo/where", Choice("b"), "Beta"),
        ("demo/cmo", Choice("yes"), "Yes"),
        ("demo/points", Allocation(("a", "c"), (3, 7)), "Alpha 3, Gamma 7"),
        ("demo/order", Ranking(("c", "a", "b")), "Gamma > Alpha > Beta"),
        ("demo/ready", Ratings(("owner",), ("partly",)), "An owner: Partly"),
        ("demo/place", Point(50, 50), "Orchestrators"),
        ("demo/place", Point(-50, -50), "Scientists"),
        ("demo/place", Point(0, 0), "in the middle"),
        ("demo/place", Point(0, 5), "between Modernizers and Orchestrators"),
        ("demo/place", Point(-5, 0), "between Modernizers and Scientists"),
        ("demo/ideas", Ideas(("one", "two [b]")), "one; two [b]"),
        ("demo/where", Pass(), "passed"),
    ],
)
def test_a_ballot_as_one_line(ref: str, ballot: Ballot, words: str) -> None:
    made = workshop()
    question = made.question(ref)
    assert question is not None
    assert ballot_words(question, ballot, made).casefold() == words.casefold()


@pytest.mark.parametrize(
    ("ref", "ballot", "words"),
    [
        (
            "demo/lean",
            Positions(("craft", "drive"), (-2, 0)),
            "“I build machines”; “I count” or “I feel”: between the two",
        ),
        (
            "demo/waves",
            Positions(("cloud", "video"), (10, 90)),
            "Cloud: innovators; Video: laggards",
        ),
    ],
)
def test_positions_name_the_statement_or_the_wave(ref: str, ballot: Positions, words: str) -> None:
    made = workshop()
    question = made.question(ref)
    assert question is not None
    assert ballot_words(question, ballot, made) == words


def test_the_reasons_of_a_mark_name_what_was_chosen() -> None:
    state = full().seen()
    told = [term_words(state, "p1", term) for term in leaning(state, "p1", "mops").x_terms]
    assert "rather “I paint”" in told
    assert "A platform: Partly" in told
    assert not any("one" in words.split() for words in told)
