"""Whose phone is whose: the book of the running room, and the seats that its tokens lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mops_tui.model.session.state import Participant
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.keeping import BookKeeper, NotKept


class Seats:
    """The seats of those who came by phone.

    Attributes:
        book: The code, the address and the tokens at this moment.
        trouble: Why the book could not be saved the last time, or "".
    """

    def __init__(self, session: LiveSession, book: Book, keeper: BookKeeper | None) -> None:
        """Take what is kept of the room.

        Args:
            session: The session.
            book: As it was loaded.
            keeper: Keeps the book on the disk; without one it lasts as long as the program.
        """
        self.book = book
        self.trouble = ""
        self._session = session
        self._keeper = keeper
        self._made: tuple[Book, Mapping[str, Participant], frozenset[str]] | None = None

    def who(self, token: str) -> str | None:
        """The participant that a token is of, while they have a seat; or None."""
        participant = self.book.holder(token)
        return None if participant is None else self.seat_of(participant)

    def seat_of(self, participant: str) -> str | None:
        """The seat that the tokens of somebody lead to: their own, or the one it was joined to."""
        return self.book.seat(participant, self._session.head.participants)

    @property
    def begun_afresh(self) -> bool:
        """Whether what was kept could not be read, so that all of it is new."""
        return self._keeper is not None and self._keeper.set_aside is not None

    @property
    def by_phone(self) -> frozenset[str]:
        """The participants that hold a token."""
        people = self._session.head.participants
        made = self._made
        if made is None or made[0] is not self.book or made[1] is not people:
            self._made = made = (self.book, people, self.book.seats(people))
        return made[2]

    def is_somebodys(self, participant: str) -> bool:
        """Whether a seat shows who had it: a phone did, or somebody has voted there."""
        return self.book.ever_held(participant) or any(
            participant in round_.votes
            for rounds in self._session.head.rounds.values()
            for round_ in rounds
        )

    def part(self) -> bool:
        """Part seats that were joined, where an undo has brought one back; whether it did."""
        people, merged = self._session.head.participants, self.book.merged
        parted = [one for one in merged if one in people and people[one].present]
        if parted:
            kept = {one: into for one, into in merged.items() if one not in parted}
            self.book = replace(self.book, merged=kept)
        return bool(parted)

    def give_up(self, participant: str) -> None:
        """Take all tokens away that lead to a seat."""
        lead_there = {one for one in self.book.merged if self.seat_of(one) == participant}
        self.book = self.book.without(frozenset({participant, *lead_there}))

    def join_to(self, gone: str, into: str) -> None:
        """Have the tokens of one seat lead to another."""
        merged = {one: to for one, to in self.book.merged.items() if one != into}
        self.book = replace(self.book, merged={**merged, gone: into})

    async def keep(self) -> None:
        """Keep the book; where the disk refuses, the room goes on without."""
        trouble = ""
        if self._keeper is not None:
            try:
                await self._keeper.keep(self.book)
            except NotKept as error:
                trouble = error.trouble
        self.trouble = trouble
