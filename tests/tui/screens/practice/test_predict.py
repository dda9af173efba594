"""Predicting a room: ten points first, then its votes beside them, and a score that is kept."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from functools import partial

import pytest
from support.alone import at_ballot
from support.pilot import Stage, app_running, text_of
from support.rehearsed import rehearsal_file
from support.results import Room, choices
from textual.widgets import OptionList

from mops_tui.model.session.events import RoomPredicted
from mops_tui.model.session.header import Policy
from mops_tui.sources.practice.answers import read_practice
from mops_tui.storage.folders.places import places
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.journal import header_bytes
from mops_tui.tui.destinations import Practise
from mops_tui.tui.screens.dialogs.help import HelpScreen
from mops_tui.tui.screens.practice.practice import PracticeScreen
from mops_tui.tui.screens.practice.predict import PredictScreen

SIZES = [(80, 24), (120, 40)]


def kept() -> list[RoomPredicted]:
    answers, _damaged = read_practice(places().practice)
    return [one.event for one in answers if isinstance(one.event, RoomPredicted)]


def save(room: Room) -> None:
    folder = places().sessions
    folder.mkdir(parents=True, exist_ok=True)
    data = header_bytes(room.header) + b"".join(map(encode, room.events))
    (folder / f"{room.header.id}.toml").write_bytes(data)


@contextlib.asynccontextmanager
async def predicting(size: tuple[int, int] = SIZES[0]) -> AsyncIterator[Stage]:
    async with app_running(start=Practise(), size=size) as stage:
        await stage.on(PracticeScreen)
        listed = stage.screen.query_one("#practice-list", OptionList)
        listed.highlighted = listed.get_option_index("*predict")
        await stage.press("enter")
        await stage.on(PredictScreen)
        yield stage


@pytest.mark.parametrize("size", SIZES)
async def test_the_room_is_shown_once_its_votes_were_predicted(size: tuple[int, int]) -> None:
    save(Room(4, roles=("CMO", "CIO"), title="Our room").round("demo/where", choices("aabb")))
    async with predicting(size) as stage:
        text = await stage.sees("“Our room”", "4 people were there.", "10 points left")
        await at_ballot(stage)
        assert "50 %" not in text
        await stage.press("7", "enter")
        await stage.sees("3 points are left.")
        assert kept() == []
        await stage.press("down", "3", "enter")
        await stage.sees("You placed 80 % of the votes right.", "░ your prediction")
        await stage.sees("There was no second round.")
        [event] = kept()
        assert (event.session, event.question, event.score) == ("s-1", "demo/where", 80)
        assert (event.answers, event.points) == (("a", "b"), (7, 3))
        await stage.press("space")
        await stage.sees("That was it for now.", "4 more predictions, and there is an average.")
        await stage.press("space")
        await stage.on(PracticeScreen)


async def test_a_question_is_not_asked_twice_as_a_new_one() -> None:
    save(Room(4).round("demo/where", choices("aabb")))
    async with predicting() as stage:
        await stage.sees("10 points left")
        await at_ballot(stage)
        await stage.press("left", "right", *["right"] * 9, "enter")
        await stage.sees("You placed 50 % of the votes right.")
        await stage.press("escape")
        await stage.on(PracticeScreen)
        await stage.press("enter")
        await stage.sees("You have predicted the one question that your rooms have answered.")


async def test_a_pass_leaves_the_question_for_later() -> None:
    save(Room(4).round("demo/where", choices("aabb")))
    async with predicting() as stage:
        await stage.sees("10 points left")
        await at_ballot(stage)
        await stage.press("p")
        await stage.sees("That was it for now.", "1 more question waits.")
        assert kept() == []


async def test_where_there_is_no_room_a_rehearsal_is_offered() -> None:
    async with predicting() as stage:
        await stage.sees("No room of yours has answered", "r rehearses one now.")
        await stage.press("space")
        await stage.on(PracticeScreen)


async def test_a_session_that_was_run_meanwhile_is_found() -> None:
    async with predicting() as stage:
        await stage.sees("No room of yours has answered")
        await stage.press("question_mark")
        await stage.on(HelpScreen)
        save(Room(4).round("demo/where", choices("aabb")))
        await stage.press("escape")
        await stage.sees("10 points left")


async def test_an_anonymous_room_is_only_counted() -> None:
    policy = Policy(anonymity="anonymous")
    save(Room(4, roles=("CMO",), policy=policy).round("demo/where", choices("aabb")))
    async with predicting() as stage:
        text = await stage.sees("Answers were anonymous.", "4 answered this.")
        assert "CMO" not in text


async def test_keys_in_a_burst_predict_one_question_at_most() -> None:
    places().sessions.mkdir(parents=True)
    rehearsal_file(places().sessions / "one.toml")
    async with predicting() as stage:
        await stage.sees("10 points left")
        await at_ballot(stage)
        await stage.burst(*["right"] * 10, "enter", "enter", "space", "enter", "right")
        await stage.still()
        assert len(kept()) == 1


async def test_the_average_stands_in_the_progress() -> None:
    places().sessions.mkdir(parents=True)
    rehearsal_file(places().sessions / "one.toml", "full-walk")
    async with predicting((120, 40)) as stage:
        for number in range(1, 6):
            await stage.sees(f"{number} of 5", "10 points left")
            await at_ballot(stage)
            await stage.press(*["right"] * 10, "enter")
            await stage.sees("An even guess would have got")
            await stage.press("space")
        average = int(sum(one.score for one in kept()) / 5 + 0.5)
        words = f"In 5 predictions you placed {average} % of the votes right on average."
        await stage.sees(words)
        await stage.press("space")
        await stage.on(PracticeScreen)
        await stage.press("up", "enter")
        await stage.sees("Predicting the room", words)


SIGNS = ("All ten are poured", "You placed 80 %", "That was it for now.")


@pytest.mark.parametrize("size", SIZES)
async def test_another_size_of_the_window_draws_anew_what_stands_there(
    size: tuple[int, int],
) -> None:
    """As if the window had been so from the beginning; what is laid stays laid."""
    save(Room(4, roles=("CMO", "CIO"), title="Our room").round("demo/where", choices("aabb")))
    wanted: list[str] = []
    for first in (size, next(one for one in SIZES if one != size)):
        async with predicting(first) as stage:
            await stage.sees("10 points left")
            await at_ballot(stage)
            await stage.press("7", "down", "3")
            for number, sign in enumerate(SIGNS):
                text = await stage.sees(sign)
                if first == size:
                    wanted.append(text)
                else:
                    await stage.pilot.resize_terminal(*size)
                    same = partial(shows, stage, wanted[number])
                    await stage.until(same, f"what a window of {size} shows")
                    await stage.pilot.resize_terminal(*first)
                await stage.press("enter")
        for file in places().practice.iterdir():
            file.unlink()


def shows(stage: Stage, text: str) -> bool:
    return text_of(stage.pilot) == text
