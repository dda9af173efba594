"""The room's view changes its body; what is drawn meanwhile has always something in it."""

from __future__ import annotations

import pytest
from support.frames import body_of, frames
from support.pilot import workshop

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.state import View
from mops_tui.tui.widgets.room_view import RoomView

WHERE = "demo/where"
THROUGH: tuple[cmd.Command, ...] = (
    cmd.Show(View("brief", "demo")),
    cmd.Show(View("question", WHERE)),
    *(cmd.CastVote(WHERE, who, Choice("a")) for who in ("p1", "p2", "p3")),
    cmd.CloseRound(WHERE),
    cmd.Reveal(WHERE),
    cmd.OpenRound(WHERE),
    cmd.Show(View("question", "demo/place")),
    cmd.Show(View("decision", "demo")),
    cmd.RecordDecision("d", "demo", "We go."),
    cmd.Show(View("question", WHERE)),
)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_frame_is_an_empty_page_while_bodies_are_swapped(size: tuple[int, int]) -> None:
    async with workshop(size=size) as stage:
        with frames() as drawn:
            for command in THROUGH:
                await stage.do(command)
        assert len(drawn) > 6
        empty = [frame for frame in drawn if not body_of(frame)]
        assert not empty, "\n".join(empty[0])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_nor_is_one_where_pages_change_faster_than_they_can_be_drawn(
    size: tuple[int, int],
) -> None:
    async with workshop(size=size) as stage:
        with frames() as drawn:
            for command in THROUGH:
                stage.room.session.ask(command)
            await stage.settled()
            await stage.still()
        empty = [frame for frame in drawn if not body_of(frame)]
        assert not empty, "\n".join(empty[0])


async def test_a_body_is_filled_before_it_is_drawn_and_not_when_it_says_that_it_is_ready(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(RoomView, "on_body_ready", lambda _self, _event: None)
    async with workshop() as stage:
        await stage.do(cmd.Show(View("question", WHERE)))
        await stage.sees("Where should the team sit?", "0 of 3 have voted")
