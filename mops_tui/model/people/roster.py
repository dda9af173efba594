"""Reading a typed or pasted list of participants.

Lists come out of mail programs, spreadsheets, meetings and hands. What is read here is shown before
it is taken, with what was left out and why; a mail address is never part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from mops_tui.model.people.anonymity import ROLE_CROWD, Anonymity
from mops_tui.model.people.cells import (
    ListedPerson,
    readable,
    without_address,
)
from mops_tui.model.people.rows import (
    LeftOut,
    Why,
    people_and_left_out,
    people_in_line,
    reasons_left_out,
)
from mops_tui.model.text.limits import MOST_NAME, MOST_ROSTER

__all__ = [
    "MOST_TEXT",
    "ROLE_CROWD",
    "LeftOut",
    "Person",
    "RosterReading",
    "Why",
    "as_lines",
    "one_person",
    "read",
    "read_roster",
    "seated",
]

MOST_TEXT = 20 * MOST_ROSTER
"""The most characters that are read of a paste; addresses, times and the like are most of it."""


@dataclass(frozen=True)
class Person:
    """A participant as a list names them."""

    name: str
    role: str = ""


@dataclass(frozen=True)
class RosterReading:
    """What a list says: the people in its order, and the rest of it."""

    people: tuple[Person, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def read(text: str) -> RosterReading:
    """Read a list of people, whichever program it comes from.

    Plain lines are a name each and, behind a comma, dash, tab or bracket, a role. A table says in
    its headings, in any of a dozen languages, what its columns hold. Of mail recipients and of a
    meeting's participants the names count. The same person twice is one: the same address, or
    the same name where no other role tells them apart.
    """
    people: list[Person] = []
    known: list[ListedPerson] = []
    places: dict[str, list[int]] = {}
    left_out: list[LeftOut] = []
    names: set[str] = set()
    for listed in people_and_left_out(readable(text[:MOST_TEXT])):
        if isinstance(listed, LeftOut):
            left_out.append(listed)
            continue
        normalised = _normalised(listed)
        if normalised is None:
            left_out += reasons_left_out("nameless", listed.name)
            continue
        keys = {normalised.name.casefold(), normalised.address} - {""}
        alike = sorted({i for key in keys for i in places.get(key, ())})
        again = next((i for i in alike if _same_person(known[i], normalised)), None)
        if again is not None:
            left_out.append(LeftOut("twice", normalised.name))
            more = _normalised(replace(known[again], role=known[again].role or normalised.role))
            if more is not None and more.name == known[again].name:
                people[again] = replace(people[again], role=more.role)
                known[again] = more
            continue
        if len(listed.name) > MOST_NAME:
            left_out.append(LeftOut("cut", normalised.name))
        for key in keys:
            places.setdefault(key, []).append(len(known))
        known.append(normalised)
        name = _numbered(normalised.name, names)
        names.add(name.casefold())
        people.append(Person(name, normalised.role))
    return RosterReading(tuple(people), tuple(left_out))


def read_roster(text: str) -> tuple[Person, ...]:
    """The people of a list."""
    return read(text).people


def one_person(text: str) -> Person:
    """Somebody who was typed alone: a name and perhaps a role, as a list would have them."""
    reading = read(text)
    if len(reading.people) == 1 and not reading.left_out:
        return reading.people[0]
    name, _comma, role = without_address(text).partition(",")
    return Person(" ".join(name.split())[:MOST_NAME], " ".join(role.split())[:MOST_NAME])


def as_lines(people: Iterable[Person]) -> str:
    """People as the plainest list there is; read again it gives the same people."""
    return "\n".join(
        f"{person.name}, {person.role}" if person.role else person.name for person in people
    )


def _numbered(name: str, names: set[str]) -> str:
    count, named = 1, name
    while named.casefold() in names:
        count += 1
        number = f" {count}"
        named = f"{name[: MOST_NAME - len(number)]}{number}"
    return named


def _same_person(before: ListedPerson, later: ListedPerson) -> bool:
    if before.name.casefold() != later.name.casefold():
        return bool(before.address) and before.address == later.address
    if before.address and later.address:
        return before.address == later.address
    return before.role.casefold() == later.role.casefold() or not (before.role and later.role)


def _normalised(listed: ListedPerson) -> ListedPerson | None:
    """The entry cut to the limits, so that its line would be read as the same name and role.

    None where nothing that could be a name is left.
    """
    for _try in range(4):
        name = _without_separators(listed.name)
        role = ", ".join(filter(None, map(str.strip, _without_separators(listed.role).split(","))))
        (again, *more) = [*people_in_line(f"{name}, {role}" if role else name), None]
        if isinstance(again, LeftOut) or again is None or more != [None]:
            return None
        if (again.name, again.role) == (name, role) == (listed.name, listed.role):
            return listed
        listed = replace(listed, name=again.name, role=again.role)
    return None


def _without_separators(text: str) -> str:
    """What may be kept of a name or a role: nothing that parts people, or columns."""
    return " ".join(re.sub(r"[\t;|@]", " ", text)[:MOST_NAME].split())


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
    for one in people:
        if one.role:
            sizes[one.role] = sizes.get(one.role, 0) + 1
    shared_roles = {
        role
        for role, size in sizes.items()
        if size >= ROLE_CROWD and len(people) - size >= ROLE_CROWD
    }
    if not shared_roles:
        return ()
    return tuple(
        Person("", role)
        for role in sorted(one.role if one.role in shared_roles else "" for one in people)
    )
