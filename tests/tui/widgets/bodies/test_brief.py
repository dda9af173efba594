"""A brief: read at one glance, with what will be asked beside it where there is room."""

from __future__ import annotations

import pytest
from support import branching
from support.pages import SIZES, page
from support.rehearsed import kept
from support.results import Room
from support.sessions import workshop

from mops_tui.model.session import events as ev
from mops_tui.tui.letters.blocks import in_blocks


def brief(room: Room, scenario: str = "demo") -> Room:
    return room.add(ev.BriefShown(scenario=scenario))


@pytest.mark.parametrize("name", [s.id for s in kept("full-walk").scenarios if not s.closing])
async def test_no_brief_of_ours_is_cut_on_the_smallest_screen(name: str) -> None:
    scenario = kept("full-walk").scenario(name)
    assert scenario is not None
    room = brief(Room(workshop=kept("full-walk")), name)
    text = " ".join(" ".join((await page(room.seen("room")))[:-2]).split())
    last = (scenario.brief.split("\n\n")[-1], *scenario.credits)[-1]
    assert " ".join(last.split()) in text


@pytest.mark.parametrize("size", SIZES)
async def test_its_lines_are_not_longer_than_one_reads_easily(size: tuple[int, int]) -> None:
    (demo,) = workshop().scenarios
    long = demo.model_copy(update={"brief": "We look at every kind of question once. " * 9})
    room = brief(Room(workshop=workshop().model_copy(update={"scenarios": (long,)})))
    rows = await page(room.seen("room"), size)
    lines = [row.split("│")[0].rstrip() for row in rows if "kind of question" in row]
    assert 40 < max(map(len, lines)) <= 80


async def test_a_large_screen_has_a_large_title_and_what_will_be_asked() -> None:
    room = Room(2).add(ev.AgendaSet(skipped=("demo/points",), minutes=30))
    rows = await page(brief(room).seen("room"), (120, 40))
    title = in_blocks("Demo", 112, 9)
    assert title is not None
    assert title.rows[0] in "\n".join(rows)
    text = " ".join(" ".join(rows).split())
    assert "What we will be asked" in text
    assert "Place yourself" in text
    assert "Points" not in text
    assert "8 questions" in text


@pytest.mark.parametrize("width", [120, 128, 140])
async def test_a_title_beside_the_text_is_wrapped_once_and_hangs(width: int) -> None:
    long = "Whether each of us would go on with it as it is, or not at all and never again?"
    (demo,) = workshop().scenarios
    first = demo.questions[0].model_copy(update={"title": long})
    changed = demo.model_copy(update={"questions": (first, *demo.questions[1:])})
    room = brief(Room(workshop=workshop().model_copy(update={"scenarios": (changed,)})))
    rows = await page(room.seen("room"), (width, 40))
    aside = [row.split("│", 1)[1] for row in rows if "│" in row]
    start = next(n for n, line in enumerate(aside) if "Whether" in line)
    end = next(n for n, line in enumerate(aside) if "again?" in line)
    column = aside[start].index("Whether")
    assert {len(line) - len(line.lstrip()) for line in aside[start + 1 : end + 1]} == {column}


async def test_what_depends_on_answers_is_announced_with_its_minutes() -> None:
    room = brief(Room(workshop=branching.workshop()), "s")
    text = "\n".join(await page(room.seen("room"), (120, 40)))
    assert "6 min  More, as our answers call" in text
