"""Any of the usual encodings is read, and only ordinary files are opened."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from mops_tui.storage.files.kinds import kind_of
from mops_tui.storage.files.ordinary import read_ordinary
from mops_tui.storage.files.texts import NotText, decoded
from mops_tui.storage.packs.packs import check_pack, load_library
from mops_tui.storage.packs.summaries import pack_summaries
from mops_tui.storage.packs.template import template

TEXT = '# Größe\r\ntheme = "light"\r\n'
WRITTEN = {
    "utf-8": TEXT.encode(),
    "utf-8 with a mark": TEXT.encode("utf-8-sig"),
    "utf-16": TEXT.encode("utf-16"),
    "utf-16-le with a mark": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "utf-16-be with a mark": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "utf-16-le": TEXT.encode("utf-16-le"),
    "utf-16-be": TEXT.encode("utf-16-be"),
    "utf-32": TEXT.encode("utf-32"),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_each_encoding_gives_the_same_text(name: str) -> None:
    assert decoded(WRITTEN[name]) == TEXT


def test_what_is_no_such_text_is_named_by_line() -> None:
    with pytest.raises(NotText) as error:
        decoded("a = 1\nb = 'Größe'\n".encode("latin-1"))
    assert error.value.line == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_a_pack_is_read_and_listed_in_each(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(template("mine").encode(encoding))
    assert check_pack(path, load_library([])) == ()
    assert [summary.id for summary in pack_summaries([tmp_path], tmp_path)] == ["mine"]
    assert kind_of(path) == "pack"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_and_a_folder_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path):
        with pytest.raises(OSError, match=r"ordinary|directory"):
            read_ordinary(path, 10)
        assert kind_of(path) == ""
