"""Where the room stands on a list of rated items: at both ends of the scale, or at one level."""

from __future__ import annotations

from mops_tui.model.packs.questions import QuestionBase, RateQuestion
from mops_tui.model.results.results import Result
from mops_tui.model.results.stands import Extreme, common_answer, extremes
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import MOST_IN_WORDS, either, filled, in_words, listed
from mops_tui.words.results.labels import category_label, item_label
from mops_tui.words.results.quoting import capital, named, quoted


def of_rated(result: Result, question: QuestionBase) -> str:
    """What stands out of a rated list; "" where nothing does.

    What most say on nearly all of it goes before what a few say of one item.
    """
    common = common_answer(result)
    if common is not None and common.nearly_all:
        return _most_items(result, question)
    if isinstance(question, RateQuestion):
        found = [_most_often(one, question) for one in extremes(result) if one is not None]
        if len(found) == 2:
            return filled(_("{first}; {last}."), first=capital(found[0]), last=found[1])
        if found:
            return filled(_("{first}."), first=capital(found[0]))
    return _most_items(result, question)


def _most_often(found: Extreme, question: QuestionBase) -> str:
    """Of which item most gave the answers of one half of the scale, with how many."""
    everyone = found.count == found.n
    names = [named(item_label(question, one)) for one in (found.item, *found.others)]
    words = _("most often {answer}: {item} ({count} of {n})")
    if everyone:
        words = _("most often {answer}: {item} (all {n})")
    if found.others:
        words = _("most often {answer}: {item} ({count} of {n} on each)")
        if everyone:
            words = _("most often {answer}: {item} (all {n} on each)")
    if len(names) > 2:
        names = [names[0], filled(_("{more} more"), more=in_words(len(found.others)))]
    return filled(
        words,
        item=listed(names),
        answer=either([quoted(category_label(question, one)) for one in found.categories]),
        count=found.count,
        n=found.n,
    )


def _most_items(result: Result, question: QuestionBase) -> str:
    """What most say on most of the items that were rated; "" where that is no one answer."""
    found = common_answer(result)
    if found is None:
        return ""
    n = len(result.items)
    fields: dict[str, object] = {"count": found.items, "n": n}
    if n <= MOST_IN_WORDS:
        fields = {"count": in_words(found.items), "n": in_words(n)}
    sentence = _("On {count} of the {n} items most of us say {answer}")
    if found.items == n:
        sentence = _("On all {n} items most of us say {answer}")
    figures = ""
    if found.n and found.least == found.most:
        figures = _(": {most} of {votes} each time.")
    elif found.n:
        figures = _(": {least} to {most} of {votes}.")
    fields |= {"least": found.least, "most": found.most, "votes": found.n}
    answer = quoted(category_label(question, found.category))
    return filled((sentence + (figures or ".")), **fields, answer=answer)
