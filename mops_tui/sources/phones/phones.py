"""The phones of one running session: who they are, and what they ask for. No word of HTTP here.

The terminal and the web server both hold a `Phones`. It decides nothing by itself: whatever
changes the workshop is a command to the `LiveSession`, and an answer waits until that is durable.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from mops_tui.model.session.arriving import arrival
from mops_tui.model.session.audience import VisibleState, visible
from mops_tui.model.session.ballots import Ballot
from mops_tui.model.session.commands import CastVote, Refusal
from mops_tui.model.session.state import WorkshopState
from mops_tui.sources.ids import NewId, random_id
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.code import same_code

JoinFlaw = Literal["wrong-code", "joining-closed", "too-many-people"]
"""Why a phone is not let in, beside the refusals of the workshop itself."""


@dataclass(frozen=True)
class Joined:
    """A phone that was let in.

    Attributes:
        token: What it shows from now on; known to that phone alone.
        participant: Who it is.
    """

    token: str
    participant: str


class Phones:
    """The phones of a session.

    Attributes:
        session: The session.
        book: The code, the address and the tokens at this moment.
    """

    def __init__(self, session: LiveSession, book: Book, new_id: NewId = random_id) -> None:
        """Take the session and what is kept of its room."""
        self.session = session
        self.book = book
        self._new_id = new_id
        self._done: set[tuple[str, int, str]] = set()
        self._made: tuple[WorkshopState, VisibleState] | None = None
        self._listeners: list[Callable[[], None]] = []

    # --- what a phone asks for

    def who(self, token: str) -> str | None:
        """The participant that a token is of, while they have a seat; or None."""
        participant = self.book.holder(token)
        return participant if participant in self.session.head.participants else None

    async def join(self, code: str, name: str, role: str) -> Joined | JoinFlaw | Refusal:
        """Let a phone in; answered once its token and its seat are durable."""
        if not same_code(code, self.book.code):
            return "wrong-code"
        if not self.book.joining:
            return "joining-closed"
        command = arrival(self.session.head, self._new_id("p"), name, role)
        outcome = self.session.ask(command)
        if isinstance(outcome, Refusal):
            return outcome
        token = secrets.token_urlsafe(32)
        self.book = self.book.with_holder(token, command.participant)
        await self.session.saved(outcome[-1].seq)
        return Joined(token, command.participant)

    async def vote(
        self, participant: str, question: str, round_: int, ballot: Ballot
    ) -> Refusal | None:
        """Cast or change a vote; answered once it is durable.

        Args:
            participant: Who votes.
            question: The question, as `scenario/question`.
            round_: The round that the phone has on its screen; a later one is another vote.
            ballot: The ballot.
        """
        current = self.session.head.round(question)
        if current is None or current.number != round_:
            return Refusal("round-closed")
        outcome = self.session.ask(CastVote(question, participant, ballot, "phone"))
        if isinstance(outcome, Refusal):
            return outcome
        if outcome:
            await self.session.saved(outcome[-1].seq)
        return None

    def say_done(self, participant: str, question: str, round_: int, *, done: bool) -> None:
        """Note that somebody is done with a question, or is not after all."""
        key = (question, round_, participant)
        if done != (key in self._done):
            (self._done.add if done else self._done.remove)(key)
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
        return (question, round_, participant) in self._done

    def done(self, question: str, round_: int) -> int:
        """How many said that they are done with a round."""
        return sum(1 for key in self._done if key[:2] == (question, round_))

    # --- being told

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Be called after each change that a phone could see; the result ends it."""
        self._listeners.append(listener)
        end_session = self.session.subscribe(listener)

        def end() -> None:
            end_session()
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
