"""The last page: decisions, who does what, where the room stands, what the time brought."""

from __future__ import annotations

import re
from typing import Any

import pytest
from support.pages import SIZES, page
from support.results import Room

from mops_tui.model.session import events as ev
from mops_tui.tui.letters.blocks import in_blocks

WHERE = "demo/where"


def closed(decisions: int = 0, people: int = 4, **header: Any) -> Room:
    room = Room(people, **header).add(ev.QuestionShown(question=WHERE))
    room.round(WHERE, [{"option": o} for o in ("aaab" * people)[:people]])
    for n in range(decisions):
        room.add(
            ev.DecisionRecorded(
                decision=f"d{n}", scenario="demo", what=f"Decision {n}", owner="Olu"
            )
        )
    return room.add(ev.SummaryShown(of="workshop"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("decisions", [0, 1, 3, 9])
async def test_every_decision_has_its_owner_and_its_day(
    decisions: int, size: tuple[int, int]
) -> None:
    text = "\n".join(await page(closed(decisions).seen("room"), size))
    assert ("No decision is written down." in text) == (not decisions)
    assert text.count("Owner: Olu · decided 2 November 2026") >= min(decisions, 5)
    if decisions > 1:
        assert f"{decisions} decisions" in text


async def test_one_short_decision_is_in_block_letters_where_there_is_room() -> None:
    blocks = in_blocks("Decision 0", 100, 9)
    assert blocks is not None
    text = "\n".join(await page(closed(1).seen("room"), (120, 40)))
    assert blocks.rows[0] in text


async def test_actions_have_who_and_by_when_and_what_is_parked_is_there() -> None:
    room = closed()
    room.add(
        ev.ActionRecorded(action="a", what="Write to Sales", who="Ian", by="2027-01-15"),
        ev.NoteRecorded(note="n", list="parking", text="Who signs?"),
        ev.NoteRecorded(note="p", text="Hush", private=True),
    )
    text = "\n".join(await page(room.seen("room"), (120, 40)))
    assert "→ Write to Sales" in text
    assert "Ian · by 15 January 2027" in text
    assert "Who signs?" in text
    assert "Hush" not in text


async def test_a_round_that_was_never_revealed_is_only_counted() -> None:
    room = closed().open("demo/points").add(ev.SummaryShown(of="workshop"))
    room.vote("demo/points", "p1", options=("a",), points=(10,))
    text = "\n".join(await page(room.seen("room"), (120, 40)))
    assert "Never revealed" in text
    assert "Points  1 vote" in text


@pytest.mark.parametrize("keys", [True, False])
async def test_once_it_is_closed_it_says_how_to_get_the_report(keys: bool) -> None:
    room = closed(1).add(ev.SessionClosed())
    text = "\n".join(await page(room.seen("room"), keys=keys))
    assert ("r opens its report" in text) == keys
    assert "The workshop is closed." in text


async def test_an_anonymous_room_is_named_nowhere() -> None:
    room = closed(1, policy={"anonymity": "anonymous"})
    text = "\n".join(await page(room.seen("room"), (120, 40)))
    assert "Person" not in text
    assert "p1" not in text


@pytest.mark.parametrize("size", SIZES)
async def test_of_five_decisions_that_fell_short_each_says_so_and_what_we_found_is_seen(
    size: tuple[int, int],
) -> None:
    room = Room(5).add(ev.QuestionShown(question=WHERE))
    room.round(WHERE, [{"option": o} for o in "aaabb"])
    for n in range(5):
        room.add(
            ev.DecisionRecorded(
                decision=f"d{n}", scenario="demo", what=f"Alpha it is, {n}", owner="Helen Okafor"
            )
        )
    text = "\n".join(await page(room.add(ev.SummaryShown(of="workshop")).seen("room"), size))
    assert len(re.findall("3 of 5, short of (the )?75 %", text)) == 5
    assert text.count("Owner: Helen Okafor") == 5
    assert "What we found" in text
    assert "Where: Alpha leads with 3 of 5." in text
    assert "To do" not in text


async def test_that_nothing_is_to_be_done_is_one_line_below_the_rest() -> None:
    text = "\n".join(await page(closed(1).seen("room"), (120, 40)))
    assert text.index("What we found") < text.index("No action is written down.")
    assert "To do" not in text
