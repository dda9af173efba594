"""The blocks of a damaged file that hold an event: each claims the number that it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mops_tui.model.session.events import Event, SessionOpened
from mops_tui.storage.sessions.blocks import block_text
from mops_tui.storage.sessions.parsing import ParsedBlock


@dataclass(frozen=True)
class Claim:
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
        """The number that it claims."""
        return self.event.seq

    @property
    def sealed(self) -> bool:
        """Its checksum is right."""
        return self.parsed.block.crc_ok

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.parsed.block.line


def claims_in(data: bytes, blocks: Iterable[ParsedBlock]) -> list[Claim]:
    """The blocks of a file that hold an event, in its order."""
    claims: list[Claim] = []
    before = 0
    for parsed in blocks:
        if parsed.event is None:
            before += 1
            continue
        claims.append(
            Claim(parsed, parsed.event, len(claims), before, block_text(data, parsed.block))
        )
        before = 0
    return claims


def sealed_header_of(claim: Claim) -> str:
    """The checksum of the header that a first event seals; "" of any other event."""
    return claim.event.header_crc if isinstance(claim.event, SessionOpened) else ""
