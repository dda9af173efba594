"""What a round says against the thresholds that were fixed before the first vote.

A question with several scales (items, pairs, waves, two axes) is judged by the one the room
agrees on least; a split one goes before those that are not.
"""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.results.consensus import FEW, NEAR_UNIFORM, leaders, majority
from mops_tui.model.results.results import AxisResult, ItemResult, Result, ShareCode, Verdict
from mops_tui.model.results.stands import enough, leans_both_ways
from mops_tui.model.session.header import Policy


def verdict(result: Result, policy: Policy) -> Verdict:
    """The verdict on a whole round; "none" where there is nothing to judge."""
    if result.kind == "text" or not result.n:
        return Verdict("none")
    if result.n < FEW:
        return Verdict("few")
    if result.items:
        return _of_scales([(i.item, i, i.distribution.n) for i in result.items], policy)
    if result.kind == "grid":
        if enough(result, len(result.marks)):  # a few marks say nothing of many who called out
            return _of_scales([(a.axis, a, a.n) for a in result.axes], policy)
        names, counts = [n for n, _ in result.quadrants], [c for _, c in result.quadrants]
        return of_shares(names, counts, policy, result.on_axes)
    distribution = result.distribution
    return (
        of_shares(distribution.categories, distribution.counts, policy)
        if distribution
        else Verdict("none")
    )


def of_shares(
    categories: Sequence[str], counts: Sequence[int], policy: Policy, others: int = 0
) -> Verdict:
    """The verdict on unordered categories: a majority, a lead without one, or a tie.

    Args:
        categories: Their ids.
        counts: The votes of each.
        policy: The thresholds.
        others: Votes for none of them, which count for the whole all the same.
    """
    first = leaders(counts)
    if not first:
        return Verdict("none")
    share = majority(counts, others)
    if len(first) > 1:
        return Verdict("tie", share, categories[first[0]])
    code: ShareCode = "majority" if share >= policy.majority else "plurality"
    return Verdict(code, share, categories[first[0]])


def of_scale(scale: ItemResult | AxisResult, n: int, policy: Policy, item: str = "") -> Verdict:
    """The verdict on one ordered scale.

    A scale of two steps has no agreement of its own; there, shares decide. Between two statements,
    or the ends of an axis, a room hardly agrees, at best, while a camp leans to each.

    Args:
        scale: An item's or an axis's figures.
        n: How many votes are behind them.
        policy: The thresholds.
        item: The item's id, or the axis, to name in the verdict.
    """
    if n < FEW:
        return Verdict("few" if n else "none", item=item)
    value = scale.agreement
    if value is None:
        return _of_two_steps(scale, policy, item)
    if scale.split is not None:
        return Verdict("split", value, item=item)
    both_ways = leans_both_ways(scale)
    if value >= policy.agreement and not both_ways:
        return Verdict("agreed", value, item=item)
    if value >= NEAR_UNIFORM and not both_ways:
        return Verdict("some-agreement", value, item=item)
    return Verdict("low-agreement" if value > -NEAR_UNIFORM else "polarised", value, item=item)


def _of_two_steps(scale: ItemResult | AxisResult, policy: Policy, item: str) -> Verdict:
    if isinstance(scale, AxisResult):
        return Verdict("none", item=item)
    shares = of_shares(scale.distribution.categories, scale.distribution.counts, policy)
    return Verdict(shares.code, shares.value, shares.category, item)


def _of_scales(
    scales: Sequence[tuple[str, ItemResult | AxisResult, int]], policy: Policy
) -> Verdict:
    each = [of_scale(scale, n, policy, item) for item, scale, n in scales if n >= FEW]
    # `min` keeps the first of equals, hence the question's own order.
    return min(each, key=_how_little, default=Verdict("few"))


def _how_little(one: Verdict) -> tuple[bool, bool, float]:
    """Sorts verdicts on scales: the split first, those agreed on last, each by their figure."""
    return one.code != "split", one.code in ("agreed", "majority"), one.value or 0.0
