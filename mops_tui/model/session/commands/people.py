"""Who is in the room."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Join:
    """Take a seat. The seat number is given out in order.

    Attributes:
        arrives: Somebody comes into the room, and the heads that were counted become one more;
            otherwise one of those counted sits down, and they do so only where the seats are more.
    """

    participant: str
    name: str = ""
    role: str = ""
    arrives: bool = False


@dataclass(frozen=True)
class Describe:
    """Change what is known of somebody; their seat stays."""

    participant: str
    name: str
    role: str


@dataclass(frozen=True)
class Leave:
    """Leave the room; votes stay."""

    participant: str


@dataclass(frozen=True)
class Return:
    """Come back to one's seat."""

    participant: str


@dataclass(frozen=True)
class CountHeads:
    """Say how many people are present."""

    present: int


@dataclass(frozen=True)
class PutOut:
    """Have somebody leave who should not have come: their votes that are going on go with them."""

    participant: str


@dataclass(frozen=True)
class Merge:
    """Two seats are one person.

    Attributes:
        gone: The seat that is given up.
        into: The seat that they have from now on.
    """

    gone: str
    into: str
