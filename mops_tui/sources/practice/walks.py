"""The walks through a scenario that practice journals hold, each as far as it went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mops_tui.model.alone.walk import Made, Said, Walk
from mops_tui.model.packs.digest import question_digest
from mops_tui.model.packs.pack import AgendaEntry, Scenario
from mops_tui.model.packs.questions import QuestionBase, kind_of, options_of
from mops_tui.model.packs.workshop import Workshop, assemble
from mops_tui.model.session.ballots import Ballot, Choice, ballot_of
from mops_tui.model.session.events import (
    AnswerCommitted,
    OptionAdded,
    SubjectNamed,
)
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.storage.packs.packs import Library


@dataclass(frozen=True)
class KeptWalk:
    """A walk through a scenario, as the journals have it.

    Attributes:
        when: When something of it was answered or named last, in UTC.
    """

    when: datetime
    walk: Walk

    @property
    def over(self) -> bool:
        """Whether it came to its end."""
        return self.walk.begun and not self.walk.at


def workshop_of(scenario: Scenario, library: Library) -> Workshop:
    """A workshop of one scenario, for one person."""
    entry = (AgendaEntry(scenario=scenario.id),)
    return assemble(entry, library.scenarios, id="practice", title=scenario.title)


def kept_walks(
    answers: Iterable[PracticeAnswer], scenario: Scenario, workshop: Workshop
) -> tuple[KeptWalk, ...]:
    """All walks through a scenario, the earliest first.

    A walk begins where a question is answered that was answered already and not taken back.
    Questions that read otherwise by now were not answered.

    Args:
        answers: Everything of the journals that counts, in order.
        scenario: As its pack has it.
        workshop: Of this scenario: `workshop_of`.
    """
    reading = _Reading(scenario, workshop)
    for one in answers:
        reading.take(one)
    return reading.done()


class _Reading:
    """The walks as they are read, answer by answer."""

    def __init__(self, scenario: Scenario, workshop: Workshop) -> None:
        self._scenario = scenario
        self._questions = {f"{scenario.id}/{one.id}": one for one in scenario.questions}
        self._digests = {ref: question_digest(one) for ref, one in self._questions.items()}
        self._fresh = Walk(workshop, scenario.id)
        self._made: list[Made] = []
        self._said: dict[str, Said] = {}
        self._when: datetime | None = None
        self._walks: list[KeptWalk] = []

    def take(self, one: PracticeAnswer) -> None:
        event = one.event
        if isinstance(event, AnswerCommitted):
            if self._digests.get(event.question) == event.digest:
                self._answered(event, one.when)
        elif isinstance(event, SubjectNamed) and event.scenario == self._scenario.id:
            self._named(event, one.when, begins=bool(self._said))
        elif isinstance(event, OptionAdded) and event.question in self._questions:
            self._named(event, one.when, begins=event.question in self._said)

    def _named(self, made: Made, when: datetime, *, begins: bool) -> None:
        if begins:
            self._turn()
        self._made.append(made)
        self._when = when

    def _answered(self, event: AnswerCommitted, when: datetime) -> None:
        if event.question in self._said:
            self._turn()
        question = self._questions[event.question]
        ballot = ballot_of(event) or _from_words(question, event.answer)
        self._said[event.question] = Said(event.answer, event.confidence, ballot)
        self._when = when

    def _turn(self) -> None:
        """The walk so far is one; another begins."""
        walk = Walk(self._fresh.workshop, self._scenario.id, tuple(self._made), dict(self._said))
        if self._when is not None:
            self._walks.append(KeptWalk(self._when, walk))
        self._made, self._said, self._when = [], {}, None

    def done(self) -> tuple[KeptWalk, ...]:
        self._turn()
        return tuple(self._walks)


def _from_words(question: QuestionBase, words: str) -> Ballot | None:
    """The option that an answer names which was written in words alone; None of other answers."""
    named = [option.id for option in options_of(question) if option.label == words]
    return (
        Choice(named[0]) if len(named) == 1 and kind_of(question) in ("choice", "hands") else None
    )
