"""Looking at this machine: its system, its firewall, where the program runs. It may take seconds.

Nothing is sent, nothing is changed, and no right is needed; what cannot be seen stays unknown.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from mops_tui.process.network.facts import Facts, Inside
from mops_tui.process.network.interfaces import rank
from mops_tui.process.network.reading import addresses, default_address
from mops_tui.words.network.reasons import Firewall, System

SECONDS = 4.0
"""How long another program is waited for."""
_WINDOWS = (
    "powershell.exe",
    "-NoProfile",
    "-NonInteractive",
    "-Command",
    "Get-NetConnectionProfile | ForEach-Object { $category = $_.NetworkCategory; "
    "Get-NetIPAddress -InterfaceIndex $_.InterfaceIndex -AddressFamily IPv4 "
    '-ErrorAction SilentlyContinue | ForEach-Object { "$($_.IPAddress) $category" } }',
)
"""A line for each address, "192.168.1.20 Private": that of WSL is often public, and no matter."""
_MACOS = "/usr/libexec/ApplicationFirewall/socketfilterfw"


def look() -> Facts:
    """What can be seen from here at once, but for the firewall. Call it in a thread."""
    way = default_address()
    return Facts(
        system=system(),
        interfaces=rank(addresses(), way),
        internet=bool(way),
        inside=inside(os.environ, _kernel(), container=Path("/.dockerenv").exists()),
    )


def system() -> System:
    """The operating system."""
    systems: dict[str, System] = {"win32": "windows", "darwin": "macos"}
    return systems.get(sys.platform, "linux")


def inside(environment: Mapping[str, str], kernel: str, *, container: bool) -> Inside:
    """Where the program runs, when that is not simply the laptop.

    Args:
        environment: Of this process.
        kernel: What Linux says of itself.
        container: Whether Docker has left its mark.
    """
    if "WSL_DISTRO_NAME" in environment or "microsoft" in kernel.lower():
        return "wsl"
    if "SSH_CONNECTION" in environment:
        return "ssh"
    return "container" if container or "container" in environment else ""


def firewall(address: str) -> Firewall:
    """What is known of the firewall at an address; it may take seconds. Call it in a thread."""
    if sys.platform == "win32":
        return windows_firewall(_said(*_WINDOWS), address)
    if sys.platform == "darwin":
        return macos_firewall(_said(_MACOS, "--getglobalstate"), _said(_MACOS, "--getblockall"))
    try:
        ufw = Path("/etc/ufw/ufw.conf").read_text("utf-8", "replace")
    except OSError:
        ufw = ""
    return linux_firewall(ufw, _said("firewall-cmd", "--state"))


def windows_firewall(said: str, address: str) -> Firewall:
    """How Windows treats the network of an address; its words are the same in every language."""
    categories = dict(line.split()[:2] for line in said.splitlines() if len(line.split()) > 1)
    told = categories.get(address, "")
    if told == "Public":
        return "public"
    return "private" if told in ("Private", "DomainAuthenticated") else ""


def macos_firewall(state: str, block_all: str) -> Firewall:
    """What macOS says of its firewall."""
    state, block_all = state.lower(), block_all.lower()
    if "block" in block_all and "disabled" not in block_all:
        return "blocks-all"
    return "off" if "disabled" in state else "on" if "enabled" in state else ""


def linux_firewall(ufw: str, firewalld: str) -> Firewall:
    """Which of the two usual firewalls is on.

    Args:
        ufw: Its settings.
        firewalld: What it says of its state.
    """
    settings = [line.strip().lower().replace('"', "") for line in ufw.splitlines()]
    if "enabled=yes" in settings:
        return "ufw"
    return "firewalld" if firewalld.strip() == "running" else ""


def _kernel() -> str:
    try:
        return Path("/proc/version").read_text("utf-8", "replace")
    except OSError:
        return ""


def _said(*command: str) -> str:
    """What another program says; "" where there is none, or it takes too long."""
    try:
        asked = subprocess.run(
            command, capture_output=True, stdin=subprocess.DEVNULL, timeout=SECONDS, check=False
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return ""
    return asked.stdout.decode("utf-8", "replace")
