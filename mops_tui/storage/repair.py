"""Putting a damaged session file right, so that every event that can be read counts again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mops_tui.model.events import Event, Lost, SessionOpened
from mops_tui.storage.beside import real
from mops_tui.storage.blocks import encode, scan
from mops_tui.storage.disk import replace_whole, write_beside
from mops_tui.storage.errors import refusing
from mops_tui.storage.journal import load, parse, read_head
from mops_tui.storage.walk import Step, walk

MOST_LOST = 10_000
"""A gap in `seq` that is wider than this is a wrong number, not that many lost events."""


@dataclass(frozen=True)
class Repair:
    """What a repair has done.

    Attributes:
        backup: The file as it was, or None when nothing was wrong and nothing was done.
        resealed: The `seq` of the events that were sealed anew.
        lost: The `seq` of those that could not be read, now `kind = "lost"`.
        dropped: How many stretches were left out because no event was missing there: repeats,
            and bytes that belong to nothing. The backup has them.
        torn: How many bytes of an unfinished write were cut off.
        crlf: Newlines were put back.
    """

    backup: Path | None
    resealed: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()
    dropped: int = 0
    torn: int = 0
    crlf: bool = False
    code: str = "repaired"
    line: int | None = None

    @property
    def params(self) -> dict[str, object]:
        """What the sentence needs."""
        name = self.backup.name if self.backup else ""
        return {"resealed": len(self.resealed), "lost": len(self.lost), "backup": name}


def repair(path: Path) -> Repair:
    """Rewrite a session file so that it can be read to its end and appended to.

    Needs the session's lock. The old file is kept beside it, whole.

    Raises:
        SessionError: Its header cannot be read: that takes a person. Or "permission" or
            "cannot-write": it is as it was, though a backup may exist.
    """
    data = load(path)
    reading = parse(data)
    head = read_head(data)
    steps = [
        step
        for step in walk(scan(data, head.end, head.lines + 1))
        if step.block.offset < reading.length
    ]
    mending = _Mending(data, head.crc)
    mending.mend(steps)
    new = head.text + b"".join(mending.blocks)
    if new == data:
        return Repair(None)
    with refusing("cannot-write"):
        there = real(path)  # a link stays one, and leads to the file that was mended
        backup = write_beside(there, "bak", data)
        replace_whole(there, new)
    return Repair(
        backup=backup,
        resealed=tuple(mending.resealed),
        lost=tuple(mending.lost),
        dropped=mending.dropped,
        torn=len(reading.torn),
        crlf=reading.crlf,
    )


@dataclass
class _Mending:
    """The new blocks as they come together."""

    data: bytes
    header_crc: str
    blocks: list[bytes] = field(default_factory=list)
    resealed: list[int] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    dropped: int = 0
    t: float = 0.0

    def mend(self, steps: Sequence[Step]) -> None:
        unread = 0  # stretches without an event since the last event
        for index, step in enumerate(steps):
            event = step.event
            if event is None:
                unread += 1
                continue
            following = _next_event(steps, index)
            gap = event.seq - len(self.blocks) - 1
            if gap < 0 or gap > MOST_LOST:
                self.dropped += 1
                continue
            vouched = following is not None and following.seq == event.seq + 1
            if gap > unread and not (step.block.crc_ok or vouched):
                unread += 1  # its number is wrong, and there is no telling what else
                continue
            self._lose(gap)
            self.dropped += max(0, unread - gap)
            unread = 0
            self._keep(step, event, following)
        self._lose(unread)

    def _keep(self, step: Step, event: Event, following: Event | None) -> None:
        if event.seq == 1 and not isinstance(event, SessionOpened):
            self._lose(1)
            return
        mended = self._in_time(event, following, sealed=step.block.crc_ok)
        if isinstance(mended, SessionOpened) and mended.header_crc != self.header_crc:
            mended = mended.model_copy(update={"header_crc": self.header_crc})
        self.t = mended.t
        if step.block.crc_ok and mended is event:
            old = self.data[step.block.offset : step.block.end].replace(b"\r\n", b"\n")
            self.blocks.append(old.rstrip(b"\n") + b"\n\n")
        else:
            self.blocks.append(encode(mended))
            self.resealed.append(mended.seq)

    def _in_time(self, event: Event, following: Event | None, *, sealed: bool) -> Event:
        """The event, or the same no earlier than the one before it.

        An edited time that is ahead of the next event's is wrong too: kept, it would carry every
        later event along.
        """
        ahead = not sealed and following is not None and self.t <= following.t < event.t
        if event.t >= self.t and not ahead:
            return event
        return event.model_copy(update={"t": self.t})

    def _lose(self, count: int) -> None:
        for _ in range(count):
            seq = len(self.blocks) + 1
            if seq == 1:  # what the first event says can be said again
                self.blocks.append(encode(SessionOpened(seq=1, header_crc=self.header_crc)))
            else:
                self.blocks.append(encode(Lost(seq=seq, t=self.t)))
            self.lost.append(seq)


def _next_event(steps: Sequence[Step], index: int) -> Event | None:
    return next((step.event for step in steps[index + 1 :] if step.event), None)
