"""Characters: what they answer fits the question, why is theirs, and they move as they are."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.narrow import a, the
from support.rehearsed import library, ours, room_cast
from support.sessions import header

from mops_tui.model.packs.characters import Character, Disturbance
from mops_tui.model.packs.pack import AgendaEntry
from mops_tui.model.packs.parts import Fact
from mops_tui.model.packs.questions import (
    ChoiceQuestion,
    GridQuestion,
    QuestionBase,
    RateQuestion,
)
from mops_tui.model.packs.workshop import assemble
from mops_tui.model.session.ballots import (
    Allocation,
    Choice,
    Pass,
    Point,
    Positions,
    Ratings,
)
from mops_tui.model.session.ballots import flaw as flaw_of
from mops_tui.model.session.fold import begin
from mops_tui.sources.simulated.answering import answer, scores
from mops_tui.sources.simulated.characters import HeardAnswers, SimulatedPerson, people
from mops_tui.sources.simulated.leaning import item_leanings, option_leanings
from mops_tui.sources.simulated.listening import listen
from mops_tui.sources.simulated.worth import item_worth

EVERY = [
    (f"{scenario.id}/{question.id}", question)
    for scenario in library().scenarios.values()
    for question in scenario.questions
]
ROOM = people(room_cast(), 9, 7)


def who(**keys: object) -> SimulatedPerson:
    base = {"id": "a", "name": "Ana", "role": "CMO", "about": "Somebody."}
    made = Character.model_validate(base | keys)
    return SimulatedPerson("p-1", made.name, made, random.Random(1))


def choice(**sides: dict[str, list[tuple[str, str]]]) -> ChoiceQuestion:
    """A question of options with goodies, gotchas and works_when, each a text and its key."""
    options = [
        {
            "id": name,
            "label": name.upper(),
            **{
                side: [{"id": f"{side[0]}{n}", "text": t, "sources": [key]} for n, (t, key) in e]
                for side, entries in parts.items()
                for e in [list(enumerate(entries))]
            },
        }
        for name, parts in sides.items()
    ]
    keys = {"kind": "choice", "id": "q", "title": "T", "ask": "A?", "option": options}
    return ChoiceQuestion.model_validate(keys)


# --- the same seed, the same people


def test_the_same_seed_answers_the_same() -> None:
    def answers(seed: int) -> list[object]:
        room = people(room_cast(), 20, seed)
        return [(p.name, p.delay(4), answer(p, ref, q)) for p in room for ref, q in EVERY]

    assert answers(3) == answers(3)
    assert answers(3) != answers(4)


def test_a_person_answers_alike_whoever_else_is_there() -> None:
    alone = people(room_cast(), 1, 7)[0]
    crowd = people(room_cast(), 30, 7)[0]
    assert [answer(alone, *one) for one in EVERY] == [answer(crowd, *one) for one in EVERY]


def test_beyond_the_cast_come_variations_with_names_and_ids_of_their_own() -> None:
    room = people(room_cast(), 40, 7)
    assert len({one.id for one in room}) == len({one.name for one in room}) == 40
    first, second = room[0].character, room[9].character
    assert first.role == second.role
    assert first != second
    assert all(-1 <= p.character.x <= 1 and 0 <= p.character.moves <= 1 for p in room)
    assert not any(p.character.asked for p in room[9:])


def test_a_second_of_a_character_wants_the_next_thing() -> None:
    cast = ours().casts["the-room"]
    n = len(cast.characters)
    for seed in range(3):
        room = people(cast, 2 * n, seed)
        for one, another in zip(room[:n], room[n:], strict=True):
            if len(one.character.interests) > 1:
                assert one.interest != another.interest


def test_what_is_taken_back_weighs_as_it_did_before() -> None:
    happening = Disturbance(id="d", text="T", shifts={"K": 4.0}, concerns={"money": 0.5})
    fact = Fact(id="f", text="F", sources=("K",))
    person = who(cares={"K": 2})
    before = person.weight(fact), person.concern("money")
    assert person.befall(happening)
    assert (person.weight(fact), person.concern("money")) == (6.0, 0.5)
    person.forget(happening)
    person.forget(happening)  # it is gone already
    assert (person.weight(fact), person.concern("money")) == before


def test_of_what_speaks_for_an_answer_the_strongest_counts_most() -> None:
    def leaning(*keys: str) -> float:
        asked = choice(a={"goodies": [(f"Good {key}.", key) for key in keys]}, b={})
        return option_leanings(who(cares={"K": 9, "Z": 1}), asked)["a"]

    assert leaning("Z") < (leaning("K") + leaning("Z")) / 2 < leaning("K", "Z") < leaning("K")
    assert leaning("Z", "K") == leaning("K", "Z")


def test_on_another_grid_than_their_own_reason_pulls_inside_and_technology_down() -> None:
    def stands(grid: str, **at: float) -> dict[str, float]:
        keys = {"kind": "grid", "id": "q", "title": "T", "ask": "A?", "grid": grid}
        return item_leanings(who(**at), GridQuestion.model_validate(keys), 0.2)

    assert stands("mops", x=0.6, y=-0.8) == {"x": 0.6, "y": -0.8}
    assert stands("theirs", x=-1)["y"] < stands("theirs", x=1)["y"]
    assert stands("theirs", y=-1)["x"] < stands("theirs", y=1)["x"]
    assert stands("theirs", y=-1)["y"] == stands("theirs", y=1)["y"]


@pytest.mark.parametrize(("cared", "finds"), [("lowers", 0.5), ("raises", 0.0)])
def test_the_optimist_finds_more_in_place_and_needs_no_more(cared: str, finds: float) -> None:
    keys = {"kind": "rate", "id": "q", "title": "T", "ask": "A?", "cared": cared}
    scale = [{"id": str(n), "label": str(n)} for n in range(3)]
    items = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
    asked = RateQuestion.model_validate({**keys, "scale": scale, "item": items})
    glad, sad = (item_worth(who(optimism=much), "s/q", asked) for much in (1.0, 0.0))
    for name in glad:
        assert glad[name] - sad[name] == pytest.approx(finds * 2)  # of two levels


# --- ballots


@pytest.mark.parametrize(("ref", "question"), EVERY, ids=[ref for ref, _ in EVERY])
def test_every_ballot_fits_its_question(ref: str, question: QuestionBase) -> None:
    scenario = library().scenarios[ref.partition("/")[0]]
    made = assemble((AgendaEntry(scenario=scenario.id),), library().scenarios, id="t", title="T")
    state = begin(header(workshop=made))
    room = people(room_cast(), 60, 5)
    for _round in range(3):
        for person in room:
            ballot = answer(person, ref, question)
            assert flaw_of(question, the(state.answers(ref)), ballot) is None, ballot
        listen(room, ref, question)


@given(st.integers(0, 10_000), st.integers(1, 40))
def test_ten_points_are_ten(seed: int, count: int) -> None:
    [question] = [q for ref, q in EVERY if ref == "org-placement/ten-points"]
    for person in people(room_cast(), count, seed):
        ballot = answer(person, "org-placement/ten-points", question)
        assert isinstance(ballot, Allocation)
        assert sum(ballot.points) == 10
        assert min(ballot.points) > 0


# --- time


def test_the_asked_one_never_votes_of_itself_and_nobody_takes_longer_than_there_is() -> None:
    for person in people(room_cast(), 200, 1):
        delay = person.delay(2)
        assert (delay is None) == person.character.asked
        assert delay is None or 0 < delay <= 2 * 60 * 0.9


def test_the_late_one_takes_longer() -> None:
    early = [who(speed=20).delay(30) or 0 for _ in range(1)]
    late = [who(speed=20, late=True).delay(30) or 0 for _ in range(1)]
    assert late[0] == pytest.approx(early[0] * 2.5)


# --- moving


def test_what_those_listened_to_chose_gains_and_contrary_moves_away() -> None:
    question = choice(a={}, b={}, c={})
    heard = HeardAnswers(shares={"b": 1.0})

    def gain(**keys: object) -> float:
        before, after = who(**keys), who(**keys)
        after.heard["q"] = heard
        return scores(after, "q", question)["b"] - scores(before, "q", question)["b"]

    assert gain(moves=0.5) > 0
    assert gain(moves=1) > gain(moves=0.5)
    assert gain(moves=0) == 0
    assert 0 < gain(moves=0.5, temper="firm") < gain(moves=0.5)
    assert gain(moves=0.5, temper="contrary") < 0


def test_one_hears_only_those_one_listens_to() -> None:
    question = choice(a={}, b={})
    room = tuple(
        SimulatedPerson(f"p-{name}", name, c.character, random.Random(1))
        for name, c in {
            "a": who(id="a", towards=["b"]),
            "b": who(id="b"),
            "c": who(id="c", towards=["a"]),
        }.items()
    )
    for person, option in zip(room, "abb", strict=True):
        person.last["q"] = Choice(option)
    listen(room, "q", question)
    assert room[0].heard["q"].shares == {"b": 1.0}
    assert room[2].heard["q"].shares == {"a": 1.0}
    assert room[1].heard["q"].shares == pytest.approx({"a": 1 / 3, "b": 2 / 3})


@pytest.mark.parametrize(
    "ref", ["mops-personas/place-mops", "mops-personas/pairs", "adoption-waves/waves"]
)
def test_positions_come_nearer_to_those_listened_to(ref: str) -> None:
    question = dict(EVERY)[ref]

    def distance(temper: str) -> tuple[float, float]:
        person = who(temper=temper, moves=0.6, x=-0.5, y=-0.5, optimism=0.2)
        first = answer(person, ref, question)
        goal = {name: 2.0 if "pairs" in ref else 60.0 for name, _ in _places(first)}
        person.heard[ref] = HeardAnswers(middles=goal)
        then = answer(person, ref, question)
        return tuple(
            sum(abs(value - goal[name]) for name, value in _places(ballot))
            for ballot in (first, then)
        )  # type: ignore[return-value]  # two, as there are two ballots

    before, after = distance("calm")
    assert after < before
    before, after = distance("contrary")
    assert after >= before


def _places(ballot: object) -> list[tuple[str, int]]:
    if isinstance(ballot, Point):
        return [("x", ballot.x), ("y", ballot.y)]
    assert isinstance(ballot, Positions)
    return list(zip(ballot.items, ballot.positions, strict=True))


def test_ratings_come_nearer_too() -> None:
    question = a(RateQuestion, dict(EVERY)["change-readiness/checklist"])
    person = who(moves=1, optimism=0.0)
    first = answer(person, "r", question)
    assert isinstance(first, Ratings)
    top = len(question.scale) - 1
    person.heard["r"] = HeardAnswers(middles=dict.fromkeys(first.items, float(top)))
    then = answer(person, "r", question)
    assert isinstance(then, Ratings)
    assert set(then.levels) == {question.scale[top].id}


def test_nobody_invents_an_idea_that_the_pack_does_not_hold() -> None:
    [(ref, question)] = [(r, q) for r, q in EVERY if r == "adoption-waves/help"]
    facts = {fact.text[:200] for fact in question.facts}
    for person in ROOM:
        ballot = answer(person, ref, question)
        assert isinstance(ballot, Pass) or set(ballot.ideas) <= facts  # type: ignore[union-attr]  # the ballot of its question
