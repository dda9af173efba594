"""The book of a room on the disk: private, whole after a crash, and never a reason to stop.

One file a session, `rooms/SESSION-ID.toml` in the folder for what is no session. Whoever writes
waits until it is durable; many who ask at once share one write.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import threading
import tomllib
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import tomli_w

from mops_tui.sources.background import in_background
from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.code import is_code
from mops_tui.sources.saving import SLOW
from mops_tui.storage.files.disk import replace_whole, write_beside
from mops_tui.storage.files.ordinary import read_ordinary
from mops_tui.storage.folders.places import closed_folder, private_folder

KEEP_SECONDS = 3.0
"""How long a disk is waited for before a phone is let in without it."""
MOST_BYTES = 4_000_000
"""A longer file is no book: a thousand phones take 100 kB."""
_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])")
_HEX = re.compile(r"[0-9a-f]{64}")


class NotKept(Exception):  # noqa: N818 - it says what happened
    """The book could not be saved.

    Attributes:
        trouble: Why, as `Saving` has it.
    """

    def __init__(self, trouble: str) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class NotABook(ValueError):  # noqa: N818 - it says what a file is
    """A file that is no book of this session."""


class BookKeeper:
    """The file of one session's book.

    Attributes:
        path: Where it lies.
        set_aside: Where a file went that could not be read as this session's book, if any.
    """

    def __init__(self, state_folder: Path, session_id: str) -> None:
        """Say where; nothing is made yet.

        Args:
            state_folder: The folder for what is no session, `Places.state`.
            session_id: The session's id, any text: it never says where on the disk.
        """
        self.path = state_folder / "rooms" / f"{_file_name(session_id)}.toml"
        self.set_aside: Path | None = None
        self._session = session_id
        self._latest = Book()
        self._asked = 0
        self._kept = 0
        self._writing: asyncio.Future[None] | None = None
        self._turn = threading.Lock()
        self._forgotten = False

    def load(self) -> Book:
        """The book as it was kept; a fresh one where there is none, or none that can be read.

        What cannot be read is set aside, and `set_aside` says where.
        """
        try:
            data = self._read()
        except OSError:
            return Book()
        try:
            return read_book(data, self._session)
        except NotABook:
            self._put_aside(data)
            return Book()

    def look(self) -> Book | None:
        """The book as it stands there for somebody who only looks; None where there is none."""
        try:
            return read_book(self._read(), self._session)
        except (OSError, NotABook):
            return None

    def _read(self) -> bytes:
        """What stands in the file.

        Raises:
            OSError: There is none; or others may write in its folder, and have put it there.
        """
        if self.path.parent.exists():
            closed_folder(self.path.parent)
        return read_ordinary(self.path, MOST_BYTES + 1)

    def _put_aside(self, data: bytes) -> None:
        with contextlib.suppress(OSError):
            self.set_aside = write_beside(self.path, ".bad", data[:MOST_BYTES])
            self.path.unlink(missing_ok=True)

    async def keep(self, book: Book) -> None:
        """Write the book; return once it, or a later one, is durable.

        Raises:
            NotKept: The disk refuses, or does not answer in time. What is kept is as it was.
        """
        if self._forgotten:
            return
        self._latest = book
        self._asked += 1
        mine = self._asked
        loop = asyncio.get_running_loop()
        until = loop.time() + KEEP_SECONDS
        while self._kept < mine and not self._forgotten:
            if self._writing is None:
                self._writing = self._begin()
            writing = self._writing
            await asyncio.wait((writing,), timeout=max(0.0, until - loop.time()))
            if not writing.done():
                raise NotKept(SLOW)
            error = writing.exception()
            if error is not None:
                raise error

    def _begin(self) -> asyncio.Future[None]:
        number, data = self._asked, written_book(self._latest, self._session)
        writing = in_background(partial(self._write, data))

        def end(done: asyncio.Future[None]) -> None:
            self._writing = None
            if not done.cancelled() and done.exception() is None:
                self._kept = max(self._kept, number)

        writing.add_done_callback(end)
        return writing

    def _write(self, data: bytes) -> None:
        with self._turn:
            if self._forgotten:
                return
            try:
                closed_folder(private_folder(self.path.parent.parent) / self.path.parent.name)
                replace_whole(self.path, data)
            except OSError as error:
                raise NotKept(error.strerror or "write") from error
            if self._forgotten:  # meanwhile, and whoever did so did not wait
                self._remove()

    def forget(self) -> None:
        """Remove the file for good: the workshop is over, and its code opens nothing any more."""
        self._forgotten = True
        if self._turn.acquire(blocking=False):  # else a write is under way, and removes it itself
            try:
                self._remove()
            finally:
                self._turn.release()

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


def written_book(book: Book, session_id: str) -> bytes:
    """A book as it stands in a file."""
    table = {
        "session": session_id.encode("utf-8", "replace").decode(),
        "code": book.code,
        "host": book.host,
        "port": book.port,
        "joining": book.joining,
        "open": book.open,
        "network": book.network.encode("utf-8", "replace").decode(),
        "password": book.password.encode("utf-8", "replace").decode(),
        "secret": book.secret,
        "put_out": sorted(book.put_out),
        "holders": dict(book.holders),
        "merged": dict(book.merged),
    }
    return tomli_w.dumps(table).encode()


def read_book(data: bytes, session_id: str) -> Book:
    """The book that a file holds.

    Raises:
        NotABook: It is damaged, or another session's.
    """
    if len(data) > MOST_BYTES:
        raise NotABook
    try:
        table = tomllib.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise NotABook from error
    if table.get("session") != session_id.encode("utf-8", "replace").decode():
        raise NotABook
    code, secret, port = table.get("code"), table.get("secret"), table.get("port", 0)
    host = table.get("host", "")
    if not isinstance(code, str) or not is_code(code):
        raise NotABook
    if not isinstance(secret, str) or not _HEX.fullmatch(secret):
        raise NotABook
    if not isinstance(port, int) or not 0 <= port < 65_536 or not isinstance(host, str):
        raise NotABook
    joining, is_open = table.get("joining", True), table.get("open", False)
    if not isinstance(joining, bool) or not isinstance(is_open, bool):
        raise NotABook
    put_out = table.get("put_out", [])
    if not isinstance(put_out, list) or not all(isinstance(one, str) for one in put_out):
        raise NotABook
    holders, merged = _texts(table.get("holders", {})), _texts(table.get("merged", {}))
    if not all(map(_HEX.fullmatch, holders)):
        raise NotABook
    network, password = table.get("network", ""), table.get("password", "")
    if not isinstance(network, str) or not isinstance(password, str):
        raise NotABook
    book = Book(code, host[:255], port, joining, is_open, secret)
    book = replace(book, network=network[:255], password=password[:255])
    return replace(book, holders=holders, merged=merged, put_out=frozenset(put_out))


def _texts(value: Any) -> dict[str, str]:
    """A table of texts.

    Raises:
        NotABook: It is none.
    """
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise NotABook
    return value


def _file_name(session_id: str) -> str:
    """A file's name that stands for an id on every system, upper and lower case apart."""
    if _PLAIN.fullmatch(session_id) and not _DEVICES.fullmatch(session_id):
        return session_id
    return "id." + sha256(session_id.encode("utf-8", "surrogatepass")).hexdigest()[:40]
