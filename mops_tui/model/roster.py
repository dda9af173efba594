"""Who is in the room, from a typed or pasted list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mops_tui.model.header import Anonymity

LEAST_OF_A_ROLE = 5
"""In an anonymous room a role is kept only where this many people have it."""
MOST_NAME = 80


@dataclass(frozen=True)
class Person:
    """A line of the list."""

    name: str
    role: str = ""


def read_roster(text: str) -> tuple[Person, ...]:
    """Read a list of people: a line each, a name and, behind a comma, tab or bracket, a role.

    Bullets and numbers in front are dropped. A name that comes again gets a number.
    """
    people: list[Person] = []
    seen: set[str] = set()
    for raw in re.split(r"[\r\n;]+", text):
        line = re.sub(r"^\s*(?:[-*•]|\d+[.)])\s+", "", raw).strip()
        if not line:
            continue
        name, _, role = re.sub(r"\s*[(\t]\s*", ",", line, count=1).partition(",")
        name, role = name.strip()[:MOST_NAME], role.strip().rstrip(")").strip()[:MOST_NAME]
        if not name:
            continue
        count, named = 1, name
        while named.casefold() in seen:
            count += 1
            named = f"{name} {count}"
        seen.add(named.casefold())
        people.append(Person(named, role))
    return tuple(people)


def seated(people: tuple[Person, ...], anonymity: Anonymity) -> tuple[Person, ...]:
    """Those people as the session may know them.

    Under pseudonyms the list only tells how many are present: handles are chosen in the hot
    seat. In an anonymous room no name is kept, and no order of the list: a role is kept where at
    least five people share it and at least five others are left, and then the seats are grouped
    by role. Otherwise nobody has a seat yet and the list only tells how many are present.
    """
    if anonymity == "named":
        return people
    if anonymity == "pseudonyms":
        return ()
    sizes: dict[str, int] = {}
    for person in people:
        if person.role:
            sizes[person.role] = sizes.get(person.role, 0) + 1
    kept = {
        role
        for role, size in sizes.items()
        if size >= LEAST_OF_A_ROLE and len(people) - size >= LEAST_OF_A_ROLE
    }
    if not kept:
        return ()
    return tuple(
        Person("", role)
        for role in sorted(person.role if person.role in kept else "" for person in people)
    )
