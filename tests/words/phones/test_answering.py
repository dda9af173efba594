"""What a phone says: whole sentences, true of whoever holds it, and no key of the facilitator's."""

from __future__ import annotations

import re

import pytest
from support.asking import BALLOTS, Room
from support.sessions import QUESTIONS, workshop

from mops_tui.model.packs.questions import QUESTION_KINDS, items_of
from mops_tui.model.session.ballots import Pass, Positions, Ranking, Ratings
from mops_tui.words.phones.answering import (
    closed_words,
    dark_vote_words,
    dark_words,
    help_words,
    keeping_words,
    own_answer_words,
    paused_words,
    saved_words,
    trial_words,
    voted_words,
    waiting_words,
)

KEY = re.compile(r"\b(?:Space|Enter|Esc|Tab|F\d+|press|keyboard)\b|: \w\.")


def said() -> list[str]:
    sentences = [help_words(kind, 3) for kind in QUESTION_KINDS]
    sentences += [*waiting_words(), dark_words()[1], dark_vote_words()]
    sentences += [paused_words()[1], closed_words()[1]]
    sentences += [*trial_words(), *(help_words(kind, items=1) for kind in QUESTION_KINDS)]
    for anonymity in ("named", "pseudonyms", "anonymous"):
        sentences += keeping_words(anonymity)
    return sentences


@pytest.mark.parametrize("sentence", said())
def test_a_sentence_is_whole_and_names_no_key(sentence: str) -> None:
    assert sentence.endswith(".")
    assert not KEY.search(sentence)


def test_where_votes_are_kept_is_not_said_as_if_it_were_the_phone() -> None:
    assert "this machine" not in " ".join(keeping_words("named"))


@pytest.mark.parametrize("ref", QUESTIONS)
def test_a_saved_vote_is_said_in_one_line_that_ends_once(ref: str) -> None:
    question = Room().state.question(ref)
    assert question is not None
    words = saved_words(question, BALLOTS[ref][0], workshop())
    assert words.startswith("Your vote is saved: ")
    assert re.search(r"[^.]\.$", words)


def test_a_pass_is_a_vote_that_is_saved() -> None:
    question = Room().state.question("demo/where")
    assert question is not None
    assert (
        saved_words(question, Pass(), workshop()) == "Your vote is saved: you would rather not say."
    )
    assert own_answer_words(question, Pass(), workshop()) == "You passed."
    assert own_answer_words(question, None, workshop()) == "This phone has no vote in this round."


def test_where_there_is_one_item_none_can_be_left_out_and_none_are_counted() -> None:
    assert not [kind for kind in QUESTION_KINDS if "leave some out" in help_words(kind, items=1)]
    ready = Room().state.question("demo/ready")
    assert ready is not None
    alone = ready.model_copy(update={"items": items_of(ready)[:1]})
    answer = Ratings((items_of(ready)[0].id,), ("absent",))
    assert saved_words(alone, answer, workshop()) == "Your vote is saved: An owner: Absent."


def test_many_answers_of_ones_own_are_counted_and_few_are_told() -> None:
    ready, lean = (Room().state.question(ref) for ref in ("demo/ready", "demo/lean"))
    assert ready is not None
    assert lean is not None
    few = Ratings(("owner",), ("absent",))
    assert own_answer_words(ready, few, workshop()) == "Your answer: An owner: Absent"
    six = lean.model_copy(update={"items": items_of(lean) * 3})
    many = Positions(("a", "b", "c", "d"), (1, 1, 1, 1))
    assert own_answer_words(six, many, workshop()) == "Your answers are marked: 4 of 6."
    order = Room().state.question("demo/order")
    assert order is not None
    told = own_answer_words(order, Ranking(("b", "a", "c")), workshop())
    assert told == "Your answer: Beta > Alpha > Gamma"


def test_how_many_have_voted_has_its_singular() -> None:
    assert voted_words(1, 9) == "1 of 9 has voted"
    assert voted_words(0, 9) == "0 of 9 have voted"
