"""Another situation of the same company that was met: it is told of truly, or not at all."""

from __future__ import annotations

from support.practised import DECK, KEYS, answered

from mops_tui.sources.practice.siblings import answered_before, sibling_met
from mops_tui.words.alone.cards import sibling_words

BASE, VARIANT = next(
    (one, other)
    for one in KEYS
    for other in KEYS
    if one != other and DECK.family(one) == DECK.family(other) == one
)
STRANGER = next(key for key in KEYS if DECK.family(key) != BASE)


def test_the_situation_that_was_met_is_told_with_what_decided_it() -> None:
    met = sibling_met(DECK, [answered(BASE), answered(STRANGER)], VARIANT)
    assert met is DECK.cards[BASE]
    said = sibling_words(met)
    assert DECK.cards[BASE].decides in said
    assert all(one.label.rstrip(".") in said for one in DECK.cards[BASE].advised)


def test_neither_the_card_itself_nor_another_company_is_told() -> None:
    assert sibling_met(DECK, [answered(VARIANT), answered(STRANGER)], VARIANT) is None
    assert sibling_words(None) == ""


def test_what_meant_something_else_then_is_not_told() -> None:
    old = answered(BASE, digest="another", edition=0)
    assert sibling_met(DECK, [old], VARIANT) is None


def test_the_answer_before_the_last_is_that_of_the_same_card_with_the_same_meaning() -> None:
    first, second, other = answered(BASE), answered(BASE), answered(VARIANT)
    old = answered(BASE, digest="another", edition=0)
    assert answered_before(DECK, [first], BASE) is None
    assert answered_before(DECK, [old, other, first], BASE) is None
    assert answered_before(DECK, [first, other, second, other], BASE) is first
