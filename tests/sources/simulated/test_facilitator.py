"""The scripted facilitator: where it goes, whom it asks why, and when it lets a room vote again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from support.branching import workshop
from support.rehearsed import ours, room_cast, shipped

from mops_tui.model.packs.questions import items_of
from mops_tui.model.replay.debrief import debrief
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import visible
from mops_tui.model.session.events import ReasonGiven, StepShown
from mops_tui.sources.simulated import facilitator as module
from mops_tui.sources.simulated.rehearsal import RehearsalRun, rehearse, session_bytes
from mops_tui.words.rehearsals.decided import decided
from mops_tui.words.rehearsals.reasons import speech

SEEDS = range(4)


@cache
def run(workshop_id: str, seed: int, people: int = 9) -> RehearsalRun:
    return _run(workshop_id, seed, people)


def _run(workshop_id: str, seed: int, people: int = 9) -> RehearsalRun:
    cast, said = ours().casts["the-room"], speech(ours().arguments)
    return rehearse(shipped(workshop_id), cast, people, seed, "0", decided, said)


def runs() -> Iterator[RehearsalRun]:
    return (run(one, seed) for one in ("placement-only", "out-of-chaos") for seed in SEEDS)


def test_nothing_is_read_back_where_nothing_was_decided() -> None:
    made = rehearse(workshop("today"), room_cast(), 3, 1, "0", lambda _state, _scenario: None)
    assert made.state.phase == "closed"
    assert not [event for event in made.events if isinstance(event, StepShown)]


def test_people_who_differ_are_asked_why_and_nobody_says_what_another_has_said() -> None:
    codes = set()
    for made in runs():
        given = [event for event in made.events if isinstance(event, ReasonGiven)]
        assert given
        by_question: dict[str, list[str]] = {}
        for event in given:
            by_question.setdefault(event.question, []).append(event.text)
        for texts in by_question.values():
            assert len(texts) == len(set(texts))
        codes |= {one.code for one in debrief(made.header, made.events).remarks}
    assert "heard-both-sides" in codes
    assert "no-reasons" not in codes


def test_nobody_is_asked_why_at_the_door_or_on_the_way_out() -> None:
    for made in runs():
        for ref in made.state.reasons:
            scenario = made.state.workshop.scenario(ref.partition("/")[0])
            assert scenario is not None
            assert not scenario.opening
            assert not scenario.closing


def test_a_room_votes_again_on_what_is_open_and_no_list_of_sixteen() -> None:
    again = 0
    for made in (*runs(), run("readiness-check", 1)):
        seen = visible(made.state, "facilitator")
        for ref, rounds in seen.rounds.items():
            if len(rounds) < 2:
                continue
            again += 1
            first, question = result(seen, ref, 1), seen.question(ref)
            assert first is not None
            assert question is not None
            assert first.verdict.code in module.UNSETTLED
            assert len(items_of(question)) <= module.LONG_LIST
    assert again


@pytest.mark.parametrize("workshop_id", ["placement-only", "short-walk"])
def test_asking_why_and_voting_again_leave_the_day_in_its_minutes(workshop_id: str) -> None:
    for seed in SEEDS:
        made = run(workshop_id, seed)
        assert made.state.worked(made.state.t) <= made.state.minutes * 60


def test_the_same_seed_says_the_same() -> None:
    assert session_bytes(run("placement-only", 2)) == session_bytes(_run("placement-only", 2))
    assert session_bytes(run("placement-only", 2)) != session_bytes(run("placement-only", 3))


@pytest.mark.parametrize("people", [1, 2, 40])
def test_rooms_of_any_size_come_to_their_end(people: int) -> None:
    made = run("placement-only", 1, people)
    assert made.state.phase == "closed"
    assert not made.state.ignored
