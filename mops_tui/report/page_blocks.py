"""Page one as blocks, and a decision as it stands there and at its scenario."""

from __future__ import annotations

from collections.abc import Iterable

from mops_tui.report.content.decisions import what_of, when_of, who_of
from mops_tui.report.content.page.fitting import lines_of
from mops_tui.report.content.parts import NextStep, PageOne, ReportDecision, ReportFinding
from mops_tui.report.document.blocks import (
    Block,
    BoxBlock,
    ColumnsBlock,
    DocumentPart,
    FactsBlock,
    ListBlock,
    ListPoint,
    PartLook,
    PictureBlock,
    StatementBlock,
    TableBlock,
    TextBlock,
    TitleBlock,
    Words,
    Written,
)
from mops_tui.words.i18n import _
from mops_tui.words.results.quoting import capital

Fact = tuple[str, str]
"""What it is, and what it says."""


def page_one_part(page: PageOne) -> DocumentPart:
    """What a busy person reads: on paper one page, in smaller type the more there is of it."""
    blocks: list[Block] = [TextBlock(page.held, "held")]
    blocks += [TextBlock(one, "banner") for one in page.banners]
    if page.summary:
        blocks.append(TextBlock(_typed(page.summary), "aside"))
    blocks += _asked(page)
    blocks += _decided(page)
    after = ". ".join(filter(None, (capital(page.more_steps), page.open_steps)))
    blocks += next_steps_blocks(page.next_steps, after)
    blocks += _found(page.findings)
    blocks += _last(page)
    return DocumentPart(_typed(page.title), "", tuple(blocks), name=_density(page))


def decision_box(
    decision: ReportDecision, *, first: Iterable[Fact] = (), level: int = 3, step: bool = True
) -> BoxBlock:
    """A decision with its facts.

    Args:
        decision: The decision.
        first: Facts that stand before its own.
        level: Of its heading.
        step: Its first step stands here; else it stands in another place.
    """
    facts = [(label, text) for label, text in (*first, *_facts(decision, step=step)) if text]
    blocks: list[Block] = [TitleBlock(_typed(decision.what), level)]
    if facts:
        blocks.append(FactsBlock(tuple((label, _typed(text)) for label, text in facts)))
    return BoxBlock("decision", tuple(blocks))


def _facts(decision: ReportDecision, *, step: bool) -> tuple[Fact, ...]:
    return (
        (_("Owner"), decision.owner or _("Nobody owns it yet")),
        (_("Must agree"), decision.agree),
        (_("Review"), decision.review),
        (_("How sure"), decision.sure),
        (_("First step"), decision.first_step if step else ""),
        (_("Why"), decision.why),
        (_("The vote"), decision.vote),
        (_("Dissent"), decision.dissent),
        (_("Not noted"), decision.not_on_record),
    )


def _typed(text: str) -> Words:
    """What somebody typed, in a language that nobody knows."""
    return Written(text, "")


def _asked(page: PageOne) -> list[Block]:
    if not page.asked:
        return []
    points = tuple(ListPoint((_typed(one),)) for one in page.asked)
    return [TitleBlock(_("What was asked")), ListBlock(points, look="plain")]


def _decided(page: PageOne) -> list[Block]:
    blocks: list[Block] = []
    if page.decisions:
        blocks.append(TitleBlock(_("What we decided")))
        # The first step stands in the table below, with all else that happens next.
        steps = {one.what for one in page.next_steps}
        blocks += [decision_box(one, step=one.first_step not in steps) for one in page.decisions]
        if page.more_decisions:
            blocks.append(TextBlock(page.more_decisions, "soft"))
    if page.undecided:
        points = tuple(ListPoint((_typed(one),)) for one in page.undecided)
        title = TitleBlock(_("What is open"))
        blocks.append(BoxBlock("open", (title, ListBlock(points, look="plain"))))
    return blocks


def next_steps_blocks(
    steps: tuple[NextStep, ...], more: str = "", *, title: str = "", level: int = 2
) -> list[Block]:
    """Who does what by when, as a table; nothing where nobody does anything.

    Args:
        steps: In their order.
        more: That there are more, and where; what is open of them; or "".
        title: What the heading says, where they are not what happens next.
        level: Of the heading.
    """
    if not steps:
        return []
    title = title or _("What happens next")
    headings = [_("What"), _("Who"), _("By when")]
    rows: list[tuple[Words, ...]] = [
        (_typed(what_of(one)), _typed(who_of(one)), _typed(when_of(one))) for one in steps
    ]
    if any(one.done for one in steps):
        headings.append(_("Done"))
        done = (_("done") if one.done else _("open") for one in steps)
        rows = [(*row, told) for row, told in zip(rows, done, strict=True)]
    table = TableBlock(title, tuple(headings), tuple(rows), titled=True, look="next")
    after = (TextBlock(more, "soft"),) if more else ()
    return [TitleBlock(title, level), table, *after]


def _found(findings: tuple[ReportFinding, ...]) -> list[Block]:
    if not findings:
        return []
    title = _("What we found")
    columns = tuple(map(_finding, findings))
    return [TitleBlock(title), ColumnsBlock(columns, "findings")]


def _finding(one: ReportFinding) -> tuple[Block, ...]:
    return (
        TitleBlock(one.question, 3),
        StatementBlock(one.sentence),
        PictureBlock(one.picture),
        StatementBlock("", one.more),
    )


def _last(page: PageOne) -> list[Block]:
    """How many voted and how far they agree, beside what was put aside."""
    columns: list[tuple[Block, ...]] = []
    told = [one for one in (page.turnout, page.agreement) if one]
    if told:
        said = (TextBlock(one) for one in told)
        columns.append((TitleBlock(_("How many voted, and how far we agree")), *said))
    if page.parked:
        points = tuple(ListPoint((_typed(one),)) for one in page.parked)
        columns.append((TitleBlock(_("Parked")), ListBlock(points)))
    return [ColumnsBlock(tuple(columns), "last")] if columns else []


_DENSE, _DENSER = 22, 34
"""So many lines take smaller type on paper, and smaller still."""


def _density(page: PageOne) -> PartLook:
    """How small the type has to be on paper for one page."""
    lines = lines_of(page)
    if lines > _DENSER:
        return "page-one denser"
    return "page-one dense" if lines > _DENSE else "page-one"
