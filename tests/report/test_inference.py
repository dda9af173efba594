"""Nobody who reads all of a public report, and knows the rules, can work out a group under five.

Every way in which few people can vote is tried: what is told of it is a reading, and the votes that
give the same reading are all that a reader can know. Where a group has one size in all of them, and
that is 1 to 4, it leaks. That the kit tells no more than those readings the last tests show: two
sessions that differ in nothing that may be told give the same files, byte for byte.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations, product
from pathlib import Path
from typing import TypeVar

import pytest
from support.results import Room, choices, levels, points

from mops_tui.model.results.results import Distribution, ItemResult, Result, Verdict
from mops_tui.model.results.withheld import by_round, withheld
from mops_tui.model.session import events as ev
from mops_tui.model.session.header import Policy
from mops_tui.model.session.public import floored
from mops_tui.report import ReportInput
from mops_tui.usecases.closing_kit import kit_of

World = TypeVar("World")
Counts = tuple[int, ...]
SMALL = frozenset(range(1, 5))


def votes(parts: int, most: int) -> Iterator[Counts]:
    """Every way in which at most so many people can fall into so many groups."""
    for counts in product(range(most + 1), repeat=parts):
        if sum(counts) <= most:
            yield counts


def groups(parts: int) -> list[tuple[int, ...]]:
    """Every group of answers that is not empty."""
    return [one for size in range(1, parts + 1) for one in combinations(range(parts), size)]


def of(counts: Mapping[str, int], kind: str = "choice", number: int = 1) -> Result:
    """A round whose votes fall so."""
    n = sum(counts.values())
    plain = Result("s/q", kind, number, n, 0, 0, n, 1.0, quorate=True, verdict=Verdict("none"))
    if kind == "grid":
        corners = {name: count for name, count in counts.items() if name}
        return replace(plain, quadrants=tuple(corners.items()), on_axes=counts.get("", 0))
    spread = Distribution(tuple(counts), tuple(counts.values()), n)
    return replace(plain, distribution=spread)


def reading(result: Result) -> tuple[object, ...]:
    """All that is told of a round without items, in an order that says nothing."""
    spread = result.distribution
    counts = () if spread is None else zip(spread.categories, spread.counts, strict=True)
    corners = (tuple(sorted(counts)), result.quadrants, result.on_axes)
    return result.n, result.withheld, result.over_half, result.quorate, result.verdict, *corners


def leaks(
    worlds: Iterable[tuple[object, World]], sizes: Mapping[str, Callable[[World], int]]
) -> list[tuple[object, str, int]]:
    """The groups whose size anybody knows who knows what was told.

    Args:
        worlds: What is told of each way to vote.
        sizes: Of each group, by what it is.
    """
    known: dict[object, list[World]] = defaultdict(list)
    for told, world in worlds:
        known[told].append(world)
    found = []
    for told, possible in known.items():
        for name, size in sizes.items():
            values = {abs(size(world)) for world in possible}
            if len(values) == 1 and values <= SMALL:
                found.append((told, name, values.pop()))
    return found


def total(counts: Counts, group: Sequence[int]) -> int:
    return sum(counts[at] for at in group)


@pytest.mark.parametrize(
    ("kind", "names", "most"),
    [("choice", "ab", 40), ("choice", "abc", 16), ("choice", "abcd", 9), ("grid", "abcd", 9)],
)
def test_one_vote_tells_of_no_small_group_of_answers(kind: str, names: str, most: int) -> None:
    worlds = [
        (reading(withheld(of(dict(zip(names, counts, strict=True)), kind), Policy())), counts)
        for counts in votes(len(names), most)
    ]
    sizes = {str(one): partial(total, group=one) for one in groups(len(names))}
    assert leaks(worlds, sizes) == []


@pytest.mark.parametrize(
    ("kind", "names"), [("choice", ("a", "b")), ("grid", ("a", "b")), ("grid", ("a", ""))]
)
def test_two_votes_side_by_side_tell_of_no_small_change(kind: str, names: tuple[str, ...]) -> None:
    alike: tuple[dict[object, list[Counts]], ...] = (defaultdict(list), defaultdict(list))
    told: dict[object, Result] = {}
    for number, counts in product((1, 2), votes(2, 11)):
        seen = withheld(of(dict(zip(names, counts, strict=True)), kind, number), Policy())
        alike[number - 1][reading(seen)].append(counts)
        told[number, reading(seen)] = seen
    worlds = []
    for (one, first), (other, second) in product(*(each.items() for each in alike)):
        both = tuple(map(reading, by_round((told[1, one], told[2, other]))))
        worlds += [(both, pair) for pair in product(first, second)]
    sizes: dict[str, Callable[[tuple[Counts, Counts]], int]] = {
        f"{group}, {what}": partial(size, group=group)
        for group in groups(2)
        for what, size in SIZES_OF_TWO.items()
    }
    assert leaks(worlds, sizes) == []


SIZES_OF_TWO: dict[str, Callable[..., int]] = {
    "first": lambda pair, group: total(pair[0], group),
    "second": lambda pair, group: total(pair[1], group),
    "changed": lambda pair, group: total(pair[1], group) - total(pair[0], group),
}


@pytest.mark.parametrize("quorum", [0.2, 0.6, 0.8])
def test_beside_how_many_were_there_no_vote_says_how_many_kept_silent(quorum: float) -> None:
    worlds = []
    for present in range(1, 15):
        for voted in range(present + 1):
            for passes in range(voted + 1):
                whole = replace(
                    of({"a": voted - passes, "b": 0}),
                    ballots=voted, passes=passes, present=present, quorum=voted / present,
                    quorate=voted / present >= quorum,
                )  # fmt: skip
                told = floored(present), reading(withheld(whole, Policy(quorum=quorum)))
                worlds.append((told, (present, voted, passes)))
    sizes: dict[str, Callable[[Counts], int]] = {
        "absent": lambda one: one[0] - one[1],
        "passed": lambda one: one[2],
        "no answer": lambda one: one[0] - one[1] + one[2],
        "answered": lambda one: one[1] - one[2],
    }
    assert leaks(worlds, sizes) == []


def test_no_item_says_by_how_few_more_or_fewer_it_was_answered_than_before() -> None:
    def rated(number: int, *spread: int) -> Result:
        item = ItemResult(
            "x", Distribution(("1", "2"), spread, sum(spread)), None, None, None, None, None
        )
        return replace(of({"a": 20}, "rate", number), distribution=None, items=(item,))

    told = by_round([withheld(rated(1, 5, 10), Policy()), withheld(rated(2, 10, 4 + 0), Policy())])
    assert [one.withheld for one in told] == ["", "all"]
    told = by_round([withheld(rated(1, 5, 10), Policy()), withheld(rated(2, 14, 0), Policy())])
    assert [one.withheld for one in told] == ["rounds", ""]


def test_median_ranks_are_not_told_since_they_can_say_how_many_put_an_answer_second() -> None:
    # Of 16 people 5, 5 and 6 put a, b, c first and all four have the median rank 2: then exactly
    # 3, 3, 2 and 8 put a, b, c, d second.
    whole = of({"a": 5, "b": 5, "c": 6, "d": 0}, "rank")
    told = withheld(replace(whole, ranks=tuple((one, 2) for one in "cabd")), Policy())
    assert told.ranks == ()
    assert told.distribution == whole.distribution


def voted(
    first: str, again: str, corners: Counts, kept_silent: dict[str, bool], rated: str, calls: int
) -> Room:
    """A room that answers and decides; as many events whatever it answers, if all of them vote."""
    room = Room(len(first), roles=("CMO", "IT"))
    places = [(50, 50), (-50, 50), (-50, -50), (0, 0)]
    grid = [place for place, count in zip(places, corners, strict=True) for _ in range(count)]
    steps = {"a": "absent", "p": "partly", "i": "in-place"}
    room.round("demo/where", choices(first)).round("demo/where", choices(again), 2)
    room.round("demo/place", [*points(*grid), kept_silent])
    room.round("demo/ready", levels("owner", *(steps[one] for one in rated)))
    room.round("demo/cmo", [], called=[("", "yes", calls), ("", "no", 12 - calls)])
    room.add(
        ev.DecisionRecorded(
            decision="d1", scenario="demo", what="We sit in Alpha", owner="The CMO", review="1 May"
        ),
        ev.ActionRecorded(action="a1", scenario="demo", what="Tell them", by="2 May"),
        ev.SessionClosed(),
    )
    room.events[-1] = room.events[-1].model_copy(update={"t": 600.0})
    return room


def one_room() -> Room:
    """One of twelve passes."""
    passes = {"passed": True}
    return voted("aaaaaabbbccc", "aaaaaabbbbcc", (6, 3, 2, 0), passes, "iiiiiiiiiipp", 2)


def another_room() -> Room:
    """Others chose each answer, small groups divide otherwise, and two of thirteen are silent."""
    return voted("ccbbbbaaaaaa ", "caaaaaabbbcc ", (6, 1, 4, 0), {}, "apiiiiiiiiii", 3)


def kit(room: Room) -> dict[str, str | bytes]:
    """All files of the public's kit."""
    given = ReportInput(room.header, room.seen("public"), audience="public")
    return {one.name: one.content for one in kit_of(given, "all", Path("session.toml")).files}


def test_what_may_not_be_told_changes_no_byte_of_any_file() -> None:
    one, other = kit(one_room()), kit(another_room())
    assert "6 votes" in str(one["session-report.md"])
    assert one == other
