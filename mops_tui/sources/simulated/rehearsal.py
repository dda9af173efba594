"""A headless rehearsal: a simulated room and a scripted facilitator run a whole workshop.

Time is simulated, every event passes `decide`, and nothing but the seed decides: the same seed,
version and Python minor give the same bytes.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mops_tui.model.agenda import agenda
from mops_tui.model.packs.characters import Cast
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.results import VerdictCode
from mops_tui.model.results.tallies import result
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.audience import VisibleState, visible
from mops_tui.model.session.commands import Command, Refusal
from mops_tui.model.session.events import Event
from mops_tui.model.session.fold import begin
from mops_tui.model.session.header import LONGEST_TITLE, Header, Policy
from mops_tui.model.session.state import View, WorkshopState
from mops_tui.model.session.step import step
from mops_tui.sources.simulated.answering import answer
from mops_tui.sources.simulated.characters import SimulatedPerson, people
from mops_tui.sources.simulated.listening import listen
from mops_tui.storage.files.disk import create_whole
from mops_tui.storage.files.errors import refusing
from mops_tui.storage.folders.places import private_folder
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import crc_of, encode

REHEARSAL_CAST = "the-room"
"""The id of the cast that comes to rehearsals."""
FIRST_DAY = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
"""When the rehearsal of seed 0 opens; each further seed opens an hour later."""
MOST_ROUNDS = 2
VOTING_SHARE = 0.35
"""The share of a question's budget after which the scripted facilitator closes the vote."""
DECIDED = 10
"""Seconds that a decision stands before the room goes on."""
TALKING_SHARE = 0.15
"""The share of the budget that it gives to the talk after each round."""
UNSETTLED: tuple[VerdictCode, ...] = (
    "tie",
    "plurality",
    "low-agreement",
    "polarised",
    "split",
    "some-agreement",
)
"""Verdicts after which the scripted facilitator asks for another round."""


@dataclass(frozen=True)
class Decided:
    """What a scripted facilitator writes down as decided.

    Attributes:
        ref: The question whose votes it rests on.
        what: The decision, or that nothing is decided.
        why: Its ground, a figure of those votes.
        answers: Ids of the answers that it names; none where nothing is decided.
        confidence: How sure the room is, 1 to 5; 0 where nothing is decided.
    """

    ref: str
    what: str
    why: str
    answers: tuple[str, ...] = ()
    confidence: int = 0


Decider = Callable[[VisibleState, Scenario], Decided | None]
"""Who words a decision: `words.rehearsed.decided`. Sentences are made above this layer."""


@dataclass(frozen=True)
class RehearsalRun:
    """A rehearsal from beginning to end."""

    header: Header
    events: tuple[Event, ...]
    state: WorkshopState


def rehearsal_header(workshop: Workshop, count: int, seed: int, app: str) -> Header:
    """The header of a rehearsal; everything in it follows from the seed."""
    return Header(
        id=f"rehearsal-{seed}-{count}",
        title=f"{workshop.title} ({count})"[:LONGEST_TITLE],
        opened=FIRST_DAY + timedelta(hours=seed % 10_000),
        session="rehearsal",
        app=app,
        seed=seed,
        policy=Policy(),
        workshop=workshop,
    )


def rehearse(
    workshop: Workshop, cast: Cast, count: int, seed: int, app: str, decide: Decider
) -> RehearsalRun:
    """Run a workshop with so many simulated people.

    Args:
        workshop: What is run.
        cast: Whose characters come; they are varied beyond their number.
        count: How many people.
        seed: Where all randomness starts.
        app: The version to write into the header.
        decide: Who says what the votes decide.
    """
    header = rehearsal_header(workshop, count, seed, app)
    facilitator = _ScriptedFacilitator(
        header, people(cast.characters, count, seed), random.Random(seed), decide
    )
    facilitator.run()
    return RehearsalRun(header, tuple(facilitator.events), facilitator.state)


def session_bytes(rehearsed: RehearsalRun) -> bytes:
    """A rehearsal as the bytes of a session file."""
    events = b"".join(encode(event) for event in rehearsed.events)
    return journal.header_bytes(rehearsed.header) + events


def write(rehearsed: RehearsalRun, path: Path) -> None:
    """Write a rehearsal as a session file, which appears whole or not at all.

    Raises:
        SessionError: It cannot be made; "exists" where something is there already.
    """
    with refusing("cannot-create"):
        private_folder(path.parent)
        create_whole(path, session_bytes(rehearsed))


class _ScriptedFacilitator:
    """Runs a workshop from a script: shows places, lets people vote, reveals, decides."""

    def __init__(
        self,
        header: Header,
        room: tuple[SimulatedPerson, ...],
        draw: random.Random,
        decide: Decider,
    ) -> None:
        self.state = begin(header)
        self.events: list[Event] = []
        self._room = room
        self._draw = draw
        self._decide_on = decide
        self._t = 0.0
        self._crc = crc_of(journal.header_bytes(header))

    def _ask(self, command: Command) -> bool:
        outcome = step(self.state, command, round(self._t, 3))
        if isinstance(outcome, Refusal):
            return False
        self.state = outcome.state
        self.events += outcome.events
        return True

    def run(self) -> None:
        """Run the whole workshop, from the arrival of people to the close."""
        self._ask(cmd.OpenSession(self._crc))
        for person in self._room:
            self._t += 0.2
            self._ask(cmd.Join(person.id, person.name, person.character.role))
        self._t += 30
        place: View | None = agenda.following(self.state, View("lobby"))
        while place is not None:
            self._ask(cmd.Show(place))
            self._spend_time_at(place)
            place = agenda.following(self.state, self.state.place)
        self._t += 60
        self._ask(cmd.Close())

    def _spend_time_at(self, place: View) -> None:
        if place.of == "brief":
            scenario = self.state.workshop.scenario(place.name)
            self._t += 60 * (scenario.brief_minutes if scenario else 1)
            if scenario is not None and scenario.subject is not None and scenario.subject.example:
                self._ask(cmd.NameSubject(scenario.id, scenario.subject.example))
        elif place.of == "question":
            self._run_question(place.name)
        elif place.of == "decision":
            self._t += 80
            self._decide(place.name)
            self._t += DECIDED
        else:
            self._t += 45

    def _run_question(self, ref: str) -> None:
        question = self.state.question(ref)
        if question is None:
            return
        for number in range(1, MOST_ROUNDS + 1):
            if number > 1:
                self._ask(cmd.OpenRound(ref))
            self._run_vote(ref, question)
            self._t += 4
            self._ask(cmd.Reveal(ref))
            listen(self._room, ref, question)
            self._t += self._talk_seconds(ref, question)
            outcome = result(visible(self.state, "facilitator"), ref)
            settled = outcome is None or outcome.verdict.code not in UNSETTLED
            if settled or (outcome is not None and outcome.kind == "text"):
                break

    def _run_vote(self, ref: str, question: QuestionBase) -> None:
        opened = self._t
        limit = opened + question.minutes * 60 * VOTING_SHARE
        due: list[tuple[float, int, SimulatedPerson]] = []
        for index, person in enumerate(self._room):
            delay = person.delay(question.minutes)
            # Who only votes when asked is asked when the time is nearly up.
            at = opened + delay if delay is not None else limit - 5 - self._draw.random()
            due.append((at, index, person))
        for at, _index, person in sorted(due, key=lambda entry: entry[:2]):
            if at > limit:
                break
            self._t = max(self._t, at)
            ballot = answer(person, ref, question)
            self._ask(cmd.CastVote(ref, person.id, ballot, via="simulated"))
        self._t = max(self._t, min(limit, self._t + 5))

    def _talk_seconds(self, ref: str, question: QuestionBase) -> float:
        for prompt in question.prompts[:1]:
            self._t += 5
            self._ask(cmd.ShowPrompt(ref, prompt.id))
        return question.minutes * 60 * TALKING_SHARE

    def _decide(self, scenario_id: str) -> None:
        """Record what the votes of a scenario decide, or that they decide nothing."""
        scenario = self.state.workshop.scenario(scenario_id)
        found = self._decide_on(visible(self.state, "facilitator"), scenario) if scenario else None
        if found is None:
            return
        self._ask(
            cmd.RecordDecision(
                f"d-{scenario_id}",
                scenario_id,
                found.what,
                found.why,
                self._owner(found),
                found.confidence,
            )
        )

    def _owner(self, found: Decided) -> str:
        """Who takes care of it: the first who chose it, else the first who voted."""
        voted = [one for one in self._room if found.ref in one.last] if found.answers else []
        chose = (o for o in voted if getattr(o.last[found.ref], "option", "") in found.answers)
        return next((one.name for one in (*chose, *voted)), "")
