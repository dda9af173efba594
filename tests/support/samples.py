"""Rooms and results by hand, for pictures: what a tally would make, without one."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from typing import Any

from support.packs import KEPT

from mops_tui.model.packs.answers import PAIR_POSITIONS, STAGES, stage_of
from mops_tui.model.packs.pack import Grid, Scenario
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of, kind_of, options_of
from mops_tui.model.results.consensus import of_values
from mops_tui.model.results.results import (
    Arrow,
    AxisResult,
    Distribution,
    GridSummary,
    ItemResult,
    Mark,
    Result,
    Split,
    Verdict,
)


@cache
def scenario(name: str) -> Scenario:
    """One of the kept scenarios."""
    return Scenario.model_validate(tomllib.loads((KEPT / f"{name}.toml").read_text("utf-8")))


def question(ref: str) -> QuestionBase:
    """One question of the kept scenarios: `scenario/question`."""
    name, _, key = ref.partition("/")
    named = scenario(name).question(key)
    assert named is not None, ref
    return named


def first(name: str, kind: str, picture: str = "") -> Any:
    """The first question of a kind, and of a picture, in a scenario."""
    return next(
        q
        for q in scenario(name).questions
        if kind_of(q) == kind and (not picture or q.picture == picture)
    )


def result(kind: str, *, n: int = 9, called: int = 0, round: int = 1, **fields: Any) -> Result:
    """A result with its bookkeeping filled in."""
    return Result(
        ref="s/q",
        kind=kind,
        round=round,
        ballots=n - called,
        passes=0,
        called=called,
        present=n,
        quorum=1.0 if n else None,
        quorate=n > 0,
        verdict=Verdict("none"),
        **fields,
    )


def spread(q: QuestionBase, counts: list[int], **fields: Any) -> Result:
    """The result of a choice, a show of hands, or points."""
    ids = tuple(option.id for option in options_of(q))[: len(counts)]
    people = sum(counts) // (10 if kind_of(q) == "allocate" else 1)
    n = int(fields.pop("n", people))
    return result(kind_of(q), n=n, distribution=Distribution(ids, tuple(counts), n), **fields)


def quantile(categories: tuple[str, ...], counts: tuple[int, ...], share: float) -> str | None:
    """A type 1 quantile over ordered categories."""
    total, running = sum(counts), 0
    for category, count in zip(categories, counts, strict=True):
        running += count
        if total and running >= share * total:
            return category
    return None


def item(
    key: str,
    categories: tuple[str, ...],
    counts: tuple[int, ...],
    *,
    positions: tuple[int, ...] = (),
    split: bool = False,
) -> ItemResult:
    """The result of one item."""
    places = of_values(positions)
    return ItemResult(
        item=key,
        distribution=Distribution(categories, counts, sum(counts)),
        low=quantile(categories, counts, 0.25),
        median=quantile(categories, counts, 0.5),
        high=quantile(categories, counts, 0.75),
        agreement=None,
        split=Split(categories[0], categories[-1]) if split else None,
        positions=tuple(sorted(positions)),
        middle=places.median,
        middle_half=(places.low, places.high)
        if places.low is not None and places.high is not None
        else None,
    )


def rated(q: QuestionBase, n: int = 9, seed: int = 1) -> Result:
    """A room's ratings, each item another mixture."""
    assert isinstance(q, RateQuestion)
    dice = random.Random(seed)
    levels = tuple(level.id for level in q.scale)
    items = []
    for one in q.items:
        weights = [dice.random() ** 2 + 0.05 for _ in levels]
        votes = dice.choices(levels, weights, k=n)
        items.append(item(one.id, levels, tuple(votes.count(level) for level in levels)))
    return result("rate", n=n, items=tuple(items))


def paired(q: QuestionBase, n: int = 9, seed: int = 2) -> Result:
    """A room between two statements; the third pair is split."""
    dice = random.Random(seed)
    steps = tuple(str(position) for position in PAIR_POSITIONS)
    items = []
    for index, one in enumerate(items_of(q)):
        middle = dice.uniform(-1.6, 1.6)
        votes = [max(-2, min(2, round(dice.gauss(middle, 0.9)))) for _ in range(n)]
        split = index == 2
        if split:
            votes = [-2 if i < n // 2 else 2 for i in range(n)]
        counts = tuple(votes.count(position) for position in PAIR_POSITIONS)
        items.append(item(one.id, steps, counts, positions=tuple(votes), split=split))
    return result("pairs", n=n, items=tuple(items))


def waved(q: QuestionBase, votes: list[list[int]], round: int = 1) -> Result:
    """A room's positions on the adoption curve, wave by wave."""
    stages = tuple(stage.id for stage in STAGES)
    items = []
    for one, positions in zip(items_of(q), votes, strict=False):
        reached = [stage_of(position) for position in positions]
        counts = tuple(reached.count(stage) for stage in stages)
        items.append(item(one.id, stages, counts, positions=tuple(positions)))
    n = max((len(positions) for positions in votes), default=0)
    return result("curve", n=n, round=round, items=tuple(items))


def mops_grid() -> Grid:
    """The product's own grid."""
    return next(grid for grid in scenario("mops-personas").grids if grid.id == "mops")


def axis(name: str, values: list[float], *, split: bool = False) -> AxisResult:
    """One axis over some values (type 7 quartiles)."""
    ordered = sorted(values)

    def at(share: float) -> float | None:
        if not ordered:
            return None
        place = share * (len(ordered) - 1)
        low = int(place)
        high = min(low + 1, len(ordered) - 1)
        return ordered[low] + (ordered[high] - ordered[low]) * (place - low)

    camps = Split("0", "4") if split else None
    return AxisResult(name, len(values), at(0.25), at(0.5), at(0.75), None, camps)


def summary(
    placed: list[tuple[str, float, float]],
    leaning: list[tuple[str, float, float]] | None = None,
    *,
    called: tuple[int, int, int, int] = (0, 0, 0, 0),
    before: list[tuple[str, float, float]] | None = None,
    split_x: bool = False,
    split_y: bool = False,
) -> GridSummary:
    """A grid's summary over some marks."""
    grid = mops_grid()
    people = placed or leaning or []
    shares = []
    for index, quadrant in enumerate(grid.quadrants):
        right, top = (1 if index % 2 else -1), (1 if index < 2 else -1)
        parts = [(1 + right * x / 100) * (1 + top * y / 100) / 4 for _, x, y in people]
        shares.append((quadrant.id, sum(parts) / len(parts) if parts else 0.0))
    old = {key: (x, y) for key, x, y in before or []}
    return GridSummary(
        grid="mops",
        ref="mops-personas/place",
        round=2 if before else 1,
        placed=tuple(Mark(*mark) for mark in placed),
        leaning=tuple(Mark(*mark) for mark in leaning or []),
        axes=(
            axis("x", [x for _, x, _ in people], split=split_x),
            axis("y", [y for _, _, y in people], split=split_y),
        ),
        shares=tuple(shares),
        called=tuple((q.id, n) for q, n in zip(grid.quadrants, called, strict=True)),
        arrows=tuple(
            Arrow(key, *old[key], x, y) for key, x, y in placed if old.get(key, (x, y)) != (x, y)
        ),
        roles=(),
        leanings=(),
    )


def placed(
    people: list[tuple[str, float, float]], *, before: list[tuple[str, float, float]] | None = None
) -> Result:
    """One round of a grid question over some marks; the second one where there was one before."""
    of = summary(people, before=before)
    counts = dict.fromkeys((q.id for q in mops_grid().quadrants), 0)
    for _key, x, y in people:
        quadrant = mops_grid().quadrant_at(x, y)
        if quadrant is not None:
            counts[quadrant.id] += 1
    return result(
        "grid",
        n=len(people),
        round=of.round,
        axes=of.axes,
        marks=of.placed,
        arrows=of.arrows,
        quadrants=tuple(counts.items()),
        called_quadrants=tuple((key, 0) for key in counts),
        on_axes=len(people) - sum(counts.values()),
    )


def crowd(n: int, seed: int = 3) -> list[tuple[str, float, float]]:
    """Many people, in two clouds."""
    dice = random.Random(seed)
    people = []
    for index in range(n):
        x, y = (-35, 40) if index % 3 else (45, -20)
        people.append((f"p{index}", _clip(dice.gauss(x, 28)), _clip(dice.gauss(y, 30))))
    return people


def _clip(value: float) -> float:
    return float(max(-100, min(100, round(value))))


PEOPLE = [
    ("MD", -62.0, 78.0),
    ("SL", 35.0, 62.0),
    ("IT", -45.0, -15.0),
    ("AN", 18.0, -34.0),
    ("JP", -20.0, 22.0),
    ("KO", -8.0, 30.0),
    ("RB", 60.0, 12.0),
    ("TS", -30.0, 5.0),
    ("VM", -12.0, -60.0),
]
EARLIER = [
    ("MD", -80.0, 20.0),
    ("SL", 70.0, 80.0),
    ("IT", -85.0, -60.0),
    ("AN", 60.0, -70.0),
    ("JP", -20.0, 22.0),
    ("KO", 30.0, 60.0),
]
LEANING = [("MD", -40.0, 40.0), ("SL", 20.0, 20.0), ("RB", 72.0, -44.0), ("TS", -70.0, -30.0)]
NAMES = {key: key for key, _, _ in PEOPLE}
