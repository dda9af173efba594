"""The way into a room for phones: whether it is open, at which address, and who came in by it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from mops_tui.sources.background import in_background
from mops_tui.sources.ids import NewId, random_id
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.invitation import Invitation, invitation
from mops_tui.sources.phones.keeping import BookKeeper
from mops_tui.sources.phones.phones import Phones
from mops_tui.tui.served import Serve, Served

CLOSE_SECONDS = 0.5
"""How long a way out waits for the port to close; the end of the process closes it for certain."""


class Entrance:
    """Opens a session to phones, and closes it; once at a time.

    Attributes:
        phones: The session's phones, once it was open.
        served: The server, while it is open.
        moved: It is open at another address than before: phones have to scan again.
    """

    def __init__(self, session: LiveSession, new_id: NewId = random_id) -> None:
        """Take the session; nothing is open."""
        self.phones: Phones | None = None
        self.served: Served | None = None
        self.moved = False
        self._session = session
        self._new_id = new_id
        self._keeper: BookKeeper | None = None
        self._turn = asyncio.Lock()
        self._listeners: list[Callable[[], None]] = []
        self._closing: set[asyncio.Future[None]] = set()

    async def open_at(self, serve: Serve, keeper: BookKeeper | None, host: str) -> None:
        """Open the port, at the one of before where it is free; where it is open, elsewhere.

        Args:
            serve: The means to serve.
            keeper: Keeps the book; None where nobody will come back to it.
            host: The address of this machine that phones use.

        Raises:
            OSError: No port can be had at that address.
        """
        async with self._turn:
            if self.served is not None and self.served.host == host:
                return
            await self._close()
            if self.phones is None:
                self._keeper = keeper
                book = Book() if keeper is None else await in_background(keeper.load)
                self.phones = Phones(self._session, book, self._new_id, keeper)
            phones = self.phones
            before = phones.book.host, phones.book.port
            served = await self._opened(serve(phones, host, phones.book.port))
            self.served = served
            self.moved = before[1] > 0 and (host, served.port) != before
            await phones.note_open(host, served.port)
            self._tell()

    async def _opened(self, opening: Awaitable[Served]) -> Served:
        """What is opened; where whoever asked has gone meanwhile, it is closed again."""
        task = asyncio.ensure_future(opening)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            task.add_done_callback(self._close_unasked)
            raise

    def _close_unasked(self, opening: asyncio.Future[Served]) -> None:
        if not opening.cancelled() and opening.exception() is None:
            closing = asyncio.ensure_future(opening.result().close())
            self._closing.add(closing)
            closing.add_done_callback(self._closing.discard)

    @property
    def inviting(self) -> Invitation | None:
        """What lets somebody in, while it is open."""
        if self.served is None or self.phones is None:
            return None
        return invitation(self.phones.book, self.phones.by_phone)

    async def close(self) -> None:
        """Close the port, if it is open; no longer than a moment, whoever is connected."""
        async with self._turn:
            await self._close()

    async def _close(self) -> None:
        served, self.served = self.served, None
        if served is None or self.phones is None:
            return
        self._tell()
        closing = asyncio.ensure_future(served.close()), asyncio.ensure_future(self._note_closed())
        await asyncio.wait(closing, timeout=CLOSE_SECONDS)

    async def _note_closed(self) -> None:
        """Keep that it is closed, so that nothing opens it by itself; or that all is over."""
        if self._keeper is not None and self._session.is_closed:
            await in_background(self._keeper.forget)
        elif self.phones is not None:
            await self.phones.note_closed()

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
