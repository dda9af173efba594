"""What lets somebody in: the address, the code, and what a phone scans for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.code import spaced

_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in '\\;,:"'})


@dataclass(frozen=True)
class Invitation:
    """A room that is open to phones, for whoever wants to join.

    Attributes:
        host: The address of the machine that serves.
        port: Its port.
        code: The code.
        joining: New phones are let in.
        network: The name of the Wi-Fi that phones should join first, "" where none was given.
        password: Its password, "" for none.
        by_phone: The participants that came by phone.
    """

    host: str
    port: int
    code: str
    joining: bool = True
    network: str = ""
    password: str = ""
    by_phone: frozenset[str] = frozenset()

    @property
    def address(self) -> str:
        """What is typed into a browser."""
        return address(self.host, self.port)

    @property
    def shown_code(self) -> str:
        """The code as it is read aloud."""
        return spaced(self.code)

    @property
    def scanned(self) -> str:
        """What is scanned: the address with the code, so that nobody types it."""
        return scanned(self.host, self.port, self.code)

    @property
    def scanned_network(self) -> str:
        """What is scanned to join the Wi-Fi; "" where none was given."""
        return scanned_network(self.network, self.password)


def invitation(book: Book, by_phone: Iterable[str]) -> Invitation | None:
    """The invitation of a room; None where it is not open to phones.

    Args:
        book: What is kept of its phones.
        by_phone: Who came by phone.
    """
    if not book.open or not book.port:
        return None
    return Invitation(
        host=book.host,
        port=book.port,
        code=book.code,
        joining=book.joining,
        network=book.network,
        password=book.password,
        by_phone=frozenset(by_phone),
    )


def address(host: str, port: int) -> str:
    """An address as it is typed: without http:// a browser may try https, and find nothing."""
    return f"http://{host}:{port}"


def scanned(host: str, port: int, code: str) -> str:
    """An address as it is scanned: in upper case it takes the smallest code."""
    return f"{address(host, port)}/{code}".upper()


def scanned_network(name: str, password: str = "") -> str:
    """A Wi-Fi as it is scanned; "" where it has no name.

    Args:
        name: The name of the network, as its access point has it.
        password: Its password, "" where it has none.
    """
    if not name:
        return ""
    kept = name.encode("utf-8", "replace").decode().translate(_ESCAPED)
    if not password:
        return f"WIFI:T:nopass;S:{kept};;"
    secret = password.encode("utf-8", "replace").decode().translate(_ESCAPED)
    return f"WIFI:T:WPA;S:{kept};P:{secret};;"
