"""CONTRIBUTING.md keeps its promises: every library has its licence there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_every_library_that_is_needed_stands_beside_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split(r"[~<>=!;\[ ]", line)[0] for line in project["dependencies"]}
    section = TEXT.split("## The libraries it stands on")[1].split("\n## ")[0]
    rows = re.findall(r"^\| ([a-z][a-z, -]+) \| (.+) \|$", section, re.MULTILINE)
    named = [name for names, _ in rows for name in names.split(", ")]
    assert sorted(named) == sorted(needed)
