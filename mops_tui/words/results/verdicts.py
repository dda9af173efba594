"""What a round says, in sentences: verdict, split, stability, quorum, axes.

Each function gives whole sentences, or nothing where there is nothing to say. The figures come
from `model.results`; nothing is computed here.
"""

from __future__ import annotations

from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.consensus import STABLE
from mops_tui.model.results.results import AxisResult, ItemResult, Result, Split, Verdict
from mops_tui.model.results.verdicts import of_scale
from mops_tui.model.session.header import Policy
from mops_tui.words.files.condition import judged
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import decimals, percent, threshold, unit
from mops_tui.words.results.labels import (
    axis_label,
    bin_label,
    category_label,
    grid_of,
    item_label,
)
from mops_tui.words.results.shares import NAME, share_verdict
from mops_tui.words.safe import safe


def verdict(
    result: Result, question: QuestionBase, policy: Policy, workshop: Workshop | None = None
) -> str:
    """What a round says against the thresholds, in one sentence.

    Args:
        result: The round.
        question: Its question, with what the room added (`state.question(ref)`).
        policy: The thresholds that were fixed before.
        workshop: Where a grid question finds its grid.
    """
    reached = result.verdict
    if result.kind == "text" and result.ideas:
        return ngettext("One idea.", "{n} ideas.", len(result.ideas)).format(n=len(result.ideas))
    if reached.code == "none":
        return _("Nobody has answered.")
    if reached.code == "few":
        # Of several items, as many as the one that has most: no item has enough of its own.
        return _few(max((i.distribution.n for i in result.items), default=result.n))
    if reached.code in ("majority", "plurality", "tie"):
        return judged(share_verdict(result, question, policy, workshop), policy)
    scales = _scales(result)
    if len(scales) == 1:
        return judged(_one_scale(reached, scales[0], question, policy, workshop), policy)
    return judged(_several(reached, scales, question, policy, workshop), policy)


def item_verdict(
    item: ItemResult, question: QuestionBase, policy: Policy, workshop: Workshop | None = None
) -> str:
    """What one item, pair or wave says, in one sentence; "" on a scale of two steps."""
    reached = of_scale(item, item.distribution.n, policy, item.item)
    if reached.code == "none":
        return _("Nobody has answered.")
    if reached.code == "few":
        return _few(item.distribution.n)
    if item.agreement is None:
        return ""
    return judged(_one_scale(reached, item, question, policy, workshop), policy)


def splits(
    result: Result, question: QuestionBase, workshop: Workshop | None = None
) -> tuple[str, ...]:
    """A sentence for each item or axis on which the room is split."""
    lines: list[str] = []
    for scale in _scales(result):
        if scale.split is not None:
            low, high = _camps(scale, scale.split, question, workshop)
            name = _item(question, _name(scale), workshop)
            sentence = _("Split on “{item}” between {low} and {high}.")
            lines.append(sentence.format(item=name, low=low, high=high))
    return tuple(lines)


def stability(result: Result) -> str:
    """How much stayed as it was in the round before; "" in a first round."""
    if result.stability is None:
        return ""
    several = len(result.items) > 1
    if result.stable is None:
        sentence = _("{share} % of the answers are as in round {before}.")
    elif result.stable and several:
        sentence = _("Stable: even where most moved, {share} % are as in round {before}.")
    elif result.stable:
        sentence = _("Stable: {share} % of the answers are as in round {before}.")
    elif several:
        sentence = _("Not stable yet: where most moved, {share} % are as in round {before}.")
    else:
        sentence = _("Not stable yet: {share} % of the answers are as in round {before}.")
    share = percent(result.stability, limit=STABLE)
    return sentence.format(share=share, before=result.round - 1)


def quorum(result: Result, policy: Policy) -> str:
    """How many voted, and whether that is enough."""
    voted = result.ballots + result.called
    if result.quorum is None:
        return ngettext(
            "One vote; nobody counted how many are present.",
            "{voted} votes; nobody counted how many are present.",
            voted,
        ).format(voted=voted)
    if result.quorum >= 1:
        return ngettext("The one present voted.", "All {voted} voted.", voted).format(voted=voted)
    if result.quorate:
        sentence = _("{voted} of {present} voted, enough for the quorum of {quorum} %.")
    else:
        sentence = _("{voted} of {present} voted, under the quorum of {quorum} %.")
    line = sentence.format(voted=voted, present=result.present, quorum=threshold(policy.quorum))
    return judged(line, policy)


def fewest(result: Result, question: QuestionBase) -> str:
    """Which of several items fewer people answered than the others; "" where none."""
    counts = [(item.distribution.n, item.item) for item in result.items]
    most = max(counts, default=(0, ""))[0]
    n, item = min(counts, key=lambda one: one[0], default=(0, ""))
    if n == most:
        return ""
    sentence = ngettext("Fewest on “{item}”: one vote.", "Fewest on “{item}”: {n} votes.", n)
    return sentence.format(item=_item(question, item, None), n=n)


def axis(result: AxisResult, grid: Grid, policy: Policy) -> str:
    """One axis of a grid in one line: its median, and what the room makes of it."""
    name = axis_label(grid, result.axis)
    if not result.n:
        return _("{axis}: no marks").format(axis=name)
    if result.median is None:
        words = ngettext(
            "{axis}: one mark, too few for a median",
            "{axis}: {n} marks, too few for a median",
            result.n,
        )
        return words.format(axis=name, n=result.n)
    fields = {"axis": name, "median": unit(result.median)}
    if result.split is not None:
        low, high = _bins(grid, result.axis, result.split)
        return _("{axis}: split between {low} and {high}").format(axis=name, low=low, high=high)
    lines = {
        "agreed": _("{axis}: median {median}, agreed"),
        "some-agreement": _("{axis}: median {median}, some agreement"),
        "low-agreement": _("{axis}: median {median}, little agreement"),
        "polarised": _("{axis}: median {median}, pulled apart"),
    }
    return judged(lines[of_scale(result, result.n, policy).code].format(**fields), policy)


_Scale = ItemResult | AxisResult


def _few(n: int) -> str:
    return ngettext("One vote: too few for words.", "{n} votes: too few for words.", n).format(n=n)


def _item(question: QuestionBase, item: str, workshop: Workshop | None) -> str:
    return safe(item_label(question, item, workshop), NAME)


def _scales(result: Result) -> tuple[_Scale, ...]:
    return result.items or result.axes


def _name(scale: _Scale) -> str:
    return scale.axis if isinstance(scale, AxisResult) else scale.item


def _one_scale(
    reached: Verdict,
    scale: _Scale,
    question: QuestionBase,
    policy: Policy,
    workshop: Workshop | None,
) -> str:
    """The verdict on the only scale there is."""
    if reached.code == "split" and scale.split is not None:
        low, high = _camps(scale, scale.split, question, workshop)
        return _("Split between {low} and {high}.").format(low=low, high=high)
    sentences = {
        "agreed": _("Agreed: A {value}, at or above the {limit} that you set."),
        "some-agreement": _("Some agreement: A {value}, below the {limit} that you set."),
        "low-agreement": _("Little agreement: A {value}; you set {limit}."),
        "polarised": _("Pulled apart: A {value}; you set {limit}."),
    }
    return sentences[reached.code].format(**_values(reached, policy))


def _several(
    reached: Verdict,
    scales: tuple[_Scale, ...],
    question: QuestionBase,
    policy: Policy,
    workshop: Workshop | None,
) -> str:
    """The verdict on several scales: how many are agreed on, and the least of them."""
    name = _item(question, reached.item, workshop)
    scale = next((s for s in scales if _name(s) == reached.item), scales[0])
    if reached.code == "split" and scale.split is not None:
        low, high = _camps(scale, scale.split, question, workshop)
        sentence = _("Split on “{item}” between {low} and {high}.")
        return sentence.format(item=name, low=low, high=high)
    codes = [of_scale(s, _votes(s), policy).code for s in scales]
    judged = [code for code in codes if code not in ("none", "few")]
    fields = _values(reached, policy) | {"item": name, "n": len(judged)}
    if len(judged) < len(scales):
        sentence = _(
            "Agreed on {agreed} of {n}: least on “{item}”, A {value}; you set {limit}. "
            "The other {rest} have too few votes for words."
        )
        fields["rest"] = len(scales) - len(judged)
    elif reached.code == "agreed":
        sentence = _(
            "Agreed throughout: least on “{item}”, A {value}, at or above the {limit} that you set."
        )
    else:
        sentence = _("Agreed on {agreed} of {n}: least on “{item}”, A {value}; you set {limit}.")
    return sentence.format(**fields, agreed=judged.count("agreed"))


def _votes(scale: _Scale) -> int:
    return scale.n if isinstance(scale, AxisResult) else scale.distribution.n


def _values(reached: Verdict, policy: Policy) -> dict[str, object]:
    return {
        "value": decimals(reached.value or 0.0, policy.agreement),
        "limit": decimals(policy.agreement),
    }


def _camps(
    scale: _Scale, split: Split, question: QuestionBase, workshop: Workshop | None
) -> tuple[str, str]:
    """The names of the two camps of a split scale."""
    grid = grid_of(question, workshop)
    if isinstance(scale, AxisResult) and grid is not None:
        return _bins(grid, scale.axis, split)
    low, high = (category_label(question, c, workshop) for c in (split.low, split.high))
    return low, high


def _bins(grid: Grid, axis_name: str, split: Split) -> tuple[str, str]:
    return bin_label(grid, axis_name, split.low), bin_label(grid, axis_name, split.high)
