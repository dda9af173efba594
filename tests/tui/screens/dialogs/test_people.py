"""People: late arrivals, early leavers, the head count."""

from __future__ import annotations

import pytest
from support.narrow import input_of, round_of
from support.open_rooms import join, open_room, phones_of
from support.pilot import Stage, workshop
from textual.widgets import OptionList

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


async def at_person(stage: Stage, participant: str) -> None:
    """Highlight somebody."""
    listed = stage.screen.query_one("#people-list", OptionList)
    listed.highlighted = listed.get_option_index(participant)
    await stage.pilot.pause()


async def test_who_came_by_phone_is_marked_and_joins_under_nobodys_finger() -> None:
    async with workshop(at="demo/where") as stage:
        serve = await open_room(stage)
        (ada,) = await join(stage, "Ada")
        await stage.press("p")
        await stage.on(PeopleScreen)
        await stage.sees("1 of 4 has joined by phone.", "● Ada  ▯ phone, not connected")
        serve.opened[-1].connected = frozenset({ada})
        await stage.sees("● Ada  ▯ phone, online")
        await at_person(stage, "p2")
        await join(stage, "Bob")
        await stage.sees("● Bob  ▯ phone")
        await stage.press("enter")
        await stage.sees("Ian Tan  CIO  has left")


async def test_who_should_not_be_here_is_put_out_once_it_is_sure() -> None:
    async with workshop(at="demo/where") as stage:
        await open_room(stage)
        (ada,) = await join(stage, "Ada")
        await phones_of(stage).vote(ada, "demo/where", 1, Choice("a"))
        await stage.press("p")
        await stage.on(PeopleScreen)
        await at_person(stage, ada)
        await stage.burst("x", "enter")  # a burst puts nobody out
        await stage.on(PeopleScreen)
        assert phones_of(stage).by_phone == {ada}
        await stage.press("x", "down", "enter")
        await stage.sees("Ada is removed.", "Ada  has left")
        assert not phones_of(stage).by_phone
        assert not round_of(stage.head, "demo/where").votes
        await at_person(stage, "p1")
        await stage.press("x")
        await stage.sees("Mara Diaz did not come by phone: Enter marks who has left.")


async def test_who_fills_the_room_with_names_is_put_out_with_all_of_them() -> None:
    async with workshop(at="demo/where") as stage:
        await open_room(stage)
        ada, eve, *more = await join(stage, "Ada", *(f"Eve {n}" for n in range(40)))
        for who in (ada, eve, more[-1]):
            await phones_of(stage).vote(who, "demo/where", 1, Choice("a"))
        await stage.press("p")
        await stage.on(PeopleScreen)
        await at_person(stage, eve)
        await stage.press("x")
        await stage.sees("Remove, with all 39 people who joined by phone later")
        await stage.press("down", "down", "enter")
        await stage.sees("40 people are removed.")
        assert phones_of(stage).by_phone == {ada}
        assert set(round_of(stage.head, "demo/where").votes) == {ada}
        assert stage.head.present == 4


async def test_two_names_of_one_person_become_one_that_votes_once() -> None:
    async with workshop(at="demo/where") as stage:
        await open_room(stage)
        (ada,) = await join(stage, "Mara")
        await phones_of(stage).vote(ada, "demo/where", 1, Choice("a"))
        await stage.press("p")
        await stage.on(PeopleScreen)
        await at_person(stage, ada)
        await stage.burst("m", "enter")  # a burst joins nobody
        await stage.on(PeopleScreen)
        await stage.press("m", "down", "enter")
        await stage.sees("One person now: Mara Diaz.", "● Mara Diaz  CMO  ▯ phone")
        assert phones_of(stage).by_phone == {"p1"}
        assert set(round_of(stage.head, "demo/where").votes) == {"p1"}
        await stage.press("c")
        await stage.sees("Joining by phone is closed. Whoever has joined stays.")


async def test_without_phones_the_list_is_as_it_was() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("p", "x", "m", "c")
        await stage.on(PeopleScreen)
        assert "phone" not in stage.text
