"""docs/session-format.md says what the code does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from zlib import crc32

import pytest
from support.journals import file_of, sample

from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.events import KINDS, EventBase
from mops_tui.model.session.header import Header, Policy

DOC = (Path(__file__).resolve().parents[2] / "docs" / "session-format.md").read_text("utf-8")
ROW = re.compile(r"^\| `([a-z-]+)` \| ([^|]*) \| ?([^|]*) \|$", re.MULTILINE)


def rows() -> dict[str, dict[str, bool]]:
    """The keys of each kind in the table, and whether they are always there."""
    return {
        kind: {key: bool(star) for key, star in re.findall(r"`(\w+)`(\*?)", keys)}
        for kind, keys, _ in ROW.findall(DOC.replace("| |", "|  |"))
    }


def test_every_kind_is_listed_once_and_in_order() -> None:
    assert list(rows()) == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_keys_of_each_kind(kind: str) -> None:
    event = KINDS[kind]
    own = {
        name: info
        for name, info in event.model_fields.items()
        if name not in EventBase.model_fields
    }
    expected = {name: info.is_required() or name == "via" for name, info in own.items()}
    assert rows()[kind] == expected


def test_the_keys_that_all_share() -> None:
    for key in EventBase.model_fields:
        assert f"\n| `{key}` |" in DOC


def test_the_keys_of_the_header() -> None:
    keys = [name for name in Header.model_fields if name not in {"policy", "workshop"}]
    keys += [f"policy.{name}" for name in Policy.model_fields]
    for key in (*keys, "workshop"):
        assert f"\n| `{key}` |" in DOC


def test_what_a_header_cannot_be_without_is_said() -> None:
    said = next(part for part in DOC.split("\n\n") if part.startswith("Scalars come first"))
    always = said.partition("`event`.")[2]
    of_header, of_workshop = (
        {info.alias or name for name, info in model.model_fields.items() if info.is_required()}
        for model in (Header, Workshop)
    )
    header, workshop = always.split("and in `workshop` its")
    assert set(re.findall(r"`([a-z]+)`", header)) == {"format", *of_header}
    assert set(re.findall(r"`([a-z]+)`", workshop)) == of_workshop


def test_the_defaults_that_are_not_empty() -> None:
    odd = {
        (kind, name)
        for kind, event in KINDS.items()
        for name, info in event.model_fields.items()
        if not info.is_required() and info.default not in ("", (), False, 0, None)
        and name != "kind"
    }  # fmt: skip
    assert odd == {
        ("participant-updated", "present"),
        ("page-shown", "page"),
        ("vote-cast", "via"),
        ("note-recorded", "list"),
        ("note-amended", "list"),
    }


def test_a_reader_of_another_language_reads_the_same() -> None:
    """The recipe at the end of the document, with nothing of mops_tui."""
    data = file_of(sample())
    start = data.index(b"\n[[event]]\n") + 1
    header = tomllib.loads(data[:start].decode())
    assert header["format"] == 1
    found = []
    lines = data[start:].split(b"\n")
    block = b""
    for line in lines:
        if line.startswith(b'crc = "'):
            assert line == b'crc = "%08x"' % crc32(block)
            found.append(tomllib.loads(block.decode())["event"][0])
            block = b""
        elif line or block:
            block += line + b"\n"
    assert found[0]["header_crc"] == f"{crc32(data[:start]):08x}"
    assert [KINDS[table["kind"]].model_validate(table) for table in found] == list(sample())
