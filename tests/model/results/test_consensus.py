from __future__ import annotations

import ast
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from statistics import median

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mops_tui.model.results import consensus
from mops_tui.model.results.consensus import (
    FEW,
    Summary,
    agreement,
    bins,
    leaders,
    majority,
    middle_two,
    of_axis_values,
    of_steps,
    of_values,
    quantile,
    quartile,
    split,
    stability,
)
from mops_tui.model.results.results import Split

scales = st.lists(st.integers(0, 60), min_size=3, max_size=9)
voted = scales.filter(any)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([30, 40, 210, 130, 530, 50, 10], 0.611333),
        ([2, 0, 1, 1], 0.083333),
        ([2, 2, 2, 2, 2], 0),
        ([5, 0, 0, 0, 5], -1),
        ([0, 5, 0, 5, 0], 0.166667),
        ([0, 0, 9, 0, 0], 1),
        ([4, 0, 4], -1),
    ],
)
def test_agreement_of_published_and_hand_made_counts(counts: list[int], expected: float) -> None:
    assert agreement(counts) == pytest.approx(expected, abs=5e-7)


@pytest.mark.parametrize("counts", [[], [3], [3, 4], [0, 0, 0]])
def test_agreement_needs_three_categories_and_a_vote(counts: list[int]) -> None:
    assert agreement(counts) is None


def by_the_book(counts: list[int]) -> Fraction:
    """Van der Eijk's A again, in exact fractions and straight from the paper."""
    k, total, result = len(counts), sum(counts), Fraction(0)
    rest = list(counts)
    while any(rest):
        layer = min(c for c in rest if c)
        pattern = [1 if c else 0 for c in rest]
        s = sum(pattern)
        tu = tdu = 0
        for triple in combinations(pattern, 3):
            tu += triple in ((1, 1, 0), (0, 1, 1))
            tdu += triple == (1, 0, 1)
        u = (
            Fraction(1)
            if s in (1, k)
            else Fraction((k - 2) * tu - (k - 1) * tdu, (k - 2) * (tu + tdu))
        )
        result += Fraction(layer * s, total) * u * (1 - Fraction(s - 1, k - 1))
        rest = [c - layer if c else 0 for c in rest]
    return result


@given(voted)
@example([1, 0, 0, 0, 0, 4])  # 0.6 - 0.4: in floating point a little less than 0.2
def test_agreement_is_what_the_paper_says_and_never_a_little_less(counts: list[int]) -> None:
    assert agreement(counts) == float(by_the_book(counts))


@given(voted, st.integers(1, 50))
def test_agreement_is_bounded_symmetric_and_blind_to_scale(counts: list[int], by: int) -> None:
    figure = agreement(counts)
    assert figure is not None
    assert -1 <= figure <= 1
    assert agreement(counts[::-1]) == figure
    assert agreement([count * by for count in counts]) == figure


@given(voted)
def test_majority_is_the_leaders_share(counts: list[int]) -> None:
    assert all(counts[i] == max(counts) for i in leaders(counts))
    assert majority(counts) == max(counts) / sum(counts)


def test_nobody_leads_where_nobody_voted() -> None:
    assert leaders([0, 0]) == ()
    assert majority([0, 0]) == 0
    assert majority([]) == 0


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([4, 1, 4], ("a", "c")),
        ([3, 1, 6], ("a", "c")),  # 30 % is enough
        ([29, 0, 71], None),  # 29 % is not
        ([4, 2, 4], None),  # the middle holds half of the smaller: no trough
        ([5, 5, 0], None),  # neighbours are not two camps
        ([0, 0, 0], None),
        ([4, 1, 1, 4], ("a", "d")),
        ([4, 0, 1, 0, 5], ("a", "e")),
        ([3, 0, 4, 0, 3], ("a", "c")),  # of two pairs of camps as good, the lower
        ([1, 0], None),
        ([1, 0, 2], None),  # one of three is no camp
        ([2, 0, 2], ("a", "c")),
    ],
)
def test_split(counts: list[int], expected: tuple[str, str] | None) -> None:
    found = split(counts, "abcde"[: len(counts)])
    assert found == (Split(*expected) if expected else None)


@given(voted)
def test_split_is_two_camps_with_a_trough(counts: list[int]) -> None:
    names = [str(index) for index in range(len(counts))]
    found = split(counts, names)
    pairs = [
        (i, j)
        for i, j in combinations(range(len(counts)), 2)
        if j - i > 1
        and min(counts[i], counts[j]) >= max(2, 0.3 * sum(counts) - 1e-9)
        and all(2 * count < min(counts[i], counts[j]) for count in counts[i + 1 : j])
    ]
    assert (found is not None) == bool(pairs)
    if found:
        assert (int(found.low), int(found.high)) in pairs
    assert (split(counts[::-1], names) is not None) == bool(pairs)


def test_stability() -> None:
    assert stability([4, 3, 2], [4, 3, 2]) == 1
    assert stability([4, 0], [0, 9]) == 0
    assert stability([4, 5, 0], [5, 4, 0]) == pytest.approx(8 / 9)
    assert stability([0, 0], [1, 0]) is None
    with pytest.raises(ValueError, match="zip"):
        stability([1], [1, 1])


@given(voted, st.data())
def test_stability_is_a_share_and_the_same_both_ways(
    before: list[int], data: st.DataObject
) -> None:
    size = len(before)
    after = data.draw(st.lists(st.integers(0, 60), min_size=size, max_size=size).filter(any))
    figure = stability(before, after)
    assert figure is not None
    assert 0 <= figure <= 1
    assert stability(after, before) == figure
    assert stability(before, [3 * count for count in before]) == 1


def test_quartiles_are_categories() -> None:
    assert [quartile([1, 1, 1, 1], q) for q in (1, 2, 3)] == [0, 1, 2]
    assert [quartile([0, 0, 5], q) for q in (1, 2, 3)] == [2, 2, 2]
    assert [quartile([2, 0, 1], q) for q in (1, 2, 3)] == [0, 0, 2]
    assert quartile([0, 0, 0], 2) is None


@given(voted)
def test_the_median_leaves_half_on_either_side(counts: list[int]) -> None:
    at = quartile(counts, 2)
    assert at is not None
    assert 2 * sum(counts[: at + 1]) >= sum(counts)
    assert 2 * sum(counts[at:]) >= sum(counts)
    spelled_out = [i for i, count in enumerate(counts) for _ in range(count)]
    assert of_values(spelled_out).median == (at if len(spelled_out) >= FEW else None)


def test_values_read_between() -> None:
    assert quantile([], 0.5) is None
    assert quantile([7], 0.25) == 7
    assert quantile([1, 2, 3, 4], 0.25) == 1.75
    assert quantile([4, 1, 3, 2], 0.5) == 2.5
    assert quantile([1, 2, 3, 4, 5], 0.75) == 4
    assert of_values([9, 1, 5, 7]).median == 5


@given(st.lists(st.integers(0, 6), min_size=1, max_size=7).filter(any))
def test_the_two_in_the_middle_are_those_of_the_sorted_votes(counts: list[int]) -> None:
    votes = [at for at, count in enumerate(counts) for _ in range(count)]
    low, high = middle_two(counts)
    assert low == quartile(counts, 2)
    assert (low + high) / 2 == median(votes)


@pytest.mark.parametrize("n", [0, 1, 2])
def test_under_three_there_is_no_median_no_quartile_and_no_agreement(n: int) -> None:
    assert of_steps([n, 0, 0]) == of_values([4] * n) == of_axis_values([8.0] * n) == Summary()


def test_no_other_module_makes_a_median_of_votes() -> None:
    """The formulas stand beside the two functions that use them, and nobody else's do."""
    formulas = {"quartile", "quantile", "agreement"}
    root = Path(consensus.__file__).parents[1]
    found = {
        (path.name, alias.name)
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "mops_tui.model.results.consensus"
        for alias in node.names
        if alias.name in formulas
    }
    assert found == {("grid.py", "quantile")}  # where a role's own people stand


@given(st.lists(st.integers(-100, 100), min_size=1))
def test_bins_hold_every_value(values: list[int]) -> None:
    assert sum(bins(values)) == len(values)
    assert bins([-100, -60, -20, 20, 60]) == (1, 1, 1, 1, 1)
    assert bins([100, 99, -61]) == (1, 0, 0, 0, 2)
