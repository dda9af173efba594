"""What a native chart draws of a picture."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.decks import bars, cells, grid

from mops_tui.pictures.shapes import (
    BarsPicture,
    MapPicture,
    OfficeRoom,
    Picture,
    ScaleRow,
    ScalesPicture,
    ScaleStep,
    StepCount,
    Turnout,
)
from mops_tui.report.slides.parts import ChartSeries
from mops_tui.report.slides.tables import MOST_BARS, MOST_ROWS, chart_table


def test_one_vote_is_counted_and_its_leader_marked() -> None:
    table = chart_table(bars(("A", "B", "C")))
    assert table is not None
    assert table.categories == ("A", "B", "C")
    assert table.series == (ChartSeries("Votes", (0, 1, 2)),)
    assert (table.unit, table.lead) == ("", frozenset({1}))


def test_two_votes_stand_beside_each_other_as_shares_with_the_counts_of_the_last() -> None:
    table = chart_table(bars(("A", "B"), before=True))
    assert table is not None
    assert table.categories == ("A (0)", "B (1)")
    assert table.series == (ChartSeries("Round 2", (10, 10)), ChartSeries("Round 1", (20, 20)))
    assert table.unit == "%"


def test_what_others_said_has_their_name() -> None:
    picture = bars(("A",))
    picture = replace(picture, bars=(replace(picture.bars[0], mirror=0.24),), mirror_who="CMOs")
    table = chart_table(picture)
    assert table is not None
    assert [one.name for one in table.series] == ["This room", "CMOs"]


def test_a_checklist_is_stacked_level_by_level() -> None:
    table = chart_table(cells(("Owner", "Platform")))
    assert table is not None
    assert table.shape == "stacked"
    assert table.series[0] == ChartSeries("low", (0, 1))


def test_a_pair_names_both_statements_left_first() -> None:
    steps = tuple(ScaleStep(str(at)) for at in range(-2, 3))
    slots = tuple(StepCount(step.id, 1, 0.2) for step in steps)
    row = ScaleRow("p", "the story", slots, 5, left="the wiring")
    table = chart_table(ScalesPicture("pair", steps, (row,), Turnout(5)))
    assert table is not None
    assert table.both
    assert table.categories == ("the wiring ↔ the story",)


def test_a_map_is_its_rooms_and_what_lies_elsewhere() -> None:
    room = OfficeRoom("it", "IT", 0.1, 0.2, 4, 0.4, lead=True)
    elsewhere = bars(("Home",)).bars
    table = chart_table(MapPicture("points", (room,), elsewhere, None, None, Turnout(4)))
    assert table is not None
    assert table.categories == ("IT", "Home")
    assert table.series == (ChartSeries("Points", (4, 0)),)


def test_rows_beyond_what_can_be_read_are_counted() -> None:
    table = chart_table(cells(tuple(map(str, range(40)))))
    assert table is not None
    assert (len(table.categories), table.more) == (MOST_ROWS, 40 - MOST_ROWS)


@pytest.mark.parametrize("picture", [grid(3), BarsPicture("votes", (), 0, Turnout())])
def test_what_is_no_table_is_none(picture: Picture) -> None:
    assert chart_table(picture) is None


def test_of_many_answers_that_were_voted_on_twice_those_with_most_are_shown() -> None:
    picture = bars(tuple(map(str, range(12))), before=True)
    last = replace(picture.bars[-1], length=0.9)
    table = chart_table(replace(picture, bars=(*picture.bars[:-1], last)))
    assert table is not None
    assert (len(table.categories), table.more) == (MOST_BARS // 2, 3)
    assert table.categories[-1] == "11 (11)"
