"""Ninety days of practice of four learners, over the cards that come along and the real schedule.

    python benchmarks/ninety_days.py [--days 90] [--write]

Each learner practises at eight in the evening, every day: what is due and what is new, and again
what comes back within a quarter of an hour. On a day without either they take five minutes of what
is offered beyond that. With `--write` the tables and pictures of docs/practise-and-rehearse.md are
made anew.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import exp
from pathlib import Path
from statistics import median

from needs import needs

needs()

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from mops_tui.model.packs.cards import Card, CardAnswer
from mops_tui.model.packs.digest import card_digest
from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.progress import Progress
from mops_tui.storage.packs.packs import load_library
from mops_tui.words.alone.judgement import about_judgement, brier_words, grounds
from mops_tui.words.alone.practice import confidence_steps

PAGE = ROOT / "docs" / "practise-and-rehearse.md"
BEGIN, END = "<!-- ninety days -->", "<!-- /ninety days -->"
FIRST = datetime(2026, 9, 1, 20, 0, tzinfo=UTC)
SECONDS = 40
"""What an answer takes, with its feedback."""
PATIENCE = timedelta(minutes=15)
"""How long a learner waits for a card that comes back the same evening."""
KNOWN = 21
"""A card that comes back in so many days, or later, is known."""
SEED = 11
"""Whom the learners' chances come from; others are as lucky on other cards."""
ROWS = " ▁▂▃▄▅▆▇█"


@dataclass(frozen=True)
class Met:
    """A card that somebody sits before, and when."""

    key: str
    card: Card
    now: datetime


class Learner:
    """Somebody who answers cards."""

    def __init__(self, seed: int) -> None:
        """Draw by a seed: the same seed is the same person on the same days."""
        self.draw = random.Random(seed)

    def answer(self, met: Met) -> tuple[CardAnswer, int]:
        """What is chosen, and how likely it is said to be advised, in per cent."""
        raise NotImplementedError

    def choose(self, card: Card, *, right: bool) -> CardAnswer:
        """An answer that is advised, or one that is not."""
        return self.draw.choice([a for a in card.answers if (a.verdict == "advised") == right])

    def guess(self, card: Card) -> tuple[CardAnswer, int]:
        """Any answer, and the lowest step: a guess that says so."""
        return self.draw.choice(card.answers), confidence_steps(len(card.answers))[0]


class AlwaysRight(Learner):
    """Knows every card and is certain."""

    def answer(self, met: Met) -> tuple[CardAnswer, int]:
        """What is advised, 95 per cent."""
        return self.choose(met.card, right=True), confidence_steps(len(met.card.answers))[-1]


class AtChance(Learner):
    """Guesses every time, says so, and learns nothing."""

    def answer(self, met: Met) -> tuple[CardAnswer, int]:
        """Dice."""
        return self.guess(met.card)


class OverSure(Learner):
    """Is right on every second card, learns slowly, and is sure or certain all the same."""

    def __init__(self, seed: int) -> None:
        """Begin with nothing learnt."""
        super().__init__(seed)
        self.times: dict[str, int] = {}

    def answer(self, met: Met) -> tuple[CardAnswer, int]:
        """Right in half of the cases, and in a tenth more each time the card comes back."""
        times = self.times.get(met.key, 0)
        self.times[met.key] = times + 1
        right = self.draw.random() < min(0.9, 0.5 + 0.1 * times)
        return self.choose(met.card, right=right), self.draw.choice((80, 95))


class Forgetful(Learner):
    """Knows a third at first, learns from the feedback, and forgets by a curve.

    What was learnt is remembered after so many days with exp(-days / strength). It is two days
    strong at first; remembered, it doubles; forgotten, it begins anew. They know when they
    remember: then they say 80 or 95, else they guess and say so.
    """

    def __init__(self, seed: int) -> None:
        """Begin with nothing learnt."""
        super().__init__(seed)
        self.learnt: dict[str, tuple[datetime, float]] = {}

    def answer(self, met: Met) -> tuple[CardAnswer, int]:
        """What is remembered, or a guess."""
        if met.key in self.learnt:
            last, strength = self.learnt[met.key]
            knows = self.draw.random() < exp(-(met.now - last) / timedelta(days=strength))
            self.learnt[met.key] = (met.now, strength * 2 if knows else 2.0)
        else:
            knows = self.draw.random() < 1 / 3
            self.learnt[met.key] = (met.now, 2.0)
        if not knows:
            return self.guess(met.card)
        said = self.draw.choice((80, 95))
        return self.choose(met.card, right=self.draw.random() < said / 100), said


LEARNERS: dict[str, Callable[[int], Learner]] = {
    "Always right, and certain": AlwaysRight,
    "Right at chance, and says so": AtChance,
    "Over-sure": OverSure,
    "Forgetful": Forgetful,
}


@dataclass(frozen=True)
class Day:
    """What one day came to.

    Attributes:
        due: Cards that were due when the learner sat down.
        new: New cards that were dealt as today's.
        beyond: Cards that were taken beyond those, on a day without any.
        answers: All answers, what came back within minutes among them.
        seen: Cards answered so far; likewise `known`, that come back in three weeks or later.
    """

    due: int
    new: int
    beyond: int
    answers: int
    seen: int
    known: int


@dataclass
class Practised:
    """Some days of one learner."""

    name: str
    deck: Deck
    answers: list[PracticeAnswer] = field(default_factory=list)
    days: list[Day] = field(default_factory=list)

    @property
    def progress(self) -> Progress:
        """What the answers so far add up to."""
        return Progress(self.deck, self.answers)


def practise(name: str, learner: Learner, deck: Deck, days: int) -> Practised:
    """Let a learner practise for so many days."""
    made = Practised(name, deck)
    digests = {key: card_digest(card) for key, card in deck.cards.items()}
    seen: set[str] = set()
    for number in range(days):
        now = FIRST + timedelta(days=number)
        before = len(made.answers)
        today = made.progress.schedule.today(now)
        due, new, beyond = len(today.due), len(today.new), 0
        keys: Sequence[str] = today.cards
        if not keys:
            keys = today.more or today.mix
            beyond = len(keys)
        end = now + PATIENCE
        while keys:
            for key in keys:
                card = deck.cards[key]
                chosen, said = learner.answer(Met(key, card, now))
                event = CardAnswered(
                    card=key,
                    digest=digests[key],
                    answer=chosen.id,
                    confidence=said,
                    verdict=chosen.verdict,
                    edition=card.edition,
                )
                made.answers.append(PracticeAnswer(now, event))
                seen.add(key)
                now += timedelta(seconds=SECONDS)
                end = max(end, now)
            left = made.progress.schedule.today(now)
            if not left.due and left.later and left.later[0] <= end:
                now = left.later[0]
                left = made.progress.schedule.today(now)
            keys = left.due if now <= end else ()
        schedule = made.progress.schedule
        known = sum(
            (found.day - now.date()).days >= KNOWN
            for key in seen
            if (found := schedule.due_of(key, now))
        )
        answers = len(made.answers) - before
        made.days.append(Day(due, new, beyond, answers, len(seen), known))
    return made


def columns(values: Sequence[float], rows: int, most: float) -> list[str]:
    """A column a value, in eighths of a cell, from the upper row to the lower."""
    eighths = [round(value / most * rows * 8) for value in values]
    return [
        "".join(ROWS[min(8, max(0, height - 8 * row))] for height in eighths).rstrip()
        for row in reversed(range(rows))
    ]


def picture(title: str, values: Sequence[float], rows: int = 3) -> list[str]:
    """A titled picture of a value a day, with its highest named."""
    most = max(1, *values)
    lines = columns(values, rows, most)
    names = [f"{most:>4.0f} ", *["     "] * (rows - 2), "   0 "]
    return [f"     {title}", *(f"{a}│{b}" for a, b in zip(names, lines, strict=True))]


def table(all_of: Sequence[Practised]) -> list[str]:
    """The figures of all learners, as Markdown."""
    heads = [
        "Learner",
        "Answers a day",
        "Most answers",
        "Due a day",
        "Most due",
        "New a day, first fortnight",
        "Days with nothing due or new",
        f"Seen of {len(all_of[0].deck.cards)}",
        "Known",
    ]
    rows = [heads, ["---", *["---:"] * (len(heads) - 1)]]
    for made in all_of:
        days, first = made.days, made.days[:14]
        figures = (
            median(day.answers for day in days),
            max(day.answers for day in days),
            median(day.due for day in days),
            max(day.due for day in days),
            sum(day.new for day in first) / len(first),
            sum(not day.due and not day.new for day in days),
            days[-1].seen,
            days[-1].known,
        )
        rows.append([made.name, *(f"{figure:.3g}" for figure in figures)])
    return [f"| {' | '.join(row)} |" for row in rows]


def judged(all_of: Sequence[Practised]) -> list[str]:
    """What the calibration says of each of them, as Markdown."""
    lines = ["| Learner | What they are told | The figures behind it |", "|---|---|---|"]
    for made in all_of:
        calibration = made.progress.calibration
        telling = calibration.telling
        figures = (
            f"{grounds(telling)} {' '.join(brier_words(calibration))}" if calibration.n else ""
        )
        lines.append(f"| {made.name} | {about_judgement(telling)} | {figures.strip()} |")
    return lines


def section(all_of: Sequence[Practised]) -> str:
    """What stands in the docs."""
    pictures: list[str] = []
    for made in all_of:
        pictures += [made.name, *picture("cards due", [d.due for d in made.days])]
        pictures += [*picture("cards known", [d.known for d in made.days]), ""]
    return "\n".join(
        ["", *table(all_of), "", "```text", *pictures[:-1], "```", "", *judged(all_of), ""]
    )


def shipped() -> Deck:
    """The cards that come along."""
    library = load_library((ROOT / "scenarios",))
    return Deck.of(s for s in library.in_order() if not s.closing)


def main() -> int:
    """Practise, and print or write what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--days", type=int, default=90)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    deck = shipped()
    text = section([
        practise(name, kind(SEED), deck, options.days) for name, kind in LEARNERS.items()
    ])  # fmt: skip
    if options.write:
        page = PAGE.read_text("utf-8")
        head, _begin, rest = page.partition(BEGIN)
        _old, _end, tail = rest.partition(END)
        PAGE.write_text(f"{head}{BEGIN}\n{text}\n{END}{tail}", "utf-8")
    else:
        print(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
