"""Remarks on what happened to the room: whether votes before and after it can be compared."""

from __future__ import annotations

from support.facilitated import PLACE, WHERE, at_where, said, vote

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View

MISSED = cmd.RecordNote("disturbance-missed", "The number was missed.", about=WHERE)


def test_a_vote_before_and_one_after_it_tell_who_changed() -> None:
    made = at_where()
    vote(made, "aaaabbbb")
    made.do(MISSED, cmd.OpenRound(WHERE))
    vote(made, "aabbbbbb")
    [remark] = said(made, "happened-seen")
    assert (remark.ref, remark.note, remark.params["round"]) == (WHERE, "disturbance-missed", 2)
    assert not said(made, "happened-unseen")


def test_who_said_why_between_the_two_votes_is_kept_beside_it() -> None:
    made = at_where()
    vote(made, "aaaabbbb")
    made.do(cmd.GiveReason(WHERE, 1, "p5", "It is near."), MISSED, cmd.OpenRound(WHERE))
    vote(made, "aabbbbbb")
    made.do(cmd.GiveReason(WHERE, 2, "p1", "I stay."))
    [remark] = said(made, "happened-seen")
    assert remark.people == ("p5",)


def test_without_a_vote_after_it_nobody_can_see_what_it_changed() -> None:
    made = at_where()
    vote(made, "aaaabbbb")
    made.do(MISSED, cmd.Show(View("question", PLACE)))
    [remark] = said(made, "happened-unseen")
    assert (remark.ref, remark.note) == (WHERE, "disturbance-missed")
    assert not said(made, "happened-seen")


def test_nor_in_the_middle_of_the_only_vote() -> None:
    made = at_where()
    made.do(MISSED)
    vote(made, "aaaabbbb")
    assert said(made, "happened-unseen")


def test_a_question_that_is_taken_up_again_later_tells_it_too() -> None:
    made = at_where()
    vote(made, "aaaabbbb")
    made.do(cmd.Show(View("question", PLACE)), MISSED)
    made.do(cmd.Show(View("question", WHERE)), cmd.OpenRound(WHERE))
    vote(made, "bbbbbbbb")
    assert [one.ref for one in said(made, "happened-seen")] == [WHERE]


def test_two_that_happened_are_told_each() -> None:
    made = at_where()
    vote(made, "aaaabbbb")
    made.do(MISSED, cmd.RecordNote("disturbance-other", "The CIO leaves.", about=WHERE))
    assert len(said(made, "happened-unseen")) == 2


def test_what_was_taken_back_did_not_happen() -> None:
    made = at_where()
    vote(made, "aaaabbbb")
    made.do(MISSED, cmd.Undo())
    assert not said(made, "happened-unseen")


def test_a_note_is_nothing_that_happened() -> None:
    made = at_where()
    vote(made, "aaaabbbb")
    made.do(cmd.RecordNote("n1", "disturbance-missed"))
    assert not said(made, "happened-unseen")
