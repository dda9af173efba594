"""The results as a table: a row for each answer of each round, with the figures beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mops_tui.model.packs.questions import kind_of
from mops_tui.model.results.results import AxisResult, Distribution, ItemResult, Result
from mops_tui.report.input import ReportInput
from mops_tui.report.rounds import item_text
from mops_tui.report.sheets.asked import ASKED_COLUMNS, AskedRound, answer_cell, asked_rounds
from mops_tui.report.sheets.cells import Cell, csv_text
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import answer_label, item_label

RESULT_COLUMNS = (
    *ASKED_COLUMNS,
    "present",
    "ballots",
    "called",
    "passed",
    "answered",
    "quorum",
    "quorate",
    "verdict",
    "stability",
    "item",
    "item_text",
    "answer",
    "answer_text",
    "unit",
    "count",
    "share",
    "low",
    "median",
    "high",
    "agreement",
    "split",
    "withheld",
)
"""The first row. What another program reads is in no language."""


class ResultPart(NamedTuple):
    """One answer of a round, with what its item or axis adds up to.

    Attributes:
        unit: What is counted: "votes", "points", "first places", "marks" or "ideas".
        low: The lower quartile: an answer, or a place on an axis; likewise median and high.
    """

    item: str
    answer: str
    unit: str
    n: int
    share: float | None = None
    low: Cell = None
    median: Cell = None
    high: Cell = None
    agreement: float | None = None
    split: bool | None = None
    text: str = ""


def results_csv(given: ReportInput) -> str:
    """What every revealed round came to, as a table."""
    return csv_text(RESULT_COLUMNS, _rows(given))


def _rows(given: ReportInput) -> Iterator[tuple[Cell, ...]]:
    for asked in asked_rounds(given):
        first = (*asked.cells(given), *_of_round(asked.outcome))
        parts = tuple(_parts(asked))
        for part in parts:
            yield (*first, *_cells(given, asked, part), asked.outcome.withheld)
        if asked.outcome.withheld and not parts:  # that it was asked, and why no more is told
            empty = (None,) * (len(RESULT_COLUMNS) - len(first) - 1)
            yield (*first, *empty, asked.outcome.withheld)


def _of_round(outcome: Result) -> tuple[Cell, ...]:
    told = not outcome.outside
    return (
        outcome.present if told else None,
        outcome.ballots if told else None,
        outcome.called if told else None,
        outcome.passes if told else None,
        outcome.n if told or outcome.n else None,
        outcome.quorum,
        outcome.quorate,
        outcome.verdict.code,
        outcome.stability,
    )


def _parts(asked: AskedRound) -> Iterator[ResultPart]:
    outcome = asked.outcome
    if outcome.distribution is not None:
        units = {"allocate": "points", "rank": "first places"}
        unit = units.get(outcome.kind, "votes")
        medians = dict(outcome.ranks)
        for option, count, share in _shares(outcome.distribution):
            yield ResultPart("", option, unit, count, share, median=medians.get(option))
    for item in outcome.items:
        yield from _of_item(asked, item)
    yield from _of_corners(outcome)
    for axis in outcome.axes:
        yield _of_axis(axis)
    for idea in outcome.ideas:
        yield ResultPart("", "", "ideas", 1, text=idea)


def _shares(of: Distribution) -> Iterator[tuple[str, int, float]]:
    return zip(of.categories, of.counts, of.shares, strict=True)


def _of_item(asked: AskedRound, item: ItemResult) -> Iterator[ResultPart]:
    quartiles = (item.low, item.median, item.high)
    low, median, high = (
        None if one is None else answer_cell(asked.question, one) for one in quartiles
    )
    is_split = item.split is not None if item.distribution.n else None
    for answer, count, share in _shares(item.distribution):
        yield ResultPart(
            item.item, answer, "votes", count, share, low, median, high, item.agreement, is_split
        )


def _of_corners(outcome: Result) -> Iterator[ResultPart]:
    """The votes by corner, and those on a line between two, which are in none."""
    total = sum(count for _name, count in outcome.quadrants) + outcome.on_axes
    for name, count in outcome.quadrants:
        yield ResultPart("", name, "votes", count, count / total if total else 0.0)
    if outcome.on_axes:
        share = outcome.on_axes / total
        yield ResultPart("", "", "votes", outcome.on_axes, share, text=_("in no corner"))


def _of_axis(axis: AxisResult) -> ResultPart:
    return ResultPart(
        axis.axis,
        "",
        "marks",
        axis.n,
        None,
        axis.low,
        axis.median,
        axis.high,
        axis.agreement,
        axis.split is not None if axis.n else None,
    )


def _cells(given: ReportInput, asked: AskedRound, part: ResultPart) -> tuple[Cell, ...]:
    workshop, question = given.state.workshop, asked.question
    item = ""
    if part.item:
        pairs = kind_of(question) == "pairs"
        item = (
            item_text(question, part.item) if pairs else item_label(question, part.item, workshop)
        )
    answer = part.text
    if part.answer:
        answer = answer_label(question, part.item, part.answer, workshop)
    return (
        part.item,
        item,
        answer_cell(question, part.answer),
        answer,
        part.unit,
        part.n,
        part.share,
        part.low,
        part.median,
        part.high,
        part.agreement,
        part.split,
    )
