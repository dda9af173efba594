"""What people of a rehearsal say: enough for every answer, worth hearing, no hint in disguise."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import get_args

import pytest
from support.cited import KEYS
from support.rehearsed import ours

from mops_tui.model.packs.arguments import (
    COMPANY_FACTS,
    SIDES,
    Argument,
    Concern,
    Side,
    arguable,
)
from mops_tui.model.packs.pack import texts
from mops_tui.model.packs.questions import QuestionBase, kind_of

LIBRARY = ours()
ARGUMENTS: Mapping[str, tuple[Argument, ...]] = LIBRARY.arguments
EVERY = [one for pack in ARGUMENTS.values() for one in pack]
QUESTIONS = {
    f"{key}/{question.id}": question
    for key, scenario in sorted(LIBRARY.scenarios.items())
    for question in scenario.questions
    if kind_of(question) in SIDES
}
"""Every question that has answers to argue about."""

MOST_WORDS = 20
LEAST: Mapping[str, Mapping[str, int]] = {
    "choice": {"for": 4, "against": 2},
    "allocate": {"for": 4, "against": 2},
    "rank": {"for": 4, "against": 2},
    "hands": {"for": 5},
    "rate": {"high": 2, "low": 2},
    "pairs": {"left": 2, "right": 2},
    "curve": {"far": 2, "early": 2},
    "grid": {"for": 3},
}
"""How many lines each side of an answer has, so that nine people need not say the same."""

each_question = pytest.mark.parametrize("ref", sorted(QUESTIONS))
each_scenario = pytest.mark.parametrize("scenario", sorted(ARGUMENTS))


def sides_of(ref: str) -> Iterator[tuple[str, Side, list[Argument]]]:
    """Each side of each answer of a question, with what may be said in any company."""
    scenario = LIBRARY.scenarios[ref.partition("/")[0]]
    question: QuestionBase = QUESTIONS[ref]
    said: defaultdict[tuple[str, Side], list[Argument]] = defaultdict(list)
    for one in ARGUMENTS.get(scenario.id, ()):
        if one.question == question.id and not one.when:
            said[one.of, one.side].append(one)
    for answer in arguable(question, scenario, LIBRARY.scenarios):
        for side in SIDES[kind_of(question)]:
            if side in LEAST[kind_of(question)]:
                yield answer, side, said[answer, side]


def words_of(text: str) -> list[str]:
    return re.findall(r"[\w'’]+", text.casefold())


# Enough


def test_every_scenario_with_answers_has_its_arguments() -> None:
    argued = {
        key
        for key, scenario in LIBRARY.scenarios.items()
        if any(kind_of(question) in SIDES for question in scenario.questions)
    }
    assert argued == set(ARGUMENTS)


@each_question
def test_nine_people_need_not_say_one_and_the_same(ref: str) -> None:
    least = LEAST[kind_of(QUESTIONS[ref])]
    few = {
        (answer, side): len(said) for answer, side, said in sides_of(ref) if len(said) < least[side]
    }
    assert few == {}


@each_question
def test_they_say_it_for_different_concerns(ref: str) -> None:
    least = LEAST[kind_of(QUESTIONS[ref])]
    alike = {
        (answer, side): sorted(concern for one in said for concern in one.concerns)
        for answer, side, said in sides_of(ref)
        if len({concern for one in said for concern in one.concerns}) < min(4, least[side])
    }
    assert alike == {}


@each_scenario
def test_whatever_somebody_cares_about_has_its_lines(scenario: str) -> None:
    counted = Counter(concern for one in ARGUMENTS[scenario] for concern in one.concerns)
    assert set(counted) == set(get_args(Concern))
    assert max(counted.values()) <= 0.25 * counted.total(), counted


def test_every_line_appeals_to_something_and_not_to_everything() -> None:
    assert [one.id for one in EVERY if not 1 <= len(one.concerns) <= 3] == []


@each_scenario
def test_some_lines_are_said_only_in_some_companies_and_never_the_most(scenario: str) -> None:
    bound = [one for one in ARGUMENTS[scenario] if one.when]
    assert (len(bound) > 0) or scenario == "check-in"
    assert len(bound) <= 0.25 * len(ARGUMENTS[scenario])
    assert {name for one in bound for name in one.when} <= COMPANY_FACTS


# Said aloud


def test_a_line_is_said_in_one_breath() -> None:
    assert [one.text for one in EVERY if len(one.text.split()) > MOST_WORDS] == []


def test_a_line_is_a_full_sentence() -> None:
    full = re.compile(r"[A-Z0-9\"“].*[.!?]\"?", re.DOTALL)
    assert [one.text for one in EVERY if not full.fullmatch(one.text)] == []
    assert [one.text for one in EVERY if len(words_of(one.text)) < 5] == []


def test_no_sentence_comes_twice() -> None:
    counted = Counter(" ".join(words_of(one.text)) for one in EVERY)
    assert [text for text, times in counted.items() if times > 1] == []


def test_no_two_sentences_are_one_in_other_words() -> None:
    said = [(one, frozenset(words_of(one.text))) for one in EVERY]
    by_word: defaultdict[str, set[int]] = defaultdict(set)
    for index, (_one, words) in enumerate(said):
        for word in sorted(words, key=len)[-3:]:
            by_word[word].add(index)
    pairs = {pair for found in by_word.values() for pair in combinations(sorted(found), 2)}
    alike = [
        (said[left][0].text, said[right][0].text)
        for left, right in pairs
        if len(said[left][1] & said[right][1]) > 0.7 * len(said[left][1] | said[right][1])
    ]
    assert alike == []


# Reasons, and nothing that a facilitator or a handbook says

COMMAND = re.compile(
    r"(ask|choose|compare|consider|count|give|imagine|keep|let us|let's|list|look|mark|name|note"
    r"|pick|point|put|rate|read|remember|say|see|spread|start|take|tell|think|try|use|vote"
    r"|write)\b(?! (is|was|says)\b)",
    re.IGNORECASE,
)
"""How an instruction begins."""
HINTED = re.compile(
    r"\b(use all|ten points|look at the|what to look for|it depends"
    r"|there is no right answer|none is perfect"
    r"|this question|the question is|the whole room|the facilitator|the counterpoint|the ballot"
    r"|hint|is defined as|by definition|stands for)\b",
    re.IGNORECASE,
)
"""What a hint, a definition or the handbook says, and nobody at a table."""


def test_no_line_is_an_instruction_a_hint_or_a_definition() -> None:
    assert [one.text for one in EVERY if COMMAND.match(one.text) or HINTED.search(one.text)] == []


def test_no_line_is_read_from_a_pack() -> None:
    packs = {**LIBRARY.scenarios, **LIBRARY.workshops, **LIBRARY.casts}
    read = {" ".join(words_of(text)) for pack in packs.values() for _path, text in texts(pack)}
    assert [one.text for one in EVERY if " ".join(words_of(one.text)) in read] == []


# Honest


def test_a_line_cites_facts_that_there_are() -> None:
    assert {key for one in EVERY for key in one.sources} <= KEYS
