"""A walk alone ends in something: a map, earlier answers, a conclusion; and one key goes back."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

import pytest
from support.alone import at_ballot, kept
from support.pilot import Stage, app_running
from support.rehearsed import ours
from textual.widgets import OptionList

from mops_tui.sources.practice.answers import read_practice
from mops_tui.storage.folders.places import places
from mops_tui.tui.destinations import Practise
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.practice.conclusion import ConclusionScreen
from mops_tui.tui.screens.practice.practice import PracticeScreen
from mops_tui.tui.screens.practice.scenario import ScenarioScreen

PLACEMENT = "org-placement"


async def answer(stage: Stage, *keys: str) -> None:
    """Go on to the next question, and answer it with these keys and the confidence."""
    await stage.press("space")
    await at_ballot(stage)
    await stage.press(*keys)
    await stage.sees("You passed" if keys == ("p",) else "You said")


async def begun(stage: Stage) -> None:
    """Choose the walk, not the cards."""
    await stage.on(ChooseScreen)
    await stage.press("down", "enter")


@contextlib.asynccontextmanager
async def walking(scenario: str, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Stage]:
    """At the brief of a scenario."""
    async with app_running(start=Practise(scenario), size=size) as stage:
        await stage.on(ChooseScreen)
        choices = stage.screen.query_one(OptionList)
        choices.highlighted = choices.get_option_index("walk")
        await stage.press("enter")
        await stage.on(ScenarioScreen)
        await stage.sees(ours().scenarios[scenario].title)
        yield stage


async def walked(stage: Stage) -> None:
    """Through the shipped scenario: needs that point to IT, and RevOps chosen."""
    await answer(stage, "1", "enter", "4", "enter")
    await answer(stage, "p")
    await answer(stage, *"241312", "enter", "3", "enter")
    await answer(stage, "2", "down", "8", "enter", "2", "enter")
    await answer(stage, "4", "enter", "4", "enter")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_walk_ends_in_its_map_and_in_what_its_answers_add_up_to(
    size: tuple[int, int],
) -> None:
    async with walking(PLACEMENT, size) as stage:
        await walked(stage)
        await stage.sees("MOps where your answer puts it", "your own answer")
        await answer(stage, *"3221", "enter", "3", "enter")
        await answer(stage, *"1223", "enter", "4", "enter")
        await answer(stage, "5", "enter", "1", "enter")
        await stage.press("space")
        text = await stage.sees("What your answers add up to")
        assert "What does not go together yet" in text
        assert "In “Where MOps should report” you chose RevOps." in " ".join(text.split())
        seen = text
        while "All your answers" not in stage.text:
            await stage.press("pagedown")
            seen += stage.text
        assert "“What the company needs”, as you rated it, points to" in " ".join(seen.split())
        assert "One leader answers for all three (Not true)" in seen
        assert "What to change first: Change the desks (not firm at all)" in seen
        await stage.press("space")
        await stage.on(PracticeScreen)


async def test_back_leads_to_the_ballot_with_ones_answer_in_it() -> None:
    async with walking(PLACEMENT) as stage:
        await answer(stage, "1", "enter", "4", "enter")
        await stage.press("space")
        await stage.sees("2 of 7")
        await stage.press("b")
        await stage.sees("1 of 7", "▸ 1 ◉ Marketing")
        await stage.press("enter")
        await stage.sees("You said  Marketing (sure)")
        assert len(kept()) == 1  # nothing was changed, and nothing is written
        await stage.press("b", "2", "enter")
        for back in ("b", "escape"):
            await stage.sees("How sure are you of it?")
            await stage.press(back)
            await at_ballot(stage)
            await stage.press(*["enter"] * (back == "b"))
        await stage.press("enter", "5", "enter")
        await stage.sees("You said  IT (certain)")
        said = read_practice(places().practice)[0]
        assert [one.event.kind for one in said] == ["answer-taken-back", "answer-committed"]
        await stage.press("b", "b")
        await stage.sees("You have passed your last exam")
        await stage.press("b")  # nothing is before the brief
        await stage.press("space")
        await stage.sees("2 of 7")


async def test_an_answer_that_was_changed_changes_what_is_asked() -> None:
    async with walking(PLACEMENT) as stage:
        await walked(stage)
        await stage.press("b", "1", "enter", "4", "enter")
        await stage.sees("You said  Marketing (firm)")
        await stage.press("space")
        await stage.sees("What must be true near Marketing", "6 of 7")


async def test_earlier_answers_are_told_once_one_has_answered() -> None:
    async with walking(PLACEMENT) as stage:
        await answer(stage, "1", "enter", "4", "enter")
        while stage.screen is not None and "add up to" not in stage.text:
            await stage.press("space")
            if "You said" not in stage.text and "add up to" not in stage.text:
                await at_ballot(stage)
                await stage.press("p")
                await stage.sees("You passed")
        await stage.press("space")
        await stage.on(PracticeScreen)
    async with walking(PLACEMENT) as stage:
        while "You stood least" not in stage.text and "You went through" not in stage.text:
            await stage.press("pagedown")
        await stage.press("space")
        await at_ballot(stage)
        assert "Last time" not in stage.text  # what one said then would draw the answer
        await stage.press("2", "enter", "4", "enter")
        await stage.sees("Last time, on", "you said: Marketing (sure).")


async def test_what_a_walk_came_to_can_be_read_again() -> None:
    async with walking(PLACEMENT) as stage:
        for _question in range(8):
            if "add up to" in stage.text:
                break
            await stage.press("space")
            if "add up to" not in stage.text:
                await at_ballot(stage)
                await stage.press("p")
                await stage.sees("You passed")
        await stage.press("space")
        await stage.on(PracticeScreen)
        count = len(kept())
        listed = stage.screen.query_one("#practice-list", OptionList)
        listed.highlighted = listed.get_option_index(f"scenario:{PLACEMENT}")
        await stage.press("enter")
        await stage.sees("Read what your walk of")
        await stage.press("up", "enter")
        await stage.on(ConclusionScreen)
        await stage.sees("What your answers add up to", "You passed all")
        await stage.press("escape")
        await stage.on(PracticeScreen)
        assert len(kept()) == count


async def test_keys_in_a_burst_answer_no_more_than_one_question() -> None:
    async with walking(PLACEMENT) as stage:
        await stage.press("space")
        await at_ballot(stage)
        await stage.burst("1", "enter", "4", "enter", "enter", "space", "b", "b", "b", "enter")
        await stage.still()
        assert {one.question for one in kept()} <= {f"{PLACEMENT}/today", f"{PLACEMENT}/terms"}


async def test_a_subject_is_named_before_the_first_question_and_stays() -> None:
    async with app_running(start=Practise("change-readiness")) as stage:
        await begun(stage)
        await stage.on(ScenarioScreen)
        await stage.press("space")
        await stage.sees("What is it about?")
        await stage.type("one brief")
        await stage.press("enter")
        await at_ballot(stage)
        await stage.sees("1 of ")
        await stage.press("p")
        await stage.sees("You passed")
    async with app_running(start=Practise("change-readiness")) as stage:
        await begun(stage)
        await stage.on(ScenarioScreen)
        while "It is about: one brief" not in stage.text:
            await stage.press("pagedown")
        await stage.press("space")
        await at_ballot(stage)
        await stage.sees("2 of ")


async def test_waves_of_ones_own_are_added_and_others_taken_out() -> None:
    async with app_running(start=Practise("adoption-waves")) as stage:
        await begun(stage)
        await stage.on(ScenarioScreen)
        await stage.press("space")
        await at_ballot(stage)
        await stage.press("e")
        await stage.sees("Add an answer, or take one out")
        await stage.type("Stalls")
        await stage.press("enter")
        await stage.type("A")
        await stage.press("enter")
        text = await stage.sees("Stalls")
        assert "AI agents" not in text


async def test_ideas_that_are_not_handed_in_are_not_lost_by_going_back_nor_by_one_esc() -> None:
    async with walking("adoption-waves") as stage:
        while "What would help them across" not in stage.text:
            await stage.press("space")
            await at_ballot(stage)
            if "What would help them across" not in stage.text:
                await stage.press("p")
                await stage.sees("You passed")
        await stage.type("tea")
        await stage.press("f4")
        await stage.sees("Four channels, modernised")
        await at_ballot(stage)
        await stage.press("p")
        await stage.sees("You passed")
        await stage.press("space")
        await stage.sees("What would help them across", "tea")
        await stage.type(" at ten")
        await stage.press("escape")
        await stage.sees("Ideas are written here")
        await stage.press("f2", "4", "enter")
        await stage.sees("You said", "at ten")
