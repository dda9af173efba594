"""The command line. Every command imports what it needs when it runs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mops_tui import __version__
from mops_tui.cli.compare import compare, trend
from mops_tui.cli.complete import file_ids, scenario_ids, session_ids, workshop_ids
from mops_tui.cli.doctor import doctor
from mops_tui.cli.files import new, report, sessions
from mops_tui.cli.output import OUTPUT, Output
from mops_tui.cli.parts import (
    CLOCK,
    INVALID,
    MOMENT,
    checked_path,
    fail_about,
    kept,
    known_pack,
    readable,
    session_path,
)
from mops_tui.entry import open_app
from mops_tui.words.i18n import _, ngettext

if TYPE_CHECKING:
    from mops_tui.model.replay.moment import Moment


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
@click.argument("workshop", default="", shell_complete=workshop_ids)
def run(workshop: str) -> None:
    """Set a workshop up and run it: full-walk, placement-only, or one of your own."""
    from mops_tui.tui.destinations import SetUpWorkshop

    open_app(SetUpWorkshop(known_pack(workshop or "full-walk", "workshop", home=True)))


@main.command()
@click.argument("workshop", default="full-walk", shell_complete=workshop_ids)
@click.option("--people", type=click.IntRange(1, 1000), default=9, show_default=True)
@click.option("--seed", type=click.IntRange(min=0), default=7, show_default=True)
@click.option("--headless", is_flag=True, help="Without a screen, by a scripted facilitator.")
@click.option("--output", type=OUTPUT, help="The session file to write; - is standard output.")
def rehearse(
    workshop: str,
    people: int,
    seed: int,
    headless: bool,
    output: Output | None,
) -> None:
    """Run a workshop with a simulated room, to practise facilitating it."""
    if headless and output is None:
        raise click.UsageError(_("--headless needs --output FILE."))
    if not headless and output is not None:
        raise click.UsageError(_("--output needs --headless."))
    known_pack(workshop, "workshop")
    if output is not None:
        from mops_tui.cli.rehearse import rehearse_into

        rehearse_into(output, workshop, people, seed)
        return
    from mops_tui.tui.destinations import Rehearse

    open_app(Rehearse(workshop, people, seed))


@main.command()
@click.argument("session", type=click.Path(path_type=Path), shell_complete=session_ids)
@click.option("--speed", type=click.FloatRange(0.25, 16), default=1.0, show_default=True)
@click.option("--start", type=CLOCK, default="0:00", show_default=True, help="Where to begin.")
@click.option("--idle-limit", type=click.FloatRange(0.1), default=2.0, show_default=True)
@click.option("--pause-on-markers", is_flag=True, help="Pause at each marker.")
@click.option("--open", "opened", is_flag=True, help="Show votes before their reveal.")
@click.option("--cast", type=OUTPUT, help="Write an asciicast instead; - is standard output.")
@click.option("--svg", type=OUTPUT, help="Write a still picture instead; likewise.")
@click.option("--size", default="100x30", show_default=True, help="Of either, as WIDTHxHEIGHT.")
@click.option("--at", type=MOMENT, help="The moment of the still: an event, 17, or a time, 2:30.5.")
def replay(
    session: Path,
    speed: float,
    start: float,
    idle_limit: float,
    pause_on_markers: bool,
    opened: bool,
    cast: Output | None,
    svg: Output | None,
    size: str,
    at: Moment | None,
) -> None:
    """Replay a saved session as the room saw it, or write the replay down to share it."""
    if cast is not None or svg is not None:
        from mops_tui.cli.share import share

        path = readable(session_path(session))
        share(path, cast, svg, size, at, speed, idle_limit, opened=opened)
        return
    from mops_tui.tui.destinations import Replay

    path = kept(session_path(session))
    open_app(Replay(path, speed, start, idle_limit, pause_on_markers, opened))


@main.command()
@click.argument(
    "session", required=False, type=click.Path(path_type=Path), shell_complete=session_ids
)
def stage(session: Path | None) -> None:
    """Be the projector window: the room's view of the session run in another terminal."""
    from mops_tui.tui.destinations import OpenStage

    open_app(OpenStage(kept(session_path(session)) if session else None))


@main.command()
@click.argument("scenario", default="", shell_complete=scenario_ids)
def practice(scenario: str) -> None:
    """Practise alone: what is due today, or one scenario at your own pace."""
    from mops_tui.tui.destinations import Practise

    open_app(Practise(known_pack(scenario, "scenario") if scenario else ""))


@main.command()
def progress() -> None:
    """Show what your practice adds up to."""
    from mops_tui.sources.practice.answers import read_practice
    from mops_tui.sources.practice.progress import Deck, Progress
    from mops_tui.storage.folders.places import pack_folders, places
    from mops_tui.storage.packs.packs import load_library
    from mops_tui.tui.screens.practice.progress import progress_lines

    folders = places()
    library = load_library(pack_folders(folders.packs))
    answers, damaged = read_practice(folders.practice)
    personas = {
        q.id: q.name for s in library.scenarios.values() for g in s.grids for q in g.quadrants
    }
    gained = Progress(Deck.of(library.scenarios.values()), answers)
    click.echo(progress_lines(gained, personas).plain)
    for name in damaged:
        words = _("{file} cannot be read in full; mops-tui check --repair mends it.")
        click.echo(words.format(file=folders.practice / name), err=True)


@main.command()
def demo() -> None:
    """Watch a rehearsed workshop play itself through to the quadrant: half a minute."""
    from mops_tui.tui.destinations import Demo

    open_app(Demo())


@main.command()
@click.argument("session", type=click.Path(path_type=Path), shell_complete=session_ids)
def resume(session: Path) -> None:
    """Go on with a session: its file, or its id."""
    from mops_tui.tui.destinations import ResumeSession

    open_app(ResumeSession(kept(session_path(session))))


@main.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    shell_complete=file_ids,
)
@click.option("--repair", is_flag=True, help="Mend damaged sessions; a backup is kept.")
@click.option("--dry-run", is_flag=True, help="Tell what a repair would do; write nothing.")
@click.option("--fingerprint", is_flag=True, help="One line that stands for a session.")
def check(files: tuple[Path, ...], repair: bool, dry_run: bool, fingerprint: bool) -> None:
    """Say what is wrong with packs and sessions: file, line, key, and what to do."""
    from mops_tui.storage.files.errors import SessionError
    from mops_tui.usecases.check import check_file, fingerprint_line

    if fingerprint and (repair or dry_run):
        raise click.UsageError(_("--fingerprint only looks: leave --repair and --dry-run out."))
    wrong = 0
    for file in files:
        path = checked_path(file)
        if fingerprint:
            try:
                digest, lines = fingerprint_line(path)
            except SessionError as error:
                fail_about(error, path)
            click.echo(digest)
            wrong += bool(lines)
            for line in lines:
                click.echo(line, err=True)
            continue
        sound, lines = check_file(path, repair=repair, dry_run=dry_run)
        wrong += not sound
        for line in lines:
            click.echo(line)
    if wrong:
        click.echo(
            ngettext("{n} file is not right.", "{n} files are not right.", wrong).format(n=wrong),
            err=True,
        )
        sys.exit(INVALID)


main.add_command(sessions)
main.add_command(report)
main.add_command(new)
main.add_command(doctor)
main.add_command(compare)
main.add_command(trend)
