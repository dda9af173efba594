"""What the shapes of a picture say, whatever draws them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import samples as s
from support.narrow import a, the

from mops_tui.model.packs.answers import Item, Option
from mops_tui.model.packs.pack import AgendaEntry as Entry
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import ChoiceQuestion, CurveQuestion, QuestionBase
from mops_tui.model.packs.workshop import Workshop, assemble
from mops_tui.model.results.results import Distribution, Result
from mops_tui.pictures.bars import bars_picture
from mops_tui.pictures.cells import cells_picture
from mops_tui.pictures.choose import bars_of, picture_of
from mops_tui.pictures.curve import bell, curve_picture, letters, stage_bands
from mops_tui.pictures.grid import answer_picture, grid_picture
from mops_tui.pictures.map import map_picture
from mops_tui.pictures.shapes import (
    BarsPicture,
    CurvePicture,
    GridPicture,
    IdeasPicture,
    MapPicture,
    Picture,
    ScalesPicture,
    UnitPoint,
)
from mops_tui.pictures.transition import at, moves
from mops_tui.tui.charts.bars import draw_bars

MAP = s.first("org-placement", "allocate", "map")
CURVE = s.first("adoption-waves", "curve")
CELLS = s.first("change-readiness", "rate", "cells")
HANDS = s.first("order-from-chaos", "hands")
PAIRS = s.first("mops-personas", "pairs")
RANK = s.first("mops-personas", "rank")
GRID = s.mops_grid()


def whole_walk() -> Workshop:
    names = ("mops-personas", "adoption-waves", "org-placement", "order-from-chaos")
    packs = {name: s.scenario(name) for name in (*names, "change-readiness", "closing")}
    entries = tuple(Entry(scenario=name) for name in packs)
    return assemble(entries, packs, id="walk", title="Walk")


def bars(question: QuestionBase, result: Result, grid: Grid | None = None) -> BarsPicture:
    return a(BarsPicture, bars_picture(question, result, grid=grid))


class TestMap:
    def test_all_points_on_one_room_put_mops_into_it(self) -> None:
        picture = map_picture(MAP, s.spread(MAP, [0, 90, 0, 0]))
        it = next(room for room in picture.rooms if room.id == "it")
        assert (the(picture.mops).x, the(picture.mops).y) == pytest.approx((it.x, it.y))

    def test_equal_points_put_mops_in_the_middle_of_all_rooms(self) -> None:
        picture = map_picture(MAP, s.spread(MAP, [10, 10, 10, 10]))
        middle = sum(room.x for room in picture.rooms) / 4, sum(r.y for r in picture.rooms) / 4
        assert (the(picture.mops).x, the(picture.mops).y) == pytest.approx(middle)

    def test_a_middle_that_three_camps_pull_it_into_is_no_vote_for_the_room_there(self) -> None:
        picture = map_picture(MAP, s.spread(MAP, [30, 30, 30, 0]))
        assert picture.astray is not None
        assert picture.astray.id == "revops"
        for clear in ([0, 90, 0, 0], [5, 5, 5, 75], [10, 10, 10, 10], [0, 0, 0, 0]):
            assert map_picture(MAP, s.spread(MAP, clear)).astray is None

    def test_without_points_there_is_no_mops_room(self) -> None:
        picture = map_picture(MAP, s.spread(MAP, [0, 0, 0, 0]))
        assert picture.mops is None
        assert len(picture.rooms) == 4

    def test_an_added_option_has_no_place_and_does_not_pull(self) -> None:
        options = (*MAP.options, Option(id="product", label="Product"))
        question = MAP.model_copy(update={"options": options})
        picture = map_picture(question, s.spread(question, [0, 45, 0, 0, 45]))
        assert [bar.id for bar in picture.elsewhere] == ["product"]
        it = next(room for room in picture.rooms if room.id == "it")
        assert the(picture.mops).x == pytest.approx(it.x)

    def test_the_trail_starts_where_the_earlier_round_put_mops(self) -> None:
        picture = map_picture(MAP, s.spread(MAP, [0, 90, 0, 0]), s.spread(MAP, [90, 0, 0, 0]))
        marketing = next(room for room in picture.rooms if room.id == "marketing")
        assert picture.before == UnitPoint(marketing.x, marketing.y)


class TestCurve:
    def test_a_wave_stands_at_the_rooms_median_on_the_bell(self) -> None:
        picture = curve_picture(CURVE, s.waved(CURVE, [[10, 50, 90], [30], []]))
        assert picture.waves[0].x == pytest.approx(0.5)
        assert picture.waves[0].y == pytest.approx(1 - bell(0.5))
        assert picture.waves[2].x is None

    def test_letters_are_unique_and_keep_the_packs_own(self) -> None:
        items = (
            Item(id="a", label="One", letter="C"),
            Item(id="b", label="Two", letter="C"),
            Item(id="c", label="Three"),
            Item(id="d", label="Four", letter="a"),
        )
        found = letters(items)
        assert found["a"] == "C"
        assert found["d"] == "A"
        assert len(set(found.values())) == 4

    def test_a_wave_that_was_only_called_out_stands_in_the_middle_of_its_stage(self) -> None:
        stages = tuple(band.id for band in stage_bands())
        item = s.item("website", stages, (0, 0, 0, 5, 0, 0))
        key = CURVE.items[0].id
        result = s.result("curve", items=(s.item(key, stages, (0, 0, 0, 5, 0, 0)),), called=5)
        wave = curve_picture(CURVE, result).waves[0]
        band = next(band for band in stage_bands() if band.id == item.median)
        assert wave.x == pytest.approx((band.start + band.end) / 2)

    def test_the_stages_cover_the_axis_and_one_is_a_gap(self) -> None:
        bands = stage_bands()
        assert bands[0].start == 0
        assert bands[-1].end == 1
        assert [band.id for band in bands if band.gap] == ["chasm"]

    def test_forty_waves_of_the_rooms_own_still_have_a_sign_each(self) -> None:
        items = tuple(Item(id=f"w{i}", label=f"Wave {i}") for i in range(40))
        question = CurveQuestion(id="q", title="T", ask="A", kind="curve", items=items)
        assert all(wave.letter for wave in curve_picture(question, s.waved(question, [])).waves)


class TestCells:
    def test_the_strongest_comes_first_of_its_group_and_groups_keep_the_packs_order(self) -> None:
        levels = tuple(level.id for level in CELLS.scale)
        good, bad = (0, 1, 8), (8, 1, 0)
        best = CELLS.items[-1]
        items = tuple(s.item(i.id, levels, good if i is best else bad) for i in CELLS.items)
        picture = cells_picture(CELLS, s.result("rate", items=items))
        assert [group.id for group in picture.groups] == [group.id for group in CELLS.groups]
        own = next(group for group in picture.groups if group.id == best.group)
        assert own.rows[0].id == best.id

    def test_the_least_wanted_of_a_list_without_groups_is_not_first(self) -> None:
        question = s.first("org-placement", "rate")
        levels = tuple(level.id for level in question.scale)
        counts = [tuple(9 if k == i % 4 else 0 for k in range(4)) for i in range(9)]
        items = tuple(s.item(i.id, levels, c) for i, c in zip(question.items, counts, strict=False))
        rows = cells_picture(question, s.result("rate", items=items)).groups[0].rows
        medians = [levels.index(row.median) for row in rows if row.median]
        assert medians == sorted(medians, reverse=True)

    def test_every_item_is_there_though_nobody_voted(self) -> None:
        picture = cells_picture(CELLS, s.result("rate", n=0))
        assert sum(len(group.rows) for group in picture.groups) == len(CELLS.items)
        assert all(row.n == 0 for group in picture.groups for row in group.rows)


class TestGrid:
    def test_a_split_axis_leaves_no_centre_but_the_other_axis_median(self) -> None:
        picture = grid_picture(GRID, s.summary(s.PEOPLE, split_y=True))
        assert picture.centre is None
        assert picture.spread is None
        assert picture.median_x is not None
        assert picture.median_y is None
        assert picture.split_y

    def test_up_is_up_and_right_is_right(self) -> None:
        picture = grid_picture(GRID, s.summary([("a", 100.0, 100.0)]))
        assert (picture.marks[0].x, picture.marks[0].y) == (1.0, 0.0)
        assert picture.centre == UnitPoint(1.0, 0.0)

    def test_leaning_marks_are_hollow_and_drawn_below(self) -> None:
        picture = grid_picture(GRID, s.summary(s.PEOPLE, s.LEANING))
        kinds = [mark.hollow for mark in picture.marks]
        assert kinds == sorted(kinds, reverse=True)
        assert sum(kinds) == len(s.LEANING)

    def test_nothing_revealed_is_an_empty_grid_with_its_names(self) -> None:
        picture = grid_picture(GRID, None)
        assert picture.marks == ()
        assert [c.name for c in picture.corners] == [q.name for q in GRID.quadrants]

    def test_called_votes_have_a_quadrant_and_no_mark(self) -> None:
        picture = grid_picture(GRID, s.summary([], called=(4, 0, 2, 1)))
        assert [corner.called for corner in picture.corners] == [4, 0, 2, 1]
        assert picture.marks == ()
        assert picture.turnout.n == 7

    def test_a_single_rounds_corners_share_out_its_votes(self) -> None:
        ids = [q.id for q in GRID.quadrants]
        result = s.result("grid", n=4, quadrants=tuple(zip(ids, (3, 1, 0, 0), strict=True)))
        picture = answer_picture(GRID, result)
        assert [corner.count for corner in picture.corners] == [3, 1, 0, 0]

    def test_the_corners_and_the_axes_count_everybody(self) -> None:
        people = [*s.PEOPLE, ("XX", 0.0, 40.0)]
        picture = grid_picture(GRID, s.summary(people, called=(4, 0, 2, 1)))
        assert sum(corner.count or 0 for corner in picture.corners) == len(s.PEOPLE) + 7
        assert picture.between == 1
        assert picture.turnout.n == len(people) + 7


class TestBars:
    def test_every_option_has_a_bar_and_the_leaders_lead(self) -> None:
        question = s.first("order-from-chaos", "choice")
        picture = bars(question, s.spread(question, [3, 3, 0, 1]))
        assert [bar.lead for bar in picture.bars] == [True, True, False, False]

    def test_a_bar_is_as_long_as_its_share_of_all(self) -> None:
        question = s.first("order-from-chaos", "choice")
        picture = bars(question, s.spread(question, [3, 3, 0, 0]))
        assert [bar.length for bar in picture.bars] == [0.5, 0.5, 0, 0]

    def test_nobody_leads_where_nobody_voted(self) -> None:
        picture = bars(HANDS, s.spread(HANDS, [0, 0]))
        assert not any(bar.lead or bar.length for bar in picture.bars)

    def test_the_mirrors_figures_share_the_scale(self) -> None:
        picture = bars(HANDS, s.spread(HANDS, [0, 9]))
        assert picture.mirror_who
        reported = [bar.mirror for bar in picture.bars if bar.mirror is not None]
        assert reported
        assert all(0 <= share <= 1 for share in reported)

    def test_ranks_are_drawn_by_how_often_each_came_first(self) -> None:
        ids = tuple(option.id for option in RANK.options)
        result = s.result(
            "rank",
            ranks=((ids[2], 1), (ids[0], 3), (ids[1], 2), (ids[3], 4)),
            distribution=Distribution(ids, (2, 1, 5, 1), 9),
        )
        picture = bars(RANK, result)
        assert [bar.rank for bar in picture.bars] == [1, 3, 2, 4]
        assert [bar.length for bar in picture.bars] == [5 / 9, 2 / 9, 1 / 9, 1 / 9]

    def test_of_ranks_those_lead_that_come_first_for_most_as_the_sentence_says(self) -> None:
        ids = tuple(option.id for option in RANK.options)
        firsts = Distribution(ids, (4, 1, 4, 0), 9)
        ranks = ((ids[0], 2), (ids[2], 3), (ids[1], 2), (ids[3], 4))
        picture = bars(RANK, s.result("rank", ranks=ranks, distribution=firsts))
        assert [bar.lead for bar in picture.bars] == [True, True, False, False]

    def test_items_become_rows_over_one_scale(self) -> None:
        picture = bars_picture(PAIRS, s.paired(PAIRS))
        assert isinstance(picture, ScalesPicture)
        assert all(len(row.slots) == 5 for row in picture.rows)
        assert all(row.left for row in picture.rows)

    def test_a_grid_question_counts_its_quadrants_by_name(self) -> None:
        question = s.first("mops-personas", "grid")
        ids = [q.id for q in GRID.quadrants]
        result = s.result("grid", quadrants=tuple(zip(ids, (3, 1, 0, 5), strict=True)))
        picture = bars(question, result, grid=GRID)
        assert [bar.label for bar in picture.bars] == [q.name for q in GRID.quadrants]

    def test_those_on_an_axis_have_a_bar_of_their_own_that_the_drawing_names(self) -> None:
        question = s.first("mops-personas", "grid")
        quadrants = tuple((q.id, 1) for q in GRID.quadrants)
        picture = bars(question, s.result("grid", quadrants=quadrants, on_axes=4), grid=GRID)
        assert [(bar.id, bar.count, bar.share) for bar in picture.bars][-1] == ("", 4, 0.5)
        assert "in no quadrant" in draw_bars(picture, 60, 20).text()


class TestAnyQuestion:
    def test_each_question_of_the_product_has_its_picture_and_bars_though_empty(self) -> None:
        workshop = whole_walk()
        for scenario in workshop.scenarios:
            for question in scenario.questions:
                empty = s.result(question.kind, n=0)
                assert picture_of(question, empty, None, workshop) is not None
                assert bars_of(question, empty, None, workshop) is not None

    def test_ideas_are_a_list(self) -> None:
        question = s.first("adoption-waves", "text")
        result = s.result("text", ideas=("One", "Two"))
        assert picture_of(question, result, None, whole_walk()) == IdeasPicture(
            ("One", "Two"), picture_of(question, result, None, whole_walk()).turnout
        )

    def test_a_map_without_places_falls_back_to_bars(self) -> None:
        question = ChoiceQuestion(
            id="q", title="T", ask="A", kind="choice", picture="map",
            options=(Option(id="a", label="A"), Option(id="b", label="B")),
        )  # fmt: skip
        picture = picture_of(question, s.spread(question, [1, 2]), None, whole_walk())
        assert isinstance(picture, BarsPicture)

    @given(st.lists(st.integers(0, 500), min_size=4, max_size=4))
    def test_mops_never_leaves_the_house(self, counts: list[int]) -> None:
        picture = map_picture(MAP, s.spread(MAP, counts))
        if picture.mops is not None:
            assert 0 <= the(picture.mops).x <= 1
            assert 0 <= the(picture.mops).y <= 1


class TestGlide:
    def pictures(self) -> list[Picture]:
        late, early = [[74], [46], [10]], [[84], [30], [4]]
        return [
            map_picture(MAP, s.spread(MAP, [0, 90, 0, 0]), s.spread(MAP, [90, 0, 0, 0])),
            curve_picture(CURVE, s.waved(CURVE, late), s.waved(CURVE, early)),
            answer_picture(GRID, s.placed(s.PEOPLE, before=s.EARLIER)),
            bars_picture(HANDS, s.spread(HANDS, [3, 6]), s.spread(HANDS, [6, 3])),
        ]

    def test_marks_without_ids_glide_too(self) -> None:
        nobody = [("", x, y) for _key, x, y in s.PEOPLE]
        named = answer_picture(GRID, s.placed(s.PEOPLE, before=s.EARLIER))
        plain = replace(
            answer_picture(GRID, s.placed(nobody)),
            moves=tuple(replace(move, id="") for move in named.moves),
        )
        spots = [[(m.x, m.y) for m in a(GridPicture, at(one, 0.3)).marks] for one in (named, plain)]
        assert spots[0] == spots[1]

    def test_what_the_marks_add_up_to_comes_when_they_are_there(self) -> None:
        picture = answer_picture(GRID, s.placed(s.PEOPLE, before=s.EARLIER))
        on_the_way = a(GridPicture, at(picture, 0.5))
        assert picture.centre is not None
        assert (on_the_way.centre, on_the_way.spread) == (None, None)
        assert on_the_way.gliding

    def test_the_last_frame_is_the_picture_itself(self) -> None:
        assert all(at(picture, 1.0) is picture for picture in self.pictures())

    def test_the_first_frame_stands_where_the_round_before_stood(self) -> None:
        first = [at(picture, 0.0) for picture in self.pictures()]
        map_, curve = a(MapPicture, first[0]), a(CurvePicture, first[1])
        grid, counted = a(GridPicture, first[2]), a(BarsPicture, first[3])
        assert map_.mops == map_.before
        assert curve.waves[0].x == pytest.approx(curve.waves[0].before)
        assert {move.start for move in grid.moves} == {move.end for move in grid.moves}
        starts = {key: (x, y) for key, x, y in s.EARLIER}
        mark = next(mark for mark in grid.marks if mark.id == "MD")
        assert (mark.x, mark.y) == pytest.approx(
            ((starts["MD"][0] + 100) / 200, (100 - starts["MD"][1]) / 200)
        )
        assert counted.bars[0].length == pytest.approx(counted.bars[0].before)

    def test_only_a_picture_with_an_earlier_round_moves(self) -> None:
        assert all(moves(picture) for picture in self.pictures())
        assert not moves(map_picture(MAP, s.spread(MAP, [1, 2, 3, 4])))
