"""When events play: in their order at any pace, and as a story each for as long as it is worth."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import Room, random_commands
from support.journals import numbered

from mops_tui.model.replay import schedule as module
from mops_tui.model.replay.pace import IDLE_LIMIT, STORY, Pace, RealPace
from mops_tui.model.replay.schedule import Schedule, schedule
from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.events import Event

WHERE = "demo/where"
CLOSE = 0.002
"""Times are told in milliseconds."""


def journal(asked: list[cmd.Command], gaps: list[float]) -> tuple[Event, ...]:
    """Whatever a room makes of these commands, with silences between."""
    room = Room()
    for command in asked:
        room.ask(command)
    t, timed = 0.0, []
    for place, event in enumerate(room.events):
        timed.append(event.model_copy(update={"t": round(t, 3)}))
        t += gaps[place % len(gaps)] if gaps else 0.0
    return tuple(timed)


journals = st.builds(
    journal,
    st.lists(random_commands(), max_size=80),
    st.lists(st.sampled_from([0.0, 0.3, 2.5, 600.0, 90_000.0]), max_size=7),
)
paces = st.one_of(st.just(STORY), st.builds(RealPace, st.floats(0.1, 60)))


def holds(events: tuple[Event, ...], made: Schedule) -> list[tuple[Event, float]]:
    """Each event, with how long it stands."""
    ends = [*made.times[1:], made.length]
    return [(one, end - at) for one, at, end in zip(events, made.times, ends, strict=True)]


# --- any pace


@given(journals, paces)
def test_events_play_in_their_order_and_none_after_the_end(
    events: tuple[Event, ...], pace: Pace
) -> None:
    made = schedule(events, pace)
    assert len(made.times) == len(events)
    assert list(made.times) == sorted(made.times)
    assert not events or made.times[0] == 0
    assert made.length >= max(made.times, default=0)


# --- as a story


@given(journals)
def test_all_votes_of_a_round_take_three_seconds_at_most(events: tuple[Event, ...]) -> None:
    spent: dict[tuple[str, int], float] = defaultdict(float)
    for event, hold in holds(events, schedule(events)):
        if event is events[-1] or not isinstance(
            event, ev.VoteCast | ev.VoteWithdrawn | ev.TallySet
        ):
            continue
        if not getattr(event, "corrected", False):
            spent[event.question, event.round] += hold
    assert all(seconds <= 3 + CLOSE for seconds in spent.values())


@given(journals)
def test_a_reveal_stands_six_seconds_and_a_decision_eight(events: tuple[Event, ...]) -> None:
    for event, hold in holds(events, schedule(events)):
        if isinstance(event, ev.RoundRevealed):
            assert hold >= 6 + (2 if event.round > 1 else 0) - CLOSE
        if isinstance(event, ev.DecisionRecorded):
            assert hold >= 8 - CLOSE


@given(journals)
def test_pauses_and_idle_time_are_gone(events: tuple[Event, ...]) -> None:
    made = schedule(events)
    slower = [event.model_copy(update={"t": event.t * 50}) for event in events]
    kept = max(
        module.REVEAL + module.GLIDE, module.DECISION, module.WORKSHOP, module.GRID, module.LAST
    )
    assert all(after - before <= kept + CLOSE for before, after in pairwise(made.times))
    # What was turned through may stand a little longer; nothing else knows how long it took.
    turned = sum(
        isinstance(event, ev.PageShown) or getattr(event, "back", False) for event in events
    )
    records = sum("recorded" in e.kind or "amended" in e.kind or "blank" in e.kind for e in events)
    slack = module.PAGE * turned + module.BRIEFLY * records
    assert schedule(slower).length - made.length <= slack + CLOSE


@given(st.integers(1, 400))
def test_whoever_comes_before_the_first_page_is_there_from_the_beginning(people: int) -> None:
    arrivals = [ev.ParticipantJoined(participant=f"p{n}", seat=n) for n in range(1, people + 1)]
    made = schedule(
        numbered(*arrivals[:1], ev.SessionPaused(), *arrivals[1:], ev.BriefShown(scenario="demo"))
    )
    assert set(made.times[:-1]) == {0.0}
    assert made.times[-1] == module.LOBBY


@given(st.integers(1, 400))
def test_however_many_come_late_they_are_there_in_two_seconds(people: int) -> None:
    arrivals = [ev.ParticipantJoined(participant=f"p{n}", seat=n) for n in range(1, people + 1)]
    made = schedule(numbered(ev.BriefShown(scenario="demo"), *arrivals, ev.SessionPaused()))
    assert 0 < made.times[-1] - made.times[-1 - people] <= 2 + CLOSE


def test_a_decision_and_the_brief_after_it_do_not_share_a_moment_though_they_did_in_the_room() -> (
    None
):
    decided = ev.DecisionRecorded(decision="d", scenario="demo", what="We go.")
    made = schedule(numbered(decided, ev.BriefShown(scenario="next")))
    assert made.times[-1] - made.times[-2] >= 8


@pytest.mark.parametrize("pages", [1, 40])
def test_pages_that_were_flipped_through_go_by_as_quickly(pages: int) -> None:
    flipped = [ev.PageShown(page="bars") for _ in range(pages)]
    events = [e.model_copy(update={"t": n / 10}) for n, e in enumerate(numbered(*flipped))]
    assert schedule(events).length <= 0.1 * pages + module.LOBBY + module.LAST


def test_the_last_event_stands_whatever_it_is() -> None:
    made = schedule(numbered(ev.SessionPaused()))
    assert made.length - made.times[-1] >= 3


# --- as it was


def test_a_silence_passes_in_the_idle_limit() -> None:
    gaps = (1, 0.5, 600, 0.5)
    counted = numbered(*(ev.HeadCounted(present=n) for n in range(len(gaps))))
    t, events = 0.0, []
    for event, gap in zip(counted, (*gaps, 0), strict=False):
        events.append(event.model_copy(update={"t": t}))
        t += gap
    made = schedule(events, RealPace())
    assert made.times == (0, 1, 1.5, 1.5 + IDLE_LIMIT, 2 + IDLE_LIMIT)
    assert made.length == made.times[-1]
    assert schedule(events, RealPace(10_000)).length == 602


@given(journals, st.floats(0.1, 60))
def test_no_silence_is_longer_than_the_limit(events: tuple[Event, ...], limit: float) -> None:
    made = schedule(events, RealPace(limit))
    assert all(after - before <= limit + CLOSE for before, after in pairwise(made.times))
