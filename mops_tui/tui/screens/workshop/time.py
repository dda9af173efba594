"""The facilitator's keys around the timer."""

from __future__ import annotations

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.rules.timer import discussion_seconds
from mops_tui.model.session.state import SessionState
from mops_tui.tui.screens.workshop.keys import RoomScreen

MINUTE = 60.0


class TimeKeys(RoomScreen):
    """Start, pause, one more minute; and the one bell."""

    _rung: tuple[float, float] | None = None

    def action_timer(self) -> None:
        """Start the timer with half the question's budget; pause it; let it run on."""
        timer = self.state.timer
        if timer is None:
            self.ask(cmd.StartTimer(discussion_seconds(self.state, self.state.place.name)))
        elif timer.running:
            self.ask(cmd.PauseTimer())
        else:
            self.ask(cmd.StartTimer())

    def action_timer_more(self) -> None:
        """One more minute."""
        self.ask(cmd.ExtendTimer(MINUTE))

    def action_timer_stop(self) -> None:
        """Put the timer away."""
        self.ask(cmd.StopTimer())

    def ring(self, state: SessionState, t: float) -> None:
        """Ring once when a running timer is at its end."""
        timer = state.timer
        if timer is None or not timer.running or timer.left(t) > 0 or not state.policy.bell:
            return
        key = (timer.since, timer.seconds)
        if self._rung != key:
            self._rung = key
            self.app.bell()
