"""The way into a room for phones: whether it is open, at which address, and who came in by it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Protocol

from mops_tui.sources.background import in_background
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.phones import Phones
from mops_tui.tui.served import Serve, Served

CLOSE_SECONDS = 0.5
"""How long a way out waits for the port to close; the end of the process closes it for certain."""


class Keeper(Protocol):
    """Keeps the book of one session's phones beside it."""

    def load(self) -> Book:
        """The book as it was kept; a new one where there is none."""

    async def keep(self, book: Book) -> None:
        """Keep the book; done once it is durable."""

    def forget(self) -> None:
        """Remove it: the workshop is closed for good."""


class Entrance:
    """Opens a session to phones, and closes it; once at a time.

    Attributes:
        phones: The session's phones, once it was open.
        served: The server, while it is open.
        moved: It is open at another address than before: phones have to scan again.
    """

    def __init__(self, session: LiveSession) -> None:
        """Take the session; nothing is open."""
        self.phones: Phones | None = None
        self.served: Served | None = None
        self.moved = False
        self._session = session
        self._keeper: Keeper | None = None
        self._turn = asyncio.Lock()
        self._listeners: list[Callable[[], None]] = []

    async def open(self, serve: Serve, keeper: Keeper, host: str) -> None:
        """Open the port, at the one of before where it is free; where it is open, elsewhere.

        Args:
            serve: The means to serve.
            keeper: Keeps the book.
            host: The address of this machine that phones use.

        Raises:
            OSError: No port can be had at that address, or the book cannot be read or kept.
        """
        async with self._turn:
            if self.served is not None and self.served.host == host:
                return
            await self._close()
            self._keeper = keeper
            if self.phones is None:
                self.phones = Phones(self._session, await in_background(keeper.load))
            phones = self.phones
            before = phones.book.host, phones.book.port
            served = await serve(phones, host, phones.book.port)
            self.served = served
            self.moved = before[1] > 0 and (host, served.port) != before
            phones.book = replace(phones.book, host=host, port=served.port)
            self._tell()
            await keeper.keep(phones.book)

    async def close(self) -> None:
        """Close the port, if it is open; no longer than a moment, whoever is connected."""
        async with self._turn:
            await self._close()

    async def _close(self) -> None:
        served, self.served = self.served, None
        if served is None:
            return
        self._tell()
        closing = asyncio.ensure_future(served.close())
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(closing), CLOSE_SECONDS)

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Be called when it was opened or closed; the result ends it."""
        self._listeners.append(listener)

        def end() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return end

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
