"""Remarks on votes: what was too quick to think, what was left open, and who had none."""

from __future__ import annotations

import pytest
from support.facilitated import PLACE, WHERE, at_where, said, vote

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.state import View


def test_a_vote_that_was_open_for_four_seconds_is_told_with_them() -> None:
    made = at_where()
    made.do(cmd.SetTally(WHERE, (("", "a", 8),)))
    made.t += 2
    made.do(cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    [remark] = said(made, "quick-vote")
    assert (remark.ref, remark.params["seconds"], remark.params["usual"]) == (WHERE, 4.0, 1.5)


def test_a_vote_that_was_open_for_long_enough_is_not() -> None:
    made = at_where()
    vote(made, "aaaaaaaa", seconds=20)
    assert not said(made, "quick-vote")


@pytest.mark.parametrize(("waited", "told"), [(0, [2]), (5, [])])
def test_a_second_vote_needs_half_of_the_time(waited: float, told: list[int]) -> None:
    made = at_where()
    vote(made, "aaaabbbb", seconds=20)
    made.do(cmd.OpenRound(WHERE), cmd.SetTally(WHERE, (("", "a", 8),)))
    made.t += waited
    made.do(cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    assert [one.params["round"] for one in said(made, "quick-vote")] == told


def test_a_pause_is_no_time_to_think() -> None:
    made = at_where(2)
    made.do(cmd.CastVote(WHERE, "p1", Choice("a")), cmd.Pause())
    made.t += 3600
    made.do(cmd.Resume(), cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    [remark] = said(made, "quick-vote")
    assert remark.params["seconds"] < 6


def test_what_was_revealed_without_a_vote_is_told_as_that_alone() -> None:
    made = at_where()
    made.do(cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    assert [one.ref for one in said(made, "revealed-empty")] == [WHERE]
    assert not said(made, "quick-vote")
    assert not said(made, "closed-early")


def test_a_lead_without_a_majority_that_was_left_after_one_vote_is_told() -> None:
    made = at_where()
    vote(made, "aaaabbcc")
    assert [one.ref for one in said(made, "plurality-left")] == [WHERE]
    made.do(cmd.OpenRound(WHERE))
    vote(made, "aaaabbcc")
    assert not said(made, "plurality-left")
    assert [one.ref for one in said(made, "voted-again")] == [WHERE]


@pytest.mark.parametrize("letters", ["aaabb   ", "ab      "])
def test_of_too_few_votes_no_lead_and_no_tie_is_told(letters: str) -> None:
    made = at_where()
    vote(made, letters)
    assert not said(made, "plurality-left")
    assert not said(made, "split-left")
    assert said(made, "closed-early")


def test_what_opens_or_closes_a_day_needs_no_second_vote() -> None:
    (first, *others) = at_where().header.workshop.scenarios
    for changes in ({"opening": True}, {"closing": True}):
        scenarios = (first.model_copy(update=changes), *others)
        workshop = at_where().header.workshop.model_copy(update={"scenarios": scenarios})
        made = at_where(workshop=workshop)
        vote(made, "aaaabbbb")
        made.do(cmd.Close())
        assert not said(made, "split-left")
        assert not said(made, "quick-talk")


def test_who_was_there_and_had_no_vote_in_half_of_the_rounds_is_told() -> None:
    made = at_where()
    for letters in ("aaaaaaa ", "bbbbbbb ", "aaaaaaa "):
        vote(made, letters)
        made.do(cmd.OpenRound(WHERE))
    [remark] = said(made, "seldom-voted")
    assert remark.people == ("p8",)
    assert dict(remark.params) == {"missed": 3, "rounds": 3}


def test_who_left_or_whose_room_calls_out_misses_no_vote() -> None:
    made = at_where()
    made.do(cmd.Leave("p8"))
    for letters in ("aaaaaaa ", "bbbbbbb ", "aaaaaaa "):
        vote(made, letters)
        made.do(cmd.OpenRound(WHERE))
    assert not said(made, "seldom-voted")
    called = at_where()
    for _ in range(3):
        called.do(cmd.SetTally(WHERE, (("", "a", 8),)), cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
        called.do(cmd.OpenRound(WHERE))
    assert not said(called, "seldom-voted")


def test_a_question_that_was_looked_at_and_not_revealed_was_not_quick() -> None:
    made = at_where()
    made.do(cmd.Show(View("question", PLACE)), cmd.Close())
    assert not said(made, "quick-vote")
    assert not said(made, "quick-talk")


def test_a_rehearsal_in_which_all_had_voted_was_not_too_quick_at_any_speed() -> None:
    made = at_where(session="rehearsal")
    vote(made, "aaaabbbb", seconds=1)
    assert not said(made, "quick-vote")
    early = at_where(session="rehearsal")
    vote(early, "aaaa", seconds=1)
    assert said(early, "quick-vote")
