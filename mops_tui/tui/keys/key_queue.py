"""The keyboard: keys and pastes in the order typed, each handled whole before the next.

Textual lets every widget work through a queue of its own. Two keys that were read in one chunk can
therefore both reach a screen that the first of them has left, a key with priority overtakes letters
that were typed before it, and letters typed behind a key that opens a field reach the screen below.
Here a key waits until all that the one before it began is done: the field that it opened has the
focus, the screen that it left is gone.

A key that comes twice is another matter: fingers bounce, and keys are held. Where a key has turned
what the next key means (a screen came or went, a person hands on, something is asked), the same key
again at once is nobody's wish, and is swallowed. So is one that was pressed before the new meaning
stood on the screen, however long a busy machine took over it; whoever has seen it is taken at
their word.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from textual import events
from textual.constants import ESCAPE_DELAY
from textual.message import Message

if TYPE_CHECKING:
    from textual.app import App
    from textual.message_pump import MessagePump
    from textual.screen import Screen

BOUNCE = 0.1
"""Seconds in which the same key again is a bounce. Two presses that are meant take longer."""
_DEAD_END = 0.5
"""Seconds after which a widget that answers nothing is waited for no longer: it is going away."""
_MOST_PASSES = 20
"""How often at most it is looked whether everything stands still."""


class Keyboard:
    """Lets one key at a time into the app.

    Attributes:
        bounce: Seconds in which the same key again counts as a bounce; tests set 0.
    """

    def __init__(self, app: App[None], bounce: float = BOUNCE) -> None:
        """Take the app whose keys these are."""
        self.bounce = bounce
        self._app = app
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._handling: asyncio.Task[None] | None = None
        self._released: events.Event | None = None
        self._key = ""
        self._time = 0.0
        self._turned = False
        self._stack: tuple[int, ...] = ()
        self._seen: float | None = None

    def keeps(self, event: events.Event) -> bool:
        """Whether an event has to wait, or is swallowed; asked once by the app for each."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            return False
        if event is self._released:
            self._released = None
            return False
        if self._handling is not None:
            self._waiting.append(event)
            return True
        if self._is_bounce(event):
            return True
        self._begin(event)
        return False

    def turned(self) -> None:
        """Say that the next key means something else than the last: its bounce is swallowed."""
        self._turned = True
        self._seen = None

    @property
    def overtaken(self) -> bool:
        """Whether what keys mean has turned since the key that is being handled was let in.

        What is worked on beside the keys, as by a disk, can end between a key and what it does.
        """
        return self._turned and self._handling is not None

    def painted(self) -> None:
        """Say that the screen was painted: what the next key means can be seen from now on."""
        if self._seen is None and (self._turned or _screens(self._app) != self._stack):
            self._seen = Message().time  # by the clock that keys have

    async def idle(self) -> None:
        """Wait until every key that came so far has been handled."""
        while self._handling is not None:
            await asyncio.wait((self._handling,))

    def _begin(self, event: events.Key | events.Paste) -> None:
        self._key = event.key if isinstance(event, events.Key) else ""
        self._time = event.time
        self._turned = False
        self._stack = _screens(self._app)
        self._seen = None
        self._handling = asyncio.get_running_loop().create_task(self._handle())

    async def _handle(self) -> None:
        """Wait until the key has done all it does, then let the next one in."""
        try:
            await _still(self._app)
        finally:
            self._handling = None
        self._turned = self._turned or _screens(self._app) != self._stack
        while self._waiting:
            event = self._waiting.popleft()
            if self._is_bounce(event, waited=True):
                continue
            self._released = event
            self._begin(event)
            self._app.post_message(event)
            return

    def _is_bounce(self, event: events.Key | events.Paste, *, waited: bool = False) -> bool:
        """Whether this is the last key once more, after it has turned what a key means."""
        if not self._turned or not isinstance(event, events.Key) or event.key != self._key:
            return False
        unseen = waited and (self._seen is None or event.time < self._seen)
        # The last Esc of a burst is told late: it might have begun a longer key.
        late = ESCAPE_DELAY if self.bounce and event.key == "escape" else 0.0
        if not unseen and event.time - self._time >= self.bounce + late:
            return False
        self._time = event.time  # a key that is held is one press, however long
        return True


def _screens(app: App[None]) -> tuple[int, ...]:
    return tuple(id(screen) for screen in app.screen_stack)


async def _still(app: App[None]) -> None:
    """Wait until what was begun is done: nothing bubbles, and what was opened has the focus."""
    before: object = None
    for _ in range(_MOST_PASSES):
        await _bubbled(app)
        current = (_screens(app), id(app.focused))
        if current == before:
            return
        before = current


async def _bubbled(app: App[None]) -> None:
    """Wait until messages that are under way to the app, from the focus upwards, have arrived."""
    if not app.screen_stack:  # it ends
        return
    # First the app: what has just come stands in its queue.
    await _worked_off(app)
    node: MessagePump | None = app.focused or _top(app)
    while node is not None and node is not app:
        await _worked_off(node)
        node = node._parent
    await _worked_off(app)


def _top(app: App[None]) -> Screen[object] | None:
    return app.screen_stack[-1] if app.screen_stack else None


async def _worked_off(pump: MessagePump) -> None:
    """Wait until a widget has worked off all that stands in its queue now."""
    done = asyncio.get_running_loop().create_future()

    def arrived() -> None:
        if not done.done():
            done.set_result(None)

    if pump.is_running and pump.call_later(arrived):
        await asyncio.wait((done,), timeout=_DEAD_END)
