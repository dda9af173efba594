"""A question while the room votes: as large as it can be read, with nothing cut below it."""

from __future__ import annotations

from typing import Any

import pytest
from support.pages import page, with_question
from support.results import Room
from support.sessions import workshop

from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import VisibleState
from mops_tui.tui.letters.blocks import in_blocks

BLOCKS = frozenset("█▀▄")


def voting(question: str = "where", people: int = 9, **changes: Any) -> VisibleState:
    room = Room(people, workshop=with_question(workshop(), question, **changes))
    ref = f"demo/{question}"
    return room.add(ev.QuestionShown(question=ref)).open(ref).seen("room")


def large(rows: tuple[str, ...]) -> int:
    """How many rows of block letters there are, below the bar."""
    return sum(sum(c in BLOCKS for c in row) > 4 for row in rows[2:])


@pytest.mark.parametrize("size", [(120, 40), (160, 50)])
async def test_on_a_large_screen_the_question_is_written_in_block_letters(
    size: tuple[int, int],
) -> None:
    rows = await page(voting(), size)
    blocks = in_blocks("Where should the team sit?", 112, 20)
    assert blocks is not None
    assert blocks.rows[1].strip() in "\n".join(rows)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_on_a_small_screen_it_leaves_the_room_to_the_answers(size: tuple[int, int]) -> None:
    rows = await page(voting(), size)
    assert not large(rows)
    assert "Where should the team sit?" in "\n".join(rows)


@pytest.mark.parametrize(
    "ask", ["MOps は どこに 置く べき ですか?", "Где сидит команда?", "Where to? 🎯", "long " * 240]
)
async def test_what_block_letters_cannot_say_stands_there_in_plain_letters(ask: str) -> None:
    text = "\n".join(await page(voting(ask=ask), (120, 40)))
    assert not large(tuple(text.split("\n")))
    assert ask.split()[0] in text


@pytest.mark.parametrize("size", [(120, 40), (160, 50)])
@pytest.mark.parametrize("question", ["where", "ready", "lean", "waves", "order", "cmo"])
async def test_block_letters_take_half_of_the_screen_at_most_and_cut_no_answer(
    question: str, size: tuple[int, int]
) -> None:
    ask = "For the change that lies ahead of us: where do all of these stand by now, would you say?"
    state = voting(question, ask=ask)
    rows = await page(state, size)
    assert large(rows) <= size[1] // 2
    asked = state.question(f"demo/{question}")
    labels = [
        one.label
        for name in ("options", "items")
        for one in getattr(asked, name, ())
        if hasattr(one, "label")
    ]
    for label in labels:
        assert label in "\n".join(rows), label


@pytest.mark.parametrize("people", [0, 1, 40, 1000])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_whoever_does_not_fit_below_the_question_is_counted(
    people: int, size: tuple[int, int]
) -> None:
    text = "\n".join(await page(voting(people=people), size))
    named = text.count("○ Person")
    assert (
        named + (int(text.split("and ")[-1].split(" more")[0]) if " more" in text else 0) == people
    )


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("question", ["where", "ready", "lean", "waves", "place", "order", "cmo"])
async def test_a_question_without_a_vote_stands_there_with_its_answers_and_no_voters(
    question: str, size: tuple[int, int]
) -> None:
    ref = f"demo/{question}"
    state = Room(9).add(ev.QuestionShown(question=ref)).seen("room")
    assert state.round(ref) is None
    text = "\n".join(await page(state, size))
    asked = state.workshop.question(ref)
    assert asked is not None
    assert asked.ask in text or any(c in BLOCKS for c in text)
    assert "voted" not in text
