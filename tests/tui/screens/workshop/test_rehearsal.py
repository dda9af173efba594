"""A rehearsal on the screen: you facilitate, the room is simulated, and a debrief ends it."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from support.narrow import round_of
from support.pilot import Stage, app_running
from support.rehearsed import library
from support.served import FakeServe

from mops_tui.entry import serve_phones
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.state import View
from mops_tui.sources.phones.admission import Joined
from mops_tui.sources.simulated.room import Simulation
from mops_tui.storage.sessions import journal
from mops_tui.tui.destinations import Demo, Rehearse, ResumeSession
from mops_tui.tui.screens.checking.room_check import RoomCheckScreen
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.workshop import rehearsal as module
from mops_tui.tui.screens.workshop.rehearsal import RehearsalScreen
from mops_tui.tui.screens.workshop.simulated.ask_why import AskWhyScreen
from mops_tui.tui.screens.workshop.simulated.debrief import DebriefScreen
from mops_tui.tui.screens.workshop.simulated.demo import DemoScreen
from mops_tui.usecases.rehearse import rehearse_demo

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("kept_packs")]

SPELL = "org-placement/spell"


@contextlib.asynccontextmanager
async def rehearsing(people: int = 9) -> AsyncIterator[Stage]:
    async with app_running(start=Rehearse("placement-only", people)) as stage:
        await stage.on(RehearsalScreen)
        await stage.until(lambda: stage.screen.query("TopBar"), "for the room")
        await stage.settled()
        yield stage


def room_of(stage: Stage) -> Simulation:
    assert isinstance(stage.screen, RehearsalScreen)
    return stage.screen._simulation


async def vote(stage: Stage) -> None:
    """Let the room's time pass until everybody who votes of themselves has voted."""
    simulation = room_of(stage)
    for _ in range(2000):
        simulation.advance(0.25)
    await stage.settled()


async def test_the_room_comes_in_and_the_session_says_what_it_is() -> None:
    async with rehearsing() as stage:
        await stage.sees("Rehearsal: ")
        assert len(stage.head.participants) == 9
        assert stage.room.session.header.session == "rehearsal"
        assert stage.room.session.header.title.startswith("Rehearsal: ")


async def test_the_room_votes_by_itself_and_secretly_and_the_asked_one_waits() -> None:
    async with rehearsing() as stage:
        await stage.do(cmd.Show(View("question", SPELL)))
        await stage.sees("0 of 9 have voted")
        await vote(stage)
        text = await stage.sees("8 of 9 have voted")
        assert "▏" not in text
        assert "%" not in text
        await stage.press("m")
        await stage.sees("You ask Jonas Weil.")
        await vote(stage)
        await stage.sees("9 of 9 have voted")
        await stage.press("m")
        await stage.sees("Everybody has voted.")


async def test_ones_own_phone_votes_with_the_simulated_room_to_the_debrief() -> None:
    async with rehearsing(people=3) as stage:
        stage.app.serve = serve_phones
        await stage.room.open_to_phones(serve_phones, None, "127.0.0.1")
        phones, served = stage.room.phones, stage.room.served
        assert phones is not None
        assert served is not None
        ada = await phones.join(phones.book.code, "Ada", "")
        assert isinstance(ada, Joined)
        await stage.do(cmd.Show(View("question", SPELL)))
        await stage.sees("0 of 4 have voted")
        await vote(stage)
        await stage.press("m")
        await stage.sees("Without a vote, and not simulated: Ada.")
        await vote(stage)
        await stage.sees("3 of 4 have voted")
        await stage.press("J")
        await stage.sees("once one has joined, you know that it works")
        votes = round_of(stage.head, SPELL).votes
        ballot = next(iter(votes.values())).ballot
        assert await phones.vote(ada.participant, SPELL, 1, ballot) is None
        await stage.sees("4 of 4 have voted")
        await stage.press("m")
        await stage.sees("Everybody has voted.")
        await stage.do(cmd.CloseRound(SPELL), cmd.Reveal(SPELL))
        await stage.press("W")
        await stage.on(AskWhyScreen)
        text = await stage.sees("Ask whom?")
        assert "Ada" not in text
        await stage.press("escape")
        await stage.on(RehearsalScreen)
        await stage.do(cmd.Close())
        await stage.on(DebriefScreen)
        await stage.sees("Where the time went")
        events = journal.read(stage.room.session.path).events
        assert [one.via for one in events if one.kind == "vote-cast"].count("phone") == 1


async def test_the_room_can_be_checked_from_a_rehearsal() -> None:
    async with rehearsing() as stage:
        stage.app.serve = FakeServe()
        await stage.press("J")
        await stage.on(RoomCheckScreen)
        await stage.press("escape")
        await stage.on(RehearsalScreen)


async def test_time_passes_for_the_room_without_anybody_pressing_a_key() -> None:
    async with rehearsing() as stage:
        room_of(stage).speed = 400
        await stage.do(cmd.Show(View("question", SPELL)))
        await stage.sees("8 of 9 have voted")


async def test_speed_goes_round() -> None:
    async with rehearsing() as stage:
        for speed in (4, 16, 1):
            await stage.press("s")
            await stage.sees(f"The room votes at {speed} times human speed.")
            assert room_of(stage).speed == speed


async def test_one_after_another_is_asked_why_after_the_reveal_and_it_is_kept() -> None:
    async with rehearsing() as stage:
        await stage.do(cmd.Show(View("question", SPELL)))
        assert not stage.screen.check_action("ask_why", ())
        await vote(stage)
        await stage.do(cmd.CloseRound(SPELL), cmd.Reveal(SPELL))
        room = room_of(stage)
        await stage.press("W")
        await stage.on(AskWhyScreen)
        await stage.sees("Ask whom?", "most worth asking comes first", "Helen Okafor, CMO")
        for count in (1, 2):
            one = room.to_ask(SPELL)[0]
            await stage.press("enter")
            await stage.sees("“")
            assert len(stage.head.reasons[SPELL]) == count
            given = stage.head.reasons[SPELL][-1]
            assert given.participant == one.person.id
            name, role = one.person.name, one.person.character.role
            await stage.sees(f"{name}, {role}", f"“{given.text.split()[0]}", "· asked")
        await stage.press("escape")
        await stage.on(RehearsalScreen)


async def test_forty_words_can_be_read_in_the_smallest_window() -> None:
    words = [f"word{n}" for n in range(1, 41)]
    async with rehearsing() as stage:
        room = room_of(stage)
        assert room._speech is not None
        room._speech = replace(room._speech, spoken=lambda *_about: " ".join(words))
        await stage.do(cmd.Show(View("question", SPELL)))
        await vote(stage)
        await stage.do(cmd.CloseRound(SPELL), cmd.Reveal(SPELL))
        await stage.press("W", "enter")
        await stage.sees(*words, "Helen Okafor, CMO")
        await stage.press("escape")
        await stage.on(RehearsalScreen)


async def test_the_facilitator_chooses_what_happens_until_nothing_is_left() -> None:
    async with rehearsing() as stage:
        await stage.do(cmd.Show(View("question", SPELL)))
        count = len(room_of(stage).disturbances)
        await stage.press("z")
        await stage.sees("What happens?", "The CIO is called away", "Three telephones buzz")
        await stage.press("escape")
        await stage.on(RehearsalScreen)
        assert len(room_of(stage).disturbances) == count
        for _ in range(count):
            await stage.press("z")
            await stage.on(ChooseScreen)
            await stage.press("enter")
            await stage.on(RehearsalScreen)
        await stage.settled()
        assert len(stage.head.absent) == 1
        await stage.press("z")
        await stage.sees("No disturbance is left.")


async def test_a_rehearsal_that_is_resumed_has_its_room_again() -> None:
    async with rehearsing() as stage:
        await stage.do(cmd.Show(View("question", SPELL)))
        await vote(stage)
        first = dict(round_of(stage.head, SPELL).votes)
        await stage.do(cmd.CloseRound(SPELL), cmd.Reveal(SPELL))
        room = room_of(stage).room
        await stage.until(lambda: all(SPELL in person.heard for person in room), "for the room")
        heard = {person.id: person.heard[SPELL] for person in room}
        room_of(stage).disturb("survey-figure")
        await stage.settled()
        path = stage.room.session.path
        await stage.press("escape")
        await stage.sees("Pause and go home")
        await stage.press("enter")
        await stage.on(HomeScreen)
    async with app_running(start=ResumeSession(path)) as stage:
        await stage.on(RehearsalScreen)
        again = room_of(stage)
        assert {person.id: person.last[SPELL] for person in again.room if person.last} == {
            who: vote.ballot for who, vote in first.items()
        }
        assert {person.id: person.heard[SPELL] for person in again.room} == heard
        assert "survey-figure" not in {one.id for one in again.disturbances}
        assert all(person.shifts for person in again.room)
        await stage.do(cmd.OpenRound(SPELL))
        await vote(stage)
        await stage.sees("8 of 9 have voted")


async def test_the_hot_seat_and_the_call_outs_have_no_place_in_it() -> None:
    async with rehearsing() as stage:
        await stage.do(cmd.Show(View("question", SPELL)))
        assert not stage.screen.check_action("hot_seat", ())
        assert not stage.screen.check_action("call_out", ())


async def test_at_the_end_there_is_a_debrief_that_is_true() -> None:
    async with rehearsing() as stage:
        await stage.do(cmd.Show(View("question", SPELL)))
        for person in room_of(stage).room[:6]:
            await stage.do(cmd.CastVote(SPELL, person.id, Choice("it"), via="simulated"))
        await stage.do(cmd.CloseRound(SPELL), cmd.Reveal(SPELL), cmd.Close())
        await stage.on(DebriefScreen)
        text = " ".join(
            (await stage.sees("What could go better", "Where the time went"))
            .replace("│", " ")
            .split()
        )
        assert "The day took 0 of 30 minutes" in text
        assert "You revealed 1 of 4 questions" in text
        assert "closed with 6 of 9 votes, under the quorum" in text
        await stage.press("escape")
        await stage.on(RehearsalScreen)
        assert not journal.read(stage.room.session.path).damage


async def test_the_debrief_comes_once() -> None:
    async with rehearsing() as stage:
        await stage.do(cmd.Close())
        await stage.on(DebriefScreen)
        await stage.press("escape")
        await stage.on(RehearsalScreen)
        passed = stage.screen
        assert isinstance(passed, RehearsalScreen)
        passed._pass()
        await stage.pilot.pause(module.STEP)
        assert not isinstance(stage.screen, DebriefScreen)


async def test_a_workshop_that_does_not_exist_is_named() -> None:
    async with app_running(start=Rehearse("nonsense")) as stage:
        assert "There is no workshop “nonsense”." in await stage.refused()


async def test_the_demo_plays_itself_and_writes_nothing() -> None:
    async with app_running(start=Demo()) as stage:
        await stage.on(DemoScreen)
        demo = stage.screen
        assert isinstance(demo, DemoScreen)
        opened = demo._timeline.state(0).opened
        assert opened is not None
        assert timedelta() <= datetime.now(UTC) - opened < timedelta(minutes=5)
        played = rehearse_demo(library(), opened=opened)
        assert demo._timeline.events == played.events
        reviews = [one.review for one in played.state.decisions.values()]
        assert min(reviews) > f"{opened:%Y-%m-%d}"  # what is looked at again is still to come
        await stage.sees("A rehearsed workshop, played fast.")
        demo._played = 999.0
        await stage.sees("That was a rehearsed workshop.", "What we found")
        await stage.press("r")
        await stage.sees("A rehearsed workshop, played fast.")
        await stage.press("escape")
        await stage.on(HomeScreen)
        assert list(stage.app.places.sessions.glob("*")) == []
