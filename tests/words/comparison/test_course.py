"""What a line of a trend did, in words that say whose figures they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mops_tui.model.comparison.decisions import DecisionHistory
from mops_tui.model.comparison.headlines import most_swung, most_trended
from mops_tui.model.comparison.measures import LEAD, Measure, TrendSession
from mops_tui.model.comparison.trend import Trend, TrendLine, trend
from mops_tui.words.comparison.course import (
    answered,
    asked_in,
    corners_by_a_hair,
    leaders,
    numbered,
    swing_text,
    trend_change,
    trend_figures,
    trend_none,
)
from mops_tui.words.comparison.decided import decided_most, decided_rows

START = datetime(2026, 1, 5)


def line(
    *values: float | None,
    unit: str = "share",
    kinds: str = "",
    ns: Sequence[int] = (),
    close: bool = False,
) -> TrendLine:
    """One measure through sessions; `kinds` has an r for each rehearsal."""
    [made] = made_of(*values, unit=unit, kinds=kinds).lines
    return replace(made, ns=tuple(ns) or made.ns, close=(close,) * len(values))


def made_of(*values: float | None, unit: str = "share", kinds: str = "") -> Trend:
    each = []
    for at, value in enumerate(values):
        kind = "rehearsal" if kinds[at : at + 1] == "r" else "live"
        moment = TrendSession(str(at), "T", START + timedelta(days=at), kind, 9)
        one = Measure("question", "s/q", "e", "Hands", "a", "No", unit, value or 0.0, n=9)
        each.append((moment, [] if value is None else [one]))
    return trend(each)


@pytest.mark.parametrize(
    ("values", "figures", "way"),
    [
        ((0.4,), "40 % in session 1", "one session: too few for a trend, it takes 6"),
        (
            (None, 0.57, 0.67, None, 0.88),
            "–, 57 %, 67 %, –, 88 %",
            "3 sessions: too few for a trend, it takes 6",
        ),
        ((0.5,) * 6, "50 % each time", "the same each time"),
        (
            (0.3, 0.5, 0.2, 0.4, 0.5, 0.3),
            "30 %, 50 %, 20 %, 40 %, 50 %, 30 %",
            "no clear direction",
        ),
        (
            (0.1, 0.1, 0.2, 0.2, 0.3, 0.3),
            "10 %, 10 %, 20 %, 20 %, 30 %, 30 %",
            "no clear direction",
        ),
        ((0.3, 0.5) * 7, "between 30 % and 50 %", "no clear direction"),
        (
            (0.1, 0.2, 0.3, 0.4, 0.5, 0.6),
            "about 20 % in the first 3 sessions, about 50 % in the last 3",
            "up, +30 points of 100",
        ),
    ],
)
def test_a_figure_says_whose_it_is(
    values: tuple[float | None, ...], figures: str, way: str
) -> None:
    made = line(*values)
    assert (trend_figures(made), trend_change(made)) == (figures, way)


def test_answers_in_words_are_told_once_with_their_sessions() -> None:
    assert trend_figures(line(None, 0, 1, 0, 0, unit="step")) == (
        "step 1 of 2 in sessions 2, 4 and 5; step 2 of 2 in session 3"
    )


def test_figures_of_many_sessions_that_few_have_are_told_by_session() -> None:
    assert trend_figures(line(*[None] * 20, 0.2, 0.4)) == "20 % in session 21; 40 % in session 22"


def test_figures_of_too_few_answers_are_none() -> None:
    made = replace(line(0.2, 0.4), short=("few", "few"))
    assert (trend_figures(made), trend_change(made)) == ("–", "too few answers")
    assert most_swung([made]) == ()


@pytest.mark.parametrize(
    ("indexes", "words"),
    [
        ([1], "session 2"),
        ([0, 1], "sessions 1 and 2"),
        ([0, 2, 3, 4, 6], "sessions 1, 3 to 5 and 7"),
    ],
)
def test_sessions_go_by_their_numbers(indexes: list[int], words: str) -> None:
    assert numbered(indexes) == words


def test_which_sessions_asked_is_said() -> None:
    few = " Too few sessions for a trend: it takes 6."
    assert asked_in([line(*[0.2] * 6)]) == "Asked in all 6 sessions."
    assert asked_in([line(0.2, 0.4)]) == "Asked in both sessions." + few
    assert asked_in([line(None, 0.2, 0.4)]) == "Asked in 2 of 3 sessions: sessions 2 and 3." + few


def test_a_rehearsal_among_real_sessions_is_called_one_wherever_it_counts() -> None:
    made = line(0.2, 0.5, 0.3, kinds=" r ")
    assert asked_in([made]).startswith(
        "Asked in all 3: sessions 1 to 3 (session 2 is a rehearsal). Too few"
    )
    assert trend_figures(made) == "20 %, 50 % (rehearsal), 30 %"
    [swing] = most_swung([made])
    assert swing_text(swing) == (
        "Hands: “No” went up and down, between 20 % and 50 %, in 3 sessions, one of them a "
        "rehearsal."
    )
    alone = line(0.2, 0.5, 0.3, kinds="rrr")
    assert "rehearsal" not in asked_in([alone]) + trend_figures(alone)


def test_a_trend_without_a_direction_says_of_how_many_figures_that_is() -> None:
    assert trend_none(made_of(0.5, 0.5, None, 0.5, 0.5, 0.5)) == (
        "No question was answered in 6 sessions or more, the fewest for a trend."
    )
    assert trend_none(made_of(*[0.5] * 6)) == (
        "One measure has figures of 6 sessions or more; it did not go far in one direction."
    )


def test_decisions_of_rehearsals_are_told_apart() -> None:
    said = (("Move.",), ("Move.",), ("Stay.",))
    history = DecisionHistory("s", "S", said, (True,) * 3)
    rehearsed = (False, True, False)
    assert [row[2] for row in decided_rows(history, rehearsed)] == [
        "2 of 3, one of them a rehearsal",
        "1 of 3",
    ]
    assert decided_most(history, rehearsed) == "“Move” (2 of 3, one of them a rehearsal)"


def test_the_order_of_decisions_makes_no_other_decision() -> None:
    said = (("Move.", "Hire."), ("hire.", "Move."), ("Stay.",))
    history = DecisionHistory("s", "S", said, (True,) * 3)
    assert [row[2] for row in decided_rows(history)] == ["2 of 3", "1 of 3"]


def test_how_many_answered_is_said_in_order() -> None:
    assert answered([line(0.2, None, 0.4, ns=(5, 0, 7))]) == "Answered by 5 and 7 people."
    assert answered([line(0.2, 0.4, ns=(7, 7))]) == "7 people answered each time."
    assert answered([line(0.2, ns=(1,))]) == "One person answered."
    assert answered([line(*[0.2] * 13)]) == ""


def shares(*rows: tuple[str, Sequence[float]]) -> list[TrendLine]:
    """The lines of a question with options, and of its largest share."""
    each = [replace(line(*values), part=name, label=name) for name, values in rows]
    most = [max(column) for column in zip(*(values for _name, values in rows), strict=True)]
    return [replace(line(*most), part=LEAD, label=""), *each]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            (("Ada", (0.4,) * 3), ("Bo", (0.4,) * 3), ("Cy", (0.2,) * 3)),
            "In the lead: Ada and Bo, a tie each time.",
        ),
        ((("Ada", (0.6,) * 3), ("Bo", (0.4,) * 3)), "In the lead: Ada each time."),
        (
            (("Ada", (0.6, 0.5, 0.6, 0.2)), ("Bo", (0.4, 0.5, 0.4, 0.8))),
            "In the lead: Ada in sessions 1 and 3; Ada and Bo (a tie) in session 2; Bo in session "
            "4.",
        ),
    ],
)
def test_who_led_or_tied_is_said(rows: tuple[tuple[str, Sequence[float]], ...], said: str) -> None:
    assert leaders(shares(*rows)) == said


def test_of_what_is_no_choice_nobody_leads() -> None:
    assert leaders([line(0.2, 0.4)]) == ""


UP_AND_DOWN = (0.2, 0.8, 0.3, 0.7, 0.2, 0.8)


def test_a_corner_that_a_hair_decides_is_no_headline_and_the_page_says_why() -> None:
    near = line(*UP_AND_DOWN, ns=(9,) * 6, close=True)
    assert most_swung([near]) == ()
    assert most_trended([line(*[n / 10 for n in range(1, 9)], close=True)]) == ()
    assert corners_by_a_hair([near]) == [
        "Hands: Most marks are close to the lines between the corners: a small move changes the "
        "corner, so no corner is named here."
    ]
    far = line(*UP_AND_DOWN, ns=(9,) * 6)
    assert len(most_swung([far])) == 1
    assert corners_by_a_hair([far]) == []


def test_one_person_more_in_a_small_room_is_no_swing() -> None:
    # One of five, three of seven, three of nine: the share goes with the size of the room.
    values, ns = (1 / 5, 3 / 7, 3 / 9, 1 / 5, 3 / 7, 3 / 9, 1 / 5), (5, 7, 9, 5, 7, 9, 5)
    assert most_swung([line(*values, ns=ns)]) == ()
    assert len(most_swung([line(*values, ns=(30,) * 7)])) == 1
