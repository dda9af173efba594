"""Asking the operating system for its addresses. What they mean is settled elsewhere."""

from __future__ import annotations

import socket
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

from mops_tui.process.network.kinds import Found

_NET = Path("/sys/class/net")
_ELSEWHERE = ("203.0.113.1", 9)
"""An address for documentation: it is nobody's, and nothing is sent to it."""


def addresses() -> tuple[Found, ...]:
    """Every IPv4 address of this machine; none when the system does not tell."""
    # ifaddr rather than psutil: 12 kB without anything compiled, and on Windows it tells the
    # description of an adapter, by which alone a VPN called "Ethernet 3" is known.
    import ifaddr

    try:
        adapters = list(ifaddr.get_adapters())
    except OSError:
        return ()
    names = tuple(adapter.name for adapter in adapters)
    ports = hardware_ports(_listed_ports(names)) if sys.platform == "darwin" else {}
    found: list[Found] = []
    for adapter in adapters:
        # Windows names adapters by numbers nobody has seen; the nice name is what it is.
        name = adapter.nice_name if sys.platform == "win32" else adapter.name
        about = ports.get(name, "") or _about(name)
        found.extend(
            Found(name, ip.ip, about) for ip in adapter.ips if isinstance(ip.ip, str) and ip.is_IPv4
        )
    return tuple(found)


def default_address() -> str:
    """The address by which this machine would reach the internet, "" where it would not."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(_ELSEWHERE)  # settles the way, and sends nothing
            address = asked.getsockname()[0]
        except OSError:
            return ""
    return str(address)


def hardware_ports(listed: str) -> dict[str, str]:
    """What `networksetup -listallhardwareports` says of each interface."""
    ports: dict[str, str] = {}
    port = ""
    for line in listed.splitlines():
        key, _, value = line.partition(": ")
        if key == "Hardware Port":
            port = value.strip()
        elif key == "Device" and port:
            ports[value.strip()] = port
    return ports


@lru_cache(maxsize=4)
def _listed_ports(_names: tuple[str, ...]) -> str:
    """What macOS says of its ports; asked again when there are other interfaces."""
    try:
        asked = subprocess.run(
            ["/usr/sbin/networksetup", "-listallhardwareports"],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=2,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return asked.stdout.decode("utf-8", "replace")


def _about(name: str) -> str:
    """What Linux knows of an interface beside its name."""
    if sys.platform != "linux" or "/" in name or name in ("", ".", ".."):
        return ""
    folder = _NET / name
    for file, about in (("wireless", "Wi-Fi"), ("tun_flags", "tun"), ("bridge", "bridge")):
        if (folder / file).exists():
            return about
    return ""
