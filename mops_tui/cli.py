"""The command line. Every command imports what it needs when it runs."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path

import click

from mops_tui import __version__
from mops_tui.cli_compare import compare, trend
from mops_tui.cli_parts import (
    INVALID,
    checked_path,
    fail,
    fail_about,
    readable,
    seconds,
    session_path,
    shown,
    write_out,
)
from mops_tui.entry import open_app
from mops_tui.words.i18n import _, ngettext


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mops-tui")
@click.pass_context
def main(context: click.Context) -> None:
    """Workshops for Marketing Operations, run from this terminal.

    Without a command it opens the home screen. Everything stays on this machine.
    """
    if context.invoked_subcommand is None:
        open_app()


@main.command()
@click.argument("workshop", default="")
def run(workshop: str) -> None:
    """Set a workshop up and run it: full-walk, placement-only, or one of your own."""
    from mops_tui.storage.pack_heads import pack_heads
    from mops_tui.storage.places import pack_folders, places
    from mops_tui.tui.app import Start

    wanted, own = workshop or "full-walk", places().packs
    known = [head.id for head in pack_heads(pack_folders(own), own)]
    if wanted not in known:
        near = get_close_matches(wanted, known, 1)
        words = _("There is no workshop “{id}”; did you mean “{near}”?") if near else ""
        words = words or _("There is no workshop “{id}”. Home lists them: mops-tui")
        fail(words.format(id=shown(wanted), near=near[0] if near else ""))
    open_app(Start(workshop=wanted))


@main.command()
@click.argument("workshop", default="full-walk")
@click.option("--people", type=click.IntRange(1, 1000), default=9, show_default=True)
@click.option("--seed", type=click.IntRange(min=0), default=7, show_default=True)
@click.option("--headless", is_flag=True, help="Without a screen, by a scripted facilitator.")
@click.option("--output", type=click.Path(path_type=Path), help="The session file to write.")
def rehearse(
    workshop: str,
    people: int,
    seed: int,
    headless: bool,
    output: Path | None,
) -> None:
    """Run a workshop with a simulated room, to practise facilitating it."""
    if not headless:
        from mops_tui.tui.app import Rehearsal, Start

        open_app(Start(rehearsal=Rehearsal(workshop, people, seed)))
        return
    if output is None:
        raise click.UsageError(_("--headless needs --output FILE."))
    from mops_tui.rehearsing import rehearse_to
    from mops_tui.storage.errors import SessionError, WriteFailed

    try:
        count = rehearse_to(output, workshop, people, seed)
    except KeyError:
        fail(_("There is no workshop “{id}”.").format(id=workshop))
    except (SessionError, WriteFailed) as error:
        fail_about(error, output)
    words = ngettext("Written: {file} ({n} event)", "Written: {file} ({n} events)", count)
    click.echo(words.format(file=output, n=count))


@main.command()
@click.argument("session", type=click.Path(path_type=Path))
@click.option("--speed", type=click.FloatRange(0.25, 16), default=1.0, show_default=True)
@click.option("--start", default="0:00", show_default=True, help="Where to begin, mm:ss.")
@click.option("--idle-limit", type=click.FloatRange(0.1), default=2.0, show_default=True)
@click.option("--pause-on-markers", is_flag=True, help="Pause at each marker.")
@click.option("--open", "opened", is_flag=True, help="Show votes before their reveal.")
@click.option("--cast", type=click.Path(path_type=Path), help="Write an asciicast instead.")
@click.option("--svg", type=click.Path(path_type=Path), help="Write a still picture instead.")
@click.option("--size", default="100x30", show_default=True, help="Of either, as WIDTHxHEIGHT.")
@click.option("--at", default="0:00", show_default=True, help="The moment of the still, mm:ss.")
def replay(
    session: Path,
    speed: float,
    start: str,
    idle_limit: float,
    pause_on_markers: bool,
    opened: bool,
    cast: Path | None,
    svg: Path | None,
    size: str,
    at: str,
) -> None:
    """Replay a saved session as the room saw it, or write the replay down to share it."""
    begin, moment = seconds(start), seconds(at)
    path = readable(session_path(session))
    if cast is not None or svg is not None:
        from mops_tui.cli_share import share

        share(path, cast, svg, size, moment, speed, idle_limit, opened=opened)
        return
    from mops_tui.tui.app import Replay, Start

    open_app(Start(replay=Replay(path, speed, begin, idle_limit, pause_on_markers, opened)))


@main.command()
@click.argument("session", required=False, type=click.Path(path_type=Path))
def stage(session: Path | None) -> None:
    """Be the projector window: the room's view of the session run in another terminal."""
    from mops_tui.storage.errors import SessionError
    from mops_tui.storage.heads import head
    from mops_tui.tui.app import Start

    path = session_path(session) if session else None
    if path is not None and (found := head(path)) is not None and found.session == "practice":
        fail_about(SessionError("practice"), path)
    open_app(Start(stage=True, session=path))


@main.command()
@click.argument("scenario", default="")
def practice(scenario: str) -> None:
    """Practise alone: what is due today, or one scenario at your own pace."""
    from mops_tui.tui.app import Start

    open_app(Start(practice=scenario))


@main.command()
def progress() -> None:
    """Show what your practice adds up to."""
    from mops_tui.sources.practice import read_practice
    from mops_tui.sources.progress import Deck, Progress
    from mops_tui.storage.packs import load_library
    from mops_tui.storage.places import pack_folders, places
    from mops_tui.tui.screens.progress import progress_lines

    here = places()
    library = load_library(pack_folders(here.packs))
    answers, damaged = read_practice(here.practice)
    personas = {
        q.id: q.name for s in library.scenarios.values() for g in s.grids for q in g.quadrants
    }
    made = Progress(Deck.of(library.scenarios.values()), answers)
    click.echo(progress_lines(made, personas).plain)
    for name in damaged:
        words = _("{file} cannot be read in full; mops-tui check --repair mends it.")
        click.echo(words.format(file=here.practice / name), err=True)


@main.command()
def demo() -> None:
    """Watch a rehearsed workshop play itself through to the quadrant: half a minute."""
    from mops_tui.tui.app import Start

    open_app(Start(demo=True))


@main.command()
@click.argument("session", type=click.Path(path_type=Path))
def resume(session: Path) -> None:
    """Go on with a session: its file, or its id."""
    from mops_tui.tui.app import Start

    open_app(Start(session=readable(session_path(session))))


@main.command()
@click.option("--delete", "doomed", metavar="SESSION", help="Delete a session.")
@click.option("--yes", is_flag=True, help="Delete without asking.")
def sessions(doomed: str | None, yes: bool) -> None:
    """List your sessions, or delete one."""
    from mops_tui.storage.places import places
    from mops_tui.storage.session_list import SessionList
    from mops_tui.words.copies import copy_words
    from mops_tui.words.safe import safe

    if doomed is not None:
        _delete(session_path(Path(doomed)), yes=yes)
        return
    folder = places().sessions
    heads = SessionList(folder).all()
    if not heads:
        click.echo(_("There is no session in {folder} yet.").format(folder=folder))
        return
    for head in heads:
        when = head.opened.astimezone().strftime("%Y-%m-%d %H:%M")
        state = _("cannot be read") if head.trouble else ""
        state = state or (_("finished") if head.finished else _("unfinished"))
        title = safe(head.title or "-", 40)
        click.echo(f"{when}  {state:<14}  {shown(head.path.stem):<26}  {title}")
        for copy in head.copies:
            click.echo("    " + _("a copy: {copy}").format(copy=copy_words(copy)))


def _delete(path: Path, *, yes: bool) -> None:
    from mops_tui.storage.copies import all_paths, family
    from mops_tui.storage.delete import delete, goes_on
    from mops_tui.storage.errors import Busy, SessionError
    from mops_tui.storage.heads import head
    from mops_tui.words.copies import copy_words
    from mops_tui.words.safe import safe

    found = head(path)
    if found is None or found.trouble == "folder":
        fail(_("There is no session {file}.").format(file=shown(path)))
    whole = family(path)
    # Whoever names a copy means that file; whoever names the session means all of it.
    main = whole if whole is not None and whole.path == path else found
    name = safe(found.title or path.name, 60)
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
        for gone in deleted:
            click.echo(_("Deleted: {file}").format(file=shown(gone)))
    if whole is not None and whole.path != path:
        words = _("The session itself is still there: {file}")
        click.echo(words.format(file=shown(whole.path)))


@main.command()
@click.argument("session", type=click.Path(path_type=Path))
@click.option(
    "--format", "shape", type=click.Choice(["md", "json"]), default="md", show_default=True
)
@click.option("--at", type=click.IntRange(min=1), help="As it was after this event.")
@click.option("--output", type=click.Path(path_type=Path), help="A file instead of the screen.")
def report(session: Path, shape: str, at: int | None, output: Path | None) -> None:
    """Tell what a session came to, as text or as data."""
    from mops_tui.reporting import report_text
    from mops_tui.storage.errors import SessionError

    path = readable(session_path(session))
    try:
        text = report_text(path, shape, at)
    except SessionError as error:
        fail_about(error, path)
    except IndexError:
        fail(_("{file} has no event {seq}.").format(file=shown(path), seq=at))
    if output is None:
        click.echo(text, nl=False)
        return
    write_out(text, output, _("Report written: {file}"))


@main.command()
@click.argument("pack_id", metavar="ID")
@click.option("--here", is_flag=True, help="In this folder instead of your packs' folder.")
def new(pack_id: str, here: bool) -> None:
    """Make a commented starting file for a scenario of your own."""
    import re

    from mops_tui.storage.new_pack import template
    from mops_tui.storage.places import places, private_folder

    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", pack_id):
        words = _("“{id}” is no id. Use small letters, digits and hyphens: my-scenario")
        raise click.UsageError(words.format(id=pack_id))
    folder = Path() if here else places().packs
    path = folder / f"{pack_id}.toml"
    try:
        private_folder(folder)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(template(pack_id))
    except FileExistsError:
        fail(_("{file} exists already. Choose another id.").format(file=path))
    except OSError as error:
        fail(_("{file} cannot be written: {why}.").format(file=path, why=error.strerror))
    click.echo(_("Written: {file}").format(file=path))
    click.echo(_("Edit it, then: mops-tui check {file}").format(file=path))


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--repair", is_flag=True, help="Mend damaged sessions; a backup is kept.")
def check(files: tuple[Path, ...], repair: bool) -> None:
    """Say what is wrong with packs and sessions: file, line, key, and what to do."""
    from mops_tui.checking import check_file

    wrong = 0
    for path in files:
        sound, lines = check_file(checked_path(path), repair=repair)
        wrong += not sound
        for line in lines:
            click.echo(line)
    if wrong:
        click.echo(
            ngettext("{n} file is not right.", "{n} files are not right.", wrong).format(n=wrong),
            err=True,
        )
        sys.exit(INVALID)


main.add_command(compare)
main.add_command(trend)
