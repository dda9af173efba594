"""What somebody gains who reads the answers of a card and not its situation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from support.deck import cards, families
from support.practised import DECK

from mops_tui.model.packs.cards import Card

DOCS = Path(__file__).parents[2] / "docs"
FAMILIES = families()
OPENING = [
    DECK.cards[
        next(key for key in DECK.in_turn(base.partition("/")[0]) if DECK.family(key) == base)
    ]
    for base in FAMILIES
]
"""What is met first of each family, before anything is known of the company."""


def advised(card: Card) -> set[str]:
    return {answer.id for answer in card.advised}


def chance(card: Card) -> float:
    return len(card.advised) / len(card.answers)


def mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)


@pytest.mark.parametrize("family", FAMILIES.values(), ids=list(FAMILIES))
def test_no_answer_is_advised_whatever_the_situation(family: tuple[Card, ...]) -> None:
    assert set.intersection(*map(advised, family)) == set()


def test_most_answers_are_advised_in_some_situation() -> None:
    """An answer that is never advised need not be read, and the others are fewer to guess from."""
    answers = [
        any(answer.id in advised(card) for card in family)
        for family in FAMILIES.values()
        for answer in family[0].answers
    ]
    assert answers.count(False) <= len(answers) / 7


def test_who_knows_the_best_guess_of_each_company_gains_little() -> None:
    """No way to guess from answers alone does better, as a family's answers are the same."""
    best = [
        max(Counter(name for card in family for name in advised(card)).values()) / len(family)
        for family in FAMILIES.values()
    ]
    guessed = [mean(map(chance, family)) for family in FAMILIES.values()]
    assert mean(best) <= 0.47
    assert mean(best) - mean(guessed) <= 0.13


def test_who_takes_what_was_never_advised_is_not_always_right() -> None:
    """In some companies the third situation looks new, and an answer of before holds again."""
    again = [
        set.union(*map(advised, rest)) >= advised(card)
        for family in FAMILIES.values()
        for card in family
        if (rest := [other for other in family if other is not card])
    ]
    assert mean(again) >= 0.12


LOOKS: dict[str, str] = {
    "looks first": r"\b(ask|watch|measure|describe|show|count|walk|follow|check|compare|explain)\b",
    "names who or by which rule": r"\b(name|owner|who|rules?|agreed|role|sponsor)\b",
    "is bounded": r"\b(small|two|three|those|date|within|half|until|own|page|step|list)\b",
    "is done with others": r"\b(with|both|each|together|shared?|agreed?|joint)\b",
    "leaves the money alone": r"^(?!.*\b(buy|hire|replace|platform|budget|contract|vendor)\b).+",
    "leaves the people alone": r"^(?!.*\b(take away|stop|end|cut|refuse|turn down|name)\b).+",
}
"""What a guess was made by, in forty cards whose situation was hidden."""


def gain(found: Callable[[str], int], some: Iterable[Card]) -> float:
    gains = []
    for card in some:
        looks = [found(answer.label) for answer in card.answers]
        picked = [
            answer.verdict == "advised"
            for answer, look in zip(card.answers, looks, strict=True)
            if look == max(looks)
        ]
        gains.append(mean(picked) - chance(card))
    return mean(gains)


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_a_consultant_who_reads_only_the_answers_gains_little(look: str) -> None:
    def found(label: str) -> int:
        return len(re.findall(LOOKS[look], label, re.IGNORECASE))

    assert gain(found, cards().values()) <= 0.04
    assert gain(found, OPENING) <= 0.1


def test_the_docs_say_how_many_cards_there_are() -> None:
    told = re.search(r"There are (\d+) cards\.", (DOCS / "practise-and-rehearse.md").read_text())
    assert told
    assert int(told[1]) == len(cards())
