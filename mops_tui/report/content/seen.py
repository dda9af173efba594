"""The one door through which a report comes to results, pictures and sentences of a round.

What a reader may not be told is withheld here, and nowhere else.
"""

from __future__ import annotations

from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import DecisionEvent
from mops_tui.pictures.choose import picture_of
from mops_tui.pictures.shapes import Picture
from mops_tui.report.input import ReportInput
from mops_tui.words.pictures.tags import names_of
from mops_tui.words.results.course.resting import lacks
from mops_tui.words.results.findings import findings


def seen_result(given: ReportInput, ref: str, number: int | None = None) -> Result | None:
    """The figures of a revealed round, as its reader may see them; None where there are none."""
    return result(given.state, ref, number)


def seen_sentences(given: ReportInput, outcome: Result) -> tuple[str, ...]:
    """What the room read of a round, as the report's reader may."""
    return findings(given.state, outcome)


def seen_picture(given: ReportInput, outcome: Result) -> Picture:
    """The picture of a round, without what its reader may not see in it."""
    state: VisibleState = given.state
    question = state.question(outcome.ref)
    assert question is not None, "a result is of a question"
    previous = seen_result(given, outcome.ref, outcome.round - 1) if outcome.round > 1 else None
    labels = names_of(state) if given.audience == "room" else {}
    return picture_of(question, outcome, previous, state.workshop, labels)


def seen_lacks(given: ReportInput, decision: DecisionEvent) -> tuple[str, ...]:
    """What the vote that a decision rests on lacked, in a few words; none where it carries it."""
    return lacks(given.state, decision)
