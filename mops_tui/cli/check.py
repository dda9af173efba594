"""The command `check`. It imports what it needs when it runs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mops_tui.cli.complete import file_ids
from mops_tui.cli.failing import INVALID, fail_about
from mops_tui.cli.naming import checked_path
from mops_tui.words.i18n import _, ngettext


@click.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    shell_complete=file_ids,
)
@click.option("--repair", is_flag=True, help="Mend damaged sessions; a backup is kept.")
@click.option("--dry-run", is_flag=True, help="Tell what a repair would do; write nothing.")
@click.option("--fingerprint", is_flag=True, help="One line that stands for a session.")
def check(files: tuple[Path, ...], repair: bool, dry_run: bool, fingerprint: bool) -> None:
    """Say what is wrong with packs and sessions: file, line, key, and what to do."""
    from mops_tui.storage.files.errors import SessionError
    from mops_tui.usecases.check import check_file, fingerprint_line

    if fingerprint and (repair or dry_run):
        raise click.UsageError(_("--fingerprint only looks: leave --repair and --dry-run out."))
    wrong = 0
    for file in files:
        path = checked_path(file)
        if fingerprint:
            try:
                digest, lines = fingerprint_line(path)
            except SessionError as error:
                fail_about(error, path)
            click.echo(digest)
            wrong += bool(lines)
            for line in lines:
                click.echo(line, err=True)
            continue
        sound, lines = check_file(path, repair=repair, dry_run=dry_run)
        wrong += not sound
        for line in lines:
            click.echo(line)
    if wrong:
        click.echo(
            ngettext("{n} file is not right.", "{n} files are not right.", wrong).format(n=wrong),
            err=True,
        )
        sys.exit(INVALID)
