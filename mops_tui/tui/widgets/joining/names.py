"""Many names in a few lines."""

from __future__ import annotations

from bisect import bisect_left

from textual.content import Content

from mops_tui.tui.widgets.lines import wrapped
from mops_tui.words.i18n import _


def joined_in(names: list[str], total: int, width: int, rows: int) -> Content:
    """Names in a text of so many rows; who does not fit is counted.

    Args:
        names: The first of them, safe to draw.
        total: How many there are.
        width: The columns that there are.
        rows: The rows that there are.
    """

    def text(shown: int) -> str:
        more = [_("and {n} more").format(n=total - shown)] if shown < total else []
        return " · ".join([*names[:shown], *more])

    def rows_of(shown: int) -> int:
        return len(wrapped(text(shown), width))

    if not names or rows < 1:
        return Content("")
    fitting = len(names)
    if total > len(names) or rows_of(fitting) > rows:
        fitting = bisect_left(range(len(names)), rows + 1, key=rows_of) - 1
    return Content(text(fitting)) if fitting >= 0 else Content("")
