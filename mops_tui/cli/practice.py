"""The commands `practice` and `progress`. Each imports what it needs when it runs."""

from __future__ import annotations

from pathlib import Path

import click

from mops_tui.cli.complete import topic_ids
from mops_tui.cli.failing import fail, shown
from mops_tui.cli.naming import known_topic
from mops_tui.cli.output import OUTPUT, Output, write_out
from mops_tui.entry import open_app
from mops_tui.words.i18n import _


@click.command()
@click.argument("scenario", default="", shell_complete=topic_ids)
@click.option("--anki", type=OUTPUT, help="Write the cards for Anki instead; - is standard output.")
@click.option(
    "--plain", is_flag=True, help="In lines, without a screen: for screen readers and pipes."
)
def practice(scenario: str, anki: Output | None, plain: bool) -> None:
    """Practise alone: today's cards, or one topic at your own pace."""
    if plain and anki is not None:
        raise click.UsageError(_("--plain asks, and --anki writes: choose one."))
    if plain:
        from mops_tui.cli.plain import practise_in_lines

        practise_in_lines(known_topic(scenario) if scenario else "")
        return
    if anki is not None:
        _write_cards(anki, scenario)
        return
    from mops_tui.tui.destinations import Practise

    open_app(Practise(known_topic(scenario) if scenario else ""))


def _write_cards(output: Output, scenario: str) -> None:
    """The cards of a scenario, or of all, as a text file that Anki imports."""
    output.check()
    chosen = known_topic(scenario) if scenario else ""
    from mops_tui.storage.folders.places import places
    from mops_tui.usecases.exports import anki_deck

    text = anki_deck(places(), chosen)
    if not text:
        fail(_("There are no situation cards in it."))
    write_out(text, output, _("Cards written: {file}. In Anki: File, Import."))


@click.command()
@click.option(
    "--csv", "table", type=OUTPUT, help="Write your answers instead; - is standard output."
)
def progress(table: Output | None) -> None:
    """Show what your practice adds up to, or write your answers down for a spreadsheet."""
    _refuse_closed()
    if table is not None:
        _write_answers(table)
        return
    from mops_tui.sources.clock import local_now
    from mops_tui.sources.practice.answers import read_practice
    from mops_tui.sources.practice.deck import Deck
    from mops_tui.sources.practice.progress import Progress
    from mops_tui.storage.folders.places import pack_folders, places
    from mops_tui.storage.packs.packs import load_library
    from mops_tui.tui.screens.practice.progress import progress_lines
    from mops_tui.words.alone.today import days_sentence, today_sentences

    folders = places()
    library = load_library(pack_folders(folders.packs))
    now = local_now()
    answers, damaged = read_practice(folders.practice, now)
    personas = {
        q.id: q.name for s in library.scenarios.values() for g in s.grids for q in g.quadrants
    }
    gained = Progress(Deck.of(library.topics()), answers)
    click.echo(progress_lines(gained, personas).plain)
    if gained.answers:
        click.echo(days_sentence(*gained.days(now)))
    for words in today_sentences(gained.schedule.today(now), now):
        click.echo(words)
    _tell_damage(damaged, folders.practice)


def _refuse_closed() -> None:
    """End, where the answers may not be read: nothing is made of none."""
    from mops_tui.sources.practice.journals.written import refuse_closed
    from mops_tui.storage.files.errors import SessionError
    from mops_tui.storage.folders.places import places
    from mops_tui.words.files.practice import damage_sentence

    folder = places().practice
    try:
        refuse_closed(folder)
    except SessionError as error:
        fail(damage_sentence(error, folder))


def _write_answers(output: Output) -> None:
    """All answers as CSV, one a row."""
    output.check()
    from mops_tui.storage.folders.places import places
    from mops_tui.usecases.exports import own_answers

    text, damaged = own_answers(places())
    write_out(text, output, _("Your answers are written: {file}"))
    _tell_damage(damaged, places().practice)


def _tell_damage(damaged: tuple[str, ...], folder: Path) -> None:
    for name in damaged:
        words = _("{file} cannot be read in full; mops-tui check {name} says what to do.")
        stem = shown(name.removesuffix(".toml"))
        click.echo(words.format(file=shown(folder / name), name=stem), err=True)
