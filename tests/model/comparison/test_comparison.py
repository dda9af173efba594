"""Sessions side by side: what is lined up, what is named instead, and what nobody may see."""

from __future__ import annotations

from typing import Any

import pytest
from support.compared import POINTS, REWORDED, SPELL, moved, run, scaled, session
from support.narrow import the
from support.results import Room, choices, levels

from mops_tui.model.comparison.comparison import Session, compare, question_of
from mops_tui.model.comparison.decisions import DecisionHistory
from mops_tui.model.comparison.figures import Figure
from mops_tui.model.comparison.matched import FirmMove
from mops_tui.model.comparison.returned import word_overlap
from mops_tui.model.comparison.wording import Consent
from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.state import change

FULL = "full-walk"
WHERE, READY = "demo/where", "demo/ready"


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
    rows = [row for question in found.questions for row in question.rows]
    assert {row.change for row in rows if not row.short} == {0}
    assert {row.change for row in rows if row.short} <= {None}
    assert {question.same for question in found.questions} <= {1.0, None}


def test_medians_change_in_steps() -> None:
    found = compare(session(run(7, FULL, people=9)), session(run(8, FULL, people=9)))
    [pairs] = [one for one in found.questions if one.ref == "mops-personas/pairs"]
    assert {row.unit for row in pairs.rows} == {"step"}
    assert {row.change for row in pairs.rows} <= {-4, -3, -2, -1, 0, 1, 2, 3, 4, None}
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


def test_ranks_and_steps_move_along_their_scale_and_shares_by_themselves() -> None:
    def move(unit: str, *ends: tuple[int, ...]) -> FirmMove:
        then, now = (Figure("", unit, 1.0, sum(counts), counts=counts) for counts in ends)
        return FirmMove(then, now)

    ranks = move("rank", (3, *[0] * 9), (0, 3, *[0] * 8))
    assert ranks.distance == pytest.approx(1 / 9)
    assert move("step", (3, 0, 0), (0, 3, 0)).distance == pytest.approx(0.5)
    assert move("step", (3, 0, 0), (0, 3, 0)).answers == pytest.approx(3)
    share = FirmMove(Figure("a", "share", 0.1, 10), Figure("a", "share", 0.9, 20))
    assert share.distance == pytest.approx(0.8)
    assert share.answers == pytest.approx(8)


# Consent


def test_a_reworded_question_is_compared_by_consent_with_both_wordings() -> None:
    one, two = session(run(1)), session(run(2, words=SPELL))
    found = compare(one, two, same=(Consent(SPELL),))
    [spell] = [each for each in found.questions if each.ref == SPELL]
    assert spell.by_consent
    assert found.gaps == ()
    assert [the(question_of(found, spell, place)).ask for place in (0, 1)][1] == REWORDED
    assert not any(each.by_consent for each in found.questions if each is not spell)


def test_the_gap_of_a_reworded_question_has_both_wordings_and_what_would_do() -> None:
    [gap] = compare(session(run(1)), session(run(2, words=SPELL))).gaps
    assert gap.consent == Consent(SPELL)
    assert the(gap.wording).asks[1] == REWORDED


def test_consent_where_nothing_is_worded_otherwise_changes_nothing() -> None:
    one, two = session(run(1)), session(run(2))
    assert compare(one, two, same=(Consent(SPELL),)).questions == compare(one, two).questions


def test_another_kind_or_scale_is_not_compared_by_consent() -> None:
    one, two = Room(4).round(READY, levels("owner", "absent")), Room(4)
    changed = {"scale": [{"id": "no", "label": "No"}, {"id": "yes", "label": "Yes"}]}
    two = scaled(changed).round(READY, levels("owner", "yes"))
    sessions = [
        Session(n, n, room.header.opened, room.seen())
        for n, room in zip("ab", (one, two), strict=True)
    ]
    found = compare(*sessions, same=(Consent(READY),))
    assert READY not in {each.ref for each in found.questions}
    assert [gap.consent for gap in found.gaps if gap.why == "reworded"] == [None]


def test_a_question_of_a_renamed_scenario_is_found_and_compared_by_consent() -> None:
    one, two = session(run(1)), session(moved(run(2), "org-placement", "the-map"))
    gaps = {gap.key: gap for gap in compare(one, two).gaps if gap.about == "question"}
    assert {gap.why for gap in gaps.values()} == {"moved"}
    assert gaps[SPELL].consent == Consent(SPELL, "the-map/spell")
    found = compare(one, two, same=(Consent(SPELL, "the-map/spell"),))
    [spell] = [each for each in found.questions if each.ref == SPELL]
    assert (spell.refs, spell.by_consent) == ((SPELL, "the-map/spell"), True)


@pytest.mark.parametrize("text", ["a/b", "a/b=c/d"])
def test_consent_is_written_as_it_is_read(text: str) -> None:
    assert str(Consent.from_text(text)) == text
    assert Consent.from_text(f" {text} ") == Consent.from_text(text)


# People and decisions


def test_answers_are_the_same_only_of_the_same_people() -> None:
    one, two = session(run(1)), session(run(2))
    [spell] = [each for each in compare(one, one).questions if each.ref == SPELL]
    assert (the(spell.people).same, the(spell.people).all) == (the(spell.people).of, True)
    for anonymity in ("anonymous", "pseudonyms"):
        other = compare(session(run(1), anonymity), two)
        assert {each.people for each in other.questions} == {None}


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        (("We move.", "we  MOVE."), "same"),
        (("We move.", "We stay."), "different"),
        (("We move.", ""), "one"),
        (("We move.", "We move.", ""), "some"),
        (("We move.", "We stay.", ""), "different"),
    ],
)
def test_what_was_decided_is_told_as_it_is(said: tuple[str, ...], outcome: str) -> None:
    history = DecisionHistory("s", "S", tuple((x,) if x else () for x in said), (True,) * len(said))
    assert history.outcome == outcome
    assert history.changed is (outcome == "different")


def test_a_question_that_was_skipped_before_a_vote_is_skipped_and_not_hidden() -> None:
    one = Room(3).round(WHERE, choices("aab"))
    skipped = ev.AgendaSet(skipped=(WHERE,), minutes=60.0)
    opened = Room(3).open(WHERE).add(skipped)
    voted = Room(3).open(WHERE).vote(WHERE, "p1", option="a").add(skipped)
    for room, why in ((opened, "skipped"), (voted, "dropped")):
        pair = [
            Session(n, n, r.header.opened, r.seen()) for n, r in zip("ab", (one, room), strict=True)
        ]
        found = {gap.why for gap in compare(*pair).gaps if gap.key == WHERE}
        assert found == {why}
