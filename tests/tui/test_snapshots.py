"""A few screens as plain text, at 80x24, with times masked."""

from __future__ import annotations

import pytest
from support.pilot import Stage, app_running, workshop
from syrupy.assertion import SnapshotAssertion

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice, Point
from mops_tui.model.session.state import View

VOTES = [cmd.CastVote("demo/where", f"p{n}", Choice(o)) for n, o in ((1, "a"), (2, "a"), (3, "c"))]


async def framed(stage: Stage) -> str:
    """The screen once it no longer changes, with a line break at both ends."""
    return f"\n{await stage.still()}\n"


@pytest.mark.usefixtures("kept_packs")
async def test_home(snapshot: SnapshotAssertion) -> None:
    async with app_running() as stage:
        await stage.sees("The full walk", "Half an hour, four rooms", "5 questions in 30 minutes")
        assert await framed(stage) == snapshot


async def test_vote(snapshot: SnapshotAssertion) -> None:
    async with workshop(*VOTES[:2], at="demo/where") as stage:
        await stage.sees("2 of 3 have voted")
        assert await framed(stage) == snapshot


async def test_reveal(snapshot: SnapshotAssertion) -> None:
    async with workshop(*VOTES, cmd.Reveal("demo/where"), at="demo/where") as stage:
        await stage.sees("Arguments")
        assert await framed(stage) == snapshot


async def test_grid(snapshot: SnapshotAssertion) -> None:
    marks = [
        cmd.CastVote("demo/place", f"p{n}", Point(x, y))
        for n, (x, y) in enumerate(((-70, 40), (30, 60), (60, -50)), 1)
    ]
    commands: tuple[cmd.Command, ...] = (
        *marks,
        cmd.Reveal("demo/place"),
        cmd.Show(View("grid", "mops")),
    )
    async with workshop(*commands, at="demo/place") as stage:
        await stage.sees("The MOPS grid")
        assert await framed(stage) == snapshot


async def test_decision(snapshot: SnapshotAssertion) -> None:
    commands: tuple[cmd.Command, ...] = (
        *VOTES,
        cmd.Reveal("demo/where"),
        cmd.Show(View("decision", "demo")),
        cmd.RecordDecision("d", "demo", "We move.", "It is near.", "Olu", 4, "Ian"),
    )
    async with workshop(*commands, at="demo/where") as stage:
        await stage.sees("We move.")
        assert await framed(stage) == snapshot
