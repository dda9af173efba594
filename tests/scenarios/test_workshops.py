"""The workshops that come along: what a room can do in their minutes, and nothing more."""

from __future__ import annotations

from pathlib import Path

import pytest

from mops_tui.model.packs.minutes import BREAK_FROM, DECISION, SLACK, TALK, talk_minutes
from mops_tui.model.packs.workshop import Workshop, assemble, fit
from mops_tui.storage.packs.packs import load_library

FOLDER = Path(__file__).resolve().parents[2] / "scenarios"
LIBRARY = load_library([FOLDER])
MINUTES = {
    "placement-only": (45, 45),
    "readiness-check": (45, 45),
    "who-are-we": (45, 45),
    "our-waves": (60, 60),
    "out-of-chaos": (60, 90),
    "short-walk": (75, 75),
    "full-walk": (180, 240),
}
MAIN = {"adoption-waves", "change-readiness", "mops-personas", "order-from-chaos", "org-placement"}

each_workshop = pytest.mark.parametrize("name", sorted(MINUTES))


def made(name: str) -> Workshop:
    pack = LIBRARY.workshops[name]
    return assemble(
        pack.agenda, LIBRARY.scenarios, id=pack.id, title=pack.title, minutes=pack.minutes
    )


def test_seven_workshops_come_along() -> None:
    assert sorted(LIBRARY.workshops) == sorted(MINUTES)


@each_workshop
def test_a_workshop_fits_into_its_minutes_with_a_tenth_to_spare(name: str) -> None:
    workshop, (least, most) = made(name), MINUTES[name]
    assert least <= workshop.minutes <= most
    found = fit(workshop)
    assert found.slack >= SLACK
    assert found.longest <= BREAK_FROM


@each_workshop
def test_a_workshop_begins_with_a_check_in_and_ends_with_the_closing_question(name: str) -> None:
    workshop = made(name)
    assert workshop.scenarios[0].id == "check-in"
    assert len(workshop.scenarios[0].questions) == 1
    assert workshop.scenarios[-1].closing


@each_workshop
def test_somebody_may_talk_and_something_is_decided(name: str) -> None:
    workshop = made(name)
    decisions = [scenario.decision for scenario in workshop.scenarios if scenario.decision]
    assert decisions
    assert all(decision.minutes >= DECISION for decision in decisions)
    talks = [talk_minutes(question) for one in workshop.scenarios for question in one.questions]
    assert min(talks) >= 0
    assert max(talks) >= TALK


@each_workshop
def test_an_invitation_has_something_to_say(name: str) -> None:
    pack = LIBRARY.workshops[name]
    assert pack.aim
    assert pack.who
    assert 2 <= len(pack.prepare) <= 4


def test_silence_or_pairs_come_before_the_plenary_where_they_help() -> None:
    quiet = {
        name
        for name in MINUTES
        for one in made(name).scenarios
        for question in one.questions
        if question.alone or question.in_pairs
    }
    assert len(quiet) >= len(MINUTES) - 1


def test_the_short_walk_asks_one_question_of_each_scenario_and_decides_once() -> None:
    walk = made("short-walk")
    asked = {one.id: len(one.questions) for one in walk.scenarios if one.id in MAIN}
    assert set(asked) == MAIN
    assert sum(one.decision is not None for one in walk.scenarios) == 1


def test_the_full_walk_decides_in_each_scenario_and_has_breaks() -> None:
    walk = made("full-walk")
    assert {one.id for one in walk.scenarios if one.decision} == MAIN
    assert sum(one.break_after > 0 for one in walk.scenarios) >= 2


def test_every_question_is_asked_in_some_workshop_but_for_mirrors() -> None:
    asked = {
        f"{one.id}/{question.id}"
        for name in MINUTES
        for one in made(name).scenarios
        for question in one.questions
    }
    left = {
        f"{key}/{question.id}"
        for key, scenario in LIBRARY.scenarios.items()
        for question in scenario.questions
        if question.mirror is None
    }
    assert sorted(left - asked) == []
