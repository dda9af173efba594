"""What the room names before it goes on, and what it adds and takes out."""

from __future__ import annotations

import pytest
from support import branching
from support.pilot import Stage, workshop
from textual import events

from mops_tui.model.packs.questions import items_of
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View
from mops_tui.tui.screens.dialogs.forms import FormScreen

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("kept_packs")]

BRIEF = cmd.Show(View("brief", "s"))
MADE = branching.workshop("next", "waves", "sides")


def waves(stage: Stage) -> list[str]:
    question = stage.head.question("s/waves")
    assert question is not None
    return [item.label for item in items_of(question)]


async def test_space_at_the_brief_asks_for_the_name_and_goes_on_with_it() -> None:
    async with workshop(BRIEF, workshop=MADE) as stage:
        await stage.press("space")
        await stage.sees("Which change?")
        await stage.press(*"one brief", "enter")
        await stage.until(lambda: stage.head.view == View("question", "s/next"))
        await stage.sees("one brief, and then")


async def test_without_a_name_the_next_space_goes_on_with_the_packs_word() -> None:
    async with workshop(BRIEF, workshop=MADE) as stage:
        await stage.press("space")
        await stage.sees("Which change?")
        await stage.press("escape")
        await stage.sees(
            "Nothing is named yet, so it reads “the change”. Space goes on, e names it."
        )
        await stage.press("space")
        await stage.sees("the change, and then")


async def test_a_doubled_space_neither_skips_the_naming_nor_types_into_it() -> None:
    async with workshop(BRIEF, workshop=MADE) as stage:
        stage.app.keyboard.bounce = 0.2
        await stage.press("space", "space")
        await stage.sees("Which change?")
        assert stage.head.view == View("brief", "s")
        form = stage.screen
        assert isinstance(form, FormScreen)
        assert form._box("subject").value.strip() == ""


async def test_three_pasted_lines_are_one_name() -> None:
    async with workshop(BRIEF, workshop=MADE) as stage:
        await stage.press("e")
        await stage.sees("Which change?")
        stage.app.post_message(events.Paste("one brief\n[b]for\x1b[31m all\nteams"))
        await stage.press("f2")
        await stage.until(lambda: stage.head.subjects)
        name = stage.head.subjects["s"]
        assert name.startswith("one brief")
        assert "\n" not in name
        assert "\x1b" not in name


async def test_e_takes_an_example_out_by_its_letter_and_u_brings_it_back() -> None:
    async with workshop(
        cmd.NameSubject("s", "x"), cmd.Show(View("question", "s/waves")), workshop=MADE
    ) as stage:
        await stage.press("e")
        await stage.sees("Take out")
        await stage.press(*"Agents", "tab", "a", "f2")
        await stage.until(lambda: waves(stage) == ["Bots", "Agents"])
        await stage.press("u", "u")
        await stage.until(lambda: waves(stage) == ["Chat", "Bots"])


async def test_a_letter_that_stands_for_nothing_is_said() -> None:
    async with workshop(
        cmd.NameSubject("s", "x"), cmd.Show(View("question", "s/waves")), workshop=MADE
    ) as stage:
        await stage.press("e", "tab", "z", "f2")
        await stage.sees("There is no answer Z here.")
        assert waves(stage) == ["Chat", "Bots"]


async def test_what_is_added_stays_and_the_sign_that_stands_for_nothing_is_said_last() -> None:
    async with workshop(
        cmd.NameSubject("s", "x"), cmd.Show(View("question", "s/waves")), workshop=MADE
    ) as stage:
        await stage.press("e", *"Agents", "tab", "z", "f2")
        await stage.until(lambda: waves(stage) == ["Chat", "Bots", "Agents"])
        await stage.sees("There is no answer Z here.")


async def test_the_signs_that_can_be_taken_out_are_named_with_none_between_that_is_not_there() -> (
    None
):
    async with workshop(
        cmd.NameSubject("s", "x"), cmd.Show(View("question", "s/waves")), workshop=MADE
    ) as stage:
        await stage.press("e", *"Agents", "tab", "a", "f2")
        await stage.until(lambda: waves(stage) == ["Bots", "Agents"])
        await stage.press("e")
        await stage.sees("its letter: A, B")


async def test_a_name_that_is_too_long_is_cut_in_the_field_and_said() -> None:
    async with workshop(BRIEF, workshop=MADE) as stage:
        await stage.press("e")
        await stage.sees("Which change?")
        stage.app.post_message(events.Paste("one brief for every campaign in the whole wide world"))
        await stage.sees("did not fit")
        await stage.press("f2")
        await stage.until(lambda: stage.head.subjects)
        assert stage.head.subjects["s"] == "one brief for every campaign in the whol"
