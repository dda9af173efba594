"""Whoever switches a check off says why, there or in the line above."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OFF = re.compile(r"#\s*(?:noqa|type:\s*ignore)\b(?P<after>.*)")
NAMED = re.compile(r"(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|\[[\w, -]+\])\s*(?:-|#)\s*\w+")


@pytest.mark.parametrize("folder", ["mops_tui", "tests", "benchmarks", "docs", ".ci"])
def test_a_check_is_switched_off_by_name_and_with_a_reason(folder: str) -> None:
    missing = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        above = ""
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            found = OFF.search(line)
            if found and path != Path(__file__):
                named = re.match(r":\s*[A-Z]+\d+|\[[\w, -]+\]", found["after"])
                reason = NAMED.match(found["after"]) or above.strip().startswith("# ")
                if not (named and reason):
                    missing.append(f"{path.relative_to(ROOT)}:{number}")
            above = line
    assert not missing
