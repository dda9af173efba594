"""Many names in a few lines."""

from __future__ import annotations

from bisect import bisect_left

from textual.content import Content

from mops_tui.tui.widgets.lines import wrapped
from mops_tui.words.i18n import _


def joined_in(names: list[str], width: int, rows: int) -> Content:
    """Names in a text of so many rows; who does not fit is counted.

    Args:
        names: Safe to draw.
        width: The columns that there are.
        rows: The rows that there are.
    """

    def text(shown: int) -> str:
        more = [_("and {n} more").format(n=len(names) - shown)] if shown < len(names) else []
        return " · ".join([*names[:shown], *more])

    def rows_of(shown: int) -> int:
        return len(wrapped(text(shown), width))

    if not names or rows < 1:
        return Content("")
    most = min(len(names), rows * width)  # a name takes a cell at least
    fitting = bisect_left(range(most + 1), rows + 1, key=rows_of) - 1
    if len(names) <= most and rows_of(len(names)) <= rows:
        fitting = len(names)
    return Content(text(fitting)) if fitting >= 0 else Content("")
