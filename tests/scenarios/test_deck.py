"""The whole deck of situation cards: sound, complete, and without a tell.

A tell is anything but the situation that gives the advised answer away: its place, the length or
the wording of its label, its id, or an idea that always wins.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

import pytest
from support.cited import KEYS, sources_in
from support.deck import MAIN, Placed, cards, families, placed
from support.rehearsed import ours

from mops_tui.model.packs.cards import Card

PRACTICES = {
    "placement",
    "sponsorship",
    "communication",
    "transparency",
    "collaboration",
    "upskilling",
    "adoption",
    "governance",
    "reading-customers",
}
LIMITS = {"title": 34, "situation": 420, "ask": 110, "decides": 150}
MOST_LABEL, MOST_WHY, MOST_COUNTERPOINT = 60, 170, 24

CARDS = cards()
FAMILIES = families()
ANSWERS = tuple(placed(CARDS))

each_card = pytest.mark.parametrize("card", CARDS.values(), ids=list(CARDS))
each_family = pytest.mark.parametrize("family", FAMILIES.values(), ids=list(FAMILIES))


def verdicts_of(card: Card) -> Counter[str]:
    return Counter(answer.verdict for answer in card.answers)


# Enough, sound, readable


def test_the_deck_is_large_and_every_scenario_has_its_part() -> None:
    assert len(CARDS) >= 150
    by_scenario = Counter(ref.partition("/")[0] for ref in CARDS)
    assert set(by_scenario) == set(MAIN)
    assert min(by_scenario.values()) >= 20, by_scenario


def test_cards_stand_in_files_of_their_own() -> None:
    own = sorted(stem for stem in ours().origins if stem.startswith("cards-"))
    assert own == [
        f"cards-{name}" for name in ("chaos", "personas", "placement", "readiness", "waves")
    ]


@each_card
def test_a_card_has_three_or_four_answers_and_they_differ(card: Card) -> None:
    verdicts = verdicts_of(card)
    assert 3 <= len(card.answers) <= 4
    assert 1 <= verdicts["advised"] <= 2
    assert len(verdicts) >= 2


@each_card
def test_a_card_rests_on_the_brief(card: Card) -> None:
    assert card.sources
    assert card.counterpoint is None or card.counterpoint.sources


@each_card
def test_a_card_is_short_enough_to_read_in_half_a_minute(card: Card) -> None:
    told = [(name, getattr(card, name), limit) for name, limit in LIMITS.items()]
    told += [(f"{answer.id}/label", answer.label, MOST_LABEL) for answer in card.answers]
    told += [(f"{answer.id}/why", answer.why, MOST_WHY) for answer in card.answers]
    assert [(name, len(text)) for name, text, limit in told if len(text) > limit] == []
    assert 2 <= len(re.findall(r"[.!?]\"?(?= |$)", card.situation)) <= 6
    if card.counterpoint:
        assert len(card.counterpoint.text.split()) <= MOST_COUNTERPOINT


def test_no_two_cards_have_one_title() -> None:
    assert [title for title, n in Counter(c.title for c in CARDS.values()).items() if n > 1] == []


# Complete


def test_every_fact_of_the_brief_has_a_card_and_no_card_has_another() -> None:
    cited = {key for card in CARDS.values() for key in sources_in(card)}
    assert sorted(KEYS - cited) == []
    assert sorted(cited - KEYS) == []


def test_cards_share_nine_practices_and_the_four_personas() -> None:
    practices = Counter(card.practice for card in CARDS.values())
    assert practices.keys() == PRACTICES
    assert min(practices.values()) >= 4
    personas = Counter(card.persona for card in CARDS.values() if card.persona)
    (grid,) = (grid for grid in ours().scenarios["mops-personas"].grids if grid.id == "mops")
    assert personas.keys() == {corner.id for corner in grid.quadrants}
    assert min(personas.values()) >= 4


@pytest.mark.parametrize(
    "words",
    [
        "duplicate",
        "lead",
        "AI ",
        "spam",
        "report of forty pages",
        "paid with|pay by credit card",
        "[Cc]onnection|[Ii]nterface",
        "consent",
        "agency",
        "attribution|which channel|last click",
        "budget",
        "contract",
    ],
)
def test_the_deck_covers_what_a_team_does_all_day(words: str) -> None:
    assert any(re.search(words, card.situation) for card in CARDS.values())


@pytest.mark.parametrize(
    ("ref", "words"),
    [
        ("org-placement/rules-waved-away", "CMO"),
        ("org-placement/five-times-next-quarter", "next quarter"),
        ("org-placement/two-quarters-short", "missed two quarters running"),
        ("adoption-waves/bots-before-the-season", "AI bots"),
        ("order-from-chaos/i-have-your-ticket", "Go away, I'm busy, I have your ticket"),
    ],
)
def test_the_situations_that_everybody_knows_are_there(ref: str, words: str) -> None:
    assert words in CARDS[ref].situation


def test_a_figure_of_the_survey_says_its_year_on_a_card_too() -> None:
    for card in CARDS.values():
        if "12.6" in card.situation:
            assert "2019" in card.situation


def test_no_card_says_more_than_the_camp_or_a_code_can_tell() -> None:
    """A show of hands is no share, and a printed code counts scans without a name."""
    for ref, card in CARDS.items():
        texts = [card.situation, card.decides, *(answer.why for answer in card.answers)]
        texts += [card.counterpoint.text] if card.counterpoint else []
        for text in texts:
            assert not re.search(r"\b23\s?(%|per cent)", text), ref
            assert not re.search(r"QR[^.]*\bwho (looked|opened|scanned)", text), ref


# Families


@each_family
def test_a_family_flips_one_fact_and_with_it_what_is_advised(family: tuple[Card, ...]) -> None:
    assert 2 <= len(family) <= 3
    advised = {frozenset(answer.id for answer in card.advised) for card in family}
    assert len(advised) >= 2
    for part in ("situation", "decides"):
        assert len({getattr(card, part) for card in family}) == len(family)
    whys = [answer.why for card in family for answer in card.answers]
    assert len(set(whys)) == len(whys)


@each_family
def test_a_family_is_one_company(family: tuple[Card, ...]) -> None:
    first, *rest = family
    begun = set(re.findall(r"[a-z]{4,}", first.situation.lower()))
    for card in rest:
        words = set(re.findall(r"[a-z]{4,}", card.situation.lower()))
        assert len(begun & words) >= 8, card.id


# No tells


def share(verdict: str, answers: Iterable[Placed]) -> float:
    found = [one.answer.verdict == verdict for one in answers]
    return sum(found) / len(found)


def test_the_mix_of_verdicts_varies() -> None:
    mixes = [verdicts_of(card) for card in CARDS.values()]
    assert sum(mix["advised"] == 2 for mix in mixes) >= len(CARDS) / 8
    assert sum(mix["defensible"] == 0 for mix in mixes) >= len(CARDS) / 6
    assert sum(mix["unwise"] == 0 for mix in mixes) >= 4
    usual = sum(mix == {"advised": 1, "defensible": 1, "unwise": 1} for mix in mixes)
    assert usual <= len(CARDS) / 2


TRAITS: dict[str, Callable[[Placed], bool]] = {
    "first": lambda one: one.place == 0,
    "second": lambda one: one.place == 1,
    "last": lambda one: one.place == one.of - 1,
    "shortest": lambda one: one.length_rank == 0,
    "longest": lambda one: one.length_rank == one.of - 1,
    "joined by and": lambda one: ", and " in one.answer.label,
    "and": lambda one: " and " in one.answer.label,
    "comma": lambda one: "," in one.answer.label,
    "colon": lambda one: ":" in one.answer.label,
    "quoted": lambda one: re.search("[\"“']", one.answer.label) is not None,
    "figure": lambda one: re.search(r"\d", one.answer.label) is not None,
    "hedge": lambda one: (
        re.search(r"\b(perhaps|maybe|only|first|small|some|one|until)\b", one.answer.label)
        is not None
    ),
    "sweep": lambda one: (
        re.search(r"\b(all|every|each|everyone|everybody|everywhere)\b", one.answer.label, re.I)
        is not None
    ),
}


@pytest.mark.parametrize("trait", sorted(TRAITS))
def test_no_trait_of_a_label_marks_an_answer(trait: str) -> None:
    having = [one for one in ANSWERS if TRAITS[trait](one)]
    if len(having) < 8:
        return  # too rare to be learnt
    chance = 1 / math.sqrt(len(having))  # two standard errors of a half
    for verdict in ("advised", "unwise"):
        away = abs(share(verdict, having) - share(verdict, ANSWERS))
        assert away <= max(0.12, chance), (verdict, len(having))


IDEAS = {
    "wait": r"^(wait|leave|skip|keep|pause|nobody yet)\b",
    "train": r"\b(train|trained|trainer|training|practice in|practise|teach|lessons?|feedback)\b",
    "escalate": r"\b(boss|head of sales|management|CMO|CEO|sponsor)\b",
    "the board": r"\b(board|committee)\b",
    "buy": r"\b(buy|sign before|vendor's|purchase)\b",
    "measure or ask": r"^(measure|ask|count|watch|ring|show each|show half|collect|test|try)\b",
    "write it down": r"\b(describe|a page|document|the note|in writing|charter|log)\b",
}
"""Ideas that a learner could take for the answer, by words of a label."""


@pytest.mark.parametrize("idea", sorted(IDEAS))
def test_an_idea_wins_in_some_places_and_loses_in_others(idea: str) -> None:
    having = [one for one in ANSWERS if re.search(IDEAS[idea], one.answer.label, re.I)]
    found = Counter(one.answer.verdict for one in having)
    assert found["advised"] >= 2, found
    assert found["unwise"] >= 2, found
    assert max(found.values()) <= 0.75 * len(having), found


def test_an_id_says_nothing() -> None:
    verdicts: defaultdict[str, set[str]] = defaultdict(set)
    met: defaultdict[str, set[str]] = defaultdict(set)
    for base, family in FAMILIES.items():
        for card in family:
            for answer in card.answers:
                verdicts[answer.id].add(answer.verdict)
                met[answer.id].add(base)
    recurring = [name for name, bases in met.items() if len(bases) >= 3]
    assert recurring
    told = [name for name in recurring if not {"advised", "unwise"} <= verdicts[name]]
    assert told == []


MODERATE = re.compile(r"\b(first|until|while|only|some|one|two|part|when|if|agreed?)\b", re.I)
SWEEPING = re.compile(r"\b(never|nobody|all|every\w*|always|nothing|no|any|whole|ever)\b", re.I)
SHARED = re.compile(r"\b(with|both|each|together|shared?|agreed?|ask|show|talk|joint)\b", re.I)

RULES: dict[str, Callable[[str], float]] = {
    "the longest": len,
    "the shortest": lambda label: -len(label),
    "the most words": lambda label: len(label.split()),
    "the fewest words": lambda label: -len(label.split()),
    "the most moderate": lambda label: len(MODERATE.findall(label)),
    "the least moderate": lambda label: -len(MODERATE.findall(label)),
    "the fewest sweeping words": lambda label: -len(SWEEPING.findall(label)),
    "the most sweeping words": lambda label: len(SWEEPING.findall(label)),
    "what is done with others": lambda label: len(SHARED.findall(label)),
}
"""How somebody picks who has read nothing but the answers."""


@pytest.mark.parametrize("rule", sorted(RULES))
def test_who_picks_by_the_look_of_an_answer_is_hardly_better_than_chance(rule: str) -> None:
    gains = []
    for card in CARDS.values():
        looks = [RULES[rule](answer.label) for answer in card.answers]
        picked = [
            answer.verdict == "advised"
            for answer, look in zip(card.answers, looks, strict=True)
            if look == max(looks)
        ]
        right = sum(answer.verdict == "advised" for answer in card.answers)
        gains.append(sum(picked) / len(picked) - right / len(card.answers))
    assert sum(gains) / len(gains) <= 0.07


def features(one: Placed) -> Iterator[str]:
    label = one.answer.label
    words = label.lower().split()
    yield f"place {one.place}"
    yield f"length {one.length_rank} of {one.of}"
    yield f"first {words[0]}"
    yield f"words {min(len(words), 10)}"
    yield f"id {one.answer.id}"
    yield from (f"word {word}" for word in set(words))
    for name, trait in TRAITS.items():
        if trait(one):
            yield name


def learnt(answers: Iterable[Placed]) -> Callable[[Placed], float]:
    """A rule that adds up how much each feature of a label spoke for the advised answer."""
    seen: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for one in answers:
        for feature in features(one):
            seen[feature][one.answer.verdict == "advised"] += 1
    weights = {name: math.log((n[True] + 1) / (n[False] + 2)) for name, n in seen.items()}
    return lambda one: sum(weights.get(feature, -0.6) for feature in features(one))


def test_a_rule_learnt_from_labels_on_half_of_the_deck_hardly_helps_on_the_other() -> None:
    names = sorted(FAMILIES)
    gains = []
    for seed in range(20):
        random.Random(seed).shuffle(names)
        half = len(names) // 2
        know, try_on = (
            {card.id: card for name in part for card in FAMILIES[name]}
            for part in (names[:half], names[half:])
        )
        rule = learnt(placed(know))
        by_card: defaultdict[str, list[Placed]] = defaultdict(list)
        for one in placed(try_on):
            by_card[one.ref].append(one)
        right = [max(some, key=rule).answer.verdict == "advised" for some in by_card.values()]
        chance = [share("advised", some) for some in by_card.values()]
        gains.append(sum(right) / len(right) - sum(chance) / len(chance))
    assert sum(gains) / len(gains) <= 0.05
