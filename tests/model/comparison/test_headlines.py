"""What a comparison tells first: what moved, never what only looks as if it had."""

from __future__ import annotations

from collections.abc import Sequence

from support.compared import run, session

from mops_tui.model.comparison.comparison import Comparison, MatchedQuestion, Row, compare
from mops_tui.model.comparison.figures import Figure
from mops_tui.model.comparison.headlines import HEADLINES, LEAST_CHANGE, most_changed, most_trended
from mops_tui.model.comparison.trend import TrendLine


def step(key: str, *ends: tuple[float, tuple[int, ...]]) -> Row:
    made = tuple(Figure(key, "step", value, sum(counts), counts=counts) for value, counts in ends)
    return Row(key, "step", "", made)


def share(key: str, then: float, now: float) -> Row:
    return Row(key, "share", "", (Figure(key, "share", then, 8), Figure(key, "share", now, 8)))


def told(*questions: Sequence[Row]) -> list[str]:
    matched = tuple(
        MatchedQuestion(f"s/q{n}", "rate", "", (0, 1), (8, 8), (1, 1), (), None, tuple(rows))
        for n, rows in enumerate(questions)
    )
    found = most_changed(Comparison((), matched, (), (), (), (), same_thresholds=True))
    return [row.key for _matched, row in found]


def test_the_furthest_moved_comes_first_and_few_are_told() -> None:
    rows = [[share(f"r{n}", 0.1, 0.1 + n / 10)] for n in range(6)]
    assert told(*rows) == ["r5", "r4", "r3"]


def test_of_one_question_one_row_is_told() -> None:
    assert told([share("yes", 0.25, 0.75), share("no", 0.75, 0.25)]) == ["yes"]


def test_what_hardly_moved_is_not_told() -> None:
    assert told([share("a", 0.5, 0.55)]) == []


def test_a_median_that_jumped_the_other_way_than_the_votes_is_not_told() -> None:
    # From a middle to two camps: the median falls a step, the votes went up a little.
    assert told([step("i", (2, (1, 1, 5, 1, 0)), (1, (0, 4, 1, 3, 0)))]) == []


def test_a_median_that_jumped_while_the_votes_stayed_is_not_told() -> None:
    assert told([step("i", (2, (1, 2, 2, 3, 0)), (1, (1, 3, 0, 4, 0)))]) == []


def test_a_median_that_went_with_the_votes_is_told() -> None:
    assert told([step("i", (1, (0, 6, 2, 0, 0)), (2, (0, 1, 6, 1, 0)))]) == ["i"]


def test_two_rehearsals_are_told_by_the_rule() -> None:
    found = compare(session(run(7, "full-walk")), session(run(8, "full-walk")))
    first = most_changed(found)
    sizes = [matched.size(row) for matched, row in first]
    assert sizes == sorted(sizes, reverse=True)
    assert 0 < len(first) <= HEADLINES
    assert min(sizes) >= LEAST_CHANGE
    assert len({matched.ref for matched, _row in first}) == len(first)


def line(key: str, part: str, unit: str, *values: float | None) -> TrendLine:
    return TrendLine("question", key, "T", part, part, unit, 5.0, 1, 1, values)


def test_of_a_trend_the_furthest_of_each_question_is_told() -> None:
    found = most_trended(
        [
            line("a/b", "yes", "share", 0.2, None, 0.5),
            line("a/b", "no", "share", 0.8, None, 0.4),
            line("a/c", "x", "axis", -50.0, 50.0),
            line("a/d", "i", "step", 0.0, 4.0),
            line("a/e", "*agreement", "agreement", 0.1, 0.2),
            line("a/f", "late", "share", None, None, 0.9),
        ]
    )
    assert [(one.key, one.part) for one in found] == [("a/c", "x"), ("a/b", "no")]
