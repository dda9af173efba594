"""A small room that votes: journals of events, written down in one line each."""

from __future__ import annotations

from typing import Any

from support.sessions import header

from mops_tui.model.results.tallies import result
from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import Audience, VisibleState, visible
from mops_tui.model.session.fold import fold
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import WorkshopState
from mops_tui.storage.sessions.blocks import crc_of
from mops_tui.storage.sessions.journal import header_bytes
from mops_tui.words.results.findings import findings


class Room:
    """Collects events; `state()` folds all of them."""

    def __init__(self, people: int = 0, *, roles: tuple[str, ...] = (), **changes: Any) -> None:
        self.header: Header = header(**changes)
        self.events: list[ev.Event] = []
        self.add(ev.SessionOpened(header_crc=crc_of(header_bytes(self.header))))
        for seat in range(1, people + 1):
            role = roles[(seat - 1) % len(roles)] if roles else ""
            name = "" if self.header.policy.anonymity == "anonymous" else f"Person {seat}"
            self.add(ev.ParticipantJoined(participant=f"p{seat}", name=name, role=role, seat=seat))

    def add(self, *events: ev.Event, wait: float = 1.0) -> Room:
        for event in events:
            self.events.append(ev.stamp(event, len(self.events) + 1, len(self.events) * wait))
        return self

    def open(self, ref: str, number: int = 1) -> Room:
        return self.add(ev.RoundOpened(question=ref, round=number))

    def vote(self, ref: str, who: str, number: int = 1, **ballot: Any) -> Room:
        return self.add(ev.VoteCast(question=ref, round=number, participant=who, **ballot))

    def call(self, ref: str, cells: list[tuple[str, str, int]], number: int = 1) -> Room:
        items = tuple(item for item, _, _ in cells) if any(c[0] for c in cells) else ()
        return self.add(
            ev.TallySet(
                question=ref,
                round=number,
                items=items,
                categories=tuple(category for _, category, _ in cells),
                counts=tuple(count for _, _, count in cells),
            )
        )

    def close(self, ref: str, number: int = 1) -> Room:
        return self.add(ev.RoundClosed(question=ref, round=number))

    def reveal(self, ref: str, number: int = 1) -> Room:
        return self.close(ref, number).add(ev.RoundRevealed(question=ref, round=number))

    def round(
        self,
        ref: str,
        ballots: list[dict[str, Any]],
        number: int = 1,
        called: list[tuple[str, str, int]] | None = None,
    ) -> Room:
        """A whole round, revealed: the ballots of p1, p2 and so on; an empty one is left out."""
        self.open(ref, number)
        for seat, ballot in enumerate(ballots, start=1):
            if ballot:
                self.vote(ref, f"p{seat}", number, **ballot)
        if called:
            self.call(ref, called, number)
        return self.reveal(ref, number)

    def state(self) -> WorkshopState:
        state = fold(self.header, self.events)
        assert not state.ignored, [self.events[seq - 1] for seq in state.ignored]
        return state

    def seen(self, audience: Audience = "facilitator") -> VisibleState:
        return visible(self.state(), audience)


def choices(letters: str) -> list[dict[str, Any]]:
    """Ballots on the rooms: one letter each, "-" for a pass, a space for none."""
    return [
        {} if letter == " " else {"passed": True} if letter == "-" else {"option": letter}
        for letter in letters
    ]


def points(*where: tuple[int, int]) -> list[dict[str, Any]]:
    """Ballots on a grid."""
    return [{"x": x, "y": y} for x, y in where]


def levels(item: str, *steps: str) -> list[dict[str, Any]]:
    """Ratings of one item."""
    return [{"items": (item,), "levels": (step,)} for step in steps]


def positions(item: str, *where: int) -> list[dict[str, Any]]:
    """Positions of one pair, or of one wave."""
    return [{"items": (item,), "positions": (position,)} for position in where]


def told(room: Room, name: str, number: int | None = None) -> tuple[str, ...]:
    """What the reveal of a question says, of a round or of the latest."""
    state = room.seen("room")
    found = result(state, f"demo/{name}", number)
    assert found is not None
    return findings(state, found)
