"""*One chasm after another*: waves that a room can replace, and who is on both sides of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.narrow import a, the

from mops_tui.model.packs.minutes import TALK, talk_minutes
from mops_tui.model.packs.questions import CurveQuestion, RateQuestion
from mops_tui.storage.packs.packs import load_library

LIBRARY = load_library([Path(__file__).resolve().parents[2] / "scenarios"])
PACK = LIBRARY.scenarios["adoption-waves"]
KEPT = next(e for e in LIBRARY.workshops["our-waves"].agenda if e.scenario == PACK.id)


def test_the_waves_to_place_are_ours_and_the_room_may_replace_them() -> None:
    waves = a(CurveQuestion, PACK.question("waves"))
    assert waves.open
    assert [item.id for item in waves.items] == ["ai-agents", "privacy", "consolidation"]
    assert all(not item.sources for item in waves.items)
    assert any("our own examples" in credit for credit in PACK.credits)


def test_the_worked_example_of_the_source_is_told_and_not_asked_to_be_placed() -> None:
    facts = the(PACK.question("waves")).facts
    (example,) = (fact for fact in facts if "bots" in fact.text)
    assert example.sources == ("W3",)
    assert "live chat" in example.text


def test_who_is_on_both_sides_is_asked_of_the_waves_of_the_room_right_after_them() -> None:
    both = a(RateQuestion, PACK.question("both-sides"))
    assert both.items_from == "waves"
    assert not both.items
    assert [level.label for level in both.scale] == [
        "Nobody", "A few who try", "MOps only", "Some teams too", "Most of us",
    ]  # fmt: skip
    order = [question.id for question in PACK.questions]
    assert order.index("both-sides") == order.index("waves") + 1


def test_the_hour_places_the_waves_asks_who_waits_and_decides_whom_to_help() -> None:
    assert KEPT.questions[:3] == ("waves", "both-sides", "who-helps")
    assert KEPT.questions[-1] == "help"
    assert KEPT.decision


def test_every_question_is_in_some_workshop() -> None:
    asked = {
        key
        for workshop in LIBRARY.workshops.values()
        for entry in workshop.agenda
        if entry.scenario == PACK.id
        for key in entry.questions
    }
    assert asked == {question.id for question in PACK.questions}


@pytest.mark.parametrize("key", ["waves", "both-sides", "who-helps", "next-wave"])
def test_there_is_time_for_a_talk_worth_having(key: str) -> None:
    assert talk_minutes(the(PACK.question(key))) >= TALK
