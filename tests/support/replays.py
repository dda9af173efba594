"""Sessions of three people who vote on the first question, and replays of them that stand still."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from support.asking import Room
from support.pilot import Stage, app_running

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.state import View
from mops_tui.storage.sessions.blocks import crc_of, encode
from mops_tui.storage.sessions.journal import header_bytes
from mops_tui.tui.destinations import Replay
from mops_tui.tui.screens.replay.replay import ReplayScreen

WHERE = "demo/where"


def keep(path: Path, *more: cmd.Command, **changes: object) -> Path:
    """A session of three people who vote on the first question: a, a and c; then what is asked."""
    room = Room(**changes)
    named = (changes.get("policy") or {}).get("anonymity") != "anonymous"  # type: ignore[attr-defined]  # a policy, where there is one
    for who, name, role in (("p1", "Mara", "CMO"), ("p2", "Ian", "CIO"), ("p3", "Ana", "CIO")):
        room.do(cmd.Join(who, name if named else "", role))
    room.do(cmd.Show(View("question", WHERE)))
    for who, option in (("p1", "a"), ("p2", "a"), ("p3", "c")):
        room.do(cmd.CastVote(WHERE, who, Choice(option)))
    room.do(*more)
    head = header_bytes(room.header)
    opening = room.events[0].model_copy(update={"header_crc": crc_of(head)})
    path.write_bytes(head + b"".join(map(encode, (opening, *room.events[1:]))))
    return path


REVEALED = (cmd.CloseRound(WHERE), cmd.Reveal(WHERE))


@contextlib.asynccontextmanager
async def replaying(
    path: Path, *, opened: bool = False, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Stage]:
    """A replay that stands still at its beginning."""
    start = Replay(path, opened=opened)
    async with app_running(size, start=start) as stage:
        await stage.on(ReplayScreen)
        await stage.press("space")
        if replay(stage).player.playing:
            await stage.press("space")
        await stage.press("0")
        yield stage


def replay(stage: Stage) -> ReplayScreen:
    assert isinstance(stage.screen, ReplayScreen)
    return stage.screen


async def to_end(stage: Stage) -> str:
    """Step to the last event, and wait until it is drawn."""
    screen = replay(stage)
    screen.player.step(99_999)
    screen.action_step_on()
    total = len(screen.player.timeline.events)
    await stage.sees(f"event {total} of {total}")
    await stage.pilot.pause()
    return stage.text
