from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.journals import file_of, numbered, sample, short
from support.sessions import header

from mops_tui.model.session.events import (
    AgendaSet,
    Event,
    Lost,
    NoteRecorded,
    ScreenBlanked,
    SessionClosed,
    stamp,
)
from mops_tui.storage.files.disk import OsDisk
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import crc_of, encode
from mops_tui.storage.sessions.journal import (
    JournalReading,
    SessionError,
    WriteFailed,
    Writer,
    create,
    parse,
    read,
)
from mops_tui.storage.sessions.writer import copy_into

HEADER = journal.header_bytes(header())
SAMPLE = sample()
DATA = file_of(SAMPLE)
SHORT, EVENTS = short.header, short.sample()
BYTES = short.file_of(EVENTS)
"""Likewise with a header that is soon read: these are cut and bent everywhere."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sessions" / "one.toml"


@pytest.fixture
def written(path: Path) -> Path:
    path.parent.mkdir()
    path.write_bytes(DATA)
    return path


def refused(path: Path) -> SessionError:
    with pytest.raises(SessionError) as caught:
        read(path)
    return caught.value


# --- creating


def test_create_and_read(path: Path) -> None:
    crc = create(path, header())
    data = path.read_bytes()
    assert crc == crc_of(data)
    reading = read(path)
    assert reading.header == header()
    assert reading.events == ()
    assert reading.writable
    assert reading.length == len(data)
    assert os.listdir(path.parent) == ["one.toml"]  # noqa: PTH208 - hidden ones too


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_only_this_user_can_read(path: Path) -> None:
    old = os.umask(0)
    try:
        create(path, header())
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_create_never_overwrites(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("mine")
    with pytest.raises(SessionError) as caught:
        create(path, header())
    assert caught.value.code == "exists"
    assert path.read_text() == "mine"
    assert os.listdir(path.parent) == ["one.toml"]  # noqa: PTH208 - hidden ones too


def test_create_without_hard_links(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", link)
    create(path, header())
    assert read(path).header == header()
    with pytest.raises(SessionError):
        create(path, header())
    assert read(path).header == header()


def test_create_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SessionError):
        create(tmp_path / "file" / "one.toml", header())


def test_the_header_is_ordered_and_whole() -> None:
    lines = HEADER.decode().split("\n")
    tables = [line for line in lines if line.startswith("[") and line.count(".") == 0]
    assert tables[:2] == ["[policy]", "[workshop]"]
    assert lines[0] == "format = 1"
    assert "opened = 2026-11-02T09:30:00+00:00" in lines
    assert "majority = 0.75" in lines
    assert HEADER.endswith(b"\n\n")
    assert parse(HEADER).header == header()


def test_hostile_title() -> None:
    hostile = header(title='[b] "x" \n[[event]]\n\u2028 👩‍👧')
    assert parse(journal.header_bytes(hostile)).header == hostile


# --- reading


def test_a_sound_session(written: Path) -> None:
    reading = read(written)
    assert reading.events == SAMPLE
    assert reading.edited == frozenset()
    assert reading.damage is None
    assert reading.torn == b""
    assert reading.length == len(DATA)
    assert reading.lines == DATA.count(b"\n")
    assert not reading.header_edited
    assert reading.writable


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"\0\0\0", "not-a-session"),
        (b"\xff\xfe[\0", "not-utf8"),
        (b"hello there", "not-a-session"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not-utf8"),
        (b'format = 1\nkind = "scenario"\nid = "x"\n', "not-a-session"),
        (b'format = 2\nid = "x"\nopened = 2026-11-02T09:30:00Z\n', "newer-format"),
        (HEADER.replace(b'anonymity = "named"', b'anonymity = "secret"'), "bad-header"),
        (HEADER.replace(b"majority = 0.75", b"majority = "), "bad-header"),
        (HEADER.replace(b"[policy]", b"[polices]"), "bad-header"),
        (encode(Lost(seq=1)), "not-a-session"),
    ],
)
def test_what_is_no_session(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(data)
    assert refused(path).code == code


def test_a_newer_format_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(DATA.replace(b"format = 1", b"format = 7", 1))
    error = refused(path)
    assert (error.code, error.params) == ("newer-format", {"found": 7, "known": 1})


def test_a_broken_header_names_line_or_key(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(DATA.replace(b"seed = 7", b"seed = seven"))
    assert (refused(path).code, refused(path).line) == ("bad-header", 8)
    path.write_bytes(DATA.replace(b"majority = 0.75", b"majority = 75"))
    assert refused(path).params["key"] == "policy.majority"


def test_missing_and_folder(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere.toml").code == "missing"
    assert refused(tmp_path).code == "folder"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_permission(written: Path) -> None:
    written.chmod(0)
    assert refused(written).code == "permission"


def with_events(*events: Event) -> JournalReading:
    return parse(HEADER + b"".join(map(encode, events)))


OPENING = SAMPLE[0]


def test_an_unknown_kind_stops_the_fold_by_name() -> None:
    data = DATA.replace(b'"question-shown"', b'"question-sung"')
    reading = parse(data)
    assert reading.events == SAMPLE[:2]
    assert reading.damage is not None
    assert (reading.damage.code, reading.damage.params) == (
        "unknown-kind",
        {"kind": "question-sung"},
    )
    line = data[: data.index(b'"question-sung"')].count(b"\n") - 2
    assert reading.damage.line == line
    assert reading.length == len(data)
    assert not reading.writable


def test_wrong_keys_stop_the_fold() -> None:
    damage = parse(DATA.replace(b"seat = 1", b"stool = 1")).damage
    assert damage is not None
    assert damage.code == "invalid"
    assert damage.params == {"kind": "participant-joined", "key": "seat"}


def test_broken_toml_stops_the_fold() -> None:
    reading = parse(DATA.replace(b"seat = 1", b"seat = = 1"))
    assert reading.damage is not None
    assert reading.damage.code == "unreadable"
    assert reading.events == SAMPLE[:1]


@pytest.mark.parametrize(
    ("events", "code", "kept"),
    [
        ((OPENING, Lost(seq=3, t=1)), "seq", 1),
        ((OPENING, Lost(seq=2, t=1), Lost(seq=2, t=1)), "seq", 2),
        ((OPENING, Lost(seq=2, t=9), Lost(seq=3, t=8)), "time", 2),
        ((OPENING, Lost(seq=2).model_copy(update={"t": float("nan")})), "invalid", 1),
        ((Lost(seq=1),), "no-opening", 0),
        ((Lost(seq=0), OPENING), "seq", 0),
    ],
)
def test_events_out_of_place_stop_the_fold(events: tuple[Event, ...], code: str, kept: int) -> None:
    reading = with_events(*events)
    assert reading.damage is not None
    assert reading.damage.code == code
    assert len(reading.events) == kept


def test_a_hand_edit_is_applied_and_marked() -> None:
    reading = parse(DATA.replace(b'what = "Go"', b'what = "Stay"'))
    assert reading.events[-1] == SAMPLE[-1].model_copy(update={"what": "Stay"})
    assert reading.edited == {len(SAMPLE)}
    assert reading.writable


def test_an_edited_header_is_marked() -> None:
    reading = parse(DATA.replace(b"Our morning", b"Our evening"))
    assert reading.header_edited
    assert reading.header.title == "Our evening"
    assert reading.events == SAMPLE


def test_windows_newlines_are_read_and_named() -> None:
    reading = parse(DATA.replace(b"\n", b"\r\n"))
    assert reading.crlf
    assert not reading.writable
    assert reading.events == SAMPLE
    assert reading.edited == frozenset()
    assert not reading.header_edited
    assert reading.damage is None


def test_a_byte_order_mark_does_not_matter() -> None:
    reading = parse(b"\xef\xbb\xbf" + DATA)
    assert reading.events == SAMPLE
    assert not reading.header_edited


def test_zeros_at_the_end_are_a_torn_tail() -> None:
    for zeros in (b"\0" * 4096, b"[[event]]\nseq = 9\n" + b"\0" * 64 + b'\ncrc = "12345678"\n\n'):
        reading = parse(DATA + zeros)
        assert reading.events == SAMPLE
        assert reading.damage is None
        assert reading.torn == zeros
        assert reading.length == len(DATA)


def test_zeros_before_whole_blocks_are_damage() -> None:
    reading = parse(DATA + b"\0" * 8 + b"\n" + encode(stamp(Lost(), len(SAMPLE) + 1, 99)))
    assert reading.damage is not None
    assert reading.torn == b""


@pytest.mark.slow
def test_every_cut_reads_a_prefix() -> None:
    ends = {len(SHORT)}
    size = len(SHORT)
    for event in EVENTS:
        size += len(encode(event))
        ends.add(size)
    for cut in range(len(SHORT), len(BYTES) + 1):
        reading = parse(BYTES[:cut])
        count = len(reading.events)
        assert reading.events == EVENTS[:count]
        assert reading.damage is None
        assert reading.edited == frozenset()
        assert reading.length + len(reading.torn) == cut
        whole = sum(1 for end in ends if end <= cut) - 1
        assert count - whole in (0, 1)  # the last one counts as soon as its checksum is there
        if cut in ends:
            assert reading.writable


def test_every_cut_header_is_refused_or_read_alone() -> None:
    for cut in range(0, len(SHORT), 3):
        try:
            events, code = parse(SHORT[:cut]).events, ""
        except SessionError as error:
            events, code = (), error.code
        assert events == ()
        assert code in {"", "empty", "not-a-session", "bad-header"}


@pytest.mark.slow
@pytest.mark.parametrize("flip", [1, 2, 4, 8, 16, 32, 64, 128, 255])
def test_no_flipped_byte_is_silently_wrong(flip: int) -> None:
    events = short.numbered(
        NoteRecorded(note="n", text='a "b"\n# c'),
        AgendaSet(skipped=("demo/where", "demo/lean"), minutes=3),
        ScreenBlanked(),
    )
    data = bytearray(short.file_of(events))
    start = len(SHORT) - 30
    for index in range(start, len(data)):
        data[index] ^= flip
        try:
            reading = parse(bytes(data))
        except SessionError:
            assert index < len(SHORT) + 10
        else:
            reported = reading.damage or reading.torn or reading.header_edited
            unnamed = [e for e in reading.events if e.seq not in reading.edited]
            assert all(event in events for event in unnamed), index
            assert reported or len(reading.events) == len(events), index
        data[index] ^= flip


@pytest.mark.parametrize("flip", [1, 4, 32])
def test_no_flipped_byte_of_a_header_is_silently_wrong(flip: int) -> None:
    data = bytearray(short.file_of(short.numbered()))
    for index in range(0, len(SHORT), 7):
        data[index] ^= flip
        with contextlib.suppress(SessionError):
            assert parse(bytes(data)).header_edited, index
        data[index] ^= flip


# --- writing


class BadDisk(OsDisk):
    """A disk that fails as it is told."""

    def __init__(self) -> None:
        self.room: int | None = None
        self.chunk: int | None = None
        self.fsync_fails = False
        self.open_fails = False
        self.opened = 0

    def open(self, path: Path) -> int:
        if self.open_fails:
            raise OSError(errno.EIO, "bad sector")
        self.opened += 1
        return super().open(path)

    def write(self, fd: int, data: bytes | memoryview) -> int:
        data = memoryview(data)[: self.chunk]
        if self.room is not None:
            if not self.room:
                raise OSError(errno.ENOSPC, "No space left on device")
            data = data[: self.room]
            self.room -= len(data)
        return super().write(fd, data)

    def fsync(self, fd: int) -> None:
        if self.fsync_fails:
            raise OSError(errno.EIO, "Input/output error")
        super().fsync(fd)


MORE = tuple(stamp(NoteRecorded(note=f"n{i}", text="é" * 50), i, 100 + i) for i in range(9, 19))


def test_appending(written: Path) -> None:
    writer = Writer(written, len(DATA))
    for event in MORE:
        writer.append(encode(event))
    assert writer.length == written.stat().st_size
    writer.close()
    reading = read(written)
    assert reading.events == SAMPLE + MORE
    assert reading.length == writer.length


def test_short_writes_are_gone_on_with(written: Path) -> None:
    disk = BadDisk()
    disk.chunk = 7
    writer = Writer(written, len(DATA), disk)
    writer.append(b"".join(map(encode, MORE)))
    writer.close()
    assert read(written).events == SAMPLE + MORE


@pytest.mark.parametrize("room", [0, 1, 50, 700])
def test_a_full_disk_loses_none_and_doubles_none(written: Path, room: int) -> None:
    disk = BadDisk()
    writer = Writer(written, len(DATA), disk)
    writer.append(encode(MORE[0]))
    disk.room = room
    batch = b"".join(map(encode, MORE[1:]))
    with pytest.raises(WriteFailed) as caught:
        writer.append(batch)
    assert (caught.value.code, caught.value.errno) == ("write", errno.ENOSPC)
    assert caught.value.params["reason"] == "No space left on device"
    assert read(written).events == (SAMPLE + MORE)[: len(read(written).events)]
    with pytest.raises(WriteFailed) as caught:
        writer.append(batch)
    assert caught.value.code == "not-restored"
    writer.restore()
    assert written.stat().st_size == writer.length
    disk.room = room
    with pytest.raises(WriteFailed):
        writer.append(batch)
    writer.restore()
    disk.room = None
    writer.append(batch)
    writer.close()
    assert read(written).events == SAMPLE + MORE
    assert read(written).writable


def test_a_failed_fsync_counts_as_not_written(written: Path) -> None:
    disk = BadDisk()
    writer = Writer(written, len(DATA), disk)
    disk.fsync_fails = True
    with pytest.raises(WriteFailed) as caught:
        writer.append(encode(MORE[0]))
    assert caught.value.errno == errno.EIO
    assert writer.length == len(DATA)
    with pytest.raises(WriteFailed):
        writer.restore()
    disk.fsync_fails = False
    disk.open_fails = True
    with pytest.raises(WriteFailed):
        writer.restore()
    disk.open_fails = False
    opened = disk.opened
    writer.restore()
    assert disk.opened == opened + 1
    writer.append(encode(MORE[0]))
    writer.close()
    assert read(written).events == (*SAMPLE, MORE[0])


def test_a_closed_writer_refuses(written: Path) -> None:
    writer = Writer(written, len(DATA))
    writer.close()
    writer.close()
    with pytest.raises(WriteFailed) as caught:
        writer.append(encode(MORE[0]))
    assert caught.value.code == "closed"


def test_a_wrong_length_is_refused_at_once(written: Path) -> None:
    for length, code in ((len(DATA) - 1, "grown"), (len(DATA) + 1, "shrunk")):
        with pytest.raises(WriteFailed) as caught:
            Writer(written, length)
        assert caught.value.code == code
    with pytest.raises(WriteFailed) as caught:
        Writer(written.with_name("no.toml"), 0)
    assert caught.value.code == "gone"


posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files in place")


def replaced(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(DATA)
    other.replace(path)


def test_a_file_that_grew_or_shrank(written: Path) -> None:
    writer = Writer(written, len(DATA))
    with written.open("ab") as file:
        file.write(b"# hello\n")
    with pytest.raises(WriteFailed) as caught:
        writer.append(encode(MORE[0]))
    assert caught.value.code == "grown"
    with pytest.raises(WriteFailed) as caught:
        writer.restore()
    assert caught.value.code == "grown"
    assert written.read_bytes().endswith(b"# hello\n")
    os.truncate(written, 10)
    with pytest.raises(WriteFailed) as caught:
        writer.append(encode(MORE[0]))
    assert caught.value.code == "shrunk"
    with pytest.raises(WriteFailed) as caught:
        writer.restore()
    assert caught.value.code == "shrunk"
    assert written.stat().st_size == 10
    writer.close()


@posix_only
def test_a_file_that_was_replaced_or_deleted(written: Path) -> None:
    writer = Writer(written, len(DATA))
    written.unlink()
    actions: list[Callable[[], object]] = [
        lambda: writer.append(encode(MORE[0])),
        writer.restore,
    ]
    for action in actions:
        with pytest.raises(WriteFailed) as caught:
            action()
        assert caught.value.code == "gone"
    written.write_bytes(DATA)
    for action in actions:
        with pytest.raises(WriteFailed) as caught:
            action()
        assert caught.value.code == "replaced"
    assert written.read_bytes() == DATA
    writer.close()


def test_carrying_on_in_another_folder(written: Path, tmp_path: Path) -> None:
    disk = BadDisk()
    writer = Writer(written, len(DATA), disk)
    writer.append(encode(MORE[0]))
    disk.room = 20
    with pytest.raises(WriteFailed):
        writer.append(encode(MORE[1]))
    other = tmp_path / "elsewhere"
    copy = copy_into(other, written.name, writer.whole(writer.length))
    again = copy_into(other, written.name, writer.whole(writer.length))
    assert (copy.name, again.name) == ("one.toml", "one-2.toml")
    assert copy.read_bytes() == written.read_bytes()[: writer.length]
    carrying_on = Writer(copy, writer.length)
    writer.close()
    carrying_on.append(encode(MORE[1]))
    carrying_on.close()
    assert read(copy).events == (*SAMPLE, *MORE[:2])
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_carrying_on_where_it_cannot(written: Path, tmp_path: Path) -> None:
    writer = Writer(written, len(DATA))
    (tmp_path / "file").write_text("")
    with pytest.raises(SessionError):
        copy_into(tmp_path / "file", written.name, DATA)
    writer.close()


@posix_only
def test_carrying_on_after_the_file_was_deleted(written: Path, tmp_path: Path) -> None:
    writer = Writer(written, len(DATA))
    written.unlink()
    assert writer.whole(len(DATA)) == DATA
    writer.close()


def test_a_whole_life(path: Path) -> None:
    crc = create(path, header())
    events = numbered(SessionClosed(), crc=crc)
    writer = Writer(path, read(path).length)
    for event in events:
        writer.append(encode(event))
    writer.close()
    reading = read(path)
    assert reading.events == events
    assert not reading.header_edited


def test_a_header_that_could_not_be_read_again_is_never_written(tmp_path: Path) -> None:
    head = header()
    odd = head.workshop.model_copy(update={"minutes": float("inf")})
    with pytest.raises(SessionError) as caught:
        journal.create(tmp_path / "s.toml", head.model_copy(update={"workshop": odd}))
    assert caught.value.code == "bad-header"
    assert list(tmp_path.iterdir()) == []
