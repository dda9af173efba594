"""Five thousand answers and a thousand cards: does the menu of practice still open at once?

    python benchmarks/practice_menu.py [--answers 5000] [--cards 1000] [--runs 3] [--json]

The menu reads all journals, folds them, and says what there is to do today. That is measured
against `tomllib.load` of the same journals, in processor time.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from needs import needs

needs()

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.practised import DECK, answered

from mops_tui.model.packs.digest import card_digest
from mops_tui.sources.practice.answers import read_practice
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.sources.practice.progress import Progress
from mops_tui.storage.files.disk import OsDisk

BUDGET = 1.6
"""Times `tomllib.load` of the journals."""
START = datetime(2025, 1, 1, 8, tzinfo=UTC)
A_DAY = 9
"""Answers."""


def a_deck(cards: int) -> Deck:
    """So many cards: copies of those that come along, in topics of their own."""
    known = list(DECK.cards.items())
    made = {}
    for number in range(cards):
        key, card = known[number % len(known)]
        topic, _slash, name = key.partition("/")
        made[f"{topic}-{number // len(known)}/{name}"] = card
    return Deck(made)


def fill(folder: Path, deck: Deck, answers: int) -> datetime:
    """Journals with so many answers, and the moment after them."""
    keys = tuple(deck.cards)
    verdicts = ("advised", "advised", "defensible", "unwise")
    now = START
    with patch.object(OsDisk, "fsync", lambda _disk, _fd: None):
        journal = PracticeJournal(folder, lambda: now)
        for number in range(answers):
            now = START + timedelta(days=number // A_DAY, seconds=40 * (number % A_DAY))
            key = keys[number % len(keys)]
            card = deck.cards[key]
            wanted = verdicts[number % len(verdicts)]
            answer = next((one for one in card.answers if one.verdict == wanted), card.advised[0])
            event = answered("", answer.verdict, when=now, card=key, answer=answer.id,
                             digest=card_digest(card), edition=number % 2).event  # fmt: skip
            journal.record(event)
        journal.close()
    return now + timedelta(hours=1)


def measure(folder: Path, deck: Deck, now: datetime, runs: int) -> tuple[float, float]:
    """Milliseconds of bare TOML, and of what the menu does before it is filled."""

    def plain() -> None:
        for path in folder.glob("*.toml"):
            tomllib.loads(path.read_text("utf-8"))

    def menu() -> None:
        answers, damaged = read_practice(folder, now)
        assert not damaged
        progress = Progress(deck, answers)
        assert progress.schedule.today(now).cards
        progress.days(now)
        for topic in dict.fromkeys(key.partition("/")[0] for key in deck.cards):
            progress.schedule.of_scenario(topic, now)
            progress.schedule.due_in(topic, now)

    return _best(plain, runs), _best(menu, runs)


def _best(work: Callable[[], object], runs: int) -> float:
    """The processor time of the quickest run, in milliseconds."""
    times = []
    for _run in range(runs):
        gc.collect()
        begun = time.process_time()
        work()
        times.append((time.process_time() - begun) * 1000)
    return min(times)


def main() -> int:
    """Measure, print, and fail when over the budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=5000)
    parser.add_argument("--cards", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="rows for benchmarks/run.py")
    options = parser.parse_args()
    deck = a_deck(options.cards)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        now = fill(folder, deck, options.answers)
        base, took = measure(folder, deck, now, options.runs)
    ratio = took / base
    print(f"the menu of practice {took:6.0f} ms   {ratio:.2f} x   budget {BUDGET} x")
    if options.json:
        title = f"the menu of practice: {options.answers:,} answers, {options.cards:,} cards"
        measured = f"{took:.0f} ms; tomllib.load {base:.0f} ms"
        budget = f"{BUDGET} × tomllib.load of the journals"
        print(json.dumps([[title, budget, measured, f"{ratio:.2f} ×", ratio <= BUDGET]]))
    return 0 if ratio <= BUDGET else 1


if __name__ == "__main__":
    raise SystemExit(main())
