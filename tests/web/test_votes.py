"""A ballot as it travels says one thing, or is none."""

from __future__ import annotations

from typing import Any

import pytest

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
    ballot_keys,
)
from mops_tui.web.votes import ballot_from


@pytest.mark.parametrize(
    "ballot",
    [
        Pass(),
        Choice("a"),
        Allocation(("a", "b"), (7, 3)),
        Ranking(("b", "a")),
        Ratings(("a",), ("high",)),
        Positions(("a", "b"), (-2, 2)),
        Point(-100, 100),
        Ideas(("one", "one", "")),
    ],
)
def test_each_kind_is_read_as_it_is_kept(ballot: Ballot) -> None:
    keys = {k: list(v) if isinstance(v, tuple) else v for k, v in ballot_keys(ballot).items()}
    assert ballot_from(keys) == ballot


@pytest.mark.parametrize(
    "keys",
    [
        {"option": "a", "passed": True},
        {"option": "a", "x": 0},
        {"option": "a", "options": ["a"]},
        {"x": 1, "y": 1, "ideas": ["a"]},
        {"passed": 1},
        {"passed": "true"},
        {"passed": False},
        {"passed": False, "option": "a"},
        {"option": "a", "passed": None},
        {"options": ["a"], "points": [10.0]},
        {"options": ["a"], "points": ["10"]},
        {"options": ["a", "b"], "points": [9, True]},
        {"options": ["a", "b"], "points": [10]},
        {"options": ["a"], "points": None},
        {"x": True, "y": 0},
        {"x": "5", "y": 5},
        {"x": 1.0, "y": 0},
        {"items": ["a"], "levels": ["b"], "positions": [1]},
    ],
)
def test_what_could_be_read_in_two_ways_is_no_ballot(keys: dict[str, Any]) -> None:
    assert ballot_from(keys) is None
