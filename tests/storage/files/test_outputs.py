"""What is written appears whole or not at all, and takes no place that is not its own."""

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path
from typing import NoReturn

import pytest
from support.sessions import header

from mops_tui.storage.files import outputs
from mops_tui.storage.files.checksums import sealed
from mops_tui.storage.files.outputs import (
    OutputRefused,
    edited,
    write_fresh,
    write_output,
    write_stream,
)
from mops_tui.storage.packs.template import template
from mops_tui.storage.sessions import journal

TEXT = sealed("# A report\n", "md")
posix = pytest.mark.skipif(os.name == "nt", reason="as POSIX has it")


def refused(path: Path) -> str:
    with pytest.raises(OutputRefused) as error:
        write_output(path, TEXT, over=True)
    return error.value.code


@posix
def test_what_replaces_a_file_is_private_and_alone(tmp_path: Path) -> None:
    target = tmp_path / "r.md"
    target.write_text(sealed("# Older\n", "md"))
    target.chmod(0o644)
    assert write_output(target, TEXT).path == target
    assert target.read_text() == TEXT
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["r.md"]


def test_what_somebody_edited_stays_and_the_next_ones_do_not_pile_up(tmp_path: Path) -> None:
    target = tmp_path / "r.md"
    target.write_text(TEXT + "mine\n")
    for text in (TEXT, sealed("# Newer\n", "md")):
        written = write_output(target, text)
        assert (written.path.name, written.kept) == ("r (2).md", target)
        assert written.path.read_text() == text
    written.path.write_text("mine as well")
    assert write_output(target, TEXT).path.name == "r (3).md"
    assert target.read_text() == TEXT + "mine\n"
    assert write_output(target, TEXT, over=True).kept is None
    assert target.read_text() == TEXT


@pytest.mark.parametrize(("data", "lost"), [(b"", False), (b"x", True), (b"\xff\xfe\0", True)])
def test_only_an_empty_file_or_our_own_may_go(tmp_path: Path, data: bytes, lost: bool) -> None:
    (tmp_path / "f").write_bytes(data)
    assert edited(tmp_path / "f") == lost


@posix
@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_neither_followed_nor_replaced(tmp_path: Path, there: bool) -> None:
    target, link = tmp_path / "target", tmp_path / "link.md"
    if there:
        target.write_text("theirs")
    link.symlink_to(target)
    assert refused(link) == "link"
    assert link.is_symlink()
    assert target.exists() == there
    if there:
        assert target.read_text() == "theirs"


@pytest.mark.parametrize(
    "name", ["lock", "lock-holder", "durable", "moved", "stage", "torn", "torn2", "bak", "bak12"]
)
def test_what_belongs_to_a_session_is_not_written(tmp_path: Path, name: str) -> None:
    session = tmp_path / "s.toml"
    journal.create(session, header())
    assert refused(tmp_path / f"s.toml.{name}") == "companion"
    odd = session.rename(tmp_path / "odd")
    assert refused(tmp_path / f"odd.{name}") == "companion"
    assert [p.name for p in tmp_path.iterdir()] == [odd.name]


def test_sessions_packs_and_folders_stay(tmp_path: Path) -> None:
    session, pack = tmp_path / "s.toml", tmp_path / "p.toml"
    journal.create(session, header())
    pack.write_text(
        template("mine").replace("Say what this", "\n[[event]]\nseq = 1\nSay what this")
    )
    before = session.read_bytes(), pack.read_bytes()
    assert (refused(session), refused(pack), refused(tmp_path)) == ("session", "pack", "folder")
    assert (session.read_bytes(), pack.read_bytes()) == before


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_disk_that_refuses_leaves_the_old_file_whole_and_nothing_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    target = tmp_path / "r.md"
    target.write_text(TEXT)
    owner: object = Path if step == "replace" else os
    monkeypatch.setattr(owner, step, full)
    with pytest.raises(OSError, match="space"):
        write_output(target, sealed("# Newer\n", "md"))
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("r.md", TEXT)]


def test_a_new_file_takes_no_place(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")
    with pytest.raises(FileExistsError):
        write_fresh(tmp_path / "there", b"x")
    write_fresh(tmp_path / "new", b"x")
    assert (tmp_path / "new").read_bytes() == b"x"
    assert (tmp_path / "there").read_text() == "mine"


@posix
def test_a_pipe_is_written_and_never_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert outputs.is_stream(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_stream(pipe, b"x" * 200_000)
    reader.join()
    assert got == [b"x" * 200_000]
    monkeypatch.setattr(outputs, "PATIENCE", 0.0)
    with pytest.raises(OutputRefused) as error:
        write_stream(pipe, b"x")
    assert error.value.code == "nobody-reads"


@posix
def test_a_descriptor_is_written_where_it_stands(tmp_path: Path) -> None:
    with (tmp_path / "f").open("wb") as file:
        file.write(b"before ")
        file.flush()
        write_stream(Path(f"/dev/fd/{file.fileno()}"), b"after")
    assert (tmp_path / "f").read_bytes() == b"before after"


def test_a_table_that_has_only_grown_takes_its_own_place(tmp_path: Path) -> None:
    target = tmp_path / "t.csv"
    for text in ("a,b\n1,2\n", "a,b\n1,2\n", "a,b\n1,2\n3,4\n"):
        assert write_output(target, text).kept is None
        assert target.read_text() == text
    target.write_text("a,b\n1,2\n3,4\nmine,\n")
    assert write_output(target, "a,b\n1,2\n3,4\n5,6\n").kept == target
    assert target.read_text().endswith("mine,\n")
