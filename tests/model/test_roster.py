"""A pasted list of people is read as it was meant, and forgotten where the room is anonymous."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.model.roster import LEAST_OF_A_ROLE, MOST_NAME, Person, read_roster, seated


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Mara\nIan", [("Mara", ""), ("Ian", "")]),
        ("Mara, CMO\r\nIan\tIT lead\n", [("Mara", "CMO"), ("Ian", "IT lead")]),
        ("Mara (CMO); Ian", [("Mara", "CMO"), ("Ian", "")]),
        (
            "- Mara\n* Ian\n• Ana\n1. Bob\n2) Eva",
            [(n, "") for n in ("Mara", "Ian", "Ana", "Bob", "Eva")],
        ),
        ("Mara, CMO, Berlin", [("Mara", "CMO, Berlin")]),
        ("  \n,CMO\n\t\n", []),
        ("3M team\n-dash", [("3M team", ""), ("-dash", "")]),
        ("Ana\nana\nANA, IT", [("Ana", ""), ("ana 2", ""), ("ANA 3", "IT")]),
        ("Ana\nAna\nAna 2", [("Ana", ""), ("Ana 2", ""), ("Ana 2 2", "")]),
        ("x" * 500, [("x" * MOST_NAME, "")]),
    ],
)
def test_lists_as_people_paste_them(text: str, people: list[tuple[str, str]]) -> None:
    assert read_roster(text) == tuple(Person(*one) for one in people)


@given(st.text(max_size=200))
def test_whatever_is_pasted_everybody_has_a_name_of_their_own(text: str) -> None:
    names = [person.name for person in read_roster(text)]
    assert all(name.strip() for name in names)
    assert len({name.casefold() for name in names}) == len(names)


def people(**roles: int) -> tuple[Person, ...]:
    made = [(role, index) for role, size in roles.items() for index in range(size)]
    return tuple(Person(f"{role}-{index}", "" if role == "none" else role) for role, index in made)


def test_named_people_are_kept_as_listed() -> None:
    listed = people(it=2, none=1)
    assert seated(listed, "named") == listed


def test_under_pseudonyms_no_real_name_takes_a_seat() -> None:
    assert seated(people(it=2, none=1), "pseudonyms") == ()


def test_an_anonymous_room_keeps_no_name_and_no_order() -> None:
    listed = people(sales=5, it=5, none=1)
    found = seated(listed, "anonymous")
    assert {person.name for person in found} == {""}
    assert found == seated(listed[::-1], "anonymous")
    assert [person.role for person in found] == [""] + ["it"] * 5 + ["sales"] * 5


@pytest.mark.parametrize(
    ("roles", "kept"),
    [
        ({"it": 4, "none": 9}, set()),
        ({"it": 5, "none": 4}, set()),
        ({"it": 5, "none": 5}, {"it"}),
        ({"it": 9, "sales": 2, "legal": 3}, {"it"}),
        ({"it": 20}, set()),
    ],
)
def test_a_role_is_kept_where_it_singles_nobody_out(roles: dict[str, int], kept: set[str]) -> None:
    found = seated(people(**roles), "anonymous")
    assert {person.role for person in found} - {""} == kept
    if kept:
        assert len(found) == sum(roles.values())


@given(st.dictionaries(st.sampled_from(["it", "sales", "legal", "none"]), st.integers(0, 12)))
def test_no_group_of_an_anonymous_room_is_under_five(roles: dict[str, int]) -> None:
    found = seated(people(**roles), "anonymous")
    for role in {person.role for person in found} - {""}:
        size = sum(person.role == role for person in found)
        assert size >= LEAST_OF_A_ROLE
        assert len(found) - size >= LEAST_OF_A_ROLE
