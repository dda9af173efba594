"""Which devices have reached this machine, and how far each came: told by what the server saw."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from ipaddress import ip_address

from mops_tui.process.network.facts import Evidence
from mops_tui.sources.phones.sightings import Sighting


@dataclass(frozen=True)
class Device:
    """A device that has reached this machine.

    Attributes:
        address: Its own.
        own: It is this machine itself, which proves nothing of the network.
        opened: It has got the page.
        joined: It has taken a seat.
        voted: It has voted.
        refused: The code of its last refusal, where nothing was granted since.
        way: Seconds at most from here to the device and back: between the page that was sent and
            what the device asked for next. None while that is not known.
        saved: Seconds from the vote's arrival to its answer, once it has voted.
    """

    address: str
    own: bool
    opened: bool = False
    joined: bool = False
    voted: bool = False
    refused: str = ""
    way: float | None = None
    saved: float | None = None

    @property
    def steps(self) -> int:
        """How many steps it has done."""
        return sum((self.opened, self.joined, self.voted))


def devices(seen: Iterable[Sighting], own: Collection[str]) -> tuple[Device, ...]:
    """The devices that were seen: other ones first, then who came furthest.

    Args:
        seen: What has reached the server, the oldest first.
        own: This machine's own addresses.
    """
    by_address: dict[str, list[Sighting]] = {}
    for one in seen:
        by_address.setdefault(one.address, []).append(one)
    made = [_device(address, all_, own) for address, all_ in by_address.items()]
    return tuple(sorted(made, key=lambda one: (one.own, -one.steps)))


def evidence(arrived: Iterable[Device]) -> frozenset[Evidence]:
    """What of other devices has reached this machine."""
    found: set[Evidence] = set()
    for one in arrived:
        if one.own:
            continue
        found.add("knock")
        if one.opened:
            found.add("page")
        if one.joined:
            found.add("joined")
        if one.voted:
            found.add("voted")
        if one.refused:
            found.add(_refusal(one.refused))
    return frozenset(found)


def _refusal(code: str) -> Evidence:
    if code == "wrong-code":
        return "wrong-code"
    return "other-host" if code == "other-host" else "refused"


def _device(address: str, seen: list[Sighting], own: Collection[str]) -> Device:
    opened = joined = voted = False
    refused = ""
    way = saved = sent = None
    for one in seen:
        if one.what == "knock":
            continue
        if sent is not None and one.at >= sent:
            way, sent = one.at - sent, None
        if one.refused:
            if one.what != "other" or one.refused == "other-host":
                refused = one.refused
            continue
        if one.what != "other":
            refused = ""
        match one.what:
            case "page":
                opened, sent = True, one.answered
            case "join":
                opened = joined = True
            case "vote":
                opened = joined = voted = True  # it may have had its seat from before
                saved = one.answered - one.at
            case "other":
                pass
    return Device(address, _is_own(address, own), opened, joined, voted, refused, way, saved)


def _is_own(address: str, own: Collection[str]) -> bool:
    try:
        return address in own or ip_address(address).is_loopback
    except ValueError:
        return address in own
