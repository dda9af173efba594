"""Whether an address is still one of this machine's: networks come and go."""

from __future__ import annotations

import errno
import socket


def is_here(address: str) -> bool:
    """Whether this machine has an IPv4 address at this moment.

    Nothing is sent: the system is asked to keep a datagram socket at it, and says at once.

    Args:
        address: "192.168.1.20".
    """
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            asking.bind((address, 0))
    except OSError as error:
        # Whatever else is wrong is no sign that the network is gone.
        return error.errno not in (errno.EADDRNOTAVAIL, errno.EINVAL) and not _no_address(error)
    return True


def _no_address(error: OSError) -> bool:
    """Whether the text was no address at all: the system was asked for a name, and has none."""
    return isinstance(error, socket.gaierror)
