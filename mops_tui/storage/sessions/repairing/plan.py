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

from mops_tui.model.session.events import LaterEvent, Lost, SessionOpened
from mops_tui.storage.sessions.blocks import OPENING, encode, with_crc, with_keys_replaced
from mops_tui.storage.sessions.header_block import HeaderBlock
from mops_tui.storage.sessions.journal import JournalReading
from mops_tui.storage.sessions.parsing import ParsedBlock
from mops_tui.storage.sessions.repairing.choice import choose
from mops_tui.storage.sessions.repairing.claims import Claim, claims_in
from mops_tui.storage.sessions.repairing.order import longest, number_runs, runs, times_of
from mops_tui.storage.sessions.repairing.steps import RepairStep, RepairStepCode, RepairSteps


@dataclass(frozen=True)
class Plan:
    """The new bytes of a file, and what makes them differ from the old ones.

    Attributes:
        old: The file as it is.
        new: The file as it will be.
        steps: What is done, in the order of the lines; empty when nothing is.
    """

    old: bytes
    new: bytes
    steps: tuple[RepairStep, ...]

    def seqs(self, *codes: RepairStepCode) -> tuple[int, ...]:
        """The numbers of the events that some kinds of step are about."""
        ranges = (range(d.first, d.last + 1) for d in self.steps if d.code in codes)
        return tuple(seq for numbers in ranges for seq in numbers)


def plan_of(
    data: bytes, header_block: HeaderBlock, reading: JournalReading, blocks: Sequence[ParsedBlock]
) -> Plan:
    """Settle what a repair does.

    Args:
        data: The file.
        header_block: Its header.
        reading: What it says as it is.
        blocks: Its blocks, as `journal.parse_blocks` gives them.
    """
    steps = RepairSteps()
    claims = claims_in(data, blocks)
    chosen = choose(claims, header_block.crc, steps)
    unread = [parsed for parsed in blocks if parsed.event is None]
    new = header_block.text + b"".join(
        _Writing(data, header_block, claims, unread, steps).blocks(chosen)
    )
    if reading.torn:
        steps.say("torn-left-out", reading.lines + 1, bytes=len(reading.torn))
    if reading.crlf:
        steps.say("newlines", data[: data.index(b"\r\n")].count(b"\n") + 1)
    return Plan(data, new, steps.gathered() if new != data else ())


class _Writing:
    """The new blocks as they are made."""

    def __init__(
        self,
        data: bytes,
        header_block: HeaderBlock,
        claims: list[Claim],
        unread: list[ParsedBlock],
        steps: RepairSteps,
    ) -> None:
        self._data = data
        self._header_block = header_block
        self._claims = claims
        self._unread = unread
        self._steps = steps

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
        staying = set(longest([(claim.place, claim.seq) for claim in order]))
        moved = [claim for claim in order if claim.seq not in staying]
        for run in runs(moved):
            self._steps.say("put-in-order", run[0].line, run[0].seq, run[-1].seq)

    def _say_lost(self, chosen: dict[int, Claim]) -> int:
        """Which numbers nothing gives, and which bytes no number is missing for.

        Returns:
            The last number: blocks after the last event that cannot be read were events, too.
        """
        last = max(chosen, default=0)
        missing = [seq for seq in range(1, last + 1) if seq not in chosen]
        placed: dict[int, ParsedBlock] = {}
        spare: list[ParsedBlock] = []
        for parsed, guess in self._guesses():
            table = parsed.block.table or {}
            named = table.get("seq")
            seq = named if isinstance(named, int) and 0 < named <= last else guess
            if seq <= last and seq not in chosen and seq not in placed:
                placed[seq] = parsed
            else:
                spare.append(parsed)
        free = iter([seq for seq in missing if seq not in placed])
        left: list[ParsedBlock] = []
        for parsed in spare:
            seq = next(free, 0)
            if seq:
                placed[seq] = parsed
            else:
                left.append(parsed)
        end = max((c.parsed.block.offset for c in self._claims), default=-1)
        for parsed in left:
            block = parsed.block
            content = self._data[block.offset : block.end]
            if block.offset > end and content.startswith(OPENING) and b"=" in content:
                last += 1
                missing.append(last)
                placed[last] = parsed
            else:
                self._steps.say("bytes-left-out", block.line, bytes=block.end - block.offset)
        if missing[:1] == [1]:
            self._steps.say("opening-made", placed[1].block.line if 1 in placed else 1, 1)
        for seqs in number_runs([seq for seq in missing if seq > 1]):
            line = placed[seqs[0]].block.line if seqs[0] in placed else None
            self._steps.say("marked-lost", line, seqs[0], seqs[-1])
        return last

    def _guesses(self) -> Iterator[tuple[ParsedBlock, int]]:
        """The stretches without an event, and the number that each would have by its place."""
        ahead = iter(self._claims)
        claim = next(ahead, None)
        seq = 0
        for parsed in self._unread:
            while claim is not None and claim.parsed.block.offset < parsed.block.offset:
                seq = claim.seq
                claim = next(ahead, None)
            seq += 1
            yield parsed, seq

    def _absent(self, seq: int, t: float) -> bytes:
        if seq == 1:  # what the first event says can be said again
            return encode(SessionOpened(seq=1, header_crc=self._header_block.crc))
        return encode(Lost(seq=seq, t=t))

    def _kept(self, claim: Claim, t: float) -> bytes:
        event, block = claim.event, claim.parsed.block
        changes: dict[str, object] = {}
        if event.t != t:
            changes["t"] = round(t, 3)
            self._steps.say("time-set", claim.line, claim.seq)
        if (
            claim.seq == 1
            and isinstance(event, SessionOpened)
            and event.header_crc != self._header_block.crc
        ):
            changes |= {"header_crc": self._header_block.crc, "header_edited": True}
            self._steps.say("header-sealed", 1, claim.seq)
        if not claim.sealed:
            changes["edited"] = True
            self._steps.say("sealed", claim.line, claim.seq)
        old = self._data[block.offset : block.end].replace(b"\r\n", b"\n")
        if not changes:
            return old.rstrip(b"\n") + b"\n\n"
        if not (claim.parsed.unknown or isinstance(event, LaterEvent)):
            return encode(event.model_copy(update=changes))
        # What is not known here stays letter by letter; where it cannot, nothing is changed.
        text = with_keys_replaced(claim.text, changes)
        return old.rstrip(b"\n") + b"\n\n" if text is None else with_crc(text)
