"""What takes people how long, and that each workshop that comes along fits into its minutes."""

from __future__ import annotations

import pytest
from support.rehearsed import kept, ours, rehearsal_of_today, room_cast

from mops_tui.model.packs.minutes import vote_minutes
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.session.events import RoundOpened, StepShown, TimerStarted
from mops_tui.sources.simulated.characters import people
from mops_tui.sources.simulated.human_time import AGAIN, SLOW, aloud, delay, vote_seconds
from mops_tui.sources.simulated.rehearsal import RehearsalRun

SEEDS = (7, 8, 9)


def run(workshop_id: str, seed: int = 7) -> RehearsalRun:
    return rehearsal_of_today(workshop_id, 9, seed)


@pytest.mark.slow
@pytest.mark.parametrize("workshop_id", sorted(ours().workshops))
def test_nine_people_are_through_in_time(workshop_id: str) -> None:
    for seed in SEEDS:
        state = run(workshop_id, seed).state
        assert state.phase == "closed"
        assert not state.ignored
        assert state.worked(state.t) / 60 <= state.minutes, seed


@pytest.mark.slow
def test_the_half_day_has_breaks_and_silence_that_are_kept() -> None:
    events = run("full-walk").events
    breaks = [e for e in events if isinstance(e, StepShown) and e.of == "break"]
    assert breaks
    for one in breaks:
        after = next(e for e in events if e.seq > one.seq and e.kind.endswith("-shown"))
        assert after.t - one.t >= 600
    silent = [e for e in events if isinstance(e, TimerStarted) and e.of == "alone"]
    assert silent
    for timer in silent:
        first_vote = next(e for e in events if e.seq > timer.seq and e.kind == "vote-cast")
        assert first_vote.t - timer.t >= timer.seconds


def questions() -> list[QuestionBase]:
    return [question for s in kept("full-walk").scenarios for question in s.questions]


def test_a_text_is_read_aloud_at_a_hundred_and_fifty_words_a_minute() -> None:
    assert aloud("word " * 150) - aloud(None) == pytest.approx(60)


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.id)
def test_a_vote_fits_into_what_an_agenda_counts_for_it(question: QuestionBase) -> None:
    assert vote_seconds(question) <= vote_minutes(question) * 60


def test_nobody_votes_faster_than_was_measured_and_a_second_time_is_quicker() -> None:
    question = questions()[0]
    for person in people(room_cast(), 9, 7):
        first, second = delay(person, question, 1), delay(person, question, 2)
        if first is None or second is None:
            assert person.character.asked
            continue
        slow = SLOW if person.character.late else 1.0
        assert first >= vote_seconds(question) * slow
        assert second >= vote_seconds(question) * slow * AGAIN
    votes = [
        [delay(person, question, number) for person in people(room_cast(), 9, 7)]
        for number in (1, 2)
    ]
    for first, second in zip(*votes, strict=True):  # of the same draw
        assert first is None or (second is not None and second < first)


def test_a_room_that_is_unsettled_votes_again_within_its_minutes() -> None:
    events = run("short-walk").events
    assert any(isinstance(event, RoundOpened) and event.round == 2 for event in events)
