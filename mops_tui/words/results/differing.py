"""What a room differs on most, in a sentence."""

from __future__ import annotations

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.changes import widest
from mops_tui.model.results.results import AxisResult, Result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.header import Policy
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.agreeing import Scale, is_agreed, scale_name, scales_of, verdict_of
from mops_tui.words.results.figures import (
    filled,
    in_words,
    listed,
)
from mops_tui.words.results.labels import category_label
from mops_tui.words.results.quoting import ended, named
from mops_tui.words.results.standing.corners import corner_words, split_axes
from mops_tui.words.results.standing.leading import MOST_TIED, counted, leading
from mops_tui.words.results.standing.scales import split_words


def differing(state: VisibleState, result: Result, question: QuestionBase) -> str:
    """What the room differs on most, of a choice the next answer; "" where there is nothing."""
    scales = scales_of(result)
    if scales:
        return ended(_least(result, scales, question, state))
    if result.kind in ("allocate", "rank"):
        return ended(_reach(state, result, question))
    return ended(next_best(result, question, state.workshop))


def _least(
    result: Result, scales: tuple[Scale, ...], question: QuestionBase, state: VisibleState
) -> str:
    """The scale that the room agrees on least, and where its two camps are, if it has two."""
    name = result.verdict.item
    least = next((s for s in scales if _id(s) == name), None)
    if least is None or is_agreed(least, state.policy):
        return ""
    if len(scales) == 1:
        return ""
    what = scale_name(least, question, state.workshop)
    if least.split is None and isinstance(least, AxisResult):
        return ""  # how far we agree on each axis is said before
    if least.split is None:
        names = [
            scale_name(s, question, state.workshop) for s in _as_far(least, scales, state.policy)
        ]
        if len(names) == 1:
            return filled(_("We differ most on {what}."), what=what)
        if len(names) == 2:
            return filled(_("We differ on {one} and on {other}."), one=names[0], other=names[1])
        return filled(
            _("We differ on {one}, on {other} and on {n} more."),
            one=names[0],
            other=names[1],
            n=in_words(len(names) - 2),
        )
    if isinstance(least, AxisResult):
        return split_axes(scales, question, state.workshop)
    return split_words(least, least.split, question, alone=False)


def _as_far(least: Scale, scales: tuple[Scale, ...], policy: Policy) -> list[Scale]:
    """The scales that the room agrees on as little as on the least one."""
    return [
        scale
        for scale in scales
        if not is_agreed(scale, policy)
        and verdict_of(scale, policy).value == verdict_of(least, policy).value
    ]


def _id(scale: Scale) -> str:
    return scale.axis if isinstance(scale, AxisResult) else scale.item


def _reach(state: VisibleState, result: Result, question: QuestionBase) -> str:
    reach = widest(state, result)
    if reach is None:
        return ""
    every = ((reach.option, reach.least, reach.most), *reach.others)
    names = [named(category_label(question, one, state.workshop)) for one, _least, _most in every]
    ranks = result.kind == "rank"
    fields = {"names": listed(names), "least": reach.least, "most": reach.most}
    if len(every) > MOST_TIED:
        words = _("We differ most on {number} answers: by {width} points on each.")
        if ranks:
            words = _("We differ most on {number} answers: by {width} places on each.")
        width = reach.most - reach.least
        return filled(words, number=in_words(len(every)), width=width)
    if len({(least, most) for _option, least, most in every}) > 1:
        each = _("{name} ({least} to {most} points)")
        if ranks:
            each = _("{name} (place {least} to {most})")
        told = [
            filled(each, name=name, least=least, most=most)
            for name, (_option, least, most) in zip(names, every, strict=True)
        ]
        return filled(_("We differ most on {names}."), names=listed(told))
    words = _("We differ most on {names}: from {least} to {most} points.")
    if ranks:
        words = _("We differ most on {names}: from place {least} to place {most}.")
    if len(every) > 1:
        words = _("We differ most on {names}: from {least} to {most} points on each.")
        if ranks:
            words = _("We differ most on {names}: from place {least} to place {most} on each.")
    return filled(words, **fields)


def next_best(result: Result, question: QuestionBase, workshop: Workshop) -> str:
    """Who stands elsewhere: the next answer, or how many answers the rest is spread over.

    "" where no single answer leads, or where nobody stands elsewhere.
    """
    categories, counts = counted(result)
    if len(leading(result)) != 1:
        return ""
    first = leading(result)[0]
    rest = sorted(
        ((n, c) for c, n in zip(categories, counts, strict=True) if c != first and n),
        key=lambda one: -one[0],
    )
    if not rest:
        return ""
    total = sum(counts) + result.on_axes
    best = [c for n, c in rest if n == rest[0][0]]
    names = [named(category_label(question, one, workshop)) for one in best]
    if len(best) > 2:
        others = sum(n for n, _c in rest)
        sentence = _("The other {others} are spread over {number} answers.")
        if result.kind == "grid":
            sentence = _("{others} of {n} are spread over the other {number} corners.")
        return filled(sentence, others=others, n=total, number=in_words(len(rest)))
    if result.kind == "grid":
        where = [corner_words(category_label(question, one, workshop)) for one in best]
        sentence = _("{count} of {n} each stand {corners}.")
        if len(best) == 1:
            sentence = ngettext(
                "{count} of {n} stands {corners}.", "{count} of {n} stand {corners}.", rest[0][0]
            )
        return filled(sentence, count=rest[0][0], n=total, corners=listed(where))
    sentence = ngettext(
        "Then {answers} with {count} of {n}.",
        "Then {answers} with {count} of {n} each.",
        len(best),
    )
    return filled(sentence, answers=listed(names), count=rest[0][0], n=total)
