"""What several people said, cut so that none of them gets lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from mops_tui.words.closing_kit.cut import cut
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import in_words, listed
from mops_tui.words.safe import ELLIPSIS, cells, in_one_line

_MOST_NAMED = 2
_QUOTED = re.compile(r"(?<=: )([“„«])[^“”„«»]*[.!?…]([”“»])|(?<=: )(\")[^\"]*[.!?…](\")")
"""What somebody said, word for word: a sentence in quotation marks behind a colon."""
_COUNTS = re.compile(
    r"\b(?:more|others?|another|rest|majority|minority|half|all|both|most|many|some|few|"
    r"weitere|andere|alle|beide|viele|einige)\b|\d",
    re.IGNORECASE,
)
"""A sentence that says how many there are; English and German."""
_SENTENCE = re.compile(r"(?<=[.!?…])[”“»\"’)]* ")
_SHORT = 60
"""The cells of such a sentence that stays, if it is the last one."""

Rest = Callable[[Sequence[str]], str]
"""Where the rest stands, and who is named in the rest alone."""


def cut_said(text: str, most: int, people: Sequence[str] = (), rest: Rest | None = None) -> str:
    """A text in one line of so many cells, which says who and how many come up in the rest of it.

    What is said word for word goes first: who said it stays. Then it ends at a sentence or a word,
    a last sentence that counts people stays, and `rest` says where the rest is.

    Args:
        text: As typed.
        most: The most cells that it may take.
        people: Names that it may have in it.
        rest: Says where the rest is; None where "…" is enough.
    """
    whole = in_one_line(text)
    if cells(whole) <= most:
        return whole
    short = _unquoted(whole, most)
    if cells(short) <= most or rest is None:
        return cut(short, most)
    return _with_rest(short, whole, most, people, rest)


def _unquoted(text: str, most: int) -> str:
    """A text without what is said in it word for word: the last first, as far as is needed."""
    for found in reversed(list(_QUOTED.finditer(text))):
        if cells(text) <= most:
            break
        start, end = found.span()
        opening, closing = text[start], text[end - 1]
        text = f"{text[:start]}{opening}{ELLIPSIS}{closing}{text[end:]}"
    return text


def _with_rest(text: str, whole: str, most: int, people: Sequence[str], rest: Rest) -> str:
    *_before, last = _SENTENCE.split(text)
    last = (
        last if _before and cells(last) <= min(_SHORT, most // 3) and _COUNTS.search(last) else ""
    )
    tail = " ".join(filter(None, (last, rest(()))))
    begun = cut(text, max(1, most - cells(tail) - 1))
    lost = [one for one in people if _is_in(one, whole) and not _is_in(one, f"{begun} {last}")]
    if lost:
        named = " ".join(filter(None, (last, rest(lost))))
        if cells(named) <= most * 2 // 3:
            tail, begun = named, cut(text, max(1, most - cells(named) - 1))
    return _("{begun} {more}").format(begun=begun, more=tail)


def _is_in(name: str, text: str) -> bool:
    return bool(name) and name.casefold() in text.casefold()


def rest_words(names: Sequence[str] = (), *, brief: bool = False) -> str:
    """Where the rest of a text stands, and who is named in it.

    Args:
        names: Those who are named in the rest alone.
        brief: There is no more than page one here.
    """
    if not names:
        return _("More in the whole report.") if brief else _("More below.")
    told = list(names)
    if len(told) > _MOST_NAMED:
        others = _("{n} more").format(n=in_words(len(told) - _MOST_NAMED + 1))
        told = [*told[: _MOST_NAMED - 1], others]
    words = _("More below, also of {names}.")
    if brief:
        words = _("More in the whole report, also of {names}.")
    return words.format(names=listed(told))
