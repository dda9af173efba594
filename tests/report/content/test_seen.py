"""What a reader who was not there sees of a round is what may be told, and all of it."""

from __future__ import annotations

from support.results import Room, choices

from mops_tui.model.results.withheld import OTHERS
from mops_tui.model.session import events as ev
from mops_tui.pictures.shapes import BarsPicture
from mops_tui.report import ReportInput
from mops_tui.report.content.content import report_content
from mops_tui.report.content.seen import seen_departure, seen_picture, seen_result
from mops_tui.report.report_document import report_markdown
from mops_tui.report.svg.draw import pictures_of


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


def test_of_a_vote_under_the_quorum_others_read_that_and_no_figure() -> None:
    room = Room(9).round("demo/where", choices("aaaaaaaaa"))
    room.round("demo/where", choices("bbbbbbb"), 2)  # seven of nine: too few for 80 %
    room.add(ev.DecisionRecorded(decision="d1", scenario="demo", what="We sit in Beta"))
    given = ReportInput(room.header, room.seen("public"), audience="public")
    outcome = seen_result(given, "demo/where")
    assert outcome is not None
    assert (outcome.withheld, outcome.n) == ("quorum", 0)
    (decision,) = given.state.decisions.values()
    assert seen_departure(given, decision) == "too few of those present voted"
    assert [one.key for one in pictures_of(report_content(given))] == ["demo-where-1"]
    told = report_markdown(given)
    assert "Nobody has answered" not in told
    assert "9 people answered each question but those on which too few voted." in told


def test_a_vote_that_nobody_may_learn_of_is_not_called_unanswered() -> None:
    room = Room(9).round("demo/where", choices("aaaa-----"))
    given = ReportInput(room.header, room.seen("public"), audience="public")
    told = report_markdown(given)
    assert "fewer than five people answered" in told
    assert "Nobody has answered" not in told
    assert "nobody answered" not in told
