"""What a vote came to, as far as a decision may rest on it."""

from __future__ import annotations

from dataclasses import dataclass

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.enough import round_shortfall
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result as result_of
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import category_label
from mops_tui.words.results.quoting import named
from mops_tui.words.results.standing.leading import close_to_even, counted, lead, leading

LONGEST = 80
"""The most cells of an answer in a decision: a whole label."""


@dataclass(frozen=True)
class Voted:
    """A question that has a revealed round with answers."""

    result: Result
    question: QuestionBase


def voted_on(state: VisibleState, ref: str) -> Voted | None:
    """A question with its latest revealed round, where answers were given that can be counted."""
    shown, question = result_of(state, ref), state.question(ref)
    if shown is None or question is None or not shown.n or shown.kind == "text":
        return None
    return Voted(shown, question)


def leads_alone(state: VisibleState, ref: str) -> str:
    """The option that leads alone in the last revealed round, where enough voted; or ""."""
    shown = result_of(state, ref)
    if shown is None or round_shortfall(shown) is not None:
        return ""
    first = leading(shown)
    return first[0] if len(first) == 1 else ""


def leader_words(state: VisibleState, ref: str) -> str:
    """The same as it stands in a sentence."""
    first, question = leads_alone(state, ref), state.question(ref)
    if not first or question is None:
        return ""
    return named(category_label(question, first, state.workshop), LONGEST)


def leader_label(state: VisibleState, ref: str) -> str:
    """The label of the option that leads alone, or ""."""
    first, question = leads_alone(state, ref), state.question(ref)
    return category_label(question, first, state.workshop) if first and question else ""


def is_clear(state: VisibleState, ref: str) -> bool:
    """Whether more than half gave the answer that leads."""
    shown = result_of(state, ref)
    if shown is None or not leads_alone(state, ref):
        return False
    _categories, counts = counted(shown)
    return max(counts) * 2 > sum(counts)


def is_plain(result: Result) -> bool:
    """Whether more than half gave what leads, or of points what leads is well ahead."""
    _categories, counts = counted(result)
    if result.kind == "allocate":
        return not lead(result) and not close_to_even(result)
    return max(counts) * 2 > sum(counts)


def share_of_most(result: Result) -> float:
    """The share of the answer that leads, 0 to 1."""
    _categories, counts = counted(result)
    return max(counts, default=0) / (sum(counts) or 1)


def of_all(count: int, n: int) -> str:
    """How many of how many: "8 of 9"."""
    return _("{count} of {n}").format(count=count, n=n)
