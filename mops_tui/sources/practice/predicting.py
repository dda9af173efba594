"""Questions of one's own saved sessions, whose answers can be predicted before they are shown.

Everything of a session is taken as its room saw it, as a report does. Nothing of a session that
cannot be believed whole is asked.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from zlib import crc32

from mops_tui.model.agenda.asking import waits
from mops_tui.model.alone.prediction import VotesByAnswer, first_round, items_of_result, spread
from mops_tui.model.comparison.comparison import Session
from mops_tui.model.packs.digest import question_digest
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import refs
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.events import RoomPredicted
from mops_tui.sources.many import read_many
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.storage.sessions.listing import SessionList
from mops_tui.storage.sessions.summaries import SessionSummary

MOST_READ = 60
"""How many sessions are looked at, those that changed last."""
MOST_SECONDS = 8.0
"""After so many no further session is read."""
A_SITTING, SITTINGS = 5, 3
"""Questions of one sitting; for so many sittings, and of so many rooms, there is enough."""


@dataclass(frozen=True)
class RoomQuestion:
    """One question of a room of one's own.

    Attributes:
        session: The id of the session; `title` and `opened` are from its header.
        rehearsal: Its room was simulated.
        state: The session at its end, as the room saw it.
        ref: `scenario/question`; `question` is it as the room answered it.
        item: The item or pair that is asked about, or "".
        round: The number of the round, the first that speaks for the room.
        votes: How they fell.
    """

    session: str
    title: str
    opened: datetime
    rehearsal: bool
    state: VisibleState
    ref: str
    question: QuestionBase
    item: str
    round: int
    votes: VotesByAnswer

    @property
    def digest(self) -> str:
        """Of the question's wording and options."""
        return question_digest(self.question)


@dataclass(frozen=True)
class Pool:
    """What there is to predict.

    Attributes:
        questions: Those that were not predicted yet, rooms mixed.
        predicted: How many were.
        unread: Sessions that cannot be read.
        unsure: Sessions of which something is lost, was changed by hand, or comes from a later
            version: what is counted of them may not be what the room said.
        more: There are sessions that were not looked at.
        older: Likewise, and what was looked at is not much.
    """

    questions: tuple[RoomQuestion, ...] = ()
    predicted: int = 0
    unread: int = 0
    unsure: int = 0
    more: bool = False
    older: bool = False


def room_pool(
    folder: Path, answers: Iterable[PracticeAnswer], tick: Callable[[], float] = time.monotonic
) -> Pool:
    """What can be predicted of the sessions of a folder. Never fails.

    It reads the sessions that changed last, and stops once there is enough for some sittings, or
    after `MOST_SECONDS`.

    Args:
        folder: Where the sessions lie; it may be missing.
        answers: Everything of the practice journals.
        tick: A clock that only goes on.
    """
    done = {
        (one.event.session, one.event.question)
        for one in answers
        if isinstance(one.event, RoomPredicted)
    }
    sessions = SessionList(folder)
    kept, _whole = sessions.first(MOST_READ)  # of a session and its copies, one
    reading = _Reading(done)
    until, looked = tick() + MOST_SECONDS, 0
    for summary in kept:
        if reading.enough or tick() > until:
            break
        looked += 1
        reading.take(summary)
    more = looked < len(kept) or sessions.count() > MOST_READ
    return reading.pool(more=more, stopped=not reading.enough)


class _Reading:
    """The sessions as they are read, the latest first."""

    def __init__(self, done: Collection[tuple[str, str]]) -> None:
        self._done = done
        self._rooms: list[tuple[RoomQuestion, ...]] = []
        self._predicted = self._unread = self._unsure = 0

    @property
    def enough(self) -> bool:
        """Whether there is enough for some sittings, of rooms that differ."""
        fresh = sum(map(len, self._rooms))
        return fresh >= SITTINGS * A_SITTING and len(self._rooms) >= SITTINGS

    def take(self, summary: SessionSummary) -> None:
        if summary.session == "practice":
            return
        [one] = read_many((summary.path,))
        if one.session is None:
            self._unread += 1
        elif not one.condition.sound:
            self._unsure += 1
        else:
            every = tuple(_questions(one.session))
            fresh = tuple(one for one in every if (one.session, one.ref) not in self._done)
            self._predicted += len(every) - len(fresh)
            if fresh:
                self._rooms.append(fresh)

    def pool(self, *, more: bool, stopped: bool) -> Pool:
        mixed = [one for some in zip_longest(*self._rooms) for one in some if one is not None]
        return Pool(
            questions=tuple(mixed),
            predicted=self._predicted,
            unread=self._unread,
            unsure=self._unsure,
            more=more,
            older=more and stopped,
        )


def _questions(room: Session) -> Iterator[RoomQuestion]:
    """The questions of a room that can be predicted, in an order that is the session's own."""
    found = [one for ref in _shown(room.state) if (one := _question(room, ref)) is not None]
    yield from sorted(found, key=lambda one: crc32(f"{room.id} {one.ref}".encode()))


def _shown(state: VisibleState) -> Iterator[str]:
    for scenario in state.workshop.scenarios:
        if not scenario.closing and not scenario.opening:
            yield from (ref for ref in refs(scenario) if not waits(state, ref))


def _question(room: Session, ref: str) -> RoomQuestion | None:
    question, found = room.state.question(ref), first_round(room.state, ref)
    if question is None or found is None:
        return None
    items = items_of_result(found)
    if not items:
        return None
    item = items[crc32(f"{room.id} {ref} item".encode()) % len(items)]
    votes = spread(found, item)
    if votes is None:
        return None
    return RoomQuestion(
        session=room.id,
        title=room.title,
        opened=room.opened,
        rehearsal=room.state.session == "rehearsal",
        state=room.state,
        ref=ref,
        question=question,
        item=item,
        round=found.round,
        votes=votes,
    )
