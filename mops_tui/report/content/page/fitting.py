"""How much stands on page one: so much that it fits one page of A4, whatever the session.

Texts are cut at a word and lists are cut short, first a little and then more, until the page is no
longer than a page. Cut short, a list says how many more there are, and where.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from math import ceil

from mops_tui.report.content.parts import NextStep, PageOne, ReportDecision, ReportFinding
from mops_tui.words.closing_kit.cut import cut, cut_lines
from mops_tui.words.closing_kit.said import cut_said
from mops_tui.words.safe import cells

MOST_LINES = 55
"""So many lines has a page of A4 in its smallest type, beside headings and pictures."""
LINE = 100
"""The cells of a line, and of narrower ones: a fact of a decision, a column of findings, what is
done next, who and by when, and each half of the last row."""
_FACT, _COLUMN, _STEP, _SHORT, _HALF = 96, 30, 54, 20, 50
_BOX = 6
"""The lines that the box of what is open takes beside its texts."""


@dataclass(frozen=True)
class PageLimits:
    """The most cells of a text, and the most entries of a list.

    Attributes:
        reason: Why.
        dissent: Who saw it otherwise; what a vote lacked.
        plan: Who must agree, the first step, an action.
        who: A name, or a day.
        line: An entry of what was asked, is open, is parked; `entries` says how many.
        found: What was found, a sentence and what belongs to it.
        told: How many voted, and how far the room agrees, each.
    """

    title: int
    summary: int
    banner: int
    banners: int
    decisions: int
    what: int
    reason: int
    dissent: int
    plan: int
    who: int
    line: int
    entries: int
    steps: int
    found: int
    told: int


STEPS: tuple[PageLimits, ...] = (
    PageLimits(120, 900, 240, 6, 5, 240, 380, 380, 190, 80, 200, 6, 10, 300, 450),
    PageLimits(120, 700, 200, 5, 5, 200, 280, 380, 150, 60, 160, 6, 8, 240, 400),
    PageLimits(110, 600, 200, 5, 4, 180, 190, 280, 120, 50, 120, 5, 8, 220, 350),
    PageLimits(110, 500, 190, 4, 4, 140, 190, 190, 105, 40, 100, 5, 7, 200, 300),
    PageLimits(100, 400, 190, 4, 4, 140, 95, 190, 105, 40, 100, 4, 7, 180, 300),
    PageLimits(100, 300, 100, 4, 4, 140, 95, 190, 54, 36, 100, 4, 6, 170, 300),
    PageLimits(90, 200, 100, 3, 3, 75, 95, 95, 54, 20, 100, 3, 5, 150, 300),
    PageLimits(50, 100, 100, 3, 3, 75, 95, 95, 46, 20, 75, 2, 4, 120, 270),
    PageLimits(50, 50, 100, 1, 2, 75, 95, 95, 46, 20, 50, 2, 2, 60, 100),
)
"""From ample to scarce; the last one fits whatever there is."""
_SURE = 48
"""The cells of how sure a room was."""

More = Callable[[int], str]
"""That there are so many more, and where."""


@dataclass(frozen=True)
class PageShortener:
    """How what is too long for the page is told in fewer words.

    Attributes:
        more: Says of a list that was cut short how many more there are.
        agreement: How far the room agrees, in at most so many cells; None: it is cut as a text.
        rest: Where the rest of a text is that somebody said; names who comes up in it alone.
        people: Those who have a name: who is named in what is cut off does not get lost.
    """

    more: More
    agreement: Callable[[int], str] | None = None
    rest: Callable[[Sequence[str]], str] | None = None
    people: tuple[str, ...] = ()


def fitted(page: PageOne, shorter: PageShortener) -> PageOne:
    """A page with as much of its texts and lists as one page of A4 has room for.

    Args:
        page: All of it.
        shorter: How what is too long is told in fewer words.
    """
    shown = page
    for limits in STEPS:
        shown = _within(page, limits, shorter)
        if lines_of(shown) <= MOST_LINES:
            break
    return shown


def lines_of(page: PageOne) -> int:
    """How many lines of a page its texts take, about, without headings and pictures."""
    texts = [*page.banners, *page.asked, *page.undecided, page.held, page.summary]
    lines = sum(map(_lines, [*texts, page.more_decisions, _after_steps(page)]))
    steps = {step.what for step in page.next_steps}
    lines += 2 * _lines(page.title, LINE // 2)
    lines += sum(_decision_lines(one, steps) for one in page.decisions)
    lines += len(page.banners) + len(page.decisions)  # each in a box of its own
    lines += _BOX if page.undecided else 0
    lines += sum(_step_lines(step) for step in page.next_steps)
    lines += max(map(_finding_lines, page.findings), default=0)
    told = sum(_lines(text, _HALF) for text in (page.turnout, page.agreement))
    return lines + max(told, sum(_lines(text, _HALF) for text in page.parked))


def _after_steps(page: PageOne) -> str:
    return " ".join(filter(None, (page.more_steps, page.open_steps)))


def _lines(text: str, width: int = LINE) -> int:
    return sum(max(1, ceil(cells(line) / width)) for line in text.splitlines())


def _decision_lines(decision: ReportDecision, steps: Collection[str]) -> int:
    """How many lines a decision takes: its text is in larger type, short facts stand in halves.

    Args:
        decision: The decision.
        steps: What is done next: a first step among them stands there alone.
    """
    facts = (
        decision.owner,
        decision.agree,
        decision.review,
        decision.sure,
        decision.not_on_record,
    )
    step = "" if decision.first_step in steps else decision.first_step
    labelled = (decision.why, decision.dissent, decision.vote)
    halves = sum(1 if cells(fact) <= _FACT // 3 else 2 for fact in facts if fact)
    apart = sum(_lines(text, _FACT) for text in labelled) + _lines(step, _FACT // 2)
    return _lines(decision.what, LINE * 3 // 4) + ceil(halves / 2) + apart


def _step_lines(step: NextStep) -> int:
    return max(_lines(step.what, _STEP), _lines(step.who, _SHORT), _lines(step.by, _SHORT))


def _finding_lines(finding: ReportFinding) -> int:
    texts = (finding.question, finding.sentence, finding.more)
    return sum(_lines(text, _COLUMN) for text in texts)


def _within(page: PageOne, limits: PageLimits, shorter: PageShortener) -> PageOne:
    more = shorter.more

    def lines(texts: Sequence[str]) -> tuple[str, ...]:
        return _listed(texts, limits.entries, limits.line, more)

    decisions, steps = page.decisions[: limits.decisions], page.next_steps[: limits.steps]
    left_out = len(page.decisions) - len(decisions), len(page.next_steps) - len(steps)
    return replace(
        page,
        title=cut(page.title, limits.title),
        held=cut(page.held, 2 * limits.title),
        banners=_listed(page.banners, limits.banners, limits.banner, more),
        summary=cut_lines(page.summary, limits.summary),
        asked=lines(page.asked),
        decisions=tuple(_decision_within(one, limits, shorter) for one in decisions),
        undecided=lines(page.undecided),
        next_steps=tuple(_step_within(one, limits) for one in steps),
        findings=tuple(_finding_within(one, limits) for one in page.findings),
        turnout=cut(page.turnout, limits.told),
        agreement=_agreement(page, limits.told, shorter),
        parked=lines(page.parked),
        more_decisions=more(left_out[0]) if left_out[0] else "",
        more_steps=more(left_out[1]) if left_out[1] else "",
    )


def _listed(texts: Sequence[str], most: int, width: int, more: More) -> tuple[str, ...]:
    """The first of some texts; where there are more, the last line says so."""
    shown = tuple(cut(text, width) for text in texts[:most])
    left = len(texts) - len(shown)
    return (*shown, more(left)) if left > 0 else shown


def _agreement(page: PageOne, most: int, shorter: PageShortener) -> str:
    """In other words where it is too long: a sentence that is left out would be missed."""
    if cells(page.agreement) <= most or shorter.agreement is None:
        return cut(page.agreement, most)
    return cut(shorter.agreement(most), most)


def _decision_within(
    decision: ReportDecision, limits: PageLimits, shorter: PageShortener
) -> ReportDecision:
    def said(text: str, most: int) -> str:
        return cut_said(text, most, shorter.people, shorter.rest)

    return replace(
        decision,
        about=cut(decision.about, limits.line),
        asked=cut(decision.asked, limits.line),
        what=cut(decision.what, limits.what),
        why=cut_said(decision.why, limits.reason),
        owner=cut(decision.owner, limits.who),
        agree=said(decision.agree, limits.plan),
        first_step=cut(decision.first_step, limits.plan),
        review=cut(decision.review, limits.who),
        sure=cut(decision.sure, _SURE),
        dissent=said(decision.dissent, limits.dissent),
        vote=cut(decision.vote, limits.dissent),
        not_on_record=cut(decision.not_on_record, limits.plan),
    )


def _step_within(step: NextStep, limits: PageLimits) -> NextStep:
    return replace(
        step,
        what=cut(step.what, limits.plan),
        who=cut(step.who, limits.who),
        by=cut(step.by, limits.who),
    )


def _finding_within(finding: ReportFinding, limits: PageLimits) -> ReportFinding:
    return replace(
        finding,
        question=cut(finding.question, 2 * _COLUMN),
        sentence=cut(finding.sentence, limits.found),
        more=cut(finding.more, limits.found),
    )
