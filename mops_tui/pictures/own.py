"""One person's own answer as a picture: the map, the curve, the scales or the grid of a question.

Of a room nothing is drawn on fewer than three answers. Here the answer is one's own, and drawn as
what it is: nobody takes it for a room's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mops_tui.model.packs.answers import PAIR_POSITIONS, Pair
from mops_tui.model.packs.questions import (
    GridQuestion,
    QuestionBase,
    RateQuestion,
    items_of,
    kind_of,
    options_of,
)
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.results import Mark
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Point,
    Positions,
    Ranking,
    Ratings,
    categories_of,
)
from mops_tui.pictures.curve import bell, letters, stage_bands
from mops_tui.pictures.grid import corners_of, unit_x, unit_y
from mops_tui.pictures.map import pulled_to
from mops_tui.pictures.shapes import (
    Bar,
    BarsPicture,
    CurvePicture,
    GridMark,
    GridMove,
    GridPicture,
    MapPicture,
    OfficeRoom,
    Picture,
    ScaleRow,
    ScalesPicture,
    ScaleStep,
    StepCount,
    Turnout,
    UnitPoint,
    Wave,
)

OWN = Turnout(n=1, own=True)


def own_picture(
    question: QuestionBase, ballot: Ballot, workshop: Workshop, leaning: Mark | None = None
) -> Picture | None:
    """An answer as its question's picture; None where words say all of it.

    Args:
        question: The question, as it stands.
        ballot: The answer.
        workshop: Where a grid is found.
        leaning: For a grid: where the other answers lean on it.
    """
    if isinstance(ballot, Choice | Allocation) and options_of(question):
        return _of_options(question, _counts(ballot))
    if isinstance(ballot, Ranking):
        return _ranks(question, ballot)
    if isinstance(ballot, Positions) and kind_of(question) == "curve":
        return _curve(question, ballot)
    if isinstance(ballot, Ratings | Positions):
        return _scales(question, ballot)
    if isinstance(ballot, Point) and isinstance(question, GridQuestion):
        return _grid(question, ballot, workshop, leaning)
    return None


def _counts(ballot: Choice | Allocation) -> dict[str, int]:
    if isinstance(ballot, Choice):
        return {ballot.option: 1}
    return dict(zip(ballot.options, ballot.points, strict=True))


def _of_options(question: QuestionBase, counts: Mapping[str, int]) -> Picture | None:
    """The map, or bars of points; one choice of several is said in words."""
    total, most = sum(counts.values()), max(counts.values(), default=0)
    poured = kind_of(question) == "allocate"
    if not total:
        return None
    bars = tuple(
        Bar(
            id=option.id,
            label=option.label,
            count=(count := counts.get(option.id, 0)),
            share=count / total,
            length=count / total,
            lead=count == most > 0,
        )
        for option in options_of(question)
    )
    options = options_of(question)
    mops = pulled_to(options, {bar.id: bar.share for bar in bars})
    if question.picture != "map" or mops is None:
        return BarsPicture("points", bars, total, OWN) if poured else None
    places = {option.id: option.place for option in options if option.place}
    rooms = tuple(
        OfficeRoom(bar.id, bar.label, place.x / 100, place.y / 100, bar.count, bar.share, bar.lead)
        for bar in bars
        if (place := places.get(bar.id)) is not None
    )
    elsewhere = tuple(bar for bar in bars if bar.id not in places)
    return MapPicture("points" if poured else "votes", rooms, elsewhere, mops, None, OWN)


def _ranks(question: QuestionBase, ballot: Ranking) -> BarsPicture:
    names = {option.id: option.label for option in options_of(question)}
    size = len(ballot.options)
    bars = tuple(
        Bar(
            id=one,
            label=names.get(one, one),
            count=int(place == 1),
            share=float(place == 1),
            length=(size + 1 - place) / size,
            rank=place,
            lead=place == 1,
        )
        for place, one in enumerate(ballot.options, start=1)
    )
    return BarsPicture("ranks", bars, 1, OWN)


def _scales(question: QuestionBase, ballot: Ratings | Positions) -> ScalesPicture | None:
    levels = isinstance(question, RateQuestion)
    steps = (
        tuple(ScaleStep(level.id, level.label) for level in question.scale)
        if isinstance(question, RateQuestion)
        else tuple(ScaleStep(str(position)) for position in PAIR_POSITIONS)
    )
    given = categories_of(kind_of(question), ballot)
    rows = []
    for item in items_of(question):
        at = given.get(item.id)
        slots = tuple(StepCount(step.id, step.id == at, float(step.id == at)) for step in steps)
        left, names = (item.left, item.names) if isinstance(item, Pair) else ("", None)
        known = at is not None
        rows.append(ScaleRow(item.id, item.label, slots, int(known), left, at, at, at, names=names))
    return ScalesPicture("levels" if levels else "pair", steps, tuple(rows), OWN)


def _curve(question: QuestionBase, ballot: Positions) -> CurvePicture:
    places = dict(zip(ballot.items, ballot.positions, strict=True))
    items = items_of(question)
    signs = letters(items)
    waves = []
    for item in items:
        if (at := places.get(item.id)) is None:
            waves.append(Wave(item.id, signs[item.id], item.label, None, 1.0))
            continue
        x = at / 100
        waves.append(Wave(item.id, signs[item.id], item.label, x, 1 - bell(x), x, x, n=1))
    return CurvePicture(stage_bands(), tuple(waves), OWN)


def _grid(
    question: GridQuestion, ballot: Point, workshop: Workshop, leaning: Mark | None
) -> GridPicture | None:
    grid = workshop.grid(question.grid)
    if grid is None:
        return None
    mark = GridMark("", "", unit_x(ballot.x), unit_y(ballot.y))
    picture = GridPicture(
        x_low=grid.x.low,
        x_high=grid.x.high,
        y_low=grid.y.low,
        y_high=grid.y.high,
        corners=corners_of(grid),
        marks=(mark,),
        moves=(),
        turnout=OWN,
        way="leaning",
    )
    if leaning is None:
        return picture
    hollow = GridMark("", "", unit_x(leaning.x), unit_y(leaning.y), hollow=True)
    move = GridMove("", UnitPoint(hollow.x, hollow.y), UnitPoint(mark.x, mark.y))
    return replace(picture, marks=(hollow, mark), moves=(move,))
