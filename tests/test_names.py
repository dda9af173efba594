"""Names in the package: a public class name means one thing."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import mops_tui

PACKAGE = Path(mops_tui.__file__).parent
SHARED: dict[str, str] = {}
"""Class names that may have two meanings, each with the reason. There are none at present."""


def test_every_public_class_name_is_said_once_in_the_package() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(path.relative_to(PACKAGE).as_posix())
    twice = {name: where for name, where in places.items() if len(where) > 1}
    assert {name: where for name, where in twice.items() if name not in SHARED} == {}
    assert set(SHARED) <= set(twice), "an exception that is no longer needed"
