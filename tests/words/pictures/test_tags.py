from __future__ import annotations

from support.results import Room

from mops_tui.words.pictures.tags import first_names, initials_of, names_of, short_names

NAMES = {"a": "Helen Okafor", "b": "Helen Ortiz", "c": "Ruth Bauer", "d": "Bo"}


def test_initials_that_several_have_are_numbered() -> None:
    assert initials_of(NAMES) == {"a": "HO1", "b": "HO2", "c": "RB", "d": "BO"}


def test_a_short_name_stands_once_in_a_room() -> None:
    assert short_names(NAMES)["a"] == "Helen Okafor"
    assert short_names(NAMES)["c"] == "Ruth B."
    assert first_names(NAMES)["c"] == "Ruth"


def test_nobody_has_a_name_in_an_anonymous_room() -> None:
    assert names_of(Room(2).seen()) == {"p1": "Person 1", "p2": "Person 2"}
    assert names_of(Room(2, policy={"anonymity": "anonymous"}).seen()) == {}
