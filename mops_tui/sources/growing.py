"""A session that is replayed while somebody writes it: what has happened since it was read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from mops_tui.model.session.events import Event
from mops_tui.sources.background import in_background
from mops_tui.sources.follow import Follower
from mops_tui.sources.replay import Recording
from mops_tui.storage.locking.locks import is_being_written

PATIENCE = 1.0
"""Seconds that somebody who has pressed a key waits for a drive."""
T = TypeVar("T")


@dataclass(frozen=True)
class Growth:
    """What a look at the file has found.

    Attributes:
        more: What has happened since the look before.
        is_written: Whether somebody has it open to write; None where that was not asked.
    """

    more: tuple[Event, ...] = ()
    is_written: bool | None = None


class GrowingSession(Follower):
    """Goes on reading where a replay's reading ended; only what is durable counts.

    A file that was replaced, or cut, is another one: nothing more is read of it.
    """

    def __init__(self, recorded: Recording) -> None:
        """Take what was read."""
        super().__init__(recorded.path, recorded.path.parent)
        timeline = recorded.timeline
        self.header = recorded.header
        self.state = timeline.state(len(timeline.events))
        self._format = recorded.format
        self._offset = recorded.length
        self._fresh: list[Event] = []
        self._is_other = False
        try:
            status = recorded.path.stat()
            self._inode = (status.st_dev, status.st_ino)
            self._size = recorded.length
        except OSError:
            self._is_other = True

    @property
    def is_over(self) -> bool:
        """Whether nothing more can come: the session is closed, or the file is another one."""
        return self._is_other or (self.state is not None and self.state.phase == "closed")

    @property
    def goes_on(self) -> bool:
        """Whether somebody has it open to write: more may come."""
        return not self.is_over and self.path is not None and is_being_written(self.path)

    def look(self, *, at_writer: bool) -> Growth:
        """Look once; the file's drive may be slow to answer.

        Args:
            at_writer: Ask whether somebody writes it, too, even where nothing has happened.
        """
        more = self.fresh() if self.stirred() else ()
        return Growth(more, self.goes_on if more or at_writer else None)

    def fresh(self) -> tuple[Event, ...]:
        """What has happened since this was asked last."""
        if not self._is_other:
            self.poll()
        fresh, self._fresh = tuple(self._fresh), []
        return fresh

    def _take(self, event: Event) -> None:
        super()._take(event)
        self._fresh.append(event)

    def _reload(self, data: bytes, inode: tuple[int, int]) -> bool:  # noqa: ARG002 - as of every follower
        self._is_other = True
        return False

    def _move(self) -> None:
        """Stay with the file that was read."""


class AskedAside:
    """A growing session that is asked beside the loop, one question at a time.

    A network drive may not answer for minutes, or ever; and of two questions at a time whether
    somebody writes the file, each would take the other for the writer.

    Attributes:
        session: What is asked.
    """

    def __init__(self, session: GrowingSession) -> None:
        """Take the session; nothing is asked yet."""
        self.session = session
        self._asking = asyncio.Lock()

    async def look(self, *, at_writer: bool) -> Growth:
        """As the session's own; it waits for as long as the drive takes."""
        return await self._answer(partial(self.session.look, at_writer=at_writer))

    async def goes_on(self) -> bool:
        """As the session's own, for whoever has pressed a key: no answer in a second is a no."""
        try:
            return await asyncio.wait_for(self._answer(lambda: self.session.goes_on), PATIENCE)
        except TimeoutError:
            return False

    async def _answer(self, question: Callable[[], T]) -> T:
        async with self._asking:
            return await in_background(question)
