"""Bars: the distribution of any question, whatever its kind."""

from __future__ import annotations

from mops_tui.model.packs.answers import PAIR_POSITIONS, STAGES, Item, Mirror, Pair
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of, options_of
from mops_tui.model.results.results import Distribution, ItemResult, Result
from mops_tui.pictures.shapes import (
    Bar,
    BarsPicture,
    IdeasPicture,
    ScaleRow,
    ScalesPicture,
    ScaleStep,
    StepCount,
    Turnout,
)

NO_QUADRANT = ""
"""The bar of those on a grid who stand on an axis: it has no name of its own."""
SCALES = ("rate", "pairs", "curve")
"""The kinds that are answered item by item on an ordered scale."""


def turnout_of(result: Result) -> Turnout:
    """Who is behind a result."""
    return Turnout(n=max(0, result.n), called=result.called, round=result.round)


def bars_picture(
    question: QuestionBase,
    result: Result,
    previous: Result | None = None,
    grid: Grid | None = None,
) -> BarsPicture | ScalesPicture | IdeasPicture:
    """The distribution of a question's answers.

    Args:
        question: The question, with what the room added to it.
        result: The round to show.
        previous: The round before, to hold beside it.
        grid: For a grid question: its grid, whose quadrants are counted.
    """
    if result.kind == "text":
        return IdeasPicture(result.ideas, turnout_of(result))
    if result.kind in SCALES:
        return scales_picture(question, result, previous)
    if result.kind == "rank":
        return _rank_bars(question, result, previous)
    labels = _labels(question, grid)
    counts = _counts(result)
    previous_counts = _counts(previous) if previous else None
    return _bars(result, labels, counts, previous_counts, question.mirror)


def _labels(question: QuestionBase, grid: Grid | None) -> dict[str, str]:
    if grid is not None and not options_of(question):
        return {quadrant.id: quadrant.name for quadrant in grid.quadrants}
    return {option.id: option.label for option in options_of(question)}


def _counts(result: Result) -> Distribution:
    if result.distribution is not None:
        return result.distribution
    rows = dict(result.quadrants)
    if result.on_axes:
        rows[NO_QUADRANT] = result.on_axes
    return Distribution(tuple(rows), tuple(rows.values()), result.n)


def _shares(distribution: Distribution | None) -> dict[str, float]:
    if distribution is None:
        return {}
    return dict(zip(distribution.categories, distribution.shares, strict=False))


def _bars(
    result: Result,
    labels: dict[str, str],
    current: Distribution,
    earlier: Distribution | None,
    mirror: Mirror | None,
) -> BarsPicture:
    counts = dict(zip(current.categories, current.counts, strict=False))
    # Every option is shown, voted for or not; a category that is unknown is shown by its id.
    keys = tuple(dict.fromkeys((*labels, *counts)))
    total = current.total
    before = _shares(earlier) if earlier is not None and earlier.total else {}
    mirror_shares = {key: share / 100 for key, share in mirror.shares.items()} if mirror else {}
    shares = {key: counts.get(key, 0) / total if total else 0.0 for key in keys}
    top = max(counts.values(), default=0)
    bars = tuple(
        Bar(
            id=key,
            label=labels.get(key, key),
            count=counts.get(key, 0),
            share=shares[key],
            length=shares[key],
            before=before.get(key, 0.0) if before else None,
            mirror=mirror_shares.get(key),
            lead=top > 0 and counts.get(key, 0) == top,
        )
        for key in keys
    )
    return BarsPicture(
        unit="points" if result.kind == "allocate" else "votes",
        bars=bars,
        total=total,
        turnout=turnout_of(result),
        mirror_who=mirror.who if mirror else "",
        mirror_n=mirror.n if mirror else None,
    )


def _rank_bars(question: QuestionBase, result: Result, previous: Result | None) -> BarsPicture:
    """How often each came first, as the sentence above it says; the median rank stands beside."""
    labels = _labels(question, None)
    ranks = dict(result.ranks)
    keys = tuple(dict.fromkeys((*ranks, *labels)))
    counts = result.distribution
    count_of = dict(zip(counts.categories, counts.counts, strict=False)) if counts else {}
    firsts = _shares(counts) if ranks else {}
    before = _shares(previous.distribution) if previous and previous.ranks else {}
    most = max(count_of.values(), default=0)
    bars = tuple(
        Bar(
            id=key,
            label=labels.get(key, key),
            count=count_of.get(key, 0),
            share=firsts.get(key, 0.0),
            length=firsts.get(key, 0.0),
            rank=ranks.get(key),
            before=before.get(key, 0.0) if before else None,
            lead=key in ranks and 0 < most == count_of.get(key),
        )
        for key in keys
    )
    total = counts.total if counts else 0
    return BarsPicture("ranks", bars, total, turnout_of(result))


def scales_picture(
    question: QuestionBase, result: Result, previous: Result | None = None
) -> ScalesPicture:
    """Each item of a question as a small distribution over its scale."""
    earlier = {item.item: item for item in previous.items} if previous else {}
    results = {item.item: item for item in result.items}
    steps = _steps(question, result)
    items = {item.id: item for item in items_of(question)}
    rows = tuple(
        _row(key, items.get(key), steps, results.get(key), earlier.get(key))
        for key in dict.fromkeys((*items, *results))
    )
    scale = {"pairs": "pair", "curve": "stages"}.get(result.kind, "levels")
    return ScalesPicture(
        scale="pair" if scale == "pair" else "stages" if scale == "stages" else "levels",
        steps=steps,
        rows=rows,
        turnout=turnout_of(result),
    )


def _steps(question: QuestionBase, result: Result) -> tuple[ScaleStep, ...]:
    if isinstance(question, RateQuestion):
        return tuple(ScaleStep(level.id, level.label) for level in question.scale)
    if result.kind == "curve":
        return tuple(ScaleStep(stage.id) for stage in STAGES)
    if result.kind == "pairs":
        return tuple(ScaleStep(str(position)) for position in PAIR_POSITIONS)
    first = next((item.distribution.categories for item in result.items), ())
    return tuple(ScaleStep(category, category) for category in first)


def _row(
    key: str,
    asked: Item | Pair | None,
    steps: tuple[ScaleStep, ...],
    item: ItemResult | None,
    earlier: ItemResult | None,
) -> ScaleRow:
    label = asked.label if asked else key
    left, names = (asked.left, asked.names) if isinstance(asked, Pair) else ("", None)
    if item is None:
        empty = tuple(StepCount(step.id, 0, 0.0) for step in steps)
        return ScaleRow(key, label, empty, 0, left, names=names)
    spread = item.distribution
    counts = dict(zip(spread.categories, spread.counts, strict=False))
    total = spread.total or 1
    slots = tuple(
        StepCount(step.id, counts.get(step.id, 0), counts.get(step.id, 0) / total) for step in steps
    )
    return ScaleRow(
        id=key,
        label=label,
        slots=slots,
        n=spread.total,
        left=left,
        low=item.low,
        median=item.median,
        high=item.high,
        before=earlier.median if earlier else None,
        split=item.split is not None,
        names=names,
    )
