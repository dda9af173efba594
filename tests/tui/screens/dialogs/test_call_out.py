"""Call-outs: a typed line, or + and -, becomes a count; nothing of it stays readable."""

from __future__ import annotations

import re

import pytest
from support.narrow import input_of, round_of
from support.pages import with_question
from support.pilot import workshop
from support.sessions import workshop as tiny

from mops_tui.model.packs.answers import Option
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.tui.screens.dialogs.call_out import CallOutScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen

pytestmark = pytest.mark.slow


async def test_a_line_is_counted_and_leaves_only_its_sum() -> None:
    async with workshop(cmd.CountHeads(9), at="demo/where") as stage:
        await stage.press("g")
        await stage.on(CallOutScreen)
        await stage.type("6 alp, 2 gam")
        text = await stage.sees("6  Alpha", "2  Gamma")
        assert round_of(stage.head, "demo/where").tally.size == 0
        await stage.press("enter")
        text = await stage.sees("8 called-out votes are counted.")
        rows = re.findall(r"│ +▸? *(\d) +(\S+)  (\w+) ", text)
        assert rows == [("1", "·", "Alpha"), ("2", "·", "Beta"), ("3", "·", "Gamma")]
        assert "6" not in text.split("What the room calls out")[1]
        assert round_of(stage.head, "demo/where").tally.cells == (("", "a", 6), ("", "c", 2))
        await stage.press("escape")
        await stage.on(WorkshopScreen)
        text = await stage.sees("8 of 9 have voted   8 called out")
        assert not set("62") & set(text.split("Where should", 1)[1])


async def test_plus_and_minus_count_the_answer_that_is_picked() -> None:
    async with workshop(cmd.CountHeads(9), at="demo/where") as stage:
        await stage.press("g")
        await stage.on(CallOutScreen)
        await stage.press("down", "plus", "plus", "plus", "minus")
        await stage.sees("2  Beta")
        await stage.press("enter")
        await stage.sees("2 called-out votes are counted.")
        assert round_of(stage.head, "demo/where").tally.cells == (("", "b", 2),)


async def test_the_last_line_replaces_and_a_sign_adds() -> None:
    async with workshop(cmd.CountHeads(9), at="demo/where") as stage:
        await stage.press("g")
        await stage.on(CallOutScreen)
        for line, size in (("4 a", 4), ("3 a", 3), ("b 2", 5), ("#2 1", 4), ("1 #3", 5)):
            await stage.type(line)
            await stage.press("enter")
            await stage.sees(f"{size} called-out votes are counted.")
        cells = {
            category: n for _item, category, n in round_of(stage.head, "demo/where").tally.cells
        }
        assert cells == {"a": 3, "b": 1, "c": 1}


async def test_more_than_are_free_is_refused_with_the_number() -> None:
    vote = cmd.CastVote("demo/where", "p1", Choice("a"))
    async with workshop(vote, at="demo/where") as stage:
        await stage.press("g")
        await stage.on(CallOutScreen)
        await stage.type("3 beta")
        await stage.press("enter")
        await stage.sees("Only 2 people present have not voted")
        assert round_of(stage.head, "demo/where").tally.size == 0
        assert input_of(stage.screen, "#call-line").value == "3 beta"


async def test_what_cannot_be_read_is_said_and_stays_to_be_mended() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("g")
        await stage.on(CallOutScreen)
        await stage.type("2 delta")
        await stage.press("enter")
        await stage.sees("delta")
        message = str(stage.screen.query_one("#call-message").render())
        assert "delta" in message
        assert input_of(stage.screen, "#call-line").value == "2 delta"
        assert round_of(stage.head, "demo/where").tally.size == 0


async def test_items_come_one_after_the_other_and_pairs_show_both_statements() -> None:
    async with workshop(cmd.CountHeads(5), at="demo/lean") as stage:
        await stage.press("g")
        await stage.on(CallOutScreen)
        await stage.sees("1 of 2", "left: I build machines.", "rather right", "right: I paint.")
        await stage.type("3 #1, 2 #5")
        await stage.press("enter")
        await stage.sees("left: I count.", "2 of 2", "5 called-out votes are counted.")
        await stage.press("shift+tab")
        await stage.sees("1 of 2")
        await stage.press("tab")
        await stage.sees("2 of 2")
        await stage.type("1 #3")
        await stage.press("enter")
        await stage.sees("2 of 2", "● 1 called out", "Every item is counted.")
        assert round_of(stage.head, "demo/lean").tally.cells == (
            ("craft", "-2", 3), ("craft", "2", 2), ("drive", "0", 1),
        )  # fmt: skip


async def test_a_grid_is_called_out_by_its_quadrants() -> None:
    async with workshop(at="demo/place") as stage:
        await stage.press("g")
        await stage.on(CallOutScreen)
        await stage.type("2 sci, 1 orch")
        await stage.sees("2  Scientists", "1  Orchestrators")
        await stage.press("enter")
        await stage.sees("3 called-out votes are counted.")


async def test_all_can_be_taken_back_and_escape_counts_nothing() -> None:
    called = cmd.SetTally("demo/where", (("", "a", 2),))
    async with workshop(called, at="demo/where") as stage:
        await stage.press("g")
        await stage.on(CallOutScreen)
        await stage.press("ctrl+delete")
        await stage.sees("No call-outs are counted now.")
        assert round_of(stage.head, "demo/where").tally.size == 0
        await stage.type("2 beta")
        await stage.press("escape")
        await stage.on(WorkshopScreen)
        assert round_of(stage.head, "demo/where").tally.size == 0


async def test_a_correction_after_the_reveal_is_marked() -> None:
    commands = (cmd.SetTally("demo/where", (("", "a", 2),)), cmd.Reveal("demo/where"))
    async with workshop(*commands, at="demo/where") as stage:
        await stage.press("g")
        await stage.on(CallOutScreen)
        await stage.type("1 alpha, 1 beta")
        await stage.press("enter")
        await stage.sees("2 called-out votes are counted.")
        await stage.press("escape")
        await stage.sees("The called-out votes were corrected after the reveal.")
        assert round_of(stage.head, "demo/where").tally.corrected


async def test_how_many_items_wait_is_said_and_a_full_count_is_not_replaced() -> None:
    async with workshop(cmd.CountHeads(3), at="demo/ready") as stage:
        await stage.press("g")
        await stage.sees("1 of 3")
        for left in ("2 items to go.", "1 item to go.", "Every item is counted."):
            await stage.type("3 absent")
            await stage.press("enter")
            await stage.sees(f"3 called-out votes are counted. {left}")
        await stage.sees("3 of 3", "● 3 called out")
        await stage.press("tab")
        await stage.sees("1 of 3")


async def test_tab_counts_what_is_typed_before_it_goes_on() -> None:
    async with workshop(cmd.CountHeads(9), at="demo/ready") as stage:
        await stage.press("g")
        await stage.sees("1 of 3", "An owner")
        await stage.type("3 absent")
        await stage.press("tab")
        await stage.sees("2 of 3", "3 called-out votes are counted.")
        await stage.press("shift+tab")
        await stage.sees("1 of 3", "● 3 called out")
        await stage.type("banana")
        await stage.press("tab")
        await stage.sees("1 of 3", "How many called “banana”?")


async def test_a_sign_in_a_line_that_is_being_typed_is_text() -> None:
    async with workshop(cmd.CountHeads(9), at="demo/where") as stage:
        await stage.press("g")
        await stage.on(CallOutScreen)
        await stage.type("2 alpha, +1 beta")
        await stage.press("enter")
        await stage.sees("3 called-out votes are counted.")


async def test_shift_tab_counts_and_goes_to_the_item_before() -> None:
    async with workshop(cmd.CountHeads(9), at="demo/ready") as stage:
        await stage.press("g")
        await stage.sees("1 of 3")
        await stage.press("tab")
        await stage.sees("2 of 3", "Training")
        await stage.type("3 absent")
        await stage.press("shift+tab")
        await stage.sees("1 of 3", "An owner", "3 called-out votes are counted.")


async def test_control_and_an_arrow_count_whatever_stands_in_the_line() -> None:
    async with workshop(cmd.CountHeads(9), at="demo/where") as stage:
        await stage.press("g")
        await stage.on(CallOutScreen)
        await stage.type("1 alpha")
        await stage.press("ctrl+up")
        await stage.sees("2  Alpha")


@pytest.mark.parametrize("line", ["1 2, 2 5", "1 rather l, 2 right", "2 paint, 1 rather left"])
async def test_positions_are_called_out_by_number_and_by_side(line: str) -> None:
    async with workshop(cmd.CountHeads(9), at="demo/lean") as stage:
        await stage.press("g")
        await stage.sees("5 left, 3 right")
        await stage.type(line)
        await stage.press("enter")
        await stage.sees("3 called-out votes are counted.")
        cells = round_of(stage.head, "demo/lean").tally.cells
        assert sorted(cells) == [("craft", "-1", 1), ("craft", "2", 2)]


async def test_a_click_counts_one_for_the_answer_under_the_mouse() -> None:
    async with workshop(cmd.CountHeads(9), at="demo/where") as stage:
        await stage.press("g")
        await stage.on(CallOutScreen)
        await stage.sees("Beta")
        for _click in range(2):
            await stage.pilot.click("#call-answers", offset=(12, 1))
        await stage.sees("2  Beta")
        await stage.press("enter")
        await stage.sees("2 called-out votes are counted.")
        assert round_of(stage.head, "demo/where").tally.cells == (("", "b", 2),)


@pytest.mark.parametrize("words", ["", " that is as long as a label of a pack may well be, " * 2])
async def test_twenty_answers_leave_the_line_and_what_is_said_of_it_in_sight(words: str) -> None:
    options = tuple(Option(id=f"o{n}", label=f"System {n}{words}"[:80].strip()) for n in range(20))
    own = with_question(tiny(), "where", options=options)
    async with workshop(cmd.CountHeads(9), at="demo/where", workshop=own) as stage:
        await stage.press("g")
        await stage.on(CallOutScreen)
        await stage.sees("System 0", "Enter counts")
        await stage.press("up")
        await stage.sees("System 19")
        await stage.press("down")
        line = stage.screen.query_one("#call-line")
        assert line.region.bottom < stage.screen.size.height - 1
        await stage.type("2 20")
        await stage.press("enter")
        await stage.sees("2 called-out votes are counted.")
        assert round_of(stage.head, "demo/where").tally.cells == (("", "o19", 2),)
