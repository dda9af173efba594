"""What is said of a vote to those who were not there, where groups under five keep figures back."""

from __future__ import annotations

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.results import Result
from mops_tui.model.results.withheld import OTHERS
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import filled
from mops_tui.words.results.labels import category_label
from mops_tui.words.results.quoting import ended, named


def withheld_words(result: Result, question: QuestionBase, workshop: Workshop) -> tuple[str, ...]:
    """What may be said of a vote, and that the rest is withheld, and why.

    Args:
        result: One of which something is withheld.
        question: Its question.
        workshop: Where a grid question finds its grid.
    """
    told = [_most(result, question, workshop), _why(result)]
    return tuple(one for one in told if one)


def answered_words(result: Result) -> str:
    """How many answered, where that may be told; nobody learns how many did not."""
    if not result.n or result.withheld == "all":  # beside it stands why, and so does its picture
        return ""
    return filled(_("{n} people answered."), n=result.n)


def _most(result: Result, question: QuestionBase, workshop: Workshop) -> str:
    """What most answered, in a figure where it has one."""
    if result.over_half and result.withheld == "all":
        answer = named(category_label(question, result.over_half, workshop))
        return ended(filled(_("More than half of {n} chose {answer}."), n=result.n, answer=answer))
    if result.withheld != "some" or result.distribution is None:
        return ""
    counts = zip(result.distribution.categories, result.distribution.counts, strict=True)
    shown = {category: count for category, count in counts if category not in (OTHERS, "")}
    most = max(shown.values(), default=0)
    first = [category for category, count in shown.items() if count == most]
    if len(first) != 1:
        return ""
    words = _("{answer} leads with {count} of {n}.")
    if result.kind == "allocate":
        words = _("{answer} leads with {count} of {n} points.")
    if result.kind == "rank":
        words = _("{answer} comes first for {count} of {n}.")
    answer = named(category_label(question, first[0], workshop))
    return ended(filled(words, answer=answer, count=most, n=result.distribution.total))


def _why(result: Result) -> str:
    """What is not told, and why."""
    match result.withheld:
        case "few":
            return _("Not shown here: fewer than five people answered.")
        case "quorum":
            return _("Not shown here: too few of those present voted to speak for the room.")
        case "ideas":
            return _("Not shown here: what people wrote. Each text is one person's.")
        case "rounds":
            return _("Not shown here: beside a later vote it would tell of fewer than five people.")
        case "items":
            return filled(
                ngettext(
                    "One more item is not shown here: fewer than five people gave one of its "
                    "answers.",
                    "{n} more items are not shown here: fewer than five people gave one of the "
                    "answers.",
                    result.items_withheld,
                ),
                n=result.items_withheld,
            )
        case "some":
            return _(
                "Answers that fewer than five people gave are told together with others, so that "
                "no small group can be picked out."
            )
        case "all":
            return _("Not shown here: fewer than five people gave one of the answers.")
        case _:
            return ""
