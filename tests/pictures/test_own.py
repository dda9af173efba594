"""One person's own answer as a picture: nothing of it is taken for a room's."""

from __future__ import annotations

import pytest
from support.rehearsed import ours

from mops_tui.model.packs.pack import AgendaEntry
from mops_tui.model.packs.workshop import Workshop, assemble
from mops_tui.model.results.results import Mark
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Ideas,
    Pass,
    Point,
    Positions,
    Ranking,
    Ratings,
)
from mops_tui.pictures.own import own_picture
from mops_tui.pictures.shapes import (
    BarsPicture,
    CurvePicture,
    GridPicture,
    MapPicture,
    Picture,
    ScalesPicture,
)
from mops_tui.tui.charts.dispatch import draw


def workshop(name: str) -> Workshop:
    return assemble((AgendaEntry(scenario=name),), ours().scenarios, id="w", title="W")


def picture(ref: str, ballot: Ballot, leaning: Mark | None = None) -> Picture | None:
    made = workshop(ref.partition("/")[0])
    question = made.question(ref)
    assert question is not None
    return own_picture(question, ballot, made, leaning)


def test_points_move_mops_and_one_choice_puts_it_into_its_room() -> None:
    poured = picture("org-placement/ten-points", Allocation(("it", "marketing"), (5, 5)))
    assert isinstance(poured, MapPicture)
    assert poured.mops is not None
    assert poured.mops.x == pytest.approx(0.5)
    chosen = picture("org-placement/spell", Choice("sales"))
    assert isinstance(chosen, MapPicture)
    assert chosen.mops is not None
    assert (chosen.mops.x, chosen.mops.y) == (0.5, 0.85)


def test_one_choice_without_a_map_is_told_in_words() -> None:
    assert picture("org-placement/today", Choice("at-it")) is None
    assert picture("org-placement/today", Pass()) is None
    assert picture("adoption-waves/help", Ideas(("More hands",))) is None


def test_waves_stand_where_they_were_put_and_others_are_left_out() -> None:
    made = picture("adoption-waves/waves", Positions(("ai-agents",), (12,)))
    assert isinstance(made, CurvePicture)
    assert [wave.x for wave in made.waves] == [0.12, None, None]


def test_ratings_and_pairs_are_rows_with_one_step_filled() -> None:
    made = picture("org-placement/needs", Ratings(("speed",), ("vital",)))
    assert isinstance(made, ScalesPicture)
    assert {row.id: row.median for row in made.rows}["speed"] == "vital"
    assert sum(slot.count for row in made.rows for slot in row.slots) == 1
    pairs = picture("org-placement/terms", Positions(("money",), (-2,)))
    assert isinstance(pairs, ScalesPicture)
    assert pairs.scale == "pair"
    text = draw(pairs, 72, 6).text()
    assert "Marketing's budget pays  ● ○ ○ ○ ○  Another budget pays" in text


def test_a_mark_on_the_grid_comes_from_where_the_answers_lean() -> None:
    made = picture("mops-personas/place-mops", Point(40, -30), Mark("me", -20, 50))
    assert isinstance(made, GridPicture)
    assert [mark.hollow for mark in made.marks] == [True, False]
    assert len(made.moves) == 1
    assert all(corner.count is None for corner in made.corners)


def test_an_order_is_told_by_its_places() -> None:
    order = ("scientists", "modernizers", "psychologists", "orchestrators")
    made = picture("mops-personas/need-more", Ranking(order))
    assert isinstance(made, BarsPicture)
    assert tuple(bar.id for bar in made.bars) == order
    assert "place 4" in draw(made, 72, 12).text()


@pytest.mark.parametrize(
    ("ref", "ballot"),
    [
        ("org-placement/ten-points", Allocation(("it",), (10,))),
        ("org-placement/spell", Choice("revops")),
        ("org-placement/needs", Ratings(("speed",), ("vital",))),
        ("org-placement/terms", Positions(("money",), (1,))),
        ("adoption-waves/waves", Positions(("ai-agents",), (100,))),
        ("mops-personas/place-mops", Point(0, 0)),
        ("change-readiness/weight", Allocation(("aim",), (10,))),
    ],
)
@pytest.mark.parametrize("size", [(110, 20), (60, 12), (40, 5), (8, 1)])
def test_it_is_drawn_in_any_size_and_says_nothing_of_a_room(
    ref: str, ballot: Ballot, size: tuple[int, int]
) -> None:
    made = picture(ref, ballot)
    assert made is not None
    text = draw(made, *size).text()
    for word in ("answered", "median", "nobody", "all of them"):
        assert word not in text
