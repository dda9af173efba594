"""Any answer that a question can have, and any walk through a scenario, by chance."""

from __future__ import annotations

from functools import cache
from random import Random

from support.rehearsed import ours

from mops_tui.model.alone.walk import Said, Walk
from mops_tui.model.packs.answers import PAIR_POSITIONS
from mops_tui.model.packs.questions import (
    QuestionBase,
    RateQuestion,
    items_of,
    kind_of,
    options_of,
)
from mops_tui.model.session import commands as cmd
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
from mops_tui.model.session.commands import Refusal
from mops_tui.sources.practice.walks import workshop_of
from mops_tui.words.alone.practice import FIRMNESS
from mops_tui.words.results.answers import ballot_words

WALKED = (
    "org-placement",
    "mops-personas",
    "adoption-waves",
    "change-readiness",
    "order-from-chaos",
)
"""Our scenarios that are walked alone."""


def any_ballot(question: QuestionBase, chance: Random) -> Ballot:
    """An answer to a question of any kind: in part, all alike, or as it comes."""
    kind = kind_of(question)
    options = [one.id for one in options_of(question)]
    items = [one.id for one in items_of(question)]
    rated = tuple(chance.sample(items, chance.randint(1, len(items)))) if items else ()
    rated = tuple(items) if chance.random() < 0.6 else rated
    alike = chance.random() < 0.3
    if kind in ("choice", "hands"):
        return Choice(chance.choice(options))
    if kind == "rank":
        return Ranking(tuple(chance.sample(options, len(options))))
    if kind == "allocate":
        points = dict.fromkeys(options, 0)
        for number in range(10):
            points[options[number % 2] if alike else chance.choice(options)] += 1
        return Allocation(tuple(points), tuple(points.values()))
    if isinstance(question, RateQuestion):
        levels = [one.id for one in question.scale]
        same = chance.choice(levels)
        return Ratings(rated, tuple(same if alike else chance.choice(levels) for _one in rated))
    if kind in ("pairs", "curve"):
        span = PAIR_POSITIONS if kind == "pairs" else range(101)
        at = chance.choice(span)
        return Positions(rated, tuple(at if alike else chance.choice(span) for _one in rated))
    if kind == "grid":
        return Point(0, 0) if alike else Point(chance.randint(-100, 100), chance.randint(-100, 100))
    return Ideas(("Teach the night shift",))


@cache
def _fresh(scenario: str) -> Walk:
    found = ours().scenarios[scenario]
    walk = Walk(workshop_of(found, ours()), scenario)
    if found.subject is None:
        return walk
    named = walk.doing(cmd.NameSubject(scenario, "the new CRM"))
    return walk if isinstance(named, Refusal) else walk.making(*named)


def any_walk(scenario: str, seed: int) -> Walk:
    """A walk to its end, with passes among its answers."""
    chance, walk = Random(seed), _fresh(scenario)
    passes = chance.choice((0.0, 0.15, 0.6, 1.0))
    while ref := walk.at:
        question = walk.state.question(ref)
        assert question is not None
        ballot = Pass() if chance.random() < passes else any_ballot(question, chance)
        sure = 0 if isinstance(ballot, Pass) else chance.choice(FIRMNESS)
        words = ballot_words(question, ballot, walk.state.workshop)
        walk = walk.saying(ref, Said(words, sure, ballot))
    return walk
