"""Many sessions at once: the quick way says what the ordinary way says, and faults are named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.compared import SPELL, written
from support.narrow import the

from mops_tui.model.comparison.measures import AGREEMENT, LEAD, measures, trend_session
from mops_tui.model.comparison.trend import trend
from mops_tui.model.session.condition import SOUND
from mops_tui.sources.many import read_many, read_one, session_files
from mops_tui.sources.saved import read_saved
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.sessions import journal


def test_it_reads_what_the_ordinary_way_reads(tmp_path: Path) -> None:
    for found, path in zip(
        read_many(written(tmp_path, 1, 2)), sorted(tmp_path.iterdir()), strict=True
    ):
        saved = read_saved(path)
        assert found.session is not None
        assert found.session.state == saved.state
        assert found.session.id == saved.header.id
        assert (found.error, found.condition) == (None, SOUND)


def test_sound_files_take_the_quick_way_and_one_workshop_is_parsed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ordinary(data: bytes) -> None:
        raise AssertionError("the ordinary way")

    monkeypatch.setattr(journal, "parse", ordinary)
    first, second = read_many(written(tmp_path, 1, 2))
    assert first.session is not None
    assert second.session is not None
    assert first.session.state.workshop is second.session.state.workshop  # its hints left out once


def test_another_workshop_is_never_taken_for_one_that_was_met(tmp_path: Path) -> None:
    paths = [*written(tmp_path, 1), *written(tmp_path, 2, words=SPELL)]
    asks = [
        the(the(found.session).state.workshop.question(SPELL)).ask for found in read_many(paths)
    ]
    assert asks[0] != asks[1] == "And now, honestly?"


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (lambda data: b"", "error"),
        (lambda data: b"title = 'a pack'\n", "error"),
        (lambda data: data.replace(b"format = 1", b"format = 9", 1), "error"),
        (lambda data: data.replace(b'kind = "round-opened"', b'kind = "round-opend"', 1), "unread"),
        (lambda data: data.replace(b"title = ", b"title = 'x' #", 1), "sound"),
        (lambda data: data[:-30], "unread"),
        (lambda data: data.replace(b"\n", b"\r\n"), "sound"),
    ],
)
def test_a_file_with_a_fault_is_read_as_far_as_the_ordinary_way_reads_it(
    tmp_path: Path, spoil: Callable[[bytes], bytes], what: str
) -> None:
    [path] = written(tmp_path, 1)
    path.write_bytes(spoil(path.read_bytes()))
    [found] = read_many([path])
    if what == "error":
        assert found.error is not None
        assert found.session is None
        with pytest.raises(SessionError):
            read_one(path)
        return
    assert found.session is not None
    assert found.session.state == read_saved(path).state
    assert (found.condition.unread_from is not None) is (what == "unread")


def test_a_missing_file_is_told_about_and_the_others_are_read(tmp_path: Path) -> None:
    [path] = written(tmp_path, 1)
    missing, found = read_many([tmp_path / "gone.toml", path])
    assert missing.error is not None
    assert missing.error.code == "missing"
    assert found.session is not None


def test_only_files_that_may_be_sessions_are_listed(tmp_path: Path) -> None:
    for name in ("b.toml", "a.toml", ".hidden.toml", "a.md", "a.toml.lock"):
        (tmp_path / name).touch()
    (tmp_path / "deeper").mkdir()
    assert [path.name for path in session_files(tmp_path)] == ["a.toml", "b.toml"]


# --- trends


def test_a_trend_has_a_value_for_each_session_in_the_order_of_time(tmp_path: Path) -> None:
    paths = written(tmp_path, 3, 1, 2)
    each = [(trend_session(f.session), measures(f.session)) for f in read_many(paths) if f.session]
    made = trend(each)
    assert [one.id for one in made.moments] == [f"rehearsal-{n}-6" for n in (1, 2, 3)]
    assert all(len(line.values) == 3 for line in made.lines)
    assert {AGREEMENT, LEAD} & {line.part for line in made.lines}


def test_another_wording_is_another_line_with_gaps(tmp_path: Path) -> None:
    paths = [*written(tmp_path, 1, 3), *written(tmp_path, 2, words=SPELL)]
    each = [(trend_session(f.session), measures(f.session)) for f in read_many(paths) if f.session]
    leads = [line for line in trend(each).lines if (line.key, line.part) == (SPELL, LEAD)]
    assert [(line.wording, line.wordings) for line in leads] == [(1, 2), (2, 2)]
    assert [[v is None for v in line.values] for line in leads] == [
        [False, True, False],
        [True, False, True],
    ]
