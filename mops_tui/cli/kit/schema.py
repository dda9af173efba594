"""The command `schema`. It imports what it needs when it runs."""

from __future__ import annotations

import click

from mops_tui.cli.output import OUTPUT, Output, write_out
from mops_tui.words.i18n import _


@click.command()
@click.option("--output", type=OUTPUT, help="A file; - is standard output.")
def schema(output: Output | None) -> None:
    """Print the JSON Schema of what `report`, `compare`, `trend` and `actions` write as JSON."""
    if output is not None:
        output.check()
    from mops_tui.usecases.report import report_schema

    write_out(report_schema(), output or Output(None), _("Schema written: {file}"))
