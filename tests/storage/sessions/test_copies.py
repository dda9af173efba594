"""One id is one session, however many files a synced folder has made of it."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from support.journals import file_of, numbered
from support.sessions import OPENED, header

from mops_tui.model.session.events import Event, NoteRecorded, SessionClosed
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.copies import Journal, all_paths, by_id, family, journal_of
from mops_tui.storage.sessions.listing import SessionList
from mops_tui.storage.sessions.summaries import SessionSummary, summary_of
from mops_tui.words.files.copies import copies_line, copy_words, counted_once

NAMES = [
    "s-1 (Ana's conflicted copy 2026-11-26).toml",
    "s-1-DESKTOP.toml",
    "s-1 (1).toml",
    "s-1.sync-conflict-20261126-140300-ABCDEFG.toml",
    "a copy.toml",
]


def notes(count: int, text: str = "n") -> tuple[Event, ...]:
    return tuple(NoteRecorded(note=f"{text}{n}", text=text) for n in range(count))


def put(folder: Path, name: str, *events: Event, tail: bytes = b"", sid: str = "s-1") -> Path:
    """A session file; its events happen a quarter of a second apart, the first at 0."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    data = file_of(numbered(*events))
    if sid != "s-1":
        one = header(id=sid)
        data = journal.header_bytes(one) + data[len(journal.header_bytes(header())) :]
    path.write_bytes(data + tail)
    return path


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("stale", [True, False])
def test_the_longest_stands_for_the_session_and_the_other_says_what_it_lacks(
    tmp_path: Path, name: str, stale: bool
) -> None:
    """Whichever of the two has the plain name."""
    plain = put(tmp_path, "s-1.toml", *notes(2 if not stale else 5))
    other = put(tmp_path, name, *notes(5 if not stale else 2))
    main, copy = (plain, other) if stale else (other, plain)
    (found,) = SessionList(tmp_path).all()
    assert found.path == main
    (one,) = found.copies
    assert (one.path, one.lacks, one.own) == (copy, 3, 0)
    assert one.since == OPENED + timedelta(seconds=0.75)
    assert not found.rivals
    assert all_paths(found) == (main, copy)
    assert family(plain) == family(other) == found
    assert by_id(tmp_path, "s-1") == found
    assert by_id(tmp_path, "s-2") is None
    words = copy_words(one, OPENED)
    assert copy.name in words
    assert "3 events behind, from " in words
    assert copies_line(found).startswith("There is a copy: ")


def test_the_same_event_for_event_the_plain_name_stands(tmp_path: Path) -> None:
    for name in (*NAMES, "s-1.toml"):
        put(tmp_path, name, *notes(3))
    (found,) = SessionList(tmp_path).all()
    assert found.path.name == "s-1.toml"
    assert {copy.path.name for copy in found.copies} == set(NAMES)
    assert {(copy.lacks, copy.own, copy.since) for copy in found.copies} == {(0, 0, None)}
    assert "the same, event for event" in copies_line(found)
    assert "and 2 more" in copies_line(found)


def test_where_both_go_on_from_one_point_both_are_told(tmp_path: Path) -> None:
    put(tmp_path, "s-1.toml", *notes(2), *notes(4, "here"))
    put(tmp_path, "s-1 (1).toml", *notes(2), *notes(1, "there"))
    put(tmp_path, "s-1 (2).toml", *notes(1))
    (found,) = SessionList(tmp_path).all()
    rival, behind = found.copies
    assert (rival.path.name, rival.lacks, rival.own) == ("s-1 (1).toml", 4, 1)
    assert (behind.path.name, behind.lacks, behind.own) == ("s-1 (2).toml", 5, 0)
    assert found.rivals == (rival,)
    assert "with 1 event of its own and 4 events behind" in copy_words(rival)
    assert "Two files hold events that the other lacks" in copies_line(found)
    assert "is longer, and counts" in counted_once(rival, found)


def test_a_torn_tail_and_windows_line_ends_are_no_difference(tmp_path: Path) -> None:
    put(tmp_path, "s-1.toml", *notes(3))
    put(tmp_path, "torn.toml", *notes(3), tail=b"[[event]]\nseq = 5\n")
    crlf = put(tmp_path, "crlf.toml", *notes(3))
    crlf.write_bytes(crlf.read_bytes().replace(b"\n", b"\r\n"))
    (found,) = SessionList(tmp_path).all()
    assert found.path.name == "s-1.toml"
    assert {(copy.lacks, copy.own) for copy in found.copies} == {(0, 0)}


def test_a_copy_that_was_edited_by_hand_does_not_stand_for_the_session(tmp_path: Path) -> None:
    for edited in (b'text = "x"', b"majority = 0.1"):
        plain = put(tmp_path, "s-1.toml", *notes(3))
        was = b'text = "n"' if edited.startswith(b"text") else b"majority = 0.75"
        plain.write_bytes(plain.read_bytes().replace(was, edited, 1))
        sound = put(tmp_path, "s-1 (1).toml", *notes(3))
        (found,) = SessionList(tmp_path).all()
        assert found.path == sound
        assert [copy.path for copy in found.copies] == [plain]


def test_one_id_typed_twice_is_two_sessions(tmp_path: Path) -> None:
    """Nothing is a copy that does not begin with the same first event, sealed for its header."""
    put(tmp_path, "a.toml", *notes(3))
    put(tmp_path, "b.toml", *notes(3), sid="s-2")
    other = header(title="Another afternoon")
    first = file_of(numbered(*notes(1)))
    data = journal.header_bytes(other) + first[len(journal.header_bytes(header())) :]
    crc = journal.parse(data).header_crc.encode()
    opening = encode(journal.parse(first).events[0]).partition(b'header_crc = "')[2][:8]
    body = data.replace(opening, crc)
    (tmp_path / "c.toml").write_bytes(body)
    listed = SessionList(tmp_path).all()
    assert {one.path.name for one in listed} == {"a.toml", "b.toml", "c.toml"}
    assert all(not one.copies for one in listed)


def test_a_copy_without_any_event_is_one(tmp_path: Path) -> None:
    put(tmp_path, "s-1.toml", *notes(3))
    (tmp_path / "s-1 (1).toml").write_bytes(journal.header_bytes(header()))
    (found,) = SessionList(tmp_path).all()
    assert [(copy.lacks, copy.own) for copy in found.copies] == [(4, 0)]


# --- the list


def test_only_what_changed_and_what_occurs_twice_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summaries: list[str] = []
    wholes: list[str] = []

    def told_head(path: Path, *, moves: bool = True) -> SessionSummary | None:
        summaries.append(path.name)
        return summary_of(path, moves=moves)

    def told_whole(path: Path) -> Journal:
        wholes.append(path.name)
        return journal_of(path)

    monkeypatch.setattr("mops_tui.storage.sessions.listing.summary_of", told_head)
    monkeypatch.setattr("mops_tui.storage.sessions.listing.journal_of", told_whole)
    for n in range(5):
        put(tmp_path, f"{n}.toml", *notes(2), sid=f"s-{n + 10}")
    listed = SessionList(tmp_path)
    first, whole_list = listed.first(3)
    assert (len(first), whole_list, len(summaries), wholes) == (3, False, 3, [])
    assert len(listed.all()) == len(summaries) == 5
    put(tmp_path, "copy.toml", *notes(1), sid="s-10")
    assert len(listed.first(50)[0]) == 5  # one line for a session from the first
    assert listed.first(50)[1] is False
    assert wholes == []
    assert len(listed.all()) == 5
    assert sorted(wholes) == ["0.toml", "copy.toml"]
    summaries.clear()
    put(tmp_path, "0.toml", *notes(2), SessionClosed(), sid="s-10")
    assert next(one for one in listed.all() if one.path.name == "0.toml").finished
    assert summaries == ["0.toml"]
    (tmp_path / "copy.toml").unlink()
    assert not any(one.copies for one in listed.all())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_among_the_sessions_keeps_nobody_waiting(tmp_path: Path) -> None:
    put(tmp_path, "s-1.toml", *notes(1))
    os.mkfifo(tmp_path / "pipe.toml")
    listed = SessionList(tmp_path)
    assert [one.trouble for one in listed.first(9)[0]] == [None, "not-a-file"]
    assert [one.trouble for one in listed.all()] == [None, "not-a-file"]
    assert family(tmp_path / "s-1.toml") is not None


def test_a_key_of_many_thousand_parts_is_not_parsed(tmp_path: Path) -> None:
    data = file_of(numbered(*notes(1)))
    for key in (".".join(["a"] * 40_000), ".".join(['"a b"'] * 9_000)):
        (tmp_path / "deep.toml").write_bytes(f"{key} = 1\n".encode() + data)
        (found,) = SessionList(tmp_path).all()
        assert found.trouble == "bad-header"


def test_no_folder_no_sessions(tmp_path: Path) -> None:
    listed = SessionList(tmp_path / "none")
    assert listed.first(9) == ((), True)
    assert listed.all() == ()
