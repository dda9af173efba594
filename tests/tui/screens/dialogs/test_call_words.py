"""What may be typed for an answer is read as that answer, whatever it is called."""

from __future__ import annotations

import pytest
from support.labelled import ODD, labelled
from support.results import Room

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.callouts import CallOut, read_line
from mops_tui.tui.screens.dialogs.call_words import MOST_EXAMPLE, CallWords
from mops_tui.words.safe import cells

CALLED = ("where", "ready", "lean", "waves", "place", "cmo")


def words_of(state: VisibleState, name: str) -> CallWords:
    ref = f"demo/{name}"
    return CallWords(state.question(ref), state.answers(ref), state.workshop)


@pytest.mark.parametrize("name", CALLED)
@pytest.mark.parametrize("labels", [None, *([one] for one in ODD), list(ODD)], ids=repr)
def test_each_answer_has_a_part_that_counts_it_alone(name: str, labels: list[str] | None) -> None:
    room = Room(3) if labels is None else Room(3, workshop=labelled(labels))
    words = words_of(room.seen(), name)
    for item in words.items:
        for key, _label in words.shown(item):
            part = words.part(item, key, 2)
            assert read_line(part, words.typed(item)) == (CallOut(key, 2, relative=False),)


@pytest.mark.parametrize("name", CALLED)
def test_the_example_is_short_and_can_be_typed(name: str) -> None:
    words = words_of(Room(3).seen(), name)
    for item in words.items:
        example = words.example(item)
        assert cells(example) <= 2 * MOST_EXAMPLE + 2
        calls = read_line(example, words.typed(item))
        assert isinstance(calls, tuple)
        assert [call.count for call in calls] == [5, 3]


def test_of_a_pair_both_statements_are_named_and_their_sides() -> None:
    words = words_of(Room(3).seen(), "lean")
    item = words.items[0]
    assert "↔" in words.name(item)
    assert len(words.shown(item)) == 5
    assert words.shown(item)[0][1].startswith("left: ")


def test_a_question_that_is_not_there_has_no_words() -> None:
    words = words_of(Room(3).seen(), "gone")
    (item,) = words.items
    assert (words.shown(item), words.example(item), words.name(item)) == ((), "", "")
