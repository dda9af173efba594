"""What the session before left, and what became of it."""

from __future__ import annotations

from mops_tui.report.before import before_data, before_part
from mops_tui.report.content.parts import NotesContent
from mops_tui.report.input import ReportInput
from mops_tui.words.i18n import _


def before_content(given: ReportInput) -> NotesContent | None:
    """Decisions and actions of the session before; None where none was named."""
    data = before_data(given.state)
    if data is None:
        return None
    return NotesContent(_("Last time"), tuple(before_part(data)))
