"""The book on the disk: private, whole, one write for many, and never a reason to stop."""

from __future__ import annotations

import asyncio
import contextlib
import stat
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import examples

from mops_tui.sources.phones import keeping
from mops_tui.sources.phones.book import Book, digest
from mops_tui.sources.phones.keeping import (
    BookKeeper,
    NotABook,
    NotKept,
    read_book,
    written_book,
)
from mops_tui.sources.saving import SLOW
from mops_tui.storage.files.disk import replace_whole

BOOK = Book(host="192.168.1.20", port=8421, joining=False, open=True).with_holder("token", "p-1")


async def test_what_is_kept_is_loaded_by_another_process(tmp_path: Path) -> None:
    await BookKeeper(tmp_path / "state", "monday").keep(BOOK)
    assert BookKeeper(tmp_path / "state", "monday").load() == BOOK
    assert BookKeeper(tmp_path / "state", "tuesday").load() != BOOK


async def test_no_token_stands_in_the_file(tmp_path: Path) -> None:
    keeper = BookKeeper(tmp_path, "monday")
    token = BOOK.token("0123456789abcdef")
    await keeper.keep(BOOK.with_holder(token, "p-2"))
    written = keeper.path.read_text("utf-8")
    assert token not in written
    assert '"token"' not in written
    assert keeper.load().holder(token) == "p-2"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
async def test_nobody_else_may_look_into_it(tmp_path: Path) -> None:
    (tmp_path / "rooms").mkdir(mode=0o755)
    keeper = BookKeeper(tmp_path, "monday")
    await keeper.keep(BOOK)
    assert stat.S_IMODE(keeper.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(keeper.path.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
@pytest.mark.parametrize("way", ["open to all", "a link"])
async def test_what_somebody_else_could_have_put_there_is_not_believed(
    tmp_path: Path, way: str
) -> None:
    keeper = BookKeeper(tmp_path, "monday")
    await keeper.keep(BOOK)
    rooms = tmp_path / "rooms"
    if way == "a link":
        rooms.rename(tmp_path / "elsewhere")
        rooms.symlink_to(tmp_path / "elsewhere")
    else:
        rooms.chmod(0o777)
    assert keeper.look() is None
    found = keeper.load()
    assert found.code != BOOK.code
    assert not found.holders
    with pytest.raises(NotKept):
        await keeper.keep(found)


@pytest.mark.parametrize(
    "session_id",
    ["", "..", "../../etc/passwd", "/tmp/x", "con", "COM1", "A", "a b", "é", "\ud800", "x" * 10_000,
     "a/b", "a\\b", "a\0b", ".hidden", "nul.txt", "\u202ea"],
)  # fmt: skip
async def test_an_id_is_never_a_path(tmp_path: Path, session_id: str) -> None:
    keeper = BookKeeper(tmp_path, session_id)
    await keeper.keep(BOOK)
    assert [path.name for path in tmp_path.iterdir()] == ["rooms"]
    assert [path.parent.name for path in tmp_path.rglob("*.toml")] == ["rooms"]
    assert keeper.load() == BOOK


def test_two_ids_have_two_files_where_case_does_not_count(tmp_path: Path) -> None:
    names = {
        BookKeeper(tmp_path, one).path.name.casefold() for one in ("Monday", "monday", "MONDAY")
    }
    assert len(names) == 3


DAMAGED = [
    b"",
    b"\xff\xfe",
    b"code = ",
    b"[" * 100_000,
    b"x = 1",
    written_book(BOOK, "another"),
    written_book(BOOK, "monday")[:-40],
    written_book(BOOK, "monday").replace(b"port = 8421", b"port = 84210"),
    written_book(BOOK, "monday").replace(b"port = 8421", b'port = "8421"'),
    written_book(BOOK, "monday").replace(BOOK.code.encode(), b"ILOU"),
    written_book(BOOK, "monday").replace(b"joining = false", b"joining = 1"),
    written_book(BOOK, "monday").replace(b'"p-1"', b"1"),
    written_book(BOOK, "monday").replace(BOOK.secret.encode(), b"00"),
    b"#" * (keeping.MOST_BYTES + 1),
]


@pytest.mark.parametrize("data", DAMAGED, ids=range(len(DAMAGED)))
async def test_what_is_no_book_is_set_aside_and_the_room_begins_afresh(
    tmp_path: Path, data: bytes
) -> None:
    keeper = BookKeeper(tmp_path, "monday")
    await keeper.keep(BOOK)
    keeper.path.write_bytes(data)
    fresh = keeper.load()
    assert not fresh.holders
    assert fresh.code != BOOK.code
    assert keeper.set_aside is not None
    assert keeper.set_aside.read_bytes() == data[: keeping.MOST_BYTES]
    await keeper.keep(fresh)
    assert BookKeeper(tmp_path, "monday").load() == fresh


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(
    st.builds(
        Book,
        host=texts,
        port=st.integers(0, 65_535),
        joining=st.booleans(),
        open=st.booleans(),
        holders=st.dictionaries(texts.map(digest), texts),
        merged=st.dictionaries(texts, texts),
        put_out=st.frozensets(texts),
    ),
    texts,
)
@examples(100)
def test_any_book_comes_back_as_it_was(book: Book, session_id: str) -> None:
    assert read_book(written_book(book, session_id), session_id) == book


@given(st.integers(0, 2000), st.binary(max_size=3))
@examples(100)
def test_a_file_cut_or_changed_anywhere_is_a_book_or_none(at: int, instead: bytes) -> None:
    data = written_book(BOOK, "monday")
    for damaged in (data[:at], data[:at] + instead + data[at + len(instead) :]):
        with contextlib.suppress(NotABook):
            read_book(damaged, "monday")


async def test_many_at_once_are_few_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writes: list[bytes] = []
    first = threading.Event()

    def noted(_path: Path, data: bytes) -> None:
        first.wait(10)
        writes.append(data)

    monkeypatch.setattr(keeping, "replace_whole", noted)
    keeper = BookKeeper(tmp_path, "monday")
    book, asked = BOOK, []
    for number in range(200):
        book = book.with_holder(f"token {number}", f"p-{number}")
        asked.append(asyncio.ensure_future(keeper.keep(book)))
    await asyncio.sleep(0)
    first.set()
    await asyncio.gather(*asked)
    assert len(writes) <= 2
    assert read_book(writes[-1], "monday") == book


async def test_a_disk_that_refuses_says_why_and_the_next_try_may_succeed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = BookKeeper(tmp_path, "monday")
    await keeper.keep(BOOK)

    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as bad:
        bad.setattr(keeping, "replace_whole", full)
        with pytest.raises(NotKept) as refused:
            await keeper.keep(BOOK.with_holder("more", "p-2"))
    assert refused.value.trouble == "No space left on device"
    assert keeper.load() == BOOK
    await keeper.keep(BOOK.with_holder("more", "p-2"))
    assert keeper.load().holder("more") == "p-2"


async def test_a_disk_that_hangs_holds_nobody_up_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "KEEP_SECONDS", 0.05)
    through = threading.Event()
    monkeypatch.setattr(keeping, "replace_whole", lambda _path, _data: through.wait(10))
    keeper = BookKeeper(tmp_path, "monday")
    for _try in range(2):
        with pytest.raises(NotKept) as refused:
            await keeper.keep(BOOK)
        assert refused.value.trouble == SLOW
    through.set()


async def test_what_is_forgotten_stays_so(tmp_path: Path) -> None:
    keeper = BookKeeper(tmp_path, "monday")
    keeper.forget()
    keeper = BookKeeper(tmp_path, "monday")
    await keeper.keep(BOOK)
    keeper.forget()
    await keeper.keep(BOOK)
    assert not keeper.path.exists()


async def test_what_is_being_written_is_forgotten_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, through = threading.Event(), threading.Event()

    def slowly(path: Path, data: bytes) -> None:
        begun.set()
        through.wait(10)
        replace_whole(path, data)

    monkeypatch.setattr(keeping, "replace_whole", slowly)
    keeper = BookKeeper(tmp_path, "monday")
    writing = asyncio.ensure_future(keeper.keep(BOOK))
    assert await asyncio.to_thread(begun.wait, 10)
    keeper.forget()
    through.set()
    await writing
    assert not keeper.path.exists()
