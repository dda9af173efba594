"""What shows nothing is nothing: one rule for the model, and the same as what the screen does."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import Room
from support.narrow import round_of

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.apply import apply
from mops_tui.model.session.ballots import Ideas
from mops_tui.model.session.state import View
from mops_tui.model.text.blank import blank
from mops_tui.words.safe import safe

NOTHING = (
    "",
    " ",
    "\t\n\r",
    "\u00a0\u2003\u3000",  # spaces of all widths
    "\u200b\u200c\u200d\u2060\ufeff",  # without width
    "\u202e\u2066\u061c",  # they turn the writing round
    "\x00\x07\x1b",
    "\x1b[31m\x1b]0;title\x07",
    "\u2028\u2029",
    "\u3164\u2800\u115f",  # they look like letters, and are blank
    "\u0301\u0489",  # accents on nothing
    "\ufe0f\U0001f3fd",
    "\U000e0041\U000e007f",  # a tag
)


@pytest.mark.parametrize("text", NOTHING)
def test_what_shows_nothing_is_blank(text: str) -> None:
    assert blank(text)


@pytest.mark.parametrize("text", ["a", "\u200bx", "é", "名", "🙂", "-", "\ud800", "\x1b[31mred"])
def test_one_character_that_shows_is_enough(text: str) -> None:
    assert not blank(text)


@given(st.text(st.characters() | st.sampled_from("".join(NOTHING)), max_size=6))
def test_the_screen_shows_nothing_of_what_is_blank_and_something_of_the_rest(text: str) -> None:
    shown = safe(text).strip()
    if any(unicodedata.category(character).startswith("M") for character in text):
        # An accent on a space is drawn beside nothing: it makes no word.
        shown = "".join(c for c in shown if not unicodedata.category(c).startswith("M")).strip()
    assert blank(text) == (not shown)


@pytest.mark.parametrize("nothing", NOTHING)
def test_no_record_is_made_of_nothing(nothing: str) -> None:
    room = Room()
    room.do(cmd.Join("md", "Mara"), cmd.Show(View("question", "demo/ideas")))
    commands: tuple[cmd.Command, ...] = (
        cmd.RecordDecision("d", "demo", nothing),
        cmd.RecordAction("a", nothing),
        *(cmd.RecordNote("n", nothing, list=shelf) for shelf in ("note", "parking", "idea")),
        cmd.AddOption("demo/waves", "w", nothing),
    )
    for command in commands:
        assert room.refused(command) == "nothing-written", command
    for ideas in ((nothing,), ("one", nothing)):
        assert room.refused(cmd.CastVote("demo/ideas", "md", Ideas(ideas))) == "ballot-empty"
    assert room.refused(cmd.CastVote("demo/ideas", "md", Ideas(()))) == "ballot-empty"


@pytest.mark.parametrize("nothing", NOTHING[1:])
def test_a_name_of_nothing_is_refused_and_no_name_is_a_seat(nothing: str) -> None:
    room = Room()
    assert room.refused(cmd.Join("md", nothing)) == "name-shows-nothing"
    room.do(cmd.Join("md", "", nothing))
    assert room.state.participants["md"].role == ""
    assert room.refused(cmd.Describe("md", nothing, "CMO")) == "name-shows-nothing"
    room.do(cmd.Describe("md", "Mara", nothing))
    assert (room.state.participants["md"].name, room.state.participants["md"].role) == ("Mara", "")
    hidden = Room(policy={"anonymity": "anonymous"})
    hidden.do(cmd.Join("md", nothing))
    assert hidden.state.participants["md"].name == ""


def test_what_an_earlier_version_let_in_still_counts() -> None:
    room = Room()
    room.do(cmd.Join("md", "Mara"), cmd.Show(View("question", "demo/ideas")))
    old = ev.VoteCast(question="demo/ideas", round=1, participant="md", ideas=("\u200b",), seq=9)
    after = apply(room.state, old)
    assert round_of(after, "demo/ideas").votes["md"].ballot == Ideas(("\u200b",))
    assert not after.ignored
