"""What every screen of a room has in common: the bar, the room's view, the timer beside it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.events import Page
from mops_tui.model.session.state import Look
from mops_tui.sources.phones.invitation import Invitation
from mops_tui.tui.widgets.bodies.base import PAGES
from mops_tui.tui.widgets.bodies.reveal import RevealBody
from mops_tui.tui.widgets.room_view import RoomView
from mops_tui.tui.widgets.timer import TimerPanel
from mops_tui.tui.widgets.top_bar import TopBar


class RoomFrame(Vertical):
    """Shows a visible state; the workshop, a replay, the stage and the demo all do it by this."""

    def __init__(
        self, *beside: Widget, keys: bool = False, turns: bool = False, timer: bool = True
    ) -> None:
        """Begin empty.

        Args:
            beside: What else stands beside the room's view.
            keys: Who looks has the facilitator's keys, and is told of them.
            turns: Without these keys, who looks can still turn pages for themselves.
            timer: The timer shows, while there is one.
        """
        super().__init__()
        self._bar = TopBar()
        self._view = RoomView(keys=keys, turns=keys or turns)
        self._timer = TimerPanel(keys=keys) if timer else None
        self._beside = beside

    def compose(self) -> ComposeResult:
        """The bar over the rest."""
        yield self._bar
        with Horizontal(id="stage"):
            yield self._view
            if self._timer is not None:
                yield self._timer
            yield from self._beside

    def show(self, state: VisibleState, look: Look, t: float) -> None:
        """Show a state.

        Args:
            state: As whoever sees this screen may see it.
            look: How the place is looked at.
            t: Seconds since the session was opened.
        """
        self._view.show(state, look, t)
        self.tick(state, t)

    def invite(self, inviting: Invitation | None, done: int = 0) -> None:
        """Show how to join by phone, and how many say that they are done; see `RoomView`."""
        self._view.invite(inviting, done)

    def tick(self, state: VisibleState, t: float) -> None:
        """Let the clocks go on; the state is the one that is shown."""
        self._bar.show(state, t)
        if self._timer is not None:
            self._timer.show(state.timer, t)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages of the question that is shown, in order: one while nothing is revealed."""
        body = self._view.body
        return body.pages if isinstance(body, RevealBody) else PAGES[:1]

    def roll(self, by: int) -> None:
        """Scroll what can be scrolled, by rows."""
        self._view.roll(by)
