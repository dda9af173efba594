"""What the screens of a running workshop hold on to: one session, and how to ask it for things."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from mops_tui.model.audience import Visible, visible
from mops_tui.model.commands import Command, Refusal, together
from mops_tui.model.state import WorkshopState
from mops_tui.sources.ids import NewId, random_id
from mops_tui.sources.live import LiveSession
from mops_tui.words.refusals import refusal

PATIENCE = 5.0
"""How long leaving waits, in seconds, for a disk that does not take what is queued."""


class Room:
    """A live session with its writing task.

    Attributes:
        session: The session.
        new_id: Where ids of participants, decisions and so on come from.
        may_see_cues: The facilitator has said that the room may see this screen.
        seat_unseen: The facilitator has said that the room does not see this screen while
            somebody fills in a ballot.
    """

    def __init__(self, session: LiveSession, new_id: NewId = random_id) -> None:
        """Begin writing at once."""
        self.session = session
        self.new_id = new_id
        self.may_see_cues = False
        self.seat_unseen = False
        self._seen: tuple[WorkshopState, Visible] | None = None
        self._task = asyncio.get_running_loop().create_task(session.run())

    @property
    def head(self) -> WorkshopState:
        """Everything decided. Only for deciding what to ask for next; never shown."""
        return self.session.head

    @property
    def seen(self) -> Visible:
        """What the room may see of everything that is durable; the same until that changes."""
        durable = self.session.durable
        if self._seen is None or self._seen[0] is not durable:
            self._seen = (durable, visible(durable, "room"))
        return self._seen[1]

    def ask(self, *commands: Command) -> str:
        """Carry commands out as one: all of them in order, or none where one is refused.

        Returns:
            The refusal as a sentence, or "".
        """
        if not commands:
            return ""
        made = self.session.ask(together(commands))
        return refusal(made) if isinstance(made, Refusal) else ""

    @property
    def unsaved(self) -> bool:
        """Whether the disk refuses, and something waits for it."""
        return bool(self.session.saving.trouble)

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Be called after each change; the result ends it."""
        return self.session.subscribe(listener)

    async def settled(self) -> None:
        """Wait until everything asked for is durable."""
        await self.session.settled()

    async def finish(self) -> bool:
        """Pause the workshop, save everything, and release the file.

        Returns:
            Whether everything is saved.
        """
        self.session.pause()
        try:
            await asyncio.wait_for(self.session.settled(), PATIENCE)
            saved = True
        except TimeoutError:
            saved = False
        self.session.end()
        await asyncio.wait((self._task,), timeout=PATIENCE)
        self.session.close()
        return saved
