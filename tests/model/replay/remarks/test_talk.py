"""Remarks on the talk: whether there was one, and who was asked why."""

from __future__ import annotations

from typing import Any

import pytest
from support.asking import Room
from support.facilitated import LEAN, PEOPLE, PLACE, WHERE, at_where, said, vote

from mops_tui.model.replay.remarks.talk import side_of
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Point, Positions
from mops_tui.model.session.header import Policy
from mops_tui.model.session.state import Look, View

COMPANY = cmd.RecordNote("company-size", "The company has 400 people.")


def why(*people: str) -> list[cmd.Command]:
    return [cmd.GiveReason(WHERE, 1, who, f"Since {n}.") for n, who in enumerate(people)]


def revealed(letters: str = "aaaabbbb", **changes: Any) -> Room:
    made = at_where(8, **({"session": "rehearsal"} | changes))
    made.do(COMPANY)
    vote(made, letters)
    return made


def test_going_on_right_after_a_reveal_is_told_with_the_seconds() -> None:
    made = revealed()
    made.t += 2
    made.do(cmd.Show(View("question", PLACE)))
    [remark] = said(made, "quick-talk")
    assert (remark.ref, remark.params["seconds"]) == (WHERE, 3.0)


def test_a_talk_is_all_the_time_at_a_revealed_question_in_however_many_rounds() -> None:
    made = revealed()
    made.t += 10
    made.do(cmd.OpenRound(WHERE))
    vote(made, "aaaaaaaa")
    made.t += 6
    made.do(cmd.Show(View("question", PLACE)))
    assert not said(made, "quick-talk")


def test_where_the_file_ends_nobody_went_on() -> None:
    made = revealed()
    assert not said(made, "quick-talk")
    made.do(cmd.TurnPage(Look(page="bars")))  # it looks at something else of the same question
    assert not said(made, "quick-talk")
    made.do(cmd.Close())
    assert said(made, "quick-talk")


def test_that_nobody_was_asked_why_is_told_of_a_rehearsal_that_could_hold_it() -> None:
    [remark] = said(revealed(), "no-reasons")
    assert remark.params["n"] == 1
    made = at_where(session="rehearsal")
    vote(made, "aaaabbbb")
    assert not said(made, "no-reasons")  # an older version wrote it: nobody knows
    assert not said(revealed(session="live"), "no-reasons")


def test_reasons_from_both_sides_are_praised() -> None:
    made = revealed()
    made.do(*why("p1", "p5"))
    [remark] = said(made, "heard-both-sides")
    assert (remark.ref, remark.good) == (WHERE, True)
    assert not said(made, "no-reasons")
    assert not said(made, "one-side-heard")


def test_of_two_votes_no_side_is_told() -> None:
    made = at_where(2, session="rehearsal")
    made.do(COMPANY)
    vote(made, "ab")
    made.do(*why("p1", "p2"))
    assert not said(made, "heard-both-sides")
    assert not said(made, "one-side-heard")


def test_reasons_from_one_side_alone_are_told_where_there_was_another() -> None:
    made = revealed()
    made.do(*why("p1", "p2"))
    [remark] = said(made, "one-side-heard")
    assert remark.params["n"] == 2
    assert not said(made, "heard-both-sides")
    alike = revealed("aaaaaaaa")
    alike.do(*why("p1", "p2"))
    assert not said(alike, "one-side-heard")


def test_on_a_list_of_items_nobody_is_on_one_side() -> None:
    made = at_where(8, session="rehearsal")
    made.do(COMPANY, cmd.Show(View("question", LEAN)))
    for n, who in enumerate(PEOPLE):
        made.do(cmd.CastVote(LEAN, who, Positions(("craft", "drive"), (2 - n % 2, 1))))
    made.do(cmd.CloseRound(LEAN), cmd.Reveal(LEAN))
    made.do(*(cmd.GiveReason(LEAN, 1, who, f"Since {who}.") for who in PEOPLE[:3]))
    assert not said(made, "one-side-heard")
    assert not said(made, "heard-both-sides")
    assert not said(made, "no-reasons")


@pytest.mark.parametrize(("x", "y"), [(0, 0), (0, 40), (-40, 0)])
def test_on_the_line_between_corners_nobody_is_on_a_side(x: int, y: int) -> None:
    assert side_of(Point(x, y)) == ""
    assert side_of(Point(-40, 40)) != side_of(Point(40, 40)) != ""


def test_one_reason_is_no_side() -> None:
    made = revealed()
    made.do(*why("p1"))
    assert not said(made, "one-side-heard")
    assert not said(made, "heard-both-sides")


def test_most_reasons_asked_of_one_person_are_told() -> None:
    made = revealed()
    made.do(*why("p1", "p1", "p1", "p5"))
    [remark] = said(made, "same-heard")
    assert remark.people == ("p1",)
    assert dict(remark.params) == {"count": 3, "n": 4}
    few = revealed()
    few.do(*why("p1", "p1", "p5"))
    assert not said(few, "same-heard")
    half = revealed()
    half.do(*why("p1", "p1", "p5", "p6"))
    assert not said(half, "same-heard")


def test_in_an_anonymous_room_nobody_is_told_on_which_side_a_reason_was() -> None:
    made = revealed(policy=Policy(anonymity="anonymous"))
    made.do(*why("p1", "p5", "p1", "p1"))
    for code in ("no-reasons", "one-side-heard", "heard-both-sides", "same-heard"):
        assert not said(made, code)


def test_prompts_that_stood_on_the_page_of_the_talk_were_before_the_room() -> None:
    made = revealed()
    assert [one.ref for one in said(made, "prompts-unused")] == [WHERE]
    made.do(cmd.TurnPage(Look(page="talk")))
    assert not said(made, "prompts-unused")
    assert not said(made, "prompts-used")
    made.do(cmd.ShowPrompt(WHERE, "why"))
    assert said(made, "prompts-used")


def test_who_was_asked_why_has_talked_however_fast_a_rehearsal_runs() -> None:
    made = revealed()
    made.do(*why("p1"), cmd.Show(View("question", PLACE)))
    assert not said(made, "quick-talk")
