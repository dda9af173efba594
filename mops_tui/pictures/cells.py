"""A checklist as filled cells: practices as groups, items as rows, the gaps first.

Gaps come first by this order: the lower median level, then the larger share of the lowest level,
then the smaller share of the highest one, then the pack's own order. Groups are ordered in the
same way, by all the votes on their items together. Nothing is reduced to a mean.
"""

from __future__ import annotations

from mops_tui.model.packs.answers import Item
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of
from mops_tui.model.results.results import ItemResult, Result
from mops_tui.pictures.bars import turnout_of
from mops_tui.pictures.shapes import CellGroup, CellRow, CellsPicture, ScaleStep

Order = tuple[bool, float, float, float]


def cells_picture(question: QuestionBase, result: Result) -> CellsPicture:
    """The items of a `rate` question as rows of cells, by how many votes each level has."""
    levels = _levels(question, result)
    results = {item.item: item for item in result.items}
    rows: dict[str, list[CellRow]] = {}
    headings = _headings(question)
    for item in items_of(question):
        group = item.group if isinstance(item, Item) and item.group in headings else None
        row = _row(item.id, item.label, levels, results.pop(item.id, None))
        rows.setdefault(group or "", []).append(row)
    for key, left_over in results.items():
        rows.setdefault("", []).append(_row(key, key, levels, left_over))
    groups = [
        CellGroup(
            key, headings.get(key, ""), tuple(sorted(members, key=lambda r: _order(r.counts)))
        )
        for key, members in rows.items()
    ]
    groups.sort(key=_group_order)
    return CellsPicture(levels, tuple(groups), turnout_of(result))


def _levels(question: QuestionBase, result: Result) -> tuple[ScaleStep, ...]:
    if isinstance(question, RateQuestion):
        return tuple(ScaleStep(level.id, level.label) for level in question.scale)
    first = next((item.distribution.categories for item in result.items), ())
    return tuple(ScaleStep(category, category) for category in first)


def _headings(question: QuestionBase) -> dict[str, str]:
    if isinstance(question, RateQuestion):
        return {group.id: group.label for group in question.groups}
    return {}


def _row(key: str, label: str, levels: tuple[ScaleStep, ...], item: ItemResult | None) -> CellRow:
    if item is None:
        return CellRow(key, label, (0,) * len(levels))
    spread = item.distribution
    counts = dict(zip(spread.categories, spread.counts, strict=False))
    gap = item.median is not None and bool(levels) and item.median == levels[0].id
    return CellRow(key, label, tuple(counts.get(s.id, 0) for s in levels), item.median, gap)


def _order(counts: tuple[int, ...]) -> Order:
    """What to sort by, the widest gap first; items without a vote come last."""
    total = sum(counts)
    if not total:
        return (True, 0.0, 0.0, 0.0)
    running = 0
    median = 0
    for index, count in enumerate(counts):
        running += count
        if running * 2 >= total:
            median = index
            break
    return (False, float(median), -counts[0] / total, counts[-1] / total)


def _group_order(group: CellGroup) -> Order:
    return _order(
        tuple(sum(column) for column in zip(*(r.counts for r in group.rows), strict=True))
    )
