from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from support.journals import short

from mops_tui.model.session.events import Event, Lost, NoteRecorded, SessionOpened, stamp
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.journal import SessionError, Writer, read
from mops_tui.storage.sessions.recovery import check, recover, repair
from mops_tui.storage.sessions.summaries import summary_of

HEADER = short.header
SAMPLE = short.sample()
DATA = short.file_of(SAMPLE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "one.toml"
    path.write_bytes(DATA)
    return path


def codes(path: Path) -> list[str]:
    return [finding.code for finding in check(path)]


def names(path: Path) -> set[str]:
    return {entry.name for entry in path.parent.iterdir()}


# --- recovering


def test_a_sound_file_is_left_alone(path: Path) -> None:
    before = path.stat().st_mtime_ns
    assert recover(path) is None
    assert path.stat().st_mtime_ns == before
    assert names(path) == {"one.toml"}


def test_a_torn_tail_is_cut_and_kept(path: Path) -> None:
    torn = encode(stamp(Lost(), 9, 99))[:-20]
    path.write_bytes(DATA + torn)
    done = recover(path)
    assert done is not None
    assert (done.code, done.cut, done.line) == ("recovered", len(torn), DATA.count(b"\n") + 1)
    assert done.torn == path.with_name("one.toml.torn")
    assert done.torn.read_bytes() == torn
    assert path.read_bytes() == DATA
    assert recover(path) is None
    if sys.platform != "win32":
        assert stat.S_IMODE(done.torn.stat().st_mode) == 0o600


def test_a_kept_tail_is_never_overwritten(path: Path) -> None:
    for torn in (b"[[eve", b"[[event]]", b"[[event]]\nseq"):
        path.write_bytes(DATA + torn)
        recover(path)
    assert names(path) == {"one.toml", "one.toml.torn", "one.toml.torn2", "one.toml.torn3"}
    assert path.with_name("one.toml.torn").read_bytes() == b"[[eve"
    assert path.with_name("one.toml.torn3").read_bytes() == b"[[event]]\nseq"


@pytest.mark.parametrize("missing", [1, 2])
def test_a_missing_blank_line_is_restored(path: Path, missing: int) -> None:
    path.write_bytes(DATA[:-missing])
    done = recover(path)
    assert done is not None
    assert (done.code, done.cut, done.torn) == ("completed", 0, None)
    assert path.read_bytes() == DATA
    assert names(path) == {"one.toml"}


@pytest.mark.slow
def test_every_cut_recovers_a_prefix_that_can_be_written_to(path: Path) -> None:
    more = NoteRecorded(note="n9", text="after")
    for cut in range(len(HEADER), len(DATA) + 1, 5):
        for torn in path.parent.glob("*.torn*"):
            torn.unlink()
        path.write_bytes(DATA[:cut])
        recover(path)
        reading = read(path)
        count = len(reading.events)
        assert reading.events == SAMPLE[:count]
        assert reading.writable
        kept = b"".join(torn.read_bytes() for torn in path.parent.glob("*.torn"))
        assert (path.read_bytes() + kept).replace(b"\n", b"") == DATA[:cut].replace(b"\n", b"")
        event = stamp(more, count + 1, 99) if count else SAMPLE[0]
        writer = Writer(path, reading.length)
        writer.append(encode(event))
        writer.close()
        assert read(path).events == (*SAMPLE[:count], event)


def test_windows_newlines_wait_for_a_repair(path: Path) -> None:
    path.write_bytes(DATA.replace(b"\n", b"\r\n"))
    assert recover(path) is None
    assert read(path).crlf


def test_what_cannot_be_recovered(tmp_path: Path) -> None:
    with pytest.raises(SessionError):
        recover(tmp_path / "nowhere.toml")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_read_only_file(path: Path) -> None:
    path.write_bytes(DATA[:-30])
    path.chmod(0o400)
    with pytest.raises(SessionError):
        recover(path)


# --- checking


def test_a_sound_file_has_no_findings(path: Path) -> None:
    assert check(path) == ()


def line_of(data: bytes, text: bytes) -> int:
    """The line of the block that a text stands in."""
    return data.count(b"\n", 0, data.rindex(b"[[event]]\n", 0, data.index(text))) + 1


def test_each_finding_has_its_line(path: Path) -> None:
    data = HEADER.replace(b"Our morning", b"Our evening") + (
        DATA[len(HEADER) :]
        .replace(b'name = "Ana', b'name = "Eva')
        .replace(b'"question-shown"', b'"question-sung"')
        .replace(b'option = "a"', b'option = "a')
        .replace(b'text = "', b'txt = "')
    )
    path.write_bytes(data + b"[[event]]\nseq = 9")
    found = [(finding.code, finding.line, finding.seq) for finding in check(path)]
    assert found == [
        ("header-edited", 1, None),
        ("edited", line_of(data, b"Eva"), 2),
        ("unknown-kind", line_of(data, b"question-sung"), None),
        ("unreadable", line_of(data, b'option = "a\n'), None),
        ("invalid", line_of(data, b'txt = "'), None),
        ("torn", data.count(b"\n") + 1, None),
    ]


def test_order_and_newlines_are_named(path: Path) -> None:
    opening = SAMPLE[0]
    events: tuple[Event, ...] = (
        opening,
        Lost(seq=2, t=5),
        Lost(seq=4, t=6),
        Lost(seq=4, t=6),
        Lost(seq=5, t=1),
    )
    path.write_bytes(short.file_of(events).replace(b"\n", b"\r\n"))
    found = [(finding.code, finding.seq) for finding in check(path)]
    assert found == [("crlf", None), ("seq", 4), ("seq", 4), ("time", 5)]


def test_what_is_no_session_is_a_finding(path: Path, tmp_path: Path) -> None:
    assert codes(tmp_path / "nowhere.toml") == ["missing"]
    path.write_bytes(DATA.replace(b"format = 1", b"format = 2", 1))
    assert codes(path) == ["newer-format"]
    path.write_bytes(b"not at all")
    assert codes(path) == ["not-a-session"]


# --- repairing


def test_nothing_to_repair(path: Path) -> None:
    done = repair(path)
    assert done.backup is None
    assert names(path) == {"one.toml"}
    assert path.read_bytes() == DATA


def test_an_edited_event_is_sealed_anew(path: Path) -> None:
    edited = DATA.replace(b'what = "Go"', b'what = "Stay"')
    path.write_bytes(edited)
    done = repair(path)
    assert done.resealed == (len(SAMPLE),)
    assert done.lost == ()
    assert done.backup is not None
    assert done.backup.read_bytes() == edited
    assert codes(path) == []
    reading = read(path)
    assert reading.events[-1] == SAMPLE[-1].model_copy(update={"what": "Stay", "edited": True})
    assert reading.condition.edited == (len(SAMPLE),)  # said for good, though it is sealed now
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(done.backup.stat().st_mode) == 0o600


def test_unreadable_events_become_lost_and_numbers_stay(path: Path) -> None:
    path.write_bytes(
        DATA.replace(b'option = "a"', b'option = "a').replace(b"question-shown", b"question-sung")
    )
    done = repair(path)
    assert done.lost == (3, 5)
    events = read(path).events
    assert [event.seq for event in events] == list(range(1, len(SAMPLE) + 1))
    assert [event.kind for event in events if event.seq in done.lost] == ["lost", "lost"]
    assert [e for e in events if e.seq not in done.lost] == [
        e for e in SAMPLE if e.seq not in done.lost
    ]
    assert codes(path) == []
    assert read(path).writable


def test_a_deleted_event_becomes_lost(path: Path) -> None:
    path.write_bytes(HEADER + b"".join(encode(e) for e in SAMPLE if e.seq not in {4, 5}))
    assert repair(path).lost == (4, 5)
    assert len(read(path).events) == len(SAMPLE)
    assert codes(path) == []


def test_a_repeat_is_dropped(path: Path) -> None:
    blocks = [encode(event) for event in SAMPLE]
    path.write_bytes(HEADER + b"".join([*blocks[:4], blocks[3], *blocks[4:]]))
    done = repair(path)
    assert (done.dropped, done.lost) == (1, ())
    assert path.read_bytes() == DATA


def test_a_wrong_number_does_not_move_the_others(path: Path) -> None:
    path.write_bytes(DATA.replace(b"seq = 4\n", b"seq = 94\n"))
    assert repair(path).lost == (4,)
    assert [event.seq for event in read(path).events] == list(range(1, len(SAMPLE) + 1))


def test_a_wrong_time_does_not_move_the_others(path: Path) -> None:
    path.write_bytes(DATA.replace(b"t = 0.75\n", b"t = 900.0\n"))
    assert codes(path)[0] == "edited"
    assert repair(path).resealed == (4,)
    assert [event.t for event in read(path).events[3:]] == [0.5, *(e.t for e in SAMPLE[4:])]
    assert codes(path) == []


def test_an_early_time_is_brought_up(path: Path) -> None:
    events = (*SAMPLE[:3], SAMPLE[3].model_copy(update={"t": 0.1}), *SAMPLE[4:])
    path.write_bytes(short.file_of(events))
    assert codes(path) == ["time"]
    repair(path)
    assert codes(path) == []
    assert read(path).events[3].t == 0.5


def test_a_broken_opening_is_made_anew(path: Path) -> None:
    path.write_bytes(DATA.replace(b"header_crc = ", b"header_crc == "))
    assert repair(path).lost == (1,)
    assert read(path).events == SAMPLE


def test_a_changed_header_is_sealed_anew(path: Path) -> None:
    path.write_bytes(DATA.replace(b"Our morning", b"Our evening"))
    assert repair(path).resealed == (1,)
    reading = read(path)
    assert not reading.header_broken
    assert reading.condition.header_edited  # said for good, and beside every threshold
    assert reading.header.policy.edited
    found = summary_of(path)
    assert found is not None
    assert found.header_edited
    assert reading.header.title == "Our evening"
    assert isinstance(reading.events[0], SessionOpened)
    assert codes(path) == []


def test_windows_newlines_are_put_back(path: Path) -> None:
    path.write_bytes(DATA.replace(b"\n", b"\r\n"))
    done = repair(path)
    assert [step.code for step in done.steps] == ["newlines"]
    assert (done.resealed, done.lost) == ((), ())
    assert path.read_bytes() == DATA


def test_a_torn_tail_is_left_to_the_backup(path: Path) -> None:
    path.write_bytes(DATA + b"[[event]]\nse")
    done = repair(path)
    assert [(d.code, d.params) for d in done.steps] == [("torn-left-out", {"bytes": 12})]
    assert path.read_bytes() == DATA
    assert done.backup is not None
    assert done.backup.read_bytes().endswith(b"[[event]]\nse")


def test_backups_pile_up(path: Path) -> None:
    for text in (b"Stay", b"Run"):
        path.write_bytes(DATA.replace(b'what = "Go"', b'what = "%s"' % text))
        repair(path)
    assert names(path) == {"one.toml", "one.toml.bak", "one.toml.bak2"}


def test_comments_survive_a_repair(path: Path) -> None:
    noted = DATA.replace(b"\n\n[[event]]\nseq = 3", b"\n\n# Ana was late\n\n[[event]]\nseq = 3")
    path.write_bytes(noted.replace(b'what = "Go"', b'what = "Stay"'))
    repair(path)
    assert b"# Ana was late\n" in path.read_bytes()
    assert codes(path) == []


def test_a_broken_header_takes_a_person(path: Path) -> None:
    data = DATA.replace(b"seed = 7", b"seed = ")
    path.write_bytes(data)
    with pytest.raises(SessionError) as caught:
        repair(path)
    assert caught.value.code == "bad-header"
    assert path.read_bytes() == data


@pytest.mark.slow
@pytest.mark.parametrize("flip", [1, 8, 255])
def test_any_flipped_byte_can_be_repaired(path: Path, flip: int) -> None:
    events = short.numbered(
        NoteRecorded(note="n", text="hello"), NoteRecorded(note="m", text="you")
    )
    data = bytearray(short.file_of(events))
    for index in range(len(HEADER) + 12, len(data), 3):
        for left in path.parent.glob("one.toml.*"):
            left.unlink()
        data[index] ^= flip
        path.write_bytes(data)
        repair(path)
        assert codes(path) == []
        reading = read(path)
        assert reading.writable
        assert len(reading.events) in (2, 3)
        data[index] ^= flip
