"""What a ballot says most plainly."""

from __future__ import annotations

from typing import Any

import pytest

from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase, options_of
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Ideas,
    Pass,
    Positions,
    Ranking,
    Ratings,
)
from mops_tui.sources.simulated.saying.stands import Stand, stands

OPTIONS = [{"id": name, "label": name} for name in "abc"]
ITEMS = [{"id": name, "label": name} for name in "xyz"]
PAIRS = [{"id": name, "left": "L", "right": "R"} for name in "xyz"]
LEVELS = [{"id": str(n), "label": str(n)} for n in range(5)]
KEYS: dict[str, dict[str, Any]] = {
    "choice": {"option": OPTIONS},
    "allocate": {"option": OPTIONS},
    "rank": {"option": OPTIONS},
    "rate": {"item": ITEMS, "scale": LEVELS},
    "pairs": {"pair": PAIRS},
    "curve": {"item": ITEMS},
    "text": {},
}


def question(kind: str) -> QuestionBase:
    asked = {"kind": kind, "id": "q", "title": "T", "ask": "A?", **KEYS[kind]}
    pack = {"id": "s", "title": "S", "summary": "S", "brief": "B", "question": [asked]}
    return Scenario.model_validate(pack).questions[0]


def put(*places: int) -> Positions:
    return Positions(("x", "y", "z"), places)


@pytest.mark.parametrize(
    ("kind", "ballot", "own", "besides"),
    [
        ("choice", Choice("b"), ["b for "], ["a against ", "c against "]),
        ("allocate", Allocation(("a", "b"), (7, 3)), ["a for "], ["c against "]),
        ("allocate", Allocation(("a", "b"), (5, 5)), ["a for ", "b for "], ["c against "]),
        ("allocate", Allocation(tuple("abc"), (4, 4, 2)), ["a for ", "b for "], ["c against "]),
        ("rank", Ranking(("c", "a", "b")), ["c for "], ["b against "]),
        ("rank", Ranking(("c",)), ["c for "], []),
        ("rate", Ratings(("x", "y", "z"), ("3", "0", "2")), ["y low 0"], []),
        ("rate", Ratings(("x", "y", "z"), ("4", "0", "4")), ["y low 0"], []),
        ("rate", Ratings(("x", "y", "z"), ("2", "2", "2")), [], []),
        ("rate", Ratings(("x",), ("gone",)), [], []),
        ("pairs", put(-1, 2, 0), ["y right 2"], []),
        ("pairs", put(0, 0, 0), [], []),
        ("curve", put(90, 60, 30), ["x far laggards"], []),
        ("curve", put(40, 60, 49), ["x early chasm", "y far early-majority"], []),
        ("curve", put(41, 50, 52), ["x early chasm"], []),
        ("text", Ideas(("Less.", "More.")), ["Less. for "], []),
        ("choice", Pass(), [], []),
    ],
)
def test_the_most_telling_answer_and_its_side(
    kind: str, ballot: Ballot, own: list[str], besides: list[str]
) -> None:
    def told(found: tuple[Stand, ...]) -> list[str]:
        return [f"{one.of} {one.side} {one.value}" for one in found]

    assert tuple(map(told, stands(question(kind), ballot))) == (own, besides)


def test_points_on_all_answers_alike_leave_none_to_speak_against(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(KEYS, "allocate", {"option": OPTIONS[:2]})
    two = question("allocate")
    assert len(options_of(two)) == 2
    own, besides = stands(two, Allocation(("a", "b"), (5, 5)))
    assert (len(own), besides) == (2, ())
