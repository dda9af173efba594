"""The grid's page: how many stand where, by role, and why a mark leans where it does."""

from __future__ import annotations

import re
from typing import Any

import pytest
from support.pages import SIZES, page
from support.results import Room

from mops_tui.model.session import events as ev

CORNERS = [(-60, 60), (60, 60), (60, 50), (-60, -60), (60, -60), (0, 40)]


def placed(points: list[tuple[int, int]], seats: int = 0, **header: Any) -> Room:
    room = Room(seats or len(points), **header)
    room.round("demo/place", [{"x": x, "y": y} for x, y in points])
    return room.add(ev.SummaryShown(of="grid", name="mops"))


async def text_of(room: Room, size: tuple[int, int]) -> str:
    return "\n".join(await page(room.seen("room"), size))


async def test_each_quadrant_has_its_count_and_its_own_share() -> None:
    text = await text_of(placed(CORNERS), (120, 40))
    rows = re.findall(r"([◤◥◣◢┄]) [\w ]+?\s+(\d+)\s+(\d+) %", text)
    assert [int(count) for _sign, count, _share in rows] == [1, 2, 1, 1, 1]
    assert [int(share) for _sign, _count, share in rows] == [17, 33, 17, 17, 17]
    assert "6 chose their own place" in text


@pytest.mark.parametrize("size", SIZES)
async def test_too_few_marks_have_no_median(size: tuple[int, int]) -> None:
    text = await text_of(placed(CORNERS[:3], seats=9), size)
    assert "╋━" not in text
    assert "3 of 9 have a mark" in text


@pytest.mark.parametrize("size", SIZES)
async def test_nobody_is_a_sentence_and_no_frame(size: tuple[int, int]) -> None:
    room = Room(3).add(ev.SummaryShown(of="grid", name="mops"))
    text = await text_of(room, size)
    assert "Nobody has a mark on this grid." in text
    assert "Orchestrators" not in text


@pytest.mark.parametrize("size", SIZES)
async def test_called_votes_count_in_their_quadrant(size: tuple[int, int]) -> None:
    called = [("", "modernizers", 2), ("", "scientists", 1)]
    room = Room(3).round("demo/place", [], called=called)
    room.add(ev.SummaryShown(of="grid", name="mops"))
    text = await text_of(room, size)
    assert "○×2" in text
    assert "Modernizers 2" in text


@pytest.mark.parametrize("size", SIZES)
async def test_where_a_hair_decides_the_corners_no_bar_makes_much_of_one(
    size: tuple[int, int],
) -> None:
    text = await text_of(placed([(5, -40), (6, -50), (9, -60), (-60, 60)]), size)
    assert "3 of 4 are close to a line" in text
    assert "3 close to a line" in text
    assert not re.search(r"%\s+█", text)
