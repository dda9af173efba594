"""Writing down: decisions, actions, the parking lot and notes, and amending them."""

from __future__ import annotations

import pytest
from support.narrow import a, input_of
from support.pilot import workshop

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.state import View
from mops_tui.tui.screens.dialogs.forms import FormScreen
from mops_tui.tui.screens.dialogs.notebook import NotebookScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen
from mops_tui.tui.screens.workshop.writing import HINT, names_hint
from mops_tui.tui.widgets.fields import LineField, WordsField

pytestmark = pytest.mark.slow


async def test_a_decision_by_enter_from_field_to_field() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("d")
        await stage.on(FormScreen)
        await stage.sees("A decision", "What do we do?")
        for value in ("Move", "Nearer", "Olu", "Ana, the CIO", "Olu asks", "1 March", "4", "Ian"):
            await stage.type(value)
            await stage.press("enter")
        await stage.on(WorkshopScreen)
        await stage.sees("The decision is written down.")
        (made,) = stage.head.decisions.values()
        assert (made.scenario, made.what, made.why) == ("demo", "Move", "Nearer")
        assert (made.owner, made.confidence, made.dissent) == ("Olu", 4, "Ian")
        assert (made.agree, made.first_step, made.review) == ("Ana, the CIO", "Olu asks", "1 March")


async def test_a_name_of_the_room_is_gone_on_with_where_one_is_begun() -> None:
    async with workshop(at="demo/where") as stage:
        name = next(iter(stage.head.participants.values())).name
        await stage.press("d")
        await stage.on(FormScreen)
        await stage.type("Move")
        await stage.press("enter", "enter")
        await stage.sees(name)
        await stage.type(name[:2].lower())
        owner = a(LineField, stage.screen.query_one("#owner"))
        await stage.until(lambda: owner._suggestion == name, "for the name")
        await stage.press("right", "enter")
        await stage.type(f"the CIO, {name[:2]}")
        agree = a(LineField, stage.screen.query_one("#agree"))
        await stage.until(lambda: agree._suggestion.endswith(name), "for the name")
        await stage.press("right", "f2")
        await stage.on(WorkshopScreen)
        (made,) = stage.head.decisions.values()
        assert (made.owner, made.agree) == (name, f"the CIO, {name}")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_is_asked_and_what_is_said_stay_however_much_is_written(
    size: tuple[int, int],
) -> None:
    long = "One form for every campaign, and nothing by mail any more. " * 12
    made = cmd.RecordDecision("d-1", "demo", long, long, first_step=long, dissent=long)
    async with workshop(made, at="demo/where", size=size) as stage:
        await stage.press("l", "enter")
        await stage.on(FormScreen)
        sure = input_of(stage.screen, "#sure")
        sure.focus()
        await stage.type("9")
        await stage.press("f2")
        await stage.sees("What do we do?", "a number from 1 to 5, or nothing.", "F2: save")
        fields = stage.screen.query_one("#form-fields").region
        assert fields.contains_region(sure.region)
        await stage.press("escape", "escape")


async def test_three_lines_pasted_into_a_field_are_one_line_of_it() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("d")
        await stage.on(FormScreen)
        await stage.type("Move")
        for field in ("owner", "agree", "review"):
            box = input_of(stage.screen, f"#{field}")
            box.focus()
            box.paste("one\ntwo\nthree\n")
        await stage.press("f2")
        await stage.on(WorkshopScreen)
        (made,) = stage.head.decisions.values()
        assert {made.owner, made.agree, made.review} == {"one two three"}


async def test_a_decision_taken_at_a_result_is_shown_to_the_room_until_the_next_key() -> None:
    votes = [cmd.CastVote("demo/where", f"p{n}", Choice("a")) for n in (1, 2, 3)]
    async with workshop(*votes, cmd.Reveal("demo/where"), at="demo/where") as stage:
        await stage.press("d")
        await stage.on(FormScreen)
        await stage.type("Move")
        await stage.press("f2")
        await stage.on(WorkshopScreen)
        await stage.sees("DECIDED", "Nobody owns it yet", "Space returns to where the room was.")
        assert stage.head.view == View("decision", "demo", back=True)
        await stage.press("space")
        await stage.misses("Nobody owns it yet")
        assert stage.head.view.key == ("question", "demo/where")
        await stage.press("u")
        assert not stage.head.decisions


async def test_before_the_close_there_is_no_report_to_open() -> None:
    async with workshop(cmd.Show(View("workshop"))) as stage:
        await stage.sees("Space closes the workshop; everything is saved already.")
        await stage.press("r")
        await stage.on(WorkshopScreen)
        await stage.press("space", "space")
        await stage.sees("r opens its report, Esc goes home.", "esc Home r Report ? Keys")


async def test_what_is_needed_is_asked_for_and_escape_writes_nothing() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("d")
        await stage.on(FormScreen)
        await stage.press("f2")
        await stage.sees("Fill in “What” first.")
        await stage.type("Move")
        await stage.press(*["down"] * 6)
        await stage.type("9")
        await stage.press("f2")
        await stage.sees("“How sure, 1 to 5”: a number from 1 to 5, or nothing.")
        await stage.press("escape")
        await stage.sees("Esc again drops what you wrote. F2 saves it.")
        await stage.press("escape")
        await stage.on(WorkshopScreen)
        assert not stage.head.decisions


async def test_an_action_the_parking_lot_and_a_private_note() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("i")
        await stage.on(FormScreen)
        for value in ("Draft", "Finn", "Friday"):
            await stage.type(value)
            await stage.press("enter")
        await stage.sees("The action is written down.")
        await stage.press("k")
        await stage.on(FormScreen)
        await stage.type("Budget")
        await stage.press("enter")
        await stage.sees("Parked.")
        await stage.press("n")
        await stage.on(FormScreen)
        await stage.type("Secretword")
        await stage.sees("Secretword")
        await stage.press("shift+tab", "space")
        await stage.misses("Secretword")
        await stage.sees("••••••••••")
        await stage.press("f2")
        await stage.sees("Kept for you alone: l lists it, once c has shown you the cues.")
        (action,) = stage.head.actions.values()
        assert (action.what, action.who, action.by) == ("Draft", "Finn", "Friday")
        parked, private = stage.head.notes.values()
        assert (parked.list, parked.text, parked.about) == ("parking", "Budget", "demo/where")
        assert (private.list, private.private) == ("note", True)
        # The room's notebook has all but the private note.
        await stage.press("l")
        await stage.on(NotebookScreen)
        text = await stage.sees("Draft", "Budget")
        assert "Secretword" not in text


async def test_a_private_note_is_never_drawn_where_the_room_looks() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("N")
        await stage.on(FormScreen)
        box = stage.screen.query_one(WordsField)
        for letter in "Ana 漢":
            box.insert(letter)
            await stage.pilot.pause()
            assert not {"A", "n", "漢"} & set(stage.text.partition("Text")[2].split("╰")[0])
        await stage.press("ctrl+j")
        box.paste("Bo\x1b[31m [b]left[/b]")
        await stage.sees("••• ＊", "•• ••••••••••")
        await stage.burst("f2", "f2")
        await stage.sees("Kept for you alone")
        (note,) = stage.head.notes.values()
        assert (note.text, note.private) == ("Ana 漢\nBo [b]left[/b]", True)
        await stage.press("u")
        text = await stage.sees("private note")
        assert "Ana 漢" not in text


async def test_a_private_note_is_read_where_the_room_does_not_look() -> None:
    async with workshop(at="demo/where") as stage:
        stage.room.may_see_cues = True
        await stage.press("N")
        await stage.on(FormScreen)
        await stage.type("Ana")
        await stage.sees("Ana")
        await stage.press("enter")
        await stage.sees("Kept for you alone: l lists it on this screen.")
        await stage.press("l")
        await stage.sees("Note      Ana")


async def test_a_text_in_lines_keeps_them_in_the_frame_of_its_decision() -> None:
    made = cmd.RecordDecision(
        "d-1", "demo", "We\nmove", dissent="The budget follows.\nNobody asked."
    )
    async with workshop(made, cmd.Show(View("decision", "demo"))) as stage:
        text = await stage.sees("dissent  The budget follows.", "Nobody asked.")
        assert "follows. Nobody" not in text


async def test_the_notebook_amends_and_undo_restores() -> None:
    commands = (
        cmd.RecordDecision("d-1", "demo", "Stay", confidence=2),
        cmd.RecordNote("n-1", "Later", "parking"),
    )
    async with workshop(*commands, at="demo/where") as stage:
        await stage.press("l")
        await stage.on(NotebookScreen)
        await stage.sees("Stay", "Later")
        await stage.press("enter")
        await stage.on(FormScreen)
        assert input_of(stage.screen, "#what").value == "Stay"
        assert input_of(stage.screen, "#sure").value == "2"
        await stage.press("end", *["backspace"] * 4)
        await stage.type("Go")
        await stage.press("f2")
        await stage.on(WorkshopScreen)
        await stage.until(lambda: stage.head.decisions["d-1"].what == "Go")
        await stage.press("u")
        await stage.until(lambda: stage.head.decisions["d-1"].what == "Stay")


async def test_an_empty_notebook_says_how_to_fill_it() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("l")
        await stage.sees("Nothing is written down yet.")
        await stage.press("escape")
        await stage.on(WorkshopScreen)


async def test_an_action_and_a_first_step_are_marked_done_in_the_notebook_and_undo_opens_them() -> (
    None
):
    commands = (
        cmd.RecordDecision("d-1", "demo", "Stay", first_step="Tell them"),
        cmd.RecordDecision("d-2", "demo", "Go"),
        cmd.RecordAction("a-1", "Draft", "demo", "Finn", "Friday"),
        cmd.RecordNote("n-1", "Later", "parking"),
    )
    async with workshop(*commands, at="demo/where") as stage:
        await stage.press("l")
        await stage.on(NotebookScreen)
        await stage.press("down", "down", "space")
        await stage.sees("The action is done.")
        assert list(stage.head.done) == ["a-1"]
        # The notebook stays, at what was marked.
        await stage.sees("✓ Action", "The notebook")
        await stage.press("up", "up", "space")
        await stage.sees("The first step is done.", "The notebook")
        assert list(stage.head.first_steps_done) == ["d-1"]
        await stage.press("down", "space")
        await stage.sees("That decision has no first step", "The notebook")
        await stage.press("escape")
        await stage.on(WorkshopScreen)
        await stage.press("u")
        await stage.sees("that “Tell them” is done")
        assert not stage.head.first_steps_done
        await stage.press("u")
        await stage.until(lambda: not stage.head.done)
        await stage.press("l")
        await stage.on(NotebookScreen)
        await stage.press("end", "space")
        assert not stage.head.done


def test_the_names_beside_an_owner_are_examples_and_no_answer() -> None:
    assert names_hint(()) == ""
    assert names_hint(("Ana",)) == "such as Ana"
    many = names_hint(tuple(f"Olu {number}" for number in range(40)))
    assert many.startswith("such as Olu 0, Olu 1, ")
    assert many.endswith(" …")
    assert len(many) <= HINT
