"""The office map: where the points put the MOps room.

MOps stands in the weighted centroid of the rooms: with p_i the place of option i and s_i its
share, it is at sum(s_i p_i) / sum(s_i) over the options that have a place. All points on one room
put it into that room; equal points put it in the middle of them all. Options that the room added
have no place and do not pull. Too few answers to speak for the room move nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from mops_tui.model.packs.answers import Option
from mops_tui.model.packs.questions import QuestionBase, options_of
from mops_tui.model.results.enough import round_shortfall
from mops_tui.model.results.results import Result
from mops_tui.pictures.bars import bars_picture
from mops_tui.pictures.shapes import Bar, BarsPicture, MapPicture, OfficeRoom, Turnout, UnitPoint


def map_picture(
    question: QuestionBase, result: Result, previous: Result | None = None
) -> MapPicture:
    """The office map of a round: the rooms with their shares, and where they pull MOps.

    Args:
        question: A question whose options have places.
        result: The round to show.
        previous: The round before: where MOps comes from.
    """
    bars = bars_picture(question, result)
    if not isinstance(bars, BarsPicture):
        return MapPicture("votes", (), (), None, None, Turnout())
    places = {option.id: option.place for option in options_of(question) if option.place}
    rooms = tuple(
        OfficeRoom(bar.id, bar.label, place.x / 100, place.y / 100, bar.count, bar.share, bar.lead)
        for bar in bars.bars
        if (place := places.get(bar.id)) is not None
    )
    elsewhere: tuple[Bar, ...] = tuple(bar for bar in bars.bars if bar.id not in places)
    return MapPicture(
        unit=bars.unit,
        rooms=rooms,
        elsewhere=elsewhere,
        mops=mops_place(options_of(question), result),
        before=mops_place(options_of(question), previous),
        turnout=bars.turnout,
    )


def mops_place(options: tuple[Option, ...], result: Result | None) -> UnitPoint | None:
    """Where the points put MOps, in unit coordinates.

    Returns:
        None where no room has any points, or too few answered to speak for the room.
    """
    if result is None or result.distribution is None or round_shortfall(result) is not None:
        return None
    spread = result.distribution
    shares = dict(zip(spread.categories, spread.shares, strict=False))
    return pulled_to(options, shares)


def pulled_to(options: tuple[Option, ...], shares: Mapping[str, float]) -> UnitPoint | None:
    """The centroid of the rooms, each as heavy as its share; None where no room has any."""
    placed = [(shares.get(o.id, 0.0), o.place) for o in options if o.place is not None]
    weight = sum(share for share, _ in placed)
    if weight <= 0:
        return None
    x = sum(share * place.x for share, place in placed) / weight / 100
    y = sum(share * place.y for share, place in placed) / weight / 100
    return UnitPoint(x, y)
