"""The room's web server as the screens see it: something that was opened, and can be closed.

`entry` gives the app the means to open one, so that no screen imports a web server, and the start
of the program pays for none.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeAlias

from mops_tui.sources.phones.phones import Phones
from mops_tui.sources.phones.sightings import Sightings


class Served(Protocol):
    """A page that is being served to phones.

    Attributes:
        host: The address that is printed, "192.168.1.20".
        port: The port that was free.
        clients: How many pages are connected at this moment.
        connected: The participants whose page is open at this moment.
        seen: What has reached it, refused or not.
    """

    @property
    def host(self) -> str:
        """The address that phones use."""

    @property
    def port(self) -> int:
        """The port that was free."""

    @property
    def connected(self) -> frozenset[str]:
        """The participants whose page is open at this moment."""

    @property
    def seen(self) -> Sightings:
        """What has reached it, refused or not."""

    async def close(self) -> None:
        """Close the port and let every page know; at once, whoever is connected."""


Serve: TypeAlias = Callable[[Phones, str, int], Awaitable[Served]]
"""Serve a session's phones: at an address, from a port on (the next free one is taken)."""
