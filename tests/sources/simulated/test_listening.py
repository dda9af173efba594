"""After a reveal: a true median, the names of who was heard, and what one said before."""

from __future__ import annotations

import random
from typing import Any

import pytest
from support.rehearsed import ours
from support.rooms import asked_of, cast_of, voted

from mops_tui.model.packs.questions import ChoiceQuestion, PairsQuestion, RateQuestion
from mops_tui.model.session.ballots import Allocation, Choice, Positions, Ranking, Ratings
from mops_tui.sources.simulated.characters import SimulatedPerson, people
from mops_tui.sources.simulated.listening import first_choice, listen

OURS = ours().casts["the-room"]
ASKED = asked_of(ours().scenarios.values())
HEAD = {"id": "q", "title": "T", "ask": "A?"}
CHOICE = ChoiceQuestion.model_validate(
    HEAD | {"kind": "choice", "option": [{"id": name, "label": name} for name in "ab"]}
)
RATE = RateQuestion.model_validate(
    HEAD
    | {"kind": "rate", "item": [{"id": "i", "label": "I"}],
       "scale": [{"id": f"s-{n}", "label": str(n)} for n in range(5)]}
)  # fmt: skip
PAIRS = PairsQuestion.model_validate(
    HEAD | {"kind": "pairs", "pair": [{"id": "i", "left": "L", "right": "R"}]}
)


def room_of(*characters: dict[str, Any]) -> tuple[SimulatedPerson, ...]:
    made = cast_of(*characters)
    return tuple(
        SimulatedPerson(one.id, one.name, one, random.Random(1)) for one in made.characters
    )


@pytest.mark.parametrize(
    ("levels", "middle"), [((0, 1), 0.5), ((0, 1, 4), 1), ((1, 2, 2, 4), 2), ((0, 1, 2, 4), 1.5)]
)
def test_a_median_is_the_average_of_the_two_in_the_middle(
    levels: tuple[int, ...], middle: float
) -> None:
    room = room_of(*({} for _ in levels))
    for person, level in zip(room, levels, strict=True):
        person.remember("q", Ratings(("i",), (f"s-{level}",)))
    listen(room, "q", RATE)
    assert {person.heard["q"].middles["i"] for person in room} == {middle}
    for person, level in zip(room, levels, strict=True):
        person.remember("p", Positions(("i",), (level,)))
    listen(room, "p", PAIRS)
    assert room[0].heard["p"].middles == {"i": middle}


def test_who_was_heard_has_a_name_and_so_has_who_said_what() -> None:
    room = room_of({"towards": ["c-1", "c-2"]}, {}, {})
    for person, option in zip(room, "aba", strict=True):
        person.remember("q", Choice(option))
    listen(room, "q", CHOICE)
    assert room[0].heard["q"].who == ("C 1", "C 2")
    assert room[0].heard["q"].voices == {"b": ("C 1",), "a": ("C 2",)}
    assert room[1].heard["q"].who == ()  # the whole room, and nobody in particular
    assert room[1].heard["q"].shares["a"] == pytest.approx(2 / 3)


def test_what_one_said_before_and_what_one_had_heard_then_stay_known() -> None:
    (person,) = room_of({})
    person.remember("q", Choice("a"))
    assert "q" not in person.before
    assert "q" not in person.swayed
    person.remember("q", Choice("b"))  # a vote taken back, and given anew in the same round
    assert "q" not in person.before
    listen((person,), "q", CHOICE)
    heard = person.heard["q"]
    assert not person.moved("q")
    person.remember("q", Choice("a"))
    assert (person.before["q"], person.last["q"]) == (Choice("b"), Choice("a"))
    assert person.moved("q")
    listen((person,), "q", CHOICE)
    assert person.swayed["q"] == heard
    assert person.before["q"] == Choice("b")


@pytest.mark.parametrize(
    ("ballot", "first"),
    [
        (Choice("a"), "a"),
        (Allocation(("a", "b"), (4, 6)), "b"),
        (Ranking(("b", "a")), "b"),
        (Positions(("i",), (1,)), ""),
    ],
)
def test_the_first_choice_of_a_ballot(ballot: Choice, first: str) -> None:
    assert first_choice(ballot) == first


def changed(*, heard: bool) -> float:
    """How many of nine answer otherwise in a second round, over all questions and some seeds."""
    total = moved = 0
    for seed in range(2):
        for ref, question in ASKED.items():
            room = people(OURS, 9, seed)
            first = voted(room, ref, question)
            if heard:
                listen(room, ref, question)
            then = voted(room, ref, question)
            total += len(first)
            moved += sum(one != other for one, other in zip(first, then, strict=True))
    return moved / total


def test_merely_asked_again_nobody_moves_and_after_hearing_some_do() -> None:
    assert changed(heard=False) == 0
    assert 0.2 < changed(heard=True) < 0.6


def test_who_moves_moves_towards_whom_it_heard_and_the_contrary_one_away() -> None:
    ref, nearer, away = "org-placement/ten-points", 0, 0
    for seed in range(20):
        room = people(OURS, 9, seed)
        first = voted(room, ref, ASKED[ref])
        listen(room, ref, ASKED[ref])
        for person, before, after in zip(room, first, voted(room, ref, ASKED[ref]), strict=True):
            shares = person.heard[ref].shares
            gain = sum(
                sign * points * shares.get(option, 0.0)
                for sign, ballot in ((1, after), (-1, before))
                if isinstance(ballot, Allocation)
                for option, points in zip(ballot.options, ballot.points, strict=True)
            )
            if person.character.temper == "contrary":
                assert gain <= 1e-9
                away += gain < 0
            else:
                assert gain >= -1e-9
                nearer += gain > 0
    assert nearer > 80
    assert away
