"""What can be seen of a network from this machine, and what can only be guessed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mops_tui.process.network.interfaces import Interface
from mops_tui.sources.phones.book import FIRST_PORT
from mops_tui.words.network.reasons import Firewall, System

Inside = Literal["", "wsl", "container", "ssh"]
"""Where the program runs, when that is not simply the laptop."""
Evidence = Literal["knock", "page", "joined", "voted", "wrong-code", "other-host", "refused"]
"""What of another device has reached this machine, and what it was refused for."""


@dataclass(frozen=True)
class Facts:
    """What is known when no phone arrives.

    Attributes:
        system: The operating system.
        interfaces: This machine's addresses, ranked.
        chosen: The address of the QR, "" where there is none.
        port: The port that is open.
        internet: Whether this machine has a way to the internet.
        firewall: What is known of the firewall.
        inside: Where the program runs, when that is not simply the laptop.
        evidence: What of another device has reached this machine.
    """

    system: System = "linux"
    interfaces: tuple[Interface, ...] = ()
    chosen: str = ""
    port: int = FIRST_PORT
    internet: bool = True
    firewall: Firewall = ""
    inside: Inside = ""
    evidence: frozenset[Evidence] = frozenset()

    @property
    def at(self) -> Interface | None:
        """The interface of the QR, while this machine has that address."""
        return next((each for each in self.interfaces if each.address == self.chosen), None)

    @property
    def gone(self) -> bool:
        """Whether this machine has lost the address of the QR."""
        return bool(self.chosen) and self.at is None

    @property
    def vpn(self) -> bool:
        """Whether a VPN is on."""
        return any(each.kind == "vpn" for each in self.interfaces)


def usable(interfaces: Iterable[Interface]) -> tuple[Interface, ...]:
    """Those that phones may reach."""
    return tuple(each for each in interfaces if each.likely)
