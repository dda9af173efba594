"""The command `redact`. It imports what it needs when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mops_tui.cli.complete import session_ids
from mops_tui.cli.failing import fail, fail_about, shown
from mops_tui.cli.naming import readable, session_path
from mops_tui.cli.output import OUTPUT, Output
from mops_tui.words.i18n import _

if TYPE_CHECKING:
    from mops_tui.usecases.redacting.who import SeatHolder

_MOST_LISTED = 30


@click.command()
@click.argument("session", type=click.Path(path_type=Path), shell_complete=session_ids)
@click.option(
    "--participant", required=True, metavar="WHO", help="Their name, their handle, or their seat."
)
@click.option("--role", is_flag=True, help="Take their role out, too.")
@click.option("--output", type=OUTPUT, help="The new session; beside the original by default.")
def redact(session: Path, participant: str, role: bool, output: Output | None) -> None:
    """Write a new session without somebody's name; the original stays as it is."""
    _refuse(participant, output)
    path = readable(session_path(session))
    from mops_tui.storage.files.errors import SessionError
    from mops_tui.storage.folders.places import places
    from mops_tui.usecases.redacting.redact import (
        CannotRedact,
        redactable,
        redacted,
        write_redacted,
    )
    from mops_tui.usecases.redacting.still_named import still_named
    from mops_tui.usecases.redacting.who import matching, people_of
    from mops_tui.words.files.redacted import (
        remaining_sentences,
        removed_sentence,
        still_named_sentences,
    )

    try:
        header, events = redactable(path)
    except CannotRedact as refusal:
        fail(str(refusal).format(file=shown(path)))
    except SessionError as error:
        fail_about(error, path)
    people = people_of(events)
    if header.policy.anonymity == "anonymous" or not any(one.names for one in people):
        fail(_("{file} holds no name: nobody gave one there.").format(file=shown(path)))
    found = matching(people, participant)
    if len(found) != 1:
        fail(_nobody(participant, found or people, clear=not found))
    made = redacted(header, events, found[0], role=role)
    new = path.with_name(f"{made.header.id}.toml")
    if output is not None and output.path is not None:
        new = output.path
    try:
        write_redacted(made, new)
    except SessionError as error:
        fail_about(error, new)
    click.echo(_("Written: {file}").format(file=shown(new)))
    click.echo(removed_sentence(made.told))
    click.echo()
    click.echo(_("What remains there:"))
    own_role = "" if role else found[0].role
    for sentence in remaining_sentences(made.told, own_role, found[0].seat, shown(new)):
        click.echo(f"- {sentence}")
    click.echo()
    for sentence in still_named_sentences(still_named(path, header, places(), new)):
        click.echo(sentence)


def _refuse(participant: str, output: Output | None) -> None:
    """Refuse at once what has no use, before anything is read."""
    if not participant.strip():
        raise click.UsageError(_("--participant takes a name, a handle, or the number of a seat."))
    if output is None:
        return
    if output.path is None:
        raise click.UsageError(_("A session is not printed: --output names a file."))
    output.check()
    if not output.path.parent.is_dir():
        from mops_tui.words.files.outputs import refused

        fail(refused(FileNotFoundError(), output.path))


def _nobody(wanted: str, people: tuple[SeatHolder, ...], *, clear: bool) -> str:
    """That nobody, or more than one, is meant, and who there is."""
    listed = [f"{shown(one.name)} ({one.seat})" for one in people if one.names][:_MOST_LISTED]
    words = _("Several people are called {wanted}: name one by the seat. There are {people}.")
    if clear:
        words = _("Nobody there is called {wanted}, or has that seat. There are {people}.")
    return words.format(wanted=shown(wanted), people=", ".join(listed))
