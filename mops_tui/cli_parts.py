"""What the commands share: finding a session, saying what went wrong, writing a file."""

from __future__ import annotations

import contextlib
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from mops_tui.words.i18n import _

if TYPE_CHECKING:
    from mops_tui.storage.errors import Busy, SessionError, WriteFailed

INVALID = 1
"""The exit status when something that was checked is not right."""


def session_path(given: Path) -> Path:
    """A session by its file, or by its id in the user's folder.

    An id stands for the session, whatever its file is called and however many copies there are.
    """
    from mops_tui.storage.places import places

    folder, session = places().sessions, given.name.removesuffix(".toml")
    path = _or_own(given, folder)
    try:
        if given.parent != Path() or given.exists():
            return path
    except OSError:  # a name too long: who reads the file says so
        return path
    from mops_tui.storage.copies import by_id, family

    found = by_id(folder, session) if path == given else family(path)
    return found.path if found is not None and found.id == session else path


def checked_path(given: Path) -> Path:
    """A pack, a session or a practice journal by its file, or by its id in the user's folders."""
    from mops_tui.storage.places import places

    here = places()
    return _or_own(given, here.sessions, here.packs, here.practice)


def _or_own(given: Path, *folders: Path) -> Path:
    name = f"{given.name.removesuffix('.toml')}.toml"
    try:
        if not given.exists() and given.parent == Path():
            return next((own for f in folders if (own := f / name).exists()), given)
    except OSError:  # a name too long, a folder closed to us: who reads the file says so
        pass
    return given


def readable(path: Path) -> Path:
    """A workshop's session whose head can be read; otherwise say what is wrong, and end."""
    from mops_tui.storage import journal
    from mops_tui.storage.errors import SessionError, refuse_practice

    try:
        if path.exists() and not path.is_file():  # a pipe is read once; a folder says so itself
            return path
    except OSError:  # a name too long, a folder closed to us: reading it says so
        pass
    try:
        refuse_practice(journal.read_head(journal.load(path)).header.session)
    except SessionError as error:
        if error.code == "missing":
            words = _("{file}: there is no such session. `mops-tui sessions` lists yours.")
            fail(words.format(file=shown(path)))
        fail_about(error, path)
    return path


def seconds(clock: str) -> float:
    """Seconds of "mm:ss" or "h:mm:ss"."""
    parts = clock.split(":")
    if not 1 <= len(parts) <= 3 or not all(re.fullmatch("[0-9]{1,6}", part) for part in parts):
        raise click.UsageError(_("“{time}” is no time. Write mm:ss.").format(time=clock))
    total = 0
    for part in parts:
        total = total * 60 + int(part)
    return float(total)


def fail(words: str) -> NoReturn:
    """Say why, and end."""
    click.echo(words, err=True)
    sys.exit(INVALID)


def fail_about(error: SessionError | Busy | WriteFailed, path: Path) -> NoReturn:
    """Say what is wrong with a session, and end."""
    from mops_tui.words.sessions import sentence

    fail(sentence(error, path))


def shown(path: Path | str) -> str:
    """A file's name as a terminal may show it."""
    from mops_tui.words.safe import safe

    return safe(str(path))


def write_out(text: str, output: Path, done: str) -> None:
    """Write a text into a file that is no session, and say so.

    What is told of a session holds votes, as the session does: nobody else may read it.

    Args:
        text: What is written.
        output: The file.
        done: What is said, with {file} in it.
    """
    from mops_tui.checking import is_session

    if is_session(output):
        fail(_("{file} is a session. Choose another file.").format(file=shown(output)))
    fresh = not output.exists()
    try:
        output.touch(mode=0o600)
        output.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        if fresh:
            with contextlib.suppress(OSError):
                output.unlink()
        words = _("{file} cannot be written: {why}.")
        fail(words.format(file=shown(output), why=error.strerror))
    click.echo(done.format(file=shown(output)))
