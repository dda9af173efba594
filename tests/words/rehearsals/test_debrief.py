"""The debrief's sentences: one for each remark, with its figures, and nothing left open."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from support.facilitated import PEOPLE, WHERE, at_where, vote
from support.results import Room

from mops_tui.model.replay import remarks as module
from mops_tui.model.replay.remarks.remark import Remark, RemarkCode
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.audience import visible_after
from mops_tui.tui.keys.registry import key_of
from mops_tui.words.rehearsals.debrief import remark, sentences

PLAYED = at_where()
vote(PLAYED, "aaabbbcc")
PLAYED.do(cmd.RecordNote("disturbance-missed", "The number was missed.", about=WHERE))
PLAYED.do(cmd.OpenRound(WHERE))
vote(PLAYED, "aaaaabbc")
STATE = visible_after(PLAYED.header, PLAYED.events, "facilitator")
CODES: tuple[RemarkCode, ...] = get_args(RemarkCode)
FOLDER = Path(module.__file__ or "").parent
MADE = [
    code
    for path in FOLDER.glob("*.py")
    for code in re.findall(r'Remark\(\s*"([a-z-]+)"', path.read_text("utf-8"))
]
EVERYTHING = {
    "planned": 40.0,
    "elapsed": 52.5,
    "spent": 7.25,
    "voted": 5,
    "present": 8,
    "round": 2,
    "rounds": 2,
    "asked": 2,
    "whole": 9,
    "seconds": 4.2,
    "usual": 1.5,
    "missed": 2,
    "count": 3,
}


def told(it: Remark) -> str:
    return remark(it, STATE, lambda action: key_of(action, {}))


def test_remarks_that_are_made_and_sentences_are_the_same_set() -> None:
    assert set(MADE) == set(CODES) == set(sentences())


@pytest.mark.parametrize("n", [1, 2])
@pytest.mark.parametrize("code", CODES)
def test_every_remark_is_a_sentence(code: RemarkCode, n: int) -> None:
    it = Remark(
        code,
        ref=WHERE,
        params=EVERYTHING | {"n": n},
        people=PEOPLE[:n],
        note="disturbance-missed",
        about=(WHERE,),
    )
    words = told(it)
    assert "{" not in words
    assert "  " not in words
    assert ".." not in words
    assert words.endswith(".")
    assert words[0] in "“" or words[0].isupper()


def test_figures_and_names_are_said() -> None:
    early = Remark("closed-early", ref="demo/where", params=EVERYTHING)
    assert told(early).startswith("“Where”, round 2: closed with 5 of 8 votes")
    long = Remark("question-long", ref="demo/where", params=EVERYTHING)
    assert "7.2 minutes instead of 40" in told(long)
    assert "“Demo” ended without a decision" in told(Remark("no-decision", ref="demo"))


def test_round_figures_are_said_round() -> None:
    kept = Remark("day-kept", params={"elapsed": 30.0, "planned": 40.0})
    assert told(kept) == "You kept the day: 30 of 40 minutes."


def test_what_a_room_needs_and_what_it_had_stand_beside_each_other() -> None:
    quick = Remark("quick-vote", ref=WHERE, params=EVERYTHING)
    assert told(quick) == (
        "“Where”: the vote was open for 4 seconds. A room takes about a minute and a half; wait "
        "until it has thought."
    )


def test_where_the_room_stood_is_told_as_everywhere_else() -> None:
    left = told(Remark("plurality-left", ref=WHERE))
    assert left.startswith(
        "“Where”: Alpha leads with 5 of 8. You went on after one vote, "
        "short of the 75 % set for a decision."
    )


def test_what_moved_after_something_happened_is_told_and_not_that_it_was_the_reason() -> None:
    seen = Remark("happened-seen", ref=WHERE, params={"round": 2}, note="disturbance-missed")
    words = told(seen)
    assert words.startswith(
        "After “The number was missed” you let the room vote again on “Where”. Since round 1, "
        "when Alpha and Beta tied, 3 of 8 changed their answer."
    )
    assert "because" not in words


def test_who_said_why_in_between_is_told_as_well_where_somebody_changed() -> None:
    seen = Remark(
        "happened-seen",
        ref=WHERE,
        params={"round": 2},
        note="disturbance-missed",
        people=("p1", "p4"),
    )
    assert told(seen).endswith(
        "In between the room also heard P1 and P4, and no vote tells which of the two it was."
    )
    assert told(replace(seen, people=("",))).endswith(
        "Reasons were given in between as well, and no vote tells which of the two it was."
    )
    still = at_where()
    vote(still, "aaabbbcc")
    still.do(cmd.RecordNote("disturbance-missed", "Missed.", about=WHERE), cmd.OpenRound(WHERE))
    vote(still, "aaabbbcc")
    state = visible_after(still.header, still.events, "facilitator")
    assert "In between" not in remark(seen, state, str)


def test_what_happened_between_two_questions_is_told_as_that() -> None:
    unseen = Remark("happened-unseen", note="disturbance-missed")
    assert told(unseen).startswith("“The number was missed” came when no question was voted on")
    assert told(replace(unseen, ref=WHERE)).startswith(
        "After “The number was missed” nobody voted again on “Where”"
    )


def test_what_happened_is_quoted_in_whole_words() -> None:
    made = at_where()
    vote(made, "aaaabbbb")
    text = "It is half past. The CIO is called away, and does not come back; the chair stays."
    made.do(cmd.RecordNote("disturbance-leaves", text, about=WHERE))
    state = visible_after(made.header, made.events, "facilitator")
    words = remark(Remark("happened-unseen", ref=WHERE, note="disturbance-leaves"), state, str)
    quoted = words.partition("“")[2].partition("”")[0]
    assert quoted.endswith("…")
    assert text.startswith(quoted[:-1])
    assert not text[len(quoted) - 1].isalnum()


def test_other_places_and_people_are_named_two_by_two_and_then_counted() -> None:
    refs = ("demo/lean", "demo/place", "demo/waves", "demo/order")
    split = Remark("split-left", ref=WHERE, others=refs)
    assert told(split).endswith("Also: “Lean”, “Place yourself” and 2 more.")
    seldom = Remark("seldom-voted", people=PEOPLE[:4], params=EVERYTHING)
    assert told(seldom).startswith("P1, P2 and 2 more had no vote in half of the rounds or more.")


def test_others_that_were_too_quick_have_seconds_of_their_own() -> None:
    quick = Remark("quick-talk", ref=WHERE, params={"seconds": 1.0}, others=("demo/lean",))
    assert told(quick).endswith("Within fifteen seconds also: “Lean”.")


def test_questions_that_a_decision_did_not_wait_for_are_named() -> None:
    early = Remark("decided-early", ref="demo", about=("demo/lean", "demo/place"))
    assert told(early).startswith(
        "“Demo”: when the decision was written, “Lean” and “Place yourself” had not been asked."
    )


def test_conditions_are_told_with_the_level_that_nobody_gave() -> None:
    unmet = Remark("conditions-unmet", ref="demo/ready", params={"n": 3})
    assert told(unmet).startswith(
        "“Ready”: its 3 points are conditions of an answer that the decision names, and nobody "
        "called one of them “In place”."
    )


def test_keys_are_those_that_the_user_has_set() -> None:
    split = Remark("split-left", ref=WHERE)
    words = remark(split, STATE, lambda action: key_of(action, {"revote": "f7"}))
    assert words.endswith("vote again: F7.")


def test_a_hostile_title_does_not_break_the_screen() -> None:
    shown = Room().seen()
    question = shown.workshop.question("demo/where")
    assert question is not None
    nasty = question.model_copy(update={"title": "\x1b[31m[/ hi [b"})
    scenario = shown.workshop.scenarios[0]
    others = tuple(nasty if q.id == question.id else q for q in scenario.questions)
    workshop = shown.workshop.model_copy(
        update={"scenarios": (scenario.model_copy(update={"questions": others}),)}
    )
    state = Room(workshop=workshop).seen()
    words = remark(Remark("split-left", ref=WHERE), state, str)
    assert "\x1b" not in words
    assert "[/ hi [b" in words
