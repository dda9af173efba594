from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.results import Room
from support.sessions import workshop

from mops_tui.model.session import events as ev
from mops_tui.words.results.figures import decimals, listed, percent, threshold, unit
from mops_tui.words.results.labels import (
    axis_name,
    category_label,
    initials,
    item_label,
    participant_label,
    place_words,
)
from mops_tui.words.safe import cells


def label(ref: str, category: str) -> str:
    question = workshop().question(f"demo/{ref}")
    assert question is not None
    return category_label(question, category, workshop())


def item(ref: str, name: str) -> str:
    question = workshop().question(f"demo/{ref}")
    assert question is not None
    return item_label(question, name, workshop())


def test_categories_by_kind() -> None:
    assert label("where", "a") == "Alpha"
    assert label("ready", "in-place") == "In place"
    assert label("lean", "-2") == "the left one"
    assert label("waves", "chasm") == "the gap"
    assert label("place", "modernizers") == "Modernizers"
    assert label("cmo", "yes") == "Yes"
    assert label("where", "nothing-such") == "nothing-such"


def test_items_by_kind() -> None:
    assert item("ready", "owner") == "An owner"
    assert item("lean", "craft") == "I build machines. / I paint."
    assert item("place", "x") == "technology-arts"
    assert item("points", "b") == "Beta"


def test_what_the_room_added_has_its_name() -> None:
    room = Room(1).add(ev.OptionAdded(question="demo/where", option="d", label="De\x1b[1mlta"))
    question = room.state().question("demo/where")
    assert question is not None
    assert category_label(question, "d") == "Delta"


def test_people() -> None:
    named, anonymous = Room(1), Room(1, policy={"anonymity": "anonymous"})
    named.add(ev.ParticipantJoined(participant="p2", name="\u202e \n", seat=2))
    assert participant_label(named.state(), "p1") == "Person 1"
    assert participant_label(named.state(), "p2") == "Seat 2"
    assert participant_label(named.state(), "p9") == "somebody"
    assert participant_label(anonymous.state(), "p1") == "Seat 1"


def test_a_name_in_an_anonymous_room_is_not_shown() -> None:
    room = Room(policy={"anonymity": "anonymous"})
    room.add(ev.ParticipantJoined(participant="x", name="Ana", seat=4))
    assert participant_label(room.state(), "x") == "Seat 4"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Maria Dumitrescu", "MD"),
        ("Ana", "AN"),
        ("Ana Maria Pop", "AP"),
        ("x", "X"),
        ("", "?"),
        ("# x | [a](b)", "XA"),
        ("李小龍", "李"),
        ("李 龍", "李"),
        ("ß", "SS"),
        ("\x1b[31mred", "RE"),
        ("!!!", "?"),
        ("O'Brien", "OB"),
    ],
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


@given(st.text())
def test_initials_fit(name: str) -> None:
    assert 1 <= cells(initials(name)) <= 2


def test_figures_never_round_up_to_what_they_miss() -> None:
    assert (percent(0.746), percent(0.746, 0.75), percent(0.75, 0.75)) == (75, 74, 75)
    assert (percent(0.666, 0.667), threshold(0.667), threshold(0.75)) == (66, "66.7", "75")
    assert (decimals(0.4999), decimals(0.4999, 0.5), decimals(0.5, 0.5)) == ("0.50", "0.49", "0.50")
    assert (decimals(-0.001), unit(-4), unit(-18)) == ("0.00", "0.0", "-0.2")


def test_lists() -> None:
    assert listed([]) == ""
    assert listed(["A"]) == "A"
    assert listed(["A", "B"]) == "A and B"
    assert listed(["A", "B", "C"]) == "A, B and C"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (-15, "a little towards technology"),
        (0, "in the middle"),
        (50, "towards arts"),
        (100, "far towards arts"),
    ],
)
def test_a_place_on_an_axis_is_told_by_the_end_it_is_nearer_to(value: float, expected: str) -> None:
    assert place_words(workshop().grids[0], "x", value) == expected


def test_an_axis_is_called_by_its_two_ends() -> None:
    assert axis_name(workshop().grids[0], "y") == "rational or emotional"
