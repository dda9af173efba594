"""Several files that are written together, into one folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mops_tui.cli.failing import fail, shown
from mops_tui.cli.output import write_file
from mops_tui.words.i18n import _, ngettext

if TYPE_CHECKING:
    from mops_tui.storage.files.outputs import WrittenFile

_FEW = 2
"""So many files are named one by one."""


def check_folder(folder: Path) -> None:
    """Refuse at once what is no folder to write into, before any work is done."""
    try:
        target = folder.readlink() if folder.is_symlink() else None
        is_file = folder.exists() and not folder.is_dir()
    except OSError:  # a name too long, a folder closed to us: writing says so
        return
    if target is not None:
        words = _("{file} is a link to {target}. Name that folder itself, or another one.")
        fail(words.format(file=shown(folder), target=shown(target)))
    if is_file:
        words = _("{file} is a file: name a folder for several files.")
        fail(words.format(file=shown(folder)))


def write_folder(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below a folder, which is made where it is not there; say what was written.

    Args:
        folder: Where; see `check_folder`.
        files: What, by their names below it.
    """
    from mops_tui.storage.files.outputs import OutputRefused
    from mops_tui.storage.folders.places import private_folder
    from mops_tui.words.files.outputs import refused

    made: list[WrittenFile] = []
    at = folder
    try:
        for name, content in files.items():
            at = folder / name
            check_folder(at.parent)
            private_folder(at.parent)
            made.append(write_file(at, content))
    except OutputRefused as error:
        _say_written(folder, made)
        fail(refused(error, at))
    except OSError as error:
        _say_written(folder, made)
        otherwise = _("Nothing is lost: --output FOLDER writes all of it elsewhere.")
        fail(f"{refused(error, at)} {otherwise}")
    _say_written(folder, made)


def _say_written(folder: Path, made: Sequence[WrittenFile]) -> None:
    """Say what was written, each by itself or how many, and what was there before."""
    from mops_tui.words.files.outputs import stayed

    for one in made:
        if one.kept is not None:
            click.echo(stayed(one.kept, one.path))
        elif len(made) <= _FEW:
            click.echo(_("Written: {file}").format(file=shown(one.path)))
    if len(made) > _FEW:
        words = ngettext("{n} file written: {folder}", "{n} files written: {folder}", len(made))
        click.echo(words.format(n=len(made), folder=shown(folder)))
