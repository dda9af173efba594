"""The commands `compare` and `trend`. Each imports what it needs when it runs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from mops_tui.cli.complete import folders, session_ids
from mops_tui.cli.failing import fail, fail_about, shown
from mops_tui.cli.naming import session_path
from mops_tui.cli.output import OUTPUT, Output, write_out
from mops_tui.entry import open_app
from mops_tui.words.i18n import _, ngettext

HUNDREDS = 200
"""From so many sessions on, a bar says how far it is."""
_FILE = click.Path(path_type=Path)
_SHAPES = click.Choice(["md", "json"])
_SAME = click.option(
    "--same",
    multiple=True,
    metavar="QUESTION",
    help="Compare this question although it is worded otherwise: scenario/question, or "
    "scenario/question=other/question. Can be given several times.",
)


@click.command()
@click.argument("sessions", nargs=-1, required=True, type=_FILE, shell_complete=session_ids)
@click.option("--format", "shape", type=_SHAPES, help="As text or as data, without a screen.")
@click.option("--output", type=OUTPUT, help="A file, or - for standard output; no screen.")
@_SAME
def compare(
    sessions: tuple[Path, ...], shape: str | None, output: Output | None, same: tuple[str, ...]
) -> None:
    """Lay two or more sessions side by side: then and now."""
    from mops_tui.model.comparison.wording import Consent
    from mops_tui.usecases.compare import (
        SameSession,
        UnknownQuestion,
        Unreadable,
        comparison_of,
        comparison_text,
    )
    from mops_tui.words.files.copies import same_session

    if output is not None:
        output.check()
    paths = tuple(session_path(path) for path in sessions)
    if len({path.absolute() for path in paths}) < max(2, len(paths)):
        raise click.UsageError(_("Name two or more sessions, each of them once."))
    try:
        consents = tuple(map(Consent.from_text, same))
        comparison = comparison_of(paths, consents)
    except Unreadable as refused:
        fail_about(refused.error, refused.path)
    except SameSession as copies:
        raise click.UsageError(same_session(copies.session)) from copies
    except UnknownQuestion as unknown:
        raise click.UsageError(_no_question(unknown.ref, unknown.known)) from unknown
    if shape is None and output is None and sys.stdout.isatty() and sys.stdin.isatty():
        from mops_tui.tui.destinations import Compare

        open_app(Compare(paths, consents))
        return
    text = comparison_text(comparison, shape or "md")
    write_out(text, output or Output(None), _("Comparison written: {file}"))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), shell_complete=folders)
@click.option("--format", "shape", type=_SHAPES, help="As text or as data, without a screen.")
@click.option("--output", type=OUTPUT, help="A file, or - for standard output; no screen.")
@_SAME
def trend(folder: Path, shape: str | None, output: Output | None, same: tuple[str, ...]) -> None:
    """Show how all sessions of a folder went, with a line for each measure."""
    from mops_tui.sources.many import session_files
    from mops_tui.usecases.compare import trend_of, trend_text

    if output is not None:
        output.check()
    try:
        paths = session_files(folder)
    except OSError as error:
        words = _("{folder} cannot be read: {why}.")
        fail(words.format(folder=shown(folder), why=error.strerror))
    if not paths:
        fail(_("There is no session in {folder} yet.").format(folder=shown(folder)))
    if len(paths) >= HUNDREDS and sys.stderr.isatty():
        with click.progressbar(paths, label=_("Reading sessions"), file=sys.stderr) as bar:
            joined, unread = trend_of(_each(bar), same)
    else:
        joined, unread = trend_of(paths, same)
    asked = {line.about for line in joined.lines}
    for ref in same:
        if ref not in asked:
            raise click.UsageError(_trend_joins(ref))
    if shape is None and output is None and sys.stdout.isatty() and sys.stdin.isatty():
        from mops_tui.tui.destinations import ShowTrend

        open_app(ShowTrend(joined, tuple(unread)))
        return
    text = trend_text(joined, unread, shape or "md")
    write_out(text, output or Output(None), _("Trend written: {file}"))
    if unread and (output is not None or shape == "json"):
        n = len(unread)
        words = ngettext(
            "{n} session is left out, or not whole:",
            "{n} sessions are left out, or not whole:",
            n,
        )
        click.echo("\n".join([words.format(n=n), *unread]), err=True)


def _trend_joins(ref: str) -> str:
    """That a trend cannot join a question that is named so."""
    if "=" in ref:
        return _("A trend joins a question with itself: name it once, as scenario/question.")
    return _no_question(ref, ())


def _each(bar: Iterable[Path]) -> Iterable[Path]:
    yield from bar


def _no_question(ref: str, known: Sequence[str]) -> str:
    """That no session asks a question, and which could have been meant."""
    words = _("No session has a question {question}.").format(question=shown(ref))
    if not known:
        return words
    return _("{none} Worded differently are: {known}.").format(none=words, known=", ".join(known))
