"""A report as a page and as Markdown: both are written from the same document."""

from __future__ import annotations

from mops_tui.report.content.content import report_content
from mops_tui.report.content.parts import PageOne, ReportContent, ReportDecision, ScenarioContent
from mops_tui.report.document.as_html import as_html
from mops_tui.report.document.as_markdown import as_markdown
from mops_tui.report.document.blocks import (
    Block,
    DocumentPart,
    HandoutDocument,
    ListBlock,
    ListPoint,
    PictureBlock,
    TextBlock,
    TitleBlock,
)
from mops_tui.report.input import ReportInput
from mops_tui.words.i18n import _


def report_markdown(given: ReportInput) -> str:
    """A report as Markdown; the same bytes for the same session."""
    return as_markdown(report_document(report_content(given)))


def report_html(given: ReportInput) -> str:
    """A report as a page; the same bytes for the same session."""
    return as_html(report_document(report_content(given)))


def report_document(content: ReportContent) -> HandoutDocument:
    """What a report says, as a document."""
    page = content.page
    parts = [DocumentPart(page.title, _("Report"), tuple(_page_one(page)))]
    parts += [
        DocumentPart(one.title, _("Scenario"), tuple(_scenario(one))) for one in content.scenarios
    ]
    return HandoutDocument(page.title, tuple(parts), content.language)


def _page_one(page: PageOne) -> list[Block]:
    blocks: list[Block] = [TextBlock(one) for one in (*page.banners, page.held, page.summary)]
    for decision in page.decisions:
        blocks += _decision(decision)
    for finding in page.findings:
        blocks += [TitleBlock(finding.question), TextBlock(finding.sentence)]
        blocks += [PictureBlock(finding.picture)]
    return blocks


def _scenario(scenario: ScenarioContent) -> list[Block]:
    blocks: list[Block] = []
    for question in scenario.questions:
        blocks += [TitleBlock(question.title), TextBlock(question.ask)]
        for one in question.rounds:
            blocks += [TextBlock(" ".join(one.sentences)), PictureBlock(one.picture)]
    for decision in scenario.decisions:
        blocks += _decision(decision)
    return blocks


def _decision(decision: ReportDecision) -> list[Block]:
    facts = ((_("Owner"), decision.owner), (_("Why"), decision.why))
    points = tuple(ListPoint((text,), label) for label, text in facts if text)
    return [TitleBlock(decision.what), ListBlock(points)]
