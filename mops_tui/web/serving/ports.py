"""Which port a room is served at: bound for this program alone, at two addresses at most."""

from __future__ import annotations

import errno
import socket
import sys
from collections.abc import Iterable
from contextlib import ExitStack

from mops_tui.sources.phones.book import FIRST_PORT

LOOPBACK = "127.0.0.1"
MOST_PORTS = 50
"""So many ports are tried from the first on."""
BACKLOG = 512
"""So many phones may knock within one turn of the loop: all of them, when a room comes back."""

SEND_BYTES = 64 * 1024
"""So much the operating system keeps for a phone that does not read; then we know it does not."""
GONE_MILLISECONDS = 30_000
"""A phone that has acknowledged nothing for so long has left; the usual is a quarter of an hour."""


def listening(host: str, port: int = 0) -> tuple[int, tuple[socket.socket, ...]]:
    """Listen at an address and at loopback, on one port that is free at both.

    Args:
        host: The IPv4 address that phones use.
        port: The port to try first, such as the one of before; 0 for `FIRST_PORT`.

    Returns:
        The port and the sockets.

    Raises:
        OSError: The address is none of this machine's, or no port can be had.
    """
    hosts = tuple(dict.fromkeys((host, LOOPBACK)))
    refused: OSError | None = None
    for number in _ports(port):
        try:
            return number, _bound(hosts, number)
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise
            refused = error
    raise refused or OSError(errno.EADDRINUSE, "no port")


def _ports(first: int) -> Iterable[int]:
    usual = range(FIRST_PORT, FIRST_PORT + MOST_PORTS)
    return dict.fromkeys((first, *usual)) if 0 < first < 65536 else usual


def _bound(hosts: Iterable[str], port: int) -> tuple[socket.socket, ...]:
    with ExitStack() as opened:
        made = tuple(opened.enter_context(_listener(host, port)) for host in hosts)
        opened.pop_all()
        return made


def _listener(host: str, port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":  # else another program could take the port from under us
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:  # else the port of before would be taken for a minute after a crash
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BYTES)
        if sys.platform == "linux":
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, GONE_MILLISECONDS)
        made.bind((host, port))
        made.listen(BACKLOG)
        made.setblocking(False)
    except OSError:
        made.close()
        raise
    return made
