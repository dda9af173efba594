"""How much stands on page one: so much that it fits one page of A4, whatever the session.

Texts are cut at a word and lists are cut short, first a little and then more, until the page is no
longer than a page. Cut short, a list says how many more there are, and where.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from mops_tui.report.content.parts import NextStep, PageOne, ReportDecision, ReportFinding
from mops_tui.words.closing_kit.cut import cut
from mops_tui.words.safe import cells

MOST_LINES = 50
"""So many lines of `LINE` cells has a page of A4 beside its headings and its pictures."""
LINE = 100
_COLUMN = 34
"""The cells of a line of a finding: three stand beside each other."""
_LABEL = 14
"""The cells of a label before a text."""


@dataclass(frozen=True)
class PageLimits:
    """The most cells of a text, and the most entries of a list.

    Attributes:
        long: What was decided, why, the dissent, each.
        plan: Who must agree, the first step, what a vote lacked, each.
        who: A name.
        line: An entry of what was asked, is open, is parked, is done next.
        entries: Of these, likewise.
        told: What was found, and how many voted.
    """

    title: int
    summary: int
    banner: int
    banners: int
    decisions: int
    long: int
    plan: int
    who: int
    line: int
    entries: int
    steps: int
    told: int


STEPS: tuple[PageLimits, ...] = (
    PageLimits(120, 800, 240, 6, 5, 300, 160, 80, 200, 6, 8, 320),
    PageLimits(120, 600, 200, 5, 4, 220, 120, 60, 140, 5, 7, 260),
    PageLimits(110, 450, 180, 4, 4, 150, 95, 50, 95, 4, 6, 220),
    PageLimits(100, 300, 160, 3, 3, 120, 80, 40, 90, 3, 5, 180),
    PageLimits(90, 200, 95, 3, 3, 95, 70, 36, 80, 3, 4, 150),
    PageLimits(80, 180, 95, 3, 2, 95, 60, 30, 80, 2, 3, 120),
)
"""From ample to scarce; the last one fits whatever there is."""

More = Callable[[int], str]
"""That there are so many more, and where."""


def fitted(page: PageOne, more: More) -> PageOne:
    """A page with as much of its texts and lists as one page of A4 has room for.

    Args:
        page: All of it.
        more: Says of a list that was cut short how many more there are.
    """
    shown = page
    for limits in STEPS:
        shown = _within(page, limits, more)
        if lines_of(shown) <= MOST_LINES:
            break
    return shown


def lines_of(page: PageOne) -> int:
    """How many lines of a page its texts take, about, without headings and pictures."""
    texts = [*page.banners, *page.asked, *page.undecided, *page.parked, page.held, page.summary]
    texts += [page.turnout, page.agreement, page.more_decisions, page.more_steps]
    lines = sum(map(_lines, texts)) + 2 * _lines(page.title)
    lines += sum(map(_decision_lines, page.decisions))
    lines += sum(_step_lines(step) for step in page.next_steps)
    return lines + max(map(_finding_lines, page.findings), default=0)


def _lines(text: str, width: int = LINE) -> int:
    return ceil(cells(text) / width)


def _decision_lines(decision: ReportDecision) -> int:
    facts = (decision.owner, decision.agree, decision.review, decision.sure)
    labelled = (decision.first_step, decision.why, decision.dissent, decision.vote)
    together = sum(cells(fact) + _LABEL for fact in facts if fact)
    apart = sum(_lines(" " * _LABEL + text) for text in labelled if text)
    return _lines(decision.what) + ceil(together / LINE) + apart


def _step_lines(step: NextStep) -> int:
    return max(_lines(step.what, 60), _lines(step.who, 20), _lines(step.by, 20))


def _finding_lines(finding: ReportFinding) -> int:
    texts = (finding.question, finding.sentence, finding.more)
    return sum(_lines(text, _COLUMN) for text in texts)


def _within(page: PageOne, limits: PageLimits, more: More) -> PageOne:
    def lines(texts: Sequence[str]) -> tuple[str, ...]:
        return _listed(texts, limits.entries, limits.line, more)

    decisions, steps = page.decisions[: limits.decisions], page.next_steps[: limits.steps]
    left_out = len(page.decisions) - len(decisions), len(page.next_steps) - len(steps)
    return replace(
        page,
        title=cut(page.title, limits.title),
        held=cut(page.held, 2 * LINE),
        banners=_listed(page.banners, limits.banners, limits.banner, more),
        summary=cut(page.summary, limits.summary),
        asked=lines(page.asked),
        decisions=tuple(_decision_within(one, limits) for one in decisions),
        undecided=lines(page.undecided),
        next_steps=tuple(_step_within(one, limits) for one in steps),
        findings=tuple(_finding_within(one, limits) for one in page.findings),
        turnout=cut(page.turnout, limits.told),
        agreement=cut(page.agreement, limits.told),
        parked=lines(page.parked),
        more_decisions=more(left_out[0]) if left_out[0] else "",
        more_steps=more(left_out[1]) if left_out[1] else "",
    )


def _listed(texts: Sequence[str], most: int, width: int, more: More) -> tuple[str, ...]:
    """The first of some texts; where there are more, the last line says so."""
    shown = tuple(cut(text, width) for text in texts[:most])
    left = len(texts) - len(shown)
    return (*shown, more(left)) if left > 0 else shown


def _decision_within(decision: ReportDecision, limits: PageLimits) -> ReportDecision:
    return replace(
        decision,
        about=cut(decision.about, limits.line),
        asked=cut(decision.asked, limits.line),
        what=cut(decision.what, limits.long),
        why=cut(decision.why, limits.long),
        owner=cut(decision.owner, limits.who),
        agree=cut(decision.agree, limits.plan),
        first_step=cut(decision.first_step, limits.plan),
        review=cut(decision.review, limits.who),
        dissent=cut(decision.dissent, limits.long),
        vote=cut(decision.vote, limits.plan),
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
        question=cut(finding.question, limits.line),
        sentence=cut(finding.sentence, limits.told),
        more=cut(finding.more, limits.told),
    )
