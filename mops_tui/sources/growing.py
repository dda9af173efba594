"""A session that is replayed while somebody writes it: what has happened since it was read."""

from __future__ import annotations

from mops_tui.model.session.events import Event
from mops_tui.sources.follow import Follower
from mops_tui.sources.replay import Recording
from mops_tui.storage.locking.locks import is_being_written


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
    def goes_on(self) -> bool:
        """Whether somebody has it open to write: more may come."""
        if self._is_other or self.path is None or (self.state and self.state.phase == "closed"):
            return False
        return is_being_written(self.path)

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
