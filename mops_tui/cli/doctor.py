"""`mops-tui doctor`: what a bug report needs, and what stands in a facilitator's way."""

from __future__ import annotations

import sys

import click

from mops_tui.cli.failing import INVALID
from mops_tui.words.i18n import _, ngettext


@click.command()
def doctor() -> None:
    """Say what matters for a bug report, and what is in the way of a workshop.

    It names no session and no person, so that it can be pasted.
    """
    from mops_tui.storage.folders.places import places
    from mops_tui.tui.settings import read_settings
    from mops_tui.usecases.doctor import examine

    folders = places()
    lines = examine(folders, read_settings(folders.config).complaints)
    width = max(len(line.about) for line in lines)
    for line in lines:
        mark = "!" if line.trouble else " "
        click.echo(f"{mark} {line.about:<{width}}  {line.finding}")
    wrong = sum(line.trouble for line in lines)
    if wrong:
        words = ngettext(
            "{n} thing needs attention; it is marked with !.",
            "{n} things need attention; they are marked with !.",
            wrong,
        )
        click.echo(words.format(n=wrong), err=True)
        sys.exit(INVALID)
    click.echo(_("Nothing is in the way."))
