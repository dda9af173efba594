"""The demo: a rehearsed workshop that plays itself, and is never an empty page."""

from __future__ import annotations

import pytest
from support.frames import body_of, frames
from support.pilot import app_running
from support.rehearsed import rehearsal

from mops_tui.model.replay.timeline import Timeline
from mops_tui.model.session.events import VoteCast
from mops_tui.tui.screens.workshop.simulated.demo import DemoScreen

MOMENTS = 24
"""So many of them are looked at: a brief, a vote, a reveal, a talk, and all of it again."""


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_frame_of_the_demo_is_an_empty_page(size: tuple[int, int]) -> None:
    played = rehearsal("placement-only", 3, 1)
    async with app_running(size) as stage:
        demo = DemoScreen(Timeline(played.header, played.events), 30.0)
        demo.action_pause()
        with frames() as drawn:
            await stage.app.push_screen(demo)
            # Each moment at which something else than a vote happens, as slowly as it is drawn.
            shown = zip(played.events, demo._at, strict=True)
            moments = sorted({at for event, at in shown if not isinstance(event, VoteCast)})
            for at in moments[:MOMENTS]:
                demo._played = at
                demo._tick()
                await stage.pilot.pause()
        assert len(drawn) > 10
        empty = [frame for frame in drawn if not body_of(frame)]
        assert not empty, "\n".join(empty[0])


def test_what_one_command_brings_plays_at_once_and_the_whole_takes_as_long_as_it_may() -> None:
    played = rehearsal("placement-only", 3, 1)
    demo = DemoScreen(Timeline(played.header, played.events), 30.0)
    at = demo._at
    assert at == sorted(at)
    assert at[-1] <= 30.0
    parts = [n for n, event in enumerate(played.events) if event.part_of is not None]
    assert parts
    assert all(at[n] == at[n - 1] for n in parts)
