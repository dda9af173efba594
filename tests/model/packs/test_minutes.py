"""What a room can do in its minutes, and whether an agenda fits into its day."""

from __future__ import annotations

import pytest
from support.branching import PACK, asked, scenario, workshop

from mops_tui.model.packs.minutes import asked_minutes, talk_minutes, vote_minutes
from mops_tui.model.packs.pack import AgendaEntry, Scenario
from mops_tui.model.packs.workshop import assemble, fit


@pytest.mark.parametrize(
    ("kind", "keys", "minutes"),
    [
        ("choice", {}, 1.5),
        ("hands", {}, 1.5),
        ("text", {}, 2.0),
        ("rate", {"item": [{"id": f"i{n}", "label": "I"} for n in range(4)]}, 1.5),
        ("rate", {"item": [{"id": f"i{n}", "label": "I"} for n in range(16)]}, 4.8),
    ],
)
def test_a_vote_takes_longer_the_more_there_is_to_answer(
    kind: str, keys: dict[str, object], minutes: float
) -> None:
    (question,) = scenario(asked(kind, "q", **keys)).questions
    assert vote_minutes(question) == minutes


def test_what_silence_pairs_and_the_vote_leave_is_for_talk() -> None:
    (question,) = scenario(asked("choice", "q", minutes=8, alone=1, in_pairs=2)).questions
    assert talk_minutes(question) == 3.5


def test_of_questions_that_hang_on_two_others_two_are_counted() -> None:
    without = [question for question in PACK.questions if not question.asked_if]
    hanging = [question for question in PACK.questions if question.asked_if]
    assert asked_minutes(without) == 14
    assert asked_minutes([*without, *hanging]) == 14 + 3 + 3
    third = hanging[0].model_copy(update={"id": "third", "minutes": 9})
    assert asked_minutes([*without, *hanging, third]) == 14 + 9 + 3


def test_an_agenda_counts_briefs_decisions_breaks_and_reading_back() -> None:
    made = workshop("today", "next", pause=10)
    assert made.minutes == 2 + 6 + 5 + 10 + 2
    assert fit(made).whole == made.minutes
    assert workshop("today", "next", decision=False).minutes == 2 + 6


def test_optional_questions_are_not_needed_and_a_break_parts_the_day() -> None:
    long = scenario(
        asked("choice", "a", minutes=60), asked("choice", "b", minutes=20, optional=True)
    )
    other = Scenario.model_validate(long.model_dump(by_alias=True) | {"id": "o"})
    entries = tuple(AgendaEntry(scenario=name, pause=10) for name in ("s", "o"))
    found = fit(assemble(entries, {"s": long, "o": other}, id="w", title="W", minutes=150))
    assert (found.whole, found.needed, found.longest) == (184, 144, 82)
    assert found.fits
    assert found.slack < 0
