"""No count under five is told to the public, nor can one be worked out from what is told."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import examples

from mops_tui.model.results.results import Distribution, ItemResult, Result, Verdict
from mops_tui.model.results.withheld import OTHERS, by_round, grouped, withheld
from mops_tui.model.session.header import Policy


def outcome(counts: dict[str, int], number: int = 1, **more: object) -> Result:
    """A choice of so many."""
    n = sum(counts.values())
    of = Distribution(tuple(counts), tuple(counts.values()), n)
    plain = Result("s/q", "choice", number, n, 0, 0, n, 1.0, quorate=True, verdict=Verdict("none"))
    return replace(plain, distribution=of, **more)  # type: ignore[arg-type]  # as they come


def told(result: Result) -> tuple[object, ...]:
    """Everything that an attacker reads of a round."""
    of = result.distribution
    counts = () if of is None else tuple(zip(of.categories, of.counts, strict=True))
    return result.n, result.withheld, result.over_half, tuple(sorted(counts)), result.verdict


def votes(categories: int, most: int) -> Iterator[tuple[int, ...]]:
    """Every way in which at most so many people can vote."""
    for counts in itertools.product(range(most + 1), repeat=categories):
        if sum(counts) <= most:
            yield counts


@pytest.mark.parametrize(("categories", "most"), [(2, 30), (3, 18), (4, 13)])
def test_somebody_who_knows_the_rule_and_tries_every_vote_pins_no_count_under_five(
    categories: int, most: int
) -> None:
    names = "abcd"[:categories]
    worlds: dict[tuple[object, ...], list[tuple[int, ...]]] = {}
    for counts in votes(categories, most):
        seen = withheld(outcome(dict(zip(names, counts, strict=True))), Policy())
        worlds.setdefault(told(seen), []).append(counts)
    for reading, possible in worlds.items():
        for place in range(categories):
            values = {counts[place] for counts in possible}
            assert values not in ({1}, {2}, {3}, {4}), (reading, possible)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=8))
def test_what_is_told_together_is_nought_or_five_or_more_and_nobody_is_lost(
    counts: list[int],
) -> None:
    given_counts = {str(place): count for place, count in enumerate(counts)}
    found = grouped(given_counts, 5)
    assert sum(found.values()) == sum(counts)
    if sum(counts) >= 5:
        assert all(count == 0 or count >= 5 for count in found.values())


def test_fewer_than_five_answers_give_no_figure_at_all() -> None:
    seen = withheld(outcome({"a": 4, "b": 0}), Policy())
    assert (seen.withheld, seen.n, seen.distribution) == ("few", 0, None)


def test_who_passed_who_called_and_who_was_there_is_told_to_nobody() -> None:
    whole = outcome({"a": 8, "b": 8}, called=2, passes=2, present=18, quorum=0.9)
    seen = withheld(whole, Policy())
    assert (seen.passes, seen.called, seen.present, seen.quorum) == (0, 0, 0, None)
    assert seen.n == 16


def test_a_vote_under_the_quorum_gives_no_figures() -> None:
    seen = withheld(outcome({"a": 9, "b": 8}, quorum=0.5, quorate=False), Policy())
    assert (seen.withheld, seen.distribution) == ("quorum", None)


def test_more_than_half_is_said_where_it_leaves_open_by_how_many() -> None:
    assert withheld(outcome({"a": 38, "b": 2}), Policy()).over_half == "a"
    assert withheld(outcome({"a": 7, "b": 2}), Policy()).over_half == ""


def test_of_two_votes_that_few_changed_only_the_later_has_figures() -> None:
    seen = by_round(
        [
            withheld(outcome({"a": 10, "b": 8}), Policy()),
            withheld(outcome({"a": 9, "b": 9}, 2), Policy()),
        ]
    )
    assert [one.withheld for one in seen] == ["rounds", ""]
    assert seen[0].n == 0


def test_two_votes_stand_side_by_side_where_nobody_or_many_changed() -> None:
    rounds = [outcome({"a": 16, "b": 8}), outcome({"a": 10, "b": 14}, 2)]
    assert [one.withheld for one in by_round([withheld(r, Policy()) for r in rounds])] == ["", ""]


def test_an_item_with_a_small_group_goes_and_the_others_stay() -> None:
    def item(name: str, *counts: int) -> ItemResult:
        of = Distribution(("1", "2", "3"), counts, sum(counts))
        return ItemResult(name, of, "1", "2", "3", 0.5, None, positions=(1, 2), middle=1)

    whole = Result(
        "s/q", "rate", 1, 16, 0, 0, 16, 1.0, quorate=True, verdict=Verdict("none"),
        items=(item("x", 5, 6, 5), item("y", 1, 10, 5), item("z", 5, 5, 5)),
    )  # fmt: skip
    seen = withheld(whole, Policy())
    assert [one.item for one in seen.items] == ["x"]  # of z one voted less than of x
    assert (seen.withheld, seen.items_withheld) == ("items", 2)
    assert (seen.items[0].positions, seen.items[0].middle) == ((), None)


@examples(50)
@given(st.lists(st.integers(0, 90), min_size=2, max_size=5))
def test_what_is_withheld_is_withheld_of_called_out_votes_and_ballots_alike(
    counts: list[int],
) -> None:
    named = {str(place): count for place, count in enumerate(counts)}
    n = sum(counts)
    by_ballot = withheld(outcome(named), Policy())
    called = withheld(replace(outcome(named), ballots=0, called=n), Policy())
    assert told(by_ballot) == told(called)
    of = by_ballot.distribution
    assert of is None or all(count == 0 or count >= 5 for count in of.counts)
    assert of is None or by_ballot.withheld != "some" or OTHERS in of.categories
