"""The scripted facilitator of a headless rehearsal: what it does at each place, and how long."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from mops_tui.model.agenda import flow
from mops_tui.model.agenda.pace import budget, pace
from mops_tui.model.agenda.phases import before_the_vote
from mops_tui.model.packs.minutes import vote_minutes
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase, items_of
from mops_tui.model.results.results import VerdictCode
from mops_tui.model.results.tallies import result
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.audience import VisibleState, visible
from mops_tui.model.session.commands import Command, Refusal
from mops_tui.model.session.events import Event
from mops_tui.model.session.fold import begin
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import View
from mops_tui.model.session.step import step
from mops_tui.sources.simulated import human_time
from mops_tui.sources.simulated.answering import answer
from mops_tui.sources.simulated.asking import ask_around
from mops_tui.sources.simulated.characters import SimulatedPerson
from mops_tui.sources.simulated.listening import listen
from mops_tui.sources.simulated.matter import Speech
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import crc_of

MOST_ROUNDS = 2
PATIENCE = 30.0
"""Seconds beyond what an agenda counts for a vote, after which the facilitator closes it."""
DECIDED = 10
"""Seconds that a decision stands before the room goes on."""
LEAST_TALK = 10.0
"""Seconds of talk about a question that has no minutes for it."""
SHORT_TALK = 30.0
"""Seconds of talk without which another round brings nothing."""
OVER = (0.95, 1.1)
"""How much of its minutes a talk takes, at least and at most: people run over rather than short."""
LATE_BACK = 60.0
"""Seconds that a room comes back late from a break, at most."""
UNSETTLED: tuple[VerdictCode, ...] = (
    "tie",
    "plurality",
    "low-agreement",
    "polarised",
    "split",
)
"""Verdicts after which the scripted facilitator asks for another round."""
KEPT = 120.0
"""Seconds of a day's spare time that are kept, whatever a room would like to vote on again."""
LONG_LIST = 8
"""A list of more items is talked through, and not voted on again for the one that divides."""
REVIEW_DAYS = 30
"""Days after which a rehearsed decision is looked at again."""


@dataclass(frozen=True)
class Decided:
    """What a scripted facilitator writes down as decided.

    Attributes:
        ref: The question whose votes it rests on.
        what: The decision, or that nothing is decided.
        why: Its ground, a figure of those votes.
        answers: Ids of the answers that it names; none where nothing is decided.
        confidence: How sure the room is, 1 to 5; 0 where nothing is decided.
        first_step: What is done first, this week.
        owner: Who takes care of it, by name; "" where nobody does.
        agree: Whose yes it needs besides, by role or by name.
        dissent: Who saw it otherwise.
    """

    ref: str
    what: str
    why: str
    answers: tuple[str, ...] = ()
    confidence: int = 0
    first_step: str = ""
    owner: str = ""
    agree: str = ""
    dissent: str = ""


Decider = Callable[[VisibleState, Scenario], Decided | None]
"""Who words a decision: `words.rehearsals.decided.decided`. Sentences are made above this layer."""


class ScriptedFacilitator:
    """Runs a workshop from a script: shows places, lets people vote, reveals, decides."""

    def __init__(
        self,
        header: Header,
        room: tuple[SimulatedPerson, ...],
        draw: random.Random,
        decide: Decider,
        speech: Speech | None = None,
    ) -> None:
        """Take who comes, and how they decide.

        Args:
            header: Of the session.
            room: Who comes.
            draw: Where all randomness comes from.
            decide: Who says what the votes decide.
            speech: What they can say when they are asked why; None where nobody is asked.
        """
        self.state = begin(header)
        self.events: list[Event] = []
        self._room = room
        self._draw = draw
        self._decide_on = decide
        self._speech = speech
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
        told = self._room[0].company.note() if self._room else None
        if told is not None:
            self._ask(told)
        self._t += 30
        place = flow.onward(self.state)
        while place is not None:
            self._ask(cmd.Show(place))
            self._spend_time_at(place)
            place = flow.onward(self.state)
        self._t += 60
        self._ask(cmd.Close())

    def _spend_time_at(self, place: View) -> None:
        match place.of:
            case "brief":
                self._brief(place.name)
            case "question":
                self._run_question(place.name)
            case "decision":
                self._take_decision(place.name)
            case "break":
                self._t += budget(self.state, place) + self._draw.uniform(0, LATE_BACK)
            case "owners":
                self._t += human_time.SETTLING
                self._t += human_time.READ_BACK * len(self.state.decisions)
            case "grid":
                self._t += human_time.GRID
            case _:
                self._t += budget(self.state, place) or human_time.GRID

    def _brief(self, scenario_id: str) -> None:
        scenario = self.state.workshop.scenario(scenario_id)
        if scenario is None:
            return
        self._t += human_time.aloud(scenario.title, scenario.brief)
        subject = scenario.subject
        if subject is not None and subject.example:
            self._t += human_time.aloud(subject.ask, subject.example)
            self._ask(cmd.NameSubject(scenario.id, subject.example))

    def _take_decision(self, scenario_id: str) -> None:
        seconds = budget(self.state, View("decision", scenario_id)) * self._draw.uniform(*OVER)
        self._t += max(0.0, seconds - DECIDED)
        self._decide(scenario_id)
        self._t += DECIDED

    def _run_question(self, ref: str) -> None:
        question = self.state.question(ref)
        if question is None:
            return
        begun = self._t
        whole = begun + max(0.0, question.minutes * 60) * self._draw.uniform(*OVER)
        self._t += human_time.aloud(question.ask, question.hint)
        for of, seconds in before_the_vote(self.state, ref):
            self._ask(cmd.StartTimer(seconds, of))
            self._t += seconds
        for number in range(1, MOST_ROUNDS + 1):
            if number > 1:
                self._ask(cmd.OpenRound(ref))
            opened = self._t
            self._run_vote(ref, question, number)
            took = self._t - opened
            self._t += 4
            self._ask(cmd.Reveal(ref))
            listen(self._room, ref, question)
            self._t += human_time.REVEAL
            again = human_time.REVEAL + took * human_time.AGAIN
            room_for_it = whole - self._t > again + SHORT_TALK
            votes_again = number < MOST_ROUNDS and self._is_open(ref, question)
            if votes_again and not room_for_it:
                # A room that decides on it next takes the time that the day has to spare.
                spared = again + 2 * SHORT_TALK
                votes_again = spared <= self._spare()
                whole = max(whole, self._t + spared) if votes_again else whole
            self._talk(ref, question, (whole - self._t - again) / 2 if votes_again else None, whole)
            if not votes_again:
                break

    def _is_open(self, ref: str, question: QuestionBase) -> bool:
        """Whether a room would vote on it again: by what came of the vote, and what it is for."""
        outcome = result(visible(self.state, "facilitator"), ref)
        if outcome is None or outcome.kind == "text" or not self._is_weighty(ref):
            return False
        return outcome.verdict.code in UNSETTLED and len(items_of(question)) <= LONG_LIST

    def _spare(self) -> float:
        """The seconds that the day has to spare where a decision comes next, else none."""
        onward = flow.onward(self.state)
        if onward is None or onward.of != "decision":
            return 0.0
        return -pace(self.state, self._t).over - KEPT

    def _is_weighty(self, ref: str) -> bool:
        """Whether something can rest on a question: not on how a day begins, and how it ends."""
        scenario = self.state.workshop.scenario(ref.partition("/")[0])
        return scenario is not None and not scenario.opening and not scenario.closing

    def _talk(self, ref: str, question: QuestionBase, seconds: float | None, whole: float) -> None:
        """Talk about what was revealed: for so long, or for what is left of its minutes."""
        ends = whole if seconds is None else self._t + max(LEAST_TALK, seconds)
        for prompt in question.prompts[:1]:
            self._t += 5
            self._ask(cmd.ShowPrompt(ref, prompt.id))
        self._ask_why(ref, ends)
        least = LEAST_TALK if seconds is None else 0.0
        self._t += max(least, ends - self._t)

    def _ask_why(self, ref: str, ends: float) -> None:
        """Ask people from both sides why, one after another, for as long as the talk lasts."""
        if self._speech is None or not self._is_weighty(ref):
            return
        for given in ask_around(self._room, self.state, ref, self._speech):
            takes = human_time.aloud(given.text)
            if self._t + takes > ends:
                return
            self._t += takes
            self._ask(given)

    def _run_vote(self, ref: str, question: QuestionBase, number: int) -> None:
        opened = self._t
        limit = opened + vote_minutes(question) * 60 + PATIENCE
        due: list[tuple[float, int, SimulatedPerson]] = []
        asked: list[tuple[int, SimulatedPerson]] = []
        for index, person in enumerate(self._room):
            delay = human_time.delay(person, question, number)
            if delay is None:
                asked.append((index, person))
            else:
                due.append((opened + delay, index, person))
        # Who only votes when asked is asked once the others are done, or the time is nearly up.
        others = min(max((at for at, *_ in due), default=opened), limit - human_time.SETTLING)
        for index, person in asked:
            due.append((others + human_time.SETTLING - self._draw.random(), index, person))
        for at, _index, person in sorted(due, key=lambda entry: entry[:2]):
            if at > limit:
                break
            self._t = max(self._t, at)
            ballot = answer(person, ref, question)
            self._ask(cmd.CastVote(ref, person.id, ballot, via="simulated"))
        self._t = max(self._t, min(limit, self._t + human_time.SETTLING))

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
                found.owner,
                found.confidence,
                found.dissent,
                agree=found.agree,
                first_step=found.first_step,
                review=self.state.date_of(self._t + REVIEW_DAYS * 86_400),
            )
        )
