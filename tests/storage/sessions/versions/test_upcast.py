"""An older format is lifted before anything looks at it, whoever reads."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from support.journals import sample
from support.later import block
from support.sessions import OPENED, header

from mops_tui.model.session.events import SessionOpened
from mops_tui.model.session.fold import fold
from mops_tui.sources.follow import Follower
from mops_tui.sources.many import read_many, read_one
from mops_tui.sources.replay import record
from mops_tui.sources.saved import read_saved
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import crc_of
from mops_tui.storage.sessions.copies import journal_of
from mops_tui.storage.sessions.recovery import check
from mops_tui.storage.sessions.repair import plan
from mops_tui.storage.sessions.summaries import summary_of
from mops_tui.storage.sessions.versions import upcast
from mops_tui.storage.sessions.versions.upcast import Lift, Table

SAMPLE = sample()


def _older(keys: Table) -> Table:
    """An event as the made-up format 0 has it: what happened is its `deed`, not its `kind`."""
    keys = dict(keys)
    return {"seq": keys.pop("seq"), "t": keys.pop("t"), "deed": keys.pop("kind"), **keys}


def _lifted(keys: Table) -> Table:
    keys = dict(keys)
    return {"seq": keys.pop("seq"), "t": keys.pop("t"), "kind": keys.pop("deed"), **keys}


def _lifted_header(keys: Table) -> Table:
    keys = dict(keys)
    return {"title": keys.pop("name"), **keys}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    old = journal.header_bytes(header())
    old = old.replace(b"format = 1", b"format = 0", 1).replace(b"title = ", b"name = ", 1)
    opening = SessionOpened(seq=1, header_crc=crc_of(old))
    events = (opening, *SAMPLE[1:])
    path = tmp_path / "s-1.toml"
    path.write_bytes(old + b"".join(block(**_older(e.keys())) for e in events))
    return path


@pytest.fixture
def lifted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(upcast.LIFTS, 0, Lift(_lifted_header, _lifted))


def test_there_is_nothing_to_lift_today() -> None:
    assert upcast.LIFTS == {}
    keys: Table = {"format": 1, "id": "x"}
    assert upcast.lifted_header(keys) is keys
    assert upcast.lifted_event(keys, 1) is keys


def test_without_its_lift_the_file_is_no_session(path: Path) -> None:
    with pytest.raises(SessionError) as caught:
        journal.read(path)
    assert caught.value.code == "bad-header"


@pytest.mark.usefixtures("lifted")
def test_every_reader_lifts(path: Path) -> None:
    state = fold(header(), SAMPLE)
    reading = journal.read(path)
    assert reading.header == header()
    assert reading.events[1:] == SAMPLE[1:]
    assert reading.condition.sound
    assert read_saved(path).header.title == header().title
    assert read_one(path).state.participants == state.participants
    (one,) = read_many([path])
    assert one.session is not None
    assert record(path).timeline.events[1:] == SAMPLE[1:]
    follower = Follower(path, path.parent)
    assert follower.poll()
    assert follower.state is not None
    assert follower.state.notes == state.notes
    with path.open("ab") as file:
        file.write(block(seq=9, t=4.0, deed="screen-blanked"))
    assert follower.poll()
    assert follower.state.blanked
    found = summary_of(path)
    assert found is not None
    assert (found.trouble, found.title) == (None, header().title)
    assert found.latest == OPENED + timedelta(seconds=4)
    assert journal_of(path).events[1][1]["kind"] == "participant-joined"
    assert check(path) == ()
    assert plan(path).steps == ()
