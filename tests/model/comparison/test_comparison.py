"""Sessions side by side: what is lined up, what is named instead, and what nobody may see."""

from __future__ import annotations

from typing import Any

import pytest
from support.compared import POINTS, SPELL, run, session
from support.narrow import the

from mops_tui.model.comparison.comparison import MatchedQuestion, Row, compare
from mops_tui.model.comparison.figures import Figure
from mops_tui.model.comparison.returned import word_overlap
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import change

FULL = "full-walk"


def test_sessions_come_in_the_order_of_time_however_they_are_given() -> None:
    one, two = session(run(1)), session(run(2))
    assert compare(two, one).sessions == (one, two)
    assert compare(two, one) == compare(one, two)


def test_the_same_workshop_is_compared_throughout() -> None:
    found = compare(session(run(1)), session(run(2)))
    asked = {ref for one in found.sessions for ref in one.state.rounds}
    assert {one.ref for one in found.questions} == asked
    assert found.gaps == ()


def value_of(figure: Figure | None) -> float:
    return the(the(figure).value)


def test_shares_and_their_change_are_those_of_the_rooms() -> None:
    found = compare(session(run(1)), session(run(2)))
    [spell] = [one for one in found.questions if one.ref == SPELL]
    for index in (0, 1):
        assert sum(value_of(row.figures[index]) for row in spell.rows) == pytest.approx(1)
    for row in spell.rows:
        assert row.change == value_of(row.figures[1]) - value_of(row.figures[0])
    assert 0 <= the(spell.same) <= 1


def test_a_session_beside_itself_has_not_changed() -> None:
    one = session(run(1, FULL))
    found = compare(one, one)
    assert {row.change for question in found.questions for row in question.rows} == {0}
    assert {question.same for question in found.questions} <= {1.0, None}


def test_medians_change_in_steps() -> None:
    found = compare(session(run(7, FULL, people=9)), session(run(8, FULL, people=9)))
    [pairs] = [one for one in found.questions if one.ref == "mops-personas/pairs"]
    assert {row.unit for row in pairs.rows} == {"step"}
    assert {row.change for row in pairs.rows} <= {-2, -1, 0, 1, 2}
    assert any(row.change for row in pairs.rows)


def test_a_reworded_question_is_named_and_not_lined_up() -> None:
    found = compare(session(run(1)), session(run(2, words=SPELL)))
    assert SPELL not in {one.ref for one in found.questions}
    [gap] = found.gaps
    assert (gap.key, gap.session, gap.why) == (SPELL, 1, "reworded")


def test_two_sessions_with_the_new_wording_are_lined_up_with_each_other() -> None:
    new = [session(run(seed, words=SPELL)) for seed in (2, 3)]
    found = compare(session(run(1)), *new)
    [spell] = [one for one in found.questions if one.ref == SPELL]
    assert spell.sessions == (1, 2)
    assert [gap.session for gap in found.gaps if gap.key == SPELL] == [1, 2]


def test_what_is_not_in_the_other_workshop_is_named() -> None:
    found = compare(session(run(1)), session(run(2, FULL)))
    missing = {gap.key for gap in found.gaps if gap.why == "missing" and gap.about == "question"}
    assert missing
    assert not missing & {one.ref for one in found.questions}
    for gap in found.gaps:
        there = found.sessions[gap.session].state.workshop
        known = there.question(gap.key) if gap.about == "question" else there.grid(gap.key)
        assert (gap.why == "missing") is (known is None)


@pytest.mark.parametrize(
    ("why", "phase"), [("hidden", "open"), ("unanswered", "revealed"), ("unasked", "")]
)
def test_why_a_question_has_no_answer_is_named(why: str, phase: Any) -> None:
    one, two = session(run(1)), session(run(2))
    rounds = dict(two.state.rounds)
    rounds[POINTS] = tuple(
        change(r, phase=phase, votes={} if phase == "revealed" else r.votes)
        for r in rounds[POINTS]
        if phase
    )
    cut = type(two)(two.id, two.title, two.opened, change(two.state, rounds=rounds))
    [gap] = [gap for gap in compare(one, cut).gaps if gap.key == POINTS]
    assert (gap.session, gap.why) == (1, why)
    assert POINTS not in {question.ref for question in compare(one, cut).questions}


def test_arrows_are_of_the_same_people_only() -> None:
    found = compare(session(run(7, FULL, people=9)), session(run(8, FULL, people=9)))
    names = [{p.name for p in one.state.participants.values()} for one in found.sessions]
    assert found.grids
    for shift in found.grids:
        assert shift.basis == "placed"
        assert {arrow.name for arrow in shift.arrows} <= names[0] & names[1]
        assert shift.arrows


def test_of_two_people_with_one_name_there_is_no_arrow() -> None:
    one, two = session(run(7, FULL, people=9)), session(run(8, FULL, people=9))
    people = dict(two.state.participants)
    first, second = list(people)[:2]
    shared = people[second].name
    people[first] = change(people[first], name=shared.upper())
    twins = type(two)(two.id, two.title, two.opened, change(two.state, participants=people))
    for shift in compare(one, twins).grids:
        assert shared.casefold() not in {arrow.name.casefold() for arrow in shift.arrows}


@pytest.mark.parametrize("anonymity", ["anonymous", "pseudonyms"])
def test_there_are_no_arrows_unless_both_rooms_are_named(anonymity: str) -> None:
    named, other = session(run(7, FULL)), session(run(8, FULL), anonymity)
    assert all(shift.arrows == () for shift in compare(named, other).grids)


def test_nothing_of_a_person_comes_out_of_an_anonymous_room() -> None:
    rooms = [session(run(seed, FULL), "anonymous") for seed in (7, 8)]
    found = compare(*rooms)
    assert found.grids
    assert all(stand.marks == () for shift in found.grids for stand in shift.standings)
    ids = {who for room in rooms for who in room.state.participants}
    names = {p.name for room in rooms for p in room.state.participants.values()}
    told = repr((found.questions, found.grids, found.gaps))
    assert not [one for one in ids | names if one and f"'{one}'" in told]


def test_a_tiny_anonymous_room_shows_no_medians_of_its_marks() -> None:
    tiny, other = session(run(7, FULL, people=2), "anonymous"), session(run(8, FULL))
    found = compare(tiny, other)
    assert {gap.why for gap in found.gaps if gap.about == "grid"} == {"few"}
    axes = [row for one in found.questions for row in one.rows if row.unit == "axis"]
    assert all(None in row.figures for row in axes)


def test_an_action_that_comes_back_is_named() -> None:
    one = session(run(1), "named", cmd.RecordAction("a", "Call the vendor.", who="Ana"))
    two = session(run(2), "named", cmd.RecordAction("b", "call the  VENDOR"))
    [came] = compare(one, two).returned
    assert (came.what, came.who, came.first, came.later) == ("Call the vendor.", "Ana", 0, 1)
    assert came.exact
    assert compare(one, session(run(2))).returned == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Write the new rules down", "write down the new rules", True),
        ("Train five people on the tool", "Train six people on the tool", False),
        ("Call the vendor", "Ask the vendor", False),
        ("", "", False),
    ],
)
def test_actions_are_the_same_by_their_words(one: str, other: str, same: bool) -> None:
    assert (word_overlap(one, other) >= 0.8) is same


def test_decisions_stand_side_by_side() -> None:
    found = compare(session(run(1)), session(run(2, FULL)))
    placement = next(one for one in found.decisions if one.scenario == "org-placement")
    assert all(placement.decisions)
    assert any(not one.on_agenda[0] and not one.decisions[0] for one in found.decisions)


def test_one_place_of_ten_is_not_the_whole_way() -> None:
    def figure(value: float, unit: str, counts: tuple[int, ...] = ()) -> Figure:
        return Figure("", unit, value, 3, counts=counts)

    ranks = tuple(Row(f"o{n}", "rank", "", (figure(n, "rank"), figure(n + 1, "rank")))
                  for n in range(1, 11))  # fmt: skip
    share = Row("a", "share", "", (figure(0.1, "share"), figure(0.9, "share")))
    steps = Row("i", "step", "", (figure(0, "step", (3, 0, 0)), figure(1, "step", (0, 3, 0))))
    matched = MatchedQuestion("s/q", "rank", "", (0, 1), (3, 3), (1, 1), (), None, ranks)
    assert matched.size(ranks[0]) == pytest.approx(1 / 9)
    assert matched.size(share) == pytest.approx(0.8)
    assert matched.size(steps) == pytest.approx(0.5)
