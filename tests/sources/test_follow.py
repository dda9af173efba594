"""Following a session that somebody else writes: whole blocks only, come what may."""

from __future__ import annotations

import errno
from datetime import timedelta
from pathlib import Path

import pytest
from support.asking import Room
from support.disks import BadDisk, opened, running, until
from support.journals import file_of, numbered, sample
from support.narrow import round_of, the
from support.sessions import OPENED, header

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.fold import fold
from mops_tui.model.session.state import WorkshopState
from mops_tui.sources.follow import LOOKS_BEFORE_LISTING, LOOKS_UNTIL_WRITER_GONE, Follower
from mops_tui.sources.live import LiveSession
from mops_tui.storage.locking.locks import SessionLock
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import crc_of, encode
from mops_tui.storage.sessions.durable import DurableLength, note_path
from mops_tui.storage.sessions.journal import header_bytes
from mops_tui.storage.sessions.recovery import recover
from mops_tui.storage.sessions.repairing.repair import repair

WHERE = "demo/where"
EVENTS = sample()
WHOLE = file_of(EVENTS)


def after(count: int) -> WorkshopState:
    return fold(header(), EVENTS[:count])


def follower(path: Path) -> Follower:
    return Follower(path, path.parent)


def add(path: Path, data: bytes) -> None:
    with path.open("ab") as file:
        file.write(data)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A session of two events."""
    made = tmp_path / "s.toml"
    made.write_bytes(file_of(EVENTS[:2]))
    return made


# --- growing


def test_what_is_there_is_read_at_the_first_look(path: Path) -> None:
    made = follower(path)
    assert made.poll()
    assert made.header == header()
    assert made.state == after(2)
    assert not made.poll()


def test_it_grows_event_by_event(path: Path) -> None:
    made = follower(path)
    made.poll()
    for number, event in enumerate(EVENTS[2:], 3):
        add(path, encode(event))
        assert made.poll()
        assert made.state == after(number)
        assert not made.poll()


def test_many_at_once(path: Path) -> None:
    made = follower(path)
    made.poll()
    add(path, b"".join(map(encode, EVENTS[2:])))
    assert made.poll()
    assert made.state == after(len(EVENTS))


def test_a_tail_that_is_not_whole_yet_waits_wherever_it_is_cut(path: Path) -> None:
    block = encode(EVENTS[2])
    start = path.read_bytes()
    for cut in range(1, len(block)):
        path.write_bytes(start + block[:cut])
        made = follower(path)
        made.poll()
        assert made.state in (after(2), after(3))
        if cut < len(block.rstrip()):  # the seal is what makes it whole
            assert made.state == after(2), cut
        add(path, block[cut:] + encode(EVENTS[3]))
        made.poll()
        assert made.state == after(4), cut


def test_a_byte_at_a_time_shows_whole_events_only(path: Path) -> None:
    made = follower(path)
    made.poll()
    wanted = [after(n) for n in range(2, len(EVENTS) + 1)]
    for byte in WHOLE[path.stat().st_size :]:
        add(path, bytes([byte]))
        made.poll()
        assert made.state in wanted
    assert made.state == after(len(EVENTS))


# --- stirring


def test_what_stirs_is_new_and_what_was_seen_does_not_stir(path: Path) -> None:
    made = follower(path)
    assert not made.stirred()  # nothing was read yet: that is for the first look
    made.poll()
    assert not made.stirred()
    add(path, encode(EVENTS[2]))
    assert made.stirred()
    made.poll()
    assert not made.stirred()


def test_what_is_written_stirs_once_and_again_when_it_is_durable(path: Path) -> None:
    mark = DurableLength(path)
    mark.publish(path.stat().st_size)
    made = follower(path)
    made.poll()
    add(path, encode(EVENTS[2]))
    assert made.stirred()
    made.poll()
    assert not made.stirred()  # the disk takes its time: no look helps
    mark.publish(path.stat().st_size)
    assert made.stirred()
    assert made.poll()
    assert not made.stirred()


def test_damage_at_the_end_does_not_stir_for_ever(path: Path) -> None:
    add(path, b"[[event]]\nthis is none\n\n")
    made = follower(path)
    made.poll()
    made.poll()
    assert not made.stirred()


def test_a_file_that_is_replaced_stirs_and_one_that_is_gone_does_not(
    path: Path, tmp_path: Path
) -> None:
    made = follower(path)
    made.poll()
    other = tmp_path / "other"
    other.write_bytes(path.read_bytes())
    other.replace(path)
    assert made.stirred()
    made.poll()
    assert not made.stirred()
    path.unlink()
    assert not made.stirred()


# --- replaced, mended, gone


def test_a_file_that_was_replaced_is_read_anew(path: Path, tmp_path: Path) -> None:
    made = follower(path)
    made.poll()
    other = tmp_path / "other"
    other.write_bytes(WHOLE)
    other.replace(path)
    assert made.poll()
    assert made.state == after(len(EVENTS))


def test_a_file_that_shrank_is_read_anew(path: Path) -> None:
    path.write_bytes(WHOLE)
    made = follower(path)
    made.poll()
    with path.open("r+b") as file:
        file.truncate(len(file_of(EVENTS[:3])))
    assert made.poll()
    assert made.state == after(3)


def test_a_torn_end_is_cut_and_the_session_goes_on(path: Path) -> None:
    made = follower(path)
    made.poll()
    add(path, encode(EVENTS[2])[:-9])
    assert not made.poll()
    assert recover(path) is not None
    add(path, encode(EVENTS[2]))
    made.poll()
    assert made.state == after(3)


def test_a_repair_is_survived(path: Path) -> None:
    notes = [ev.NoteRecorded(note=f"n{n}", text=f"Note {n}") for n in range(3)]
    path.write_bytes(file_of(numbered(*notes)).replace(b'text = "Note 1"', b"text = Note"))
    made = follower(path)
    made.poll()
    assert made.state is not None
    assert set(made.state.notes) == {"n0"}
    repair(path)
    assert made.poll()
    assert set(made.state.notes) == {"n0", "n2"}


def test_an_edited_event_counts_as_in_any_reading(path: Path) -> None:
    path.write_bytes(WHOLE.replace(b'option = "a"', b'option = "b"'))
    made = follower(path)
    made.poll()
    reading = journal.read(path)
    assert reading.edited
    assert made.state == fold(reading.header, reading.events)


def test_a_missing_file_may_appear_and_go_and_come_again(tmp_path: Path) -> None:
    path = tmp_path / "later.toml"
    made = follower(path)
    assert not made.poll()
    assert made.state is None
    path.write_bytes(file_of(EVENTS[:3]))
    assert made.poll()
    assert made.state == after(3)
    path.rename(tmp_path / "away")
    assert not made.poll()
    assert made.state == after(3)
    path.write_bytes(WHOLE)
    assert made.poll()
    assert made.state == after(len(EVENTS))


def test_a_header_that_is_not_whole_yet_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(WHOLE[:40])
    made = follower(path)
    assert not made.poll()
    path.write_bytes(WHOLE)
    assert made.poll()
    assert made.state == after(len(EVENTS))


def test_following_writes_nothing(path: Path) -> None:
    made = follower(path)
    path.chmod(0o400)
    before = path.read_bytes()
    made.poll()
    made.poll()
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


# --- a live session


async def test_it_sees_what_the_facilitator_made_durable(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session:
        made = Follower(session.path, tmp_path)
        session.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        await session.settled()
        made.poll()
        assert made.state == session.durable
        session.ask(cmd.Blank(True))
        await session.settled()
        made.poll()
        assert made.state == session.durable


async def test_a_crash_and_a_resume_are_survived(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session:
        await session.settled()
        path = session.path
    made = Follower(path, tmp_path)
    made.poll()
    add(path, b"[[event]]\nseq = 99")  # what a crash leaves
    assert not made.poll()
    async with running(LiveSession.resume(path)) as session:
        session.ask(cmd.CastVote(WHERE, "p2", Choice("b")))
        await session.settled()
        made.poll()
        assert made.state == session.durable
        round_ = round_of(made.state, WHERE)
        assert round_ is not None
        assert set(round_.votes) == {"p2"}


# --- whichever is run


def keep(folder: Path, session_id: str, *more: cmd.Command, hour: int = 9) -> Path:
    room = Room(id=session_id, opened=f"2026-11-02T{hour:02}:30:00+00:00")
    room.do(cmd.Join("p1", "Mara"), *more)
    head = header_bytes(room.header)
    opening = room.events[0].model_copy(update={"header_crc": crc_of(head)})
    path = folder / f"{session_id}.toml"
    path.write_bytes(head + b"".join(map(encode, (opening, *room.events[1:]))))
    return path


def look(made: Follower, times: int = LOOKS_BEFORE_LISTING + 1) -> None:
    for _ in range(times):
        made.poll()


def test_without_a_name_it_waits_for_a_session_that_runs(tmp_path: Path) -> None:
    made = Follower(None, tmp_path)
    keep(tmp_path, "old", cmd.Close())
    look(made)
    assert made.state is None
    running_one = keep(tmp_path, "new", hour=12)
    with SessionLock(running_one):
        look(made)
    assert made.path == running_one
    assert made.header is not None
    assert made.header.id == "new"


def test_while_a_session_runs_it_looks_at_no_other(tmp_path: Path) -> None:
    first = keep(tmp_path, "first")
    made = Follower(None, tmp_path)
    with SessionLock(first):
        look(made)
        with SessionLock(keep(tmp_path, "second", hour=12)):
            look(made)
    assert made.path == first


def test_what_was_left_unfinished_is_not_a_session_that_runs(tmp_path: Path) -> None:
    keep(tmp_path, "crashed", hour=12)
    made = Follower(None, tmp_path)
    look(made)
    assert made.state is None
    with SessionLock(keep(tmp_path, "today")):
        look(made)
    assert made.header is not None
    assert made.header.id == "today"


def test_after_the_close_the_next_one_is_taken(tmp_path: Path) -> None:
    first = keep(tmp_path, "first")
    made = Follower(None, tmp_path)
    with SessionLock(first):
        look(made)
    keep(tmp_path, "first", cmd.Close())
    look(made)
    assert made.path == first
    assert made.state is not None
    assert made.state.phase == "closed"
    second = keep(tmp_path, "second", hour=12)
    with SessionLock(second):
        look(made)
    assert made.path == second
    assert made.state.phase != "closed"


async def test_a_session_that_goes_on_elsewhere_is_followed_there(tmp_path: Path) -> None:
    async with running(opened(tmp_path / "one")) as session:
        await session.settled()
        old = session.path
        made = follower(old)
        assert made.poll()
        await session.continue_in(tmp_path / "two")
        session.ask(cmd.CountHeads(7))
        await session.settled()
        for _ in range(LOOKS_BEFORE_LISTING):
            made.poll()
        assert made.path == session.path != old
        assert made.state == session.durable


# --- durable


def test_what_is_not_durable_yet_is_not_shown(path: Path) -> None:
    mark = DurableLength(path)
    mark.publish(path.stat().st_size)
    made = follower(path)
    assert made.poll()
    add(path, encode(EVENTS[2]))
    assert not made.poll()
    assert made.state == after(2)
    mark.publish(path.stat().st_size)
    assert made.poll()
    assert made.state == after(3)


def test_a_writer_that_died_between_the_disk_and_the_mark_hides_nothing_for_long(
    path: Path,
) -> None:
    DurableLength(path).publish(path.stat().st_size)
    made = follower(path)
    made.poll()
    add(path, encode(EVENTS[2]))
    assert not made.poll()
    for _ in range(LOOKS_UNTIL_WRITER_GONE + 1):
        made.poll()
    assert made.state == after(3)


async def test_a_reveal_that_the_disk_refuses_is_not_seen_on_the_stage(tmp_path: Path) -> None:
    disk = BadDisk(tmp_path)
    async with running(opened(tmp_path, disk)) as session:
        session.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        await session.settled()
        made = follower(session.path)
        made.poll()
        disk.fsync_error = errno.EIO
        session.ask(cmd.Reveal(WHERE))
        await until(session, lambda: bool(session.saving.trouble))
        made.poll()
        assert made.state is not None
        assert round_of(made.state, WHERE).phase == "open"
        disk.heal()
        await session.settled()
        made.poll()
        assert round_of(made.state, WHERE).phase == "revealed"


async def test_while_one_session_rests_another_that_begins_is_followed(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as first:
        await first.settled()
        made = Follower(None, tmp_path)
        made.poll()
        assert made.path == first.path
        first.pause()
        await first.settled()
        head = header(id="s-2", opened=OPENED + timedelta(days=1))
        second = LiveSession.create(tmp_path, head)
        async with running(second):
            await second.settled()
            for _ in range(LOOKS_BEFORE_LISTING + 1):
                made.poll()
            assert made.path == second.path


def test_a_disk_that_takes_its_time_is_no_writer_that_died(path: Path) -> None:
    mark = DurableLength(path)
    mark.publish(path.stat().st_size)
    made = follower(path)
    made.poll()
    with SessionLock(path):
        add(path, encode(EVENTS[2]))
        for _ in range(2 * LOOKS_UNTIL_WRITER_GONE + 2):
            made.poll()
        assert made.state == after(2)
    for _ in range(LOOKS_UNTIL_WRITER_GONE + 1):
        made.poll()
    assert made.state == after(3)


def test_half_a_mark_of_a_writer_that_died_blocks_nothing_for_long(path: Path) -> None:
    note_path(path).write_bytes(b"")
    made = follower(path)
    for _ in range(LOOKS_UNTIL_WRITER_GONE + 2):
        made.poll()
    assert made.state == after(2)


async def test_after_a_move_the_old_copy_is_never_shown_again(tmp_path: Path) -> None:
    async with running(opened(tmp_path / "old")) as session:
        await session.settled()
        made = Follower(None, tmp_path / "old")
        made.poll()
        await session.continue_in(tmp_path / "new")
        session.pause()
        await session.settled()
        seen = set()
        for _ in range(4 * LOOKS_BEFORE_LISTING):
            made.poll()
            assert made.state is not None
            seen.add((made.path, the(made.state).phase))
        assert (session.path, "paused") in seen
        seen_last = (made.path, the(made.state).phase)
        for _ in range(3 * LOOKS_BEFORE_LISTING):
            made.poll()
            assert (made.path, the(made.state).phase) == seen_last == (session.path, "paused")


async def test_of_two_ends_the_one_that_goes_on_is_followed(tmp_path: Path) -> None:
    """Somebody has chosen the shorter of two copies at home: the stage goes there, too."""
    async with running(opened(tmp_path)) as session:
        session.ask(cmd.CountHeads(5))
        session.pause()
        await session.settled()
        longer = session.path
    copy = tmp_path / "a copy.toml"
    copy.write_bytes(longer.read_bytes())
    for heads in (6, 7):
        async with running(LiveSession.resume(longer)) as session:
            session.ask(cmd.CountHeads(heads))
            session.pause()
            await session.settled()
    async with running(LiveSession.resume(copy)) as session:
        session.ask(cmd.CountHeads(8))
        await session.settled()
        follows = Follower(None, tmp_path)
        follows.poll()
        assert follows.path == copy
        assert follows.state is not None
        assert follows.state.head_count == 8
