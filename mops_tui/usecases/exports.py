"""What somebody practises alone, for other programs: answers for a spreadsheet, cards for Anki."""

from __future__ import annotations

from mops_tui.model.packs.pack import Topic
from mops_tui.report.alone.anki import anki_text
from mops_tui.report.alone.own_answers import answers_csv
from mops_tui.sources.practice.answers import read_practice
from mops_tui.storage.folders.places import Places, pack_folders
from mops_tui.storage.packs.packs import load_library


def own_answers(here: Places) -> tuple[str, tuple[str, ...]]:
    """All answers as CSV, and the names of files that hold something unreadable."""
    library = load_library(pack_folders(here.packs))
    answers, damaged = read_practice(here.practice)
    known: tuple[Topic, ...] = (*library.scenarios.values(), *library.card_packs.values())
    return answers_csv(known, answers), damaged


def anki_deck(here: Places, scenario: str = "") -> str:
    """The cards of one topic, or of all in the order of the list; "" where there is none."""
    library = load_library(pack_folders(here.packs))
    named = library.topic(scenario)  # none where its pack is broken
    every = (named,) if scenario else library.topics()
    with_cards = [one for one in every if one is not None and one.cards]
    return anki_text(with_cards) if with_cards else ""
