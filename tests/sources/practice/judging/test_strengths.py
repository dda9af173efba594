"""How often answers were right on each theme."""

from __future__ import annotations

import pytest
from support.practised import DAY, DECK, KEYS, answered

from mops_tui.model.session.events import AnswerTakenBack, CardAnswered
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.sources.practice.judging.strengths import Strength, missed_most
from mops_tui.sources.practice.progress import Progress


def test_strengths_are_of_the_last_answer_to_each_card_with_the_weakest_first() -> None:
    answers = [answered(key, "advised") for key in KEYS[:10]]
    answers += [answered(KEYS[0], "unwise"), answered(KEYS[0], "defensible")]
    for by in ("practice", "persona"):
        wanted: dict[str, list[int]] = {}
        for one in (*answers[1:10], answers[-1]):
            event = one.event
            assert isinstance(event, CardAnswered)
            name = getattr(DECK.cards[event.card], by)
            if name is not None:
                tally = wanted.setdefault(name, [0, 0, 0])
                tally[0] += 1
                tally[1] += event.verdict == "advised"
                tally[2] += event.verdict == "defensible"
        found = Progress(DECK, answers).strengths(by)
        assert {one.name: [one.n, one.right, one.fair] for one in found} == wanted
        shares = [one.right / one.n for one in found]
        assert shares == sorted(shares)


def test_what_was_answered_again_after_it_was_taken_back_is_no_strength() -> None:
    answers = [PracticeAnswer(DAY, AnswerTakenBack(of=KEYS[0])), answered(KEYS[0], "advised")]
    assert Progress(DECK, answers).strengths("practice") == ()
    assert Progress(DECK, answers[1:]).strengths("practice") != ()


@pytest.mark.parametrize(
    ("missed", "of", "missed_else", "of_else", "named"),
    [
        (4, 6, 2, 6, True),  # twice the rate of the rest
        (3, 6, 2, 6, False),
        (2, 3, 0, 9, True),
        (1, 3, 0, 9, False),  # one miss is none that stands out
        (2, 2, 0, 9, False),  # nor are two of two
    ],
)
def test_a_theme_is_named_for_its_misses_only_where_it_stands_out(
    missed: int, of: int, missed_else: int, of_else: int, *, named: bool
) -> None:
    themes = (Strength("a", of, of - missed, 0), Strength("b", of_else, of_else - missed_else, 0))
    found = missed_most(themes)
    assert (found is not None) is named
    assert missed_most(themes[:1]) is None
    if found is not None:
        assert (found[0].name, found[1].n) == ("a", of_else)
