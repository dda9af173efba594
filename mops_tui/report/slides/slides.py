"""A report as a PowerPoint file: six to ten slides, with charts that can be edited."""

from __future__ import annotations

from dataclasses import replace

from mops_tui.report.content.content import report_content
from mops_tui.report.content.page.page_one import whole_page
from mops_tui.report.input import ReportInput
from mops_tui.report.slides.plan import slide_plans
from mops_tui.report.slides.powerpoint.write import deck_bytes

ALL_ROWS = 10_000
"""Of a picture: a chart draws as many as can be read, and the notes have the others."""


class SlidesMissing(Exception):  # noqa: N818 - it says what is so
    """What writes slides, the extra `slides`, is not installed."""


def slides_bytes(given: ReportInput) -> bytes:
    """A report as the bytes of a `.pptx` file; the same bytes of the same report.

    Raises:
        SlidesMissing: Where the extra `slides` is not installed.
    """
    try:
        import pptx  # noqa: F401 - the rest imports it when it writes
    except ModuleNotFoundError as error:
        raise SlidesMissing from error
    # Page one is cut to one sheet of paper; slides cut for themselves, and have the whole in notes.
    content = replace(report_content(given), page=whole_page(given, ALL_ROWS))
    return deck_bytes(
        slide_plans(content), content.page.title, content.language, given.header.opened
    )
