"""A situation card in words: what stands on it, what it says of an answer, what a visit came to.

The screen and the plain mode say the same, each in its own way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mops_tui.model.packs.cards import Card, CardAnswer, Verdict
from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.siblings import answered_before, sibling_met
from mops_tui.words.alone.days import said_day
from mops_tui.words.alone.practice import verdict_word, verdict_words
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import percent_text
from mops_tui.words.sources import source_names

VERDICTS: tuple[Verdict, ...] = ("advised", "defensible", "unwise")
"""The verdicts, in the order in which answers are told."""


@dataclass(frozen=True)
class Judged:
    """What a card makes of one of its answers.

    Attributes:
        word: The verdict, in a word.
    """

    label: str
    verdict: Verdict
    word: str
    why: str


@dataclass(frozen=True)
class Feedback:
    """What is said of an answer once it is kept.

    Attributes:
        said: The verdict, as a sentence.
        chosen: The answer that was chosen.
        decides: What in the situation decides it; `decides_name` is its heading.
        others: The answers that were not chosen, the advised ones first.
        objector: Who sees it otherwise, and `objection`: how; "" where nobody does.
        idea: Where the idea comes from, as a sentence, or "".
    """

    said: str
    chosen: Judged
    decides_name: str
    decides: str
    others: tuple[Judged, ...]
    objector: str
    objection: str
    idea: str


def feedback(card: Card, answer: CardAnswer) -> Feedback:
    """What a card says of the answer that was chosen."""
    others = [one for one in card.answers if one.id != answer.id]
    names = source_names((*card.sources, *answer.sources))
    point = card.counterpoint
    return Feedback(
        said=verdict_words(answer.verdict, len(card.advised) - 1),
        chosen=_judged(answer),
        decides_name=_("What decides"),
        decides=card.decides,
        others=tuple(
            _judged(one) for one in sorted(others, key=lambda a: VERDICTS.index(a.verdict))
        ),
        objector=point.who if point else "",
        objection=point.text if point else "",
        idea=_("The idea behind it: {names}").format(names=names) if names else "",
    )


def _judged(answer: CardAnswer) -> Judged:
    return Judged(answer.label, answer.verdict, verdict_word(answer.verdict), answer.why)


def sibling_words(met: Card | None) -> str:
    """What was different when another situation of the same family was answered; "" before that."""
    if met is None:
        return ""
    words = _(
        "When you met this company in another situation, this decided: {decides} "
        "Advised there: {labels}."
    )
    labels = "; ".join(one.label.rstrip(".") for one in met.advised)
    decides = met.decides if met.decides.endswith((".", "!", "?", "…")) else f"{met.decides}."
    return words.format(decides=decides, labels=labels)


def last_time_words(met: PracticeAnswer | None, card: Card, chosen: str, now: datetime) -> str:
    """What somebody answered when they met this card the last time; "" at first sight.

    Args:
        met: That answer, to this card.
        card: The card.
        chosen: The answer of now.
        now: The time, where the person is.
    """
    if met is None or not isinstance(met.event, CardAnswered):
        return ""
    event, local = met.event, met.when.astimezone(now.tzinfo)
    when = _("Last time, on {day},").format(day=said_day(met.when))
    if local.date() == now.date():
        when = _("Earlier today")
    sure = percent_text(event.confidence)
    if event.answer == chosen:
        return _("{when} you chose the same, {sure} sure.").format(when=when, sure=sure)
    label = next(one.label for one in card.answers if one.id == event.answer).rstrip(".")
    words = _("{when} you chose “{label}” ({word}), {sure} sure.")
    return words.format(when=when, label=label, word=verdict_word(event.verdict), sure=sure)


def before_words(
    deck: Deck, answers: Sequence[PracticeAnswer], event: CardAnswered, now: datetime
) -> str:
    """What somebody met before: this card the last time, and another situation of its family.

    Args:
        deck: All cards at hand.
        answers: What was answered so far, in order, this answer too.
        event: The answer that is explained.
        now: The time, where the person is.
    """
    card = deck.cards[event.card]
    met = answered_before(deck, answers, event.card)
    own = last_time_words(met, card, event.answer, now)
    sibling = sibling_words(sibling_met(deck, answers, event.card))
    return " ".join(words for words in (own, sibling) if words)


def which_card(n: int, m: int) -> str:
    """Which card of a visit this is."""
    return _("Card {n} of {m}").format(n=n, m=m)


def what_is_advised() -> str:
    """What the verdicts mean, before the first of them is met: the question of confidence asks."""
    return _(
        "One answer is advised here, or two: the best in this situation, as the card's author "
        "sees it. The others are defensible or unwise."
    )


def visit_done(verdicts: tuple[str, ...]) -> str:
    """What a visit came to, once its last card is answered."""
    return ngettext(
        "{n} card done, {right} as advised.", "{n} cards done, {right} as advised.", len(verdicts)
    ).format(n=len(verdicts), right=verdicts.count("advised"))


def visit_left(answered: int, left: int) -> str:
    """What leaving in the middle keeps, and what becomes of the rest."""
    if not answered:
        return _("No card is answered; they are left for another time.")
    kept = ngettext("{n} answer is kept.", "{n} answers are kept.", answered).format(n=answered)
    if not left:
        return kept
    rest = ngettext(
        "{kept} {n} card is left for another time.",
        "{kept} {n} cards are left for another time.",
        left,
    )
    return rest.format(kept=kept, n=left)


def taken_back() -> str:
    """What is said when an answer was taken back: its feedback has been read."""
    return _(
        "Your answer is taken back. Answer again: that decides when the card comes back, and does "
        "not count for your judgement, since you know what is advised."
    )
