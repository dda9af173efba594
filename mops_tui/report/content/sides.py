"""The arguments on each side of a question: reasons, by the answer that their speaker gave."""

from __future__ import annotations

from mops_tui.model.packs.questions import QuestionBase, options_of
from mops_tui.model.results.marks import is_countable
from mops_tui.model.session.ballots import Allocation, Ballot, Choice, Pass, Point, Ranking
from mops_tui.model.session.state import GivenReason
from mops_tui.report.content.parts import ArgumentSide, SaidReason
from mops_tui.report.content.sections import is_shown
from mops_tui.report.input import ReportInput
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import category_label, grid_of, participant_label, where_label
from mops_tui.words.safe import safe


def sides_of(given: ReportInput, ref: str, question: QuestionBase) -> tuple[ArgumentSide, ...]:
    """The reasons for each answer, in the order of the answers; those of no side come last."""
    if not is_shown("reasons", given.state.report.left_out):
        return ()
    order = {
        _side(given, question, Choice(one.id)): n for n, one in enumerate(options_of(question))
    }
    grouped: dict[str, list[SaidReason]] = {}
    for reason in given.state.reasons.get(ref, ()):
        ballot = _ballot(given, ref, reason)
        side = _side(given, question, ballot) if ballot is not None else ""
        who = participant_label(given.state, reason.participant) if _has_name(given, reason) else ""
        grouped.setdefault(side, []).append(SaidReason(who, safe(reason.text, keep=True)))
    last = len(order)
    found = sorted(
        grouped.items(), key=lambda one: last + 1 if not one[0] else order.get(one[0], last)
    )
    return tuple(ArgumentSide(side, tuple(reasons)) for side, reasons in found)


def _has_name(given: ReportInput, reason: GivenReason) -> bool:
    return bool(reason.participant) and given.audience == "room"


def _ballot(given: ReportInput, ref: str, reason: GivenReason) -> Ballot | None:
    """How somebody answered who gave a reason, where that may be told."""
    if not _has_name(given, reason):
        return None
    for one in given.state.rounds.get(ref, ()):
        if one.number == reason.round and is_countable(one):
            vote = one.votes.get(reason.participant)
            return vote.ballot if vote is not None else None
    return None


def _side(given: ReportInput, question: QuestionBase, ballot: Ballot) -> str:
    """What the side of a ballot is called; "" where an answer has many parts, or no side."""
    workshop = given.state.workshop
    match ballot:
        case Choice(option=option):
            return category_label(question, option, workshop)
        case Allocation(options=options, points=points):
            most = [one for one, n in zip(options, points, strict=True) if n == max(points)]
            return category_label(question, most[0], workshop) if len(most) == 1 else ""
        case Ranking(options=options):
            return category_label(question, options[0], workshop) if options else ""
        case Point(x=x, y=y):
            grid = grid_of(question, workshop)
            return where_label(grid, x, y) if grid is not None else ""
        case Pass():
            return _("passed")
    return ""
