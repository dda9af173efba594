"""Every file of every released format says for ever what it said when it was written."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from support.golden import GOLDEN, facts, files

from mops_tui.model.session.events import KINDS, LaterEvent
from mops_tui.model.session.fold import fold
from mops_tui.sources.follow import Follower
from mops_tui.sources.live import LiveSession
from mops_tui.sources.practice.answers import read_practice
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.locking.tidy import tidy
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.delete import delete
from mops_tui.storage.sessions.recovery import check, recover
from mops_tui.storage.sessions.repairing.repair import repair
from mops_tui.storage.sessions.summaries import summary_of
from mops_tui.usecases.check import check_file

NAMES = [path.stem for path in files()]


@pytest.mark.parametrize("path", files(), ids=NAMES)
def test_it_says_what_it_always_said(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert json.loads(json.dumps(facts(path))) == expected


@pytest.mark.parametrize("path", files(), ids=NAMES)
def test_there_is_nothing_to_repair(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path / path.name))
    assert repair(copy).backup is None
    assert recover(copy) is None
    assert copy.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("path", files(), ids=NAMES)
def test_the_list_of_sessions_and_a_report_agree_about_it(path: Path) -> None:
    found = summary_of(path)
    reading = journal.read(path)
    assert found is not None
    assert found.trouble is None
    state = fold(reading.header, reading.events)
    assert found.title == (state.called or reading.header.title)
    assert found.finished == (facts(path)["phase"] == "closed")
    assert found.header_edited == reading.header_edited


def test_every_kind_of_event_stands_in_one_of_them() -> None:
    events = [event for path in files() for event in journal.read(path).events]
    assert {event.kind for event in events if not isinstance(event, LaterEvent)} == set(KINDS)


def test_practice_is_read_as_practice(tmp_path: Path) -> None:
    shutil.copy(GOLDEN / "1" / "practice.toml", tmp_path / "practice-2026-11.toml")
    answers, damaged = read_practice(tmp_path)
    assert damaged == ()
    assert len(answers) == 3


# --- a format of next year

NEWER = GOLDEN / "2" / "session.toml"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    path = Path(shutil.copy(NEWER, tmp_path / "s-2.toml"))
    for suffix in (".lock", ".lock-holder", ".durable", ".stage", ".torn", ".bak"):
        (tmp_path / f"s-2.toml{suffix}").write_text("theirs")
    (tmp_path / ".s-2.toml.2147483646.new").write_text("theirs")
    return path


def test_a_newer_format_is_refused_in_one_sentence(newer: Path) -> None:
    right, lines = check_file(newer, repair=True)
    assert not right
    (line,) = lines
    assert (
        line == f"{newer}: its format is 2, and this mops_tui knows 1; update mops_tui to open it."
    )
    found = summary_of(newer)
    assert found is not None
    assert found.trouble == "newer-format"


def test_nothing_of_a_newer_format_or_beside_it_is_touched(newer: Path) -> None:
    def there() -> dict[str, bytes]:
        return {one.name: one.read_bytes() for one in newer.parent.iterdir()}

    before = there()
    for touch in (recover, repair, delete, LiveSession.resume):
        with pytest.raises(SessionError) as caught:
            touch(newer)
        assert caught.value.code == "newer-format"
    tidy(newer.parent)
    assert [one.code for one in check(newer)] == ["newer-format"]
    assert not Follower(newer, newer.parent).poll()
    assert there() == before


@pytest.mark.parametrize(
    "data",
    [
        b"format = 3\nid = <s-2>\nopened: never\n\x00\xff",  # it need not even be TOML
        b'\xef\xbb\xbf# mine\r\nformat = 2 # new\r\nid = "s"\r\n',
    ],
)
def test_the_first_lines_are_enough_to_know_it(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(data)
    with pytest.raises(SessionError) as caught:
        journal.read(path)
    assert caught.value.code == "newer-format"
    assert os.listdir(tmp_path) == ["x.toml"]  # noqa: PTH208 - hidden ones too


def test_a_pack_of_a_newer_format_is_no_session(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text('format = 2\nkind = "scenario"\n[[question]]\n')
    with pytest.raises(SessionError) as caught:
        journal.read(path)
    assert caught.value.code == "not-a-session"
