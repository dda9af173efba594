"""The timer, and its one bell."""

from __future__ import annotations

from mops_tui.model.agenda.phases import next_timer, timer_goes_on
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.audience import VisibleState
from mops_tui.tui.screens.workshop.desk import Desk

MINUTE = 60.0


class Timing:
    """Start, pause, one more minute; and the bell."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk."""
        self._desk = desk
        self._rung: tuple[float, float] | None = None

    def start_or_pause(self) -> None:
        """Start the timer with what is counted next; pause it; let it run on.

        Once silence is over the same key counts the minutes in pairs, and then the vote.
        """
        state = self._desk.state
        if state.timer is None or timer_goes_on(state, self._desk.room.session.now()):
            of, seconds = next_timer(state)
            self._desk.ask(cmd.StartTimer(seconds, of))
        elif state.timer.running:
            self._desk.ask(cmd.PauseTimer())
        else:
            self._desk.ask(cmd.StartTimer())

    def extend(self) -> None:
        """One more minute."""
        self._desk.ask(cmd.ExtendTimer(MINUTE))

    def stop(self) -> None:
        """Put the timer away."""
        self._desk.ask(cmd.StopTimer())

    def ring(self, state: VisibleState, t: float) -> None:
        """Ring once when a running timer is at its end."""
        timer = state.timer
        if timer is None or not timer.running or timer.left(t) > 0 or not state.policy.bell:
            return
        key = (timer.since, timer.seconds)
        if self._rung != key:
            self._rung = key
            self._desk.ring_bell()
