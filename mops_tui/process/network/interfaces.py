"""This machine's addresses, the one that phones reach most likely first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address

from mops_tui.process.network.kinds import REACHED, Found, kind_of
from mops_tui.words.network.addresses import Kind


@dataclass(frozen=True)
class Interface:
    """An address that the page could be served at.

    Attributes:
        name: Of the interface, as the system has it; shown through `safe` only.
        address: "192.168.1.20".
        kind: What it is.
        likely: Whether phones may reach it at all. Only such a one is ever chosen unasked.
        public: Whether it is an address of the internet: then not only this network may reach it.
        default: Whether what this machine sends elsewhere leaves by it.
    """

    name: str
    address: str
    kind: Kind
    likely: bool
    public: bool = False
    default: bool = False


def rank(found: Iterable[Found], default: str = "") -> tuple[Interface, ...]:
    """Rank addresses.

    Args:
        found: What the operating system has; an address that is none is left out.
        default: The address by which this machine sends things elsewhere, where it is known.
    """
    made = {each.address: _interface(each, default) for each in found if _usable(each.address)}
    return tuple(sorted(made.values(), key=_order))


def ranked() -> tuple[Interface, ...]:
    """This machine's addresses, ranked. Loopback is among them, as the last."""
    from mops_tui.process.network.reading import addresses, default_address

    return rank(addresses(), default_address())


def preferred(interfaces: Iterable[Interface], before: str = "") -> Interface | None:
    """The one to take unasked: the one of before while it is there, or the first likely one.

    Args:
        interfaces: Ranked.
        before: The address that was chosen the last time, "" for none.
    """
    there = tuple(interfaces)
    for each in there:
        if each.address == before:
            return each
    return next((each for each in there if each.likely), None)


def _interface(found: Found, default: str) -> Interface:
    leaves = found.address == default
    kind = kind_of(found, default=leaves)
    public = IPv4Address(found.address).is_global and kind != "vpn"
    return Interface(found.name, found.address, kind, kind in REACHED, public, leaves)


def _usable(address: str) -> bool:
    try:
        parsed = IPv4Address(address)
    except AddressValueError:
        return False
    return not (parsed.is_unspecified or parsed.is_multicast or str(parsed) == "255.255.255.255")


DIGITS = "0123456789"
_ORDER: tuple[Kind, ...] = (
    "wifi",
    "ethernet",
    "hotspot",
    "tether",
    "other",
    "virtual",
    "vpn",
    "mobile",
    "bluetooth",
    "link-local",
    "loopback",
)


def _order(each: Interface) -> tuple[object, ...]:
    numbers = tuple((int(part) if part[0] in DIGITS else 0, part) for part in _parts(each.name))
    return (
        not each.likely,
        each.public,
        _ORDER.index(each.kind),
        not each.default,
        numbers,
        int(IPv4Address(each.address)),
    )


def _parts(name: str) -> list[str]:
    """A name in words and numbers, so that eth2 stands before eth10."""
    return re.findall(r"[0-9]{1,9}|[^0-9]+", name[:100])
