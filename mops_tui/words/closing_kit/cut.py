"""Texts that are cut where a page has no room for more: at a word, and so that it is seen."""

from __future__ import annotations

import re

from mops_tui.words.i18n import _
from mops_tui.words.safe import ELLIPSIS, cells, in_one_line, safe

_LEAST = 0.5
"""A text keeps at least so much of its room: a long word at its end is cut, and not left out."""
_SHORT_LINE = 50
"""Cells that a line takes at least."""
_END = re.compile(r"[.!?][”’)]?(?= )")


def cut(text: str, most: int) -> str:
    """A text in one line of so many cells; what is longer ends at a sentence or a word, with "…".

    Args:
        text: As typed.
        most: The most cells that it may take.
    """
    whole = in_one_line(text)
    if cells(whole) <= most:
        return whole
    begun = safe(whole, most).removesuffix(ELLIPSIS)
    told = _whole_sentences(begun)
    if cells(told) >= most * _LEAST:
        return _("{begun} {more}").format(begun=told, more=ELLIPSIS)
    at_word = begun.rpartition(" ")[0] if not whole[len(begun) :].startswith(" ") else begun
    kept = at_word if cells(at_word) >= most * _LEAST else begun
    return kept.rstrip(" ,;:.–-(“") + ELLIPSIS


def cut_lines(text: str, most: int) -> str:
    """A text in the lines that it was written in, of so many cells together; see `cut`.

    A line takes half of a page's line at least, so that many short ones are cut as well.
    """
    kept: list[str] = []
    left = most
    lines = [in_one_line(line) for line in safe(text, keep=True).split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    for at, line in enumerate(lines):
        if left <= 0:
            kept[-1] = kept[-1].rstrip(".…") + ELLIPSIS
            break
        more = at + 1 < len(lines) and left <= max(cells(line), _SHORT_LINE)
        shown = cut(line, left)
        kept.append(shown.rstrip(".…") + ELLIPSIS if more else shown)
        if more or cells(line) > left:
            break
        left -= max(cells(line), _SHORT_LINE)
    return "\n".join(kept)


def _whole_sentences(begun: str) -> str:
    """What of a text ends with a sentence, and leaves room for "…"."""
    ends = list(_END.finditer(begun[:-1]))
    return begun[: ends[-1].end()].rstrip() if ends else ""
