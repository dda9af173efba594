"""What a repair would do to a session file: settled before anything is written, and told.

A sealed event is never given up for anything but another sealed one. Each number is given to the
best of the blocks that claim it, in this order: a sealed event, an edited one, a `lost` that an
earlier repair put there. Of two sealed ones that differ, the one whose neighbours in the file are
those of its number stands. Then the events are put in order, and only what is still missing is
marked lost.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from mops_tui.model.session.events import Event, Lost, SessionOpened
from mops_tui.storage.sessions.blocks import OPENING, block_text, encode
from mops_tui.storage.sessions.journal import Head, JournalReading
from mops_tui.storage.sessions.parsing import ParsedBlock

MOST_LOST = 10_000
"""A gap in `seq` that is wider than this is a wrong number, not that many lost events."""
_MOST_CLAIMS = 8
"""So many different blocks of one number are weighed against each other, the first of them."""


@dataclass(frozen=True)
class RepairStep:
    """One thing that a repair does.

    Attributes:
        code: "put-in-order", "copy-left-out", "other-left-out", "edited-left-out",
            "unplaced-left-out", "foreign-left-out", "foreign-begins", "kept-after-foreign",
            "bytes-left-out",
            "lost-replaced", "marked-lost", "opening-made", "sealed", "header-sealed", "time-set",
            "torn-left-out", "newlines".
        line: Where, in the file as it is; None where that is nowhere.
        first: The first `seq` that it is about, 0 where it is about none.
        last: The last one.
        params: What else the sentence needs: `stands` (a line), `n`, `bytes`.
    """

    code: str
    line: int | None
    first: int = 0
    last: int = 0
    params: dict[str, object] = field(default_factory=dict)


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

    def seqs(self, *codes: str) -> tuple[int, ...]:
        """The numbers of the events that some kinds of step are about."""
        found = (range(d.first, d.last + 1) for d in self.steps if d.code in codes)
        return tuple(seq for numbers in found for seq in numbers)


@dataclass(frozen=True)
class _Claim:
    """An event that can be read, and where it stands.

    Attributes:
        place: Its place among the blocks that can be read, from 0.
        before: How many blocks that cannot be read stand right before it.
    """

    parsed: ParsedBlock
    event: Event
    place: int
    before: int
    text: bytes

    @property
    def seq(self) -> int:
        return self.event.seq

    @property
    def sealed(self) -> bool:
        return self.parsed.block.crc_ok

    @property
    def line(self) -> int:
        return self.parsed.block.line


def plan_of(data: bytes, head: Head, reading: JournalReading, steps: Sequence[ParsedBlock]) -> Plan:
    """Settle what a repair does.

    Args:
        data: The file.
        head: Its header.
        reading: What it says as it is.
        steps: Its blocks, as `journal.parse_blocks` gives them.
    """
    made = _Plan(data, head, _claims(data, steps), [s for s in steps if s.event is None])
    chosen = made.chosen()
    new = head.text + b"".join(made.blocks(chosen))
    if reading.torn:
        made.say("torn-left-out", reading.lines + 1, bytes=len(reading.torn))
    if reading.crlf:
        made.say("newlines", data[: data.index(b"\r\n")].count(b"\n") + 1)
    return Plan(data, new, _gathered(made.steps) if new != data else ())


def _gathered(steps: Iterable[RepairStep]) -> tuple[RepairStep, ...]:
    """The steps by line, with those taken together that do the same to events in a row."""
    found: list[RepairStep] = []
    for step in sorted(steps, key=lambda step: (step.line or 0, step.first)):
        before = found[-1] if found else step
        if before.code == step.code and step.first and before.first:
            if step.first == before.last + 1:
                found[-1] = replace(before, last=step.last)
                continue
            if step.last == before.first - 1:
                found[-1] = replace(before, first=step.first)
                continue
        found.append(step)
    return tuple(found)


def _claims(data: bytes, steps: Iterable[ParsedBlock]) -> list[_Claim]:
    claims: list[_Claim] = []
    before = 0
    for parsed in steps:
        if parsed.event is None:
            before += 1
            continue
        claims.append(
            _Claim(parsed, parsed.event, len(claims), before, block_text(data, parsed.block))
        )
        before = 0
    return claims


class _Plan:
    """A plan as it comes together."""

    def __init__(
        self, data: bytes, head: Head, claims: list[_Claim], unread: list[ParsedBlock]
    ) -> None:
        self.steps: list[RepairStep] = []
        self._data = data
        self._head = head
        self._claims = claims
        self._unread = unread
        self._places: dict[tuple[int, bytes], list[int]] = defaultdict(list)
        self._led: set[int] = set()  # places of what follows another session's opening

    def say(
        self, code: str, line: int | None, first: int = 0, last: int = 0, **more: object
    ) -> None:
        """Note a step."""
        self.steps.append(RepairStep(code, line, first, last or first, more))

    # --- who gives each number

    def chosen(self) -> dict[int, _Claim]:
        """The block that stands for each number."""
        own = list(self._own())
        by_seq: dict[int, dict[bytes, list[_Claim]]] = defaultdict(lambda: defaultdict(list))
        for claim in own:
            by_seq[claim.seq][claim.text].append(claim)
            self._places[claim.seq, claim.text].append(claim.place)
        wanted = self._wanted(own)
        layers: list[list[_Claim]] = []
        for seq in sorted(by_seq):
            groups = [self._best_copy(copies) for copies in by_seq[seq].values()]
            groups = [claim for claim in groups if self._possible(claim, wanted)]
            best = min(map(self._rank, groups), default=0)
            layer = [claim for claim in groups if self._rank(claim) == best][:_MOST_CLAIMS]
            if layer:
                layers.append(layer)
        chosen = {claim.seq: claim for claim in self._likeliest(layers)}
        for claim in own:
            stands = chosen.get(claim.seq)
            if stands is not claim:
                self._say_left_out(claim, stands)
            elif claim.place in self._led:
                self.say("kept-after-foreign", claim.line, claim.seq)
        return chosen

    def _own(self) -> Iterator[_Claim]:
        """The blocks without those of a whole other file: its header stands before them.

        Blocks that only follow the opening of another session are still of use where nothing
        else gives their number: nobody can tell that they are not of this one.
        """
        openings = {c.place: c for c in self._claims if c.sealed and c.seq == 1 and _header_crc(c)}
        ours = [c for c in openings.values() if _header_crc(c) == self._head.crc]
        sealed = {_header_crc(c) for c in ours or list(openings.values())[:1]}
        first: _Claim | None = None
        led = count = 0
        for claim in self._claims:
            if claim.place in openings and _header_crc(claim) not in sealed:
                self._say_foreign(first, count)
                first, led, count = claim, 1, 1
            elif first is not None and claim.sealed and claim.seq == led + 1:
                led, count = led + 1, count + 1
            else:
                self._say_foreign(first, count)
                first = None
            if first is None:
                yield claim
            elif first.before == 0 and claim is not first:
                self._led.add(claim.place)
                yield claim
        self._say_foreign(first, count)

    def _say_foreign(self, first: _Claim | None, count: int) -> None:
        if first is not None and first.before:
            self.say("foreign-left-out", first.line, n=count)
        elif first is not None:
            self.say("foreign-begins", first.line)

    def _best_copy(self, copies: list[_Claim]) -> _Claim:
        """The first of several exact copies; one that is sealed, or has a comment, before it."""
        return max(copies, key=lambda c: (c.sealed, c.parsed.block.end - c.parsed.block.sealed_end))

    def _wanted(self, own: Sequence[_Claim]) -> int:
        """The last number there is."""
        last = 0
        for seq in sorted({c.seq for c in own if c.sealed}):
            if 0 < seq <= last + MOST_LOST + 1:
                last = seq
        for claim in own:  # events at the end that somebody edited
            if not claim.sealed and claim.seq > last and self._vouched(claim):
                last = claim.seq
        return last

    def _rank(self, claim: _Claim) -> int:
        """How well a block gives its number; nought is best."""
        if isinstance(claim.event, Lost):
            return 4
        if claim.sealed:
            return 2 if claim.place in self._led else 0
        return 1 if self._vouched(claim) else 3

    def _possible(self, claim: _Claim, wanted: int) -> bool:
        if not 0 < claim.seq <= wanted:
            return False
        if claim.seq == 1 and not isinstance(claim.event, SessionOpened):
            return False
        return claim.sealed or self._vouched(claim) or not self._denied(claim)

    def _vouched(self, claim: _Claim) -> bool:
        """Whether the number is the one that its place in the file says."""
        before, after = self._beside(claim)
        follows = (before.seq if before else 0) + claim.before + 1
        return claim.seq in (follows, follows - claim.before) or (
            after is not None and after.before == 0 and claim.seq == after.seq - 1
        )

    def _denied(self, claim: _Claim) -> bool:
        """Whether its place in the file says plainly that the number is another."""
        before, after = self._beside(claim)
        return before is not None and after is not None and after.seq == before.seq + 2

    def _beside(self, claim: _Claim) -> tuple[_Claim | None, _Claim | None]:
        before = self._claims[claim.place - 1] if claim.place else None
        rest = self._claims[claim.place + 1 : claim.place + 2]
        return before, rest[0] if rest else None

    def _likeliest(self, layers: Sequence[Sequence[_Claim]]) -> list[_Claim]:
        """One block of each layer, so that as many as can be follow each other as in the file."""
        costs: list[tuple[int, int]] = []
        ways: list[list[int]] = []
        for number, layer in enumerate(layers):
            here: list[tuple[int, int]] = []
            way: list[int] = []
            for claim in layer:
                if number == 0:
                    right = not isinstance(claim.event, SessionOpened)
                    breaks = int(not (right or _header_crc(claim) == self._head.crc))
                    here.append((breaks, claim.place))
                    way.append(0)
                    continue
                options = [
                    (cost[0] + self._breaks(earlier, claim), cost[1] + claim.place, index)
                    for index, (cost, earlier) in enumerate(
                        zip(costs, layers[number - 1], strict=True)
                    )
                ]
                best = min(options)
                here.append(best[:2])
                way.append(best[2])
            costs = here
            ways.append(way)
        at = costs.index(min(costs)) if costs else 0
        found: list[_Claim] = []
        for layer, way in zip(reversed(layers), reversed(ways), strict=True):
            found.append(layer[at])
            at = way[at]
        return found[::-1]

    def _breaks(self, one: _Claim, other: _Claim) -> int:
        """What speaks against two events following each other: the time, and their places."""
        back = 2 if other.event.t < one.event.t else 0
        places = set(self._places[one.seq, one.text])
        return back + int(not any(p - 1 in places for p in self._places[other.seq, other.text]))

    def _say_left_out(self, claim: _Claim, stands: _Claim | None) -> None:
        line = stands.line if stands else 0
        if stands is None:
            code = "unplaced-left-out"
        elif stands.text == claim.text:
            code = "copy-left-out"
        elif isinstance(claim.event, Lost):
            code = "lost-replaced"
        elif claim.sealed:
            code = "other-left-out"
        else:
            code = "edited-left-out"
        self.say(code, claim.line, claim.seq, stands=line)

    # --- what is written

    def blocks(self, chosen: dict[int, _Claim]) -> Iterator[bytes]:
        """The new blocks in order."""
        self._say_moved(chosen)
        last = self._say_lost(chosen)
        times = _times(chosen)
        t = 0.0
        for seq in range(1, last + 1):
            claim = chosen.get(seq)
            if claim is None:
                yield self._absent(seq, t)
                continue
            t = times[seq]
            yield self._kept(claim, t)

    def _say_moved(self, chosen: dict[int, _Claim]) -> None:
        """The fewest events that have to be moved to put all of them in order."""
        order = [chosen[seq] for seq in sorted(chosen)]
        stay = set(_longest([(claim.place, claim.seq) for claim in order]))
        moved = [claim for claim in order if claim.seq not in stay]
        for run in _runs(moved):
            self.say("put-in-order", run[0].line, run[0].seq, run[-1].seq)

    def _say_lost(self, chosen: dict[int, _Claim]) -> int:
        """Which numbers nothing gives, and which bytes no number is missing for.

        Returns:
            The last number: blocks after the last event that cannot be read were events, too.
        """
        last = max(chosen, default=0)
        missing = [seq for seq in range(1, last + 1) if seq not in chosen]
        found: dict[int, ParsedBlock] = {}
        spare: list[ParsedBlock] = []
        for parsed, guess in self._guesses():
            table = parsed.block.table or {}
            named = table.get("seq")
            seq = named if isinstance(named, int) and 0 < named <= last else guess
            if seq <= last and seq not in chosen and seq not in found:
                found[seq] = parsed
            else:
                spare.append(parsed)
        free = iter([seq for seq in missing if seq not in found])
        left: list[ParsedBlock] = []
        for parsed in spare:
            seq = next(free, 0)
            if seq:
                found[seq] = parsed
            else:
                left.append(parsed)
        end = max((c.parsed.block.offset for c in self._claims), default=-1)
        for parsed in left:
            block = parsed.block
            said = self._data[block.offset : block.end]
            if block.offset > end and said.startswith(OPENING) and b"=" in said:
                last += 1
                missing.append(last)
                found[last] = parsed
            else:
                self.say("bytes-left-out", block.line, bytes=block.end - block.offset)
        if missing[:1] == [1]:
            self.say("opening-made", found[1].block.line if 1 in found else 1, 1)
        for seqs in _number_runs([seq for seq in missing if seq > 1]):
            line = found[seqs[0]].block.line if seqs[0] in found else None
            self.say("marked-lost", line, seqs[0], seqs[-1])
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
            return encode(SessionOpened(seq=1, header_crc=self._head.crc))
        return encode(Lost(seq=seq, t=t))

    def _kept(self, claim: _Claim, t: float) -> bytes:
        event, block = claim.event, claim.parsed.block
        mended: Event = event
        if event.t != t:
            mended = mended.model_copy(update={"t": t})
            self.say("time-set", claim.line, claim.seq)
        if (
            claim.seq == 1
            and isinstance(event, SessionOpened)
            and event.header_crc != self._head.crc
        ):
            mended = mended.model_copy(update={"header_crc": self._head.crc})
            self.say("header-sealed", 1, claim.seq)
        if claim.sealed and mended is event:
            old = self._data[block.offset : block.end].replace(b"\r\n", b"\n")
            return old.rstrip(b"\n") + b"\n\n"
        if not claim.sealed:
            self.say("sealed", claim.line, claim.seq)
        return encode(mended)


def _header_crc(claim: _Claim) -> str:
    return claim.event.header_crc if isinstance(claim.event, SessionOpened) else ""


def _times(chosen: dict[int, _Claim]) -> dict[int, float]:
    """The time of each event, none earlier than the one before it.

    As few as can be are changed: those that stand out from the others, and the edited ones first.
    Such an event gets the time of the one before it; kept, a late one would carry along all that
    follow.
    """
    order = [chosen[seq] for seq in sorted(chosen)]
    sealed = [claim for claim in order if claim.sealed]
    right = set(_longest([(claim.event.t, claim.seq) for claim in sealed]))
    ceilings: list[float] = []  # of each event, the time of the next one that is right
    ceiling = float("inf")
    for claim in reversed(order):
        ceilings.append(ceiling)
        if claim.seq in right:
            ceiling = claim.event.t
    times: dict[int, float] = {}
    t = 0.0
    for claim, most in zip(order, reversed(ceilings), strict=True):
        if claim.seq in right or (not claim.sealed and t <= claim.event.t <= most):
            t = max(t, claim.event.t)
        times[claim.seq] = t
    return times


def _longest(pairs: Sequence[tuple[float, int]]) -> list[int]:
    """The names of a longest run of pairs whose first members never decrease."""
    tails: list[float] = []
    at: list[int] = []
    back: list[int] = []
    for index, (value, _name) in enumerate(pairs):
        place = bisect_right(tails, value)
        back.append(at[place - 1] if place else -1)
        tails[place : place + 1] = [value]
        at[place : place + 1] = [index]
    found: list[int] = []
    index = at[-1] if at else -1
    while index >= 0:
        found.append(pairs[index][1])
        index = back[index]
    return found[::-1]


def _runs(claims: Sequence[_Claim]) -> Iterator[list[_Claim]]:
    """Events in order, taken together where they also follow each other in the file."""
    run: list[_Claim] = []
    for claim in claims:
        if run and (claim.seq, claim.place) != (run[-1].seq + 1, run[-1].place + 1):
            yield run
            run = []
        run.append(claim)
    if run:
        yield run


def _number_runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    run = list(numbers[:1])
    for before, number in pairwise(numbers):
        if number != before + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run
