"""One revealed round as data: figures, and the sentences that the room read."""

from __future__ import annotations

from collections.abc import Iterable

from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import QuestionBase, kind_of, options_of
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
from mops_tui.model.session.state import Round
from mops_tui.report.content.sections import is_shown, shows_names
from mops_tui.report.content.seen import seen_sentences
from mops_tui.report.input import ReportInput
from mops_tui.report.schema.rounds import (
    AxisData,
    CampsData,
    CategoryData,
    CountData,
    ItemAnswersData,
    ItemData,
    NamedMarkData,
    NamedMoveData,
    NamesTableData,
    ReasonData,
    RoundData,
)
from mops_tui.words.i18n import _
from mops_tui.words.results import verdicts as words
from mops_tui.words.results.labels import (
    answer_label,
    axis_label,
    category_label,
    grid_of,
    item_label,
    participant_label,
    where_label,
)
from mops_tui.words.results.movement import moved
from mops_tui.words.results.names import answers_by_name, names_by_answer, names_table
from mops_tui.words.results.standing.sentence import standing
from mops_tui.words.results.standing.too_few import too_few
from mops_tui.words.results.statements import pair_of
from mops_tui.words.results.statistics import statistics
from mops_tui.words.safe import safe


def round_data(given: ReportInput, question: QuestionBase, result: Result) -> RoundData:
    """A round's figures with the labels of everything counted.

    Args:
        given: The session as its reader may see it.
        question: With what the room added to it.
        result: Of the round.
    """
    state, names = given.state, shows_names(given)
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
            "text": standing(result, question, workshop),
        },
        "splits": list(words.splits(result, question, workshop)),
        "stability": result.stability,
        "stable": result.stable,
        "stability_text": moved(state, result, question),
        "findings": list(seen_sentences(given, result)),
        "statistics": [
            {"what": what, "figures": figures} for what, figures in statistics(state, result)
        ],
        "distribution": _counts(result.distribution, question, state, ""),
        "items": [_item(item, question, state, too_few(result)) for item in result.items],
        "ranks": [
            {"option": option, "label": category_label(question, option), "median": median}
            for option, median in result.ranks
        ],
        "ideas": [safe(idea, keep=True) for idea in result.ideas],
        "answers": [
            {"name": name, "answer": answer}
            for name, answer in (answers_by_name(state, question, round_) if names else ())
        ],
        "by_name": [
            {"first": first, "rest": rest}
            for first, rest in (names_by_answer(state, question, round_) if names else ())
        ],
        "table": _table(state, question, round_) if names else None,
        "axes": [_axis(axis, state, question, result.present) for axis in result.axes],
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
        "marks": marks_data(given, result.marks, grid_of(question, workshop)),
        "moved": moves_data(given, result.arrows, grid_of(question, workshop)),
        "moved_count": len(result.arrows),
        "reasons": _reasons(given, result),
        "withheld": result.withheld,
    }


def _reasons(given: ReportInput, result: Result) -> list[ReasonData]:
    state, names = given.state, shows_names(given)
    if not is_shown("reasons", state.report.left_out):
        return []
    return [
        {
            "name": participant_label(state, one.participant) if one.participant and names else "",
            "text": safe(one.text, keep=True),
        }
        for one in state.reasons.get(result.ref, ())
        if one.round == result.round
    ]


def _axis(axis: AxisResult, state: VisibleState, question: QuestionBase, present: int) -> AxisData:
    grid = grid_of(question, state.workshop)
    if grid is None:
        return axis_data(axis, axis.axis, "")
    sentence = words.axis(axis, grid, state.policy, present)
    return axis_data(axis, axis_label(grid, axis.axis), sentence)


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


def marks_data(given: ReportInput, marks: Iterable[Mark], grid: Grid | None) -> list[NamedMarkData]:
    """Each mark with the name of who made it; none at all where names are not shown."""
    if not shows_names(given):
        return []
    state = given.state
    return [
        {
            "name": participant_label(state, mark.participant),
            "x": mark.x,
            "y": mark.y,
            "where": _where(grid, mark.x, mark.y),
        }
        for mark in marks
        if mark.participant
    ]


def moves_data(
    given: ReportInput, arrows: Iterable[Arrow], grid: Grid | None
) -> list[NamedMoveData]:
    """Each movement with a name; none at all where names are not shown."""
    if not shows_names(given):
        return []
    state = given.state
    return [
        {
            "name": participant_label(state, arrow.participant),
            "from": [arrow.x0, arrow.y0],
            "to": [arrow.x1, arrow.y1],
            "from_where": _where(grid, arrow.x0, arrow.y0),
            "to_where": _where(grid, arrow.x1, arrow.y1),
        }
        for arrow in arrows
        if arrow.participant
    ]


def _where(grid: Grid | None, x: float, y: float) -> str:
    return where_label(grid, x, y) if grid is not None else ""


def _table(state: VisibleState, question: QuestionBase, round_: Round) -> NamesTableData | None:
    """People by items; None of a choice, which a list says better, and where nobody has a name."""
    kind = kind_of(question)
    made = names_table(state, question, round_)
    if made is None or kind in ("choice", "hands"):
        return None
    options = [option.id for option in options_of(question)]
    columns = [one for one in made.columns if one in options or made.is_answered(one)]
    unsaid = "0" if kind == "allocate" else ""
    rows: list[ItemAnswersData] = []
    for name, answers in made.rows:
        if answers is None:
            told = [_("passed"), *[""] * (len(columns) - 1)]
        elif options:
            told = [answers.get(column, unsaid) for column in columns]
        else:
            told = [
                answer_label(question, column, answers[column]) if column in answers else ""
                for column in columns
            ]
        rows.append({"name": name, "answers": told})
    return {"items": [item_label(question, column) for column in columns], "rows": rows}


def _item(item: ItemResult, question: QuestionBase, state: VisibleState, thin: str) -> ItemData:
    pair = pair_of(question, item.item)
    return {
        "item": item.item,
        "label": item_text(question, item.item),
        "left": safe(pair.left) if pair else "",
        "right": safe(pair.right) if pair else "",
        "answered": item.distribution.n,
        "distribution": _counts(item.distribution, question, state, item.item),
        "low": _named(item.low, question, item.item),
        "median": _named(item.median, question, item.item),
        "high": _named(item.high, question, item.item),
        "middle": item.middle,
        "agreement": item.agreement,
        "split": _camps(item.split, question, item.item),
        "text": words.item_verdict(item, question, state.policy, thin=thin),
    }


def item_text(question: QuestionBase, item: str) -> str:
    """An item as it stands alone: a pair with both of its statements."""
    pair = pair_of(question, item)
    return f"{safe(pair.left)} / {safe(pair.right)}" if pair else item_label(question, item)


def _named(category: str | None, question: QuestionBase, item: str) -> CategoryData | None:
    if category is None:
        return None
    return {"category": category, "label": answer_label(question, item, category)}


def _camps(split: Split | None, question: QuestionBase, item: str) -> CampsData | None:
    if split is None:
        return None
    low, high = (_named(camp, question, item) for camp in (split.low, split.high))
    return {"low": low, "high": high}


def _counts(
    of: Distribution | None, question: QuestionBase, state: VisibleState, item: str
) -> list[CountData]:
    if of is None:
        return []
    rows = zip(of.categories, of.counts, of.shares, strict=True)
    return [
        {
            "category": category,
            "label": answer_label(question, item, category, state.workshop),
            "count": count,
            "share": share,
        }
        for category, count, share in rows
    ]
