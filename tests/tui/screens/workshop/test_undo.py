"""Keys that say too much: what u takes back and says, and what is asked before it happens."""

from __future__ import annotations

import pytest
from support.narrow import round_of
from support.pilot import Stage, app_running, workshop

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.state import View
from mops_tui.storage.locking.presence import StagePresence
from mops_tui.tui.destinations import Rehearse, SetUpWorkshop
from mops_tui.tui.screens.dialogs.agenda import AgendaScreen
from mops_tui.tui.screens.dialogs.confirm import ConfirmScreen
from mops_tui.tui.screens.dialogs.hot_seat import HotSeatScreen
from mops_tui.tui.screens.dialogs.people import PeopleScreen
from mops_tui.tui.screens.workshop.rehearsal import RehearsalScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("kept_packs")]

REF = "demo/where"
ALL = tuple(cmd.CastVote(REF, f"p{n}", Choice("a")) for n in (1, 2, 3))


async def test_u_names_whose_vote_it_takes_back_and_never_what_it_was() -> None:
    async with workshop(*ALL[:2], at=REF) as stage:
        await stage.press("u")
        text = await stage.sees("Taken back: Ian Tan's vote.")
        assert "Alpha" not in text.splitlines()[-2]


async def test_v_by_accident_is_taken_back_and_the_reveal_stands_there_as_it_was() -> None:
    async with workshop(*ALL, cmd.Reveal(REF), at=REF) as stage:
        await stage.press("tab")
        await stage.until(lambda: stage.head.look.page == "bars")
        before = (await stage.still()).splitlines()[:-2]
        await stage.press("v")
        await stage.sees("A new round. u takes it back while nobody has voted in it.", "Round 2")
        await stage.press("u")
        await stage.sees("Taken back: round 2 of “Where”. The room sees round 1 again.")
        assert (await stage.still()).splitlines()[:-2] == before
        await stage.press("u")
        await stage.sees("A reveal cannot be undone.")


async def test_a_skip_by_accident_is_taken_back_whole() -> None:
    async with workshop(at=REF) as stage:
        await stage.press("x")
        await stage.sees("Pour ten points")
        await stage.press("u")
        await stage.sees("Taken back: the skipping of “Where”.", "Where should the team sit?")
        assert stage.head.skipped == ()


async def test_a_question_with_hidden_votes_is_skipped_only_when_asked_twice() -> None:
    async with workshop(*ALL[:1], at=REF) as stage:
        await stage.press("x")
        await stage.sees("1 vote is in and not revealed. x again skips the question all the same.")
        assert stage.head.skipped == ()
        await stage.press("x")
        await stage.until(lambda: stage.head.skipped == (REF,))


async def test_space_too_far_is_taken_back_with_the_vote_that_it_closed() -> None:
    async with workshop(at=REF) as stage:
        await stage.press("space", "space")
        await stage.sees("Pour ten points")
        await stage.press("u")
        await stage.sees("Taken back: going on to “Points”.", "0 of 3 have voted")
        assert round_of(stage.head, REF).phase == "open"
        assert stage.head.place == View("question", REF)


@pytest.mark.parametrize("key", ["u", "v", "r", "x"])
async def test_in_the_dark_no_key_changes_what_nobody_sees(key: str) -> None:
    async with workshop(*ALL, at=REF) as stage:
        await stage.press("b")
        await stage.until(lambda: stage.screen.has_class("-blanked"))
        seq = stage.head.seq
        names = [command.title for command in stage.app.get_system_commands(stage.screen)]
        assert "Undo" not in names
        await stage.press(key)
        assert stage.head.seq == seq
        await stage.press("b")
        await stage.until(lambda: not stage.screen.has_class("-blanked"))
        names = [command.title for command in stage.app.get_system_commands(stage.screen)]
        assert "Undo" in names


async def test_the_palette_asks_as_the_key_does() -> None:
    async with workshop(*ALL[:1], at=REF) as stage:
        commands = stage.app.get_system_commands(stage.screen)
        (reveal,) = [one for one in commands if one.title == "Reveal"]
        reveal.callback()
        await stage.sees("2 votes are missing. r again closes the vote and reveals it.")
        assert round_of(stage.head, REF).phase == "open"


async def test_an_arrival_and_its_head_count_are_taken_back_together_in_the_list() -> None:
    async with workshop(cmd.CountHeads(8), at=REF) as stage:
        await stage.press("p")
        await stage.on(PeopleScreen)
        await stage.press("n")
        await stage.sees("Somebody arrives")
        await stage.type("Cleo")
        await stage.press("f2")
        await stage.until(lambda: stage.head.head_count == 9)
        await stage.on(PeopleScreen)
        await stage.press("u")
        await stage.sees("Taken back: Cleo's arrival and the head count of 9. It is 8 again.")
        assert (stage.head.head_count, stage.head.seated) == (8, 3)
        await stage.press("escape")
        await stage.on(WorkshopScreen)
        await stage.do(cmd.RecordNote("n", "A note", list="parking"))
        await stage.press("p")
        await stage.on(PeopleScreen)
        await stage.press("u")
        await stage.sees("There is nothing to undo here.")
        assert "n" in stage.head.notes


async def test_the_agenda_takes_back_where_it_says_so() -> None:
    async with workshop(at=REF) as stage:
        await stage.press("a")
        await stage.on(AgendaScreen)
        await stage.press("plus")
        await stage.until(lambda: stage.head.minutes == 45)
        await stage.press("u")
        await stage.sees("Taken back: the day of 45 minutes. It has 40 minutes again.")
        assert stage.head.minutes == 40


async def test_what_was_set_up_is_not_taken_back() -> None:
    async with app_running(start=SetUpWorkshop("placement-only")) as stage:
        await stage.sees("Continue")
        await stage.press("f2")
        await stage.sees("Start the workshop")
        await stage.press("f2")
        await stage.on(WorkshopScreen)
        heads = stage.head.head_count
        await stage.press("u")
        await stage.sees("There is nothing to undo. The setup is changed")
        await stage.press("space", "u")
        await stage.sees("There is nothing to undo.")
        assert stage.head.head_count == heads > 0


async def opens(stage: Stage) -> None:
    await stage.press("h")
    await stage.on(HotSeatScreen)
    await stage.press("escape")
    await stage.on(WorkshopScreen)


async def test_h_asks_once_whether_the_room_sees_the_screen() -> None:
    async with workshop(at=REF, seat_unseen=False) as stage:
        await stage.press("h")
        await stage.on(ConfirmScreen)
        await stage.sees("Does the room see this screen?", "Not yet")
        await stage.press("enter")  # the careful answer is selected
        await stage.on(WorkshopScreen)
        await stage.press("h")
        await stage.on(ConfirmScreen)
        await stage.press("down", "enter")
        await stage.on(HotSeatScreen)
        await stage.press("escape")
        await stage.on(WorkshopScreen)
        await opens(stage)


async def test_with_a_stage_open_the_room_does_not_see_the_ballot_and_nothing_is_asked() -> None:
    async with workshop(at=REF, seat_unseen=False) as stage:
        presence = StagePresence(stage.room.session.path)
        assert presence.announce()
        try:
            await opens(stage)
        finally:
            presence.release()


async def test_what_is_keyed_for_somebody_who_said_it_aloud_is_not_asked_about() -> None:
    async with workshop(at="demo/order", seat_unseen=False) as stage:
        await stage.press("g")
        await stage.on(HotSeatScreen)


async def test_in_a_rehearsal_the_same_keys_do_the_same() -> None:
    start = Rehearse("placement-only", people=3)
    async with app_running(start=start) as stage:
        await stage.on(RehearsalScreen)
        await stage.press("u")
        await stage.sees("There is nothing to undo.")
        assert stage.head.seated == 3
        await stage.press("space", "space")
        await stage.until(lambda: stage.head.place.of == "question")
        await stage.press("r")
        await stage.sees("Nobody has voted", "r again reveals it empty.")
        await stage.press("r")
        await stage.until(lambda: round_of(stage.head, stage.head.place.name).phase == "revealed")
        await stage.press("v")
        await stage.sees("A new round.")
        await stage.press("u")
        await stage.until(lambda: len(stage.head.rounds[stage.head.place.name]) == 1)
