"""The glossary names things that are there, and each word once."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "mops_tui"
TEXT = (ROOT / "docs" / "glossary.md").read_text("utf-8")
SOURCE = "\n".join(path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py")))


def test_every_class_that_it_names_is_in_the_package() -> None:
    named = set(re.findall(r"`([A-Z][A-Za-z]+)`", TEXT))
    defined = set(re.findall(r"^class (\w+)", SOURCE, re.MULTILINE))
    assert named - defined == set()


def test_every_file_that_it_names_is_there() -> None:
    named = re.findall(r"`((?:[a-z_]+/)*[a-z_]+(?:\.py|/))`", TEXT)
    files = [path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")]
    folders = {f"{folder}/" for file in files for folder in (file.rsplit("/", 1)[0],)}
    known = [*files, *folders]
    missing = [name for name in named if not any(f"/{k}".endswith(f"/{name}") for k in known)]
    assert missing == []


def test_every_word_is_explained_once() -> None:
    words = [
        word
        for row in re.findall(r"^\| (\*\*.*?) \|", TEXT, re.MULTILINE)
        for word in re.findall(r"\*\*(.+?)\*\*", row)
    ]
    assert len(words) > 50
    assert [word for word, count in Counter(words).items() if count > 1] == []
