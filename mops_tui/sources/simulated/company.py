"""The company around a rehearsal: what is so in it, and what that does to everybody's answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import pvariance
from typing import TypeVar, cast

from mops_tui.model.packs.characters import COMPANY, Appeal, Cast, CompanyFact, Concern
from mops_tui.model.session.commands import RecordNote
from mops_tui.sources.simulated.draws import pick

Name = TypeVar("Name", bound=str)
WorkedOut = TypeVar("WorkedOut")


@dataclass(frozen=True, eq=False)
class Company:
    """Where the people of a rehearsal work; everything follows from the cast and the seed.

    Attributes:
        seed: Of the rehearsal.
        cast: Who works there; None for somebody who stands alone.
        facts: What is so there, one of each trait.
        appeals: What each concern draws people to.
        worked_out: What holds for the whole rehearsal, by what it is of: `once` keeps it.
    """

    seed: int = 0
    cast: Cast | None = None
    facts: tuple[CompanyFact, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    worked_out: dict[tuple[str, ...], object] = field(default_factory=dict, repr=False)

    def once(self, of: tuple[str, ...], work_out: Callable[[], WorkedOut]) -> WorkedOut:
        """Something that holds for the whole rehearsal, worked out when it is first asked for.

        Args:
            of: What it is of; its first word belongs to one caller alone, and so to one type.
            work_out: How it is worked out: from the company and `of`, whoever asks.
        """
        if of not in self.worked_out:
            self.worked_out[of] = work_out()
        return cast("WorkedOut", self.worked_out[of])

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of what is so."""
        return frozenset(fact.id for fact in self.facts)

    @property
    def text(self) -> str:
        """What is so, in sentences that can be read aloud; "" where nothing is said."""
        return " ".join(fact.text for fact in self.facts)

    @property
    def middle(self) -> tuple[CompanyFact, ...]:
        """What is so in the middle of all companies of the cast, as facts."""
        return tuple(
            CompanyFact(
                id=trait.id,
                text=trait.id,
                concerns=_mean([fact.concerns for fact in trait.facts]),
                shifts=_mean([fact.shifts for fact in trait.facts]),
            )
            for trait in (self.cast.company if self.cast is not None else ())
        )

    def note(self) -> RecordNote | None:
        """What the facilitator is told, to be noted down; None where nothing is said."""
        return RecordNote(f"{COMPANY}{self.seed}", self.text) if self.facts else None

    def favour(self, question: str, answer: str) -> float:
        """How much more an option is worth here than in the other companies of the cast."""
        return self._more("favours", question, answer)

    def item(self, question: str, answer: str) -> float:
        """How much higher an item stands here than in the other companies of the cast."""
        return self._more("items", question, answer)

    def _more(self, what: str, question: str, answer: str) -> float:
        total = 0.0
        for trait in self.cast.company if self.cast is not None else ():
            moved = {one.id: moves(getattr(one, what), question, answer) for one in trait.facts}
            here = sum(value for name, value in moved.items() if name in self.ids)
            total += here - sum(moved.values()) / len(moved)
        return total

    def drawn_by(self, what: str, question: str, answer: str) -> tuple[tuple[Concern, float], ...]:
        """The concerns that draw people to an answer, and how far; worked out once."""

        def drawn() -> tuple[tuple[Concern, float], ...]:
            found = (
                (appeal.concern, moves(getattr(appeal, what), question, answer))
                for appeal in self.appeals
            )
            return tuple((concern, value) for concern, value in found if value)

        return self.once(("drawn", what, question, answer), drawn)

    @cached_property
    def concerns(self) -> Mapping[Concern, float]:
        """How much more everybody cares about something here."""
        found: dict[Concern, float] = {}
        for fact in self.facts:
            for concern, value in fact.concerns.items():
                found[concern] = found.get(concern, 0.0) + value
        return found

    def said_of(self, what: str, question: str, answers: tuple[str, ...]) -> float:
        """How far what may be so in a company moves some answers: as a variance, in the middle.

        Args:
            what: "favours" for options, "items" for items.
            question: The question.
            answers: Its options or items.
        """
        total = 0.0
        for trait in self.cast.company if self.cast is not None else ():
            for answer in answers:
                moved = [moves(getattr(fact, what), question, answer) for fact in trait.facts]
                total += pvariance(moved)
        return total / len(answers) if answers else 0.0


def company_of(cast: Cast, seed: int) -> Company:
    """The company that a cast works in when it is rehearsed with a seed."""
    facts = (
        trait.facts[pick(seed, f"{cast.id}/{trait.id}", len(trait.facts))] for trait in cast.company
    )
    return Company(seed, cast, tuple(facts), cast.appeals)


def moves(table: Mapping[str, float], question: str, answer: str) -> float:
    """What a table says of an answer: of this question's, or of that answer anywhere."""
    return table.get(f"{question}/{answer}", table.get(answer, 0.0))


def _mean(tables: Sequence[Mapping[Name, float]]) -> dict[Name, float]:
    names = {name: None for table in tables for name in table}
    return {name: sum(table.get(name, 0.0) for table in tables) / len(tables) for name in names}
