"""The command line. Every command imports what it needs when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from mops_tui import __version__
from mops_tui.cli.check import check
from mops_tui.cli.compare import compare, trend
from mops_tui.cli.complete import session_ids, workshop_ids
from mops_tui.cli.doctor import doctor
from mops_tui.cli.files import new, sessions
from mops_tui.cli.handout import handout
from mops_tui.cli.kit.actions import actions
from mops_tui.cli.kit.redact import redact
from mops_tui.cli.kit.report import report
from mops_tui.cli.kit.schema import schema
from mops_tui.cli.moments import CLOCK, MOMENT, PACE, pace_of
from mops_tui.cli.naming import kept, known_pack, known_session, readable, session_path
from mops_tui.cli.output import OUTPUT, Output
from mops_tui.cli.practice import practice, progress
from mops_tui.cli.room import room
from mops_tui.entry import open_app
from mops_tui.words.i18n import _

if TYPE_CHECKING:
    from mops_tui.cli.share import ReplayShape
    from mops_tui.model.replay.moment import Moment
    from mops_tui.model.replay.pace import PaceName


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
@click.option(
    "--continues",
    type=click.Path(path_type=Path),
    shell_complete=session_ids,
    metavar="SESSION",
    help="Open with what that session decided: its file, or its id.",
)
def run(workshop: str, continues: Path | None) -> None:
    """Set a workshop up and run it: full-walk, placement-only, or one of your own."""
    from mops_tui.tui.destinations import SetUpWorkshop

    before = None if continues is None else known_session(continues)
    open_app(SetUpWorkshop(known_pack(workshop or "full-walk", "workshop", home=True), before))


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
@click.option("--pace", type=PACE, help="story, the default; or real: as it was, silences cut.")
@click.option(
    "--idle-limit", type=click.FloatRange(0.1), help="The longest silence at the real pace: 2."
)
@click.option("--pause-on-markers", is_flag=True, help="Pause at each marker.")
@click.option("--open", "opened", is_flag=True, help="Show votes before their reveal.")
@click.option("--cast", type=OUTPUT, help="Write an asciicast instead; - is standard output.")
@click.option("--html", type=OUTPUT, help="Write a page that plays it in any browser; likewise.")
@click.option("--svg", type=OUTPUT, help="Write a still picture instead; likewise.")
@click.option("--size", default="100x30", show_default=True, help="Of these, as WIDTHxHEIGHT.")
@click.option("--at", type=MOMENT, help="The moment of the still: an event, 17, or a time, 2:30.5.")
def replay(
    session: Path,
    speed: float,
    start: float,
    pace: PaceName | None,
    idle_limit: float | None,
    pause_on_markers: bool,
    opened: bool,
    cast: Output | None,
    html: Output | None,
    svg: Output | None,
    size: str,
    at: Moment | None,
) -> None:
    """Replay a saved session as the room saw it, or write the replay down to share it."""
    chosen = pace_of(pace, idle_limit)
    asked: dict[ReplayShape, Output | None] = {"cast": cast, "html": html, "svg": svg}
    wanted = {shape: output for shape, output in asked.items() if output is not None}
    if at is not None and svg is None:
        raise click.UsageError(_("--at is the moment of a still picture: it goes with --svg FILE."))
    _refuse_what_has_no_use(written=bool(wanted))
    if wanted:
        from mops_tui.cli.share import share

        path = readable(session_path(session))
        share(path, wanted, size, at, speed, chosen, opened=opened)
        return
    from mops_tui.tui.destinations import Replay

    path = kept(session_path(session))
    open_app(Replay(path, speed, start, chosen, pause_on_markers, opened))


def _refuse_what_has_no_use(*, written: bool) -> None:
    """Refuse options of the screen with a file, and of a file with the screen."""
    context = click.get_current_context()

    def asked(name: str) -> bool:
        return context.get_parameter_source(name) is not ParameterSource.DEFAULT

    if written and asked("start"):
        raise click.UsageError(
            _("--start is for the screen: a file has the whole replay, a still picture its --at.")
        )
    if written and asked("pause_on_markers"):
        raise click.UsageError(_("--pause-on-markers is for the screen: a file has no pauses."))
    if not written and asked("size"):
        raise click.UsageError(
            _("--size goes with --cast, --html or --svg: a terminal has its own size.")
        )


@main.command()
@click.argument(
    "session", required=False, type=click.Path(path_type=Path), shell_complete=session_ids
)
def stage(session: Path | None) -> None:
    """Be the projector window: the room's view of the session run in another terminal."""
    from mops_tui.tui.destinations import OpenStage

    open_app(OpenStage(kept(session_path(session)) if session else None))


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


main.add_command(sessions)
main.add_command(report)
main.add_command(actions)
main.add_command(schema)
main.add_command(new)
main.add_command(doctor)
main.add_command(compare)
main.add_command(trend)
main.add_command(room)
main.add_command(practice)
main.add_command(progress)
main.add_command(check)
main.add_command(handout)
main.add_command(redact)
