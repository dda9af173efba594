"""`practice --plain`: the two ends of its conversation, standard input and standard output."""

from __future__ import annotations

import sys

import click

from mops_tui.cli.failing import fail
from mops_tui.words.i18n import _

INTERRUPTED = 130
"""The exit status after Ctrl+C, as of other programs."""


def practise_in_lines(topic: str) -> None:
    """Practise without a screen: today's cards, or those of one topic.

    Raises:
        SystemExit: There is nothing to do, the journal cannot be opened, or Ctrl+C was pressed.
    """
    from mops_tui.sources.clock import local_now
    from mops_tui.sources.practice.answers import read_practice
    from mops_tui.sources.practice.deck import Deck
    from mops_tui.sources.practice.journals.journal import PracticeJournal
    from mops_tui.sources.practice.schedule import ReviewSchedule
    from mops_tui.storage.files.errors import Busy, SessionError, WriteFailed
    from mops_tui.storage.folders.places import pack_folders, places
    from mops_tui.storage.packs.packs import load_library
    from mops_tui.usecases.plain_practice import PlainPractice
    from mops_tui.words.alone.today import about_mix, about_more, today_sentences
    from mops_tui.words.files.practice import damage_sentence, not_all_read, opened_sentences

    folders = places()
    library = load_library(pack_folders(folders.packs))
    deck = Deck.of(library.topics())
    try:
        journal = PracticeJournal(folders.practice)
    except (SessionError, Busy, WriteFailed) as error:
        fail(damage_sentence(error, folders.practice))
    try:
        for line in opened_sentences(journal):
            click.echo(line)
        answers, damaged = read_practice(folders.practice)
        if damaged:
            click.echo(not_all_read(damaged))
        schedule, now = ReviewSchedule(deck, answers), local_now()
        if topic:
            keys = schedule.sitting(topic, now)
            if not keys:
                fail(_("There are no cards in “{id}”.").format(id=topic))
        else:
            today = schedule.today(now)
            for line in today_sentences(today, now):
                click.echo(line)
            keys = today.cards or today.more or today.mix
            if keys and not today.cards:
                click.echo(about_more() if today.more else about_mix())
        if not keys:
            return
        PlainPractice(deck, keys, journal, folders.practice, click.echo, _asked).run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    finally:
        journal.close()


def _asked(prompt: str) -> str:
    """Say a prompt, and give the line that is typed.

    Raises:
        EOFError: No more lines come.
    """
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not sys.stdin.isatty():  # no terminal shows what comes in
        from mops_tui.words.safe import safe

        sys.stdout.write(safe(line.rstrip("\r\n"), 40) + "\n")
    elif not line:
        sys.stdout.write("\n")
    if not line:
        raise EOFError
    return line
