"""The guards are set before Textual is imported, and take nothing that somebody has set."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import mops_tui.entry
from mops_tui.process.terminal import KEYS, SMOOTH, guard, guards


@pytest.mark.parametrize(
    "environment",
    [{"TERM_PROGRAM": "iTerm.app"}, {"LC_TERMINAL": "iTerm2"}, {"ITERM_SESSION_ID": "w0"}],
)
def test_iterm2_gets_plain_keys_so_that_accents_arrive(environment: dict[str, str]) -> None:
    assert guards(environment) == {SMOOTH: "0", KEYS: "1"}


def test_other_terminals_keep_their_keys_and_none_gets_pixels() -> None:
    assert guards({"TERM_PROGRAM": "vscode"}) == {SMOOTH: "0"}


def test_what_somebody_has_set_stays() -> None:
    environment = {"TERM_PROGRAM": "iTerm.app", KEYS: "0", SMOOTH: "1"}
    assert guard(environment) == ()
    assert environment == {"TERM_PROGRAM": "iTerm.app", KEYS: "0", SMOOTH: "1"}


def test_textual_understands_both_and_is_imported_after_them() -> None:
    from textual import constants

    text = Path(constants.__file__).read_text("utf-8")
    assert f'"{KEYS}"' in text
    assert f'"{SMOOTH}"' in text
    tree = ast.parse(Path(mops_tui.entry.__file__).read_text("utf-8"))
    [opening] = [
        n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name == "open_app"
    ]
    guarded = [n.lineno for n in ast.walk(opening) if isinstance(n, ast.Name) and n.id == "guard"]
    late = [n.lineno for n in ast.walk(opening) if isinstance(n, ast.ImportFrom)]
    assert max(guarded) < min(late)
