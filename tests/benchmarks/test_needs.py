"""A benchmark says what is missing in one sentence, and imports what it asked for alone."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "benchmarks"
SCRIPTS = sorted(path for path in FOLDER.glob("*.py") if path.name != "needs.py")
OURS = {"mops_tui", *(path.stem for path in FOLDER.glob("*.py"))}
PLACES = {"support": ROOT / "tests", "screenshots": ROOT / "docs"}
"""Where those modules are that a benchmark borrows."""


def runtime() -> tuple[str, ...]:
    tree = ast.parse((FOLDER / "needs.py").read_text("utf-8"))
    (given,) = (
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "RUNTIME"
    )
    return tuple(ast.literal_eval(given))


def asked_for(script: Path) -> set[str]:
    """The arguments of `needs(...)`."""
    for node in ast.walk(ast.parse(script.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "needs":
            return {ast.literal_eval(argument) for argument in node.args}
    raise AssertionError(f"{script.name} asks for nothing")


def strangers(script: Path, seen: set[Path]) -> Iterator[str]:
    """The modules of others that a script imports, by itself or through what it borrows."""
    seen.add(script)
    for node in ast.walk(ast.parse(script.read_text("utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else names
        for name in names:
            top = name.partition(".")[0]
            if top in PLACES:
                borrowed = PLACES[top] / (name.replace(".", "/") + ".py")
                if borrowed not in seen:
                    yield from strangers(borrowed, seen)
            elif top not in OURS and top not in sys.stdlib_module_names:
                yield top


def test_the_runtime_is_the_projects() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[^\w-]", line)[0].lower() for line in project["dependencies"]}
    assert {name.replace("_", "-") for name in runtime()} == wanted


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_whatever_is_imported_was_asked_for(script: Path) -> None:
    assert set(strangers(script, set())) - set(runtime()) - {"rich"} <= asked_for(script)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_in_a_bare_environment_one_sentence_says_what_is_missing(script: Path) -> None:
    bare = [sys.executable, "-S", "-E", str(script)]
    done = subprocess.run(bare, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"benchmarks/{script.name} needs ")
    assert line.endswith("pip install -e '.[dev]'")
    assert all(name in line for name in asked_for(script))
    assert done.stdout == ""
