"""What a room can do in its minutes: votes, talk, and whether an agenda fits into its day.

A vote by phone or by call-out takes a room of nine a minute and a half; ten points and an order
take two; pairs and items take three tenths of a minute each once they are many (measured with
simulated thumbs: eight pairs in 2:28 for the slowest of nine). The rest of a question's budget,
after silence and pairs, is for talk.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mops_tui.model.packs.questions import QuestionBase, items_of, kind_of

VOTE, LONG_VOTE, PER_ITEM = 1.5, 2.0, 0.3
"""Minutes of a vote, of ten points or an order, and of each pair or item."""
TALK, DECISION, READ_BACK = 5.0, 5.0, 2.0
"""Minutes of a talk worth having, of a decision, and of reading back who owns what."""
SLACK = 0.1
"""The share of a day that its agenda should leave free."""
BREAK_FROM = 90.0
"""Minutes from which a day needs a break."""
_EXACT = 6


def vote_minutes(question: QuestionBase) -> float:
    """The minutes that a vote on a question takes, without silence, pairs and talk."""
    kind = kind_of(question)
    least = LONG_VOTE if kind in ("allocate", "rank", "text") else VOTE
    return max(least, round(PER_ITEM * len(items_of(question)), 2))


def talk_minutes(question: QuestionBase) -> float:
    """The minutes of a question's budget that are left for talk; below 0 where it is too short."""
    before = question.alone + question.in_pairs
    return round(question.minutes - before - vote_minutes(question), _EXACT)


def asked_minutes(questions: Iterable[QuestionBase]) -> float:
    """The minutes of some questions of a scenario, with as many conditional ones as can be asked.

    Of those that hang on the same earlier questions, one can be asked for each of these (one
    answer leads, ties apart): the longest count.
    """
    total = 0.0
    by_condition: dict[frozenset[str], list[float]] = {}
    for question in questions:
        if question.asked_if:
            named = frozenset(one.question for one in question.asked_if)
            by_condition.setdefault(named, []).append(question.minutes)
        else:
            total += question.minutes
    for named, minutes in by_condition.items():
        total += sum(sorted(minutes, reverse=True)[: len(named)])
    return total


@dataclass(frozen=True)
class Fit:
    """How an agenda fits into its day, in minutes.

    Attributes:
        minutes: What the day has.
        needed: What the agenda takes without its optional questions.
        whole: What it takes with them.
        longest: The longest stretch without a break.
    """

    minutes: float
    needed: float
    whole: float
    longest: float

    @property
    def fits(self) -> bool:
        """Whether the day is long enough for all that is not optional."""
        return round(self.needed, _EXACT) <= self.minutes

    @property
    def slack(self) -> float:
        """The share of the day that the whole agenda leaves free; below 0 where it is overfull."""
        return (self.minutes - self.whole) / self.minutes if self.minutes else 0.0
