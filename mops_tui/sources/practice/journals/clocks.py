"""Moments that a wrong clock has told, put where they belong.

Answers are read in the order in which they were written. A clock that was ahead, or behind, breaks
the order of their moments: those that most others contradict are wrong, and so is what is later
than now. The order of the answers is right all the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby, pairwise

SLACK = timedelta(seconds=60)
"""So much a clock may be set back without anything being wrong."""
_A_DAY = timedelta(days=1)
_LONG_AGO = timedelta(days=730)
_A_JUMP = timedelta(days=30)
"""Longer than that nobody pauses while a clock is wrong, likely; it was set once more."""


def put_right(moments: Sequence[datetime], now: datetime) -> tuple[datetime, ...]:
    """The same moments, none before the one that was written before it, and none after now.

    The first wrong one of several is taken to be a day after the last right one before it; the
    others come as long after each other as the wrong clock said, which was wrong by the same all
    that time. None is later than the next right one. So whoever practises daily loses no day, and
    weeks under a wrong clock stay weeks.

    Args:
        moments: In the order of writing.
        now: The time by the clock as it is.
    """
    in_order = all(timedelta(0) <= two - one < _LONG_AGO for one, two in pairwise(moments))
    if in_order and (not moments or moments[-1] <= now + SLACK):
        return tuple(moments)
    right = _right_ones(moments, now + SLACK)
    bounds = _bounds(moments, right, now)
    first = min(right, default=len(moments))
    placed = _leading_to(moments[first] if right else now - _A_DAY, moments[:first])
    for number in range(first, len(moments)):
        moment, last = moments[number], placed[-1] if placed else moments[number]
        if number in right:
            placed.append(max(moment, last))
            continue
        step = _A_DAY if number - 1 in right else _step(moments[number - 1], moment)
        placed.append(min(last + step, max(last, bounds[number])))
    return tuple(placed)


def _leading_to(at: datetime, moments: Sequence[datetime]) -> list[datetime]:
    """Wrong moments that no right one comes before, so that the last of them is `at`.

    That is the first right one: they may be of the same day. Where there is none at all it is a day
    ago: else the last answers would have been given today on every day.
    """
    placed = []
    for number in reversed(range(len(moments))):
        placed.append(at)
        if number:
            at -= _step(moments[number - 1], moments[number])
    return placed[::-1]


def _step(one: datetime, two: datetime) -> timedelta:
    """How long after each other two wrong moments were: a day, where the clock was set between."""
    step = two - one
    return step if timedelta(0) <= step < _A_JUMP else _A_DAY


def _bounds(moments: Sequence[datetime], right: frozenset[int], now: datetime) -> list[datetime]:
    """Of each moment, the next right one: it cannot have been later.

    After the last right one that is now.
    """
    bound = now
    bounds: list[datetime] = []
    for number in reversed(range(len(moments))):
        if number in right:
            bound = moments[number]
        bounds.append(bound)
    return bounds[::-1]


def _right_ones(moments: Sequence[datetime], latest: datetime) -> frozenset[int]:
    """Which moments to believe: the most days that contradict neither each other nor now.

    Then also what fits in between: an answer of a wrong clock may cut a day in two.
    """
    runs = _runs(moments, latest)
    chosen = _most_days([moments[run[0]].toordinal() for run in runs], latest.toordinal())
    right: set[int] = set()
    low = None
    for number, run in enumerate(runs):
        at = bisect_left(chosen, number)
        following = moments[runs[chosen[at]][0]] if at < len(chosen) else latest
        first, last = moments[run[0]], moments[run[-1]]
        fits = (low is None or low <= first) and timedelta(0) <= following - last < _LONG_AGO
        if fits or chosen[at : at + 1] == [number]:
            right.update(run)
            low = last
    return frozenset(right)


def _most_days(days: Sequence[int], today: int) -> list[int]:
    """The places of the days to believe: most of them, in a row that only grows.

    One day of long ago weighs nothing: a clock that has lost its battery tells such a one.
    """
    places = _longest_row(range(len(days)), days)
    near = _longest_row([n for n, day in enumerate(days) if today - day < _LONG_AGO.days], days)
    return near if len(near) >= len(places) - 1 else places


def _longest_row(places: Sequence[int], days: Sequence[int]) -> list[int]:
    """The longest row of places whose days only grow; of several, the one that begins last."""
    ends: list[int] = []  # of a row of each length, how early it begins at the latest, negated
    heads: list[int] = []
    after: dict[int, int | None] = {}
    for number in reversed(places):
        length = bisect_left(ends, -days[number])
        after[number] = heads[length - 1] if length else None
        ends[length : length + 1] = [-days[number]]
        heads[length : length + 1] = [number]
    row: list[int] = []
    at: int | None = heads[-1] if heads else None
    while at is not None:
        row.append(at)
        at = after[at]
    return row


def _runs(moments: Sequence[datetime], latest: datetime) -> list[range]:
    """The answers of one day that follow each other: they are believed together, or not."""
    run = 0
    named: list[tuple[int, int]] = []
    for number, moment in enumerate(moments):
        last = moments[number - 1] if number else moment
        run += moment < last or moment.date() != last.date()
        named.append((run, number))
    runs = []
    for _run, members in groupby(named, key=lambda one: one[0]):
        numbers = [number for _same, number in members]
        runs.append(range(numbers[0], numbers[-1] + 1))
    return [run for run in runs if moments[run[-1]] <= latest]
