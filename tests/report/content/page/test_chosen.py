from __future__ import annotations

from typing import Any

from support.reports import given
from support.results import Room, choices
from support.sessions import workshop

from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session import events as ev
from mops_tui.report.content.page.chosen import MOST_FINDINGS, chosen_results

SPLIT = [{"option": one} for one in ("yes", "yes", "no", "no")]
AGREED = [{"option": "yes"}] * 4


def refs(room: Room, **keys: Any) -> list[str]:
    return [one.ref for one in chosen_results(given(room, **keys))]


def decided(what: str, scenario: str = "demo") -> ev.DecisionRecorded:
    return ev.DecisionRecorded(decision="d", scenario=scenario, what=what)


def two_scenarios(**keys: Any) -> Workshop:
    whole = workshop()
    (demo,) = whole.scenarios
    other = demo.model_copy(update={"id": "other", **keys})
    return whole.model_copy(update={"scenarios": (demo, other)})


def test_what_is_clear_or_split_goes_before_what_is_lukewarm() -> None:
    room = Room(4).round("demo/where", choices("aabc")).round("demo/cmo", SPLIT)
    assert refs(room) == ["demo/cmo", "demo/where"]


def test_the_vote_that_a_decision_rests_on_comes_first() -> None:
    room = Room(4).round("demo/where", choices("aabc")).round("demo/cmo", AGREED)
    room.add(decided("We go to Alpha."))
    assert refs(room) == ["demo/where", "demo/cmo"]


def test_of_two_that_are_lukewarm_the_larger_share_comes_first() -> None:
    room = Room(9).round("demo/where", choices("aaabbbccc".replace("c", "b", 1)))
    room.round("demo/cmo", [{"option": one} for one in ("yes",) * 6 + ("no",) * 3])
    assert refs(room) == ["demo/cmo", "demo/where"]


def test_the_latest_round_stands_for_its_question() -> None:
    room = Room(4).round("demo/where", choices("aabc")).round("demo/where", choices("aaab"), 2)
    (found,) = chosen_results(given(room))
    assert found.round == 2


def test_one_of_each_scenario_before_two_of_one_and_a_decided_one_first() -> None:
    room = Room(4, workshop=two_scenarios()).round("demo/where", choices("aaab"))
    room.round("demo/cmo", AGREED).round("other/cmo", SPLIT).add(decided("We see.", "other"))
    assert refs(room) == ["other/cmo", "demo/cmo", "demo/where"]


def test_a_check_in_and_the_closing_are_none_of_them() -> None:
    for kind in ("opening", "closing"):
        room = Room(4, workshop=two_scenarios(**{kind: True})).round("other/cmo", AGREED)
        assert refs(room) == []


def test_what_too_few_voted_on_stands_where_nothing_else_does() -> None:
    room = Room(4).round("demo/where", choices("aa  ")).round("demo/cmo", AGREED)
    assert refs(room) == ["demo/cmo", "demo/where"]


def test_there_are_three_at_most() -> None:
    room = Room(4).round("demo/where", choices("aaab")).round("demo/cmo", AGREED)
    room.round("demo/points", [{"options": ("a", "b"), "points": (4, 6)}] * 4)
    room.round("demo/order", [{"options": ("a", "b", "c")}] * 4)
    assert len(refs(room)) == MOST_FINDINGS
