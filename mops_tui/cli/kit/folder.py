"""Several files that are written together, into one folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from mops_tui.cli.failing import fail, shown
from mops_tui.cli.output import write_file
from mops_tui.words.i18n import _, ngettext

_FEW = 2
"""So many files are named one by one."""


def write_folder(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below a folder, which is made where it is not there; say what was written.

    Args:
        folder: Where; a link is refused, as of a file.
        files: What, by their names below it.
    """
    from mops_tui.storage.files.outputs import OutputRefused, WrittenFile
    from mops_tui.storage.folders.places import private_folder
    from mops_tui.words.files.outputs import refused, stayed

    made: list[WrittenFile] = []
    at = folder
    try:
        for name, content in files.items():
            at = folder / name
            for above in (at.parent, folder):
                if above.is_symlink():
                    at = above
                    raise OutputRefused("link", {"target": str(above.readlink())})
            private_folder(at.parent)
            made.append(write_file(at, content))
    except (OutputRefused, OSError) as error:
        fail(refused(error, at))
    for one in made:
        if one.kept is not None:
            click.echo(stayed(one.kept, one.path))
        elif len(made) <= _FEW:
            click.echo(_("Written: {file}").format(file=shown(one.path)))
    if len(made) > _FEW:
        words = ngettext("{n} file written: {folder}", "{n} files written: {folder}", len(made))
        click.echo(words.format(n=len(made), folder=shown(folder)))
