from __future__ import annotations

import re
from pathlib import Path

from support.journals import file_of, sample

from mops_tui.sources.saved import read_saved
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.repairing.repair import repair

DATA = file_of(sample())
LAST = len(encode(sample()[-1]))


def of(folder: Path, data: bytes, at: int | None = None) -> str:
    path = folder / "one.toml"
    path.write_bytes(data)
    return read_saved(path, at).fingerprint


def test_it_is_short_and_grouped(tmp_path: Path) -> None:
    assert re.fullmatch(r"(?:[0-9a-f]{4}-){7}[0-9a-f]{4}", of(tmp_path, DATA))


def test_what_changes_no_meaning_leaves_it(tmp_path: Path) -> None:
    made = of(tmp_path, DATA)
    for data in (
        DATA.replace(b"\n", b"\r\n"),
        DATA[:-1],
        b"\xef\xbb\xbf" + DATA,
        DATA.replace(b"\n\n[[event]]\nseq = 3", b"\n\n# late\n\n[[event]]\nseq = 3"),
        DATA + b"[[event]]\nseq",
    ):
        assert of(tmp_path, data) == made


def test_any_change_of_what_is_said_changes_it(tmp_path: Path) -> None:
    made = {of(tmp_path, DATA)}
    changed = (
        DATA.replace(b"majority = 0.75", b"majority = 0.4"),
        DATA.replace(b'name = "Ana', b'name = "Eva'),
        DATA.replace(b"t = 0.75\n", b"t = 0.76\n"),
        DATA[:-LAST],
        DATA + DATA[-LAST:].replace(b"seq = 8", b"seq = 9"),
    )
    made |= {of(tmp_path, data) for data in changed}
    assert len(made) == len(changed) + 1


def test_an_earlier_moment_has_the_one_that_the_file_had_then(tmp_path: Path) -> None:
    assert of(tmp_path, DATA, len(sample()) - 1) == of(tmp_path, DATA[:-LAST])


def test_sealing_an_edited_event_does_not_hide_the_edit(tmp_path: Path) -> None:
    of(tmp_path, DATA.replace(b'name = "Ana', b'name = "Eva'))
    repair(tmp_path / "one.toml")
    sealed = read_saved(tmp_path / "one.toml")
    assert sealed.condition.edited == (2,)
    assert sealed.fingerprint != of(tmp_path, DATA)
