"""The hot seat keeps the facilitator's keys dead, covers itself, and shows no stored answer."""

from __future__ import annotations

import pytest
from support.disks import GatedDisk
from support.narrow import a, input_of, round_of
from support.open_rooms import join, open_room, phones_of
from support.pilot import Stage, workshop
from textual.widgets import OptionList

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Allocation, Choice, Pass
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.dialogs.hot_seat import BY_PHONE, SOMEBODY_NEW, HotSeatScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen

pytestmark = pytest.mark.slow


async def choose(stage: Stage, who: str) -> None:
    """Say who one is, by id; or SOMEBODY_NEW."""
    listed = stage.screen.query_one("#cover-list", OptionList)
    listed.highlighted = [option.id for option in listed.options].index(who)
    await stage.press("enter")


async def test_the_facilitators_keys_are_dead_on_the_cover_and_on_the_ballot() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("h")
        await stage.on(HotSeatScreen)
        keys = "r v u b full_stop t d i k n l c a g x q space f1 f9 ctrl+q ctrl+p question_mark"
        seq, theme = stage.room.session.durable.seq, stage.app.theme
        for opened in (False, True):
            if opened:
                await stage.press("enter")
                await stage.sees("1 ○ Alpha")
            for key in keys.split():
                await stage.press(key)
                assert isinstance(stage.screen, HotSeatScreen), key
            assert stage.room.session.durable.seq == seq
            assert stage.app.theme == theme
            assert stage.app.is_running


async def test_the_screen_covers_itself_between_two_people() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("h")
        await stage.sees("The keyboard is yours. Who are you?")
        assert "Alpha" not in stage.text
        await stage.press("enter")
        await stage.sees("Mara Diaz  Where should the team sit?", "1 ○ Alpha")
        await stage.press("2", "enter")
        text = await stage.sees("Mara Diaz: your vote is in and saved.", "Who are you?")
        assert "Beta" not in text
        assert "Alpha" not in text
        assert round_of(stage.head, "demo/where").votes["p1"].ballot == Choice("b")


async def test_a_ballot_begins_empty_when_a_vote_is_changed() -> None:
    async with workshop(at="demo/points") as stage:
        await stage.press("h")
        await stage.on(HotSeatScreen)
        await stage.press("enter")
        await stage.sees("10 points left")
        await stage.press("7", "down", "3", "enter")
        text = await stage.sees("Mara Diaz: your vote is in and saved.")
        assert "Mara Diaz  CMO   voted; choose to vote again" in text
        await choose(stage, "p1")
        await stage.sees("Mara Diaz has voted. Enter again to vote again.")
        await stage.press("enter")
        text = await stage.sees("10 points left")
        assert "Mara Diaz" in text
        await stage.press("down", "down", "9", "up", "1", "enter")
        await stage.sees("Mara Diaz: your vote is in and saved.")
        ballot = a(Allocation, round_of(stage.head, "demo/points").votes["p1"].ballot)
        assert (ballot.options, ballot.points) == (("b", "c"), (1, 9))


async def test_escape_stores_nothing() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("h")
        await stage.on(HotSeatScreen)
        await stage.press("enter")
        await stage.sees("1 ○ Alpha")
        await stage.press("3", "escape")
        await stage.sees("Who are you?")
        assert not round_of(stage.head, "demo/where").votes
        await stage.press("escape")
        await stage.on(WorkshopScreen)
        await stage.sees("0 of 3 have voted")


async def test_p_passes_and_counts_for_the_quorum_only() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("h")
        await stage.on(HotSeatScreen)
        await stage.press("down", "enter")
        await stage.sees("Ian Tan  Where")
        await stage.press("p")
        await stage.sees("Ian Tan: your vote is in and saved.", "1 of 3 has voted")
        assert round_of(stage.head, "demo/where").votes["p2"].ballot == Pass()


async def test_somebody_who_called_out_takes_that_vote_back() -> None:
    called = cmd.SetTally("demo/where", (("", "a", 1), ("", "b", 2)))
    async with workshop(called, at="demo/where") as stage:
        await stage.press("h")
        await stage.on(HotSeatScreen)
        await stage.press("enter")
        await stage.sees("1 ○ Alpha")
        await stage.press("3", "enter")
        await stage.on(ChooseScreen)
        await stage.sees("Which called-out vote was yours?", "Alpha", "Beta")
        await stage.press("down", "enter")
        await stage.sees("Mara Diaz: your vote is in and saved.")
        round_ = round_of(stage.head, "demo/where")
        assert round_.votes["p1"].ballot == Choice("c")
        assert sorted(round_.tally.cells) == [("", "a", 1), ("", "b", 1)]
        assert round_.voted == 3


async def test_taking_nothing_back_stores_nothing() -> None:
    called = cmd.SetTally("demo/where", (("", "a", 3),))
    async with workshop(called, at="demo/where") as stage:
        await stage.press("h")
        await stage.on(HotSeatScreen)
        await stage.press("enter")
        await stage.sees("1 ○ Alpha")
        await stage.press("1", "enter")
        await stage.on(ChooseScreen)
        await stage.press("escape")
        await stage.on(HotSeatScreen)
        await stage.sees("Everybody has a vote already.")
        assert not round_of(stage.head, "demo/where").votes
        assert round_of(stage.head, "demo/where").tally.size == 3


async def test_a_new_person_takes_a_seat_with_a_role() -> None:
    async with workshop(cmd.CountHeads(4), at="demo/where") as stage:
        await stage.press("h")
        await stage.sees("Take the next free seat")
        await choose(stage, SOMEBODY_NEW)
        await stage.sees("Your name, or nothing for a seat number, then Enter")
        await stage.type("Zoe, Agency")
        await stage.press("enter")
        await stage.sees("Zoe  Where should the team sit?")
        await stage.press("1", "enter")
        await stage.sees("Zoe: your vote is in and saved.", "1 of 4 has voted")
        zoe = next(p for p in stage.head.participants.values() if p.name == "Zoe")
        assert (zoe.role, zoe.seat) == ("Agency", 4)
        # There is no free seat any more: whoever comes now has just arrived, and is one more.
        await stage.sees("Somebody who has just arrived")
        await choose(stage, SOMEBODY_NEW)
        await stage.sees("Your name")
        await stage.press("enter")
        await stage.sees("Seat 5  Where")
        assert stage.head.present == 5


async def test_a_name_that_is_taken_is_refused_in_a_sentence() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("h")
        await stage.on(HotSeatScreen)
        await choose(stage, SOMEBODY_NEW)
        await stage.sees("Your name")
        await stage.type("ian tan")
        await stage.press("enter")
        await stage.sees("“ian tan” has a seat already. Add an initial to tell them apart.")
        assert len(stage.head.participants) == 3


async def test_an_anonymous_room_asks_for_no_name() -> None:
    policy = {"anonymity": "anonymous"}
    async with workshop(cmd.CountHeads(2), people=(), at="demo/where", policy=policy) as stage:
        await stage.press("h")
        await stage.sees("Take the next free seat")
        await stage.press("enter")
        await stage.sees("Seat 1  Where")
        await stage.press("1", "enter")
        await stage.sees("Seat 1: your vote is in and saved.")
        assert [p.name for p in stage.head.participants.values()] == [""]


@pytest.mark.parametrize("ref", ["demo/points", "demo/order", "demo/ideas"])
async def test_what_no_tally_serves_is_keyed_as_a_called_ballot(ref: str) -> None:
    async with workshop(at=ref) as stage:
        await stage.press("g")
        await stage.sees("Whose vote do you enter?", "Called out")
        await stage.press("enter")
        await stage.sees("Mara Diaz  ")
        await stage.until(lambda: stage.screen.focused is not None)
        keys = {
            "demo/points": ["7", "down", "3"],
            "demo/order": ["right"],
            "demo/ideas": ["i", "enter"],
        }
        await stage.press(*keys[ref], "enter")
        await stage.sees("Mara Diaz: your vote is in and saved.")
        assert round_of(stage.head, ref).votes["p1"].via == "called"


async def test_a_slow_disk_disturbs_nobody_who_has_begun_to_type() -> None:
    disk = GatedDisk()
    async with workshop(cmd.CountHeads(4), at="demo/where", disk=disk) as stage:
        await stage.press("h")
        await stage.on(HotSeatScreen)
        await stage.press("enter")
        await stage.sees("1 ○ Alpha")
        disk.hold()
        await stage.press("1", "enter")
        await stage.sees("Saving …")
        await choose(stage, SOMEBODY_NEW)
        await stage.type("Bened")
        disk.release()
        await stage.settled()
        name = input_of(stage.screen, "#cover-name")
        assert name.display
        assert name.value == "Bened"


async def test_a_called_vote_that_does_not_fit_tells_nothing_and_is_asked_once() -> None:
    called = cmd.SetTally("demo/where", (("", "a", 3),))
    async with workshop(called, at="demo/where") as stage:
        await stage.press("h")
        await stage.on(HotSeatScreen)
        await stage.press("enter")
        await stage.sees("1 ○ Alpha")
        await stage.press("1", "enter")
        await stage.on(ChooseScreen)
        await stage.press("down", "enter")
        await stage.sees("The keyboard is yours. Who are you?", "does not fit what was called out")
        assert not round_of(stage.head, "demo/where").votes


async def test_somebody_who_called_one_item_only_takes_only_that_back() -> None:
    called = (("owner", "absent", 3), ("platform", "partly", 2))
    commands = (cmd.SetTally("demo/ready", called),)
    async with workshop(*commands, at="demo/ready") as stage:
        await stage.press("h")
        await stage.on(HotSeatScreen)
        await stage.press("enter")
        await stage.sees("An owner")
        await stage.press("1", "1", "1", "enter")
        await stage.on(ChooseScreen)
        await stage.sees("An owner", "I did not call this one out")
        await stage.press("enter")
        await stage.sees("A platform")
        await stage.press("end", "enter")
        await stage.sees("Mara Diaz: your vote is in and saved.")
        cells = round_of(stage.head, "demo/ready").tally.cells
        assert sorted(cells) == [("owner", "absent", 2), ("platform", "partly", 2)]


async def test_who_had_left_is_back_by_typing_the_name() -> None:
    async with workshop(cmd.Leave("p2"), at="demo/where") as stage:
        await stage.press("h")
        await stage.on(HotSeatScreen)
        await choose(stage, SOMEBODY_NEW)
        await stage.type("ian tan")
        await stage.press("enter")
        await stage.sees("Ian Tan  Where should the team sit?")
        assert stage.head.participants["p2"].present
        assert len(stage.head.participants) == 3


async def test_a_name_that_is_typed_does_not_open_somebody_elses_vote() -> None:
    voted = cmd.CastVote("demo/where", "p2", Choice("a"))
    async with workshop(voted, cmd.Leave("p2"), at="demo/where") as stage:
        await stage.press("h")
        await stage.on(HotSeatScreen)
        await choose(stage, SOMEBODY_NEW)
        await stage.type("Ian Tan")
        await stage.press("enter")
        await stage.sees("Ian Tan is back, and has voted.", "Who are you?")
        assert stage.head.participants["p2"].present
        assert round_of(stage.head, "demo/where").votes["p2"].ballot == Choice("a")


async def test_who_voted_by_phone_is_not_listed_and_not_overwritten_unasked() -> None:
    async with workshop(at="demo/where") as stage:
        await open_room(stage)
        (ada,) = await join(stage, "Ada")
        await phones_of(stage).vote(ada, "demo/where", 1, Choice("a"))
        await stage.press("h")
        await stage.on(HotSeatScreen)
        text = await stage.sees("Who are you?", "1 has voted by phone. Choose this to see who")
        assert "Ada" not in text
        await choose(stage, BY_PHONE)
        await stage.sees("Ada   voted by phone; choose to vote again")
        await choose(stage, ada)
        await stage.sees("Ada has voted by phone. Enter again to vote here instead.")
        await stage.press("enter")
        await stage.sees("1 ○ Alpha")
        await stage.press("2", "enter")
        await stage.sees("Ada: your vote is in and saved.")
        vote = round_of(stage.head, "demo/where").votes[ada]
        assert (vote.ballot, vote.via) == (Choice("b"), "seat")
        # Typed as somebody new, a name that voted by phone opens no ballot.
        await phones_of(stage).vote(ada, "demo/where", 1, Choice("c"))
        await choose(stage, SOMEBODY_NEW)
        await stage.type("Ada")
        await stage.press("enter")
        await stage.misses("1 ○ Alpha")
        assert round_of(stage.head, "demo/where").votes[ada].ballot == Choice("c")
