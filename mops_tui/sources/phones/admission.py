"""Who is let in: whoever has the code, by the name they give, once for each phone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

from mops_tui.model.session.arriving import arrival
from mops_tui.model.session.commands import ByPhone, Describe, Join, Refusal, Return
from mops_tui.model.text.limits import MOST_NAME
from mops_tui.model.text.plain import plain
from mops_tui.sources.ids import NewId
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.code import same_code
from mops_tui.sources.phones.seats import Seats
from mops_tui.sources.phones.tries import CodeTries

JoinFlaw = Literal["wrong-code", "joining-closed", "too-many-people", "too-many-tries"]
"""Why a phone is not let in, beside the refusals of the workshop itself."""
MOST_PEOPLE = 1000
"""So many people at once have a seat; no more are let in by phone."""


@dataclass(frozen=True)
class Joined:
    """A phone that was let in.

    Attributes:
        token: What it shows from now on; known to that phone alone.
        participant: Who it is.
    """

    token: str
    participant: str


class Admission:
    """The way in of one room.

    It is part of `Phones`, which tells who listens.
    """

    def __init__(
        self,
        session: LiveSession,
        seats: Seats,
        keep: Callable[[], Awaitable[None]],
        new_id: NewId,
        clock: Callable[[], float],
    ) -> None:
        """Let nobody in yet.

        Args:
            session: The session.
            seats: Whose phone is whose.
            keep: Keeps the book of the seats, and tells of it.
            new_id: Makes the ids of who is new.
            clock: Seconds that only grow.
        """
        self._session = session
        self._seats = seats
        self._keep = keep
        self._new_id = new_id
        self._tries = CodeTries(clock)
        self._coming = 0
        self._joining: dict[str, asyncio.Task[Joined | JoinFlaw | Refusal]] = {}

    @property
    def wait(self) -> float:
        """Seconds that another wrong code waits, after many of them; 0 where it does not."""
        return self._tries.wait

    async def join(
        self, code: str, name: str, role: str, once: str = ""
    ) -> Joined | JoinFlaw | Refusal:
        """Let a phone in; see `Phones.join`."""
        if not same_code(code, self._seats.book.code):
            # The right one is let in whoever else is guessing: else one guesser shuts out a room.
            early = self._tries.wait > 0
            self._tries.note_wrong()
            return "too-many-tries" if early else "wrong-code"
        token = self._seats.book.token(once)
        task = self._joining.get(token)
        if task is None:
            task = asyncio.ensure_future(self._let_in(token, name, role))
            self._joining[token] = task
            task.add_done_callback(lambda _done: self._joining.pop(token, None))
        # Whoever hangs up does not stop it halfway.
        return await asyncio.shield(task)

    async def _let_in(self, token: str, name: str, role: str) -> Joined | JoinFlaw | Refusal:
        known = self._seats.who(token)
        if known is not None:
            if known not in self._session.durable.participants:
                await self._session.saved(self._session.head.seq)
            return Joined(token, known)
        if not self._seats.book.joining:
            return "joining-closed"
        if self._session.head.seated + self._coming >= MOST_PEOPLE:
            return "too-many-people"
        waiting = self._seat_waiting(name, role)
        if waiting is not None:
            return await self._sit_down(token, waiting)
        command = self._arrival(self._seats.book.holder(token) or self._new_id("p"), name, role)
        refused = command if isinstance(command, Refusal) else self._session.refuses(command)
        if refused is not None or isinstance(command, Refusal):
            return refused or Refusal("name-taken")
        # The token first: a seat whose phone does not know it is nobody's.
        self._seats.book = self._seats.book.with_holder(token, command.participant)
        self._coming += 1
        try:
            await self._keep()
        finally:
            self._coming -= 1
        outcome = self._session.ask(ByPhone(command))
        if isinstance(outcome, Refusal):
            self._seats.book = self._seats.book.without_holder(token)
            return outcome
        await self._session.saved(outcome[-1].seq)
        return Joined(token, command.participant)

    def _seat_waiting(self, name: str, role: str) -> Describe | None:
        """The seat that the setup made for somebody of that name, while nobody has used it.

        The role of the list stands, where it has one. Nobody sits down for the simulated.
        """
        name, role = self.texts(name, role)
        seat = self._session.head.named(name)
        if seat is None or not seat.present or self._seats.is_somebodys(seat.id):
            return None
        if self._session.header.session != "live":
            return None
        return Describe(seat.id, seat.name, seat.role or role)

    async def _sit_down(self, token: str, seat: Describe) -> Joined | Refusal:
        """Give a phone the seat that waits for it; from now on it is taken."""
        self._seats.book = self._seats.book.with_holder(token, seat.participant)
        await self._keep()
        outcome = self._session.ask(ByPhone(seat))
        if isinstance(outcome, Refusal):
            self._seats.book = self._seats.book.without_holder(token)
            return outcome
        await self._session.saved(self._session.head.seq)
        return Joined(token, seat.participant)

    def _arrival(self, participant: str, name: str, role: str) -> Join | Return | Refusal:
        """What to ask for; nobody gets a seat that another phone has had by giving its name."""
        name, role = self.texts(name, role)
        command = arrival(self._session.head, participant, name, role)
        if isinstance(command, Return) and self._seats.is_somebodys(command.participant):
            return Refusal("name-left", {"name": name})
        return command

    def texts(self, name: str, role: str) -> tuple[str, str]:
        """A name and a role as they are kept; in an anonymous room there are none."""
        if self._session.header.policy.anonymity == "anonymous":
            return "", ""
        return plain(name, MOST_NAME), plain(role, MOST_NAME)
