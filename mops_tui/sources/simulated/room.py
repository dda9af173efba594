"""A simulated room at human speed, in a live session that somebody facilitates.

It knows no clock of its own: whoever runs it says how many seconds have passed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mops_tui.model.packs.characters import HAPPENED, Cast, Disturbance
from mops_tui.model.session.commands import (
    CastVote,
    Join,
    Leave,
    RecordNote,
    Refusal,
    SetUp,
    together,
)
from mops_tui.model.session.state import WorkshopState
from mops_tui.sources.live import LiveSession
from mops_tui.sources.simulated.answering import answer, weigh
from mops_tui.sources.simulated.asking import ToAsk, ask, whom_to_ask
from mops_tui.sources.simulated.characters import SimulatedPerson, people
from mops_tui.sources.simulated.company import Company, company_of
from mops_tui.sources.simulated.listening import listen
from mops_tui.sources.simulated.matter import Matter, Speech, matter_of, says

SPEEDS = (1, 4, 16)
"""How many times human speed the room can vote."""
SEATED = re.compile(r"p-\d{4}")
"""The participant ids of simulated people; others come from the facilitator."""
ASKED_SECONDS = 3.0
"""How long somebody who was asked takes to vote, at most, in seconds of the room."""


@dataclass
class _Waiting:
    """Somebody who will vote in the open round; None until they are asked."""

    person: SimulatedPerson
    seconds: float | None


@dataclass(frozen=True)
class Told:
    """What somebody said when they were asked, with the keys of the brief that it rests on."""

    text: str
    sources: tuple[str, ...] = ()


class Simulation:
    """The people of a rehearsal.

    Attributes:
        speed: How many times human speed they vote.
    """

    def __init__(
        self,
        session: LiveSession,
        cast: Cast,
        count: int,
        seed: int,
        speech: Speech | None = None,
    ) -> None:
        """Take the session; the people come in with `arrive`, and can say what is in a speech."""
        self._speech = speech
        self.speed = SPEEDS[0]
        self._session = session
        self._company = company_of(cast, seed)
        self._room = people(cast, count, seed)
        self._disturbances = list(cast.disturbances)
        self._happened: list[Disturbance] = []
        self._waiting: list[_Waiting] = []
        self._open: tuple[str, int] | None = None
        self._heard: set[tuple[str, int]] = set()
        self._speakers: dict[str, dict[int, str]] = {}

    @classmethod
    def rejoin(cls, session: LiveSession, cast: Cast, speech: Speech | None = None) -> Simulation:
        """Restore the people of a rehearsal that is resumed, with what they answered and heard.

        Who they are follows from the cast and the session's seed; what they answered, and what
        has happened to them, from its journal.
        """
        state = session.head
        seats = [one.partition("-")[2] for one in state.participants if SEATED.fullmatch(one)]
        count = max(map(int, seats), default=0)  # one of them may have become somebody real
        room = cls(session, cast, count, session.header.seed, speech)
        for ref, rounds in state.rounds.items():
            question = state.question(ref)
            for round_ in rounds:
                for person in room._room:
                    if person.id in round_.votes:
                        person.remember(ref, round_.votes[person.id].ballot)
                if round_.phase == "revealed" and question is not None:
                    room._heard.add((ref, round_.number))
                    listen(room._room, ref, question)
        for happening in tuple(room._disturbances):
            if f"{HAPPENED}{happening.id}" in state.notes:
                room._disturbances.remove(happening)
                room._shift(happening)
        return room

    @property
    def room(self) -> tuple[SimulatedPerson, ...]:
        """Everybody, whether present or not."""
        return self._room

    @property
    def company(self) -> Company:
        """Where they work."""
        return self._company

    @property
    def disturbances(self) -> tuple[Disturbance, ...]:
        """What could still happen."""
        return tuple(self._disturbances)

    def arrive(self) -> None:
        """Everybody takes a seat."""
        joins = (Join(one.id, one.name, one.character.role) for one in self._room)
        told = self.company.note()
        self._session.ask(SetUp((*joins, *([] if told is None else [told]))))

    def advance(self, seconds: float) -> None:
        """Let so many seconds pass: rounds are noticed, and those whose time has come vote."""
        state = self._session.head
        if state.phase != "open":
            return
        self._take_back(state)
        self._listen(state)
        self._notice(state)
        if self._open is None:
            return
        ref = self._open[0]
        question = state.question(ref)
        for waiting in tuple(self._waiting):
            if waiting.seconds is None or question is None:
                continue
            waiting.seconds -= seconds * self.speed
            if waiting.seconds <= 0:
                self._waiting.remove(waiting)
                ballot = answer(waiting.person, ref, question)
                self._session.ask(CastVote(ref, waiting.person.id, ballot, via="simulated"))

    def _notice(self, state: WorkshopState) -> None:
        """Begin the round that was opened since, if any: settle when everybody will vote."""
        place = state.place
        round_ = state.round(place.name) if place.of == "question" else None
        if round_ is None or round_.phase != "open":
            self._open = None
            self._waiting = []
            return
        key = (place.name, round_.number)
        if key != self._open:
            self._open, self._waiting = key, []
        # Whoever has no vote will vote: also after theirs was taken back, or they came in late.
        # Whose seat was given to somebody real is simulated no longer.
        gone = {one.id for one in self._room if one.id not in state.participants}
        gone |= set(state.absent)
        self._waiting = [one for one in self._waiting if one.person.id not in gone]
        known = {one.person.id for one in self._waiting} | set(round_.votes) | gone
        question = state.question(place.name)
        minutes = question.minutes if question else 3.0
        self._waiting += [
            _Waiting(one, one.delay(minutes)) for one in self._room if one.id not in known
        ]

    def _listen(self, state: WorkshopState) -> None:
        """After a reveal everybody hears those whom they listen to."""
        for ref, rounds in state.rounds.items():
            question = state.question(ref)
            for round_ in rounds:  # more than the last: the next may be open already
                heard = round_.phase != "revealed" or (ref, round_.number) in self._heard
                if heard or question is None:
                    continue
                self._heard.add((ref, round_.number))
                for person in self._room:  # the facilitator may have put a vote right
                    if person.id in round_.votes:
                        person.last[ref] = round_.votes[person.id].ballot
                listen(self._room, ref, question)

    def ask_missing(self) -> tuple[str, ...]:
        """Ask those who have not voted; they do so in a moment.

        Returns:
            Their names.
        """
        for index, waiting in enumerate(self._waiting):
            soon = ASKED_SECONDS * (index + 1) / len(self._waiting)
            waiting.seconds = min(waiting.seconds or soon, soon)
        return tuple(waiting.person.name for waiting in self._waiting)

    @property
    def real_missing(self) -> tuple[str, ...]:
        """The participants who have not voted in the open round, and are not simulated."""
        state = self._session.head
        round_ = state.round(state.place.name) if state.place.of == "question" else None
        if round_ is None or round_.phase != "open":
            return ()
        known = {one.id for one in self._room} | set(round_.votes) | set(state.absent)
        return tuple(one for one in state.participants if one not in known)

    def to_ask(self, ref: str) -> tuple[ToAsk, ...]:
        """Who can be asked why they answered so, the one most worth asking first."""
        matter = self._matter(ref)
        return () if matter is None else whom_to_ask(self._room, self._session.head, matter)

    def _matter(self, ref: str) -> Matter | None:
        """What there is to say of a question; what it is worth to whom is known after a pause."""
        if self._speech is None:
            return None
        matter = matter_of(self._session.head, ref, self._speech, self._speakers.get(ref, {}))
        if matter is not None:
            for person in self._room:
                weigh(person, ref, matter.question)
        return matter

    def ask_why(self, participant: str, ref: str) -> Told | None:
        """Ask somebody why they answered so, and keep what they say; None where they cannot say.

        Whoever was asked already in this round says the same, and nothing more is kept.
        """
        matter = self._matter(ref)
        person = next((one for one in self._room if one.id == participant), None)
        if matter is None or person is None:
            return None
        for one in matter.said:
            if (one.participant, one.round) == (participant, matter.number):
                cited = (a.sources for a in matter.arguments if says(one.text, a.text))
                return Told(one.text, next(cited, ()))
        asked = ask(person, matter)
        count = len(self._session.head.reasons.get(ref, ()))
        if asked is None or isinstance(self._session.ask(asked.command), Refusal):
            return None
        self._speakers.setdefault(ref, {})[count] = participant
        line = asked.reason.line
        return Told(asked.command.text, line.sources if line is not None else ())

    def disturb(self, which: str) -> Disturbance | None:
        """Let a disturbance happen, and note it down; None when it cannot happen any more."""
        happening = next((one for one in self._disturbances if one.id == which), None)
        if happening is None:
            return None
        self._disturbances.remove(happening)
        self._shift(happening)
        about = self._session.head.place.name
        note = RecordNote(f"{HAPPENED}{happening.id}", happening.text, about=about)
        going = [one for one in self._room if one.character.id == happening.leaves]
        present = [one for one in going if one.id not in self._session.head.absent]
        self._session.ask(together((note, *(Leave(one.id) for one in present))))
        self._waiting = [one for one in self._waiting if one.person not in going]
        return happening

    def _shift(self, happening: Disturbance) -> None:
        self._happened.append(happening)
        for person in self._room:
            person.befall(happening)

    def _take_back(self, state: WorkshopState) -> None:
        """What was taken back has not happened: it moves nobody, and can happen again."""
        for happening in tuple(self._happened):
            if f"{HAPPENED}{happening.id}" not in state.notes:
                self._happened.remove(happening)
                self._disturbances.append(happening)
                for person in self._room:
                    person.forget(happening)
