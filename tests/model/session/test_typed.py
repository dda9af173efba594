"""Nothing that people type makes a command fail: it is mended and cut, and otherwise kept."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import Room

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Allocation, Choice, Ideas, Positions, Ranking, Ratings
from mops_tui.model.session.state import Look, View
from mops_tui.model.session.typed import MOST_ASKED_SECONDS, clean, naming_people, tidied
from mops_tui.storage.sessions.blocks import encode, scan

anything = st.one_of(
    st.text(st.characters(exclude_categories=[]), max_size=30),
    st.text(st.characters(exclude_categories=[]), min_size=1, max_size=4).map(lambda t: t * 9000),
)
words = st.lists(anything, max_size=3).map(tuple)


@given(anything, st.integers(0, 400))
def test_clean_text_is_utf8_short_enough_and_stays_as_it_is(text: str, most: int) -> None:
    kept = clean(text, most)
    kept.encode("utf-8")
    assert len(kept) <= most
    assert clean(kept, most) == kept
    if len(text) <= most and not any("\ud800" <= c <= "\udfff" for c in text):
        assert kept == text


def test_halves_of_a_pair_are_joined() -> None:
    assert clean("\ud83d\ude00!") == "😀!"
    assert clean("\ud83d\ude00" * 300, 200) == "😀" * 200
    assert clean("\ude00\ud83d") == "\ufffd\ufffd"


def test_what_fits_is_handed_on_untouched() -> None:
    command = cmd.CastVote("demo/ideas", "p", Ideas(("one", "zwei 👩‍👧")), take_back=(("", "a"),))
    assert tidied(command) is command


@pytest.mark.parametrize(
    ("seconds", "kept"),
    [(float("nan"), 0.0), (float("inf"), 0.0), (1e300, MOST_ASKED_SECONDS), (90.5, 90.5)],
)
def test_times_are_finite(seconds: float, kept: float) -> None:
    assert tidied(cmd.StartTimer(seconds)).seconds == kept


def test_numbers_of_a_form_are_brought_within_their_scale() -> None:
    assert tidied(cmd.RecordDecision("d", "demo", "x", confidence=9)).confidence == 5
    assert tidied(cmd.RecordDecision("d", "demo", "x", confidence=-1)).confidence == 0
    room = Room()
    room.do(cmd.CountHeads(10**9))
    assert room.state.present == 100_000
    assert room.refused(cmd.CountHeads(-5)) == "fewer-than-seats"


BALLOTS = st.one_of(
    anything.map(Choice),
    st.builds(Allocation, words, st.lists(st.integers(-99, 99), max_size=3).map(tuple)),
    st.builds(Ratings, words, words),
    st.builds(Positions, words, st.lists(st.integers(-999, 999), max_size=3).map(tuple)),
    words.map(Ranking),
    words.map(Ideas),
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "view": st.builds(View, st.sampled_from(["question", "brief", "grid"]), anything),
    "look": st.builds(Look, st.sampled_from(["votes", "talk"]), st.integers(0, 9), anything),
    "ballot": BALLOTS,
    "take_back": st.lists(st.tuples(anything, anything), max_size=2).map(tuple),
    "cells": st.lists(st.tuples(anything, anything, st.integers(-9, 10**9)), max_size=2).map(tuple),
    "skipped": words,
    "left_out": words,
    "list": st.sampled_from(["note", "parking", "idea"]),
    "outcome": st.sampled_from(["", "done", "not-done", "changed", "carried"]),
    "via": st.sampled_from(["seat", "called", "phone", "simulated"]),
    "of": st.sampled_from(["", "alone", "pairs", "vote", "break"]),
    "bool": st.booleans(),
    "int": st.integers(-(10**12), 10**12),
    "float": st.floats(),
    "float | None": st.one_of(st.none(), st.floats()),
    "str": anything,
}


def is_single(command: cmd.Command) -> bool:
    return isinstance(command, cmd.Single)


QUESTIONS = st.sampled_from(["demo/where", "demo/ideas", "demo/waves", "demo/points"])


@st.composite
def scrawled(draw: st.DrawFn) -> cmd.Command:
    """Any command that says anything."""
    kind = draw(st.sampled_from(get_args(cmd.Command)))
    if kind in (cmd.Together, cmd.SetUp):
        together: cmd.Command = kind(
            tuple(draw(st.lists(scrawled().filter(is_single), max_size=3)))
        )
        return together
    if kind is cmd.ByPhone:
        return cmd.ByPhone(draw(scrawled().filter(is_single)))  # type: ignore[arg-type]  # a single one
    values = {
        field.name: draw(VALUES[field.name if field.name in VALUES else str(field.type)])
        for field in fields(kind)
    }
    if "question" in values and draw(st.booleans()):
        values["question"] = draw(QUESTIONS)
    if "participant" in values and draw(st.booleans()):
        values["participant"] = "p1"
    if "scenario" in values and draw(st.booleans()):
        values["scenario"] = "demo"
    made: cmd.Command = kind(**values)
    return made


@given(st.lists(scrawled(), max_size=15))
def test_no_command_raises_whatever_it_says(script: list[cmd.Command]) -> None:
    room = Room()
    room.do(cmd.Join("p1", "One"), cmd.CountHeads(9))
    for ref in ("demo/where", "demo/ideas", "demo/waves", "demo/points"):
        room.do(cmd.Show(View("question", ref)))
    for command in script:
        room.ask(command)
    assert not room.state.ignored
    for event in room.events:
        (block,) = scan(encode(event))
        assert block.crc_ok
        assert block.table is not None
    for ref in room.state.rounds:
        room.state.question(ref)


def test_no_address_is_kept_where_people_are_named() -> None:
    room = Room()
    room.do(cmd.RecordDecision("d", "demo", "We move.", "", "Ana <ana@example.org>", 3,
                               "Ben Smith <ben@example.org>, too fast"))  # fmt: skip
    made = room.state.decisions["d"]
    assert (made.owner, made.dissent) == ("Ana", "Ben Smith, too fast")
    room.do(cmd.RecordDecision("e", "demo", "We stay.", "", "@ana", 3, "5 @ 100"))
    made = room.state.decisions["e"]
    assert (made.owner, made.dissent) == ("@ana", "5 @ 100")


@pytest.mark.parametrize(
    "command",
    [
        cmd.Join("p"),
        cmd.Describe("p", "", ""),
        cmd.RecordDecision("d", "demo", "x"),
        cmd.RecordAction("a", "x"),
    ],
)
def test_people_are_named_in_fields_that_are_there(command: cmd.Single) -> None:
    named = naming_people(command)
    assert named
    assert set(named) <= set(vars(command))
