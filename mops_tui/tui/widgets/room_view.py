"""The room's view: the one place that turns a visible state into widgets.

Live, and later replay and the projector window, show their states through this widget.
"""

from __future__ import annotations

from textual.containers import Container
from textual.css.query import NoMatches

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.on_screen import OnScreen, on_screen
from mops_tui.model.session.state import Look
from mops_tui.model.text.same import Same
from mops_tui.sources.phones.invitation import Invitation
from mops_tui.tui.widgets.bodies.base import Body
from mops_tui.tui.widgets.bodies.brief import BriefBody
from mops_tui.tui.widgets.bodies.decision import DecisionBody
from mops_tui.tui.widgets.bodies.grid import GridBody
from mops_tui.tui.widgets.bodies.lobby import LobbyBody
from mops_tui.tui.widgets.bodies.reveal import RevealBody
from mops_tui.tui.widgets.bodies.steps import BeforeBody, BreakBody, OwnersBody
from mops_tui.tui.widgets.bodies.summary import SummaryBody
from mops_tui.tui.widgets.bodies.vote import VoteBody

_BODIES: dict[OnScreen, type[Body]] = {
    "lobby": LobbyBody,
    "brief": BriefBody,
    "vote": VoteBody,
    "reveal": RevealBody,
    "decision": DecisionBody,
    "before": BeforeBody,
    "break": BreakBody,
    "owners": OwnersBody,
    "grid": GridBody,
    "workshop": SummaryBody,
}


def body_for(state: VisibleState, look: Look) -> type[Body]:
    """The body that fits what the state shows."""
    return _BODIES[on_screen(state, look)]


class RoomView(Container):
    """Holds one body at a time."""

    def __init__(self, *, keys: bool = False, turns: bool = False) -> None:
        """Begin empty.

        Args:
            keys: Who looks has the facilitator's keys.
            turns: Who looks can turn pages.
        """
        super().__init__(id="room-view")
        self._keys = keys
        self._turns = turns
        self._wanted: tuple[type[Body], *tuple[str, ...]] | None = None
        self._held: tuple[type[Body], *tuple[str, ...]] | None = None
        self._body: Body | None = None
        self._ready = False
        self._due = False
        self._shown: tuple[VisibleState, Look, float] | None = None
        self._filled: tuple[object, ...] | None = None
        self._by_phone: tuple[Invitation | None, int] = (None, 0)

    @property
    def body(self) -> Body | None:
        """The body that is shown."""
        return self._body

    def invite(self, inviting: Invitation | None, done: int) -> None:
        """Show how to join by phone, and how many are done, wherever that is shown.

        Args:
            inviting: How to join; None while the room is not open to phones.
            done: How many say that they are done with the round that is shown.
        """
        if (inviting, done) != self._by_phone:
            self._by_phone = (inviting, done)
            self._again()

    def show(self, state: VisibleState, look: Look, t: float) -> None:
        """Show a state; the body changes when the place does."""
        before, self._shown = self._shown, (state, look, t)
        wanted = (body_for(state, look), *state.view.key)
        if wanted != self._wanted:
            self._wanted, self._ready = wanted, False
            self.call_next(self._turn)
        elif before is None or before[0] is not state or before[1] != look:
            self._again()

    async def _turn(self) -> None:
        """Put the body there that is wanted, once the one before is wholly gone.

        This runs as one of this widget's messages, hence one at a time: bodies that come faster
        than they can go never pile up, and those in between are left out.
        """
        if self._wanted is None or not self.is_attached:
            return
        if self._wanted == self._held:  # there and back again
            self._ready = True
            self._again()
            return
        async with self.batch():
            await self.remove_children()
            if not self.is_attached:
                return
            self._held = self._wanted
            self._body = body = self._held[0]()
            body.keys = self._keys
            body.turns = self._turns
            await self.mount(body)
            # Filled before anything is drawn: nobody sees a body that has nothing in it.
            if self._wanted == self._held:
                self._ready = True
                self._again()

    def on_body_ready(self, event: Body.Ready) -> None:
        """A new body can be filled now."""
        if event.body is self._body and self._wanted == self._held:
            self._ready = True
            self._again()
            # Once more when it is laid out: texts that wrap by hand need their width.
            self._later()

    def _again(self) -> None:
        """Fill the body, unless it shows just that, for the room that it has."""
        body = self._body
        if self._shown is None or body is None or not self._ready:
            return
        state, look, t = self._shown
        filled = (body, Same(state), look, body.room, self.app.size, self._by_phone)
        if filled == self._filled:
            return
        body.inviting, body.done = self._by_phone
        try:
            body.show(state, look, t)
        except NoMatches:
            # Its parts are still being mounted: a resize can come before them.
            self._later()
        else:
            self._filled = filled

    def _later(self) -> None:
        """Fill the body after the next frame, once however often it was asked for."""
        if not self._due:
            self._due = True
            self.call_after_refresh(self._once_more)

    def _once_more(self) -> None:
        self._due = False
        self._again()

    def on_resize(self) -> None:
        """Lay the body out anew."""
        self._later()

    def roll(self, by: int) -> None:
        """Scroll what can be scrolled, by rows."""
        for box in self.query("VerticalScroll"):
            if box.display and box.max_scroll_y > 0:
                box.scroll_relative(y=by, animate=False)
