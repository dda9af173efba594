"""A session that is open to phones over loopback, and its facilitator: what tests of phones share.

By hand, to look at the page: `PYTHONPATH=tests python -m support.phones full-walk` prints an
address and goes on to the next thing whenever Enter is pressed.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from support.packs import OURS
from support.sessions import header

from mops_tui.model.agenda.flow import advance
from mops_tui.model.packs.workshop import assemble
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.header import Header
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.admission import Joined
from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.phones import Phones
from mops_tui.storage.files.disk import DISK, Disk
from mops_tui.storage.packs.packs import load_library
from mops_tui.web.cookies import COOKIE
from mops_tui.web.server import BOUNDS, Bounds, RoomServer, serve


def cookie(token: str) -> dict[str, str]:
    """The headers by which somebody shows their seat."""
    return {"Cookie": f"{COOKIE}={token}"}


@dataclass
class OpenRoom:
    """A session with its server."""

    session: LiveSession
    phones: Phones
    server: RoomServer

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    def do(self, *commands: cmd.Command) -> None:
        """What the facilitator does."""
        for command in commands:
            outcome = self.session.ask(command)
            assert not isinstance(outcome, Refusal), outcome

    async def seat(self, name: str = "Ada", role: str = "") -> Joined:
        """Somebody who joins by phone."""
        joined = await self.phones.join(self.phones.book.code, name, role)
        assert isinstance(joined, Joined), joined
        return joined

    def go_on(self) -> None:
        """What her Space does."""
        self.do(*advance(self.session.head).commands)


def workshop_header(name: str, folder: Path = OURS, **changes: object) -> Header:
    """A header that runs a workshop of a folder of packs."""
    library = load_library((folder,))
    pack = library.workshops[name]
    made = assemble(pack.agenda, library.scenarios, id=pack.id, title=pack.title)
    return Header.model_validate(
        {
            "id": "by-phone",
            "title": pack.title,
            "opened": datetime(2026, 11, 2, 9, 30, tzinfo=UTC),
            "workshop": made,
            **changes,
        }
    )


@contextlib.asynccontextmanager
async def open_room(
    folder: Path,
    head: Header | None = None,
    port: int = 0,
    bounds: Bounds = BOUNDS,
    disk: Disk = DISK,
) -> AsyncIterator[OpenRoom]:
    """A session in a folder, served over loopback until the block ends."""
    session = LiveSession.create(folder, head or header(), disk=disk)
    writing = asyncio.create_task(session.run())
    phones = Phones(session, Book())
    server = await serve(phones, "127.0.0.1", port, bounds)
    try:
        yield OpenRoom(session, phones, server)
    finally:
        await server.close()
        session.end()
        await writing
        session.close()


async def _by_hand(workshop: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with open_room(Path(folder), workshop_header(workshop)) as room:
            sys.stdout.write(f"{room.address}/{room.phones.book.code}\n")
            sys.stdout.flush()
            while await asyncio.to_thread(sys.stdin.readline):
                room.go_on()
                view = room.session.head.view
                round_ = room.session.head.round(view.name)
                phase = round_.phase if round_ else ""
                sys.stdout.write(f"{view.of} {view.name} {phase}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(_by_hand(sys.argv[1] if len(sys.argv) > 1 else "full-walk"))
