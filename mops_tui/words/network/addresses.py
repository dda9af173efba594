"""What is said of an address: what it belongs to."""

from __future__ import annotations

from typing import Literal, assert_never

from mops_tui.words.i18n import _

Kind = Literal[
    "wifi",
    "ethernet",
    "hotspot",
    "tether",
    "other",
    "vpn",
    "virtual",
    "mobile",
    "bluetooth",
    "link-local",
    "loopback",
]
"""What an address belongs to. `hotspot`: a network that this machine offers. `tether`: a phone on a
cable. `virtual`: for containers and virtual machines. `mobile`: the machine's own SIM. `other`: a
name that says nothing."""


def kind_words(kind: Kind) -> str:
    """What an address belongs to, in a word or two."""
    match kind:
        case "wifi":
            return _("Wi-Fi")
        case "ethernet":
            return _("Cable")
        case "hotspot":
            return _("Own hotspot")
        case "tether":
            return _("Phone cable")
        case "other":
            return _("Network")
        case "vpn":
            return _("VPN")
        case "virtual":
            return _("Virtual")
        case "mobile":
            return _("Own SIM")
        case "bluetooth":
            return _("Bluetooth")
        case "link-local":
            return _("No network")
        case "loopback":
            return _("This laptop")
        case _:
            assert_never(kind)
