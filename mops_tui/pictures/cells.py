"""A checklist as filled cells: practices as groups in the pack's order, items as rows.

Of each group the strongest item comes first, as in the sentence above it: most answers above the
middle of the scale, less those below it; then the larger share of the highest level, then the
smaller share of the lowest one, then the pack's own order. Nothing is reduced to a mean.
"""

from __future__ import annotations

from mops_tui.model.packs.answers import Item
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of
from mops_tui.model.results.consensus import strength
from mops_tui.model.results.results import ItemResult, Result
from mops_tui.pictures.bars import turnout_of
from mops_tui.pictures.shapes import CellGroup, CellRow, CellsPicture, ScaleStep

Order = tuple[bool, float, float, float]


def cells_picture(
    question: QuestionBase, result: Result, previous: Result | None = None
) -> CellsPicture:
    """The items of a `rate` question as rows of cells, by how many votes each level has.

    Args:
        question: The question.
        result: The round to show.
        previous: The round before: where each median was.
    """
    earlier = {item.item: item.median for item in previous.items} if previous else {}
    levels = _levels(question, result)
    results = {item.item: item for item in result.items}
    rows: dict[str, list[CellRow]] = {}
    headings = _headings(question)
    for item in items_of(question):
        group = item.group if isinstance(item, Item) and item.group in headings else None
        row = _row(item.id, item.label, levels, results.pop(item.id, None), earlier.get(item.id))
        rows.setdefault(group or "", []).append(row)
    for key, left_over in results.items():
        rows.setdefault("", []).append(_row(key, key, levels, left_over))
    groups = tuple(
        CellGroup(key, headings.get(key, ""), tuple(sorted(members, key=_order)))
        for key, members in rows.items()
    )
    return CellsPicture(levels, groups, turnout_of(result))


def _levels(question: QuestionBase, result: Result) -> tuple[ScaleStep, ...]:
    if isinstance(question, RateQuestion):
        return tuple(ScaleStep(level.id, level.label) for level in question.scale)
    first = next((item.distribution.categories for item in result.items), ())
    return tuple(ScaleStep(category, category) for category in first)


def _headings(question: QuestionBase) -> dict[str, str]:
    if isinstance(question, RateQuestion):
        return {group.id: group.label for group in question.groups}
    return {}


def _row(
    key: str,
    label: str,
    levels: tuple[ScaleStep, ...],
    item: ItemResult | None,
    before: str | None = None,
) -> CellRow:
    if item is None:
        return CellRow(key, label, (0,) * len(levels))
    spread = item.distribution
    counts = dict(zip(spread.categories, spread.counts, strict=False))
    return CellRow(key, label, tuple(counts.get(s.id, 0) for s in levels), item.median, before)


def _order(row: CellRow) -> Order:
    """What to sort by, the strongest first; items without a vote come last."""
    if not row.n:
        return (True, 0.0, 0.0, 0.0)
    apart, highest, lowest = strength(row.counts)
    return (False, -apart, -highest, -lowest)
