"""The phones of one running session: who they are, and what they ask for. No word of HTTP here.

The terminal and the web server both hold a `Phones`. It decides nothing by itself: whatever
changes the workshop is a command to the `LiveSession`, and an answer waits until that is durable.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace

from mops_tui.model.session.audience import VisibleState, visible
from mops_tui.model.session.ballots import Ballot
from mops_tui.model.session.commands import (
    ByPhone,
    CastVote,
    Describe,
    Merge,
    PutOut,
    Refusal,
    Return,
    Together,
    together,
)
from mops_tui.model.session.state import WorkshopState
from mops_tui.sources.ids import NewId, random_id
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.admission import Admission, Joined, JoinFlaw
from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.code import new_code
from mops_tui.sources.phones.keeping import BookKeeper
from mops_tui.sources.phones.seats import Seats
from mops_tui.sources.phones.sent import RoundKey, Sent, latest


class Phones:
    """The phones of a session.

    Attributes:
        session: The session.
        trial: It is a room check, of which nothing is kept; phones say so.
    """

    def __init__(
        self,
        session: LiveSession,
        book: Book,
        new_id: NewId = random_id,
        keeper: BookKeeper | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the session and what is kept of its room.

        Args:
            session: The session.
            book: As it was loaded.
            new_id: Makes the ids of who is new.
            keeper: Keeps the book on the disk; without one it lasts as long as the program.
            clock: Seconds that only grow.
        """
        self.session = session
        self.trial = False
        self._seats = Seats(session, book, keeper)
        self._admission = Admission(session, self._seats, self._keep, new_id, clock)
        self._sent: dict[RoundKey, dict[str, Sent]] = {}
        self._done: dict[RoundKey, set[str]] = {}
        self._made: tuple[WorkshopState, VisibleState] | None = None
        self._listeners: dict[object, Callable[[], None]] = {}
        self._durable = session.durable
        self._end_session: Callable[[], None] | None = None
        self._telling = False

    # --- who is who

    @property
    def book(self) -> Book:
        """The code, the address and the tokens at this moment."""
        return self._seats.book

    @property
    def trouble(self) -> str:
        """Why the book could not be saved the last time, as `Saving` has it, or "".

        Phones join and vote all the same; after a crash, who joined meanwhile has to join again.
        """
        return self._seats.trouble

    @property
    def begun_afresh(self) -> bool:
        """Whether what was kept of the room could not be read: code and tokens are new."""
        return self._seats.begun_afresh

    @property
    def by_phone(self) -> frozenset[str]:
        """The participants that hold a token."""
        return self._seats.by_phone

    def who(self, token: str) -> str | None:
        """The participant that a token is of, while they have a seat; or None."""
        return self._seats.who(token)

    # --- what a phone asks for

    @property
    def wait(self) -> float:
        """Seconds that another wrong code waits, after many of them; 0 where it does not."""
        return self._admission.wait

    async def join(
        self, code: str, name: str, role: str, once: str = ""
    ) -> Joined | JoinFlaw | Refusal:
        """Let a phone in; answered once its token and its seat are durable.

        Args:
            code: As it was scanned or typed.
            name: As it was typed.
            role: Likewise.
            once: What the phone calls this join, 16 random characters or more: one that lost the
                answer and asks again with the same is the same person.

        Raises:
            NotSaved: The disk does not take the seat. The phone may ask again.
        """
        return await self._admission.join(code, name, role, once)

    async def vote(
        self, participant: str, question: str, round_: int, ballot: Ballot, once: str = ""
    ) -> Refusal | None:
        """Cast or change a vote; answered once it is durable.

        Who had left and votes is here again.

        Args:
            participant: Who votes.
            question: The question, as `scenario/question`.
            round_: The round that the phone has on its screen; a later one is another vote.
            ballot: The ballot.
            once: What the phone calls this vote: the same one sent twice is one vote.

        Raises:
            NotSaved: The disk has not taken it in time. It may be saved later; asked again with
                the same id, the answer waits for the same vote.
        """
        head = self.session.head
        current = head.round(question)
        if current is None or current.number != round_:
            return Refusal("round-closed")
        sent = self._sent.get((question, round_), {}).get(participant)
        cast = current.votes.get(participant)
        late = sent is not None and sent.is_late(once)
        if cast is not None and (late or cast.ballot == ballot):
            await self.session.saved(cast.seq)
            return None
        vote = CastVote(question, participant, ballot, "phone")
        away = participant in head.absent
        outcome = self.session.ask(ByPhone(Together((Return(participant), vote)) if away else vote))
        if isinstance(outcome, Refusal):
            return outcome
        of_round = latest(self._sent, (question, round_), dict)
        of_round.setdefault(participant, Sent()).note(once)
        await self.session.saved(outcome[-1].seq)
        return None

    async def describe(self, participant: str, name: str, role: str) -> Refusal | None:
        """Have somebody called otherwise; answered once it is durable.

        Raises:
            NotSaved: The disk has not taken it in time.
        """
        name, role = self._admission.texts(name, role)
        outcome = self.session.ask(ByPhone(Describe(participant, name, role)))
        if isinstance(outcome, Refusal):
            return outcome
        await self.session.saved(outcome[-1].seq)
        return None

    def say_done(self, participant: str, question: str, round_: int, *, done: bool) -> None:
        """Note that somebody is done with a question, or is not after all."""
        current = self.session.head.round(question)
        if current is None or current.number != round_:
            return
        who = latest(self._done, (question, round_), set)
        if done != (participant in who):
            (who.add if done else who.discard)(participant)
            self._tell()

    # --- what the facilitator asks for

    async def new_code(self) -> None:
        """Let phones in by another code; those that are in stay."""
        self._seats.book = replace(self.book, code=new_code())
        await self._keep()

    async def set_joining(self, on: bool) -> None:
        """Let new phones in, or no more of them."""
        self._seats.book = replace(self.book, joining=on)
        await self._keep()

    async def note_open(self, host: str, port: int) -> None:
        """Note that the room is open at an address: after a crash it opens there again."""
        self._seats.book = replace(self.book, host=host, port=port, open=True)
        await self._keep()

    async def note_network(self, network: str, password: str) -> None:
        """Note the Wi-Fi that phones should be in; "" for none."""
        self._seats.book = replace(self.book, network=network, password=password)
        await self._keep()

    async def note_closed(self) -> None:
        """Note that the room is closed to phones; code, address and people stay."""
        self._seats.book = replace(self.book, open=False)
        await self._keep()

    async def put_out(self, *participants: str) -> Refusal | None:
        """Have some leave who should not have come.

        Their phones are strangers' from now on, their votes in rounds that are not revealed are
        taken back, and they have left. An undo brings the seats back, and not the phones.

        Raises:
            NotSaved: The disk has not taken it in time.
        """
        absent, held = self.session.head.absent, self.by_phone.intersection(participants)
        leaving = [PutOut(one) for one in participants if one not in held or one not in absent]
        outcome = self.session.ask(together(leaving)) if leaving else ()
        if isinstance(outcome, Refusal) and not held:
            return outcome
        for one in participants:
            self._seats.give_up(one)
        for done in self._done.values():
            done.difference_update(participants)
        await self._keep()
        if outcome and not isinstance(outcome, Refusal):
            await self.session.saved(outcome[-1].seq)
        return None

    async def merge(self, gone: str, into: str) -> Refusal | None:
        """Make two seats one person's: the phones of the one are the other's from now on.

        The vote of `gone` in a round that is not revealed becomes `into`'s, unless that one has
        voted. Revealed rounds stay as they were: the room has seen them. An undo parts the two.

        Raises:
            NotSaved: The disk has not taken it in time.
        """
        outcome = self.session.ask(Merge(gone, into))
        if isinstance(outcome, Refusal):
            return outcome
        self._seats.join_to(gone, into)
        for of_round in self._sent.values():
            if gone in of_round:
                of_round.setdefault(into, Sent()).take(of_round[gone])
        for done in self._done.values():
            if gone in done:
                done.discard(gone)
                done.add(into)
        await self._keep()
        if outcome:
            await self.session.saved(outcome[-1].seq)
        return None

    async def _keep(self) -> None:
        """Keep the book; where the disk refuses, the room goes on without."""
        await self._seats.keep()
        self._tell()

    # --- what a phone may see

    @property
    def seen(self) -> VisibleState:
        """What any participant may see of everything durable; the same until that changes."""
        durable = self.session.durable
        if self._made is None or self._made[0] is not durable:
            self._made = (durable, visible(durable, "participant"))
        return self._made[1]

    def own_ballot(self, participant: str, question: str, round_: int) -> Ballot | None:
        """Somebody's own durable ballot in a round. Only its owner may be given it."""
        rounds = self.session.durable.rounds.get(question, ())
        vote = rounds[round_ - 1].votes.get(participant) if 0 < round_ <= len(rounds) else None
        return vote.ballot if vote is not None else None

    def is_done(self, participant: str, question: str, round_: int) -> bool:
        """Whether somebody said that they are done."""
        return participant in self._done.get((question, round_), ())

    def done(self, question: str, round_: int) -> int:
        """How many of those who are here said that they are done with a round."""
        absent = self.session.head.absent
        return sum(1 for who in self._done.get((question, round_), ()) if who not in absent)

    # --- being told

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Be called soon after changes that a phone could see; the result ends it."""
        if self._end_session is None:
            self._end_session = self.session.subscribe(self._changed)
        key = object()
        self._listeners[key] = listener

        def end() -> None:
            self._listeners.pop(key, None)

        return end

    def _changed(self) -> None:
        """Something happened in the session: two seats may be two again, by an undo."""
        parted = self._seats.part()
        # Of what is decided and not durable yet phones see nothing: they are told once of each.
        if parted or self.session.durable is not self._durable:
            self._durable = self.session.durable
            self._tell()

    def _tell(self) -> None:
        if self._listeners and not self._telling:
            self._telling = True
            asyncio.get_running_loop().call_soon(self._tell_now)

    def _tell_now(self) -> None:
        self._telling = False
        for listener in tuple(self._listeners.values()):
            listener()
