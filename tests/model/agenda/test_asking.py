"""Which questions are asked: some wait for the answer to an earlier one."""

from __future__ import annotations

from support.asking import Room
from support.branching import PACK, room, vote

from mops_tui.model.agenda.agenda import steps
from mops_tui.model.agenda.asking import is_asked, leading, waiting_minutes
from mops_tui.model.agenda.pace import pace, proposal
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.state import View

IT, SALES = Choice("it"), Choice("sales")


def on_the_way(made: Room) -> list[str]:
    return [view.name.partition("/")[2] for view in steps(made.state) if view.of == "question"]


def test_a_question_waits_until_the_answer_that_it_hangs_on_leads() -> None:
    made = room("today", "next", "terms-it", "terms-sales")
    assert on_the_way(made) == ["today", "next"]
    vote(made, "s/today", IT, IT, SALES)
    assert on_the_way(made) == ["today", "next", "terms-it"]
    vote(made, "s/next", SALES, SALES, IT)
    assert on_the_way(made) == ["today", "next", "terms-it", "terms-sales"]


def test_nothing_of_a_vote_that_is_not_revealed_decides() -> None:
    made = room("today", "next", "terms-it", "terms-sales")
    made.do(cmd.Show(View("question", "s/today")))
    made.do(cmd.CastVote("s/today", "p0", IT, via="seat"))
    assert leading(made.state, "s/today") == ()
    assert not is_asked(made.state, "s/terms-it")


def test_where_answers_tie_what_hangs_on_each_is_asked() -> None:
    made = room("today", "next", "terms-it", "terms-sales")
    vote(made, "s/today", IT, SALES)
    assert set(leading(made.state, "s/today")) == {"it", "sales"}
    assert on_the_way(made)[2:] == ["terms-it", "terms-sales"]


def test_called_votes_count_for_who_leads() -> None:
    made = room("today", "next", "terms-it", "terms-sales")
    made.do(cmd.Show(View("question", "s/today")))
    made.do(cmd.SetTally("s/today", (("", "sales", 2), ("", "it", 1))))
    made.do(cmd.Reveal("s/today"))
    assert leading(made.state, "s/today") == ("sales",)


def test_a_question_that_has_begun_stays_when_a_second_round_turns_out_otherwise() -> None:
    made = room("today", "next", "terms-it", "terms-sales")
    vote(made, "s/today", IT, IT)
    made.do(cmd.Show(View("question", "s/terms-it")))
    made.do(cmd.Show(View("question", "s/today")), cmd.OpenRound("s/today"))
    made.do(cmd.CastVote("s/today", "p0", SALES, via="seat"), cmd.Reveal("s/today"))
    assert on_the_way(made)[2:] == ["terms-it", "terms-sales"]


def test_the_time_that_remains_counts_what_may_still_be_asked() -> None:
    made = room("today", "next", "terms-it", "terms-sales")
    (scenario,) = made.state.workshop.scenarios
    assert waiting_minutes(made.state, scenario) == 6
    whole = pace(made.state, made.t).remaining
    vote(made, "s/today", IT, IT)
    (scenario,) = made.state.workshop.scenarios
    assert waiting_minutes(made.state, scenario) == 3
    assert whole > 60 * PACK.minutes_of(scenario.questions) - 120


def test_who_is_skipped_is_not_waited_for() -> None:
    made = room("today", "next", "terms-it", "terms-sales")
    made.do(cmd.SetAgenda(("s/today", "s/next"), made.state.minutes))
    (scenario,) = made.state.workshop.scenarios
    assert waiting_minutes(made.state, scenario) == 0


def test_an_answer_is_no_longer_waited_for_once_the_room_has_gone_past_its_question() -> None:
    made = room("today", "next", "terms-it", "terms-sales")
    (scenario,) = made.state.workshop.scenarios
    made.do(cmd.Show(View("question", "s/next")))
    assert waiting_minutes(made.state, scenario) == 3
    made.do(cmd.Show(View("decision", "s")))
    assert waiting_minutes(made.state, scenario) == 0


def test_a_scenario_keeps_a_question_that_is_asked_and_not_one_that_waits() -> None:
    made = room("today", "next", "terms-it", "terms-sales")
    assert proposal(made.state, made.t + 36_000) == ("s/next",)
