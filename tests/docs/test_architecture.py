"""The house that docs/architecture.md draws is the house that stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "architecture.md").read_text("utf-8")
PACKAGE = ROOT / "mops_tui"
LINE = re.compile(r"^( *)([\w.]+/?)(?:  +(.*))?$")


def tree() -> list[tuple[str, str]]:
    """Each path of the tree with what is said about it."""
    drawn = re.search(r"<!-- tree -->\n```text\n(.*?)```\n<!-- /tree -->", TEXT, re.DOTALL)
    assert drawn, "the tree has lost its markers"
    found: list[tuple[str, str]] = []
    above: list[str] = []
    for line in drawn[1].splitlines():
        parts = LINE.match(line)
        assert parts, f"no line of a tree: {line!r}"
        depth = len(parts[1]) // 2
        above = [*above[:depth], parts[2].rstrip("/")]
        found.append(("/".join(above), parts[3] or ""))
    return found


TREE = tree()


def test_every_path_of_the_tree_exists() -> None:
    assert [path for path, _ in TREE if not (ROOT / path).exists()] == []


def test_every_path_is_explained() -> None:
    assert [path for path, words in TREE if not words and path != "mops_tui"] == []


def test_every_module_and_package_on_top_is_in_the_tree() -> None:
    modules = {path.name for path in PACKAGE.glob("*.py")} - {"__init__.py"}
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    drawn = {path.split("/")[1] for path, _ in TREE if path.startswith("mops_tui/")}
    assert drawn == modules | packages


def test_every_part_of_the_face_is_in_the_tree() -> None:
    face = PACKAGE / "tui"
    packages = {path.parent.name for path in face.glob("*/__init__.py")}
    drawn = {path.split("/")[2] for path, _ in TREE if path.startswith("mops_tui/tui/")}
    assert packages <= drawn


def test_every_package_is_in_the_tree() -> None:
    packages = {path.parent.relative_to(ROOT).as_posix() for path in PACKAGE.rglob("__init__.py")}
    assert packages - {path for path, _ in TREE} == set()


def test_every_file_that_the_page_names_exists() -> None:
    named = re.findall(r"[\w./-]*\w\.(?:py|toml|md)\b", TEXT)
    names = {name.lstrip("./") for name in named}
    known = [
        path.relative_to(ROOT).as_posix()
        for folder in ("mops_tui", "docs", "tests", "scenarios", "benchmarks")
        for path in (ROOT / folder).rglob("*.*")
    ] + [path.name for path in ROOT.iterdir()]
    missing = {name for name in names if not any(f"/{k}".endswith(f"/{name}") for k in known)}
    assert missing == set()


PATH = re.compile(r"`((?:[a-z_]+/)+(?:[a-z_]+\.(?:py|md|json))?)`")


def test_every_path_in_the_tables_leads_somewhere() -> None:
    """Where to look, and what holds what: paths from the package, or from the checkout."""
    missing = [
        path
        for path in PATH.findall(TEXT)
        if not (PACKAGE / path).exists() and not (ROOT / path).exists()
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("cast_vote", "model/session/rules/rounds.py"),
        ("VoteCast", "model/session/events/rounds.py"),
        ("Sealed", "model/session/audience.py"),
        ("VisibleState", "model/session/audience.py"),
        ("RefusalCode", "model/session/commands/refusal.py"),
        ("why_not", "model/agenda/available_actions.py"),
        ("step", "model/session/step.py"),
        ("change", "model/text/change.py"),
        ("Destination", "tui/destinations.py"),
        ("navigate", "tui/navigation/navigator.py"),
        ("pad_for", "tui/widgets/pads/__init__.py"),
        ("Body.Ready", "tui/widgets/room_view.py"),
    ],
)
def test_what_the_page_names_is_there(name: str, module: str) -> None:
    assert f"`{name}`" in TEXT
    assert name in (PACKAGE / module).read_text("utf-8")
