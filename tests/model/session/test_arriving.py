"""Whoever gives a name takes a seat, or their own again, in one command."""

from __future__ import annotations

import pytest
from support.asking import Room

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.arriving import arrival


@pytest.fixture
def room() -> Room:
    room = Room()
    room.do(cmd.Join("md", "Mara"), cmd.CountHeads(4))
    return room


def test_somebody_new_takes_a_seat(room: Room) -> None:
    assert arrival(room.state, "an", "Ana", "CMO", arrives=True) == cmd.Join(
        "an", "Ana", "CMO", arrives=True
    )


def test_who_had_left_is_back_under_the_name_however_it_is_written(room: Room) -> None:
    room.do(cmd.Leave("md"))
    assert arrival(room.state, "new", " MARA ") == cmd.Return("md")


def test_a_name_whose_seat_is_taken_is_refused_as_such(room: Room) -> None:
    assert room.refused(arrival(room.state, "new", "mara")) == "name-taken"


@pytest.mark.parametrize("name", ["Ana", "Mara"])
def test_an_arrival_and_its_head_are_one_command_and_one_undo(room: Room, name: str) -> None:
    room.do(cmd.Leave("md"))
    before = (room.state.head_count, room.state.present, room.state.absent)
    room.do(arrival(room.state, "new", name, arrives=True))
    assert room.state.head_count == before[0] + 1
    room.do(cmd.Undo())
    assert (room.state.head_count, room.state.present, room.state.absent) == before
