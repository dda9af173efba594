"""Where the room stands on a list of rated items: at both ends of the scale, or at one level."""

from __future__ import annotations

from mops_tui.model.packs.questions import QuestionBase, RateQuestion
from mops_tui.model.results.results import Result
from mops_tui.model.results.stands import Extreme, common_answer, extremes
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import MOST_IN_WORDS, either, in_words, listed
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
        found = [
            _nearest(one, end.id, question)
            for one, end in zip(
                extremes(result), (question.scale[-1], question.scale[0]), strict=True
            )
            if one is not None
        ]
        if len(found) == 2:
            return _("{first}; {last}.").format(first=capital(found[0]), last=found[1])
        if found:
            return _("{first}.").format(first=capital(found[0]))
    return _most_items(result, question)


def _nearest(found: Extreme, end: str, question: QuestionBase) -> str:
    everyone = found.count == found.n
    names = [named(item_label(question, one)) for one in (found.item, *found.others)]
    words = _("nearest to {end}: {item} ({count} of {n} {answer})")
    if everyone:
        words = _("nearest to {end}: {item} (all {n} {answer})")
    if found.others:
        words = _("nearest to {end}: {item} ({count} of {n} {answer} on each)")
        if everyone:
            words = _("nearest to {end}: {item} (all {n} {answer} on each)")
    if len(names) > 2:
        names = [names[0], _("{more} more").format(more=in_words(len(found.others)))]
    return words.format(
        end=quoted(category_label(question, end)),
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
    return (sentence + (figures or ".")).format(**fields, answer=answer)
