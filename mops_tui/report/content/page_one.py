"""Page one: what a busy person reads of a workshop."""

from __future__ import annotations

from mops_tui.report.content.decisions import decisions_of
from mops_tui.report.content.parts import NextStep, PageOne, ReportFinding
from mops_tui.report.content.seen import seen_result, seen_sentences
from mops_tui.report.content.shown import shown_picture
from mops_tui.report.input import ReportInput
from mops_tui.words.files.condition import sentences
from mops_tui.words.safe import safe

MOST_FINDINGS = 3
"""What is told of the votes on one page."""


def page_one(given: ReportInput) -> PageOne:
    """One page of A4: asked, decided, next, found, parked."""
    state = given.state
    decisions = decisions_of(given)
    return PageOne(
        title=state.report.title or safe(state.title or given.header.title),
        held=given.header.opened.date().isoformat(),
        banners=tuple(sentences(given.condition)),
        summary=state.report.summary,
        asked=tuple(one.asked for one in decisions),
        decisions=decisions,
        undecided=(),
        next_steps=tuple(
            NextStep(
                safe(one.what, keep=True), safe(one.who), safe(one.by), "", one.action in state.done
            )
            for one in state.actions.values()
        ),
        findings=tuple(_findings(given))[:MOST_FINDINGS],
        turnout="",
        agreement="",
        parked=tuple(safe(n.text, keep=True) for n in state.notes.values() if n.list == "parking"),
    )


def _findings(given: ReportInput) -> list[ReportFinding]:
    found = []
    for ref in given.state.rounds:
        outcome = seen_result(given, ref)
        question = given.state.question(ref)
        if outcome is None or question is None:
            continue
        first, *more = seen_sentences(given, outcome)
        picture = shown_picture(given, outcome)
        found.append(ReportFinding(safe(question.title), first, " ".join(more), picture))
    return found
