"""How far a room agrees, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.changes import firsts
from mops_tui.model.results.consensus import FEW, majority
from mops_tui.model.results.results import AxisResult, ItemResult, Result, Verdict
from mops_tui.model.results.stands import enough
from mops_tui.model.results.verdicts import of_scale
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.header import Policy
from mops_tui.words.files.condition import judged
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import (
    MOST_IN_WORDS,
    filled,
    in_words,
    listed,
    threshold,
)
from mops_tui.words.results.labels import axis_quoted, category_label, grid_of
from mops_tui.words.results.quoting import ended, named
from mops_tui.words.results.standing.leading import MOST_TIED, counted, leading
from mops_tui.words.results.standing.scales import item_name, one_of, several_of

Scale = ItemResult | AxisResult
_CAMP = 0.3
"""The next answer is told as well where so many put it first."""


def agreeing(state: VisibleState, result: Result, question: QuestionBase) -> str:
    """How far the room agrees, against the thresholds that were fixed before the first vote.

    "" where the sentence before it says so already, or where there is nothing to say.
    """
    policy = state.policy
    if result.items or scales_of(result):
        sentence = _on_scales(result, question, policy, state.workshop)
    elif result.kind == "allocate":
        return _on_points(state, result, question)
    else:
        scenario = state.workshop.scenario(result.ref.partition("/")[0])
        decides = scenario is None or scenario.decision is not None
        sentence = _on_shares(result, policy, decides=decides)
    return judged(sentence, policy)


def scales_of(result: Result) -> tuple[Scale, ...]:
    """The ordered scales of a round that have enough answers to be judged.

    The axes of a grid are made of marks, which do not speak for a room that mostly called out.
    """
    if result.items:
        return tuple(item for item in result.items if item.distribution.n >= FEW)
    return tuple(axis for axis in result.axes if enough(result, axis.n))


def scale_name(scale: Scale, question: QuestionBase, workshop: Workshop | None) -> str:
    """What an item, a pair, a wave or an axis is called in a sentence."""
    if isinstance(scale, ItemResult):
        return item_name(question, scale.item)
    grid = grid_of(question, workshop)
    return axis_quoted(grid, scale.axis) if grid is not None else ""


def is_split(result: Result) -> bool:
    """Whether the room is split on anything that has enough answers."""
    return any(scale.split is not None for scale in scales_of(result))


def verdict_of(scale: Scale, policy: Policy) -> Verdict:
    """What one scale says against the thresholds."""
    n = scale.n if isinstance(scale, AxisResult) else scale.distribution.n
    return of_scale(scale, n, policy)


def is_agreed(scale: Scale, policy: Policy) -> bool:
    """Whether a scale is agreed on; on one of two steps a majority is what agreement is."""
    return verdict_of(scale, policy).code in ("agreed", "majority")


def _on_scales(result: Result, question: QuestionBase, policy: Policy, workshop: Workshop) -> str:
    scales = scales_of(result)
    if not scales:
        return ""
    whole = len(result.items or result.axes)
    if whole == 1:
        return how_far(scales[0], policy)
    agreed = [scale for scale in scales if is_agreed(scale, policy)]
    if result.axes:
        return _on_axes(result, scales, question, policy, workshop)
    fields: dict[str, object] = {
        "agreed": len(agreed),
        "n": len(scales),
        "kind": several_of(result.kind),
    }
    if len(scales) <= MOST_IN_WORDS:
        fields |= {"agreed": in_words(len(agreed)), "n": in_words(len(scales))}
    if len(scales) == 1:
        fields["one"] = one_of(result.kind)
        sentence = _("We do not agree on the one {one} that enough of us answered.")
        if agreed:
            sentence = _("We agree on the one {one} that enough of us answered.")
    elif len(scales) < whole:
        sentence = _("We agree on {agreed} of the {n} {kind} that enough of us answered.")
        if len(agreed) == len(scales):
            sentence = _("We agree on all {n} {kind} that enough of us answered.")
        elif not agreed:
            sentence = _("We agree on none of the {n} {kind} that enough of us answered.")
        if len(scales) == 2:
            sentence = {
                0: _("We agree on neither of the two {kind} that enough of us answered."),
                2: _("We agree on both {kind} that enough of us answered."),
            }.get(len(agreed), sentence)
    else:
        sentence = _("We agree on {agreed} of the {n} {kind}.")
        if len(agreed) == len(scales):
            sentence = _("We agree on all {n} {kind}.")
        elif not agreed:
            sentence = _("We agree on none of the {n} {kind}.")
        if len(scales) == 2:
            sentence = {
                0: _("We agree on neither of the two {kind}."),
                2: _("We agree on both {kind}."),
            }.get(len(agreed), sentence)
    return filled(sentence, **fields)


def how_far(scale: Scale, policy: Policy) -> str:
    """How far the room agrees on one scale; "" where it is split, which is said by its camps."""
    return {
        "agreed": _("We agree."),
        "majority": _("We agree."),
        "some-agreement": _("We agree in part."),
        "low-agreement": _("We hardly agree."),
        "polarised": _("We are far apart."),
    }.get(verdict_of(scale, policy).code, "")


def _on_axes(
    result: Result,
    scales: tuple[Scale, ...],
    question: QuestionBase,
    policy: Policy,
    workshop: Workshop,
) -> str:
    """How far the room agrees on each axis, in the words that a grid's page has as well.

    An axis that it is split on is told by its camps.
    """
    told = [scale for scale in scales if scale.split is None]
    codes = [str(verdict_of(scale, policy).code) for scale in told]
    if not told:
        return ""
    if len(told) == 2 and codes[0] == codes[1]:
        return _on_both(result, codes[0])
    clauses = [
        filled(_axis_words(scale, code), axis=scale_name(scale, question, workshop))
        for scale, code in sorted(
            zip(told, codes, strict=True), key=lambda one: tuple(_AXIS_ORDER).index(one[1])
        )
    ]
    if len(clauses) == 1:
        return ended(filled(_("We {one}."), one=clauses[0]))
    return ended(filled(_("We {one}, and {other}."), one=clauses[0], other=clauses[1]))


_AXIS_ORDER = ("agreed", "some-agreement", "low-agreement", "polarised", "none", "few")


def _on_both(result: Result, code: str) -> str:
    if code == "agreed":
        _corners, counts = counted(result)
        # Whoever stands on either side of a line, near it, is close to those across it.
        if max(counts) * 2 <= sum(counts) + result.on_axes:
            return _("We stand close together, though not in one corner.")
        return _("We agree on both axes.")
    if code == "low-agreement" and all(axis.both_sides for axis in result.axes):
        return _("We stand on both sides of both axes.")
    return {
        "some-agreement": _("We agree in part on both axes."),
        "low-agreement": _("We hardly agree on either axis."),
        "polarised": _("We are far apart on both axes."),
    }.get(code, "")


def _axis_words(scale: Scale, code: str) -> str:
    """What we do on one axis, to stand behind "We"."""
    if code == "low-agreement" and isinstance(scale, AxisResult) and scale.both_sides:
        return _("stand on both sides of {axis}")
    return {
        "agreed": _("agree on {axis}"),
        "some-agreement": _("agree in part on {axis}"),
        "low-agreement": _("hardly agree on {axis}"),
        "polarised": _("are far apart on {axis}"),
    }.get(code, _("cannot tell on {axis}"))


def _on_points(state: VisibleState, result: Result, question: QuestionBase) -> str:
    """How many put the leader first, and who else as many; where more put another first, that.

    Of two camps both are told; where answers tie, that all of them are first for as many.
    """
    first = leading(result)
    if result.outside:
        return ""
    counts = firsts(state, result)
    most = max(counts.values(), default=0)
    holders = [one for one, held in counts.items() if held == most]
    if len(first) != 1:
        tied = most and set(holders) == set(first)
        return _joint_first(result, _names(holders, question, state), most) if tied else ""
    count = counts.get(first[0], 0)
    (answer,) = _names(first, question, state)
    others = _names([one for one in holders if one != first[0]], question, state)
    if most > count:
        words = ngettext(
            "More put {others} first or joint first: {most} of {n}, against {count} for {answer}.",
            "More put {others} first or joint first: {most} of {n} each, against {count} for "
            "{answer}.",
            len(others),
        )
        fields = {"others": listed(others), "most": most, "count": count}
        return ended(filled(words, **fields, n=result.n, answer=answer))
    if others and count:
        return _joint_first(result, [answer, *others], count)
    next_ = max((held for one, held in counts.items() if one != first[0]), default=0)
    behind = [one for one, held in counts.items() if held == next_ and one != first[0]]
    if count == result.n:
        words = _("All {n} put {answer} first or joint first.")
    elif not count:
        words = _("None of the {n} put {answer} first.")
    elif len(behind) == 1 and next_ >= result.n * _CAMP and next_ > 1:
        words = _("{count} of {n} put {answer} first or joint first, {next} {other}.")
    else:
        words = ngettext(
            "One of {n} put {answer} first or joint first.",
            "{count} of {n} put {answer} first or joint first.",
            count,
        )
    (other,) = _names(behind, question, state) if len(behind) == 1 else ("",)
    fields = {"count": count, "n": result.n, "next": next_}
    return ended(filled(words, **fields, answer=answer, other=other))


def _joint_first(result: Result, names: Sequence[str], count: int) -> str:
    """That several answers are first for as many people, the one that was told before first."""
    words = _("{answers} are each first or joint first for {count} of {n}.")
    if count == result.n:
        words = _("{answers} are each first or joint first for all {n}.")
    if len(names) > MOST_TIED:
        names = [names[0], filled(_("{more} more"), more=in_words(len(names) - 1))]
    return filled(words, answers=listed(names), count=count, n=result.n)


def _names(answers: Sequence[str], question: QuestionBase, state: VisibleState) -> list[str]:
    return [named(category_label(question, one, state.workshop)) for one in answers]


def _on_shares(result: Result, policy: Policy, *, decides: bool) -> str:
    _categories, counts = counted(result)
    if len(leading(result)) != 1:
        return ""
    share = majority(counts, result.on_axes)
    if share >= 1:
        return ""
    if share < policy.majority:
        missed = _short_of if decides else _of_half
        return missed((*counts, result.on_axes), policy)
    # What a pack calls enough can be less than half: then "majority" would not be true.
    return (
        _("That is a clear majority.")
        if share > 0.5
        else _("That reaches the share set before the first vote.")
    )


def _of_half(counts: Sequence[int], policy: Policy) -> str:
    """How the largest share stands to a half, where no decision waits for more than that."""
    if policy.majority <= 0.5:
        return ""
    *answers, _on_axes = counts
    count, n = max(answers), sum(counts)
    if count * 2 == n:
        return filled(_("{count} of {n} is half."), count=count, n=n)
    words = _("{count} of {n} is less than half.")
    if count * 2 > n:
        words = _("{count} of {n} is more than half.")
    return filled(words, count=count, n=n)


def _short_of(counts: Sequence[int], policy: Policy) -> str:
    """What the largest share misses, in votes: of few people a per cent says less than a count.

    Args:
        counts: Of each answer; the last, of those who stand at none.
        policy: What was set.
    """
    *answers, _on_axes = counts
    count, n = max(answers), sum(counts)
    words = _(
        "{count} of {n} is less than half, and short of the {need} ({limit} %) set for a decision."
    )
    if policy.majority <= 0.5:  # what was set can be less than half: then it is no majority
        words = _("{count} of {n} is short of the {need} ({limit} %) set for a decision.")
    elif count * 2 == n:
        words = _("{count} of {n} is half, and short of the {need} ({limit} %) set for a decision.")
    elif count * 2 > n:
        words = _(
            "{count} of {n} is more than half, but short of the {need} ({limit} %) set for a "
            "decision."
        )
    need = next(votes for votes in range(count + 1, n + 1) if votes / n >= policy.majority)
    return filled(words, count=count, n=n, need=need, limit=threshold(policy.majority))
