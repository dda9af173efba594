"""A web server that has no socket, for tests of screens."""

from __future__ import annotations

from dataclasses import dataclass, field

from mops_tui.sources.phones.book import FIRST_PORT
from mops_tui.sources.phones.phones import Phones
from mops_tui.sources.phones.sightings import Sightings


@dataclass
class FakeServed:
    """A server that was opened."""

    host: str
    port: int
    clients: int = 0
    closed: bool = False
    connected: frozenset[str] = frozenset()
    seen: Sightings = field(default_factory=Sightings)

    async def close(self) -> None:
        self.closed = True


@dataclass
class FakeServe:
    """The means to open one.

    Attributes:
        taken: Ports that somebody else has.
        opened: Every server that was opened.
        refused: What opening one raises, if anything.
    """

    taken: set[int] = field(default_factory=set)
    opened: list[FakeServed] = field(default_factory=list)
    refused: OSError | None = None
    phones: Phones | None = None

    async def __call__(self, phones: Phones, host: str, port: int) -> FakeServed:
        if self.refused is not None:
            raise self.refused
        self.phones = phones
        number = port or FIRST_PORT
        while number in self.taken:
            number += 1
        self.opened.append(FakeServed(host, number))
        return self.opened[-1]

    @property
    def open(self) -> list[FakeServed]:
        """Those that are open still."""
        return [one for one in self.opened if not one.closed]
