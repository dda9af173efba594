"""How a command says what went wrong, and ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from mops_tui.storage.files.errors import Busy, SessionError, WriteFailed

INVALID = 1
"""The exit status when something that was checked is not right."""


def fail(words: str) -> NoReturn:
    """Say why, and end."""
    click.echo(words, err=True)
    sys.exit(INVALID)


def fail_about(error: SessionError | Busy | WriteFailed, path: Path) -> NoReturn:
    """Say what is wrong with a session, and end."""
    from mops_tui.words.files.sessions import sentence

    fail(sentence(error, path))


def shown(path: Path | str) -> str:
    """A file's name as a terminal may show it."""
    from mops_tui.words.safe import safe

    return safe(str(path))
