"""Whether an answer of before was given to what a card is now."""

from __future__ import annotations

import pytest
from support.practised import DAY, DECK, KEYS, answered

from mops_tui.model.packs.cards import Card
from mops_tui.model.packs.digest import card_digest
from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.editions import Editions
from mops_tui.sources.practice.schedule import ReviewSchedule

KEY = KEYS[0]
CARD = DECK.cards[KEY]
MENDED = CARD.model_copy(update={"situation": CARD.situation + " Really."})
OLD = card_digest(CARD)


def same(card: Card, edition: int, digest: str = OLD) -> bool:
    event = answered(KEY, digest=digest, edition=edition).event
    assert isinstance(event, CardAnswered)
    return Editions().same(event, card)


def turned(card: Card) -> Card:
    """With the verdicts of its answers passed on by one."""
    verdicts = [answer.verdict for answer in card.answers]
    answers = tuple(
        answer.model_copy(update={"verdict": verdict})
        for answer, verdict in zip(card.answers, [*verdicts[1:], verdicts[0]], strict=True)
    )
    return card.model_copy(update={"answers": answers})


def test_mended_wording_keeps_the_history_of_its_edition() -> None:
    assert same(CARD, 1)
    assert same(MENDED, 1)
    translated = MENDED.model_copy(update={"title": "Zelte", "ask": "Was nun?"})
    assert same(translated, 1)


def test_another_edition_is_another_card_even_in_the_same_words() -> None:
    assert not same(CARD.model_copy(update={"edition": 2}), 1)
    assert same(CARD.model_copy(update={"edition": 2}), 2, digest="0" * 12)


def test_an_answer_of_before_editions_counts_by_the_text_or_by_what_is_said_the_same() -> None:
    assert same(CARD, 0)
    assert not same(MENDED, 0)
    assert same(MENDED.model_copy(update={"same_as": (OLD,)}), 0)
    assert not same(MENDED.model_copy(update={"same_as": ("0" * 12,)}), 0)


@pytest.mark.parametrize("edition", [0, 1])
def test_a_verdict_that_changed_for_the_answer_given_is_a_new_meaning(edition: int) -> None:
    other = turned(CARD).model_copy(update={"same_as": (OLD,)})
    assert not same(other, edition)


def test_an_answer_that_the_card_no_longer_has_counts_no_more() -> None:
    fewer = CARD.model_copy(update={"answers": CARD.answers[:1]})
    gone = CARD.answers[1]
    event = answered(KEY, verdict=gone.verdict, edition=1, answer=gone.id).event
    assert isinstance(event, CardAnswered)
    assert not Editions().same(event, fewer)


def test_after_a_new_meaning_the_card_is_new_and_what_came_before_is_gone() -> None:
    unchanged = next(one for one in CARD.answers if one.verdict == "unwise")
    new = CARD.model_copy(
        update={
            "answers": tuple(
                one if one.id == unchanged.id else one.model_copy(update={"verdict": "defensible"})
                for one in CARD.answers
            )
        }
    )
    deck = Deck({KEY: new})
    first = answered(KEY, "unwise", edition=1)
    second = answered(KEY, "advised", edition=1)
    assert ReviewSchedule(deck, [first]).due_of(KEY, DAY) is not None
    assert ReviewSchedule(deck, [first, second]).due_of(KEY, DAY) is None
    assert ReviewSchedule(deck, [first, second]).today(DAY).new == (KEY,)
    assert ReviewSchedule(deck, [first, second]).of_scenario(KEY.partition("/")[0], DAY) == (KEY,)
