"""A newcomer finds a module by its folder: none is crowded, and each says what it is about."""

from __future__ import annotations

import ast
from pathlib import Path

import mops_tui

PACKAGE = Path(mops_tui.__file__).parent
MOST_MODULES = 16
FOLDERS = sorted({path.parent for path in PACKAGE.rglob("*.py")})


def test_no_folder_is_crowded() -> None:
    counts = {
        folder.relative_to(PACKAGE).as_posix(): len(
            set(folder.glob("*.py")) - {folder / "__init__.py"}
        )
        for folder in FOLDERS
    }
    assert {name: n for name, n in counts.items() if n > MOST_MODULES} == {}


def test_every_folder_says_what_it_is_about() -> None:
    silent = [
        folder.relative_to(PACKAGE).as_posix()
        for folder in FOLDERS
        if not (folder / "__init__.py").exists()
        or not ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8")))
    ]
    assert silent == []
