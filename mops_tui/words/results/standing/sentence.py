"""Where a room stands, in one sentence."""

from __future__ import annotations

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.results import Result
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import filled, in_words, listed
from mops_tui.words.results.labels import category_label
from mops_tui.words.results.quoting import capital, ended, named, quoted, titled
from mops_tui.words.results.standing.corners import is_people, of_corners, on_the_lines
from mops_tui.words.results.standing.leading import MOST_TIED, close_to_even, counted, lead, leading
from mops_tui.words.results.standing.scales import item_name, of_items
from mops_tui.words.results.standing.too_few import too_few
from mops_tui.words.results.standing.withheld import withheld_words


def standing(result: Result, question: QuestionBase, workshop: Workshop) -> str:
    """Where the room stands: "5 of 8 stand with the Scientists".

    Under three votes, or under the quorum, it says that, and nothing of the answers; "" where
    nobody answered.

    Args:
        result: The round.
        question: Its question, with what the room added (`state.question(ref)`).
        workshop: Where a grid question finds its grid.
    """
    if result.withheld and not result.items:
        return next(iter(withheld_words(result, question, workshop)), "")
    if result.kind == "text" and result.ideas:
        return filled(ngettext("One idea.", "{n} ideas.", len(result.ideas)), n=len(result.ideas))
    thin = too_few(result)
    if thin or not result.n:
        return thin
    told = ended(_standing(result, question, workshop))
    if result.withheld and len(result.items) == 1:  # the others are there, and not shown
        item = item_name(question, result.items[0].item)
        return told if item in told else titled(item, told)
    return told


def _standing(result: Result, question: QuestionBase, workshop: Workshop) -> str:
    if result.items:
        return of_items(result, question)
    first = leading(result)
    _categories, counts = counted(result)
    if not first:
        return on_the_lines(result) if result.kind == "grid" else ""
    names = [named(category_label(question, one, workshop)) for one in first]
    if len(first) == 1 and result.kind != "grid" and is_people(names[0]):
        names = [quoted(names[0])]  # "Scientists leads" is no English
    total = sum(counts) + result.on_axes
    fields = {
        "answer": names[0],
        "answers": listed(names),
        "count": max(counts),
        "n": total,
        "number": capital(in_words(len(first))),
    }
    if result.kind == "grid":
        return of_corners(result, question, workshop, first, max(counts), total)
    if close_to_even(result) and max(counts) > min(counts):
        words = _("Close to even: {least} to {count} of {n} points each, most for {answers}.")
        if len(first) > MOST_TIED:
            words = _("Close to even: {least} to {count} of {n} points each.")
        return filled(words, least=min(counts), **fields)
    ahead = lead(result)
    if ahead:
        return filled(_just_ahead(result.kind, ahead), lead=ahead, **fields)
    if len(first) == 1:
        alone = max(counts) == total
        return filled(_lead(result.kind, alone=alone), **fields)
    return filled(_tie(result.kind, several=len(first) > MOST_TIED), **fields)


def _lead(kind: str, *, alone: bool) -> str:
    if kind == "allocate":
        return (
            _("{answer} has all {n} points.")
            if alone
            else _("{answer} leads with {count} of {n} points.")
        )
    if kind == "rank":
        return (
            _("{answer} comes first for all {n}.")
            if alone
            else _("{answer} comes first for {count} of {n}.")
        )
    return _("All {n} chose {answer}.") if alone else _("{answer} leads with {count} of {n}.")


def _just_ahead(kind: str, ahead: int) -> str:
    if kind == "allocate":
        return ngettext(
            "{answer} leads with {count} of {n} points, one more than the next.",
            "{answer} leads with {count} of {n} points, {lead} more than the next.",
            ahead,
        )
    if kind == "rank":
        return ngettext(
            "{answer} comes first for {count} of {n}, one more than the next.",
            "{answer} comes first for {count} of {n}, {lead} more than the next.",
            ahead,
        )
    return ngettext(
        "{answer} leads by one vote, with {count} of {n}.",
        "{answer} leads by {lead} votes, with {count} of {n}.",
        ahead,
    )


def _tie(kind: str, *, several: bool) -> str:
    if kind == "allocate":
        return (
            _("{number} answers tie with {count} of {n} points each.")
            if several
            else _("{answers} tie with {count} of {n} points each.")
        )
    if kind == "rank":
        return (
            _("{number} answers tie: each comes first for {count} of {n}.")
            if several
            else _("{answers} tie: each comes first for {count} of {n}.")
        )
    return (
        _("{number} answers tie with {count} of {n} each.")
        if several
        else _("{answers} tie with {count} of {n} each.")
    )
