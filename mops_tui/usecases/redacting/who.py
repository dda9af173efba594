"""Who had a seat in a journal, and who of them is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mops_tui.model.session.events import Event, ParticipantJoined, ParticipantUpdated
from mops_tui.model.text.folding import folded


@dataclass(frozen=True)
class SeatHolder:
    """Somebody in a journal.

    Attributes:
        names: All that they were ever called there, the latest last.
    """

    id: str
    names: tuple[str, ...]
    role: str
    seat: int

    @property
    def name(self) -> str:
        """What they are called now."""
        return self.names[-1] if self.names else ""


def people_of(events: Iterable[Event]) -> tuple[SeatHolder, ...]:
    """Everybody who ever had a seat, in the order of seats."""
    found: dict[str, SeatHolder] = {}
    for event in events:
        if isinstance(event, ParticipantJoined | ParticipantUpdated):
            names = found[event.participant].names if event.participant in found else ()
            if event.name and event.name not in names:
                names = (*names, event.name)
            found[event.participant] = SeatHolder(event.participant, names, event.role, event.seat)
    return tuple(sorted(found.values(), key=lambda one: (one.seat, one.id)))


def matching(people: Iterable[SeatHolder], wanted: str) -> tuple[SeatHolder, ...]:
    """Who is meant by a name, whole words of it, a handle or the number of a seat.

    Several where it is not clear.
    """
    plain = " ".join(wanted.split()).casefold()
    whole = [one for one in people if any(plain_name(name) == plain for name in one.names)]
    seated = [one for one in people if plain.isdecimal() and one.seat == int(plain)]
    words = set(folded(plain).text.split())
    part = [one for one in people if any(words <= _words(name) for name in one.names)]
    return tuple(whole or seated or (part if words else ()))


def plain_name(name: str) -> str:
    """A name as it is compared: in one line, in small letters."""
    return " ".join(name.split()).casefold()


def _words(name: str) -> set[str]:
    both = (folded(name, spelt_out=spelt_out).text for spelt_out in (False, True))
    return {word for one in both for word in re.findall(r"[^\s,;()]+", one)}
