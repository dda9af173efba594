"""A session that is damaged, unfinished, empty or newer gives the report it can, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.kits import TORN, file_bytes

from mops_tui.cli.commands import main

SHAPES = ("md", "html", "pptx", "json", "csv-votes", "csv-results", "csv-planner")


@pytest.fixture(scope="module")
def whole() -> bytes:
    return file_bytes("crash").removesuffix(TORN)


def run(path: Path, shape: str) -> Result:
    result = CliRunner().invoke(main, ["report", str(path), "--format", shape, "--output", "-"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def header_of(data: bytes) -> bytes:
    return data[: data.index(b"[[event]]")]


def damaged(data: bytes, at: float) -> bytes:
    """With some bytes in the middle that mean nothing."""
    middle = int(len(data) * at)
    return data[:middle] + b"\xff\x00 = [[[ \n" + data[middle + 40 :]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("damaged", "cannot be read from line"),
        ("unfinished", "was not closed"),
        ("header alone", "Nothing was asked"),
        ("torn", "cannot be read from line"),
    ],
)
def test_it_gives_the_report_it_can_with_a_warning(
    tmp_path: Path, whole: bytes, shape: str, kind: str, said: str
) -> None:
    path = tmp_path / "s.toml"
    blocks = whole.split(b"\n[[event]]")
    path.write_bytes(
        {
            "damaged": damaged(whole, 0.6),
            "unfinished": b"\n[[event]]".join(blocks[: len(blocks) // 2]) + b"\n",
            "header alone": header_of(whole),
            "torn": whole[: len(whole) // 2],
        }[kind]
    )
    result = run(path, shape)
    assert result.exit_code == 0
    assert said in result.stderr
    assert result.stdout_bytes


@pytest.mark.parametrize("shape", ["md", "pptx", "csv-votes"])
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"Dear diary,\n", "not a session"),
        (b"\x7fELF\0\1\2\xff\xfe" * 50, "session file"),
        (None, "its format is 9"),
    ],
)
def test_where_nothing_can_be_read_there_is_one_sentence(
    tmp_path: Path, whole: bytes, shape: str, data: bytes | None, said: str
) -> None:
    path = tmp_path / "s.toml"
    newer = whole.replace(b"format = 1", b"format = 9", 1)
    path.write_bytes(newer if data is None else data)
    result = run(path, shape)
    assert result.exit_code == 1
    assert not result.stdout_bytes
    (line,) = result.stderr.splitlines()
    assert said in line


@pytest.mark.parametrize("shape", ["svg", "all"])
def test_where_nothing_was_voted_on_it_is_said_that_there_is_no_picture(
    tmp_path: Path, whole: bytes, shape: str
) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(header_of(whole))
    result = CliRunner().invoke(
        main, ["report", str(path), "--format", shape, "--output", str(tmp_path / "kit")]
    )
    assert result.exit_code == 0
    assert "There is no picture" in result.stderr
    assert not list(tmp_path.rglob("*.svg"))


def test_an_event_of_a_kind_to_come_is_said_and_the_rest_is_told(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    data = file_bytes("nine")
    path.write_bytes(data.replace(b'kind = "note-recorded"', b'kind = "note-to-come"'))
    result = run(path, "json")
    assert result.exit_code == 0
    assert result.stdout
    assert result.stderr
