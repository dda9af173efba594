from __future__ import annotations

import pytest
from support.results import Room, choices

from mops_tui.model.results.attendance import took_part
from mops_tui.model.session import events as ev


def test_whoever_left_before_the_end_took_part_all_the_same() -> None:
    room = Room(4).round("demo/where", choices("aabb"))
    room.add(ev.ParticipantLeft(participant="p1"), ev.ParticipantLeft(participant="p2"))
    assert room.seen().present == 2
    assert took_part(room.seen()) == 4


@pytest.mark.parametrize("anonymity", ["named", "anonymous"])
def test_who_comes_when_another_has_left_is_one_more(anonymity: str) -> None:
    room = Room(3, policy={"anonymity": anonymity}).round("demo/where", choices("aab"))
    room.add(ev.ParticipantLeft(participant="p3"))
    room.add(ev.ParticipantJoined(participant="p4", name="", seat=4))
    room.open("demo/cmo")
    for who in ("p1", "p2", "p4"):
        room.vote("demo/cmo", who, option="yes")
    assert room.seen().present == 3
    assert took_part(room.reveal("demo/cmo").seen()) == 4


def test_people_who_were_only_counted_took_part_as_well() -> None:
    room = Room().add(ev.HeadCounted(present=25))
    room.open("demo/where").call("demo/where", [("", "a", 20)]).reveal("demo/where")
    room.add(ev.HeadCounted(present=11))
    assert took_part(room.seen()) == 25


def test_nobody_where_nobody_was_counted() -> None:
    assert took_part(Room().seen()) == 0
