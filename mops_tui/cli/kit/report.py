"""The command `report`. It imports what it needs when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from mops_tui.cli.complete import session_ids
from mops_tui.cli.failing import fail, fail_about
from mops_tui.cli.kit.folder import check_folder, write_folder
from mops_tui.cli.moments import MOMENT, PACE, beyond, pace_of
from mops_tui.cli.naming import readable, session_path
from mops_tui.cli.output import OUTPUT, Output, write_out
from mops_tui.words.i18n import _

if TYPE_CHECKING:
    from mops_tui.model.replay.moment import Moment
    from mops_tui.model.replay.pace import PaceName
    from mops_tui.report import ReportInput
    from mops_tui.report.input import ReportAudience
    from mops_tui.usecases.closing_kit import KitShape
    from mops_tui.usecases.report import ReportOptions, ReportShape

_KITS = ("csv", "svg", "all")
_SHAPES = (
    "md",
    "html",
    "pptx",
    "json",
    "csv",
    "csv-votes",
    "csv-results",
    "csv-jira",
    "csv-planner",
    "ics",
    "svg",
    "all",
    "pdf",
)
_ENDINGS = {
    ".html": "html",
    ".htm": "html",
    ".pptx": "pptx",
    ".json": "json",
    ".ics": "ics",
    ".svg": "svg",
    ".pdf": "pdf",
}
_OF_OTHERS = frozenset(
    (".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".ppt", ".odp", ".key", ".zip")
)
"""Endings of files that are not made: a text of this name would open nowhere."""
_PRINTED = frozenset(("md", "json"))
"""What a terminal can show: it goes to standard output where no file is named."""
_PAGES = frozenset(("md", "html", "pptx", "all"))
"""What can be cut down to page one."""
_WITH_NOTES = frozenset(("md", "html", "json", "all"))
"""What has a place for the facilitator's notes."""


@click.command()
@click.argument("session", type=click.Path(path_type=Path), shell_complete=session_ids)
@click.option(
    "--format",
    "shape",
    type=click.Choice(_SHAPES),
    help="md, unless the file of --output ends otherwise. md and json are printed; the others "
    "become files in this folder; all is all of them. csv is votes and results; ics the calendar; "
    "pdf says how a browser prints it.",
)
@click.option(
    "--audience",
    type=click.Choice(["room", "public"]),
    default="room",
    show_default=True,
    help="public: nobody's name, and no group under five.",
)
@click.option("--brief", is_flag=True, help="Page one alone.")
@click.option("--notes", is_flag=True, help="With the facilitator's notes; private ones never.")
@click.option("--at", type=MOMENT, help="As it was then: an event, 17, or a time, 2:30.5.")
@click.option(
    "--pace",
    type=PACE,
    default="story",
    show_default=True,
    help="The pace of the replay that a time was read from.",
)
@click.option(
    "--output", type=OUTPUT, help="A file; for csv, svg and all a folder; - is standard output."
)
def report(
    session: Path,
    shape: str | None,
    audience: ReportAudience,
    brief: bool,
    notes: bool,
    at: Moment | None,
    pace: PaceName,
    output: Output | None,
) -> None:
    """Tell what a session came to: as a page, slides, tables, a calendar, or data."""
    shape = shape or _by_ending(output)
    _refuse(shape, output, brief=brief, notes=notes)
    if shape == "csv-votes" and audience == "public":
        from mops_tui.usecases.closing_kit import votes_stay

        raise click.UsageError(votes_stay())
    if output is not None and shape not in _KITS:
        output.check()
    path = readable(session_path(session))
    from mops_tui.usecases.report import ReportOptions, named_for

    given, doubts = _input(path, ReportOptions(at, pace_of(pace), brief, notes, audience), at)
    named = named_for(path, audience)
    if shape in _KITS:
        _write_kit(given, cast("KitShape", shape), named, output)
    else:
        _write_one(given, cast("ReportShape", shape), named, output)
    _warn(given, shape, output)
    if doubts:
        click.echo(doubts, err=True)


def _write_one(given: ReportInput, shape: ReportShape, path: Path, output: Output | None) -> None:
    from mops_tui.report.slides.slides import SlidesMissing
    from mops_tui.usecases.closing_kit import (
        no_calendar,
        no_slides,
        nothing_to_do,
        without_a_day,
    )
    from mops_tui.usecases.report import report_bytes, report_name

    if shape == "ics" and (said := no_calendar(given)):
        fail(said)
    try:
        content = report_bytes(given, shape)
    except SlidesMissing:
        fail(no_slides())
    if output is None:
        output = Output(None if shape in _PRINTED else Path(report_name(path, shape)))
    otherwise = _("Nothing is lost: --output FILE writes it elsewhere, and --output - prints it.")
    write_out(content, output, _("Report written: {file}"), otherwise)
    if shape == "ics" and (said := without_a_day(given)):
        click.echo(said, err=True)
    if shape in ("csv-jira", "csv-planner") and (said := nothing_to_do(given)):
        click.echo(said, err=True)


def _write_kit(given: ReportInput, shape: KitShape, path: Path, output: Output | None) -> None:
    from mops_tui.usecases.closing_kit import kit_of

    names = {"csv": ".", "svg": f"{path.stem}-pictures", "all": f"{path.stem}-report"}
    named = output.path if output is not None else None
    folder = named or Path(names[shape])
    check_folder(folder)
    kit = kit_of(given, shape, path)
    write_folder(folder, {one.name: one.content for one in kit.files})
    for sentence in kit.missing:
        click.echo(sentence, err=True)


def _input(path: Path, wanted: ReportOptions, at: Moment | None) -> tuple[ReportInput, str]:
    """The session as a report may see it, and what may name somebody in it; or end and say why."""
    from mops_tui.model.replay.moment import BeyondEnd
    from mops_tui.storage.files.errors import SessionError
    from mops_tui.usecases.report import input_and_doubts

    try:
        return input_and_doubts(path, wanted)
    except SessionError as error:
        fail_about(error, path)
    except BeyondEnd as error:
        assert at is not None
        beyond(error, path, at)


def _warn(given: ReportInput, shape: str, output: Output | None) -> None:
    """Say beside the report what is missing in it, where it is not read on the screen just now."""
    from mops_tui.words.closing_kit.banners import banners
    from mops_tui.words.files.condition import unread

    if not (shape == "md" and (output or Output(None)).is_terminal()):
        for sentence in banners(given.state, given.condition, given.at):
            click.echo(sentence, err=True)
        if given.condition.unread_from is not None:  # whoever mends the file needs the line
            click.echo(unread(given.condition.unread_from), err=True)


def _by_ending(output: Output | None) -> str:
    """The format that the ending of a file asks for; Markdown where it says nothing."""
    ending = output.path.suffix.lower() if output is not None and output.path is not None else ""
    if ending == ".csv":
        words = _("Which table? --format csv-votes, csv-results, csv-jira or csv-planner.")
        raise click.UsageError(words)
    if ending in _OF_OTHERS:
        words = _(
            "No {ending} is made here. A name that ends in .html makes a page, "
            ".pptx slides, .md text; --format csv makes tables."
        )
        raise click.UsageError(words.format(ending=ending))
    return _ENDINGS.get(ending, "md")


def _refuse(shape: str, output: Output | None, *, brief: bool, notes: bool) -> None:
    """Refuse at once what has no use, before any work is done."""
    path = output.path if output is not None else None
    if shape == "pdf" or (path is not None and path.suffix.lower() == ".pdf"):
        raise click.UsageError(
            _(
                "No PDF is made here. Write the page with --format html, open it in a browser, and "
                "print it with “Save as PDF” as the printer."
            )
        )
    if brief and shape not in _PAGES:
        raise click.UsageError(_("--brief is page one alone: it goes with md, html, pptx and all."))
    if notes and shape not in _WITH_NOTES:
        words = _("--notes goes with md, html, json and all: {format} has no place for them.")
        raise click.UsageError(words.format(format=shape))
    if notes and brief and shape != "all":
        words = _("There are no notes on page one: leave out --brief or --notes.")
        raise click.UsageError(words)
    files = {".csv", ".md", ".zip", *_ENDINGS}
    if (
        shape in _KITS
        and path is not None
        and path.suffix.lower() in files
        and not _is_folder(path)
    ):
        words = _("{format} is several files: --output names a folder for them, and no file.")
        raise click.UsageError(words.format(format=shape))
    to_pipe = output is not None and path is None
    if to_pipe and shape in _KITS:
        words = _("{format} is several files: --output names a folder for them.")
        raise click.UsageError(words.format(format=shape))
    if shape == "pptx" and output is not None and output.is_terminal():
        raise click.UsageError(
            _("A terminal cannot show slides. Name a file: --output FILE, or send them on: | …")
        )


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long: no folder has it
        return False
