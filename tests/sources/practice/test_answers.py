"""What was answered in practice, and what of it counts."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.practised import DAY, DECK, KEYS, answered

from mops_tui.model.session.events import AnswerCommitted, AnswerTakenBack, PracticeEvent
from mops_tui.sources.practice.answers import PracticeAnswer, read_practice, without_taken_back
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.sources.practice.progress import Progress

EVENTS = st.lists(
    st.one_of(
        st.sampled_from(KEYS[:3]).map(lambda key: answered(key).event),
        st.sampled_from(KEYS[:3]).map(lambda key: AnswerTakenBack(of=key)),
    ),
    max_size=20,
)


def given_in_order(events: list[PracticeEvent]) -> list[PracticeAnswer]:
    return [PracticeAnswer(DAY + timedelta(minutes=n), one) for n, one in enumerate(events)]


@given(EVENTS)
def test_of_each_card_so_many_answers_count_as_were_not_taken_back(
    events: list[PracticeEvent],
) -> None:
    wanted: Counter[str] = Counter()
    for event in events:
        if isinstance(event, AnswerTakenBack):
            wanted[event.of] = max(0, wanted[event.of] - 1)
        elif event.kind == "card-answered":
            wanted[event.card] += 1
    kept = without_taken_back(given_in_order(events))
    assert Counter(one.event.card for one in kept if one.event.kind == "card-answered") == +wanted
    assert [one.when for one in kept] == sorted(one.when for one in kept)
    taken = [event for event in events if isinstance(event, AnswerTakenBack)]
    assert [one.event for one in kept if isinstance(one.event, AnswerTakenBack)] == taken


def test_the_latest_answer_is_the_one_that_is_taken_back() -> None:
    events = [answered(verdict="unwise").event, answered().event, AnswerTakenBack(of=KEYS[0])]
    kept = without_taken_back(given_in_order(events))
    assert [one.event for one in kept] == [events[0], events[2]]


def test_an_answer_that_was_taken_back_counts_nowhere() -> None:
    events = [answered().event, AnswerTakenBack(of=KEYS[0])]
    progress = Progress(DECK, without_taken_back(given_in_order(events)))
    assert progress.answers == ()
    assert progress.days(DAY) == (0, 0)
    assert progress.strengths("practice") == ()
    assert progress.schedule.due_of(KEYS[0], DAY) is None
    assert KEYS[0] in progress.schedule.of_scenario(KEYS[0].partition("/")[0], DAY)


def test_an_answer_to_a_question_is_taken_back_likewise() -> None:
    said = AnswerCommitted(question="demo/where", digest="0" * 12, answer="A", confidence=95)
    kept = without_taken_back(given_in_order([said, said, AnswerTakenBack(of="demo/where")]))
    assert [one.event for one in kept] == [said, AnswerTakenBack(of="demo/where")]


@pytest.mark.parametrize(
    "name", ["practice-2026-11 (copy).toml", "practice-2026-11-2.toml", "practice-2025-01.toml"]
)
def test_an_answer_counts_once_however_many_copies_of_its_file_there_are(
    tmp_path: Path, name: str
) -> None:
    clock = [DAY]
    journal = PracticeJournal(tmp_path, lambda: clock[0])
    events = [answered(KEYS[0]).event, answered(KEYS[1]).event, AnswerTakenBack(of=KEYS[1])]
    for event in (*events, answered(KEYS[1]).event, answered(KEYS[1]).event):
        clock[0] += timedelta(minutes=1)
        journal.record(event)
    before = read_practice(tmp_path, DAY + timedelta(days=1))
    shutil.copy(journal.path, tmp_path / name)
    assert read_practice(tmp_path, DAY + timedelta(days=1)) == before
    clock[0] += timedelta(days=1)  # the two go on apart, as on two computers
    journal.record(answered(KEYS[2]).event)
    journal.close()
    answers, damaged = read_practice(tmp_path, DAY + timedelta(days=2))
    assert damaged == ()
    assert [one.event.kind for one in answers].count("card-answered") == 4


def test_the_same_answer_at_another_moment_is_another_answer(tmp_path: Path) -> None:
    clock = [DAY]
    journal = PracticeJournal(tmp_path, lambda: clock[0])
    for _ in range(3):
        journal.record(answered(KEYS[0]).event)
    journal.close()
    assert len(read_practice(tmp_path, DAY + timedelta(days=1))[0]) == 3
