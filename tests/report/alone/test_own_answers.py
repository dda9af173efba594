"""One's own answers for a spreadsheet: tidy, true, and never a formula."""

from __future__ import annotations

import csv
import io
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.practised import DAY, DECK, KEYS, answered
from support.rehearsed import ours

from mops_tui.model.session.events import (
    AnswerCommitted,
    AnswerTakenBack,
    CardAnswered,
    RoomPredicted,
)
from mops_tui.report.alone.own_answers import COLUMNS, answers_csv
from mops_tui.sources.practice.answers import PracticeAnswer, without_taken_back


def rows(*answers: PracticeAnswer) -> list[dict[str, str]]:
    text = answers_csv(ours().scenarios.values(), answers)
    read = csv.DictReader(io.StringIO(text), strict=True)
    assert tuple(read.fieldnames or ()) == COLUMNS
    made = list(read)
    assert all(None not in row and None not in row.values() for row in made)
    return made


def test_a_row_an_answer_with_all_that_the_journal_says() -> None:
    [first, again] = rows(
        answered(KEYS[0], confidence=33),
        answered(KEYS[0], "unwise", confidence=95, when=DAY + timedelta(days=2), edition=1),
    )
    card = DECK.cards[KEYS[0]]
    advised = next(a for a in card.answers if a.verdict == "advised")
    assert datetime.fromisoformat(first["date"]) == DAY
    assert (first["kind"], first["card"], first["title"]) == ("card", KEYS[0], card.title)
    assert (first["answer"], first["confidence"], first["verdict"]) == (
        advised.label,
        "33",
        "advised",
    )
    assert (first["first_sight"], first["edition"]) == ("yes", "0")
    assert (again["first_sight"], again["edition"], again["verdict"]) == ("no", "1", "unwise")


@given(st.lists(st.sampled_from(("it", "sales"))), st.lists(st.integers(0, 10)))
def test_whatever_a_file_says_was_predicted_makes_a_row(laid: list[str], points: list[int]) -> None:
    predicted = RoomPredicted(
        session="s", question="a/b", digest="0" * 12,
        answers=tuple(laid), points=tuple(points), score=70,
    )  # fmt: skip
    [row] = rows(PracticeAnswer(DAY, predicted))
    assert (row["kind"], row["placed_right"]) == ("prediction", "70")
    told = [f"{one} {n}" for one, n in zip(laid, points, strict=False)]
    assert row["answer"] == (", ".join(told) if len(laid) == len(points) else "")


def test_a_card_that_is_gone_keeps_its_id_and_the_id_of_its_answer() -> None:
    [row] = rows(answered("gone/card"))
    assert (row["card"], row["title"], row["answer"]) == ("gone/card", "", "a")


def test_a_question_that_was_walked_has_no_verdict() -> None:
    scenario = ours().scenarios["org-placement"]
    question = scenario.questions[0]
    walked = AnswerCommitted(
        question=f"org-placement/{question.id}", digest="0" * 12, answer="IT", confidence=80
    )
    [row] = rows(PracticeAnswer(DAY, walked))
    assert (row["kind"], row["title"], row["answer"]) == ("question", question.title, "IT")
    assert row["verdict"] == row["first_sight"] == row["edition"] == ""


@pytest.mark.parametrize(
    "odd",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r\n=1", "＝1", '=HYPERLINK("http://x")'],
)
def test_no_cell_is_a_formula(odd: str) -> None:
    walked = AnswerCommitted(question="a/b", digest="0" * 12, answer=odd, confidence=80)
    [row] = rows(PracticeAnswer(DAY, walked))
    assert row["answer"].startswith("'")
    event = CardAnswered(card=odd, digest="0", answer=odd, confidence=20, verdict="unwise")
    [row] = rows(PracticeAnswer(DAY, event))
    assert row["card"].startswith("'")
    assert row["answer"].startswith("'")


@pytest.mark.parametrize("odd", ['He said "no", twice', "two\nlines", "\x1b[31mred", "x" * 10_000])
def test_an_odd_answer_is_one_cell_in_one_line(odd: str) -> None:
    walked = AnswerCommitted(question="a/b", digest="0" * 12, answer=odd, confidence=80)
    answer = PracticeAnswer(DAY, walked)
    [row] = rows(answer)
    assert "\x1b" not in row["answer"]
    assert answers_csv((), [answer]).count("\n") == 2


def test_what_was_taken_back_is_gone_and_what_was_answered_again_is_no_first_sight() -> None:
    back = PracticeAnswer(DAY, AnswerTakenBack(of=KEYS[0]))
    given = without_taken_back([answered(KEYS[0], "unwise"), back, answered(KEYS[0])])
    [row] = rows(*given)
    assert (row["verdict"], row["first_sight"]) == ("advised", "no")


def test_without_an_answer_there_are_headings_alone() -> None:
    assert rows() == []
