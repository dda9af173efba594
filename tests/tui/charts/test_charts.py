"""What a chart draws: whole, legible, never beyond its edges, at any size."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support import samples as s
from support.examples import examples

from mops_tui.model.packs.answers import Item, Option
from mops_tui.model.packs.questions import CurveQuestion, items_of
from mops_tui.pictures.bars import bars_picture
from mops_tui.pictures.cells import cells_picture
from mops_tui.pictures.curve import curve_picture
from mops_tui.pictures.grid import answer_picture, grid_picture
from mops_tui.pictures.map import map_picture
from mops_tui.pictures.shapes import (
    Bar,
    BarsPicture,
    CellGroup,
    CellRow,
    CellsPicture,
    IdeasPicture,
    Picture,
    ScaleRow,
    ScalesPicture,
    ScaleStep,
    StepCount,
    Turnout,
)
from mops_tui.tui.charts.canvas import GROUNDS, ROLES, Canvas
from mops_tui.tui.charts.cells import level_signs, rows_for_cells, shares_of
from mops_tui.tui.charts.dispatch import draw
from mops_tui.tui.charts.parts import draw_legend

HOSTILE = "👩‍👩‍👧 家族 [/b] \x1b[31mred\x07 \u202eevil\u202c e\u0301\u0301\u0301 🇫🇷"
MAP = s.first("org-placement", "allocate", "map")
CURVE = s.first("adoption-waves", "curve")
CELLS = s.first("change-readiness", "rate", "cells")
HANDS = s.first("order-from-chaos", "hands")
CHOICE = s.first("order-from-chaos", "choice")
PAIRS = s.first("mops-personas", "pairs")
RANK = s.first("mops-personas", "rank")
GRID = s.mops_grid()


def typed(label: str) -> Picture:
    """A map with a room and an added option of somebody's own words."""
    options = (MAP.options[0].model_copy(update={"label": label}), *MAP.options[1:])
    question = MAP.model_copy(update={"options": (*options, Option(id="new", label=label))})
    return map_picture(question, s.spread(question, [20, 38, 12, 10, 10]))


def pictures() -> dict[str, Picture]:
    """Every chart, full, empty and hostile."""
    votes = [[74, 78, 80], [46, 52, 50], [10, 18, 16]]
    waves = s.waved(CURVE, votes, 2)
    own = tuple(Item(id=f"w{i}", label=f"{HOSTILE} {i}"[:80]) for i in range(12))
    many = CurveQuestion(id="q", title="T", ask="A", kind="curve", items=own)
    room = s.summary(s.PEOPLE, s.LEANING, before=s.EARLIER, called=(4, 0, 2, 1))
    return {
        "map": map_picture(MAP, s.spread(MAP, [20, 38, 12, 20]), s.spread(MAP, [52, 20, 10, 8])),
        "map-empty": map_picture(MAP, s.spread(MAP, [0, 0, 0, 0])),
        "map-typed": typed(HOSTILE),
        "curve": curve_picture(CURVE, waves, s.waved(CURVE, [[84], [30], [4]])),
        "curve-empty": curve_picture(CURVE, s.waved(CURVE, [])),
        "curve-many": curve_picture(many, s.waved(many, [[i * 9] * 5 for i in range(12)])),
        "cells": cells_picture(CELLS, s.rated(CELLS)),
        "cells-500": cells_picture(CELLS, s.rated(CELLS, 500)),
        "cells-empty": cells_picture(CELLS, s.result("rate", n=0)),
        "grid": grid_picture(GRID, room, s.NAMES),
        "grid-moved": answer_picture(GRID, s.placed(s.PEOPLE, before=s.EARLIER), s.NAMES),
        "grid-typed": grid_picture(GRID, room, dict.fromkeys(s.NAMES, HOSTILE)),
        "grid-split": grid_picture(GRID, s.summary(s.PEOPLE, split_x=True, split_y=True)),
        "grid-one": grid_picture(GRID, s.summary([("a", 100.0, -100.0)]), {"a": "AB"}),
        "grid-empty": grid_picture(GRID, None),
        "grid-500": grid_picture(GRID, s.summary(s.crowd(500))),
        "bars": bars_picture(
            CHOICE, s.spread(CHOICE, [4, 2, 1, 2]), s.spread(CHOICE, [1, 5, 1, 2])
        ),
        "bars-empty": bars_picture(CHOICE, s.spread(CHOICE, [])),
        "bars-mirror": bars_picture(HANDS, s.spread(HANDS, [3, 6])),
        "bars-points": bars_picture(MAP, s.spread(MAP, [30, 28, 12, 20])),
        "bars-rank": bars_picture(RANK, s.result("rank", ranks=((RANK.options[2].id, 1),))),
        "scales": bars_picture(CELLS, s.rated(CELLS, 500)),
        "scales-empty": bars_picture(CELLS, s.result("rate", n=0)),
        "pairs": bars_picture(PAIRS, s.paired(PAIRS)),
        "waves": bars_picture(CURVE, waves),
        "ideas": IdeasPicture(("One idea", HOSTILE, "x" * 300) * 5, Turnout(5)),
        "ideas-empty": IdeasPicture((), Turnout()),
    }


ALL = pictures()


def cells_of(char: str) -> int:
    """An independent view of how many cells a character takes."""
    if not char or unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Mc", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def check(canvas: Canvas, width: int, height: int) -> None:
    assert (canvas.width, canvas.height) == (width, height)
    for y in range(height):
        line = canvas.line(y)
        assert sum(cells_of(char) for char in line) == width
        assert all(unicodedata.category(char) not in ("Cc", "Cf", "Cs") for char in line)
        for text, role, ground in canvas.runs(y):
            assert text
            assert role in ROLES
            assert ground in GROUNDS


@pytest.mark.parametrize("name", ALL)
@given(width=st.integers(20, 160), height=st.integers(5, 50))
@example(width=20, height=5)
@example(width=160, height=50)
@examples(25)
def test_every_chart_fills_its_canvas_and_no_more(name: str, width: int, height: int) -> None:
    check(draw(ALL[name], width, height), width, height)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("size", [(0, 0), (1, 1), (3, 40), (160, 1), (19, 2)])
def test_a_size_beyond_all_reason_is_no_error(name: str, size: tuple[int, int]) -> None:
    check(draw(ALL[name], *size), *size)


@given(label=st.text(min_size=1, max_size=80).filter(str.strip))
@examples(60)
def test_what_somebody_typed_moves_nothing(label: str) -> None:
    check(draw(typed(label), 78, 14), 78, 14)


@given(st.lists(st.integers(0, 500), min_size=1, max_size=11), st.integers(0, 60))
def test_cells_are_shared_out_to_the_last_one(counts: list[int], space: int) -> None:
    lengths = shares_of(tuple(counts), space)
    assert sum(lengths) == (space if sum(counts) else 0)
    assert all(length >= 0 for length in lengths)


class TestLegibleAt78x14:
    """Each label of the product's own questions is on the screen that a small terminal has."""

    def text(self, name: str) -> str:
        return draw(ALL[name], 78, 14).text()

    def test_the_map_names_every_room_with_its_share(self) -> None:
        text = self.text("map")
        for word in ("Marketing", "IT", "Sales", "RevOps", "MOps", "22 %", "42 %", "13 %"):
            assert word in text

    def test_the_curve_names_every_stage_and_wave(self) -> None:
        text = self.text("curve")
        stages = ("innovators", "early adopters", "gap", "early majority", "late majority")
        for word in (*stages, "laggards", *(item.label for item in items_of(CURVE))):
            assert word in text
        assert all(f" {letter} " in text for letter in "ABC")

    def test_the_checklist_names_every_item_in_full_and_every_level(self) -> None:
        text = self.text("cells")
        for item in items_of(CELLS):
            assert all(word in text for word in item.label.split())
        assert "…" not in text
        for level in CELLS.scale:
            assert level.label in text

    def test_the_grid_names_its_corners_ends_and_people(self) -> None:
        text = self.text("grid")
        for quadrant in GRID.quadrants:
            assert quadrant.name in text
        for word in (GRID.x.low, GRID.x.high, GRID.y.low, GRID.y.high, *s.NAMES):
            assert word in text

    def test_the_bars_name_every_option_with_count_and_share(self) -> None:
        text = self.text("bars")
        for option in CHOICE.options:
            assert option.label in text
        assert "4 votes" in text
        assert "44 %" in text

    def test_the_mirror_says_whose_it_is(self) -> None:
        assert HANDS.mirror.who in self.text("bars-mirror")

    def test_a_pair_whose_statements_do_not_fit_is_called_by_its_names(self) -> None:
        drawn = draw(bars_picture(PAIRS, s.paired(PAIRS)), 76, 10).text()
        for pair in PAIRS.items:
            assert pair.left in drawn or pair.left_name in drawn
            assert pair.right in drawn or pair.right_name in drawn
        assert "…" not in drawn

    @pytest.mark.parametrize("height", [18, 26])
    def test_pairs_use_the_rows_that_there_are(self, height: int) -> None:
        canvas = draw(bars_picture(PAIRS, s.paired(PAIRS)), 116, height)
        rows = [y for y in range(canvas.height) if any(c in canvas.line(y) for c in "▂▃▄▅▆▇█")]
        assert len(rows) > len(PAIRS.items)  # some column is higher than one row
        text = " ".join(canvas.text().split())
        for pair in PAIRS.items:
            for statement in (pair.left, pair.right):
                assert all(word in text for word in statement.split())

    def test_the_scales_name_every_item(self) -> None:
        text = self.text("scales")
        for item in items_of(CELLS):
            assert item.label.split(maxsplit=1)[0] in text


def test_the_legend_of_a_map_is_dropped_before_its_rooms() -> None:
    text = draw(ALL["map"], 58, 11).text()
    assert all(word in text for word in ("Marketing", "IT", "Sales", "RevOps"))


@pytest.mark.parametrize("height", range(11, 31))
@pytest.mark.parametrize("width", [56, 66, 76, 78])
def test_a_room_that_mops_covers_keeps_its_name_and_share(width: int, height: int) -> None:
    even = map_picture(MAP, s.spread(MAP, [25, 22, 21, 22]))  # MOps stands on RevOps
    text = draw(even, width, height).text()
    assert all(word in text for word in ("Marketing", "IT", "Sales", "RevOps"))


def test_a_tiny_map_becomes_bars() -> None:
    assert "█" in draw(ALL["map"], 38, 10).text()


def test_nobody_leads_a_map_without_votes() -> None:
    canvas = draw(ALL["map-empty"], 78, 14)
    assert not any(g == "lead" for y in range(14) for _, _, g in canvas.runs(y))
    assert "nobody voted" in canvas.text()


class TestBars:
    def bars(self, *counts: int, labels: tuple[str, ...] = ()) -> BarsPicture:
        total = sum(counts)
        names = labels or tuple(f"Answer {n}" for n in range(len(counts)))
        drawn = tuple(
            Bar(str(n), names[n], count, count / total, count / total, lead=count == max(counts))
            for n, count in enumerate(counts)
        )
        return BarsPicture("votes", drawn, total, Turnout(n=total))

    @pytest.mark.parametrize("size", [(78, 14), (118, 30), (46, 18), (78, 5)])
    def test_two_tied_halves_are_half_as_long_as_the_scale_which_says_its_ends(
        self, size: tuple[int, int]
    ) -> None:
        lines = draw(self.bars(5, 5), *size).text().splitlines()
        scale = next(line for line in lines if "100 %" in line and "0 %" in line.split("100")[0])
        start = scale.index("0 %")
        end = scale.index("100 %") + len("100 %")
        bars = [line[start:].count("█") for line in lines if "█" in line]
        assert all(abs(bar - (end - start) / 2) <= 1 for bar in bars)

    @given(st.lists(st.integers(0, 40), min_size=2, max_size=9).filter(any))
    def test_beside_each_bar_stands_its_own_count_and_its_own_share(
        self, counts: list[int]
    ) -> None:
        text = draw(self.bars(*counts), 78, 2 * len(counts)).text()
        told = [(int(n), int(share)) for n, share in re.findall(r"(\d+) votes? +(\d+) %", text)]
        whole = sum(counts)
        assert told == [(n, (200 * n + whole) // (2 * whole)) for n in counts]

    @pytest.mark.parametrize("size", [(76, 11), (116, 18)])
    def test_none_of_twenty_answers_is_left_out(self, size: tuple[int, int]) -> None:
        text = draw(self.bars(*[1] * 20, labels=tuple(f"System {n}." for n in range(20))), *size)
        assert all(f"System {n}." in text.text() for n in range(20))

    def test_a_long_label_has_two_rows_where_there_are_rows(self) -> None:
        label = "Answer 1 takes a whole line of the smallest window and has no shorter form"
        text = draw(self.bars(3, 2, labels=(label, "Yes")), 46, 18).text()
        assert "…" not in text
        assert "no\nshorter form" in text


def test_no_level_of_a_checklist_is_alarm_red_and_the_highest_is_good() -> None:
    for count in range(2, 12):
        levels = tuple(ScaleStep(str(n), f"Level {n}") for n in range(count))
        roles = [role for _fill, role in level_signs(levels)]
        assert not {"bad", "warn"} & set(roles)
        assert roles[-1] == "good"


def test_a_checklist_with_its_rows_says_every_heading_and_item_in_full() -> None:
    picture = pictures()["cells"]
    assert isinstance(picture, CellsPicture)
    text = draw(picture, 74, rows_for_cells(picture, 74)).text()
    for group in picture.groups:
        assert group.label in text
        assert all(row.label in text for row in group.rows)


LONG = "We keep the way in which our own people and systems really work together every"
KINDS = (
    BarsPicture(
        "votes",
        tuple(Bar(str(n), f"{LONG} {n}", 2, 0.25, 0.25) for n in range(4)),
        8,
        Turnout(8),
    ),
    CellsPicture(
        (ScaleStep("a", "No"), ScaleStep("b", "Yes")),
        (CellGroup("", "", tuple(CellRow(str(n), f"{LONG} {n}", (3, 5)) for n in range(16))),),
        Turnout(8),
    ),
    ScalesPicture(
        "levels",
        tuple(ScaleStep(str(n), f"{LONG} {n}") for n in range(3)),
        tuple(
            ScaleRow(str(n), f"{LONG} item {n}", (StepCount("0", 4, 0.5),) * 3, 8)
            for n in range(4)
        ),
        Turnout(8),
    ),
    ScalesPicture(
        "pair",
        tuple(ScaleStep(str(n)) for n in range(5)),
        tuple(
            ScaleRow(str(n), f"{LONG} {n} right", (StepCount("0", 4, 0.5),) * 5, 8,
                     left=f"{LONG} {n} left")
            for n in range(4)
        ),
        Turnout(8),
    ),
)  # fmt: skip


@pytest.mark.parametrize("picture", KINDS, ids=["bars", "cells", "levels", "pair"])
@pytest.mark.parametrize("size", [(76, 10), (69, 14), (45, 14), (116, 18)])
def test_no_two_labels_of_eighty_characters_look_alike(
    picture: Picture, size: tuple[int, int]
) -> None:
    text = " ".join(draw(picture, *size).text().split())
    if isinstance(picture, ScalesPicture) and picture.scale == "pair":
        assert text.count("left") == text.count("right") > 0
    else:
        shown = [n for n in range(16) if re.search(rf"\b{n}\b", text)]
        assert len(shown) >= 3


@pytest.mark.parametrize("width", [40, 34, 30])
def test_a_source_keeps_what_it_has_in_brackets_where_it_is_cut(width: int) -> None:
    canvas = Canvas(width, 1)
    source = "Those who answered a long survey, 2019 (n = 342)"
    draw_legend(canvas, 0, [("█", "series-1", "this room"), ("░", "muted", source)])
    line = canvas.line(0)
    assert "(n = 342)" in line or "Those" not in line
    assert line.startswith("█ this room")
