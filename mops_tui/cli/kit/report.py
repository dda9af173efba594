"""The command `report`. It imports what it needs when it runs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from mops_tui.cli.complete import session_ids
from mops_tui.cli.failing import fail, fail_about
from mops_tui.cli.moments import MOMENT, PACE, beyond, pace_of
from mops_tui.cli.naming import readable, session_path
from mops_tui.cli.output import OUTPUT, Output, write_out
from mops_tui.words.i18n import _

if TYPE_CHECKING:
    from mops_tui.model.replay.moment import Moment
    from mops_tui.model.replay.pace import PaceName
    from mops_tui.report import ReportInput
    from mops_tui.usecases.report import ReportOptions, ReportShape

_SHAPES = ("md", "html", "pptx", "json", "pdf")
_PRINTED = frozenset(("md", "json"))
"""What a terminal can show: it goes to standard output where no file is named."""
_BINARY = frozenset(("pptx",))


@click.command()
@click.argument("session", type=click.Path(path_type=Path), shell_complete=session_ids)
@click.option(
    "--format",
    "shape",
    type=click.Choice(_SHAPES),
    default="md",
    show_default=True,
    help="md and json are printed; the others are files, here in this folder.",
)
@click.option("--brief", is_flag=True, help="Page one alone.")
@click.option("--notes", is_flag=True, help="With the facilitator's notes, private ones never.")
@click.option("--at", type=MOMENT, help="As it was then: an event, 17, or a time, 2:30.5.")
@click.option(
    "--pace",
    type=PACE,
    default="story",
    show_default=True,
    help="The pace of the replay that a time was read from.",
)
@click.option("--output", type=OUTPUT, help="A file; - is standard output.")
def report(
    session: Path,
    shape: str,
    brief: bool,
    notes: bool,
    at: Moment | None,
    pace: PaceName,
    output: Output | None,
) -> None:
    """Tell what a session came to: a page, slides, a text, or data."""
    _refuse_pdf(shape, output)
    if output is not None:
        output.check()
    if shape in _BINARY and output is not None and output.path is None and sys.stdout.isatty():
        raise click.UsageError(
            _("A terminal cannot show that. Name a file: --output FILE, or send it on: | program")
        )
    path = readable(session_path(session))
    from mops_tui.usecases.report import ReportOptions, report_name

    given = _input(path, ReportOptions(at, pace_of(pace), brief, notes), at)
    one = cast("ReportShape", shape)
    content = _content(given, one)
    if output is None:
        output = Output(None if shape in _PRINTED else Path(report_name(path, one)))
    write_out(content, output, _("Report written: {file}"))


def _input(path: Path, wanted: ReportOptions, at: Moment | None) -> ReportInput:
    """The session as a report may see it; otherwise say what is wrong, and end."""
    from mops_tui.model.replay.moment import BeyondEnd
    from mops_tui.storage.files.errors import SessionError
    from mops_tui.usecases.report import report_input

    try:
        return report_input(path, wanted)
    except SessionError as error:
        fail_about(error, path)
    except BeyondEnd as error:
        assert at is not None
        beyond(error, path, at)


def _content(given: ReportInput, shape: ReportShape) -> str | bytes:
    """The report; where slides cannot be written, say what is missing, and end."""
    from mops_tui.report.slides.slides import SlidesMissing
    from mops_tui.usecases.report import report_bytes

    try:
        return report_bytes(given, shape)
    except SlidesMissing:
        fail(_("Slides need one more package: pip install 'mops_tui[slides]'"))


def _refuse_pdf(shape: str, output: Output | None) -> None:
    """Refuse a PDF: none is made here, and every browser makes one."""
    path = output.path if output is not None else None
    if shape == "pdf" or (path is not None and path.suffix.lower() == ".pdf"):
        raise click.UsageError(
            _(
                "No PDF is made here. Write the page with --format html, open it in a browser, and "
                "print it with “Save as PDF” as the printer."
            )
        )
