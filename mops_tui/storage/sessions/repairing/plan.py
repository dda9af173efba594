"""What a repair would do to a session file: settled before anything is written, and told.

A sealed event is never given up for anything but another sealed one. Each number is given to the
best of the blocks that claim it, in this order: a sealed event, an edited one, a `lost` that an
earlier repair put there. Of two sealed ones that differ, the one whose neighbours in the file are
those of its number stands. Then the events are put in order, and only what is still missing is
marked lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mops_tui.model.session.events import Event, Lost, SessionOpened
from mops_tui.storage.sessions.blocks import OPENING, encode
from mops_tui.storage.sessions.head import Head
from mops_tui.storage.sessions.journal import JournalReading
from mops_tui.storage.sessions.parsing import ParsedBlock
from mops_tui.storage.sessions.repairing.choice import choose
from mops_tui.storage.sessions.repairing.claims import Claim, claims_in
from mops_tui.storage.sessions.repairing.deeds import Deed, DeedCode, Deeds
from mops_tui.storage.sessions.repairing.order import longest, number_runs, runs, times_of


@dataclass(frozen=True)
class Plan:
    """The new bytes of a file, and what makes them differ from the old ones.

    Attributes:
        old: The file as it is.
        new: The file as it will be.
        deeds: What is done, in the order of the lines; empty when nothing is.
    """

    old: bytes
    new: bytes
    deeds: tuple[Deed, ...]

    def seqs(self, *codes: DeedCode) -> tuple[int, ...]:
        """The numbers of the events that some kinds of deed are about."""
        found = (range(d.first, d.last + 1) for d in self.deeds if d.code in codes)
        return tuple(seq for numbers in found for seq in numbers)


def plan_of(data: bytes, head: Head, reading: JournalReading, steps: Sequence[ParsedBlock]) -> Plan:
    """Settle what a repair does.

    Args:
        data: The file.
        head: Its header.
        reading: What it says as it is.
        steps: Its blocks, as `journal.parse_steps` gives them.
    """
    deeds = Deeds()
    claims = claims_in(data, steps)
    chosen = choose(claims, head.crc, deeds)
    unread = [step for step in steps if step.event is None]
    new = head.text + b"".join(_Writing(data, head, claims, unread, deeds).blocks(chosen))
    if reading.torn:
        deeds.say("torn-left-out", reading.lines + 1, bytes=len(reading.torn))
    if reading.crlf:
        deeds.say("newlines", data[: data.index(b"\r\n")].count(b"\n") + 1)
    return Plan(data, new, deeds.gathered() if new != data else ())


class _Writing:
    """The new blocks as they are made."""

    def __init__(
        self, data: bytes, head: Head, claims: list[Claim], unread: list[ParsedBlock], deeds: Deeds
    ) -> None:
        self._data = data
        self._head = head
        self._claims = claims
        self._unread = unread
        self._deeds = deeds

    def blocks(self, chosen: dict[int, Claim]) -> Iterator[bytes]:
        """The new blocks in order."""
        self._say_moved(chosen)
        last = self._say_lost(chosen)
        times = times_of(chosen)
        t = 0.0
        for seq in range(1, last + 1):
            claim = chosen.get(seq)
            if claim is None:
                yield self._absent(seq, t)
                continue
            t = times[seq]
            yield self._kept(claim, t)

    def _say_moved(self, chosen: dict[int, Claim]) -> None:
        """The fewest events that have to be moved to put all of them in order."""
        order = [chosen[seq] for seq in sorted(chosen)]
        stay = set(longest([(claim.place, claim.seq) for claim in order]))
        moved = [claim for claim in order if claim.seq not in stay]
        for run in runs(moved):
            self._deeds.say("put-in-order", run[0].line, run[0].seq, run[-1].seq)

    def _say_lost(self, chosen: dict[int, Claim]) -> int:
        """Which numbers nothing gives, and which bytes no number is missing for.

        Returns:
            The last number: blocks after the last event that cannot be read were events, too.
        """
        last = max(chosen, default=0)
        missing = [seq for seq in range(1, last + 1) if seq not in chosen]
        found: dict[int, ParsedBlock] = {}
        spare: list[ParsedBlock] = []
        for step, guess in self._guesses():
            table = step.block.table or {}
            named = table.get("seq")
            seq = named if isinstance(named, int) and 0 < named <= last else guess
            if seq <= last and seq not in chosen and seq not in found:
                found[seq] = step
            else:
                spare.append(step)
        free = iter([seq for seq in missing if seq not in found])
        left: list[ParsedBlock] = []
        for step in spare:
            seq = next(free, 0)
            if seq:
                found[seq] = step
            else:
                left.append(step)
        end = max((c.step.block.offset for c in self._claims), default=-1)
        for step in left:
            block = step.block
            said = self._data[block.offset : block.end]
            if block.offset > end and said.startswith(OPENING) and b"=" in said:
                last += 1
                missing.append(last)
                found[last] = step
            else:
                self._deeds.say("bytes-left-out", block.line, bytes=block.end - block.offset)
        if missing[:1] == [1]:
            self._deeds.say("opening-made", found[1].block.line if 1 in found else 1, 1)
        for seqs in number_runs([seq for seq in missing if seq > 1]):
            line = found[seqs[0]].block.line if seqs[0] in found else None
            self._deeds.say("marked-lost", line, seqs[0], seqs[-1])
        return last

    def _guesses(self) -> Iterator[tuple[ParsedBlock, int]]:
        """The stretches without an event, and the number that each would have by its place."""
        ahead = iter(self._claims)
        claim = next(ahead, None)
        seq = 0
        for step in self._unread:
            while claim is not None and claim.step.block.offset < step.block.offset:
                seq = claim.seq
                claim = next(ahead, None)
            seq += 1
            yield step, seq

    def _absent(self, seq: int, t: float) -> bytes:
        if seq == 1:  # what the first event says can be said again
            return encode(SessionOpened(seq=1, header_crc=self._head.crc))
        return encode(Lost(seq=seq, t=t))

    def _kept(self, claim: Claim, t: float) -> bytes:
        event, block = claim.event, claim.step.block
        mended: Event = event
        if event.t != t:
            mended = mended.model_copy(update={"t": t})
            self._deeds.say("time-set", claim.line, claim.seq)
        if (
            claim.seq == 1
            and isinstance(event, SessionOpened)
            and event.header_crc != self._head.crc
        ):
            mended = mended.model_copy(update={"header_crc": self._head.crc})
            self._deeds.say("header-sealed", 1, claim.seq)
        if claim.sealed and mended is event:
            old = self._data[block.offset : block.end].replace(b"\r\n", b"\n")
            return old.rstrip(b"\n") + b"\n\n"
        if not claim.sealed:
            self._deeds.say("sealed", claim.line, claim.seq)
        return encode(mended)
