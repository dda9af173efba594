"""What importing costs: the core without a terminal, the first screen without the core."""

from __future__ import annotations

import ast
import json
import os
import pkgutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import mops_tui

ROOT = Path(mops_tui.__file__).resolve().parents[1]
CORE = ("model", "pictures", "storage", "sources", "report", "words")


def modules(package: str) -> list[str]:
    folder = Path(mops_tui.__file__).parent / package
    found = pkgutil.walk_packages([str(folder)], f"mops_tui.{package}.")
    return [f"mops_tui.{package}", *(module.name for module in found)]


LIGHT = {"mops_tui.model", "mops_tui.model.text", "mops_tui.model.text.blank"}
"""What tells an empty text, and the packages around it: words need them; they import nothing."""

MODEL = tuple(name for name in modules("model") if name not in LIGHT)


def loaded(*steps: tuple[list[str], tuple[str, ...]]) -> list[list[str]]:
    """Which of some modules a fresh process has loaded after some imports, step after step."""
    ours = {name for _, heavy in steps for name in heavy if name.startswith("mops_tui.")}
    assert [name for name in ours if not find_spec(name)] == [], "no such module any more"
    script = (
        "import importlib, json, sys\n"
        "for names, heavy in json.loads(sys.argv[1]):\n"
        "    for name in names: importlib.import_module(name)\n"
        "    print(json.dumps([name for name in heavy if name in sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, json.dumps(steps)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_core_knows_neither_terminal_nor_network() -> None:
    """One process imports part after part: the first that brings something along is to blame."""
    heavy = ("textual", "rich", "plotext", "aiohttp", "socketserver", "http.server", "mops_tui.tui")
    brought = loaded(*((modules(package), heavy) for package in CORE))
    assert dict(zip(CORE, brought, strict=True)) == {package: [] for package in CORE}


def test_the_pure_part_reads_no_file_and_writes_none() -> None:
    heavy = ("mops_tui.storage", "mops_tui.sources", "mops_tui.words", "tomllib", "tomli_w")
    assert loaded((modules("model"), heavy), (modules("pictures"), heavy)) == [[], []]


PHONES = ("aiohttp", "segno", "mops_tui.web")
"""What only a room that is opened to phones needs."""


def test_nothing_of_phones_is_imported_before_a_room_is_opened() -> None:
    names = [
        "mops_tui.tui.navigation.navigator",
        "mops_tui.tui.widgets.joining.qr_code",
        "mops_tui.entry",
    ]
    assert loaded((names, PHONES)) == [[]]


def test_home_is_there_before_the_model() -> None:
    """Launch is the time until home is painted; the model is loaded behind it, in a thread."""
    names = [
        "mops_tui.__main__",
        "mops_tui.entry",
        "mops_tui.tui.app",
        "mops_tui.tui.screens.home.home",
    ]
    heavy = (
        "click",
        "pydantic",
        *MODEL,
        "mops_tui.sources",
        "mops_tui.tui.navigation.new_screens",
        "plotext",
        "tomli_w",
        "filelock",
        *PHONES,
    )
    assert loaded((names, heavy)) == [[]]


def test_what_home_reads_needs_no_model_either() -> None:
    script = [
        "mops_tui.storage.sessions.summaries",
        "mops_tui.storage.packs.summaries",
        "mops_tui.storage.folders.places",
        "mops_tui.storage.files.errors",
        "mops_tui.words.i18n",
        "mops_tui.words.safe",
    ]
    assert loaded((script, ("pydantic", *MODEL, "tomli_w", "textual"))) == [[]]


def test_the_command_line_alone_is_light() -> None:
    heavy = ("textual", "rich", "pydantic", *MODEL, "mops_tui.tui", "plotext")
    assert loaded((["mops_tui.cli.commands", "mops_tui.__main__"], heavy)) == [[]]


def imports_of(path: Path, names: frozenset[str]) -> set[str]:
    """The modules of ours that a file imports, for types alone and late ones among them."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (inner & names) or {node.module}
    return found & names


def all_imports() -> dict[str, set[str]]:
    """Each module of ours, and those that it imports."""
    folder = Path(mops_tui.__file__).parent
    paths: dict[str, Path] = {}
    for path in folder.rglob("*.py"):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        paths[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    names = frozenset(paths)
    return {name: imports_of(path, names) - {name} for name, path in paths.items()}


def test_no_module_imports_itself_by_way_of_others() -> None:
    """Take away what imports nothing that is left, again and again: what stays is a circle."""
    left = all_imports()
    while leaves := {name for name, imported in left.items() if not imported & left.keys()}:
        for name in leaves:
            del left[name]
    while ends := left.keys() - {one for imported in left.values() for one in imported}:
        for name in ends:
            del left[name]
    assert left == {}, "these import each other: " + ", ".join(sorted(left))
