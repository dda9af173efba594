"""The lobby: what will be done and for how long, who is here, how votes are taken, what is kept."""

from __future__ import annotations

import re

import pytest
from support.pages import SIZES, page
from support.rehearsed import kept, ours
from support.results import Room
from support.sessions import workshop

from mops_tui.model.session import events as ev
from mops_tui.sources.simulated.company import company_of


def words(rows: tuple[str, ...]) -> str:
    """The left card's text, then the right one's."""
    width = max(map(len, rows))
    halves = [row[: width // 2] for row in rows] + [row.ljust(width)[width // 2 :] for row in rows]
    return " ".join(" ".join(halves).replace("│", " ").split())


@pytest.mark.parametrize("size", SIZES)
async def test_it_says_what_for_how_long_and_who_is_here(size: tuple[int, int]) -> None:
    text = words(await page(Room(3, roles=("CMO",)).seen("room"), size, keys=True))
    assert "1 part, 9 questions, 40 min" in text
    assert "3 people present" in text
    assert "Person 3" in text
    assert "75 % is a clear majority" in text
    assert "one file on this" in text
    assert "begins." in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("people", [0, 1, 40, 1000])
async def test_whoever_does_not_fit_is_counted(people: int, size: tuple[int, int]) -> None:
    text = words(await page(Room(people).seen("room"), size))
    more = re.search(r"and (\d+) more", text)
    assert text.count("Person ") + (int(more[1]) if more else 0) == people


@pytest.mark.parametrize(("anonymity", "promise"), [
    ("named", "everybody sees who"),
    ("pseudonyms", "Under handles that you choose"),
    ("anonymous", "nobody is shown who"),
])  # fmt: skip
async def test_it_promises_what_the_policy_keeps(anonymity: str, promise: str) -> None:
    room = Room(3, roles=("Beekeeper",), policy={"anonymity": anonymity})
    text = words(await page(room.seen("room"), (120, 40)))
    assert promise in text
    assert ("Beekeeper" in text) == (anonymity != "anonymous")


async def test_what_is_skipped_is_not_announced() -> None:
    room = Room(3).add(ev.AgendaSet(skipped=("demo/where", "demo/points"), minutes=30))
    text = words(await page(room.seen("room"), (120, 40)))
    assert "1 part, 7 questions, 30 min" in text
    assert "Points" not in text


async def test_a_rehearsal_says_so() -> None:
    text = words(await page(Room(3, session="rehearsal").seen("room"), (120, 40)))
    assert "the room is simulated" in text


@pytest.mark.parametrize("session", ["rehearsal", "live"])
async def test_a_rehearsal_tells_of_its_company_and_keeps_what_it_promises(session: str) -> None:
    told = "We are 60. \x1b[31mSales[/] has money."
    room = Room(3, session=session).add(ev.NoteRecorded(note="company-3", text=told))
    text = words(await page(room.seen("room"), (120, 40)))
    assert ("The company We are 60." in text) == (session == "rehearsal")
    assert ("Sales[/] has money." in text) == (session == "rehearsal")
    assert "Nothing is sent to anybody." in text


async def test_on_the_smallest_screen_too_a_rehearsal_tells_all_of_its_company() -> None:
    cast = ours().casts["the-room"]
    told = [company_of(cast, seed).text for seed in range(40)]
    room = Room(9, session="rehearsal", workshop=kept("full-walk"))
    longest = max(told, key=len)
    room = room.add(ev.NoteRecorded(note="company-3", text=longest))
    text = words(await page(room.seen("room"), keys=True))
    assert f"The company {longest}" in text
    assert "6 parts, 11 questions, 75 min" in text
    assert "Nothing is sent to anybody." in text


async def test_a_day_of_ours_is_not_cut_on_the_smallest_screen() -> None:
    room = Room(9, workshop=kept("full-walk"))
    text = words(await page(room.seen("room"), keys=True))
    assert "6 parts, 11 questions, 75 min" in text
    assert "Was it worth it?" in text
    assert "before the reveal" in text
    assert (
        "1 is all alike, 0 spread evenly, -1 half at each end; 0.50 or more is agreement." in text
    )
    assert "Nothing is sent to anybody." in text


async def test_the_minutes_of_the_list_add_up_to_those_above_it() -> None:
    long = workshop().model_copy(update={"minutes": 60.0})
    text = "\n".join(await page(Room(3, workshop=long).seen("room"), (120, 40)))
    [whole] = map(int, re.findall(r"questions?, (\d+) min", text))
    listed = [int(one) for one in re.findall(r"(?m)^\W*(\d+) min  ", text)]
    assert "Closing, time to spare" in text
    assert sum(listed) == whole
