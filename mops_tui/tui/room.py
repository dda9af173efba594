"""What the screens of a running workshop hold on to: one session, and how to ask it for things."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from mops_tui.model.session.audience import Audience, VisibleState, visible
from mops_tui.model.session.commands import Command, Refusal, together
from mops_tui.model.session.on_screen import scene
from mops_tui.model.session.state import WorkshopState
from mops_tui.sources.background import in_background
from mops_tui.sources.ids import NewId, random_id
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.keeping import BookKeeper
from mops_tui.sources.phones.phones import Phones
from mops_tui.sources.saving import SLOW, Rescue
from mops_tui.storage.folders.last_resort import rescue_folders
from mops_tui.tui.entrance import Entrance
from mops_tui.tui.served import Serve, Served
from mops_tui.tui.unsaved import PATIENCE
from mops_tui.words.refusals import refusal

REFUSED_SECONDS = 2.0
"""How long it waits for a disk that refuses: for one try more."""
RESCUE_SECONDS = 0.5
"""How long each folder of last resort is waited for."""
RELEASE_SECONDS = 1.0
"""How long leaving waits for the writing to notice that it has ended."""


class Room:
    """A live session with its writing task.

    Attributes:
        session: The session.
        new_id: Where ids of participants, decisions and so on come from.
        may_see_cues: The facilitator has said that the room may see this screen.
        seat_unseen: The facilitator has said that the room does not see this screen while
            somebody fills in a ballot.
        entrance: The way in for phones.
        rescue: What became of what waited, once the room was left while the disk refused.
    """

    def __init__(self, session: LiveSession, new_id: NewId = random_id) -> None:
        """Begin writing at once."""
        self.session = session
        self.new_id = new_id
        self.may_see_cues = False
        self.seat_unseen = False
        self._made: dict[tuple[Audience, bool], tuple[WorkshopState, VisibleState]] = {}
        self.entrance = Entrance(session, new_id)
        self.rescue: Rescue | None = None
        self._hurried = asyncio.Event()
        self._task = asyncio.get_running_loop().create_task(session.run())
        self._task.add_done_callback(self._stopped)

    @property
    def head(self) -> WorkshopState:
        """Everything decided. Only for deciding what to ask for next; never shown."""
        return self.session.head

    @property
    def seen(self) -> VisibleState:
        """What the room may see of everything that is durable; the same until that changes."""
        return self.saved_for("room")

    def saved_for(self, audience: Audience) -> VisibleState:
        """What somebody may see of everything that is durable; the same until that changes."""
        return self._visible(self.session.durable, audience, saved=True)

    @property
    def scene(self) -> tuple[object, ...]:
        """What the facilitator changes, of everything durable; dearer views need not be made."""
        return scene(self.session.durable)

    @property
    def facilitator_view(self) -> VisibleState:
        """What the facilitator's dialogs show: of everything decided, saved or not yet.

        What they call saved, they look up in `seen`.
        """
        return self._visible(self.session.head, "facilitator", saved=False)

    def _visible(self, state: WorkshopState, audience: Audience, *, saved: bool) -> VisibleState:
        known = self._made.get((audience, saved))
        if known is None or known[0] is not state:
            known = self._made[audience, saved] = (state, visible(state, audience))
        return known[1]

    def ask(self, *commands: Command) -> str:
        """Carry commands out as one: all of them in order, or none where one is refused.

        Returns:
            The refusal as a sentence, or "".
        """
        if not commands:
            return ""
        outcome = self.session.ask(together(commands))
        return refusal(outcome) if isinstance(outcome, Refusal) else ""

    def refuses(self, *commands: Command) -> str:
        """Why commands would be refused, as a sentence, or ""; nothing is carried out."""
        refused = self.session.refuses(together(commands)) if commands else None
        return refusal(refused) if refused is not None else ""

    @property
    def unsaved(self) -> bool:
        """Whether the disk refuses, and something waits for it."""
        return bool(self.session.saving.trouble)

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Be called after each change; the result ends it."""
        return self.session.subscribe(listener)

    # --- phones

    @property
    def phones(self) -> Phones | None:
        """The session's phones, once the room was open to them."""
        return self.entrance.phones

    @property
    def served(self) -> Served | None:
        """The web server, while the room is open to phones."""
        return self.entrance.served

    async def open_to_phones(self, serve: Serve, keeper: BookKeeper | None, host: str) -> None:
        """Open the room to phones; see `Entrance.open_at`."""
        await self.entrance.open_at(serve, keeper, host)

    async def close_to_phones(self) -> None:
        """Close the port, if it is open."""
        await self.entrance.close()

    # --- the end

    async def settled(self) -> None:
        """Wait until everything asked for is durable."""
        await self.session.settled()

    async def finish(self, patience: float | None = None) -> bool:
        """Pause the workshop, save everything, and release the file.

        What the disk has not taken by then is kept in another folder; `rescue` says where.

        Args:
            patience: How long to wait for the disk, in seconds; `PATIENCE` by default.

        Returns:
            Whether everything is saved in the session's own file.
        """
        self.session.pause()
        closing = asyncio.ensure_future(self.close_to_phones())  # a moment, beside the saving
        saved = await self._saved(PATIENCE if patience is None else patience)
        await closing
        if not saved or not await self.session.is_whole():
            self.rescue = await in_background(self.save_what_waits)
            saved = self.rescue.saved
        self.session.end()
        if not saved:
            self.session.close()
        await asyncio.wait((self._task,), timeout=RELEASE_SECONDS)
        self.session.close()
        return saved

    async def _saved(self, patience: float) -> bool:
        """Wait for the disk; not long where it says no."""
        refused = asyncio.Event()

        def look() -> None:
            if self.session.saving.trouble not in ("", SLOW):
                refused.set()

        end = self.subscribe(look)
        look()
        settled = asyncio.ensure_future(self.session.settled())
        others = [asyncio.ensure_future(one.wait()) for one in (self._hurried, refused)]
        await asyncio.wait(
            (settled, *others), timeout=patience, return_when=asyncio.FIRST_COMPLETED
        )
        if refused.is_set() and not self._hurried.is_set():
            await asyncio.wait(
                (settled, others[0]),
                timeout=min(patience, REFUSED_SECONDS),
                return_when=asyncio.FIRST_COMPLETED,
            )
        end()
        saved = settled.done()
        for waiting in (settled, *others):
            waiting.cancel()
        return saved

    def hurry(self) -> None:
        """Whoever finishes waits no longer for the disk."""
        self._hurried.set()

    def save_what_waits(self) -> Rescue:
        """Save what waits, here or else in a folder of last resort: from any thread, at the end."""
        return self.session.rescue(rescue_folders(), RESCUE_SECONDS)

    def _stopped(self, task: asyncio.Task[None]) -> None:
        """The writing has ended. Should it have failed, the app has to know: nothing is saved."""
        error = None if task.cancelled() else task.exception()
        if error is not None:
            context = {"message": "the writing of a session failed", "exception": error}
            task.get_loop().call_exception_handler(context)
