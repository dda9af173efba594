"""docs/security.md promises nothing that no test holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "security.md").read_text("utf-8")
HEADING = ("What holds", "How", "Held by")


def rows() -> list[tuple[str, str, str]]:
    """The rows of the tables, without their headings."""
    found = [
        tuple(cell.strip() for cell in line.strip("|").split(" | "))
        for line in TEXT.splitlines()
        if line.startswith("| ")
    ]
    assert all(len(row) == 3 for row in found), [row for row in found if len(row) != 3]
    return [(row[0], row[1], row[2]) for row in found if row != HEADING]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0][:40])
def test_each_row_is_held_by_tests_that_exist(row: tuple[str, str, str]) -> None:
    what, how, held = row
    assert what.endswith(".")
    assert how.endswith(".")
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", held)
    assert named, held
    assert re.sub(r"`[^`]*`", "", held).strip(" ,") == "", "nothing else stands there"
    for file, test in named:
        source = (ROOT / file).read_text("utf-8")
        assert re.search(rf"^ *(?:async )?def {test}\(", source, re.MULTILINE), (file, test)


def test_no_row_stands_there_twice() -> None:
    said = [what for what, _, _ in rows()]
    assert len(said) == len(set(said))


def test_what_is_not_protected_comes_before_what_is() -> None:
    headings = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
    assert headings[0] == "What is not protected"
    section = TEXT.split("## What is not protected")[1].split("\n## ")[0]
    for word in ("code", "encrypted", "cookie", "phone", "radio", "laptop"):
        assert word in section
