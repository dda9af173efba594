"""What has happened counts for those whom it concerns; for more where the cast says little."""

from __future__ import annotations

from typing import Any

import pytest
from support.rooms import cast_of

from mops_tui.model.packs.questions import ChoiceQuestion, RateQuestion
from mops_tui.sources.simulated.characters import people
from mops_tui.sources.simulated.happened import BITE
from mops_tui.sources.simulated.worth import item_worth, option_worth

OPTIONS = [{"id": name, "label": name.upper()} for name in "ab"]
QUESTION = ChoiceQuestion.model_validate(
    {"kind": "choice", "id": "q", "title": "T", "ask": "A?", "option": OPTIONS}
)


def moved(**happening: Any) -> float:
    """By how much an option gains over the other when something happens."""
    made = cast_of({}, {}, disturbance=[{"id": "d", "text": "T", **happening}])
    calm, upset = people(made, 1, 3)[0], people(made, 1, 3)[0]
    upset.befall(made.disturbances[0])
    before, after = (option_worth(one, "s/q", QUESTION) for one in (calm, upset))
    return (after["a"] - before["a"]) - (after["b"] - before["b"])


def test_what_the_cast_says_counts_whole_and_a_little_counts_for_more() -> None:
    assert moved(favours={"a": 4}) == pytest.approx(4)
    assert moved(favours={"q/a": 4}) == pytest.approx(4)
    assert moved(favours={"a": 0.8}) == pytest.approx(2 * BITE)
    assert moved(favours={"b": 0.8}) == pytest.approx(-2 * BITE)


def test_where_the_cast_says_nothing_the_seed_draws() -> None:
    assert abs(moved()) > BITE
    assert moved() == moved()


def test_whom_it_does_not_concern_it_does_not_move() -> None:
    assert moved(favours={"a": 4}, whom=["c-1"]) == 0


def test_a_single_item_goes_up_or_down() -> None:
    keys = {"kind": "rate", "id": "r", "title": "T", "ask": "A?",
            "scale": [{"id": f"s-{n}", "label": str(n)} for n in range(5)],
            "item": [{"id": "x", "label": "X"}]}  # fmt: skip
    question = RateQuestion.model_validate(keys)
    made = cast_of({}, disturbance=[{"id": "d", "text": "T"}])
    calm, upset = people(made, 1, 3)[0], people(made, 1, 3)[0]
    upset.befall(made.disturbances[0])
    levels = [item_worth(one, "s/r", question)["x"] for one in (calm, upset)]
    assert abs(levels[0] - levels[1]) > 0.5
