"""Some cards, one after another: where one stands, what was answered, what can be taken back."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

from mops_tui.model.packs.cards import Card, CardAnswer
from mops_tui.model.packs.digest import card_digest
from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.deck import Deck


class Visit:
    """The cards that are dealt at one go; the screen and the plain mode go through one each.

    It keeps nothing on a disk: whoever holds it writes each event down, and then says so.

    Attributes:
        keys: The cards, as `scenario/card`.
        at: The place of the present card, from 0.
    """

    def __init__(self, deck: Deck, keys: Sequence[str]) -> None:
        """Take the cards to answer, by key."""
        self.keys = tuple(keys)
        self.at = 0
        self._deck = deck
        self._given: list[CardAnswered] = []
        self._shown: dict[int, tuple[CardAnswer, ...]] = {}

    @property
    def key(self) -> str:
        """The present card's key."""
        return self.keys[self.at]

    @property
    def card(self) -> Card:
        """The present card."""
        return self._deck.cards[self.key]

    @property
    def answered(self) -> bool:
        """Whether the present card is answered."""
        return len(self._given) > self.at

    @property
    def event(self) -> CardAnswered | None:
        """The answer to the present card as it is kept, or None."""
        return self._given[self.at] if self.answered else None

    @property
    def given(self) -> CardAnswer | None:
        """What the present card was answered with, or None."""
        chosen = self._given[self.at].answer if self.answered else ""
        return next((one for one in self.card.answers if one.id == chosen), None)

    @property
    def verdicts(self) -> tuple[str, ...]:
        """What the cards made of the answers so far, in their order."""
        return tuple(event.verdict for event in self._given)

    @property
    def left(self) -> int:
        """How many of the cards are not answered."""
        return len(self.keys) - len(self._given)

    @property
    def last(self) -> str:
        """The key of the card whose answer was the last, which can be taken back; "" before."""
        return self._given[-1].card if self._given else ""

    def choices(self, day: date) -> tuple[CardAnswer, ...]:
        """The present card's answers in the order of that day: no place is learnt by heart.

        Once they were shown their order stays, over midnight too: who chooses by a number gets
        what stood behind it.
        """
        if self.at not in self._shown:
            draw = random.Random(f"{self.key}/{day}")
            self._shown[self.at] = tuple(draw.sample(self.card.answers, len(self.card.answers)))
        return self._shown[self.at]

    def answer(self, answer: str, confidence: int) -> CardAnswered:
        """The event that answers the present card: to be kept first, and then to be `kept`.

        Args:
            answer: The id of one of its answers.
            confidence: How sure, in per cent.
        """
        chosen = next(one for one in self.card.answers if one.id == answer)
        return CardAnswered(
            card=self.key,
            digest=card_digest(self.card),
            answer=chosen.id,
            confidence=confidence,
            verdict=chosen.verdict,
            edition=self.card.edition,
        )

    def kept(self, event: CardAnswered) -> None:
        """The present card's answer is on the disk."""
        self._given.append(event)

    def taken_back(self) -> None:
        """The last answer counts no longer: its card is the present one, and not answered."""
        self._given.pop()
        self.at = len(self._given)

    def go_on(self) -> bool:
        """Go to the next card; False where there is none."""
        if self.at + 1 >= len(self.keys):
            return False
        self.at += 1
        return True
