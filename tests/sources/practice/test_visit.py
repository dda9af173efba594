"""A visit: cards in their order, what was answered, and what is taken back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.rehearsed import ours

from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.visit import Visit

DAY = date(2026, 11, 27)
DECK = Deck.of(ours().scenarios.values())


def visit(n: int = 3) -> Visit:
    return Visit(DECK, tuple(DECK.cards)[:n])


def answered(one: Visit) -> None:
    one.kept(one.answer(one.choices(DAY)[0].id, 60))


def test_an_answer_counts_once_it_is_kept() -> None:
    one = visit()
    event = one.answer(one.choices(DAY)[0].id, 60)
    assert (one.answered, one.given, one.last) == (False, None, "")
    one.kept(event)
    assert one.answered
    assert one.given is not None
    assert one.given.id == event.answer
    assert one.last == one.key
    assert one.verdicts == (event.verdict,)


def test_an_answer_that_is_taken_back_leaves_its_card_open() -> None:
    one = visit()
    answered(one)
    first = one.key
    assert one.go_on()
    one.taken_back()
    assert (one.key, one.answered, one.last, one.left) == (first, False, "", 3)


def test_after_the_last_card_there_is_none() -> None:
    one = visit(1)
    answered(one)
    assert not one.go_on()
    assert one.left == 0


def test_the_order_of_answers_holds_for_a_day() -> None:
    assert visit().choices(DAY) == visit().choices(DAY)
    orders = {visit().choices(date(2026, 11, day)) for day in range(1, 30)}
    assert len(orders) > 1


def test_the_order_that_was_shown_stays_over_midnight_and_after_an_answer_is_taken_back() -> None:
    one = visit()
    shown = one.choices(DAY)
    assert {one.choices(date(2026, 12, day)) for day in range(1, 30)} == {shown}
    answered(one)
    one.go_on()
    one.taken_back()
    assert one.choices(date(2026, 12, 1)) == shown


@given(st.lists(st.sampled_from(["answer", "on", "back"]), max_size=30))
def test_whatever_is_done_a_card_has_one_answer_and_the_last_is_the_one_taken_back(
    steps: list[str],
) -> None:
    one = visit()
    model: list[str] = []
    for step in steps:
        if step == "answer" and not one.answered:
            model.append(one.key)
            answered(one)
        elif step == "on" and one.answered:
            one.go_on()
        elif step == "back" and one.last:
            assert one.last == model.pop()
            one.taken_back()
        assert len(one.verdicts) == len(model)
        assert one.last == (model[-1] if model else "")
        assert model == list(one.keys[: len(model)])
        assert one.left == 3 - len(model)


def test_an_answer_that_the_card_does_not_have_is_none() -> None:
    with pytest.raises(StopIteration):
        visit().answer("not-there", 60)
