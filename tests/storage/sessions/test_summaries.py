from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from time import process_time
from zlib import crc32

import pytest
from support.journals import file_of, numbered
from support.sessions import OPENED, header

from mops_tui.model.session.events import (
    DecisionRecorded,
    Event,
    NoteRecorded,
    SessionClosed,
    SessionPaused,
    SessionResumed,
)
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.listing import SessionList
from mops_tui.storage.sessions.moved import write_forwarding_note
from mops_tui.storage.sessions.summaries import summary_of

ROOT = Path(__file__).resolve().parents[3]
HEADER = journal.header_bytes(header())


def put(folder: Path, name: str, *events: Event, tail: bytes = b"") -> Path:
    path = folder / name
    path.write_bytes(file_of(numbered(*events)) + tail)
    return path


def finished(path: Path) -> bool:
    found = summary_of(path)
    assert found is not None
    assert found.trouble is None
    return found.finished


def test_what_a_head_tells(tmp_path: Path) -> None:
    path = put(tmp_path, "one.toml", SessionPaused())
    found = summary_of(path)
    assert found is not None
    assert (found.id, found.title, found.session) == ("s-1", "Our morning", "live")
    assert (found.anonymity, found.workshop_title) == ("named", "A tiny workshop")
    assert found.opened == OPENED
    assert found.latest == OPENED + timedelta(seconds=0.25)
    assert found.size == path.stat().st_size
    assert found.modified.timestamp() == pytest.approx(path.stat().st_mtime)
    assert not found.finished
    assert found.trouble is None


def test_finished_means_that_the_last_event_closed_it(tmp_path: Path) -> None:
    block = encode(SessionResumed(seq=3, t=9))
    assert finished(put(tmp_path, "a.toml", SessionClosed()))
    assert finished(put(tmp_path, "b.toml", SessionClosed(), tail=block[:-9]))
    assert finished(put(tmp_path, "c.toml", SessionClosed(), tail=b"\n# a comment\n"))
    assert not finished(put(tmp_path, "d.toml", SessionClosed(), tail=block))
    assert not finished(put(tmp_path, "e.toml"))
    trap = NoteRecorded(note="n", text='\n[[event]]\nkind = "session-closed"\n')
    assert not finished(put(tmp_path, "f.toml", trap))
    (tmp_path / "g.toml").write_bytes(HEADER)
    assert not finished(tmp_path / "g.toml")
    (tmp_path / "h.toml").write_bytes(
        file_of(numbered(SessionClosed())).replace(b"\n", b"\r\n").rstrip()
    )
    assert finished(tmp_path / "h.toml")


def test_a_last_event_longer_than_the_tail(tmp_path: Path) -> None:
    long = "\x00" * 10_000
    decision = DecisionRecorded(decision="d", scenario="demo", what=long, why=long, dissent=long)
    path = put(tmp_path, "a.toml", decision)
    found = summary_of(path)
    assert found is not None
    assert not found.finished
    assert found.latest == OPENED + timedelta(seconds=0.25)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xff\xfe", "not-utf8"),
        (b"hello", "not-a-session"),
        (b'id = "x"\n', "not-a-session"),
        (HEADER.replace(b"format = 1", b"format = 2", 1), "newer-format"),
        (HEADER.replace(b"seed = 7", b"seed = "), "bad-header"),
        (HEADER.replace(b"+00:00\n", b"\n"), "bad-header"),
        (HEADER.partition(b"[workshop]")[0], "bad-header"),
    ],
)
def test_trouble_is_named_as_reading_names_it(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(data)
    found = summary_of(path)
    assert found is not None
    assert found.trouble == code
    with pytest.raises(journal.SessionError) as caught:
        journal.read(path)
    assert caught.value.code == code


def test_folders_and_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    found = summary_of(tmp_path / "folder.toml")
    assert found is not None
    assert found.trouble == "folder"
    assert summary_of(tmp_path / "none.toml") is None
    assert SessionList(tmp_path / "nowhere").all() == ()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_permission(tmp_path: Path) -> None:
    path = put(tmp_path, "a.toml")
    path.chmod(0)
    found = summary_of(path)
    assert found is not None
    assert found.trouble == "permission"


def test_the_order_of_the_list(tmp_path: Path) -> None:
    def at(name: str, hours: int, *events: Event) -> None:
        opened = header(opened=OPENED + timedelta(hours=hours))
        blocks = b"".join(map(encode, numbered(*events)))
        (tmp_path / name).write_bytes(journal.header_bytes(opened) + blocks)

    at("closed-new.toml", 30, SessionClosed())
    at("open-old.toml", 1)
    at("open-new.toml", 20)
    at("closed-old.toml", 2, SessionClosed())
    (tmp_path / "broken.toml").write_text("hello")
    (tmp_path / ".hidden.toml").write_text("")
    (tmp_path / "open-old.toml.lock").write_text("")
    (tmp_path / "notes.txt").write_text("")
    assert [found.path.stem for found in SessionList(tmp_path).all()] == [
        "open-new",
        "open-old",
        "closed-new",
        "closed-old",
        "broken",
    ]
    assert len(SessionList(tmp_path).first(2)[0]) == 2


def test_a_folder_may_be_listed_while_another_thread_lists_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text("hello")
    listing = SessionList(tmp_path)
    listing.first(1)

    class Meanwhile(dict[Path, object]):
        """Whoever looks into it is overtaken by the other thread."""

        def __contains__(self, path: object) -> bool:
            listing.first(2)
            return super().__contains__(path)

    look = listing._look
    monkeypatch.setattr(listing, "_look", lambda: (Meanwhile(look()[0]), set()))
    assert len(listing.all()) == 2


def test_hundreds_are_listed_in_a_moment(tmp_path: Path) -> None:
    """Processor time: a busy machine is no reason to fail."""
    notes = [NoteRecorded(note=f"n{i}", text="x" * 100) for i in range(200)]
    data = file_of(numbered(*notes))
    for index in range(300):
        (tmp_path / f"{index}.toml").write_bytes(data)
    begun = process_time()
    assert all(summary_of(path) for path in tmp_path.iterdir())
    assert process_time() - begun < 1.5  # about 0.1 here


def test_the_list_needs_neither_pydantic_nor_the_model() -> None:
    script = (
        "import sys, mops_tui.storage.sessions.summaries\n"
        "heavy = ('pydantic', 'mops_tui.model', 'textual', 'tomli_w')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("opened", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_a_day_that_no_time_zone_can_show_is_trouble(tmp_path: Path, opened: str) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(HEADER.replace(OPENED.isoformat().encode(), opened.encode()))
    found = summary_of(path)
    assert found is not None
    assert found.trouble == "bad-header"
    with pytest.raises(SessionError):
        journal.read(path)


def test_a_time_beyond_all_clocks_does_not_stop_the_list(tmp_path: Path) -> None:
    block = b"[[event]]\nseq = 1\nt = 1" + b"0" * 400 + b'\nkind = "session-paused"\n'
    data = HEADER + block + b'crc = "%08x"\n\n' % crc32(block)
    (tmp_path / "s.toml").write_bytes(data)
    (found,) = SessionList(tmp_path).all()
    assert found.latest == OPENED


def test_a_session_that_went_on_elsewhere_says_where(tmp_path: Path) -> None:
    path = put(tmp_path, "one.toml", SessionPaused())
    write_forwarding_note(path, tmp_path / "stick" / "one.toml")
    other = put(tmp_path, "two.toml", SessionPaused())
    stayed, went = summary_of(other), summary_of(path)
    assert stayed is not None
    assert went is not None
    assert stayed.moved is None
    assert went.moved == tmp_path / "stick" / "one.toml"
