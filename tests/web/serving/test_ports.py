"""Where a room listens: at one port of two addresses, and nowhere else."""

from __future__ import annotations

import contextlib
import errno
import socket
import sys
from collections.abc import Iterator

import pytest

from mops_tui.sources.phones.book import FIRST_PORT
from mops_tui.web.serving.ports import MOST_PORTS, listening


@contextlib.contextmanager
def listener(host: str, port: int = 0) -> Iterator[int]:
    with socket.socket() as sock:
        sock.bind((host, port))
        sock.listen()
        yield int(sock.getsockname()[1])


def closed(sockets: tuple[socket.socket, ...]) -> None:
    for sock in sockets:
        sock.close()


def test_it_listens_at_loopback_once_where_that_is_the_address() -> None:
    port, sockets = listening("127.0.0.1")
    assert [sock.getsockname() for sock in sockets] == [("127.0.0.1", port)]
    assert port in range(FIRST_PORT, FIRST_PORT + MOST_PORTS)
    closed(sockets)


@pytest.mark.skipif(sys.platform != "linux", reason="one loopback address elsewhere")
def test_it_listens_at_the_chosen_address_and_at_loopback_and_nowhere_else() -> None:
    port, sockets = listening("127.0.0.2")
    assert [sock.getsockname() for sock in sockets] == [("127.0.0.2", port), ("127.0.0.1", port)]
    with socket.socket() as other:
        assert other.connect_ex(("127.0.0.3", port)) == errno.ECONNREFUSED
    closed(sockets)


@pytest.mark.skipif(sys.platform != "linux", reason="one loopback address elsewhere")
@pytest.mark.parametrize("taken", ["127.0.0.1", "127.0.0.2"])
def test_a_port_that_is_taken_at_one_of_the_two_is_not_used(taken: str) -> None:
    with listener(taken) as port:
        other, sockets = listening("127.0.0.2", port)
        assert other != port
        closed(sockets)


def test_the_port_is_ours_alone() -> None:
    port, sockets = listening("127.0.0.1")
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # of Windows: take it anyway
        with pytest.raises(OSError, match=r"."):
            other.bind(("127.0.0.1", port))
    closed(sockets)


@pytest.mark.parametrize("port", [-1, 0, 65536, 10**9])
def test_a_port_that_is_none_is_not_tried(port: int) -> None:
    found, sockets = listening("127.0.0.1", port)
    assert found in range(FIRST_PORT, FIRST_PORT + MOST_PORTS)
    closed(sockets)


def test_an_address_of_another_machine_is_refused_at_the_first_port() -> None:
    with pytest.raises(OSError, match=r".") as refused:
        listening("203.0.113.7")
    assert refused.value.errno == errno.EADDRNOTAVAIL
