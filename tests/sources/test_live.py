"""A live session: what is acknowledged is on the disk, whatever the disk does meanwhile."""

from __future__ import annotations

import asyncio
import errno
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from support.disks import PATIENCE, BadDisk, GatedDisk, Ticks, opened, running, until
from support.narrow import a, round_of
from support.sessions import header

from mops_tui.model.packs.questions import CurveQuestion
from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.ballots import Choice, Ideas
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.fold import fold
from mops_tui.model.session.state import View
from mops_tui.model.text.limits import MOST_NAME, MOST_WORDS
from mops_tui.sources import saver
from mops_tui.sources.live import LiveSession
from mops_tui.storage.files.errors import Busy, SessionError, WriteFailed
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.moved import moved_to

ROOT = Path(__file__).resolve().parents[2]
WHERE = "demo/where"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A failed write is tried again at once, so that no test waits for the clock."""
    monkeypatch.setattr(saver, "RETRY_SECONDS", 0.01)


def votes_in(path: Path) -> list[tuple[str, str | None]]:
    return [
        (event.participant, event.option)
        for event in journal.read(path).events
        if isinstance(event, ev.VoteCast)
    ]


def sound(session: LiveSession) -> None:
    """The file holds exactly what was decided: no event missing, none twice, none torn."""
    reading = journal.read(session.path)
    assert reading.writable
    assert not reading.edited
    assert [event.seq for event in reading.events] == list(range(1, len(reading.events) + 1))
    assert fold(reading.header, reading.events) == session.durable == session.head


# --- acknowledging


async def test_a_vote_is_durable_only_once_fsync_is_through(tmp_path: Path) -> None:
    disk = GatedDisk()
    async with running(opened(tmp_path, disk)) as session:
        await session.settled()
        disk.hold()
        session.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        await asyncio.wait_for(disk.waiting.wait(), PATIENCE)
        assert round_of(session.head, WHERE).voted == 1
        assert round_of(session.durable, WHERE).voted == 0
        assert session.saving.waiting == 1
        assert not session.saving.trouble
        disk.release()
        await session.settled()
        assert round_of(session.durable, WHERE).voted == 1
        assert session.saving.waiting == 0
        sound(session)


async def test_what_comes_while_the_disk_is_busy_shares_one_fsync(tmp_path: Path) -> None:
    disk = GatedDisk()
    async with running(opened(tmp_path, disk, people=50)) as session:
        await session.settled()
        disk.hold()
        session.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        await asyncio.wait_for(disk.waiting.wait(), PATIENCE)
        for seat in range(2, 51):
            session.ask(cmd.CastVote(WHERE, f"p{seat}", Choice("b")))
        before = len(disk.synced)
        disk.release()
        await session.settled()
        assert len(disk.synced) == before + 2
        sound(session)


async def test_five_hundred_votes_at_once_are_in_the_file_once_each(tmp_path: Path) -> None:
    async with running(opened(tmp_path, people=500)) as session:
        for seat in range(1, 501):
            session.ask(cmd.CastVote(WHERE, f"p{seat}", Choice("abc"[seat % 3])))
        await session.settled()
        expected = [(f"p{seat}", "abc"[seat % 3]) for seat in range(1, 501)]
        assert votes_in(session.path) == expected
        sound(session)


async def test_a_refused_command_writes_nothing(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session:
        await session.settled()
        size = session.path.stat().st_size
        assert isinstance(session.ask(cmd.CastVote(WHERE, "nobody", Choice("a"))), Refusal)
        assert session.ask(cmd.Blank(on=False)) == ()
        await session.settled()
        assert session.path.stat().st_size == size


async def test_a_screen_that_fails_does_not_end_the_writing(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session:
        await session.settled()
        complaints: list[str] = []
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: complaints.append(context["message"]))
        durable = session.durable.seq

        def broken() -> None:
            if session.durable.seq > durable:
                raise RuntimeError("a bug of the screen")

        session.subscribe(broken)
        session.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        await session.settled()
        await until(session, lambda: bool(complaints))
        assert votes_in(session.path) == [("p1", "a")]


async def test_whoever_has_unsubscribed_is_left_alone(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session:
        calls: list[int] = []
        end = session.subscribe(lambda: calls.append(1))
        session.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        assert calls
        end()
        end()
        before = len(calls)
        session.ask(cmd.CastVote(WHERE, "p1", Choice("b")))
        await session.settled()
        assert len(calls) == before


# --- a disk that fails


@pytest.mark.parametrize("takes", [0, 1, 100, 2000])
async def test_a_full_disk_keeps_the_votes_until_there_is_room(tmp_path: Path, takes: int) -> None:
    disk = BadDisk()
    async with running(opened(tmp_path, disk, people=30)) as session:
        await session.settled()
        durable = session.durable
        disk.full_after = takes
        for seat in range(1, 31):
            session.ask(cmd.CastVote(WHERE, f"p{seat}", Choice("a")))
        await until(session, lambda: bool(session.saving.trouble))
        assert session.saving.waiting == 30
        assert session.saving.trouble == os.strerror(errno.ENOSPC)
        assert session.durable == durable
        session.ask(cmd.SetTally("demo/where", ()))
        assert session.saving.waiting == 31  # people go on voting
        disk.heal()
        await session.settled()
        assert not session.saving.trouble
        assert session.saving.waiting == 0
        assert votes_in(session.path) == [(f"p{seat}", "a") for seat in range(1, 31)]
        sound(session)


async def test_a_failed_fsync_is_not_believed_when_the_next_one_succeeds(tmp_path: Path) -> None:
    disk = BadDisk()
    async with running(opened(tmp_path, disk)) as session:
        await session.settled()
        disk.fsync_error = errno.EIO
        session.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        await until(session, lambda: bool(session.saving.trouble))
        assert session.saving.trouble == os.strerror(errno.EIO)
        assert round_of(session.durable, WHERE).voted == 0
        disk.heal()
        await session.settled()
        assert votes_in(session.path) == [("p1", "a")]
        sound(session)


async def test_a_reveal_waits_until_every_vote_is_saved(tmp_path: Path) -> None:
    disk = BadDisk()
    async with running(opened(tmp_path, disk)) as session:
        await session.settled()
        disk.fsync_error = errno.EIO
        session.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        await until(session, lambda: bool(session.saving.trouble))
        together = cmd.together((cmd.CloseRound(WHERE), cmd.Reveal(WHERE)))
        for command in (cmd.Reveal(WHERE), together):
            assert session.refuses(command) == Refusal("votes-unsaved")
            assert session.ask(command) == Refusal("votes-unsaved")
        assert round_of(session.head, WHERE).phase == "open"
        assert not isinstance(session.ask(cmd.CloseRound(WHERE)), Refusal)
        disk.heal()
        await session.settled()
        assert session.refuses(cmd.Reveal(WHERE)) is None
        assert round_of(session.head, WHERE).phase == "closed"
        assert not isinstance(session.ask(cmd.Reveal(WHERE)), Refusal)


async def test_a_restore_that_fails_too_is_tried_again(tmp_path: Path) -> None:
    disk = BadDisk()
    async with running(opened(tmp_path, disk)) as session:
        await session.settled()
        disk.full_after, disk.open_error = 3, errno.EACCES
        session.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        await until(session, lambda: session.saving.trouble == os.strerror(errno.EACCES))
        disk.heal()
        await session.settled()
        assert votes_in(session.path) == [("p1", "a")]
        sound(session)


async def test_a_session_carries_on_in_another_folder(tmp_path: Path) -> None:
    full, room = tmp_path / "full", tmp_path / "room"
    disk = BadDisk(full)
    async with running(opened(full, disk)) as session:
        await session.settled()
        disk.full_after = 10
        session.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        session.ask(cmd.CastVote(WHERE, "p2", Choice("b")))
        await until(session, lambda: bool(session.saving.trouble))
        path = await session.continue_in(room)
        await session.settled()
        assert path == session.path == room / "s-1.toml"
        assert moved_to(full / "s-1.toml") == path
        assert not session.saving.trouble
        assert votes_in(path) == [("p1", "a"), ("p2", "b")]
        sound(session)
        disk.heal()
        with pytest.raises(Busy):
            LiveSession.resume(path)
        left = LiveSession.resume(full / "s-1.toml")  # the old file is free, and whole
        left.close()


async def test_a_folder_that_cannot_be_made_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    async with running(opened(tmp_path / "here")) as session:
        await session.settled()
        with pytest.raises(SessionError):
            await session.continue_in(tmp_path / "file")
        session.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        await session.settled()
        assert votes_in(tmp_path / "here" / "s-1.toml") == [("p1", "a")]


async def test_a_file_that_somebody_deletes_can_be_carried_on_elsewhere(tmp_path: Path) -> None:
    async with running(opened(tmp_path / "one")) as session:
        await session.settled()
        session.path.unlink()
        session.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        await until(session, lambda: session.saving.trouble == "gone")
        await session.continue_in(tmp_path / "two")
        await session.settled()
        sound(session)


async def test_ending_gives_up_on_a_disk_that_takes_nothing(tmp_path: Path) -> None:
    disk = BadDisk()
    session = opened(tmp_path, disk)
    async with running(session):
        await session.settled()
        disk.fsync_error = errno.EIO
        session.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        await until(session, lambda: bool(session.saving.trouble))
    assert session.saving.waiting == 1


# --- coming back


async def test_what_was_acknowledged_is_there_after_the_program_died(tmp_path: Path) -> None:
    session = opened(tmp_path, people=20)
    task = asyncio.create_task(session.run())
    for seat in range(1, 11):
        session.ask(cmd.CastVote(WHERE, f"p{seat}", Choice("a")))
    await session.settled()
    acknowledged = session.durable
    task.cancel()
    for seat in range(11, 21):
        session.ask(cmd.CastVote(WHERE, f"p{seat}", Choice("b")))  # never reaches the disk
    with session.path.open("ab") as file:
        file.write(b'[[event]]\nseq = 99\nkind = "vote-ca')
    session._saver._pen._lock.release()  # as the system does for a process that died

    back = LiveSession.resume(session.path, Ticks(900))
    assert back.recovery is not None
    assert back.recovery.code == "recovered"
    assert back.durable == acknowledged
    async with running(back):
        await back.settled()
        last = journal.read(back.path).events[-1]
        assert isinstance(last, ev.SessionResumed)
        assert last.after_crash
        back.ask(cmd.CastVote(WHERE, "p11", Choice("c")))
        await back.settled()
        assert [who for who, _ in votes_in(back.path)] == [f"p{seat}" for seat in range(1, 12)]
        sound(back)
    session._saver._pen.leave()


KILLED = """
import asyncio, sys
from pathlib import Path
from support.disks import opened
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice

async def main():
    session = opened(Path(sys.argv[1]), people=2000)
    task = asyncio.create_task(session.run())
    for seat in range(1, 2001):
        session.ask(cmd.CastVote("demo/where", f"p{seat}", Choice("a")))
        if seat % 7 == 0:
            await session.settled()
            print(session.durable.round("demo/where").voted, flush=True)

asyncio.run(main())
"""


@pytest.mark.slow
def test_kill_nine_in_the_middle_of_voting(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))},
    )
    assert process.stdout is not None
    told = [int(process.stdout.readline()) for _ in range(20)]
    process.kill()
    told += [int(line) for line in process.communicate()[0].split()]

    async def back() -> None:
        async with running(LiveSession.resume(tmp_path / "s-1.toml")) as session:
            await session.settled()
            assert round_of(session.durable, WHERE).voted >= told[-1]
            counted = Counter(votes_in(session.path))
            assert set(counted.values()) == {1}
            sound(session)

    asyncio.run(back())


async def test_the_night_between_two_days_does_not_count(tmp_path: Path) -> None:
    clock = Ticks()
    session = LiveSession.create(tmp_path, header(), clock)
    async with running(session):
        session.ask(cmd.Show(View("question", WHERE)))
        clock.t = 600
        session.pause()
        session.pause()
        await session.settled()
        assert session.durable.phase == "paused"
    kinds = [event.kind for event in journal.read(session.path).events]
    assert kinds.count("session-paused") == 1
    async with running(LiveSession.resume(session.path, Ticks(60_000))) as back:
        await back.settled()
        assert back.recovery is None
        assert back.durable.phase == "open"
        assert back.durable.active(60_010) == pytest.approx(610)
        assert back.durable.view.key == ("question", WHERE)


async def test_a_closed_session_can_be_opened_again(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session:
        session.ask(cmd.Close())
        assert session.ask(cmd.CastVote(WHERE, "p1", Choice("a"))) == Refusal("session-closed")
        await session.settled()
    async with running(LiveSession.resume(session.path, Ticks(50))) as back:
        back.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        await back.settled()
        assert votes_in(back.path) == [("p1", "a")]


async def test_a_session_that_died_before_its_first_event_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "s-1.toml"
    journal.create(path, header())
    async with running(LiveSession.resume(path, Ticks())) as session:
        await session.settled()
        reading = journal.read(path)
        assert [event.kind for event in reading.events] == ["session-opened"]
        assert not reading.header_edited


async def test_the_clock_of_a_resumed_session_never_goes_back(tmp_path: Path) -> None:
    clock = Ticks(500)
    async with running(LiveSession.create(tmp_path, header(), clock)) as session:
        await session.settled()
    async with running(LiveSession.resume(session.path, Ticks(3))) as back:
        await back.settled()
        assert journal.read(back.path).damage is None
        assert back.durable.t == 500


# --- who may write


async def test_a_second_writer_is_told_who_has_the_session(tmp_path: Path) -> None:
    async with running(opened(tmp_path)) as session:
        await session.settled()
        before = session.path.read_bytes()
        with pytest.raises(Busy) as caught:
            LiveSession.resume(session.path)
        assert caught.value.pid == os.getpid()
        assert session.path.read_bytes() == before
    LiveSession.resume(session.path).close()


@pytest.mark.parametrize("what", ["missing", "folder", "damaged", "not-a-session"])
def test_what_cannot_be_resumed_is_left_alone_and_free(tmp_path: Path, what: str) -> None:
    path = tmp_path / "s-1.toml"
    if what == "folder":
        path.mkdir()
    elif what == "damaged":
        journal.create(path, header())
        path.write_bytes(path.read_bytes() + b'[[event]]\nx = \ncrc = "00000000"\n\n' * 2)
    elif what == "not-a-session":
        path.write_bytes(b"\0\1\2")
    for _ in range(2):  # the first refusal must not keep the lock
        with pytest.raises(SessionError) as caught:
            LiveSession.resume(path)
        assert caught.value.code == what
    left = {file.name for file in tmp_path.iterdir()} - {"s-1.toml", "s-1.toml.lock"}
    assert not left
    if what == "missing":
        assert not (tmp_path / "s-1.toml.lock").exists()


def test_a_disk_that_cannot_open_the_file_leaves_no_lock(tmp_path: Path) -> None:
    disk = BadDisk()
    disk.open_error = errno.EIO
    with pytest.raises(WriteFailed):
        LiveSession.create(tmp_path, header(), Ticks(), disk)
    assert list(tmp_path.iterdir()) == []  # no lock, and no session that was never begun
    LiveSession.create(tmp_path, header(), Ticks()).close()


# --- hostile text

HOSTILE = {
    "markup": "[/ hi [b] [@click=app.quit]x[/]",
    "escape codes": "\x1b[31mred\x1b[0m\x1b]0;title\x07\x00",
    "framing": '\n[[event]]\nkind = "lost"\ncrc = "00000000"\n\n',
    "right to left": "\u202e\u05e9\u05dc\u05d5\u05dd\u2066x\u200f",
    "joined": "👩‍👩‍👧‍👦🏳️‍🌈",
    "wide": "漢字かな交じり文",
    "quotes": "\"\"\" ''' \\ \\u0000 { } # =",
    "lone surrogates": "a\ud83db\udc00c",
    "a pair in halves": "\ud83d\ude00",
    "long": "ß" * 10_000,
    "very long": "x" * 30_000 + "\ud800",
}
FITTED = {
    "lone surrogates": "a\ufffdb\ufffdc",
    "a pair in halves": "😀",
    "very long": "x" * 30_000,
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_text_is_kept_and_raises_nothing(tmp_path: Path, name: str) -> None:
    typed = HOSTILE[name]
    kept = FITTED.get(name, typed)
    short, long = kept[:MOST_NAME].strip(), kept[:MOST_WORDS]
    async with running(opened(tmp_path)) as session:
        made = [
            session.ask(command)
            for command in (
                cmd.Join("p9", typed, typed),
                cmd.Describe("p1", f"1{typed}", typed),
                cmd.RecordNote("n", typed, about=typed),
                cmd.RecordDecision("d", "demo", typed, typed, typed, 3, typed),
                cmd.RecordAction("a", typed, who=typed, by=typed),
                cmd.AddOption("demo/waves", "w-1", typed),
                cmd.Show(View("question", "demo/ideas")),
            )
        ]
        assert not [one for one in made if isinstance(one, Refusal)]
        idea = session.ask(cmd.CastVote("demo/ideas", "p1", Ideas((typed,))))
        for command in (
            cmd.Join(typed),
            cmd.CastVote(typed, typed, Choice(typed)),
            cmd.SetTally(WHERE, ((typed, typed, 1),)),
            cmd.ShowPrompt("demo/ideas", typed),
            cmd.ShowCode(on=True),
            cmd.SetAgenda((typed,), 10),
            cmd.Show(View("question", typed)),
        ):
            session.ask(command)
        await session.settled()
        sound(session)
        state = fold(session.header, journal.read(session.path).events)
    assert (state.participants["p9"].name, state.participants["p9"].role) == (short, short)
    assert state.notes["n"].text == long
    decision = state.decisions["d"]
    assert (decision.what, decision.why, decision.dissent) == (long, long, long)
    assert state.actions["a"].who == kept[: ev.NAME_LENGTH]
    label = a(CurveQuestion, state.question("demo/waves")).items[-1].label
    assert label == short[:80]
    if len(kept) > 300:
        assert idea == Refusal("ballot-too-long")
    else:
        assert round_of(state, "demo/ideas").votes["p1"].ballot == Ideas((kept,))
