"""One revealed round as data: figures, and the sentences that the room read."""

from __future__ import annotations

from collections.abc import Iterable

from mops_tui.model.packs.answers import Pair
from mops_tui.model.packs.questions import QuestionBase, items_of
from mops_tui.model.results.results import (
    Arrow,
    AxisResult,
    Distribution,
    ItemResult,
    Mark,
    Result,
    Split,
)
from mops_tui.model.session.audience import VisibleState
from mops_tui.report.schema.rounds import (
    AxisData,
    CampsData,
    CategoryData,
    CountData,
    ItemData,
    MarkData,
    MoveData,
    RoundData,
)
from mops_tui.words.results import verdicts as words
from mops_tui.words.results.labels import (
    axis_label,
    category_label,
    grid_of,
    item_label,
    participant_label,
)
from mops_tui.words.results.names import answers_by_name, names_by_answer
from mops_tui.words.safe import safe


def round_data(state: VisibleState, question: QuestionBase, result: Result) -> RoundData:
    """A round's figures with the labels of everything counted.

    Args:
        state: What may be seen.
        question: With what the room added to it.
        result: Of the round.
    """
    workshop, policy = state.workshop, state.policy
    round_ = state.rounds[result.ref][result.round - 1]
    called = dict(result.called_quadrants)
    return {
        "round": result.round,
        "present": result.present,
        "ballots": result.ballots,
        "passes": result.passes,
        "called": result.called,
        "corrected": round_.tally.corrected,
        "answered": result.n,
        "quorum": result.quorum,
        "quorate": result.quorate,
        "quorum_text": words.quorum(result, policy),
        "verdict": {
            "code": result.verdict.code,
            "value": result.verdict.value,
            "category": result.verdict.category,
            "item": result.verdict.item,
            "text": words.verdict(result, question, policy, workshop),
        },
        "splits": list(words.splits(result, question, workshop)),
        "stability": result.stability,
        "stable": result.stable,
        "stability_text": words.stability(result),
        "distribution": _counts(result.distribution, question, state),
        "items": [_item(item, question, state) for item in result.items],
        "ranks": [
            {"option": option, "label": category_label(question, option), "median": median}
            for option, median in result.ranks
        ],
        "ideas": [safe(idea, keep=True) for idea in result.ideas],
        "answers": [
            {"name": name, "answer": answer}
            for name, answer in answers_by_name(state, question, round_)
        ],
        "by_name": [
            {"first": first, "rest": rest}
            for first, rest in names_by_answer(state, question, round_)
        ],
        "axes": [_axis(axis, state, question) for axis in result.axes],
        "quadrants": [
            {
                "quadrant": name,
                "label": category_label(question, name, state.workshop),
                "count": count,
                "called": called.get(name, 0),
            }
            for name, count in result.quadrants
        ],
        "no_quadrant": result.on_axes,
        "marks": marks_data(state, result.marks),
        "moved": moves_data(state, result.arrows),
        "moved_count": len(result.arrows),
    }


def _axis(axis: AxisResult, state: VisibleState, question: QuestionBase) -> AxisData:
    grid = grid_of(question, state.workshop)
    if grid is None:
        return axis_data(axis, axis.axis, "")
    return axis_data(axis, axis_label(grid, axis.axis), words.axis(axis, grid, state.policy))


def axis_data(axis: AxisResult, label: str, sentence: str) -> AxisData:
    """One axis of a grid; medians and quartiles from -100 to 100."""
    return {
        "axis": axis.axis,
        "n": axis.n,
        "low": axis.low,
        "median": axis.median,
        "high": axis.high,
        "agreement": axis.agreement,
        "split": {"low": axis.split.low, "high": axis.split.high} if axis.split else None,
        "label": label,
        "text": sentence,
    }


def marks_data(state: VisibleState, marks: Iterable[Mark]) -> list[MarkData]:
    """Each mark with the name of who made it; none at all in an anonymous room."""
    return [
        {"name": participant_label(state, mark.participant), "x": mark.x, "y": mark.y}
        for mark in marks
        if mark.participant
    ]


def moves_data(state: VisibleState, arrows: Iterable[Arrow]) -> list[MoveData]:
    """Each movement with a name; none at all in an anonymous room."""
    return [
        {
            "name": participant_label(state, arrow.participant),
            "from": [arrow.x0, arrow.y0],
            "to": [arrow.x1, arrow.y1],
        }
        for arrow in arrows
        if arrow.participant
    ]


def _item(item: ItemResult, question: QuestionBase, state: VisibleState) -> ItemData:
    return {
        "item": item.item,
        "label": item_text(question, item.item),
        "answered": item.distribution.n,
        "distribution": _counts(item.distribution, question, state),
        "low": _named(item.low, question),
        "median": _named(item.median, question),
        "high": _named(item.high, question),
        "middle": item.middle,
        "agreement": item.agreement,
        "split": _camps(item.split, question),
        "text": words.item_verdict(item, question, state.policy, state.workshop),
    }


def item_text(question: QuestionBase, item: str) -> str:
    """An item as it stands alone: a pair with both of its statements."""
    for part in items_of(question):
        if part.id == item and isinstance(part, Pair):
            return f"{safe(part.left)} / {safe(part.right)}"
    return item_label(question, item)


def _named(category: str | None, question: QuestionBase) -> CategoryData | None:
    if category is None:
        return None
    return {"category": category, "label": category_label(question, category)}


def _camps(split: Split | None, question: QuestionBase) -> CampsData | None:
    if split is None:
        return None
    return {"low": _named(split.low, question), "high": _named(split.high, question)}


def _counts(
    of: Distribution | None, question: QuestionBase, state: VisibleState
) -> list[CountData]:
    if of is None:
        return []
    rows = zip(of.categories, of.counts, of.shares, strict=True)
    return [
        {
            "category": category,
            "label": category_label(question, category, state.workshop),
            "count": count,
            "share": share,
        }
        for category, count, share in rows
    ]
