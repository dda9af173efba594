"""What of a round's figures anybody may know: nothing that leads to fewer than five people.

One rule: a count is told where it is nought, or five or more, and cannot be worked out from what is
told where it is less. Where an answer has fewer, it is told together with others; and with one
more of them where their sum alone would say what each of them is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields

from mops_tui.model.packs.answers import POINTS
from mops_tui.model.results.results import (
    Distribution,
    ItemResult,
    Result,
    Verdict,
    WithheldCode,
)
from mops_tui.model.results.verdicts import verdict
from mops_tui.model.session.header import Policy
from mops_tui.model.session.public import WITHHELD_UNDER
from mops_tui.model.text.change import change

OTHERS = "*"
"""The category of answers that are told together: no id of a pack is like it."""
LEAST_FOR_MOST = 10
"""So many answers let it be said that more than half gave one of them: of fewer, it says too
much."""


def withheld(result: Result, policy: Policy) -> Result:
    """A round's figures without those that small groups would show.

    Nothing is taken from those who answered by what was worked out of all their answers: marks,
    positions, movements, ranks, ideas, passes and who was present are all gone. What is left is
    counted anew from counts that may be told.

    Args:
        result: All of them.
        policy: The thresholds.
    """
    n = result.n
    bare = Result(
        ref=result.ref,
        kind=result.kind,
        round=result.round,
        ballots=n,
        passes=0,
        called=0,
        present=0,
        quorum=None,
        quorate=result.quorate,
        verdict=Verdict("none"),
        outside=True,
    )
    # Beside how many were there, a figure under the quorum, or that there were five, would say how
    # many did not vote: the quorum goes first, and tells no figure.
    if result.quorum is not None and not result.quorate:
        return change(bare, ballots=0, withheld="quorum")
    if n < WITHHELD_UNDER:
        return change(bare, ballots=0, withheld="few") if n else bare
    if result.kind == "text":
        return change(bare, withheld="ideas")
    made = _of_items(bare, result) if result.items else _of_answers(bare, result)
    return made if made.withheld else change(made, verdict=verdict(made, policy))


def without_figures(result: Result, code: WithheldCode) -> Result:
    """A round of which nothing is told but why."""
    kept = {"ref", "kind", "round", "quorate", "quorum", "present", "outside"}
    bare = {one.name: getattr(result, one.name) for one in fields(Result) if one.name in kept}
    return Result(**bare, ballots=0, passes=0, called=0, verdict=Verdict("none"), withheld=code)


def tells_apart(one: Result, other: Result) -> bool:
    """Whether two votes on a question, told side by side, tell of fewer than five people.

    Whoever came between them, or changed their mind, is in the difference of two counts.
    """
    if not one.n or not other.n:
        return False
    least = WITHHELD_UNDER * (POINTS if one.kind == "allocate" else 1)
    if _is_small(abs(one.n - other.n), WITHHELD_UNDER):
        return True
    for before, after in _spreads(one, other):
        parts = (*_common(before, after), {*before, *after})
        for part in parts:
            counted = [sum(spread.get(c, 0) for c in part) for spread in (before, after)]
            if _is_small(abs(counted[0] - counted[1]), least):
                return True
    return False


def _spreads(one: Result, other: Result) -> Iterable[tuple[dict[str, int], dict[str, int]]]:
    before, after = _answers(one), _answers(other)
    if before and after:
        yield before, after
    later = {item.item: item.distribution for item in other.items}
    for item in one.items:
        if item.item in later:
            yield _counts(item.distribution), _counts(later[item.item])


def _counts(distribution: Distribution) -> dict[str, int]:
    return dict(zip(distribution.categories, distribution.counts, strict=True))


def _common(one: Mapping[str, int], other: Mapping[str, int]) -> Iterable[set[str]]:
    """The finest parts that both votes tell of: what either told together is one.

    Where nothing is told together, what is not there has no vote.
    """
    every = {*one, *other}
    together = [every - {*spread} for spread in (one, other) if OTHERS in spread]
    apart = every.difference({OTHERS}, *together)
    yield from ({category} for category in apart)
    yield every - apart


def _is_small(count: int, least: int) -> bool:
    return 0 < count < least


def _of_answers(bare: Result, result: Result) -> Result:
    counts = _answers(result)
    scale = POINTS if result.kind == "allocate" else 1
    told = grouped(counts, WITHHELD_UNDER * scale)
    over = _over_half(counts, result.n, scale)
    if told == counts and result.distribution is None:
        return change(bare, quadrants=result.quadrants, on_axes=result.on_axes)
    if told == counts:
        return change(
            bare, distribution=Distribution(tuple(counts), tuple(counts.values()), result.n)
        )
    if set(told) == {OTHERS}:
        return change(bare, withheld="all", over_half=over)
    made = Distribution(tuple(told), tuple(told.values()), result.n)
    return change(bare, distribution=made, withheld="some", over_half=over if over in told else "")


def _answers(result: Result) -> dict[str, int]:
    if result.distribution is not None:
        return _counts(result.distribution)
    rows = dict(result.quadrants)
    return rows | {"": result.on_axes} if result.on_axes else rows


def grouped(counts: Mapping[str, int], least: int) -> dict[str, int]:
    """Counts of which none under `least` is told, and none can be worked out.

    Those under it are told together as `OTHERS`, those of nought with them: whoever knew that
    each has one at least knew more. Where their sum is under `least`, or as great as it can be,
    the smallest of the others goes with them.

    Args:
        counts: By category.
        least: What may be told.
    """
    if not any(_is_small(count, least) for count in counts.values()):
        return dict(counts)
    small = [category for category, count in counts.items() if count < least]
    told = {category: count for category, count in counts.items() if count >= least}
    total = hidden = sum(counts[category] for category in small)
    most = (least - 1) * len(small)
    if told and (hidden < least or hidden == most):
        with_them = 0
        # The smallest go first, so none that went is greater than those that stay: where that
        # says what is hidden, another one goes.
        while told and total - with_them * min(told.values()) >= min(hidden, least - 1):
            total += told.pop(min(told, key=lambda category: told[category]))
            with_them += 1
    return told | {OTHERS: total}


def _over_half(counts: Mapping[str, int], n: int, scale: int) -> str:
    """The answer that more than half gave, where saying so leaves open by how many."""
    if n < LEAST_FOR_MOST or scale > 1 or n == (WITHHELD_UNDER - 1) * len(counts):
        return ""  # where all could have four votes, silence would say that they have
    return next((category for category, count in counts.items() if category and count * 2 > n), "")


def _of_items(bare: Result, result: Result) -> Result:
    told: list[ItemResult] = []
    known = {result.n}
    for item in result.items:
        spread = item.distribution
        apart = any(_is_small(abs(spread.n - n), WITHHELD_UNDER) for n in known)
        if apart or any(_is_small(count, WITHHELD_UNDER) for count in spread.counts):
            continue
        known.add(spread.n)
        told.append(change(item, positions=(), middle=None, middle_half=None))
    whole = len(told) == len(result.items)
    return change(
        bare,
        items=tuple(told),
        split=any(item.split for item in told),
        withheld="" if whole else "items" if told else "all",
        items_withheld=len(result.items) - len(told),
    )


def by_round(results: Sequence[Result]) -> tuple[Result, ...]:
    """The votes on one question as they may be told side by side.

    The last is told, and of those before it whichever says nothing of small groups beside it.

    Args:
        results: Each of them as `withheld` leaves it, in order.
    """
    told: list[Result] = []
    for one in reversed(results):
        close = any(tells_apart(one, later) for later in told)
        told.append(without_figures(one, "rounds") if close else one)
    return tuple(reversed(told))
