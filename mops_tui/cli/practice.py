"""The commands `practice` and `progress`. Each imports what it needs when it runs."""

from __future__ import annotations

import click

from mops_tui.cli.complete import scenario_ids
from mops_tui.cli.naming import known_pack
from mops_tui.entry import open_app
from mops_tui.words.i18n import _


@click.command()
@click.argument("scenario", default="", shell_complete=scenario_ids)
def practice(scenario: str) -> None:
    """Practise alone: what is due today, or one scenario at your own pace."""
    from mops_tui.tui.destinations import Practise

    open_app(Practise(known_pack(scenario, "scenario") if scenario else ""))


@click.command()
def progress() -> None:
    """Show what your practice adds up to."""
    from mops_tui.sources.practice.answers import read_practice
    from mops_tui.sources.practice.deck import Deck
    from mops_tui.sources.practice.progress import Progress
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
