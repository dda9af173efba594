"""`mops-tui rehearse --headless`: a rehearsal as a file, or on standard output."""

from __future__ import annotations

import click

from mops_tui.cli.failing import fail, fail_about, shown
from mops_tui.cli.output import Output, send
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.files.outputs import OutputRefused, check_output, is_stream
from mops_tui.usecases.rehearse import rehearse_bytes, rehearse_to
from mops_tui.words.files.outputs import refused
from mops_tui.words.i18n import ngettext
from mops_tui.words.took import took_lines


def rehearse_into(output: Output, workshop: str, people: int, seed: int) -> None:
    """Rehearse without a screen, write the session down and say so."""
    path = output.path
    try:
        if path is None or is_stream(path):
            data = rehearse_bytes(workshop, people, seed)
            if path is None:
                click.echo(data, nl=False)
            else:
                send(data, path)
            return
        if not path.exists():  # what exists is left alone, whatever it is
            check_output(path)
        made = rehearse_to(path, workshop, people, seed)
    except SessionError as error:
        assert path is not None
        fail_about(error, path)
    except (OutputRefused, OSError) as error:
        assert path is not None
        fail(refused(error, path))
    count = len(made.events)
    words = ngettext("Written: {file} ({n} event)", "Written: {file} ({n} events)", count)
    click.echo(words.format(file=shown(path), n=count))
    click.echo()
    for line in took_lines(made.state, made.state.t):
        click.echo(line)
