"""Packs that tests stand on: copies that stay as they are, whatever becomes of ours."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "tests" / "data" / "first-edition" / "scenarios"
"""The packs as they were first shipped: full-walk, placement-only, readiness-check."""
OURS = ROOT / "scenarios"
"""The packs that come along, as they are today."""
_SHORT = """format = 1
kind = "workshop"
id = "{id}"
title = "Another day"
summary = "It is here because ours of that name would not fit."
minutes = 5

[[agenda]]
scenario = "org-placement"
questions = ["spell"]
"""


def own_packs(home: Path) -> Path:
    """Put the kept packs where a user's own stand: each takes the place of ours of that id.

    Their cards stay behind: ours stand in files of their own, and would be there twice. Those of
    our workshops that they do not replace ask about scenarios that they do: each of these becomes
    a short one that asks nothing which is not there.

    Args:
        home: What `MOPS_TUI_HOME` names.
    """
    folder = home / "packs"
    folder.mkdir(parents=True, exist_ok=True)
    for pack in KEPT.glob("*.toml"):
        text = pack.read_text("utf-8").partition("\n[[card]]")[0]
        (folder / pack.name).write_text(text, "utf-8")
    for pack in OURS.glob("*.toml"):
        told = tomllib.loads(pack.read_text("utf-8"))
        if told["kind"] == "workshop" and not (folder / pack.name).exists():
            (folder / pack.name).write_text(_SHORT.format(id=told["id"]), "utf-8")
    return home
