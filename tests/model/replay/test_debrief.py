"""The debrief: each remark appears where it is true, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from support.asking import Room
from support.sessions import QUESTIONS

from mops_tui.model.replay.debrief import Debrief, debrief
from mops_tui.model.replay.remarks.remark import Remark, RemarkCode
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice, Point, Positions
from mops_tui.model.session.state import View
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.sessions import journal

FORMATS = Path(__file__).parents[2] / "data" / "formats"
WHERE, PLACE, LEAN = "demo/where", "demo/place", "demo/lean"
PEOPLE = [f"p{n}" for n in range(1, 9)]


def room(people: int = 8) -> Room:
    made = Room()
    made.do(*(cmd.Join(who, who.upper()) for who in PEOPLE[:people]))
    return made


def look(made: Room) -> Debrief:
    return debrief(made.header, made.events)


def said(made: Room, code: str) -> list[Remark]:
    return [one for one in look(made).remarks if one.code == code]


def vote(made: Room, letters: str, ref: str = WHERE) -> None:
    """Close and reveal a round in which p1, p2 and so on chose these; a space for nobody."""
    for who, letter in zip(PEOPLE, letters, strict=False):
        if letter != " ":
            made.do(cmd.CastVote(ref, who, Choice(letter)))
    made.do(cmd.CloseRound(ref), cmd.Reveal(ref))


def at_where(people: int = 8) -> Room:
    made = room(people)
    made.do(cmd.Show(View("question", WHERE)))
    return made


# --- the day


def test_a_day_within_its_minutes_was_kept() -> None:
    made = at_where()
    made.t = 35 * 60
    vote(made, "aaaaaaaa")
    [remark] = said(made, "day-kept")
    assert remark.good
    assert dict(remark.params)["planned"] == 40
    assert not said(made, "day-long")


def test_a_day_beyond_its_minutes_was_long() -> None:
    made = at_where()
    made.t = 60 * 60
    vote(made, "aaaaaaaa")
    [remark] = said(made, "day-long")
    assert not remark.good
    assert remark.params["elapsed"] == 60
    assert remark.params["planned"] == 40
    assert not said(made, "day-kept")


def test_a_pause_takes_nothing_from_the_day() -> None:
    made = at_where()
    made.do(cmd.Pause())
    made.t = 3 * 60 * 60
    made.do(cmd.Resume())
    made.t += 20 * 60
    vote(made, "aaaaaaaa")
    assert said(made, "day-kept")
    assert not said(made, "day-long")


def test_a_day_that_was_rushed_through_was_not_kept_and_what_was_not_asked_is_counted() -> None:
    made = at_where()
    vote(made, "aaaaaaaa")
    made.do(cmd.SetAgenda((LEAN,), 40))
    [short] = said(made, "day-short")
    assert not short.good
    [left] = said(made, "not-asked")
    assert dict(left.params) == {"asked": 1, "whole": len(QUESTIONS) - 1}


def test_time_is_told_by_place_and_adds_up_to_no_more_than_the_whole() -> None:
    made = at_where()
    made.t = 600
    vote(made, "aaaaaaaa")
    made.do(cmd.Show(View("question", LEAN)))
    made.t = 900
    made.do(cmd.CloseRound(LEAN))
    found = look(made)
    spent = {place.view.name: place.spent for place in found.places}
    assert spent[WHERE] > spent[LEAN] > 0
    assert sum(spent.values()) <= found.elapsed


def test_a_question_far_over_its_budget_is_named_and_one_within_is_not() -> None:
    made = at_where()
    made.t = 15 * 60
    vote(made, "aaaaaaaa")
    made.do(cmd.Show(View("question", LEAN)))
    vote_lean(made)
    [remark] = said(made, "question-long")
    assert remark.ref == WHERE
    assert remark.params["spent"] > remark.params["planned"] * 1.25


def vote_lean(made: Room) -> None:
    for who in PEOPLE:
        made.do(cmd.CastVote(LEAN, who, Positions(("craft", "drive"), (1, 1))))
    made.do(cmd.CloseRound(LEAN), cmd.Reveal(LEAN))


# --- closing early


def test_closing_under_the_quorum_is_told_with_its_figures() -> None:
    made = at_where()
    vote(made, "aaaaa   ")
    [remark] = said(made, "closed-early")
    assert remark.ref == WHERE
    assert (remark.params["voted"], remark.params["present"], remark.params["round"]) == (5, 8, 1)


def test_closing_at_the_quorum_is_not() -> None:
    made = at_where()
    vote(made, "aaaaaaa ")
    assert not said(made, "closed-early")


def test_called_votes_count_for_the_quorum() -> None:
    made = at_where()
    made.do(cmd.SetTally(WHERE, (("", "a", 7),)), cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    assert not said(made, "closed-early")


def test_a_round_opened_again_and_then_filled_was_not_closed_early() -> None:
    made = at_where()
    made.do(cmd.CastVote(WHERE, "p1", Choice("a")), cmd.CloseRound(WHERE), cmd.ReopenRound(WHERE))
    vote(made, " aaaaaaa")
    assert not said(made, "closed-early")


# --- second rounds


def test_a_tie_left_after_one_round_is_told() -> None:
    made = at_where()
    vote(made, "aaaabbbb")
    assert [one.ref for one in said(made, "split-left")] == [WHERE]


def test_a_clear_majority_needs_no_second_round() -> None:
    made = at_where()
    vote(made, "aaaaaaab")
    assert not said(made, "split-left")
    assert not said(made, "voted-again")


def test_voting_again_on_a_divided_question_is_praised() -> None:
    made = at_where()
    vote(made, "aaaabbbb")
    made.do(cmd.OpenRound(WHERE))
    vote(made, "aaaaaaab")
    [remark] = said(made, "voted-again")
    assert remark.good
    assert remark.params["rounds"] == 2
    assert not said(made, "split-left")


def test_voting_again_where_all_agreed_is_not_praised() -> None:
    made = at_where()
    vote(made, "aaaaaaaa")
    made.do(cmd.OpenRound(WHERE))
    vote(made, "aaaaaaaa")
    assert not said(made, "voted-again")


def test_two_camps_on_a_grid_are_a_split() -> None:
    made = room()
    made.do(cmd.Show(View("question", PLACE)))
    for n, who in enumerate(PEOPLE):
        made.do(cmd.CastVote(PLACE, who, Point(-90 if n % 2 else 90, 0)))
    made.do(cmd.CloseRound(PLACE), cmd.Reveal(PLACE))
    assert [one.ref for one in said(made, "split-left")] == [PLACE]


def test_what_was_never_revealed_is_no_split() -> None:
    made = at_where()
    for who, letter in zip(PEOPLE, "aaaabbbb", strict=True):
        made.do(cmd.CastVote(WHERE, who, Choice(letter)))
    made.do(cmd.CloseRound(WHERE))
    assert not said(made, "split-left")


# --- decisions


def test_a_scenario_left_without_a_decision() -> None:
    made = at_where()
    vote(made, "aaaaaaaa")
    assert [one.ref for one in said(made, "no-decision")] == ["demo"]
    assert not said(made, "decided")


def test_a_scenario_that_never_began_misses_no_decision() -> None:
    assert not said(room(), "no-decision")


def test_a_decision_without_an_owner() -> None:
    made = at_where()
    vote(made, "aaaaaaaa")
    made.do(cmd.RecordDecision("d", "demo", "We go."))
    assert said(made, "no-owner")
    assert not said(made, "no-decision")
    assert not said(made, "decided")


def test_a_decision_with_an_owner() -> None:
    made = at_where()
    vote(made, "aaaaaaaa")
    made.do(cmd.RecordDecision("d", "demo", "We go.", owner="Ana"))
    [remark] = said(made, "decided")
    assert remark.good
    assert not said(made, "no-owner")


# --- prompts


def test_prompts_that_were_never_put() -> None:
    made = at_where()
    vote(made, "aaaaaaaa")
    assert [one.ref for one in said(made, "prompts-unused")] == [WHERE]
    assert not said(made, "prompts-used")


def test_a_prompt_that_was_put() -> None:
    made = at_where()
    vote(made, "aaaaaaaa")
    made.do(cmd.ShowPrompt(WHERE, "why"))
    assert said(made, "prompts-used")
    assert not said(made, "prompts-unused")


def test_a_question_without_prompts_misses_none() -> None:
    made = room()
    made.do(cmd.Show(View("question", LEAN)))
    vote_lean(made)
    assert not said(made, "prompts-unused")
    assert not said(made, "prompts-used")


def test_what_was_not_revealed_needed_no_prompt() -> None:
    assert not said(at_where(), "prompts-unused")


def test_of_an_empty_session_only_that_it_was_empty_is_said() -> None:
    assert [one.code for one in look(Room()).remarks] == ["not-asked", "day-short"]


def test_a_close_by_accident_that_was_taken_back_was_not_closed_early() -> None:
    made = at_where()
    made.do(cmd.CastVote(WHERE, "p1", Choice("a")), cmd.CloseRound(WHERE), cmd.Undo())
    assert not said(made, "closed-early")
    vote(made, "aaaaaaaa")
    made.do(cmd.OpenRound(WHERE), cmd.CloseRound(WHERE), cmd.Undo(), cmd.Undo())
    assert not said(made, "closed-early")


# --- order and length


def test_each_thing_is_said_once_the_most_important_first_with_the_other_places_beside_it() -> None:
    made = at_where()
    vote(made, "aaaabbbb")
    made.do(cmd.Show(View("question", PLACE)))
    for n, who in enumerate(PEOPLE):
        made.do(cmd.CastVote(PLACE, who, Point(-90 if n % 2 else 90, 0)))
    made.do(cmd.CloseRound(PLACE), cmd.Reveal(PLACE), cmd.Close())
    found = look(made).remarks
    codes = [one.code for one in found]
    assert len(codes) == len(set(codes))
    every = list(get_args(RemarkCode))
    assert codes == sorted(codes, key=every.index)
    [split] = said(made, "split-left")
    assert (split.ref, split.others) == (WHERE, (PLACE,))


# --- sessions of older versions


@pytest.mark.parametrize("path", sorted(FORMATS.rglob("*.toml")), ids=lambda path: path.stem)
def test_a_session_that_an_older_version_wrote_has_a_debrief_that_asks_for_no_reasons(
    path: Path,
) -> None:
    try:
        reading = journal.read(path)
    except SessionError:
        return
    if reading.header.session == "practice":
        return
    made = debrief(reading.header, reading.events)
    if not any(event.kind == "reason-given" for event in reading.events):
        assert not any("reason" in one.code or "heard" in one.code for one in made.remarks)
