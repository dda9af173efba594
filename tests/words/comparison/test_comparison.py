"""A comparison in words: what is under the quorum, what is the same, which session is which."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from support.compared import SPELL, run, session
from support.narrow import the
from support.results import Room, choices, levels, points, positions

from mops_tui.model.comparison.comparison import Comparison, Session, compare, question_of
from mops_tui.model.comparison.decisions import DecisionHistory
from mops_tui.model.comparison.figures import Figure
from mops_tui.model.comparison.gaps import Gap
from mops_tui.model.comparison.matched import MatchedQuestion, Row
from mops_tui.model.comparison.turns import turns
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import change
from mops_tui.pictures.overlay import overlay_picture
from mops_tui.words.comparison import comparison as words
from mops_tui.words.comparison.decided import (
    decided_differently,
    decided_each,
    decided_most,
    decided_rows,
)
from mops_tui.words.comparison.decisions import decided_line, decided_note
from mops_tui.words.comparison.gaps import gap_lines, gap_text
from mops_tui.words.comparison.grids import arrows_line, axis_line, grid_line, hair_lines
from mops_tui.words.comparison.headlines import _side, both_times, changed_lines
from mops_tui.words.comparison.rows import (
    change_text,
    moved_legend,
    top_share,
    value_text,
)
from mops_tui.words.comparison.sessions import heads, rehearsal_line, session_line, then_and_now
from mops_tui.words.comparison.wordings import consent_lines

WHERE, READY, PLACE = "demo/where", "demo/ready", "demo/place"


def two(one: Room, other: Room) -> Comparison:
    """Two rooms, the second a year later."""
    later = timedelta(days=365)
    return compare(
        Session("a", "A", one.header.opened, one.seen("room")),
        Session("b", "B", other.header.opened + later, other.seen("room")),
    )


def asked(found: Comparison, ref: str) -> MatchedQuestion:
    [one] = [question for question in found.questions if question.ref == ref]
    return one


def test_a_result_under_the_quorum_says_so_and_its_change_is_not_told() -> None:
    one, other = session(run(1)), session(run(2))
    rounds = dict(other.state.rounds)
    rounds[SPELL] = tuple(change(r, present=r.voted * 2) for r in rounds[SPELL])
    found = compare(one, replace(other, state=change(other.state, rounds=rounds)))
    spell = asked(found, SPELL)
    assert spell.under_quorum == (False, True)
    assert "too few" not in words.result_text(found, spell, 0)
    assert "too few to speak for the room" in words.result_text(found, spell, 1)
    assert {change_text(spell, row) for row in spell.rows} == {"under the quorum in S2"}
    assert words.same_texts(found, replace(spell, people=None)) == []


def test_sessions_that_look_alike_have_their_hour() -> None:
    one = session(run(1))
    later = replace(one, id="later", opened=one.opened.replace(hour=17, minute=5))
    lines = [session_line(compare(one, later), index) for index in (0, 1)]
    assert "17:05" in lines[1]
    assert lines[0] != lines[1]
    year = replace(later, opened=later.opened.replace(year=2030))
    assert "17:05" not in session_line(compare(one, year), 1)


def test_which_is_then_and_which_is_now_is_said() -> None:
    one, other = session(run(1)), session(run(2))
    pair = compare(other, replace(one, opened=one.opened + timedelta(days=90)))
    assert then_and_now(pair).startswith("Then S1, 2026-01-05 → now S2, ")
    assert "S1 (then)" in session_line(pair, 0)
    assert "S2 (now)" in session_line(pair, 1)
    three = compare(one, other, session(run(3)))
    assert then_and_now(three).endswith("3 sessions")
    assert ["(first)" in session_line(three, 0), "(last)" in session_line(three, 2)] == [True] * 2


def test_two_of_one_day_are_first_and_second() -> None:
    one, other = session(run(1)), session(run(2))
    pair = compare(one, other)
    assert then_and_now(pair).startswith("First S1, 2026-01-05 10:00 → second S2, 2026-01-05 11")
    assert ["(first)" in session_line(pair, 0), "(second)" in session_line(pair, 1)] == [True] * 2


def test_a_session_goes_by_its_title_and_its_file_too() -> None:
    one, other = session(run(1)), replace(session(run(2)), file="autumn.toml", title="Autumn")
    pair = compare(one, other)
    assert ": Autumn, autumn.toml, 2026-01-05" in session_line(pair, 1)
    assert "autumn.toml" in then_and_now(pair, 90)
    assert "autumn.toml" not in then_and_now(pair, 60)


def test_a_rehearsal_beside_a_real_session_is_called_one_over_its_column() -> None:
    one, other = session(run(1)), session(run(2))
    assert "rehearsal" not in " ".join(heads(compare(one, other)))
    real = replace(one, state=change(one.state, session="live"))
    assert [("rehearsal" in head) for head in heads(compare(real, other))] == [False, True]
    assert "S2 (rehearsal)" in then_and_now(compare(real, other))
    assert rehearsal_line(compare(real, other)) == ("S2 is a rehearsal: its people are simulated.")
    assert rehearsal_line(compare(one, other)) == ""


@pytest.mark.parametrize(
    ("said", "note"),
    [
        (("FirmMove.", "FirmMove."), "The same in both."),
        (("FirmMove.", "FirmMove.", "FirmMove."), "The same in all 3."),
        (("FirmMove.", "FirmMove.", ""), "The same in S1 and S2. No decision in S3."),
        (("FirmMove.", "Stay."), "Decided differently."),
        (("FirmMove.", ""), "Only S1 decided."),
    ],
)
def test_who_decided_what_is_said_as_it_is(said: tuple[str, ...], note: str) -> None:
    told = tuple((one,) if one else () for one in said)
    assert decided_note(DecisionHistory("s", "S", told, (True,) * len(said))) == note


def test_scenarios_are_counted_by_how_they_were_decided() -> None:
    said = [
        session(run(seed), "named", cmd.RecordDecision("d", "org-placement", what))
        for seed, what in ((1, "We move."), (2, "We move."), (3, "We stay."))
    ]
    first, _same, other = said
    alike = compare(replace(first), replace(first, id="again"))
    assert decided_line(alike) == "One scenario decided the same."
    assert decided_line(compare(first, other)) == "One scenario decided differently."


def test_a_change_on_an_axis_is_the_difference_of_what_is_read() -> None:
    def axis(then: float, now: float) -> Row:
        return Row("x", "axis", "", (Figure("x", "axis", then, 8), Figure("x", "axis", now, 8)))

    matched = MatchedQuestion("s/q", "grid", "", (0, 1), (8, 8), (1, 1), (), None, ())
    assert change_text(matched, axis(5.5, 25.4)) == "+0.19"
    assert change_text(matched, axis(5.5, 5.6)) == "="


def test_equal_points_have_equal_shares_and_change_by_the_exact_ones() -> None:
    def row(key: str, then: int, now: int) -> Row:
        figures = Figure(key, "share", then / 60, 6), Figure(key, "share", now / 290, 29)
        return Row(key, "share", "", figures)

    rows = (row("a", 17, 71), row("b", 17, 71), row("c", 26, 148))
    matched = MatchedQuestion("s/q", "allocate", "", (0, 1), (6, 29), (1, 1), (), None, rows)
    assert [change_text(matched, one) for one in rows] == [
        "-4 points of 100",
        "-4 points of 100",
        "+8 points of 100",
    ]


def test_an_axis_that_is_split_has_no_middle_and_no_change() -> None:
    spots = points((-90, 0), (-90, 0), (-90, 0), (90, 0), (90, 0), (90, 0))
    found = two(Room(6).round(PLACE, spots), Room(6).round(PLACE, spots))
    place = asked(found, PLACE)
    x = next(row for row in place.rows if row.key == "x")
    assert value_text(found, place, x, 0) == "split"
    assert change_text(place, x) == "split in both"
    [shift] = found.grids
    assert "split in S1, split in S2" in axis_line(shift, 0)


def test_under_three_answers_are_counted_and_not_judged() -> None:
    found = two(
        Room(2).round(READY, levels("owner", "partly", "absent")),
        Room(9).round(READY, levels("owner", *["in-place"] * 9)),
    )
    ready = asked(found, READY)
    row = next(row for row in ready.rows if row.key == "owner")
    assert value_text(found, ready, row, 0) == "2 answers"
    assert change_text(ready, row) == "too few in S1"
    assert changed_lines(found) == []


def test_an_item_that_fewer_answered_says_how_many() -> None:
    ballots: list[dict[str, Any]] = [
        {"items": ("owner", "training"), "levels": ("partly", "partly")}
    ] * 3
    ballots += levels("owner", *["absent"] * 3)
    found = two(Room(6).round(READY, ballots), Room(6).round(READY, ballots))
    ready = asked(found, READY)
    row = next(row for row in ready.rows if row.key == "training")
    assert value_text(found, ready, row, 0) == "Partly (3 answered)"


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        ("aaab", "The same 4 people answered in S1 and S2. Each of them gave the same answer"),
        ("aabb", "The same 4 people answered in S1 and S2. 3 of them gave the same answer"),
        ("bbba", "The same 4 people answered in S1 and S2. None of them gave the same answer"),
        ("aaa ", "3 people answered in both S1 and S2. Each of them gave the same answer"),
    ],
)
def test_answers_are_called_the_same_of_the_same_people_alone(now: str, sentence: str) -> None:
    found = two(Room(4).round(WHERE, choices("aaab")), Room(4).round(WHERE, choices(now)))
    assert words.same_texts(found, asked(found, WHERE))[0] == f"{sentence} both times."


def test_of_several_items_the_answers_are_counted_and_not_the_people() -> None:
    def said(*given: str) -> list[dict[str, Any]]:
        return [{"items": ("owner", "training"), "levels": ("partly", one)} for one in given]

    then = Room(3).round(READY, said("partly", "partly", "absent"))
    now = Room(3).round(READY, said("partly", "absent", "absent"))
    found = two(then, now)
    assert words.same_texts(found, asked(found, READY)) == [
        "The same 3 people answered in S1 and S2. 5 of the 6 answers that they gave are the same "
        "both times."
    ]


def test_a_corner_has_one_figure_people_of_people() -> None:
    from mops_tui.model.comparison.measures import measures
    from mops_tui.words.comparison.grids import corner_names, corner_text

    spots = points((-50, 50), (-60, 10), (-5, 5), (40, 40), (0, 30))
    one, other = Room(5).round(PLACE, spots), Room(5).round(PLACE, spots)
    found = two(one, other)
    [shift] = found.grids
    place = asked(found, PLACE)
    rows = [row for row in place.rows if row.unit == "share"]
    block = [corner_text(shift.standings[0], index) for index in range(4)]
    assert block[0] == "3 of 5 (60 %)"
    assert block == [value_text(found, place, row, 0) for row in rows]
    assert corner_names(shift)[-1] == "On an axis, in no corner"
    assert corner_text(shift.standings[0], 4) == "1 of 5 (20 %)"
    told = {one.part: one.value for one in measures(found.sessions[0]) if one.unit == "share"}
    assert [told[row.key] for row in rows] == [0.6, 0.2, 0, 0]


def test_of_people_without_names_only_the_spread_is_told() -> None:
    rooms = [
        Room(8, policy={"anonymity": "anonymous"}).round(WHERE, choices(said))
        for said in ("aaaaaabb", "bbbbbbaa")
    ]
    found = two(*rooms)
    assert words.same_texts(found, asked(found, WHERE)) == [
        "Counted without names, 50 % of the answers would have to change to turn S1 into S2."
    ]


def test_a_headline_can_be_counted_again() -> None:
    found = two(
        Room(8).round(WHERE, choices("aaaaaabb")), Room(8).round(WHERE, choices("aabbbbbb"))
    )
    [told] = changed_lines(found)
    assert told.endswith("went from 2 of 8 to 6 of 8.")


def test_a_headline_of_a_scale_says_what_stood_still() -> None:
    found = two(
        Room(9).round(READY, levels("owner", *["partly"] * 9)),
        Room(9).round(READY, levels("owner", *["partly"] * 5, *["in-place"] * 4)),
    )
    [told] = changed_lines(found)
    assert "“Partly” for “An owner” went from 9 of 9 to 5 of 9." not in told
    assert "“In place” for “An owner” went from 0 of 9 to 4 of 9." in told
    assert told.endswith("The typical answer is still “Partly”.")


def test_a_verdict_of_several_items_names_the_least() -> None:
    ballots: list[dict[str, Any]] = [
        {"items": ("owner", "training"), "levels": ("partly", level)}
        for level in ("absent", "partly", "in-place", "partly")
    ]
    found = two(Room(4).round(READY, ballots), Room(4).round(READY, ballots))
    ready = asked(found, READY)
    question = the(question_of(found, ready))
    said = words.verdict_text(ready.verdicts[0], question, found.sessions[0].state)
    assert said == "some agreement: least on Training"


def test_arrows_say_of_how_many_people_they_are() -> None:
    then = points((0, 5), (10, 10), (20, 20))
    found = two(Room(4).round(PLACE, then), Room(4).round(PLACE, points((9, 9), (10, 10), (0, 0))))
    line = arrows_line(found, found.grids[0])
    assert line.startswith(
        "Of the 4 people who were in both S1 and S2, 3 have a mark in each: 2 of"
    )
    hidden = Room(4, policy={"anonymity": "anonymous"}).round(PLACE, then)
    anonymous = two(Room(4).round(PLACE, then), hidden)
    assert arrows_line(anonymous, anonymous.grids[0]) == "No arrows: S2 shows no names."


def test_leanings_from_different_questions_are_no_moves() -> None:
    full, placement = session(run(7, "full-walk")), session(run(8))
    for shift in (found := compare(full, placement)).grids:
        assert not shift.arrows
        assert grid_line(shift) == (
            "Own marks only in S1. Shown is to which corner people's answers point in S1 and S2. "
            "The answers belong to different questions in these sessions."
        )
        line = arrows_line(found, shift)
        assert line.startswith("No arrows: S1 and S2 asked different questions")
        assert "moved" not in line
        assert not overlay_picture(shift, ("S1", "S2")).moves


def test_leanings_from_the_same_questions_have_arrows_where_nobody_has_an_own_mark() -> None:
    found = compare(session(run(7)), session(run(8)))
    for shift in found.grids:
        assert shift.arrows
        assert grid_line(shift) == (
            "No own marks. Shown is to which corner people's answers point."
        )
        assert "moved" in arrows_line(found, shift)


def test_a_question_compared_by_consent_shows_both_wordings() -> None:
    from mops_tui.model.comparison.wording import Consent

    one, other = session(run(1)), session(run(2, words=SPELL))
    [gap] = compare(one, other).gaps
    assert "S2 asked: “And now, honestly?”" in gap_text(gap)
    assert gap_lines(compare(one, other)) == []
    found = compare(one, other, same=(Consent(SPELL),))
    lines = consent_lines(found, asked(found, SPELL))
    assert lines[0] == (
        "Compared because somebody said that it asks the same: the wording was different."
    )
    assert "S2 asked: “And now, honestly?”" in lines


def test_a_title_that_cannot_be_compared_is_quoted_once_and_ends_its_sentence() -> None:
    gaps = [Gap("question", "a/b", title, 1, "skipped") for title in ("“No.”", "Why?!")]
    assert [gap_text(gap) for gap in gaps] == ["Skipped in S2: “No”.", "Skipped in S2: “Why?!”"]


def test_of_decisions_that_are_as_frequent_all_are_told() -> None:
    said = (("Move.",), ("Stay.",), ("move.",), ("Stay.",), ("Wait.",), ())
    assert decided_most(DecisionHistory("s", "S", said, (True,) * 6)) == (
        "“move” and “Stay” (2 of 6 each)"
    )
    assert decided_most(DecisionHistory("s", "S", said[:3], (True,) * 3)) == "“move” (2 of 3)"
    rows = decided_rows(DecisionHistory("s", "S", said, (True,) * 6))
    assert [row[2] for row in rows] == ["2 of 6", "2 of 6", "1 of 6", "1 of 6"]
    assert rows[-1][1] == "no decision"


@pytest.mark.parametrize(
    ("ref", "then", "now", "told"),
    [
        (
            "demo/order",
            [{"options": ("a", "b", "c")}] * 7 + [{"options": ("b", "c", "a")}],
            [{"options": ("a", "b", "c")}] * 3 + [{"options": ("b", "c", "a")}] * 5,
            "Order: Those who put Alpha in place 3 went from 1 of 8 to 5 of 8.",
        ),
        (
            "demo/points",
            [{"options": ("a", "b"), "points": (7, 3)}] * 8,
            [{"options": ("a", "b"), "points": (3, 7)}] * 8,
            "Points: Beta went from 30 % of the points (8 people) to 70 % (8 people).",
        ),
        (
            PLACE,
            points(*[(-60, 10)] * 6, (50, 50), (20, 20)),
            points(*[(60, 10)] * 6, (50, 50), (20, 20)),
            "Place yourself: Marks on the side of “arts” went from 2 of 8 to 8 of 8.",
        ),
        (
            PLACE,
            points(*[(20, 10)] * 8),
            points(*[(90, 10)] * 8),
            "Place yourself: Marks close to “arts” went from 0 of 8 to 8 of 8.",
        ),
        (
            "demo/lean",
            positions("craft", *[-2] * 6, 0, 1),
            positions("craft", *[2] * 5, 0, 0, 1),
            "Lean: Those who lean to “I build machines” went from 6 of 8 to 0 of 8.",
        ),
        (
            "demo/waves",
            positions("cloud", *[10] * 8),
            positions("cloud", *[60] * 8),
            "Waves: Those who see Cloud with the early majority went from 0 of 8 to 8 of 8. The "
            "typical answer went from “innovators” to “early majority”.",
        ),
    ],
)
def test_a_headline_of_each_kind_reads_as_it_counts(
    ref: str, then: list[dict[str, Any]], now: list[dict[str, Any]], told: str
) -> None:
    assert changed_lines(two(Room(8).round(ref, then), Room(8).round(ref, now))) == [told]


def test_a_headline_of_other_people_says_how_many_were_in_both() -> None:
    found = two(
        Room(4).round(WHERE, choices("aaab")),
        Room(9).round(WHERE, choices("bbabbbbbb")),
    )
    [told] = changed_lines(found)
    assert told.endswith(
        "from 1 of 4 to 8 of 9. Of the 4 who answered both times, 2 gave another answer."
    )


def test_one_newcomer_is_no_change_of_anybodys_mind() -> None:
    found = two(
        Room(8).round(WHERE, choices("aaaabbbc")), Room(9).round(WHERE, choices("aaaabbbcc"))
    )
    where = asked(found, WHERE)
    cells = {row.key: change_text(where, row) for row in where.rows}
    assert cells == {"a": "still 4 people", "b": "still 3 people", "c": "+1 person"}
    assert words.same_texts(found, where) == [
        "8 people answered in both S1 and S2. Each of them gave the same answer both times.",
        "What is different comes from the others: one answered in S2 alone.",
    ]


def test_where_people_are_told_no_second_figure_looks_like_theirs() -> None:
    found = two(Room(8).round(WHERE, choices("aaaaabbb")), Room(4).round(WHERE, choices("bbaa")))
    assert words.same_texts(found, asked(found, WHERE)) == [
        "4 people answered in both S1 and S2. 2 of them gave the same answer both times."
    ]


def test_a_typical_answer_that_stood_still_says_how_much_moved_under_it() -> None:
    found = two(
        Room(9).round(READY, levels("owner", *["absent"] * 4, *["partly"] * 5)),
        Room(9).round(READY, levels("owner", *["partly"] * 5, *["in-place"] * 4)),
    )
    ready = asked(found, READY)
    row = next(row for row in ready.rows if row.key == "owner")
    assert change_text(ready, row) == "same typical answer, 44 % moved"
    assert change_text(ready, row, short=True) == "same, 44 % moved"
    assert "counted without names" in moved_legend(ready)
    still = two(
        Room(9).round(READY, levels("owner", *["partly"] * 9)),
        Room(9).round(READY, levels("owner", *["partly"] * 9)),
    )
    ready = asked(still, READY)
    assert {change_text(ready, row) for row in ready.rows if row.key == "owner"} == {"="}
    assert moved_legend(ready) == ""


def test_a_share_beside_its_count_is_rounded_by_itself() -> None:
    found = two(Room(3).round(WHERE, choices("abc")), Room(8).round(WHERE, choices("aaabbbcc")))
    where = asked(found, WHERE)
    assert [value_text(found, where, row, 0) for row in where.rows] == ["1 of 3 (33 %)"] * 3
    assert value_text(found, where, where.rows[0], 1) == "3 of 8 (38 %)"


def test_of_one_answer_or_two_no_per_cent_are_told() -> None:
    found = two(Room(2).round(WHERE, choices("ab")), Room(8).round(WHERE, choices("aaabbbcc")))
    where = asked(found, WHERE)
    assert value_text(found, where, where.rows[0], 0) == "1 of 2"
    ready = two(
        Room(2).round(READY, levels("owner", "in-place", "in-place")),
        Room(9).round(READY, levels("owner", *["in-place"] * 9)),
    )
    owner = next(row for row in asked(ready, READY).rows if row.key == "owner")
    assert [top_share(figure) for figure in owner.figures] == [None, 1.0]


def test_where_each_step_is_one_persons_the_end_of_the_scale_that_grew_is_told() -> None:
    # One more at each of the two upper steps, one fewer at each of the lower.
    assert _side((2, 2, 1, 1), (1, 1, 2, 2)) == (slice(2, 4), (2, 4))
    assert _side((1, 1, 2, 2), (2, 2, 1, 1)) == (slice(0, 2), (2, 4))
    assert _side((5, 1, 1), (1, 1, 5)) == (slice(2, 3), (1, 5))


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("bbbbbbb", "All 4 who answered both times gave another answer."),
        ("abbbbbb", "Of the 4 who answered both times, 3 gave another answer."),
        ("aaabbbb", "Of the 4 who answered both times, one gave another answer."),
        ("aaaabbbb", "The 4 who answered both times gave the same answer again."),
        ("aaaa", ""),
        ("aa bbbb", ""),
    ],
)
def test_what_those_who_were_in_both_did_is_said_where_not_all_were(now: str, said: str) -> None:
    then = "aaaa" if now != "aa bbbb" else "aa"
    found = two(Room(4).round(WHERE, choices(then)), Room(8).round(WHERE, choices(now)))
    assert both_times(asked(found, WHERE)) == said


def test_where_a_hair_decides_the_corners_a_comparison_says_so_and_no_outcome_turns() -> None:
    near = points((5, -40), (6, -50), (9, -60), (-60, 60))
    far = points((-60, 50), (-70, 60), (-40, 60), (-60, 60))
    found = two(Room(4).round(PLACE, near), Room(4).round(PLACE, far))
    assert hair_lines(found.grids[0]) == [
        "S1: 3 of 4 are close to a line between corners: a small step changes the corner."
    ]
    assert PLACE not in {turn.matched.ref for turn in turns(found)}


def test_decisions_of_which_no_two_are_alike_are_told_in_their_order() -> None:
    said = (("Move.",), (), ("Stay.",), ("Wait.",))
    history = DecisionHistory("s", "S", said, (True,) * 4)
    assert decided_differently(history)
    assert decided_each(history) == "“Move”, “Stay” and “Wait”"
    assert decided_each(history, (False, False, True, False)) == (
        "“Move”, “Stay” (rehearsal) and “Wait”"
    )
    many = DecisionHistory("s", "S", tuple((f"Do {n}.",) for n in range(7)), (True,) * 7)
    assert decided_each(many).endswith("“Do 4” and 2 other decisions")
    for alike in ((("Move.",), ("move.",), ("Stay.",)), (("Move.",),)):
        assert not decided_differently(DecisionHistory("s", "S", alike, (True,) * len(alike)))
