"""The adoption curve: Moore's bell with its gap, and the waves where the room puts them."""

from __future__ import annotations

from math import exp
from string import ascii_uppercase

from mops_tui.model.packs.answers import STAGES, Item, Pair
from mops_tui.model.packs.questions import QuestionBase, items_of
from mops_tui.model.results.results import ItemResult, Result
from mops_tui.pictures.bars import turnout_of
from mops_tui.pictures.shapes import CurvePicture, StageBand, Wave

PEAK = 0.62
"""Where the curve is highest: between the early and the late majority."""
WIDTH = 0.235
"""How wide the bell is: one standard deviation, in unit coordinates."""
GAP = "chasm"
"""The stage that has no curve over it."""


def bell(x: float) -> float:
    """The height of the adoption curve at a place from 0 to 1: 1 at its peak."""
    return exp(-0.5 * ((x - PEAK) / WIDTH) ** 2)


def stage_bands() -> tuple[StageBand, ...]:
    """The stages as stretches of the unit axis."""
    start = 0.0
    bands = []
    for stage in STAGES:
        end = min(stage.end, 100) / 100
        bands.append(StageBand(stage.id, start, end, stage.id == GAP))
        start = end
    return tuple(bands)


def letters(items: tuple[Item | Pair, ...]) -> dict[str, str]:
    """One letter for each item: the pack's own where it is free, else the next that is."""
    wanted = {i.id: (i.letter or "").upper() for i in items if isinstance(i, Item)}
    letter_of: dict[str, str] = {}
    taken: set[str] = set()
    for key, letter in wanted.items():
        if letter and letter not in taken:
            letter_of[key] = letter
            taken.add(letter)
    free = iter([c for c in ascii_uppercase + "0123456789" if c not in taken])
    for item in items:
        if item.id not in letter_of:
            # Past 36 waves, letters run out: the rest share one sign.
            letter_of[item.id] = next(free, "*")
    return letter_of


def curve_picture(
    question: QuestionBase, result: Result, previous: Result | None = None
) -> CurvePicture:
    """Each wave at the median of the room's positions; where only called votes place it, mid-stage.

    Args:
        question: The question, with the waves that the room added.
        result: The round to show.
        previous: The round before: where each wave comes from.
    """
    results = {item.item: item for item in result.items}
    earlier = {item.item: item for item in previous.items} if previous else {}
    items = items_of(question)
    signs = letters(items)
    waves = tuple(
        _wave(item.id, signs[item.id], item.label, results.get(item.id), earlier.get(item.id))
        for item in items
    )
    return CurvePicture(stage_bands(), waves, turnout_of(result))


def _wave(
    key: str, letter: str, label: str, item: ItemResult | None, earlier: ItemResult | None
) -> Wave:
    x = _median_position(item)
    if item is None or x is None:
        n = 0 if item is None else item.distribution.total
        return Wave(key, letter, label, None, 1.0, n=n)
    dots = tuple(position / 100 for position in item.positions)
    return Wave(
        id=key,
        letter=letter,
        label=label,
        x=x,
        y=1 - bell(x),
        low=_quartile(item, 0),
        high=_quartile(item, 1),
        dots=dots,
        before=_median_position(earlier),
        n=item.distribution.total,
        split=item.split is not None,
    )


def _median_position(item: ItemResult | None) -> float | None:
    """The median position of the ballots, or the middle of the median stage of the called votes."""
    if item is None:
        return None
    if item.middle is not None:
        return item.middle / 100
    return _stage_middle(item.median)


def _quartile(item: ItemResult, end: int) -> float | None:
    """An end of the middle half: of the ballots' positions, or mid-stage where only calls count."""
    if item.middle_half is not None:
        return item.middle_half[end] / 100
    return _stage_middle((item.low, item.high)[end])


def _stage_middle(stage: str | None) -> float | None:
    band = next((band for band in stage_bands() if band.id == stage), None)
    return (band.start + band.end) / 2 if band else None
