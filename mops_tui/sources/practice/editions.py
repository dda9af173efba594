"""Whether an answer of before was given to what a card is now."""

from __future__ import annotations

from mops_tui.model.packs.cards import Card
from mops_tui.model.packs.digest import card_digest
from mops_tui.model.session.events import CardAnswered


class Editions:
    """The cards at hand as answers are held against them; a digest is made once."""

    def __init__(self) -> None:
        """Begin with no digest made."""
        self._digests: dict[str, str] = {}

    def same(self, answer: CardAnswered, card: Card) -> bool:
        """Whether an answer was given to the card as it is meant today.

        The edition says so, whatever was mended of the wording since. An answer of before there
        were editions was given to the same text, or to one that the card says it is the same as.
        A verdict that is another today is another meaning, whatever the author says.
        """
        return self._same_edition(answer, card) and any(
            one.id == answer.answer and one.verdict == answer.verdict for one in card.answers
        )

    def _same_edition(self, answer: CardAnswered, card: Card) -> bool:
        if answer.digest in card.same_as:
            return True
        if answer.edition:
            return answer.edition == card.edition
        return answer.digest == self._digest(answer.card, card)

    def _digest(self, key: str, card: Card) -> str:
        if key not in self._digests:
            self._digests[key] = card_digest(card)
        return self._digests[key]
