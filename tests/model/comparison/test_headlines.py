"""What is told first: what moved, never what only looks as if it had, nor what too few said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.compared import run, session
from support.examples import examples
from support.narrow import the
from support.results import Room, choices, levels, points, positions
from support.sessions import OPENED

from mops_tui.model.comparison.comparison import Comparison, Session, compare
from mops_tui.model.comparison.figures import Figure
from mops_tui.model.comparison.headlines import (
    HEADLINES,
    LEAST_ANSWERS,
    LEAST_CHANGE,
    LEAST_SHARE,
    most_changed,
    most_trended,
)
from mops_tui.model.comparison.matched import FirmMove, MatchedQuestion, NotEnough, Row
from mops_tui.model.comparison.trend import TrendLine
from mops_tui.model.comparison.turns import turns
from mops_tui.report.comparison import markdown
from mops_tui.words.comparison.headlines import changed_lines, unchanged_line
from mops_tui.words.comparison.rows import change_text
from mops_tui.words.comparison.turns import turned_lines

WHERE, READY, LEAN, PLACE = "demo/where", "demo/ready", "demo/lean", "demo/place"


def step(key: str, *ends: tuple[float, tuple[int, ...]], **more: Any) -> Row:
    made = tuple(
        Figure(key, "step", value, sum(counts), counts=counts, **more) for value, counts in ends
    )
    return Row(key, "step", "", made)


def share(key: str, then: int, now: int, of: int = 8, **more: Any) -> Row:
    made = (Figure(key, "share", n / of, of, count=n, total=of, **more) for n in (then, now))
    return Row(key, "share", "", tuple(made))


def matched(*rows: Row, number: int = 0) -> MatchedQuestion:
    return MatchedQuestion(f"s/q{number}", "rate", "", (0, 1), (8, 8), (1, 1), (), None, rows)


def told(*questions: Sequence[Row]) -> list[str]:
    each = tuple(matched(*rows, number=number) for number, rows in enumerate(questions))
    found = most_changed(Comparison((), each, (), (), (), (), same_thresholds=True))
    return [one.row.key for one in found]


def test_the_furthest_moved_comes_first_and_few_are_told() -> None:
    rows = [[share(f"r{n}", 10, 10 + 10 * n, of=100)] for n in range(6)]
    assert told(*rows) == ["r5", "r4", "r3"]


def test_of_one_question_one_row_is_told_and_of_two_the_one_that_grew() -> None:
    assert told([share("no", 6, 2), share("yes", 2, 6)]) == ["yes"]


def test_what_hardly_moved_is_not_told() -> None:
    assert told([share("a", 50, 55, of=100)]) == []


def test_one_persons_answer_makes_no_headline() -> None:
    assert told([share("a", 3, 4, of=8)]) == []
    assert told([step("i", (0, (4, 0, 0)), (0, (3, 0, 1)))]) == []


def test_a_median_that_jumped_while_the_votes_hardly_moved_is_not_told() -> None:
    assert told([step("i", (1, (0, 40, 39, 0, 0)), (2, (0, 39, 41, 0, 0)))]) == []


def test_a_short_step_that_many_took_is_told() -> None:
    # Three of ten go a step up on a scale of five: a short way, and yet three people.
    assert told([step("i", (2, (0, 0, 10, 0, 0)), (2, (0, 0, 7, 3, 0)))]) == ["i"]
    assert told([step("i", (2, (0, 0, 30, 0, 0)), (2, (0, 0, 27, 3, 0)))]) == []
    # One answer at each end: two people, and no answer has more than one of seven more.
    assert told([step("i", (2, (0, 1, 5, 1)), (2, (1, 0, 4, 2)))]) == []


def test_what_moved_under_a_median_that_stood_still_is_told() -> None:
    # Four of nine go a step up, and the median stays in the middle.
    assert told([step("i", (1, (0, 9, 0)), (1, (0, 5, 4)))]) == ["i"]


@pytest.mark.parametrize("lack", ["few", "under_quorum", "split"])
def test_what_lacks_something_at_either_end_is_not_told(lack: str) -> None:
    if lack == "few":
        assert told([share("a", 0, 2, of=2)]) == []
        assert told([step("i", (0, (2, 0, 0)), (2, (0, 0, 9)))]) == []
        return
    assert told([step("i", (0, (9, 0, 0)), (2, (0, 0, 9)), **{lack: True})]) == []
    assert told([share("a", 0, 8, **{lack: True})]) == []


@given(
    n=st.integers(0, 12),
    m=st.integers(0, 12),
    under_quorum=st.booleans(),
    split=st.booleans(),
)
def test_nothing_short_makes_a_move(n: int, m: int, under_quorum: bool, split: bool) -> None:
    then = Figure("a", "share", 0.0, n, under_quorum=under_quorum)
    now = Figure("a", "share", 1.0, m, split=split)
    if min(n, m) >= 3 and not under_quorum and not split:
        assert FirmMove(then, now).change == 1
        return
    with pytest.raises(NotEnough):
        FirmMove(then, now)


BALLOTS: dict[str, st.SearchStrategy[list[dict[str, Any]]]] = {
    WHERE: st.text("abc- ", max_size=8).map(choices),
    READY: st.lists(st.sampled_from(("absent", "partly", "in-place")), max_size=8).map(
        lambda steps: levels("owner", *steps)
    ),
    LEAN: st.lists(st.integers(-2, 2), max_size=8).map(lambda at: positions("craft", *at)),
    PLACE: st.lists(st.tuples(st.integers(-100, 100), st.integers(-100, 100)), max_size=8).map(
        lambda spots: points(*spots)
    ),
}


@st.composite
def rooms(draw: st.DrawFn) -> Session:
    """A session in which some of eight voted, in rounds of any sort."""
    room = Room(8, policy={"anonymity": draw(st.sampled_from(("named", "anonymous")))})
    for ref, ballots in BALLOTS.items():
        room.round(ref, draw(ballots))
    head = room.header
    return Session(head.id, head.title, head.opened, room.seen("room"))


@examples(30)
@given(rooms(), rooms())
def test_a_headline_is_never_made_from_what_the_page_calls_too_few(
    one: Session, other: Session
) -> None:
    found = compare(one, other)
    page = markdown(found)
    heads = most_changed(found)
    assert len(changed_lines(found)) == len(heads)
    for head in heads:
        assert min(head.move.then.n, head.move.now.n) >= 3
        assert head.move.answers >= LEAST_ANSWERS - 1e-9 or head.row.unit == "share"
        assert head.distance >= LEAST_CHANGE or head.move.step >= LEAST_SHARE - 1e-9
        assert not set(head.matched.under_quorum) - {False}
        cell = change_text(head.matched, head.row)
        assert not [word for word in ("too few", "quorum", "split") if word in cell]
        block = page.split(f"### {_title(found, head.matched)}\n")[1].split("\n#")[0]
        assert "too few to" not in block
        line = next(row for row in block.split("\n") if row.startswith("|") and cell in row)
        assert "split" not in line
    for turn in turns(found):
        assert min(turn.move.then.n, turn.move.now.n) >= 3
        assert not set(turn.matched.under_quorum) - {False}
        assert turn.matched.ref not in {head.matched.ref for head in heads}
    turned = turned_lines(found)
    if not heads and found.questions:
        assert bool(unchanged_line(found)) != bool(turned)
    if "No question moved far" in page:
        # What one person alone moved by a hair, from one half of a grid to the other, is not far.
        moves = [move for one in found.questions for row in one.rows if (move := row.move)]
        far = [move for move in moves if move.step >= LEAST_SHARE]
        assert all(move.then.unit == "axis" and move.answers < LEAST_ANSWERS for move in far)


def _title(found: Comparison, one: MatchedQuestion) -> str:
    return the(found.sessions[0].state.question(one.ref)).title


def test_two_rehearsals_are_told_by_the_rule() -> None:
    found = compare(session(run(7, "full-walk")), session(run(8, "full-walk")))
    first = most_changed(found)
    sizes = [one.distance for one in first]
    assert sizes == sorted(sizes, reverse=True)
    assert 0 < len(first) <= HEADLINES
    assert min(sizes) >= LEAST_CHANGE
    assert len({one.matched.ref for one in first}) == len(first)


def line(key: str, part: str, unit: str, *values: float | None, **more: Any) -> TrendLine:
    return TrendLine("question", key, "T", part, part, unit, 5.0, 1, 1, values, **more)


RISE = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


def test_of_a_trend_the_furthest_of_each_question_is_told() -> None:
    found = most_trended(
        [
            line("a/b", "yes", "share", *RISE),
            line("a/b", "no", "share", *(one / 2 for one in reversed(RISE))),
            line("a/c", "x", "axis", *(200 * one - 100 for one in RISE)),
            line("a/d", "i", "step", *range(8)),
            line("a/e", "*agreement", "agreement", *(one / 10 for one in RISE)),
            line("a/f", "late", "share", None, None, 0.9),
            line("a/g", "*lead", "share", *RISE),
        ]
    )
    assert {(one.line.key, one.line.part) for one in found} == {("a/b", "yes"), ("a/c", "x")}


def test_the_first_and_the_last_session_make_no_trend() -> None:
    flat = (0.5,) * 298
    assert most_trended([line("a/b", "yes", "share", 0.9, *flat, 0.1)]) == ()


def test_what_too_few_said_is_in_no_direction() -> None:
    short: Any = ("few",) * 8
    assert most_trended([line("a/b", "yes", "share", *RISE, short=short)]) == ()
    assert line("a/b", "yes", "share", *RISE, short=short).direction.way == "few"


def test_the_marks_of_a_few_make_no_row_of_an_axis_where_most_called_out() -> None:
    """Three marks moved from end to end, and six who called out stayed where they were."""
    rooms = [
        Room(9).round(PLACE, points(*[(at, 50)] * 3), called=[("", "modernizers", 6)])
        for at in (-80, 80)
    ]
    then, now = (
        Session(f"s-{n}", "", OPENED + timedelta(days=n), room.seen("room"))
        for n, room in enumerate(rooms)
    )
    (place,) = compare(then, now).questions
    assert {row.unit for row in place.rows} == {"share"}
