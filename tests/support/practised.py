"""Answers of practice, to cards of the packs that come along."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from support.rehearsed import ours

from mops_tui.model.packs.digest import card_digest
from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.sources.practice.deck import Deck

DECK = Deck.of(s for s in ours().scenarios.values() if not s.closing)
KEYS = tuple(DECK.cards)
SCENARIO_IDS = sorted({key.partition("/")[0] for key in KEYS})
DAY = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def answered(
    key: str = KEYS[0],
    verdict: str = "advised",
    confidence: int = 60,
    when: datetime = DAY,
    **changes: Any,
) -> PracticeAnswer:
    card = DECK.cards.get(key)
    event = CardAnswered.model_validate(
        {
            "card": key,
            "digest": card_digest(card) if card else "0" * 12,
            "answer": next((a.id for a in card.answers if a.verdict == verdict), "a")
            if card
            else "a",
            "confidence": confidence,
            "verdict": verdict,
        }
        | changes
    )
    return PracticeAnswer(when, event)


def families(keys: Iterable[str]) -> list[str]:
    """The family of each key."""
    return [DECK.family(key) for key in keys]
