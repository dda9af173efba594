"""Why no phone arrives, what to do about it, and what works without a network.

What can be told apart has its names here, beside its words; `process.network` finds out which.
"""

from __future__ import annotations

from typing import Literal, assert_never

from mops_tui.words.i18n import _

System = Literal["windows", "macos", "linux"]
Firewall = Literal["", "ufw", "firewalld", "public", "private", "blocks-all", "on", "off"]
"""`ufw`, `firewalld`: it is on, on Linux. `public`, `private`: how Windows treats this network.
`blocks-all`, `on`, `off`: macOS's. "": nothing is known."""
Reason = Literal[
    # a device has reached this machine: then it is not the network
    "wrong-code",
    "other-host",
    "no-http",
    "not-joined",
    "not-voted",
    # seen from here
    "wsl",
    "container",
    "ssh",
    "no-address",
    "gone",
    "unlikely",
    "vpn",
    # seen, or only guessed
    "firewall",
    "apart",
    "other-network",
    "mobile-data",
    "portal",
]
"""Why no phone arrives. `other-host`: it came by another name. `no-http`: it connected, and asked
for nothing in plain HTTP. `gone`: this machine has lost the chosen address. `unlikely`: phones do
not reach the chosen one."""


def reason_words(
    reason: Reason, system: System, firewall: Firewall, port: int, *, internet: bool = True
) -> tuple[str, str]:
    """Why no phone arrives, and what to do about it: a short line each.

    Args:
        reason: Why.
        system: This machine's operating system.
        firewall: What is known of its firewall.
        port: The port that is open.
        internet: Whether this machine has a way to the internet.
    """
    match reason:
        case "wrong-code":
            return (
                _("A device is here, with a code that is not the one shown."),
                _("Scan the QR code that stands here now."),
            )
        case "other-host":
            return (
                _("A device is here, but by another name than the address."),
                _("Type the address as it stands here, with its numbers."),
            )
        case "no-http":
            return (
                _("A device has reached this laptop, but asked for no page."),
                _("The browser may insist on https: type http:// in front."),
            )
        case "not-joined":
            return (
                _("The page is open on a device: the network lets it in."),
                _("Tap “Join” on the phone."),
            )
        case "not-voted":
            return (
                _("A device has joined: the network lets it in."),
                _("Tap an answer on the phone."),
            )
        case "wsl":
            return (
                _("The program runs in WSL. Phones can seldom reach that."),
                _("Run mops-tui in Windows itself, in PowerShell."),
            )
        case "container":
            return (
                _("The program runs in a container. Phones can seldom reach that."),
                _("Run mops-tui on the laptop itself, outside of the container."),
            )
        case "ssh":
            return (
                _("The program runs on another machine, where ssh took you."),
                _("Run mops-tui on the laptop that is in the room."),
            )
        case "no-address":
            return (
                _("This laptop is in no network that phones could be in too."),
                _("Join a Wi-Fi, or turn on this laptop's own hotspot."),
            )
        case "gone":
            return (
                _("This laptop has lost the address in the QR code."),
                _("Choose another one with the arrow keys, and scan again."),
            )
        case "unlikely":
            return (
                _("Phones do not reach the address that was chosen."),
                _("Choose Wi-Fi or a cable with the arrow keys, if there is one."),
            )
        case "vpn":
            return (
                _("A VPN is on. Many VPNs keep out devices on the same Wi-Fi."),
                _("Turn it off, or let it allow “local network access”."),
            )
        case "firewall":
            return _firewall(system, firewall, port)
        case "apart":
            return (
                _("Hotels', guests' and phones' Wi-Fis often keep devices apart."),
                _("It cannot be seen from here: try a second device, another Wi-Fi."),
            )
        case "other-network":
            return (
                _("The phone may be on another network, such as the guests' Wi-Fi."),
                _("Compare the Wi-Fi's name on the phone and on this laptop."),
            )
        case "mobile-data":
            why = _("The phone may use mobile data instead of this Wi-Fi.")
            if not internet:
                why = _("This network has no internet: phones turn to mobile data.")
            return why, _("Turn mobile data off on the phone, and in the workshop too.")
        case "portal":
            return (
                _("The Wi-Fi may wait for somebody to accept its terms."),
                _("Open any web page on phone and laptop, and accept them."),
            )
        case _:
            assert_never(reason)


def _firewall(system: System, firewall: Firewall, port: int) -> tuple[str, str]:
    match system:
        case "windows":
            if firewall == "public":
                return (
                    _("Windows treats this network as public, and keeps devices out."),
                    _("Settings > Network: make it private, or let Python through."),
                )
            return (
                _("Windows asks once whether to let devices in, and keeps a No."),
                _("Windows Security > Firewall > Allow an app: tick Python."),
            )
        case "macos":
            if firewall == "blocks-all":
                return (
                    _("This Mac's firewall blocks all incoming connections."),
                    _("System Settings > Network > Firewall > Options: turn that off."),
                )
            if firewall == "off":
                return (
                    _("macOS's own firewall is off. A security program may have one."),
                    _("Look for it in the menu bar, or ask who looks after this Mac."),
                )
            return (
                _("macOS may have been told to refuse incoming connections."),
                _("System Settings > Network > Firewall > Options: allow Python."),
            )
        case "linux":
            if firewall == "ufw":
                return (
                    _("The firewall ufw is on. It lets in only what it was told to."),
                    f"sudo ufw allow {port}/tcp",
                )
            if firewall == "firewalld":
                return (
                    _("The firewall firewalld is on. It lets in what it was told to."),
                    f"sudo firewall-cmd --add-port={port}/tcp",
                )
            return (
                _("A firewall may keep phones out, though none was seen."),
                _("With ufw: {command}").format(command=f"sudo ufw allow {port}/tcp"),
            )
        case _:
            assert_never(system)


def without_network(system: System) -> tuple[str, ...]:
    """What works where no phone reaches this laptop: a short line each.

    Args:
        system: This machine's operating system.
    """
    return (
        _("A small travel router of your own: all join its Wi-Fi."),
        _own_hotspot(system),
        _("Call-outs: people show hands, you type the counts."),
        _("The hot seat: the laptop goes round, each votes in private."),
    )


def _own_hotspot(system: System) -> str:
    """How this laptop makes a network of its own: two systems want a connection to share."""
    match system:
        case "windows":
            return _("This laptop's hotspot: Settings > Network > Mobile hotspot.")
        case "macos":
            return _("This Mac's hotspot, from a cable: Sharing > Internet Sharing.")
        case "linux":
            return _("This laptop's hotspot: {command}").format(command="nmcli device wifi hotspot")
        case _:
            assert_never(system)
