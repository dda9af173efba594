"""Whatever a session file holds, it gives the report that it can, in every format."""

from __future__ import annotations

import contextlib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import examples
from support.journals import Files
from support.reports import full

from mops_tui.model.session.state import ReportEdits
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.files.remembered import Remembered
from mops_tui.usecases.review import (
    REVIEW_FORMATS,
    ReportDraft,
    draft_text,
    read_for_review,
    write_draft,
)

DRAFT = ReportDraft(ReportEdits("For the board", "Two\nlines", ("time", "no-such-section")))
FORMATS = tuple(one for one in REVIEW_FORMATS if one != "pptx")
"""Those that need nothing more; slides have tests of their own."""


@cache
def whole() -> bytes:
    room = full()
    files = Files(room.header)
    return files.file_of(tuple(room.events))


def put(folder: Path, data: bytes) -> Path:
    path = folder / "s-1.toml"
    path.write_bytes(data)
    return path


def told(path: Path) -> str:
    """The report of a file as text; it can be written, too."""
    read = read_for_review(path)
    made = write_draft(path, read, DRAFT, ("html", "json"), path.parent, known_in(path.parent))
    assert made.refused is None
    return draft_text(path, read, DRAFT, 72)


def known_in(folder: Path) -> Remembered:
    return Remembered(folder / "known")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("review")


@examples(5)
@given(st.floats(0.0, 1.0))
def test_a_session_that_ends_anywhere_gives_its_report_or_one_reason(
    folder: Path, share: float
) -> None:
    path = put(folder, whole()[: int(len(whole()) * share)])
    if len(path.read_bytes()) < whole().index(b"\n[[event]]"):
        # A header that ends between two of its tables is still one; any other is none.
        with contextlib.suppress(SessionError):
            assert "there is no result" in told(path)
    else:
        assert "For the board" in told(path)


@examples(5)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=6))
def test_bytes_that_are_wrong_give_what_stands_before_them(
    folder: Path, at: int, wrong: bytes
) -> None:
    data = bytearray(whole())
    begin = data.index(b"\n[[event]]\n") + len("\n[[event]]\n")
    start = begin + at % (len(data) - begin)
    data[start : start + len(wrong)] = wrong
    assert "For the board" in told(put(folder, bytes(data)))


def test_every_format_is_written_and_what_was_edited_stays(tmp_path: Path) -> None:
    path = put(tmp_path, whole())
    read, known = read_for_review(path), known_in(tmp_path)
    made = write_draft(path, read, DRAFT, FORMATS, tmp_path, known)
    names = {one.path.relative_to(tmp_path).as_posix() for one in made.files}
    assert {"s-1-report.html", "s-1-report.md", "s-1-votes.csv", "s-1-report.json"} <= names
    assert any(name.startswith("s-1-pictures/") for name in names)
    assert {one.path.stat().st_mode & 0o777 for one in made.files} == {0o600}
    page = tmp_path / "s-1-report.html"
    page.write_text("mine")
    again = write_draft(path, read, DRAFT, FORMATS, tmp_path, known)
    (kept,) = [one for one in again.files if one.kept]
    assert (kept.kept, kept.path.name) == (page, "s-1-report (2).html")
    assert page.read_text("utf-8") == "mine"


def test_a_session_that_is_gone_is_written_as_it_was_read(tmp_path: Path) -> None:
    path = put(tmp_path, whole())
    read = read_for_review(path)
    path.unlink()
    known = known_in(tmp_path)
    made = write_draft(path, read, DRAFT, ("html",), tmp_path, known)
    assert "For the board" in made.files[0].path.read_text("utf-8")


def test_a_folder_that_is_none_is_told_with_what_was_written_before(tmp_path: Path) -> None:
    path = put(tmp_path, whole())
    (tmp_path / "s-1-pictures").write_text("a file")
    known = known_in(tmp_path)
    made = write_draft(path, read_for_review(path), DRAFT, ("html", "svg"), tmp_path, known)
    assert [one.path.name for one in made.files] == ["s-1-report.html"]
    assert made.refused is not None


def test_whoever_was_not_there_reads_no_name_in_any_format(tmp_path: Path) -> None:
    path = put(tmp_path, whole())
    edits = ReportEdits("Ana Pop asks", "Bogdan Ionescu agrees.", ())
    draft = ReportDraft(edits, "public")
    assert "Ana Pop asks" in draft_text(path, read_for_review(path), ReportDraft(edits), 72)
    folder = tmp_path / "out"
    folder.mkdir()
    made = write_draft(path, read_for_review(path), draft, FORMATS, folder, known_in(tmp_path))
    assert made.refused is None
    assert not list(folder.glob("*votes*"))
    assert all(one.name.startswith("s-1-public-") for one in folder.iterdir())
    for one in made.files:
        text = one.path.read_text("utf-8")
        assert not [name for name in ("Ana", "Bogdan", "Ionescu") if name in text], one.path
    read = read_for_review(path)
    path.unlink()
    gone = write_draft(path, read, draft, ("html",), folder, known_in(tmp_path))
    assert gone.files == ()
    assert "s-1.toml" in gone.missing[0]
