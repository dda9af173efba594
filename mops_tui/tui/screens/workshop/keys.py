"""What the facilitator's keys need of the workshop screen."""

from __future__ import annotations

from collections.abc import Callable

from mops_tui.model.agenda.flow import Advance
from mops_tui.model.session.commands import Command
from mops_tui.model.session.state import Look, WorkshopState
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.room import Room
from mops_tui.tui.styles import LATE_STYLES


class RoomScreen(MopsScreen[None]):
    """A screen over a running workshop; the groups of keys extend it.

    Attributes:
        room: The session and how to ask it for things.
    """

    CSS_PATH = LATE_STYLES
    room: Room

    @property
    def state(self) -> WorkshopState:
        """Everything decided: for deciding what to ask for, never for showing."""
        return self.room.head

    def ask(self, *commands: Command) -> bool:
        """Carry commands out; say why not where one is refused."""
        raise NotImplementedError

    def say(self, words: str, style: str = "") -> None:
        """Put a sentence on the line above the keys, until the next key."""
        raise NotImplementedError

    async def say_saved(self, words: str, style: str = "$success") -> None:
        """Say that something is done, once it is durable: while the disk refuses, nothing is."""
        await self.room.settled()
        self.say(words, style)

    def go(
        self,
        plan: Callable[[WorkshopState], Advance],
        action: str,
        act: Callable[[], None] | None = None,
    ) -> bool:
        """Do what a plan says; what it asks about is done at the second press of the same key."""
        raise NotImplementedError

    def key_of(self, action: str) -> str:
        """The key of an action in words, as the user has set it."""
        return self.host.key_of(action)

    def fits(self, action: str) -> bool:
        """Whether an action makes sense where the workshop stands."""
        raise NotImplementedError

    @property
    def dark(self) -> bool:
        """The room's screen is dark, and this is the room's screen."""
        raise NotImplementedError

    def turn(self, look: Look) -> None:
        """Look at the present place in another way."""
        raise NotImplementedError
