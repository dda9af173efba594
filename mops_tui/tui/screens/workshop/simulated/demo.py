"""A rehearsed workshop that plays itself: what this is, in half a minute."""

from __future__ import annotations

import time
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.replay.timeline import Timeline
from mops_tui.model.session.audience import visible
from mops_tui.model.session.events import Event, RoundRevealed, SummaryShown, VoteCast
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.room_frame import RoomFrame
from mops_tui.words.i18n import _

TICK = 0.1
"""Seconds between two frames."""


class DemoScreen(MopsScreen[None]):
    """The room's view, by a clock of its own."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", _("Pause")),
        Binding("r", "again", _("Again")),
        Binding("escape,q", "dismiss", _("Home")),
    ]

    def __init__(self, timeline: Timeline, seconds: float) -> None:
        """Take the events, and how long they may play."""
        super().__init__()
        self._timeline = timeline
        self._at = _schedule(timeline.events, seconds)
        self._played = 0.0
        self._last = time.monotonic()
        self._paused = False
        self._index = -1

    def compose(self) -> ComposeResult:
        """The same view as in a workshop."""
        yield RoomFrame(timer=False)
        yield Static(id="message")
        yield Footer()

    def on_mount(self) -> None:
        """Begin with the first page: nobody waits for it before an empty screen."""
        self._tick()
        self.set_interval(TICK, self._tick)

    def _tick(self) -> None:
        now = time.monotonic()
        if not self._paused:
            self._played += now - self._last
        self._last = now
        index = sum(1 for at in self._at if at <= self._played)
        if index == self._index:
            return
        self._index = index
        state = visible(self._timeline.state(index), "room")
        self.query_one(RoomFrame).show(state, state.look, state.t)
        ended = index == len(self._at)
        words = (
            _("That was a rehearsed workshop. Esc goes home, where Enter runs one of yours.")
            if ended
            else _("A rehearsed workshop, played fast. The people are simulated.")
        )
        self.query_one("#message", Static).update(Content.styled(words, "$text-muted"))

    def action_pause(self) -> None:
        """Pause the demo, or let it go on."""
        self._paused = not self._paused
        self.turned()

    def action_again(self) -> None:
        """From the beginning."""
        self._played, self._index = 0.0, -1


def _schedule(events: tuple[Event, ...], seconds: float) -> list[float]:
    """When each event plays: votes run quickly, reveals and grids stand long enough to read."""
    # An event's weight is the silence after it. What one command brings comes at once: no room
    # ever saw a moment between the two.
    following = [*(event.part_of for event in events[1:]), None]
    weights, silence = [], 0.0
    for event, after in zip(events, following, strict=True):
        silence = max(silence, _weight(event))
        weights.append(silence if after is None else 0.0)
        silence = 0.0 if after is None else silence
    scale = seconds / (sum(weights) or 1.0)
    at, times = 0.0, []
    for weight in weights:
        times.append(at)
        at += weight * scale
    return times


def _weight(event: Event) -> float:
    if isinstance(event, RoundRevealed):
        return 26.0
    if isinstance(event, SummaryShown):
        return 60.0 if event.of == "grid" else 8.0
    if isinstance(event, VoteCast):
        return 0.9
    return 0.0 if event.kind == "participant-joined" else 4.0
