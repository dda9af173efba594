"""Saying why something cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mops_tui.storage.files.errors import Busy, SessionError, WriteFailed
from mops_tui.tui.ending.app import EndingApp
from mops_tui.tui.paths import short_path
from mops_tui.tui.screens.home.starting import StartingScreen
from mops_tui.words.files import sessions as session_words

FAILED = 1
"""The exit status of a program that could not go where it was told to."""


def say_error(
    app: EndingApp,
    error: SessionError | Busy | WriteFailed,
    path: Path,
    say: Callable[[SessionError | Busy | WriteFailed, Path | str], str] = session_words.sentence,
) -> None:
    """One clear sentence about a file."""
    refuse(app, say(error, short_path(path)), in_full=say(error, path))


def refuse(app: EndingApp, words: str, in_full: str = "") -> None:
    """Say why something cannot be opened, for as long as it takes to read.

    Where the program has just begun with it, there is nothing else to show: the program ends, and
    the sentence stands in the terminal that it came from, where there is room for a whole path.
    """
    first = app.screen_stack[0]
    if isinstance(first, StartingScreen) and (app.screen is first or not first.opened):
        app.end_refusing(in_full or words, FAILED)
    else:
        app.notify(words, severity="error", timeout=15, markup=False)
