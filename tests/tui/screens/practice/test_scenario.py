"""A scenario walked alone: an answer and a confidence first, then what it brings."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

import pytest
from support.alone import at_ballot, kept
from support.pilot import Stage, app_running
from support.rehearsed import library
from support.results import Room

from mops_tui.model.packs.digest import question_digest
from mops_tui.model.packs.pack import AgendaEntry
from mops_tui.model.packs.questions import options_of
from mops_tui.model.packs.workshop import assemble
from mops_tui.storage.folders.places import places
from mops_tui.storage.sessions.blocks import crc_of, encode
from mops_tui.storage.sessions.journal import header_bytes
from mops_tui.tui.destinations import Practise
from mops_tui.tui.keys.key_queue import BOUNCE
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.practice.practice import PracticeScreen
from mops_tui.tui.screens.practice.scenario import ScenarioScreen
from mops_tui.tui.widgets.pads.base import Pad

CHAOS = "order-from-chaos"
pytestmark = pytest.mark.usefixtures("kept_packs")


@contextlib.asynccontextmanager
async def walking(scenario: str = CHAOS) -> AsyncIterator[Stage]:
    async with app_running(start=Practise(scenario)) as stage:
        await stage.on(ChooseScreen)
        await stage.press("down", "enter")
        await stage.on(ScenarioScreen)
        await stage.sees(library().scenarios[scenario].title)
        yield stage


async def test_the_brief_comes_first_then_the_question_without_its_sides() -> None:
    scenario = library().scenarios[CHAOS]
    async with walking() as stage:
        await stage.sees(scenario.title)
        await stage.press("space")
        await at_ballot(stage)
        text = await stage.sees(scenario.questions[0].title, f"1 of {len(scenario.questions)}")
        assert "Arguments" not in text
        assert "You said" not in text


async def test_enter_at_the_brief_goes_on_and_commits_nothing() -> None:
    async with walking() as stage:
        await stage.press("enter")
        await at_ballot(stage)
        await stage.sees("1 of ")
        assert kept() == []


async def test_an_answer_with_its_confidence_is_kept_and_then_explained() -> None:
    question = library().scenarios[CHAOS].questions[0]
    async with walking() as stage:
        await stage.press("space")
        await at_ballot(stage)
        await stage.press("1", "enter")
        await stage.sees("How firmly do you stand by it?")
        assert kept() == []
        await stage.press("2", "enter")
        await stage.sees("You said")
        [event] = kept()
        assert event.question == f"{CHAOS}/{question.id}"
        assert event.digest == question_digest(question)
        assert event.confidence == 40
        assert event.answer


async def test_a_burst_of_enter_keeps_one_answer_and_does_not_skip_what_is_said_of_it() -> None:
    async with walking() as stage:
        stage.app.keyboard.bounce = BOUNCE
        await stage.press("space")
        await at_ballot(stage)
        await stage.press("1", "enter")
        await stage.sees("How firmly do you stand by it?")
        await stage.press("2")
        await stage.burst(*["enter"] * 6)
        await stage.sees("You said", "1 of ")
        assert len(kept()) == 1


async def test_esc_leads_back_from_how_firmly_to_the_ballot_and_the_choice_stays() -> None:
    async with walking() as stage:
        await stage.press("space")
        await at_ballot(stage)
        await stage.press("2", "enter")
        await stage.sees("How firmly do you stand by it?")
        await stage.press("escape")
        await stage.misses("How firmly")
        await at_ballot(stage)
        assert isinstance(stage.screen, ScenarioScreen)
        assert kept() == []
        await stage.press("enter")
        await stage.sees("How firmly do you stand by it?")


async def test_a_pass_is_no_answer_and_still_learns() -> None:
    async with walking() as stage:
        await stage.press("space")
        await at_ballot(stage)
        await stage.press("p")
        await stage.sees("You passed this question.")
        [event] = kept()
        assert (event.passed, event.confidence) == (True, 0)


@pytest.mark.slow
async def test_every_kind_of_question_can_be_walked_to_its_end() -> None:
    for scenario in ("mops-personas", "adoption-waves"):
        async with walking(scenario) as stage:
            questions = library().scenarios[scenario].questions
            for number in range(1, len(questions) + 1):
                await stage.press("space")
                await at_ballot(stage)
                await stage.sees(f"{number} of {len(questions)}")
                await stage.press("p" if isinstance(stage.screen.focused, Pad) else "f3")
                await stage.sees("You passed")
            await stage.press("space")
            await stage.sees("What your answers add up to", "You passed all")
            await stage.press("space")
            await stage.on(PracticeScreen)
            await stage.sees("That was the whole scenario.")


@pytest.mark.slow
async def test_stopping_keeps_what_was_answered_and_it_can_be_walked_again() -> None:
    async with walking() as stage:
        await stage.press("space")
        await at_ballot(stage)
        await stage.press("1", "enter", "4", "enter")
        await stage.sees("You said")
        await stage.press("escape")
        await stage.on(PracticeScreen)
        assert len(kept()) == 1
    async with walking() as stage:
        await stage.sees("You were at question 2 of 11. Space goes on there.")
        await stage.press("space")
        await at_ballot(stage)
        await stage.sees("2 of 11")


async def test_ones_own_rooms_are_told_and_rehearsals_are_not() -> None:
    scenario = library().scenarios[CHAOS]
    question = scenario.questions[0]
    made = assemble((AgendaEntry(scenario=CHAOS),), library().scenarios, id="t", title="T")
    option = options_of(question)[0].id
    folder = places().sessions
    folder.mkdir(parents=True)
    for name, session in (("live", "live"), ("made", "rehearsal")):
        room = Room(4, workshop=made, session=session, title=f"Our {name} room", id=name)
        room.round(f"{CHAOS}/{question.id}", [{"option": option}] * 4)
        head = header_bytes(room.header)
        opening = room.events[0].model_copy(update={"header_crc": crc_of(head)})
        data = head + b"".join(map(encode, (opening, *room.events[1:])))
        (folder / f"{name}.toml").write_bytes(data)
    async with walking() as stage:
        await stage.press("space")
        await at_ballot(stage)
        await stage.press("1", "enter", "4", "enter")
        await stage.sees("You said")
        for _ in range(40):
            if "In your own rooms" in stage.text:
                break
            await stage.press("down")
        text = await stage.sees("In your own rooms", "Our live room")
        assert "Our made room" not in text


async def test_how_sure_one_is_has_to_be_said_as_well() -> None:
    async with walking() as stage:
        await stage.press("space")
        await at_ballot(stage)
        await stage.press("enter")
        await stage.sees("Choose one first: arrows or a digit.")
        await stage.press("1", "enter", "enter")
        await stage.sees("Choose one of the five steps first: 1 to 5.")
        assert not kept()
        await stage.press("4", "enter")
        await stage.sees("You said")
        await stage.misses("Say how sure")
        assert len(kept()) == 1
