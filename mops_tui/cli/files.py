"""Sessions and packs as files: list them, delete one, begin one.

Each command imports what it needs when it runs.
"""

from __future__ import annotations

from pathlib import Path

import click

from mops_tui.cli.complete import scenario_ids, session_ids
from mops_tui.cli.failing import fail, fail_about, shown
from mops_tui.cli.naming import known_scenario, session_path
from mops_tui.cli.output import OUTPUT, Output, write_out
from mops_tui.words.i18n import _


@click.command()
@click.option(
    "--delete", "doomed", metavar="SESSION", shell_complete=session_ids, help="Delete a session."
)
@click.option("--yes", is_flag=True, help="Delete without asking.")
def sessions(doomed: str | None, yes: bool) -> None:
    """List your sessions, or delete one."""
    from mops_tui.storage.folders.places import places
    from mops_tui.storage.sessions.listing import SessionList
    from mops_tui.words.files.condition import header_edited
    from mops_tui.words.files.copies import copy_words
    from mops_tui.words.safe import safe

    if doomed is not None:
        _delete(session_path(Path(doomed)), yes=yes)
        return
    folder = places().sessions
    summaries = SessionList(folder).all()
    if not summaries:
        click.echo(_("There is no session in {folder} yet.").format(folder=folder))
        return
    for summary in summaries:
        when = summary.opened.astimezone().strftime("%Y-%m-%d %H:%M")
        state = _("cannot be read") if summary.trouble else ""
        state = state or (_("finished") if summary.finished else _("unfinished"))
        # The end of its title tells a session without somebody's name from the original.
        title = safe(summary.title or "-", 220 if summary.redacted else 40)
        click.echo(f"{when}  {state:<14}  {shown(summary.path.stem):<26}  {title}")
        if summary.header_edited:
            click.echo("    " + header_edited())
        for copy in summary.copies:
            click.echo("    " + _("a copy: {copy}").format(copy=copy_words(copy)))


def _delete(path: Path, *, yes: bool) -> None:
    from mops_tui.storage.files.errors import Busy, SessionError
    from mops_tui.storage.sessions.copies import all_paths, family
    from mops_tui.storage.sessions.delete import delete, goes_on
    from mops_tui.storage.sessions.summaries import summary_of
    from mops_tui.words.files.copies import copy_words
    from mops_tui.words.safe import safe

    summary = summary_of(path)
    if summary is None or summary.trouble == "folder":
        fail(_("There is no session {file}.").format(file=shown(path)))
    files = family(path)
    # Whoever names a copy means that file; whoever names the session means all of it.
    main = files if files is not None and files.path == path else summary
    name = safe(summary.title or path.name, 60)
    question = _("Delete “{title}” and every vote in it?").format(title=name)
    for copy in main.copies:
        click.echo(_("There is a copy, which goes with it: {copy}").format(copy=copy_words(copy)))
    if not yes and not click.confirm(question):
        return
    doomed = all_paths(main)
    for there in (there for one in doomed for there in goes_on(one) if there not in doomed):
        # What lies in another folder goes only when that is said, and not by --yes.
        words = _("It went on in {file}. Delete that, too?").format(file=shown(there))
        if not yes and click.confirm(words):
            doomed = (*doomed, there)
        else:
            words = _("Still there: {file}. It holds the session's votes, too.")
            click.echo(words.format(file=shown(there)))
    for one in doomed:
        try:
            deleted = delete(one)
        except (Busy, SessionError) as error:
            fail_about(error, one)
        for deleted_file in deleted:
            click.echo(_("Deleted: {file}").format(file=shown(deleted_file)))
    if files is not None and files.path != path:
        words = _("The session itself is still there: {file}")
        click.echo(words.format(file=shown(files.path)))


@click.command()
@click.argument("pack_id", metavar="ID")
@click.option("--here", is_flag=True, help="In this folder instead of your packs' folder.")
@click.option("--output", type=OUTPUT, help="Another file; - is standard output.")
@click.option("--cards", is_flag=True, help="Situation cards for practice, instead of a scenario.")
@click.option(
    "--scenario",
    default="",
    shell_complete=scenario_ids,
    metavar="ID",
    help="Cards that are practised with that scenario.",
)
def new(pack_id: str, here: bool, output: Output | None, cards: bool, scenario: str) -> None:
    """Make a commented starting file for a scenario, or for cards, of your own."""
    import re

    from mops_tui.storage.files.outputs import OutputRefused, is_stream, write_fresh
    from mops_tui.storage.folders.places import places, private_folder
    from mops_tui.storage.packs.card_template import card_template
    from mops_tui.storage.packs.template import template
    from mops_tui.words.files.outputs import refused

    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", pack_id):
        words = _("“{id}” is no id. Use small letters, digits and hyphens: my-scenario")
        raise click.UsageError(words.format(id=shown(pack_id)))
    if here and output is not None:
        raise click.UsageError(_("--here and --output name two places. Choose one."))
    if scenario and not cards:
        raise click.UsageError(
            _("--scenario goes with --cards: those cards are practised with it.")
        )
    if output is None and not here:
        _refuse_taken(pack_id)
    text = template(pack_id)
    if cards:
        text = card_template(pack_id, known_scenario(scenario) if scenario else "")
    if output is not None and (output.path is None or is_stream(output.path)):
        write_out(text, output, "")
        return
    folder = Path() if here else places().packs
    path = output.path if output is not None and output.path else folder / f"{pack_id}.toml"
    try:
        if output is None:
            private_folder(folder)
        write_fresh(path, text.encode())
    except FileExistsError:
        fail(_("{file} exists already. Choose another name.").format(file=shown(path)))
    except (OSError, OutputRefused) as error:
        fail(refused(error, path))
    click.echo(_("Written: {file}").format(file=shown(path)))
    click.echo(_("Edit it, then: mops-tui check {file}").format(file=shown(path)))


def _refuse_taken(pack_id: str) -> None:
    """Refuse the id of a pack that is there: a file that is just begun would take its place."""
    from mops_tui.storage.folders.places import pack_folders, places
    from mops_tui.storage.packs.packs import load_library

    folder = places().packs
    other = load_library(pack_folders(folder)).origins.get(pack_id)
    if other is not None and other != folder / f"{pack_id}.toml":
        words = _("“{id}” is the id of {file}, whose place it would take. Choose another name.")
        fail(words.format(id=pack_id, file=other.name))
