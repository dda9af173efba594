"""Advice on cards that read otherwise than when one answered them in one's own practice."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mops_tui.model.packs.cards import Card, family_of
from mops_tui.model.packs.digest import card_digest
from mops_tui.model.packs.pack import CardPack, Scenario
from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.answers import PracticeAnswer, read_practice
from mops_tui.storage.packs.reading import read_pack
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


def advice_on_editions(path: Path, practice: Path) -> tuple[str, ...]:
    """What an author can do, so that answers of before count for a card, or count no more.

    Args:
        path: A pack that is sound.
        practice: Where one's own practice lies: what it knows of older texts.
    """
    pack = read_pack(path).pack
    if not isinstance(pack, Scenario | CardPack):
        return ()
    topic = pack.topic if isinstance(pack, CardPack) else pack.id
    cards = {f"{topic}/{one.id}": one for card in pack.cards for one in family_of(card)}
    answers, _damaged = read_practice(practice)
    return tuple(_advice(cards, answers))


def _advice(cards: dict[str, Card], answers: Iterable[PracticeAnswer]) -> Iterable[str]:
    told = set()
    for one in answers:
        event = one.event
        card = cards.get(event.card) if isinstance(event, CardAnswered) else None
        if card is None or not isinstance(event, CardAnswered):
            continue
        words = _of_one(card, event)
        if words and words not in told:
            told.add(words)
            yield words


def _of_one(card: Card, event: CardAnswered) -> str:
    verdicts = {answer.id: answer.verdict for answer in card.answers}
    same_verdict = verdicts.get(event.answer) == event.verdict
    if not event.edition and event.digest not in (card_digest(card), *card.same_as):
        if not same_verdict:
            return ""  # it has another meaning, and is a new card already
        return _(
            "Card “{card}” read otherwise when you answered it. If only its wording was mended "
            'since, add same_as = ["{digest}"], and those answers count. If its meaning changed, '
            "leave it as it is."
        ).format(card=card.id, digest=safe(event.digest))
    if event.edition == card.edition and not same_verdict:
        return _(
            "Card “{card}” judges an answer otherwise than when you gave it, and has the same "
            "edition. Write edition = {next}, and all answers of before count no more."
        ).format(card=card.id, next=card.edition + 1)
    return ""
