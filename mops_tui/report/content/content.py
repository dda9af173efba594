"""All that a report says, of a session."""

from __future__ import annotations

from mops_tui.report.content.appendix import appendix
from mops_tui.report.content.before import before_content
from mops_tui.report.content.page.page_one import page_one
from mops_tui.report.content.parts import ReportContent
from mops_tui.report.content.scenarios import scenario_contents
from mops_tui.report.input import ReportInput
from mops_tui.words.i18n import language


def report_content(given: ReportInput) -> ReportContent:
    """What a report says; page one alone where the report is brief."""
    page = page_one(given)
    if given.brief:
        return ReportContent(language(), page, None, (), ())
    return ReportContent(
        language(), page, before_content(given), scenario_contents(given), appendix(given, page)
    )
