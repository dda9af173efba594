"""A workshop in outline, without the model: the same as the model would say, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.packs import OURS
from support.rehearsed import ours, shipped

from mops_tui.model.packs.workshop import assemble
from mops_tui.storage.folders.places import places
from mops_tui.storage.packs.outline import outline_of
from mops_tui.storage.packs.packs import load_library


@pytest.mark.parametrize("name", sorted(ours().workshops))
def test_it_says_what_the_model_says(name: str) -> None:
    outline, workshop = outline_of(places().packs, name), shipped(name)
    assert outline is not None
    assert outline.minutes == workshop.minutes
    assert [(s.title, s.minutes) for s in outline.scenarios] == [
        (s.title, s.minutes) for s in workshop.scenarios
    ]
    assert [q for s in outline.scenarios for q in s.questions] == [
        (q.title, q.minutes) for s in workshop.scenarios for q in s.questions
    ]
    grid = workshop.grids[0] if workshop.grids else None
    assert (outline.grid.title if outline.grid else None) == (grid.title if grid else None)
    if outline.grid and grid:
        assert outline.grid.corners == tuple(corner.name for corner in grid.quadrants)
        assert outline.grid.ends == (grid.x.low, grid.x.high, grid.y.low, grid.y.high)


@pytest.mark.parametrize("name", sorted(ours().scenarios))
def test_likewise_of_a_scenario_alone(name: str) -> None:
    outline = outline_of(places().packs, name)
    assert outline is not None
    scenario = ours().scenarios[name]
    assert outline.scenarios[0].minutes == scenario.minutes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        'kind = "workshop"\nid = "odd"\n[[agenda]]\nscenario = "nowhere"\n',
        'format = 1\nkind = "workshop"\nid = "odd"\nagenda = 7\nminutes = "soon"\n',
        'id = "odd"\nquestion = [1, {minutes = -4, title = 3}]\ndecision = []\ngrid = {}\n',
        'id = "odd"\n[[question]]\nkind = "grid"\ngrid = []\n[[grid]]\nid = []\nx = 4\n',
    ],
)
def test_whatever_a_file_holds_it_raises_nothing(text: str) -> None:
    folder = places().packs
    folder.mkdir(parents=True)
    (folder / "odd.toml").write_text(text, "utf-8")
    outline_of(folder, "odd")


def test_what_is_not_there_has_none(tmp_path: Path) -> None:
    assert outline_of(tmp_path, "nowhere") is None


OWN = """
format = 1
kind = "scenario"
id = "own"
title = "Own"
summary = "S"
brief = "B"
no_brief = true
break_after = 15
[subject]
ask = "Which?"
fallback = "it"
[[question]]
kind = "hands"
id = "q"
title = "Q"
ask = "Well?"
"""
OWN_DAY = """
format = 1
kind = "workshop"
id = "day"
title = "Day"
summary = "S"
[[agenda]]
scenario = "own"
break = 0
brief = false
"""


def test_likewise_of_a_brief_that_has_to_be_and_of_a_break_that_the_scenario_brings() -> None:
    folder = places().packs
    folder.mkdir(parents=True)
    (folder / "own.toml").write_text(OWN, "utf-8")
    (folder / "day.toml").write_text(OWN_DAY, "utf-8")
    packs = load_library((OURS, folder))
    day = packs.workshops["day"]
    workshop = assemble(day.agenda, packs.scenarios, id=day.id, title=day.title)
    outline = outline_of(folder, "day")
    assert outline is not None
    assert outline.minutes == workshop.minutes
    assert outline.scenarios[0].minutes == workshop.scenarios[0].minutes
    assert outline.scenarios[0].pause == workshop.scenarios[0].break_after
