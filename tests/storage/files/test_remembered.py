"""What has no place for a checksum is known by its digest, and else counts as edited."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from mops_tui.storage.files import remembered
from mops_tui.storage.files.checksums import sealed
from mops_tui.storage.files.outputs import write_output
from mops_tui.storage.files.remembered import Remembered


def test_a_table_as_it_was_written_is_written_anew_and_an_edited_one_stays(tmp_path: Path) -> None:
    known, table = Remembered(tmp_path / "state" / "written.txt"), tmp_path / "votes.csv"
    write_output(table, b"a\r\n1\r\n", known=known)
    assert write_output(table, b"a\r\n2\r\n", known=known).kept is None
    table.write_bytes(b"a\r\n3\r\n")
    written = write_output(table, b"a\r\n2\r\n", known=known)
    assert (written.path.name, written.kept) == ("votes (2).csv", table)
    assert table.read_bytes() == b"a\r\n3\r\n"
    if os.name != "nt":
        assert stat.S_IMODE(known.path.stat().st_mode) == 0o600


def test_where_nothing_is_remembered_everything_counts_as_edited(tmp_path: Path) -> None:
    known, slides = Remembered(tmp_path / "written.txt"), tmp_path / "r.pptx"
    for lost in (b"", b"\xff\xfe\0nothing", b"not a digest\n"):
        slides.write_bytes(b"PK older")
        known.add(b"PK older")
        assert known.holds(b"PK older")
        known.path.write_bytes(lost)
        assert not known.holds(b"PK older")
        assert write_output(slides, b"PK newer", known=known).kept == slides


def test_a_folder_that_takes_nothing_costs_only_a_question(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    known = Remembered(tmp_path / "file" / "written.txt")
    assert write_output(tmp_path / "t.csv", b"a\n", known=known).kept is None
    assert not known.holds(b"a\n")


def test_the_list_is_bounded_and_holds_what_has_no_checksum(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "MOST", 3)
    known = Remembered(tmp_path / "written.txt")
    for number in range(5):
        known.add(b"%d" % number)
        known.add(b"%d" % number)
    assert [known.holds(b"%d" % number) for number in range(5)] == [False, False, True, True, True]
    write_output(tmp_path / "r.md", sealed("# A report\n", "md"), known=known)
    assert known.holds(b"2")
