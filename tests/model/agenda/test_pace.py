from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.results import Room
from support.sessions import QUESTIONS, workshop

from mops_tui.model.agenda.pace import breaks_ahead, budget, pace, proposal
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session import events as ev
from mops_tui.model.session.state import View

BRIEF, QUESTION, DECISION = 120.0, 240.0, 240.0
READ_BACK = 120.0
WHOLE = BRIEF + 9 * QUESTION + DECISION + READ_BACK


def scenario(name: str, *questions: str, closing: bool = False) -> Scenario:
    """Questions of four minutes; those whose name ends in "?" are optional."""
    return Scenario.model_validate(
        {
            "id": name,
            "title": name,
            "summary": "s",
            "brief": "b",
            "brief_minutes": 0,
            "closing": closing,
            "question": [
                {
                    "kind": "hands",
                    "id": q.rstrip("?"),
                    "title": q,
                    "ask": q,
                    "optional": q.endswith("?"),
                }
                for q in questions
            ],
        }
    )


def day(minutes: float, *scenarios: Scenario) -> Workshop:
    return Workshop(id="day", title="Day", minutes=minutes, scenarios=scenarios)


def show(ref: str) -> ev.QuestionShown:
    return ev.QuestionShown(question=ref)


def test_before_the_start_everything_remains() -> None:
    found = pace(Room().state(), 0)
    assert (found.planned, found.elapsed) == (2400, 0)
    assert found.remaining == WHOLE
    assert found.over == WHOLE - 2400


def test_what_is_passed_is_gone_and_what_is_spent_counts() -> None:
    room = Room().add(ev.BriefShown(scenario="demo")).add(show(QUESTIONS[0]))
    state = room.state()
    found = pace(state, state.t + 100)
    assert found.remaining == 8 * QUESTION + (QUESTION - 100) + DECISION + READ_BACK
    late = pace(state, state.t + 1000)
    assert late.remaining == 8 * QUESTION + DECISION + READ_BACK


def test_pauses_do_not_count() -> None:
    room = Room().add(show(QUESTIONS[0])).add(ev.SessionPaused())
    begun = 1  # when its first page was shown
    assert pace(room.state(), 10_000).elapsed == room.state().t - begun
    room.events.append(ev.stamp(ev.SessionResumed(), len(room.events) + 1, 50_000))
    assert pace(room.state(), 50_010).elapsed == pytest.approx(11)


def test_skipped_questions_do_not_remain() -> None:
    room = Room().add(ev.AgendaSet(skipped=QUESTIONS[2:4], minutes=40))
    assert pace(room.state(), 0).remaining == WHOLE - 2 * QUESTION


def test_a_place_that_was_dropped_while_standing_at_it() -> None:
    room = Room().add(show(QUESTIONS[3])).add(ev.AgendaSet(skipped=QUESTIONS[3:4], minutes=40))
    assert pace(room.state(), 0).remaining == 5 * QUESTION + DECISION + READ_BACK


def test_at_the_end_nothing_remains() -> None:
    room = Room().add(ev.SummaryShown(of="workshop"))
    assert pace(room.state(), 10_000).remaining == 0
    assert proposal(room.state(), 10_000) == ()


def test_budgets() -> None:
    state = Room().state()
    assert budget(state, View("brief", "demo")) == BRIEF
    assert budget(state, View("decision", "demo")) == DECISION
    assert budget(state, View("grid", "mops")) == 0
    assert budget(state, View("question", "demo/none")) == 0


def test_a_break_counts_and_is_never_proposed_to_be_dropped() -> None:
    one, two = scenario("one", "a", "b?"), scenario("two", "c")
    made = day(8, one.model_copy(update={"break_after": 10.0}), two)
    room = Room(workshop=made).add(show("one/a"))
    state = room.state()
    assert budget(state, View("break", "one")) == 600
    assert pace(state, state.t).remaining == 3 * QUESTION + 600
    assert proposal(state, state.t) == ("one/b",)
    assert breaks_ahead(state) == 10
    room.add(ev.StepShown(of="break", name="one"))
    assert breaks_ahead(room.state()) == 0


def proposed(minutes: float, *scenarios: Scenario, at: str = "", elapsed: float = 2) -> Any:
    room = Room(workshop=day(minutes, *scenarios))
    room.add(show(at) if at else ev.BriefShown(scenario=scenarios[0].id))
    return proposal(room.state(), elapsed)


def test_in_time_nothing_is_dropped() -> None:
    assert proposed(16, scenario("one", "a", "b", "c", "d?")) == ()
    assert proposed(15.5, scenario("one", "a", "b", "c", "d?")) == ()  # late by under 5 %


def test_optional_ones_go_first_and_the_last_before_the_earlier() -> None:
    scenarios = (scenario("one", "a?", "b", "c"), scenario("two", "d", "e?", "f"))
    assert proposed(20, *scenarios) == ("two/e", "one/a")  # a second late: 20 is not enough
    assert proposed(20.1, *scenarios) == ("two/e",)
    assert proposed(12, *scenarios) == ("two/e", "one/a", "two/f", "one/c")


def test_every_scenario_keeps_a_question() -> None:
    scenarios = (scenario("one", "a?", "b?"), scenario("two", "c?"))
    assert proposed(0.1, *scenarios) == ("one/b",)


def test_the_closing_scenario_is_kept() -> None:
    scenarios = (scenario("one", "a", "b"), scenario("end", "x?", "y?", closing=True))
    assert proposed(0.1, *scenarios) == ("one/b",)


def test_what_has_begun_is_kept() -> None:
    one = scenario("one", "a?", "b?", "c?")
    assert proposed(0.1, one, at="one/b", elapsed=100) == ("one/c",)
    room = Room(workshop=day(0.1, one)).add(show("one/a"), show("one/c"), show("one/a"))
    assert proposal(room.state(), 100) == ("one/b",)


@settings(deadline=None)
@given(st.floats(0.5, 60), st.integers(0, 8), st.floats(0, 5000))
def test_a_proposal_is_never_more_than_is_needed(minutes: float, at: int, later: float) -> None:
    room = Room().add(ev.AgendaSet(minutes=minutes)).add(show(QUESTIONS[at]))
    state = room.state()
    t = state.t + later
    dropped = proposal(state, t)
    assert len(set(dropped)) == len(dropped)
    assert not set(dropped) & set(QUESTIONS[: at + 1])
    if dropped:
        assert pace(state, t).late
        nearly = Room().add(ev.AgendaSet(minutes=minutes, skipped=dropped[:-1]))
        assert pace(nearly.add(show(QUESTIONS[at])).state(), t).over > 0
    assert workshop().question(QUESTIONS[0])
