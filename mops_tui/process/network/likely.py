"""Why no phone arrives: what is likely, in order. What can be seen from here comes first."""

from __future__ import annotations

from mops_tui.process.network.facts import Facts, usable
from mops_tui.words.network.reasons import Reason

_STRONG = frozenset({"ufw", "firewalld", "public", "blocks-all"})
"""What of a firewall keeps phones out, unless somebody has let this port through."""
_WEAK = frozenset({"private", "off"})


def likely(facts: Facts) -> tuple[Reason, ...]:
    """What is likely to keep phones away, the likeliest first.

    A device that has reached this machine settles it: the network is not to blame, for that one.
    """
    if not facts.gone and (reached := _reached(facts)):
        return (reached,)
    if not usable(facts.interfaces) and facts.at is None:
        return (*_place(facts), "no-address")
    reasons: list[Reason] = [*_place(facts), *_address(facts)]
    if facts.vpn:
        reasons.append("vpn")
    if facts.firewall in _STRONG:
        reasons.append("firewall")
    if not facts.internet:  # phones leave a Wi-Fi that leads nowhere
        reasons.append("mobile-data")
    own = facts.at is not None and facts.at.kind in ("hotspot", "tether")
    rest: tuple[Reason, ...] = ("apart", "firewall", "other-network", "mobile-data", "portal")
    if facts.firewall in _WEAK:
        rest = ("apart", "other-network", "mobile-data", "portal", "firewall")
    if own:  # nobody's rules but one's own, and the phones have to be on it
        rest = ("other-network", "firewall", "mobile-data", "apart")
    reasons += [one for one in rest if one not in reasons]
    return tuple(reasons)


def _reached(facts: Facts) -> Reason | None:
    """What is left to do, or is wrong, where a device has reached this machine."""
    seen = facts.evidence
    if "voted" in seen:
        return None
    if "joined" in seen:
        return "not-voted"
    if "wrong-code" in seen:
        return "wrong-code"
    if "page" in seen:
        return "not-joined"
    if "other-host" in seen:
        return "other-host"
    return "no-http" if seen else None


def _place(facts: Facts) -> tuple[Reason, ...]:
    """That the program runs elsewhere than on the laptop itself."""
    return (facts.inside,) if facts.inside else ()


def _address(facts: Facts) -> tuple[Reason, ...]:
    """What is wrong with the address itself."""
    if facts.gone:
        return ("gone",)
    return ("unlikely",) if facts.at is not None and not facts.at.likely else ()
