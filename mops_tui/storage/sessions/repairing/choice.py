"""Which block gives each number: a sealed one is never given up but for another sealed one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from mops_tui.model.session.events import Lost, SessionOpened
from mops_tui.storage.sessions.repairing.claims import Claim, sealed_header_of
from mops_tui.storage.sessions.repairing.steps import RepairStepCode, RepairSteps

MOST_LOST = 10_000
"""A gap in `seq` that is wider than this is a wrong number, not that many lost events."""
_MOST_CLAIMS = 8
"""So many different blocks of one number are weighed against each other, the first of them."""


def choose(claims: list[Claim], header_crc: str, steps: RepairSteps) -> dict[int, Claim]:
    """The block that stands for each number.

    Args:
        claims: The blocks that can be read.
        header_crc: The checksum of the file's header as it is.
        steps: Takes what is left out.
    """
    return _Choice(claims, header_crc, steps).chosen()


class _Choice:
    """A choice as it comes together."""

    def __init__(self, claims: list[Claim], header_crc: str, steps: RepairSteps) -> None:
        self._claims = claims
        self._header_crc = header_crc
        self._steps = steps
        self._places: dict[tuple[int, bytes], list[int]] = defaultdict(list)
        self._led: set[int] = set()  # places of what follows another session's opening

    def chosen(self) -> dict[int, Claim]:
        """The block that stands for each number."""
        own = list(self._own())
        by_seq: dict[int, dict[bytes, list[Claim]]] = defaultdict(lambda: defaultdict(list))
        for claim in own:
            by_seq[claim.seq][claim.text].append(claim)
            self._places[claim.seq, claim.text].append(claim.place)
        wanted = self._wanted(own)
        layers: list[list[Claim]] = []
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
                self._steps.say("kept-after-foreign", claim.line, claim.seq)
        return chosen

    def _own(self) -> Iterator[Claim]:
        """The blocks without those of a whole other file: its header stands before them.

        Blocks that only follow the opening of another session are still of use where nothing
        else gives their number: nobody can tell that they are not of this one.
        """
        first_events = (c for c in self._claims if c.sealed and c.seq == 1)
        openings = {c.place: c for c in first_events if sealed_header_of(c)}
        ours = [c for c in openings.values() if sealed_header_of(c) == self._header_crc]
        sealed = {sealed_header_of(c) for c in ours or list(openings.values())[:1]}
        first: Claim | None = None
        led = count = 0
        for claim in self._claims:
            if claim.place in openings and sealed_header_of(claim) not in sealed:
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

    def _say_foreign(self, first: Claim | None, count: int) -> None:
        if first is not None and first.before:
            self._steps.say("foreign-left-out", first.line, n=count)
        elif first is not None:
            self._steps.say("foreign-begins", first.line)

    def _best_copy(self, copies: list[Claim]) -> Claim:
        """The first of several exact copies; one that is sealed, or has a comment, before it."""
        return max(copies, key=lambda c: (c.sealed, c.parsed.block.end - c.parsed.block.sealed_end))

    def _wanted(self, own: Sequence[Claim]) -> int:
        """The last number there is."""
        last = 0
        for seq in sorted({c.seq for c in own if c.sealed}):
            if 0 < seq <= last + MOST_LOST + 1:
                last = seq
        for claim in own:  # events at the end that somebody edited
            if not claim.sealed and claim.seq > last and self._vouched(claim):
                last = claim.seq
        return last

    def _rank(self, claim: Claim) -> int:
        """How well a block gives its number; nought is best."""
        if isinstance(claim.event, Lost):
            return 4
        if claim.sealed:
            return 2 if claim.place in self._led else 0
        return 1 if self._vouched(claim) else 3

    def _possible(self, claim: Claim, wanted: int) -> bool:
        if not 0 < claim.seq <= wanted:
            return False
        if claim.seq == 1 and not isinstance(claim.event, SessionOpened):
            return False
        return claim.sealed or self._vouched(claim) or not self._denied(claim)

    def _vouched(self, claim: Claim) -> bool:
        """Whether the number is the one that its place in the file says."""
        before, after = self._beside(claim)
        follows = (before.seq if before else 0) + claim.before + 1
        return claim.seq in (follows, follows - claim.before) or (
            after is not None and after.before == 0 and claim.seq == after.seq - 1
        )

    def _denied(self, claim: Claim) -> bool:
        """Whether its place in the file says plainly that the number is another."""
        before, after = self._beside(claim)
        return before is not None and after is not None and after.seq == before.seq + 2

    def _beside(self, claim: Claim) -> tuple[Claim | None, Claim | None]:
        before = self._claims[claim.place - 1] if claim.place else None
        rest = self._claims[claim.place + 1 : claim.place + 2]
        return before, rest[0] if rest else None

    def _likeliest(self, layers: Sequence[Sequence[Claim]]) -> list[Claim]:
        """One block of each layer, so that as many as can be follow each other as in the file."""
        costs: list[tuple[int, int]] = []
        ways: list[list[int]] = []
        for number, layer in enumerate(layers):
            here: list[tuple[int, int]] = []
            way: list[int] = []
            for claim in layer:
                if number == 0:
                    right = not isinstance(claim.event, SessionOpened)
                    breaks = int(not (right or sealed_header_of(claim) == self._header_crc))
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
        found: list[Claim] = []
        for layer, way in zip(reversed(layers), reversed(ways), strict=True):
            found.append(layer[at])
            at = way[at]
        return found[::-1]

    def _breaks(self, one: Claim, other: Claim) -> int:
        """What speaks against two events following each other: the time, and their places."""
        back = 2 if other.event.t < one.event.t else 0
        places = set(self._places[one.seq, one.text])
        return back + int(not any(p - 1 in places for p in self._places[other.seq, other.text]))

    def _say_left_out(self, claim: Claim, stands: Claim | None) -> None:
        code: RepairStepCode
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
        self._steps.say(code, claim.line, claim.seq, stands=line)
