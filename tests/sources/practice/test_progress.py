"""Progress: all of it is folded from the answers, and nothing else is kept."""

from __future__ import annotations

import random
from datetime import timedelta
from functools import partial
from pathlib import Path

from support.practised import DAY, DECK, KEYS, answered

from mops_tui.model.session.events import AnswerCommitted, CardAnswered
from mops_tui.sources.practice.answers import PracticeAnswer, read_practice
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.sources.practice.progress import Progress


def test_the_order_in_which_journals_lie_does_not_matter(tmp_path: Path) -> None:
    draw = random.Random(5)
    months = [DAY - timedelta(days=31 * back) for back in range(4)]
    made = [
        (month + timedelta(hours=n), answered(draw.choice(KEYS[:5]), draw.choice(
            ("advised", "defensible", "unwise")), draw.choice((20, 60, 95))))
        for month in months
        for n in range(6)
    ]  # fmt: skip

    def kept(folder: Path, *, renamed: bool) -> Progress:
        for month in reversed(months):
            moments = iter([month, *(when for when, _ in made if when.month == month.month)] * 2)
            journal = PracticeJournal(folder, partial(next, moments))
            for when, one in made:
                if when.month == month.month:
                    assert isinstance(one.event, CardAnswered)
                    journal.record(one.event)
            journal.close()
        if renamed:
            for n, path in enumerate(sorted(folder.glob("*.toml"))):
                path.rename(folder / f"practice-{9 - n}.toml")
        answers, damaged = read_practice(folder, DAY + timedelta(days=1))
        assert damaged == ()
        assert len(answers) == len(made)
        return Progress(DECK, answers)

    first = kept(tmp_path / "a", renamed=False)
    second = kept(tmp_path / "b", renamed=True)
    assert [first.schedule.due_of(key, DAY) for key in KEYS] == [
        second.schedule.due_of(key, DAY) for key in KEYS
    ]
    assert first.calibration == second.calibration


def test_a_card_that_is_gone_troubles_nobody() -> None:
    progress = Progress(DECK, [answered("gone/card")])
    assert "gone/card" not in progress.schedule.today(DAY + timedelta(days=99)).cards
    assert progress.strengths("practice") == ()
    assert progress.calibration.n == 1


def test_questions_walked_alone_are_not_cards() -> None:
    walked = AnswerCommitted(question="demo/where", digest="0" * 12, answer="A", confidence=95)
    progress = Progress(DECK, [PracticeAnswer(DAY, walked)])
    assert progress.answers == ()
    assert progress.calibration.n == 0
