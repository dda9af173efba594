"""Practice in words: verdicts, confidence, ballots, when a card comes back."""

from __future__ import annotations

from datetime import datetime

from mops_tui.model.ballots import (
    Allocation,
    Ballot,
    Choice,
    Ideas,
    Point,
    Positions,
    Ranking,
    Ratings,
    categories_of,
)
from mops_tui.model.questions import QuestionBase, kind_of
from mops_tui.model.workshop import Workshop
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.labels import category_label, grid_of, item_label
from mops_tui.words.safe import safe

CONFIDENCES = (20, 40, 60, 80, 95)
"""The five steps of confidence, in per cent."""


def confidence_words() -> tuple[str, ...]:
    """What the five steps are called."""
    return (_("a guess"), _("a hunch"), _("rather sure"), _("sure"), _("certain"))


def verdict_words(verdict: str) -> str:
    """What a card makes of an answer."""
    return {
        "advised": _("Advised here."),
        "defensible": _("Defensible, and not the best here."),
        "unwise": _("Unwise here."),
    }[verdict]


def comes_back(now: datetime, due: datetime) -> str:
    """When a card comes back, in words."""
    hours = (due - now).total_seconds() / 3600
    if hours < 1:
        return _("It comes back within the hour.")
    if hours < 24:
        return _("It comes back today.")
    days = round(hours / 24)
    return ngettext("It comes back in {n} day.", "It comes back in {n} days.", days).format(n=days)


def ballot_words(question: QuestionBase, ballot: Ballot, workshop: Workshop) -> str:
    """A ballot as one line of words."""
    if isinstance(ballot, Choice):
        return category_label(question, ballot.option, workshop)
    if isinstance(ballot, Allocation):
        pairs = zip(ballot.options, ballot.points, strict=True)
        return ", ".join(f"{item_label(question, o, workshop)} {p}" for o, p in pairs)
    if isinstance(ballot, Ranking):
        return " > ".join(item_label(question, one, workshop) for one in ballot.options)
    if isinstance(ballot, Point):
        grid = grid_of(question, workshop)
        return safe(grid.quadrant_at(ballot.x, ballot.y).name) if grid else ""
    if isinstance(ballot, Ideas):
        return "; ".join(safe(idea) for idea in ballot.ideas)
    if isinstance(ballot, Ratings | Positions):
        named = categories_of(kind_of(question), ballot)
        return "; ".join(
            f"{item_label(question, item, workshop)}: {category_label(question, one, workshop)}"
            for item, one in named.items()
        )
    return _("passed")
