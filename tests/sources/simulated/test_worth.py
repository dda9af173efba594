"""What an answer is worth: who wins follows the seed, who differs from whom the cast."""

from __future__ import annotations

from collections import Counter
from statistics import mean, median
from typing import Any

import pytest
from support.rehearsed import library, ours
from support.rooms import asked_of, cast_of, is_chosen, led, values_of, voted

from mops_tui.model.packs.characters import Cast, Disturbance
from mops_tui.model.packs.questions import (
    ChoiceQuestion,
    QuestionBase,
    RateQuestion,
    items_of,
    kind_of,
    options_of,
)
from mops_tui.sources.simulated.characters import SimulatedPerson, people
from mops_tui.sources.simulated.worth import item_worth, option_worth

OURS = ours().casts["the-room"]
ASKED = asked_of(ours().scenarios.values())
CHOSEN = {ref: question for ref, question in ASKED.items() if is_chosen(question)}
BY_ITEM = {ref: question for ref, question in ASKED.items() if len(items_of(question)) > 1}
SEEDS = range(20)
LEAST_OF_TWO = 5
"""How often each of two answers leads at least, of twenty."""


def each_leads(cast: Cast, ref: str, question: QuestionBase, count: int) -> None:
    found = led(cast, ref, question, count, SEEDS)
    options = [option.id for option in options_of(question)]
    if len(options) == 2:
        assert min(found[one] for one in options) >= LEAST_OF_TWO, (ref, found)
        return
    assert [one for one in options if not found[one]] == [], (ref, found)
    assert max(found.values()) <= len(SEEDS) / 2, (ref, found)


@pytest.mark.parametrize(("ref", "question"), CHOSEN.items(), ids=list(CHOSEN))
def test_over_twenty_seeds_every_answer_leads_and_none_in_more_than_half(
    ref: str, question: QuestionBase
) -> None:
    each_leads(OURS, ref, question, 9)


@pytest.mark.parametrize("ref", sorted({kind_of(CHOSEN[ref]): ref for ref in CHOSEN}.values()))
def test_so_it_is_with_sixty_people_for_each_kind_of_question(ref: str) -> None:
    each_leads(OURS, ref, CHOSEN[ref], 60)


@pytest.mark.parametrize("ref", ["org-placement/ten-points", "change-readiness/weight"])
def test_a_cast_without_company_or_concerns_has_no_usual_winner_either(ref: str) -> None:
    question = asked_of(library().scenarios.values())[ref]
    each_leads(library().casts["the-room"], ref, question, 9)


LOADED: list[dict[str, Any]] = [
    {"id": "a", "label": "A", "leans": [{"x": 0.9, "y": 0.5, "why": "Arts."}],
     "goodies": [{"id": f"g{n}", "text": "Good.", "sources": ["K"]} for n in range(5)]},
    {"id": "b", "label": "B", "gotchas": [{"id": "bad", "text": "Bad.", "sources": ["K"]}]},
    {"id": "c", "label": "C", "sources": ["Z"]},
]  # fmt: skip


def loaded(options: list[dict[str, Any]]) -> ChoiceQuestion:
    keys = {"kind": "choice", "id": "q", "title": "T", "ask": "A?", "option": options}
    return ChoiceQuestion.model_validate(keys)


@pytest.mark.parametrize(
    "cast",
    [
        cast_of({"cares": {"K": 10}, "x": 0.8, "favours": {"a": 5}}, {"cares": {"K": 9}, "x": 0.6},
                {"cares": {"K": 8, "Z": 1}, "x": 0.2, "y": 0.9}),
        cast_of({"favours": {"a": 5}}),
        cast_of({}, {}, {}),
        OURS,
    ],
    ids=["all for one", "alone", "nobody leans", "ours"],
)  # fmt: skip
@pytest.mark.parametrize("count", [9, 60])
def test_a_pack_that_we_have_never_seen_fixes_no_winner(cast: Cast, count: int) -> None:
    each_leads(cast, "theirs/q", loaded(LOADED), count)


def test_of_twenty_six_options_many_lead() -> None:
    options = [{"id": f"o-{n}", "label": f"O {n}"} for n in range(26)]
    found = led(OURS, "theirs/q", loaded(options), 9, range(26))
    assert len(found) >= 10
    assert max(found.values()) <= 5


# --- items


@pytest.mark.parametrize(("ref", "question"), BY_ITEM.items(), ids=list(BY_ITEM))
def test_which_item_stands_highest_and_lowest_follows_the_seed(
    ref: str, question: QuestionBase
) -> None:
    highest: Counter[str] = Counter()
    lowest: Counter[str] = Counter()
    medians: dict[str, set[float]] = {}
    for seed in SEEDS:
        ballots = voted(people(OURS, 9, seed), ref, question)
        given = [values_of(question, ballot) for ballot in ballots]
        means = {name: mean(one[name] for one in given) for name in given[0]}
        highest[max(means, key=lambda name: means[name])] += 1
        lowest[min(means, key=lambda name: means[name])] += 1
        for name in means:
            medians.setdefault(name, set()).add(median(one[name] for one in given))
    least = min(3, len(medians))
    for found in (highest, lowest):
        assert len(found) >= least, (ref, found)
        assert max(found.values()) <= len(SEEDS) * 0.6, (ref, found)
    assert all(len(several) > 1 for several in medians.values())


def test_the_corner_where_most_stand_follows_the_seed() -> None:
    for ref in ("mops-personas/place-mops", "mops-personas/place-brinker"):
        corners: Counter[tuple[bool, ...]] = Counter()
        for seed in SEEDS:
            given = [
                values_of(ASKED[ref], b) for b in voted(people(OURS, 9, seed), ref, ASKED[ref])
            ]
            corners[tuple(mean(one[axis] for one in given) > 0 for axis in "xy")] += 1
        assert len(corners) == 4
        assert max(corners.values()) <= len(SEEDS) / 2


# --- roles


def share(role: str, ref: str, option: str) -> float:
    """How many of a role put an option first, over rooms of sixty."""
    chose = []
    for seed in range(8):
        alike = [one for one in people(OURS, 60, seed) if one.character.id == role]
        chose += [getattr(b, "option", "") == option for b in voted(alike, ref, ASKED[ref])]
    return mean(chose)


@pytest.mark.parametrize(
    ("option", "leans", "not_so"),
    [
        ("it", "cio", "cmo"),
        ("it", "cio", "campaigns"),
        ("marketing", "cmo", "cio"),
        ("sales", "sales", "cmo"),
        ("revops", "service", "finance"),
    ],
)
def test_over_sixty_people_roles_differ_as_roles_do(option: str, leans: str, not_so: str) -> None:
    ref = "org-placement/spell"
    assert share(leans, ref, option) > share(not_so, ref, option) + 0.1


def test_nobody_always_votes_alike_and_everybody_is_moved_by_an_interest() -> None:
    ref = "org-placement/spell"
    chosen: dict[str, set[str]] = {}
    for seed in SEEDS:
        room = people(OURS, 9, seed)
        for person, ballot in zip(room, voted(room, ref, ASKED[ref]), strict=True):
            chosen.setdefault(person.character.id, set()).add(getattr(ballot, "option", ""))
            assert person.interest in person.character.interests
    assert all(len(options) >= 3 for options in chosen.values()), chosen


def test_a_question_of_fact_follows_the_company() -> None:
    ref = "org-placement/today"
    answers = {"sits-marketing": "at-marketing", "sits-it": "at-it", "sits-sales": "at-sales",
               "sits-revops": "at-revops", "sits-elsewhere": "elsewhere"}  # fmt: skip
    mistaken = 0
    for seed in range(10):
        room = people(OURS, 60, seed)
        (so,) = room[0].company.ids & set(answers)
        given = [getattr(ballot, "option", "") for ballot in voted(room, ref, ASKED[ref])]
        assert given.count(answers[so]) >= 48
        mistaken += 60 - given.count(answers[so])
    assert mistaken  # as in a real room, somebody does not know


# --- kept, and moved by what happens


def test_who_is_asked_again_answers_alike() -> None:
    for ref, question in ASKED.items():
        room = people(OURS, 9, 7)
        assert voted(room, ref, question) == voted(room, ref, question)


def concerned(which: str) -> dict[str, tuple[SimulatedPerson, SimulatedPerson]]:
    """Everybody of a room whom a disturbance concerns: as they were, and after it."""
    happening = next(one for one in OURS.disturbances if one.id == which)
    calm, upset = people(OURS, 60, 5), people(OURS, 60, 5)
    return {one.id: (one, other) for one, other in zip(calm, upset, strict=True)
            if other.befall(happening)}  # fmt: skip


def differs(
    pairs: dict[str, tuple[SimulatedPerson, SimulatedPerson]], ref: str, question: QuestionBase
) -> float:
    """How many of them vote otherwise."""
    rooms = list(zip(*pairs.values(), strict=True))
    before, after = (voted(list(room), ref, question) for room in rooms)
    return mean(one != other for one, other in zip(before, after, strict=True))


@pytest.mark.parametrize("which", [one.id for one in OURS.disturbances])
@pytest.mark.parametrize(
    "ref", ["org-placement/spell", "org-placement/needs", "change-readiness/checklist",
            "change-readiness/resistance", "mops-personas/best-days", "adoption-waves/next-wave"]
)  # fmt: skip
def test_a_disturbance_bites_in_every_scenario_those_whom_it_concerns(which: str, ref: str) -> None:
    moved = concerned(which)
    assert moved
    assert differs(moved, ref, ASKED[ref]) >= 0.1


@pytest.mark.parametrize(
    ("which", "ref", "answer", "up"),
    [
        ("cio-leaves", "org-placement/spell", "it", False),
        ("cio-leaves", "org-placement/needs", "governance", False),
        ("survey-figure", "order-from-chaos/button-pushers", "numbers", True),
        ("survey-figure", "change-readiness/checklist", "reporting", False),
        ("interface-down", "org-placement/needs", "deep-tech", True),
        ("interface-down", "order-from-chaos/friday-api", "pause", True),
        ("number-missed", "org-placement/spell", "sales", True),
        ("number-missed", "org-placement/needs", "long-road", False),
        ("bots-for-free", "adoption-waves/next-wave", "try-it", True),
        ("bots-for-free", "org-placement/needs", "governance", False),
        ("lawyers-letter", "org-placement/needs", "governance", True),
        ("lawyers-letter", "order-from-chaos/good-at-no", "yes-noted", False),
    ],
)
def test_what_happens_changes_what_the_question_is_about(
    which: str, ref: str, answer: str, *, up: bool
) -> None:
    question = ASKED[ref]
    for calm, upset in concerned(which).values():
        worth = option_worth if options_of(question) else item_worth
        less, more = (worth(one, ref, question)[answer] for one in (calm, upset))
        assert (more > less) == up


def test_whom_it_does_not_concern_it_leaves_alone() -> None:
    happening = next(one for one in OURS.disturbances if one.id == "bots-for-free")
    calm, upset = people(OURS, 9, 5), people(OURS, 9, 5)
    moved = [other.befall(happening) for other in upset]
    assert [one.character.id for one, hit in zip(upset, moved, strict=True) if not hit] == [
        "cio", "analyst", "finance",
    ]  # fmt: skip
    for ref, question in ASKED.items():
        pairs = list(zip(voted(calm, ref, question), voted(upset, ref, question), strict=True))
        assert all(one == other for (one, other), hit in zip(pairs, moved, strict=True) if not hit)


def test_it_bites_in_a_pack_too_of_which_the_cast_knows_nothing() -> None:
    keys = {"kind": "rate", "id": "r", "title": "T", "ask": "A?",
            "scale": [{"id": f"s{n}", "label": str(n)} for n in range(5)],
            "item": [{"id": "x-1", "label": "X"}, {"id": "x-2", "label": "Y"}]}  # fmt: skip
    options = [{"id": f"o-{n}", "label": f"O {n}"} for n in range(3)]
    for question in (loaded(options), RateQuestion.model_validate(keys)):
        for happening in OURS.disturbances:
            assert differs(concerned(happening.id), "theirs/q", question) >= 0.1


def test_what_has_happened_twice_adds_up() -> None:
    person = people(OURS, 1, 1)[0]
    for name in ("one", "two"):
        person.befall(Disturbance(id=name, text="T", shifts={"O2": 2}, concerns={"money": 0.2}))
    assert person.shifts == {"O2": 4}
    calm = people(OURS, 1, 1)[0]
    assert person.concern("money") == pytest.approx(calm.concern("money") + 0.4)
