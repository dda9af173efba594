"""What people got for their time, in sentences that the file can prove."""

from __future__ import annotations

from collections.abc import Iterator

from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.consensus import STABLE
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.findings import scenario_findings
from mops_tui.words.results.standing import too_few


def brought(state: VisibleState, t: float) -> tuple[str, ...]:
    """The time that was spent, what was answered in it, what moved, and what people say of it.

    Args:
        state: What may be seen.
        t: Seconds since the session was opened.
    """
    closing = [s.id for s in state.workshop.scenarios if s.closing]
    said = [line for scenario in closing for line in scenario_findings(state, scenario)]
    lines = (_time(state, t), _answered(state), _moved(state), *said)
    return tuple(line for line in lines if line)


def _time(state: VisibleState, t: float) -> str:
    minutes = int(state.active(t) / 60)  # as the bar above it has them
    time = ngettext("{n} minute of work", "{n} minutes of work", minutes).format(n=minutes)
    if not state.present:
        return _("{time}.").format(time=time)
    people = ngettext("{n} person", "{n} people", state.present).format(n=state.present)
    return _("{time}, {people}.").format(time=time, people=people)


def _answered(state: VisibleState) -> str:
    """How many questions have a result, and how many votes were given in all."""
    answered = sum(1 for shown in _results(state) if shown.n > 0)
    votes = sum(one.voted for rounds in state.rounds.values() for one in rounds)
    if not answered:
        return ""
    questions = ngettext("{n} question answered", "{n} questions answered", answered)
    given = ngettext("{n} vote", "{n} votes", votes).format(n=votes)
    return _("{questions}, with {votes}.").format(
        questions=questions.format(n=answered), votes=given
    )


def _moved(state: VisibleState) -> str:
    """On how many of the questions that were voted on again the answers moved."""
    again = [
        shown
        for shown in _results(state)
        if shown.round > 1 and shown.stability is not None and not too_few(shown)
    ]
    moved = sum(1 for shown in again if shown.stability is not None and shown.stability < STABLE)
    if not again:
        return ""
    if not moved:
        return ngettext(
            "{n} question was voted on again; its answers stayed much the same.",
            "{n} questions were voted on again; their answers stayed much the same.",
            len(again),
        ).format(n=len(again))
    if len(again) == 1:
        return _("One question was voted on again, and the answers moved.")
    return ngettext(
        "{n} questions were voted on again; on {moved} of them the answers moved.",
        "{n} questions were voted on again; on {moved} of them the answers moved.",
        moved,
    ).format(n=len(again), moved=moved)


def _results(state: VisibleState) -> Iterator[Result]:
    """The latest result of each question that has one."""
    for scenario in state.workshop.scenarios:
        for ref in refs(scenario):
            shown = result(state, ref)
            if shown is not None:
                yield shown
