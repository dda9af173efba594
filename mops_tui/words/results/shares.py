"""The verdict on answers that have no order, in words: a majority, a lead, a tie."""

from __future__ import annotations

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.consensus import leaders, majority
from mops_tui.model.results.results import Result
from mops_tui.model.session.header import Policy
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import listed, percent, threshold
from mops_tui.words.results.labels import category_label, item_label
from mops_tui.words.safe import safe

NAME = 40
"""The most cells that an item's name takes in a sentence; a pair's can be a whole statement."""


def share_verdict(
    result: Result, question: QuestionBase, policy: Policy, workshop: Workshop | None
) -> str:
    """Who leads, with how many of how many, and whether that is a majority."""
    categories, counts = _counted(result)
    first = leaders(counts)
    if not first:
        return ""
    names = [category_label(question, categories[index], workshop) for index in first]
    total = sum(counts) + result.on_axes
    share = majority(counts, result.on_axes)
    return _sentence(result).format(
        category=names[0],
        categories=listed(names),
        count=counts[first[0]],
        total=total,
        share=percent(share, policy.majority if len(first) == 1 else None),
        limit=threshold(policy.majority),
        item=safe(item_label(question, result.verdict.item, workshop), NAME),
    )


def _counted(result: Result) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The categories and counts that the verdict rests on."""
    if result.items:
        of = next(i.distribution for i in result.items if i.item == result.verdict.item)
        return of.categories, of.counts
    if result.kind == "grid":
        return tuple(n for n, _count in result.quadrants), tuple(c for _name, c in result.quadrants)
    if result.distribution is None:
        return (), ()
    return result.distribution.categories, result.distribution.counts


def _sentence(result: Result) -> str:
    code = result.verdict.code
    if result.kind == "allocate":
        return _of_points(code)
    if result.kind == "rank":
        return _of_first_places(code)
    return _of_items(code) if len(result.items) > 1 else _of_votes(code)


def _of_votes(code: str) -> str:
    return {
        "majority": _(
            "Majority: {category} has {count} of {total} ({share} %),"
            " at or above the {limit} % that you set."
        ),
        "plurality": _("No majority: {category} leads with {count} of {total} ({share} %)."),
        "tie": _("Tied: {categories} have {count} of {total} each."),
    }[code]


def _of_points(code: str) -> str:
    return {
        "majority": _(
            "Majority: {category} has {count} of {total} points ({share} %),"
            " at or above the {limit} % that you set."
        ),
        "plurality": _("No majority: {category} leads with {count} of {total} points ({share} %)."),
        "tie": _("Tied: {categories} have {count} of {total} points each."),
    }[code]


def _of_first_places(code: str) -> str:
    return {
        "majority": _(
            "Majority: {category} comes first for {count} of {total} ({share} %),"
            " at or above the {limit} % that you set."
        ),
        "plurality": _("No majority: {category} leads, first for {count} of {total} ({share} %)."),
        "tie": _("Tied: {categories} each come first for {count} of {total}."),
    }[code]


def _of_items(code: str) -> str:
    return {
        "majority": _(
            "Majorities on all: the narrowest on “{item}”, {category} with {count} of {total}"
            " ({share} %), at or above the {limit} % that you set."
        ),
        "plurality": _(
            "No majority on “{item}”: {category} leads with {count} of {total} ({share} %)."
        ),
        "tie": _("Tied on “{item}”: {categories} have {count} of {total} each."),
    }[code]
