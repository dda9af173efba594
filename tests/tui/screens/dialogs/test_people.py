"""People: late arrivals, early leavers, the head count."""

from __future__ import annotations

import pytest
from support.narrow import input_of
from support.pilot import workshop

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.tui.screens.dialogs.forms import FormScreen
from mops_tui.tui.screens.dialogs.people import PeopleScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen

pytestmark = pytest.mark.slow


async def test_the_head_count_goes_up_and_down_to_the_seats() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("p")
        await stage.on(PeopleScreen)
        await stage.sees("3 people present")
        await stage.press("plus", "plus")
        await stage.sees("5 people present")
        await stage.press("minus", "minus", "minus")
        await stage.sees("3 people present", "3 people have a seat.")
        await stage.press("escape")
        await stage.on(WorkshopScreen)
        await stage.sees("0 of 3 have voted")


async def test_a_late_arrival_takes_a_seat_and_counts() -> None:
    async with workshop(cmd.CountHeads(4), at="demo/where") as stage:
        await stage.press("p")
        await stage.on(PeopleScreen)
        await stage.press("n")
        await stage.on(FormScreen)
        await stage.type("Nia")
        await stage.press("enter")
        await stage.type("Agency")
        await stage.press("enter")
        await stage.on(PeopleScreen)
        await stage.sees("5 people present", "Nia  Agency")
        await stage.press("escape")
        await stage.sees("0 of 5 have voted", "○ Nia")


async def test_an_early_leaver_and_coming_back() -> None:
    async with workshop(cmd.CountHeads(5), at="demo/where") as stage:
        await stage.press("p")
        await stage.on(PeopleScreen)
        await stage.press("down", "enter")
        await stage.sees("○ Ian Tan  CIO  has left", "4 people present")
        await stage.press("enter")
        await stage.sees("● Ian Tan  CIO", "5 people present")
        assert stage.head.participants["p2"].present


async def test_a_vote_of_somebody_who_left_stays_counted() -> None:
    vote = cmd.CastVote("demo/where", "p2", Choice("b"))
    async with workshop(vote, at="demo/where") as stage:
        await stage.press("p")
        await stage.on(PeopleScreen)
        await stage.press("down", "enter")
        await stage.sees("has left", "2 people present")
        await stage.press("escape")
        await stage.sees("1 of 3 has voted", "● Ian Tan")


async def test_a_name_and_a_role_are_mended() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("p")
        await stage.on(PeopleScreen)
        await stage.press("e")
        await stage.on(FormScreen)
        assert input_of(stage.screen, "#name").value == "Mara Diaz"
        await stage.press("end")
        await stage.type("x")
        await stage.press("enter", "end")
        await stage.type("O")
        await stage.press("enter")
        await stage.sees("Mara Diazx  CMOO")
        # A name that somebody else has is refused in a sentence.
        await stage.press("e")
        await stage.on(FormScreen)
        input_of(stage.screen, "#name").value = "ian TAN"
        await stage.press("f2")
        await stage.on(PeopleScreen)
        await stage.sees("has a seat already")
        assert stage.head.participants["p1"].name == "Mara Diazx"


async def test_an_anonymous_room_knows_seats_only() -> None:
    policy = {"anonymity": "anonymous"}
    async with workshop(people=(), at="demo/where", policy=policy) as stage:
        await stage.press("p")
        await stage.on(PeopleScreen)
        await stage.press("n")
        await stage.sees("● Seat 1")
        await stage.press("e")
        assert isinstance(stage.screen, PeopleScreen)


async def test_in_a_room_of_handles_nobody_is_asked_for_a_name() -> None:
    policy = {"anonymity": "pseudonyms"}
    async with workshop(at="demo/where", policy=policy) as stage:
        await stage.press("p")
        await stage.on(PeopleScreen)
        await stage.press("n")
        await stage.sees("Handle", "no real name")


async def test_a_role_may_stand_behind_the_name_and_who_left_comes_back_by_name() -> None:
    async with workshop(cmd.Leave("p2"), at="demo/where") as stage:
        await stage.press("p", "n")
        await stage.on(FormScreen)
        await stage.type("Zoe, Agency")
        await stage.press("f2")
        await stage.sees("Zoe  Agency")
        await stage.press("n")
        await stage.on(FormScreen)
        await stage.type("Ian Tan")
        await stage.press("f2")
        await stage.misses("has left")
        assert len(stage.head.participants) == 4
