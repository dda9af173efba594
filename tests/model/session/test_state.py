"""What a state tells about the room: who is there, whose votes can come, and whose time it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import Room, commands
from support.narrow import a, timer_of

from mops_tui.model.packs.questions import CurveQuestion
from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.effects.rounds import tally_of
from mops_tui.model.session.state import Tally, Timer, View, change

WHERE = "demo/where"


@pytest.mark.parametrize(
    ("heads", "seats", "left", "present"),
    [(0, 0, 0, 0), (5, 0, 0, 5), (0, 3, 0, 3), (5, 3, 0, 5), (5, 3, 1, 4), (0, 3, 2, 1)],
)
def test_people_counted_and_people_seated_are_the_same_people(
    heads: int, seats: int, left: int, present: int
) -> None:
    room = Room()
    for seat in range(seats):
        room.do(cmd.Join(f"p{seat}"))
    if heads:
        room.do(cmd.CountHeads(heads))
    for seat in range(left):
        room.do(cmd.Leave(f"p{seat}"))
    assert room.state.present == present


def test_more_seats_than_heads_means_more_people() -> None:
    room = Room()
    room.do(cmd.CountHeads(1), cmd.Join("p1"), cmd.Join("p2"))
    assert room.state.present == 2


def test_who_was_present_at_the_close_stays_with_the_round() -> None:
    room = Room()
    room.do(cmd.CountHeads(6), cmd.Show(View("question", WHERE)), cmd.Reveal(WHERE))
    room.do(cmd.CountHeads(20))
    assert room.state.eligible(room.state.rounds[WHERE][0]) == 6


def test_a_paused_timer_stands_still_and_a_running_one_may_pass_zero() -> None:
    assert Timer(30, since=100, running=False, whole=60).left(500) == 30
    assert Timer(30, since=100, running=True, whole=60).left(140) == -10


def test_a_paused_timer_remembers_its_whole_length_when_it_runs_on() -> None:
    room = Room()
    room.do(cmd.StartTimer(60))
    room.t += 20
    room.do(cmd.PauseTimer(), cmd.StartTimer())
    assert timer_of(room.state).whole == 60
    assert timer_of(room.state).left(room.t) < 41
    room.do(cmd.ExtendTimer(120))
    assert timer_of(room.state).whole > 120


def test_a_night_does_not_run_the_timer_down() -> None:
    room = Room()
    room.do(cmd.StartTimer(60))
    left = timer_of(room.state).left(room.t)
    room.state = change(room.state)  # the program dies here, without a pause
    room.t += 40_000
    room.do(cmd.Pause())
    assert timer_of(room.state).left(room.t) <= 0
    room = Room()
    room.do(cmd.StartTimer(60), cmd.Pause())
    room.t += 40_000
    room.do(cmd.Resume())
    assert timer_of(room.state).left(room.t) == pytest.approx(left - 1)


def test_a_crash_stops_the_timer_for_as_long_as_nobody_was_there() -> None:
    room = Room()
    room.do(cmd.StartTimer(60))
    state = room.state
    from mops_tui.model.session.apply import apply

    after = apply(state, ev.SessionResumed(seq=state.seq + 1, t=state.t + 5000, after_crash=True))
    assert timer_of(after).left(after.t) == pytest.approx(timer_of(state).left(state.t))
    assert after.active(after.t) == pytest.approx(state.active(state.t))


def test_a_question_shows_what_the_room_added_and_the_pack_stays_as_it_was() -> None:
    room = Room()
    room.do(cmd.AddOption("demo/waves", "w-1", "Chat"))
    assert [item.id for item in a(CurveQuestion, room.state.question("demo/waves")).items] == [
        "cloud",
        "video",
        "w-1",
    ]
    assert len(a(CurveQuestion, room.state.workshop.question("demo/waves")).items) == 2
    assert room.state.question("no/such") is None
    assert room.state.answers("no/such") is None


def test_the_size_of_a_tally_is_that_of_its_fullest_item() -> None:
    tally = Tally((("owner", "absent", 2), ("owner", "partly", 1), ("training", "absent", 2)))
    assert tally.size == 3
    assert tally.count("owner", "absent") == 2
    assert Tally().size == 0


def test_a_tally_of_uneven_arrays_is_read_as_far_as_it_goes() -> None:
    event = ev.TallySet(question=WHERE, round=1, categories=("a", "b", "c"), counts=(0, 2))
    assert tally_of(event).cells == (("", "b", 2),)


@given(st.lists(commands(), max_size=40))
def test_nothing_that_was_decided_changes_an_earlier_state(script: list[cmd.Command]) -> None:
    room = Room()
    kept = []
    for command in script:
        kept.append((room.state, repr(room.state)))
        room.ask(command)
    for state, told in kept:
        assert repr(state) == told
