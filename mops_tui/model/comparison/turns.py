"""Outcomes that turned between two sessions, although too little moved for a headline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mops_tui.model.comparison.comparison import Comparison
from mops_tui.model.comparison.headlines import (
    HEADLINES,
    LEAST_ANSWERS,
    LEAST_SHARE,
    most_changed,
)
from mops_tui.model.comparison.matched import FirmMove, MatchedQuestion, Row
from mops_tui.model.results.consensus import nearly_even
from mops_tui.model.results.marks import near_lines
from mops_tui.model.results.results import Result

TurnKind = Literal["won", "lost", "lead", "share"]

_ROUNDING = 1e-9


@dataclass(frozen=True)
class Turn:
    """A question on which the outcome is another one, or a share moved far.

    Attributes:
        matched: The question.
        kind: "won" and "lost" are a majority's, "lead" says that others are in the lead; "share"
            that an answer has `LEAST_SHARE` more or less.
        leaders: The rows in the lead then, and those in the lead now; empty for "share".
        row: The row that moved most.
        move: Then and now: there is none without enough behind both.
        sure: The answers of `LEAST_ANSWERS` people or more would have to be others.
    """

    matched: MatchedQuestion
    kind: TurnKind
    leaders: tuple[tuple[Row, ...], tuple[Row, ...]]
    row: Row
    move: FirmMove
    sure: bool


def turns(comparison: Comparison) -> tuple[Turn, ...]:
    """The questions whose outcome turned and that make no headline, the furthest moved first.

    Nothing is told of figures that are short of something: see `FirmMove`. Shares that moved
    without another outcome fill up what the headlines leave.
    """
    headed = {one.matched.ref for one in most_changed(comparison)}
    found = [
        turn
        for one in comparison.questions
        if one.ref not in headed and (turn := _turn(comparison, one)) is not None
    ]
    found.sort(key=lambda turn: -turn.move.step)
    outcomes = [turn for turn in found if turn.kind != "share"][:HEADLINES]
    shares = [turn for turn in found if turn.kind == "share"]
    return (*outcomes, *shares[: max(0, HEADLINES - len(headed) - len(outcomes))])


def _turn(comparison: Comparison, matched: MatchedQuestion) -> Turn | None:
    if any(_by_a_hair(matched.results[end]) for end in (0, -1)):
        return None
    moves = [(row, row.move) for row in matched.rows]
    firm = [(row, move) for row, move in moves if move is not None]
    if not firm:
        return None
    row, move = max(firm, key=lambda each: (each[1].step, each[1].change))
    sure = matched.answers + _ROUNDING >= LEAST_ANSWERS
    shares = [each for each in matched.rows if each.unit == "share"]
    whole = shares and all(each.short is None for each in shares)
    if whole:
        points = matched.kind == "allocate"
        leaders = _leaders(shares, 0, points=points), _leaders(shares, -1, points=points)
        kind = _majority(comparison, matched)
        if not kind and all(leaders) and leaders[0] != leaders[1]:
            kind = "lead"
        moved = [each for each in firm if each[0].unit == "share"]
        if kind and moved:
            of_outcome = max(moved, key=lambda each: (each[1].step, each[1].change))
            return Turn(matched, kind, leaders, *of_outcome, sure)
    if move.step + _ROUNDING < LEAST_SHARE:
        return None
    return Turn(matched, "share", ((), ()), row, move, sure)


def _by_a_hair(outcome: Result) -> bool:
    """Whether a small step of half of the marks would change their corners."""
    return near_lines([(mark.x, mark.y) for mark in outcome.marks], outcome.n) > 0


def _leaders(rows: Sequence[Row], end: int, *, points: bool) -> tuple[Row, ...]:
    """The rows in the lead; of points that are poured nearly evenly none is."""
    values = [figure.value or 0.0 if (figure := row.figures[end]) else 0.0 for row in rows]
    if points and nearly_even([figure.count for row in rows if (figure := row.figures[end])]):
        return ()
    return tuple(row for row, value in zip(rows, values, strict=True) if value == max(values) > 0)


def _majority(comparison: Comparison, matched: MatchedQuestion) -> TurnKind | None:
    """Whether a majority was won or lost, by one threshold for both."""
    ends = (matched.sessions[0], matched.sessions[-1])
    if len({comparison.sessions[index].state.policy.majority for index in ends}) > 1:
        return None
    if not matched.verdicts:
        return None
    then, now = matched.verdicts[0], matched.verdicts[-1]
    if then.code == now.code or "majority" not in (then.code, now.code):
        return None
    return "won" if now.code == "majority" else "lost"
