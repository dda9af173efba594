"""Practice journals: one file a month, every answer on the disk before it counts, nothing lost."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from click.testing import CliRunner

from mops_tui.cli.commands import main
from mops_tui.model.session.events import AnswerCommitted, CardAnswered, SessionOpened
from mops_tui.sources.background import in_background
from mops_tui.sources.live import LiveSession
from mops_tui.sources.many import read_one
from mops_tui.sources.practice.answers import read_practice
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.sources.replay import record
from mops_tui.sources.saved import read_saved
from mops_tui.storage.files.disk import OsDisk
from mops_tui.storage.files.errors import Busy, SessionError, WriteFailed
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.recovery import check
from mops_tui.storage.sessions.writer import Writer
from mops_tui.words.files.practice import set_aside_sentence
from mops_tui.words.files.sessions import sentence

START = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
LATER = START + timedelta(days=90)


class Wall:
    """A wall clock that a test turns by hand."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=30)
        return self.now


def card(name: str = "demo/one", confidence: int = 60) -> CardAnswered:
    return CardAnswered(
        card=name, digest="0" * 12, answer="a", confidence=confidence, verdict="advised"
    )


def practise(folder: Path, *cards: str, now: datetime = START) -> Path:
    kept = PracticeJournal(folder, Wall(now))
    for name in cards:
        kept.record(card(name))
    kept.close()
    return folder / f"practice-{now:%Y-%m}.toml"


def names(folder: Path) -> list[str]:
    answers, _damaged = read_practice(folder, LATER)
    return [one.event.card for one in answers if isinstance(one.event, CardAnswered)]


# --- one file a month


def test_a_month_is_one_file_in_the_session_format(tmp_path: Path) -> None:
    path = practise(tmp_path, "demo/one")
    assert practise(tmp_path, "demo/two", now=START + timedelta(days=20)) == path
    assert [found.name for found in tmp_path.glob("*.toml")] == ["practice-2026-11.toml"]
    assert names(tmp_path) == ["demo/one", "demo/two"]
    assert check(path) == ()


def test_the_next_month_begins_another_and_both_are_read(tmp_path: Path) -> None:
    practise(tmp_path, "demo/one")
    later = practise(tmp_path, "demo/two", now=START + timedelta(days=40))
    assert later.name == "practice-2026-12.toml"
    assert names(tmp_path) == ["demo/one", "demo/two"]


def test_a_window_left_open_over_the_end_of_a_month_goes_on_in_the_next(tmp_path: Path) -> None:
    clock = Wall()
    kept = PracticeJournal(tmp_path, clock)
    kept.record(card("demo/one"))
    clock.now = datetime(2026, 12, 1, 0, 0, tzinfo=UTC)
    kept.record(card("demo/two"))
    with pytest.raises(Busy):
        PracticeJournal(tmp_path, clock)
    kept.close()
    files = sorted(tmp_path.glob("*.toml"))
    assert [path.name for path in files] == ["practice-2026-11.toml", "practice-2026-12.toml"]
    assert [len(journal.read(path).events) for path in files] == [2, 2]
    practise(tmp_path, "demo/three", now=datetime(2026, 12, 1, 0, 5, tzinfo=UTC))
    assert names(tmp_path) == ["demo/one", "demo/two", "demo/three"]
    PracticeJournal(tmp_path, Wall()).close()  # the old month's lock is free


def test_where_the_next_month_cannot_be_begun_the_old_one_goes_on(tmp_path: Path) -> None:
    clock = Wall()
    kept = PracticeJournal(tmp_path, clock)
    clock.now = datetime(2026, 12, 1, 0, 0, tzinfo=UTC)
    other = PracticeJournal(tmp_path, clock)
    kept.record(card("demo/one"))
    assert len(journal.read(tmp_path / "practice-2026-11.toml").events) == 2
    other.close()
    kept.close()


def test_a_month_ends_at_the_persons_own_midnight(tmp_path: Path) -> None:
    east = timezone(timedelta(hours=11))
    path = practise(tmp_path, "demo/one", now=datetime(2026, 12, 1, 0, 30, tzinfo=east))
    assert path.name == "practice-2026-12.toml"
    [one] = read_practice(tmp_path, LATER)[0]
    assert one.when.tzinfo is UTC
    assert one.when.month == 11


def test_there_is_no_copy_of_the_packs_in_it(tmp_path: Path) -> None:
    header = journal.read(practise(tmp_path, "demo/one")).header
    assert header.session == "practice"
    assert header.workshop.scenarios == ()


def test_an_answer_carries_card_digest_answer_confidence_and_verdict(tmp_path: Path) -> None:
    practise(tmp_path, "demo/one")
    answers, damaged = read_practice(tmp_path, LATER)
    assert damaged == ()
    [one] = answers
    assert isinstance(one.event, CardAnswered)
    event = one.event
    assert (event.card, event.digest, event.answer) == ("demo/one", "0" * 12, "a")
    assert (event.confidence, event.verdict) == (60, "advised")
    assert START < one.when < START + timedelta(minutes=5)


def test_a_month_with_keys_of_next_year_goes_on_after_its_first_event_was_damaged(
    tmp_path: Path,
) -> None:
    path = practise(tmp_path, "demo/one")
    header, opening, rest = path.read_bytes().split(b"[[event]]")
    later = header.rstrip() + b"\n\n[later]\nx = 1\n\n"
    path.write_bytes(b"[[event]]".join((later, opening.replace(b"opened", b"openfd"), rest)))
    assert practise(tmp_path, "demo/two") == path
    assert names(tmp_path) == ["demo/one", "demo/two"]
    assert path.read_bytes().startswith(later)
    assert [one.name for one in tmp_path.glob("*.unreadable*")] == []


def test_what_is_walked_is_kept_too(tmp_path: Path) -> None:
    kept = PracticeJournal(tmp_path, Wall())
    said = AnswerCommitted(question="demo/where", digest="1" * 12, answer="Alpha", confidence=95)
    kept.record(said)
    kept.close()
    [one] = read_practice(tmp_path, LATER)[0]
    assert isinstance(one.event, AnswerCommitted)
    assert one.event.answer == "Alpha"


# --- durable


def test_an_answer_is_on_the_disk_before_it_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = PracticeJournal(tmp_path, Wall())
    synced: list[int] = []
    fsync = OsDisk.fsync

    def watched(disk: OsDisk, fd: int) -> None:
        fsync(disk, fd)
        synced.append(fd)

    monkeypatch.setattr(OsDisk, "fsync", watched)
    kept.record(card())
    assert len(synced) == 1
    assert names(tmp_path) == ["demo/one"]  # read by somebody else while it is open
    kept.close()


def test_where_the_file_was_taken_away_practice_goes_on_in_another(tmp_path: Path) -> None:
    path = tmp_path / "practice-2026-11.toml"
    kept = PracticeJournal(tmp_path, Wall())
    kept.record(card("demo/one"))
    path.rename(tmp_path / "elsewhere.toml")
    kept.record(card("demo/two"))
    path.write_bytes(path.read_bytes()[:-40])  # a sync put an older one there, or half of one
    kept.record(card("demo/three"))
    kept.close()
    assert names(tmp_path) == ["demo/three"]
    with pytest.raises(WriteFailed):
        kept.record(card("demo/four"))


# --- a clock that was ahead


def test_a_clock_that_was_ahead_and_is_put_right_leaves_the_later_days_alone(
    tmp_path: Path,
) -> None:
    """In one window, and in the next; no journal goes back in time."""
    clock = Wall(START + timedelta(days=9))
    kept = PracticeJournal(tmp_path, clock)
    kept.record(card("demo/ahead"))
    clock.now = START
    kept.record(card("demo/right"))
    kept.close()
    practise(tmp_path, "demo/next", now=START + timedelta(days=1))
    practise(tmp_path, "demo/later", now=START + timedelta(days=11))
    answers, damaged = read_practice(tmp_path, LATER)
    days = [(one.event.card, one.when.day) for one in answers if one.event.kind == "card-answered"]
    assert days == [("demo/ahead", 2), ("demo/right", 2), ("demo/next", 3), ("demo/later", 13)]
    assert damaged == ()
    files = sorted(tmp_path.glob("*.toml"))
    assert [path.name for path in files] == ["practice-2026-11-2.toml", "practice-2026-11.toml"]
    assert all(check(path) == () for path in files)
    assert len({journal.read(path).header.id for path in files}) == 2


@pytest.mark.parametrize("wrong", [timedelta(days=31), timedelta(days=800), timedelta(days=-4000)])
def test_a_clock_that_was_wrong_for_a_month_of_its_own_decides_nothing_later(
    tmp_path: Path, wrong: timedelta
) -> None:
    """Not the order of answers, nor where the next month's file goes."""
    practise(tmp_path, "demo/one")
    astray = practise(tmp_path, "demo/two", now=START + wrong)
    before = astray.read_bytes()
    practise(tmp_path, "demo/three", now=START + timedelta(days=1))
    practise(tmp_path, "demo/four", now=START + timedelta(days=31))
    practise(tmp_path, "demo/five", now=START + timedelta(days=32))
    assert names(tmp_path) == ["demo/one", "demo/two", "demo/three", "demo/four", "demo/five"]
    assert astray.read_bytes() == before
    answers, _damaged = read_practice(tmp_path, LATER)
    assert [(one.when - START).days for one in answers] == [0, 1, 1, 31, 32]
    parts = sorted(journal.read(path).header.part or 0 for path in tmp_path.glob("*.toml"))
    assert parts == [1, 2, 3, 4]


def test_files_of_before_there_were_parts_are_read_by_their_moments(tmp_path: Path) -> None:
    for name, now in (("demo/late", START + timedelta(days=35)), ("demo/early", START)):
        path = practise(tmp_path / name.partition("/")[2], name, now=now)
        old = path.read_bytes().replace(b"part = 1\n", b"")
        (tmp_path / path.name).write_bytes(old)
    practise(tmp_path, "demo/new", now=START + timedelta(days=36))
    assert names(tmp_path) == ["demo/early", "demo/late", "demo/new"]


def test_what_two_computers_wrote_is_read_by_its_moments(tmp_path: Path) -> None:
    for n, folder in enumerate(("a", "b")):
        path = practise(tmp_path / folder, f"demo/{folder}", now=START + timedelta(hours=1 - n))
        (tmp_path / f"practice-2026-11-{folder}.toml").write_bytes(path.read_bytes())
    assert names(tmp_path) == ["demo/b", "demo/a"]


def test_a_clock_that_is_set_back_by_a_moment_begins_no_other_file(tmp_path: Path) -> None:
    clock = Wall()
    kept = PracticeJournal(tmp_path, clock)
    kept.record(card("demo/one"))
    clock.now -= timedelta(seconds=60)
    kept.record(card("demo/two"))
    kept.close()
    assert len(list(tmp_path.glob("*.toml"))) == 1


# --- a file that nothing can go on in


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xff\xfe\0", b"hello", b'id = "x"\nopened = 1\n'])
def test_what_cannot_be_read_is_put_aside_by_name_and_practice_goes_on(
    tmp_path: Path, data: bytes
) -> None:
    for turn in (1, 2):
        path = tmp_path / "practice-2026-11.toml"
        path.write_bytes(data)
        kept = PracticeJournal(tmp_path, Wall())
        (aside,) = kept.set_aside
        kept.record(card("demo/one"))
        kept.close()
        assert (aside.file, aside.now) == (path.name, f"{path.name}.unreadable{turn}")
        assert (tmp_path / aside.now).read_bytes() == data
        assert aside.now in set_aside_sentence(aside)
        assert names(tmp_path) == ["demo/one"]
        assert read_practice(tmp_path, LATER)[1] == ()
    assert PracticeJournal(tmp_path, Wall()).set_aside == ()


def test_what_is_not_ours_to_rename_is_left_and_practice_goes_on_beside_it(tmp_path: Path) -> None:
    (tmp_path / "practice-2026-11.toml").mkdir()
    path = practise(tmp_path / "other", "demo/one")
    newer = path.read_bytes().replace(b"format = 1", b"format = 2", 1)
    (tmp_path / "practice-2026-11-2.toml").write_bytes(newer)
    practise(tmp_path, "demo/one")
    assert (tmp_path / "practice-2026-11-2.toml").read_bytes() == newer
    assert names(tmp_path) == ["demo/one"]
    assert (tmp_path / "practice-2026-11-3.toml").is_file()


# --- where a workshop is wanted


def test_a_practice_journal_is_told_for_what_it_is(tmp_path: Path) -> None:
    path = practise(tmp_path, "demo/one")
    before = path.read_bytes()
    for read in (read_saved, record, read_one, LiveSession.resume):
        with pytest.raises(SessionError) as caught:
            read(path)
        assert caught.value.code == "practice"
        assert "practice journal" in sentence(caught.value, path)
    assert path.read_bytes() == before
    for command in ("report", "replay", "resume", "stage", "compare"):
        more = [str(path)] if command == "compare" else []
        done = CliRunner().invoke(main, [command, str(path), *(more and [str(before_two(path))])])
        assert done.exit_code == 1
        assert done.output.count("practice journal") == 1


def before_two(path: Path) -> Path:
    other = path.with_name("other.toml")
    other.write_bytes(path.read_bytes())
    return other


def test_after_a_failed_write_the_next_answer_goes_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = PracticeJournal(tmp_path, Wall())

    def full(_disk: OsDisk, _fd: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(OsDisk, "fsync", full)
        with pytest.raises(WriteFailed) as refused:
            kept.record(card("demo/one"))
        assert "No space" in str(refused.value.params["reason"])
    kept.record(card("demo/two"))
    kept.close()
    assert names(tmp_path) == ["demo/two"]
    assert check(tmp_path / "practice-2026-11.toml") == ()


def test_time_never_runs_backwards_even_if_the_clock_does(tmp_path: Path) -> None:
    wall = Wall()
    kept = PracticeJournal(tmp_path, wall)
    kept.record(card("demo/one"))
    wall.now -= timedelta(hours=3)
    kept.record(card("demo/two"))
    kept.close()
    answers, damaged = read_practice(tmp_path, LATER)
    assert damaged == ()
    assert len(answers) == 2
    assert answers[0].when <= answers[1].when


# --- damage


def test_a_torn_end_is_cut_kept_beside_it_and_practice_goes_on(tmp_path: Path) -> None:
    path = practise(tmp_path, "demo/one", "demo/two")
    data = path.read_bytes()
    path.write_bytes(data[:-20])
    kept = PracticeJournal(tmp_path, Wall(START + timedelta(hours=1)))
    assert kept.mended is not None
    assert (kept.mended.kept, kept.mended.lost, kept.mended.whole) == (1, 0, False)
    assert kept.mended.torn is not None
    assert (tmp_path / kept.mended.was).exists()
    kept.record(card("demo/three"))
    kept.close()
    assert names(tmp_path) == ["demo/one", "demo/three"]
    assert check(path) == ()


def test_a_place_that_cannot_be_read_is_repaired_and_the_rest_counts(tmp_path: Path) -> None:
    path = practise(tmp_path, "demo/one", "demo/two", "demo/three")
    data = path.read_bytes()
    at = data.index(b'card = "demo/two"')
    path.write_bytes(data[:at] + b"card = demo/two!" + data[at + 17 :])
    assert names(tmp_path) == ["demo/one"]
    kept = PracticeJournal(tmp_path, Wall(START + timedelta(hours=1)))
    kept.record(card("demo/four"))
    kept.close()
    assert names(tmp_path) == ["demo/one", "demo/three", "demo/four"]
    assert any(b"demo/two!" in beside.read_bytes() for beside in tmp_path.glob("*.bak*"))
    assert check(path) == ()


def test_a_beginning_without_events_is_begun(tmp_path: Path) -> None:
    path = practise(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"[[event]]")])
    practise(tmp_path, "demo/one", now=START + timedelta(hours=1))
    reading = journal.read(path)
    assert isinstance(reading.events[0], SessionOpened)
    assert names(tmp_path) == ["demo/one"]
    assert check(path) == ()


def test_a_month_that_is_no_journal_is_named_and_the_others_count(tmp_path: Path) -> None:
    practise(tmp_path, "demo/one")
    (tmp_path / "practice-2026-10.toml").write_text("hello")
    answers, damaged = read_practice(tmp_path, LATER)
    assert len(answers) == 1
    assert damaged == ("practice-2026-10.toml",)


def test_a_refused_disk_leaves_no_lock_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practise(tmp_path, "demo/one")

    def refuse(_disk: OsDisk, _path: Path) -> int:
        raise OSError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(OsDisk, "open", refuse)
        with pytest.raises(WriteFailed):
            PracticeJournal(tmp_path, Wall())
    practise(tmp_path, "demo/two", now=START + timedelta(hours=1))
    assert names(tmp_path) == ["demo/one", "demo/two"]


def test_a_month_that_takes_no_first_event_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_writer: Writer, _blocks: bytes) -> None:
        raise WriteFailed("write", OSError(28, "No space left on device"))

    with monkeypatch.context() as patch:
        patch.setattr(Writer, "append", full)
        with pytest.raises(WriteFailed):
            PracticeJournal(tmp_path, Wall())
    assert list(tmp_path.iterdir()) == []


def test_a_month_that_holds_something_already_is_never_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = practise(tmp_path, "demo/one")

    def refuse(_writer: Writer, *_arguments: object) -> None:
        raise WriteFailed("write", OSError(5, "Input/output error"))

    with monkeypatch.context() as patch:
        patch.setattr(Writer, "__init__", refuse)
        with pytest.raises(WriteFailed):
            PracticeJournal(tmp_path, Wall())
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("place", ["recover", "repair"])
def test_what_the_system_refuses_while_a_month_is_opened_is_said_in_our_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    path = practise(tmp_path, "demo/one", "demo/two")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))  # that takes a repair

    def refuse(_path: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(f"mops_tui.sources.open_journal.{place}", refuse)
    with pytest.raises(SessionError) as refused:
        PracticeJournal(tmp_path, Wall())
    assert refused.value.code == "cannot-read"


# --- a disk that takes its time


async def test_a_journal_that_is_closed_while_it_saves_waits_for_nobody_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, let_through = threading.Event(), threading.Event()
    fsync = OsDisk.fsync

    def slow(disk: OsDisk, fd: int) -> None:
        reached.set()
        let_through.wait(20)
        fsync(disk, fd)

    kept = PracticeJournal(tmp_path, Wall())
    with monkeypatch.context() as patch:
        patch.setattr(OsDisk, "fsync", slow)
        writing = in_background(kept.taken(card("demo/one")))
        assert reached.wait(20)
        later = kept.taken(card("demo/two"))  # its thread has not come to it yet
        kept.close()
        with pytest.raises(Busy):
            PracticeJournal(tmp_path, Wall())
        let_through.set()
        await writing
        await in_background(later)
    assert names(tmp_path) == ["demo/one", "demo/two"]
    with pytest.raises(WriteFailed) as refused:
        kept.record(card("demo/three"))
    assert refused.value.code == "closed"
    PracticeJournal(tmp_path, Wall()).close()


def test_there_may_be_nothing_at_all(tmp_path: Path) -> None:
    assert read_practice(tmp_path / "nowhere") == ((), ())


# --- a second window


def test_a_second_window_is_refused_by_name(tmp_path: Path) -> None:
    first = PracticeJournal(tmp_path, Wall())
    with pytest.raises(Busy) as refused:
        PracticeJournal(tmp_path, Wall())
    assert refused.value.code == "busy-own"
    assert refused.value.pid
    assert "open already, in this very window" in sentence(refused.value, tmp_path)
    first.record(card("demo/one"))
    first.close()
    practise(tmp_path, "demo/two", now=START + timedelta(hours=1))
    assert names(tmp_path) == ["demo/one", "demo/two"]
