"""A report as a page and as Markdown: both are written from the same document."""

from __future__ import annotations

from collections.abc import Iterable

from mops_tui.report.content.content import report_content
from mops_tui.report.content.parts import BeforeContent, NotesContent, ReportContent, TableContent
from mops_tui.report.document.as_html import as_html
from mops_tui.report.document.as_markdown import as_markdown
from mops_tui.report.document.blocks import (
    Block,
    DocumentPart,
    ListBlock,
    ListPoint,
    TableBlock,
    TableLook,
    TextBlock,
    TextDocument,
    TitleBlock,
    Written,
)
from mops_tui.report.input import ReportInput
from mops_tui.report.page_blocks import decision_box, next_steps_blocks, page_one_part
from mops_tui.report.plots.draw import WIDTH
from mops_tui.report.scenario_blocks import scenario_part
from mops_tui.words.i18n import _


def report_markdown(given: ReportInput, width: int = WIDTH) -> str:
    """A report as Markdown; the same bytes for the same session.

    Args:
        given: What the report is about.
        width: The characters that a line of a picture may have.
    """
    return as_markdown(report_document(report_content(given)), width)


def report_html(given: ReportInput) -> str:
    """A report as a page; the same bytes for the same session."""
    return as_html(report_document(report_content(given)))


def report_document(content: ReportContent) -> TextDocument:
    """What a report says, as a document."""
    page = content.page
    parts = [page_one_part(page)]
    if content.before is not None:
        parts.append(_before(content.before))
    parts += map(scenario_part, content.scenarios)
    if content.appendix:
        blocks = tuple(block for one in content.appendix for block in _appendix(one))
        parts.append(DocumentPart(_("Appendix"), "", blocks, level=2, name="appendix"))
    return TextDocument(page.title, tuple(parts), content.language, running=page.title, report=True)


def _before(before: BeforeContent) -> DocumentPart:
    blocks: list[Block] = [TextBlock(before.title, "held")]
    for one in before.decisions:
        became = (_("What became of it"), one.outcome)
        blocks.append(decision_box(one.decision, first=(became,), level=3))
    blocks += next_steps_blocks(before.actions, title=_("What was to be done"), level=3)
    return DocumentPart(_("Last time"), "", tuple(blocks), level=2, name="scenario")


def _appendix(part: TableContent | NotesContent) -> Iterable[Block]:
    yield TitleBlock(part.title, 3)
    if isinstance(part, NotesContent):
        points = tuple(ListPoint((Written(line, ""),)) for line in part.lines)
        yield ListBlock(points, look="plain")
        return
    if part.note:
        yield TextBlock(part.note, "soft")
    narrow: TableLook = "next" if part.is_plan else "small"
    yield TableBlock(
        part.title,
        part.headings,
        part.rows,
        titled=True,
        rows_headed=not part.is_plan,
        look="matrix" if len(part.headings) > _NARROW else narrow,
    )


_NARROW = 4
"""So many columns fit on a phone."""
