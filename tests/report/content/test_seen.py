"""What a reader who was not there sees of a round is what may be told, and all of it."""

from __future__ import annotations

from support.results import Room

from mops_tui.model.results.withheld import OTHERS
from mops_tui.pictures.shapes import BarsPicture
from mops_tui.report import ReportInput
from mops_tui.report.content.seen import seen_picture, seen_result


def test_a_ranking_for_the_public_shows_how_often_each_came_first_and_the_rest() -> None:
    ballots = [{"options": order} for order in [("a", "b", "c")] * 24 + [("b", "c", "a")] * 6]
    ballots[-1] = {"options": ("c", "a", "b")}
    room = Room(30).round("demo/order", ballots)
    given = ReportInput(room.header, room.seen("public"), audience="public")
    outcome = seen_result(given, "demo/order")
    assert outcome is not None
    picture = seen_picture(given, outcome)
    assert isinstance(picture, BarsPicture)
    assert picture.unit == "votes"
    shown = [(bar.id, bar.count, round(bar.share, 2), bar.lead) for bar in picture.bars]
    assert shown == [("a", 24, 0.8, True), (OTHERS, 6, 0.2, False)]
