"""The picture that stands for a scenario, and for a workshop."""

from __future__ import annotations

from support.results import Room

from mops_tui.pictures.highlights import scenario_highlight, workshop_highlight
from mops_tui.pictures.shapes import GridPicture, MapPicture

WHERE, PLACE, CMO = "demo/where", "demo/place", "demo/cmo"


def test_before_a_reveal_there_is_none() -> None:
    room = Room(3).open(WHERE).vote(WHERE, "p1", option="a")
    assert scenario_highlight(room.seen(), "demo") is None
    assert workshop_highlight(room.seen()) is None
    assert scenario_highlight(room.seen(), "nowhere") is None


def test_a_decision_rests_on_the_last_map_curve_or_grid() -> None:
    room = Room(3).round(WHERE, [{"option": "a"}] * 3).round(CMO, [{"option": "yes"}] * 3)
    found = scenario_highlight(room.seen(), "demo")
    assert found is not None
    assert found.title == "Where"
    assert isinstance(found.picture, MapPicture)


def test_bars_do_where_nothing_was_drawn() -> None:
    found = scenario_highlight(Room(3).round(CMO, [{"option": "yes"}] * 3).seen(), "demo")
    assert found is not None
    assert found.title == "CMO"


def test_a_workshop_is_its_grid_as_soon_as_somebody_has_a_mark_on_it() -> None:
    room = Room(3).round(WHERE, [{"option": "a"}] * 3)
    first = workshop_highlight(room.seen())
    room.round(PLACE, [{"x": 40, "y": -20}] * 3)
    then = workshop_highlight(room.seen())
    assert first is not None
    assert first.title == "Where"
    assert then is not None
    assert then.title == "The MOPS grid"
    assert isinstance(then.picture, GridPicture)
