"""One moment of a replay, as SVG."""

from __future__ import annotations

from mops_tui.model.replay.moment import Moment
from mops_tui.sources.replay import record
from mops_tui.tui.recording.camera import RecordingOptions, on_camera
from mops_tui.tui.settings import Settings
from mops_tui.words.safe import safe


async def still(
    take: RecordingOptions, at: float | Moment, settings: Settings | None = None
) -> str:
    """The replay at a moment, or a play time in seconds, as SVG.

    Raises:
        SessionError: The session cannot be read.
        BeyondEnd: It has no such moment.
        ValueError: The size is too small.
    """
    recorded = record(take.session, take.pace)
    async with on_camera(take, recorded, settings or Settings()) as camera:
        await camera.look(at, playing=False)
        return camera.svg(safe(recorded.header.title))
