"""Questions by name, in a sentence on several of them."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import in_words, listed
from mops_tui.words.results.quoting import quoted

_TITLE = 48
"""The cells of a question's title."""


def titles_listed(questions: Sequence[QuestionBase], most: int, beside: Sequence[str] = ()) -> str:
    """The titles of some questions; of more than so many the others are counted.

    Args:
        questions: In their order.
        most: How many are named, one at least. The last place counts the others.
        beside: What stands in brackets behind each of them, such as the answer.
    """
    names = [quoted(question.title, _TITLE) for question in questions]
    if beside:
        words = _("{title} ({beside})")
        both = zip(names, beside, strict=True)
        names = [words.format(title=name, beside=one) for name, one in both]
    if len(names) > most:
        kept = max(1, most - 1)
        names = [*names[:kept], _("{n} more").format(n=in_words(len(names) - kept))]
    return listed(names)
