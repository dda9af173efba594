"""The command `actions`. It imports what it needs when it runs."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mops_tui.cli.complete import folders, todo_refs
from mops_tui.cli.failing import INVALID, fail, shown
from mops_tui.cli.output import OUTPUT, Output, write_out
from mops_tui.words.i18n import _

if TYPE_CHECKING:
    from datetime import date

    from mops_tui.sources.todo.folder import FolderTodo
    from mops_tui.sources.todo.tracked import Tracked

_HUNDREDS = 200
"""From so many sessions on, a bar says how far it is."""
_WIDEST, _LEAST_WIDE = 100, 40
_REFS = "REF[,REF…]"
_LIKE_A_REF = re.compile(r"[0-9a-f]{4,}")


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path), shell_complete=folders)
@click.option("--who", default="", metavar="NAME", help="Only what somebody of that name does.")
@click.option("--all", "everything", is_flag=True, help="With what is no longer open, too.")
@click.option("--csv", "as_csv", is_flag=True, help="As a table for a spreadsheet.")
@click.option("--json", "as_json", is_flag=True, help="As data for a program.")
@click.option(
    "--output", type=OUTPUT, help="Of the table or the data: a file, or - for standard output."
)
@click.option(
    "--done",
    "done_refs",
    multiple=True,
    metavar=_REFS,
    shell_complete=todo_refs,
    help="Mark these as done.",
)
@click.option(
    "--undone",
    "undone_refs",
    multiple=True,
    metavar=_REFS,
    shell_complete=todo_refs,
    help="Take that back.",
)
def actions(
    folder: Path | None,
    who: str,
    everything: bool,
    as_csv: bool,
    as_json: bool,
    output: Output | None,
    done_refs: tuple[str, ...],
    undone_refs: tuple[str, ...],
) -> None:
    """List what is open over all your workshops, overdue first; mark it done.

    FOLDER holds the sessions; without it, yours are read. Rehearsals and practice are left out.
    """
    from mops_tui.sources.clock import local_now

    marks = bool(done_refs or undone_refs)
    _refuse(
        marks=marks,
        refs=any(_each((*done_refs, *undone_refs))),
        lists=bool(who or everything or as_csv or as_json),
        shapes=as_csv + as_json,
        output=output,
    )
    todo = _read(folder, marks=marks)
    if marks:
        _mark(todo, done_refs, undone_refs)
        return
    today = local_now().date()
    if as_csv or as_json:
        _write(todo, today, who, everything=everything, as_json=as_json, output=output)
    elif _is_empty(todo):
        click.echo(_no_workshop(folder))
    else:
        _list(todo, today, who, folder, everything=everything)


def _refuse(*, marks: bool, refs: bool, lists: bool, shapes: int, output: Output | None) -> None:
    if marks and not refs:
        raise click.UsageError(_("Nothing was marked: --done and --undone take a reference."))
    if marks and lists:
        words = _(
            "--done and --undone mark; --who, --all, --csv and --json list. Do one after the other."
        )
        raise click.UsageError(words)
    if shapes > 1:
        raise click.UsageError(_("--csv is a table and --json is data: write one after the other."))
    if output is not None and not shapes:
        raise click.UsageError(
            _("--output is for the table or the data: it goes with --csv or --json.")
        )
    if output is not None:
        output.check()


def _read(folder: Path | None, *, marks: bool) -> FolderTodo:
    """What is to be done; a folder that was named and holds no workshop is refused."""
    from mops_tui.sources.todo.folder import todo_of

    own = folder is None
    place = _place(folder)
    try:
        if not own or place.exists():
            next(place.iterdir(), None)
    except OSError as error:
        words = _("{folder} cannot be read: {why}.")
        told = words.format(folder=shown(place), why=error.strerror)
        if marks and _LIKE_A_REF.fullmatch(str(place)):  # a blank where a comma is meant
            told += " " + _("Commas part several references: --done 587c8e,249ca9.")
        fail(told)
    todo = todo_of(place, _watched)
    if _is_empty(todo) and not own:
        fail(_no_workshop(folder))
    return todo


def _place(folder: Path | None) -> Path:
    from mops_tui.storage.folders.places import places

    return places().sessions if folder is None else folder


def _is_empty(todo: FolderTodo) -> bool:
    return not todo.sessions and not todo.rehearsals and not todo.unread


def _no_workshop(folder: Path | None) -> str:
    return _("There is no workshop in {folder} yet.").format(folder=shown(_place(folder)))


def _watched(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, with a bar where there are many."""
    each = list(paths)
    if len(each) < _HUNDREDS or not sys.stderr.isatty():
        yield from each
        return
    with click.progressbar(each, label=_("Reading sessions"), file=sys.stderr) as bar:
        yield from bar


def _write(
    todo: FolderTodo,
    today: date,
    who: str,
    *,
    everything: bool,
    as_json: bool,
    output: Output | None,
) -> None:
    """Write the table or the data; beside it, on standard error, what is not in it."""
    from mops_tui.usecases import actions as usecase

    groups = usecase.listed(todo.things, today, who, everything=everything)
    if as_json:
        text = usecase.list_json(todo, groups, today, _unread(todo))
        done = _("Data written: {file}")
    else:
        text = usecase.list_csv(groups, usecase.references(todo.things))
        done = _("Table written: {file}")
    write_out(text, output or Output(None), done)
    _tell_rest(todo, err=True)


def _list(
    todo: FolderTodo, today: date, who: str, folder: Path | None, *, everything: bool
) -> None:
    from mops_tui.usecases import actions as usecase
    from mops_tui.words.closing_kit import todo as words

    groups = usecase.listed(todo.things, today, who, everything=everything)
    refs = usecase.references(todo.things)
    shown_open, overdue = usecase.counts(groups)
    if who and not groups:
        still_open = (one for one in todo.things if one.standing == "open")
        click.echo(words.nobody_of(who, usecase.names_in(still_open)))
    else:
        if who:
            found = (one for things in groups.values() for one in things)
            click.echo(words.found_for(who, usecase.names_in(found)))
        click.echo(words.open_words(shown_open, overdue, todo.sessions))
    width = max(_LEAST_WIDE, min(_WIDEST, shutil.get_terminal_size().columns))
    for heading, lines in usecase.list_lines(groups, refs, today, width):
        click.echo()
        click.secho(heading, bold=True)
        for line in lines:
            click.echo(line)
    first = next((things[0] for things in groups.values()), None)
    if shown_open and first is not None:
        click.echo()
        place = "" if folder is None else f"{shlex.quote(shown(folder))} "
        command = f"mops-tui actions {place}--done {refs[first.digest]}"
        click.echo(_("{command} marks the first one as done.").format(command=command))
    _tell_rest(todo, err=False)


def _tell_rest(todo: FolderTodo, *, err: bool) -> None:
    """Say what was left out, and which files could not be read."""
    from mops_tui.words.closing_kit.todo import redacted_left_out, rehearsals_left_out
    from mops_tui.words.files.copies import counted_once

    told = [rehearsals_left_out(todo.rehearsals)] if todo.rehearsals else []
    told += [redacted_left_out(todo.redacted)] if todo.redacted else []
    told += [counted_once(copy, one) for one in todo.copied for copy in one.copies]
    told += _unread(todo)
    if told and not err:
        click.echo()
    for one in told:
        click.echo(one, err=err)


def _unread(todo: FolderTodo) -> list[str]:
    """A sentence for each file that could not be read, or not whole."""
    from mops_tui.words.closing_kit.todo import unread

    return [unread(file, file.path) for file in todo.unread]


def _mark(todo: FolderTodo, done_refs: tuple[str, ...], undone_refs: tuple[str, ...]) -> None:
    """Mark what is meant, file by file; nothing is written where one reference is wrong."""
    from mops_tui.usecases.actions import BadReference, meant
    from mops_tui.words.closing_kit import todo as words

    try:
        finished = meant(todo.things, _each(done_refs))
        opened = meant(todo.things, _each(undone_refs))
    except BadReference as error:
        fail(error.sentence)
    if both := {one.digest for one in finished} & {one.digest for one in opened}:
        twice = next(one for one in finished if one.digest in both)
        raise click.UsageError(
            _("--done and --undone name the same thing: {what}").format(
                what=words.what_words(twice)
            )
        )
    right = [_mark_all(finished, done=True), _mark_all(opened, done=False)]
    if not all(right):
        sys.exit(INVALID)


def _each(refs: tuple[str, ...]) -> Iterator[str]:
    for ref in refs:
        yield from (part for part in ref.split(",") if part.strip())


def _mark_all(things: Iterable[Tracked], *, done: bool) -> bool:
    """Mark things, and say of each what came of it."""
    from mops_tui.words.closing_kit import todo as words

    right, by_file = True, dict[Path, list["Tracked"]]()
    for one in things:
        if not done and one.said_in:
            click.echo(words.said_by_room(one), err=True)
            right = False
        elif (one.standing == "open") != done:
            click.echo(words.already(one, done=done))
        else:
            by_file.setdefault(one.path, []).append(one)
    for same in by_file.values():
        right = _mark_in(same, done=done) and right
    return right


def _mark_in(things: list[Tracked], *, done: bool) -> bool:
    from mops_tui.usecases.actions import marked

    outcome = marked(things, done=done)
    for told in outcome.sentences:
        click.echo(told, err=not outcome.written)
    return outcome.written
