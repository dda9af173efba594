"""Events put in order with the fewest changes: of their places, and of their times."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mops_tui.storage.sessions.repairing.claims import Claim


def times_of(chosen: dict[int, Claim]) -> dict[int, float]:
    """The time of each event, none earlier than the one before it.

    As few as can be are changed: those that stand out from the others, and the edited ones first.
    Such an event gets the time of the one before it; kept, a late one would carry along all that
    follow.
    """
    order = [chosen[seq] for seq in sorted(chosen)]
    sealed = [claim for claim in order if claim.sealed]
    right = set(longest([(claim.event.t, claim.seq) for claim in sealed]))
    ceilings: list[float] = []  # of each event, the time of the next one that is right
    ceiling = float("inf")
    for claim in reversed(order):
        ceilings.append(ceiling)
        if claim.seq in right:
            ceiling = claim.event.t
    times: dict[int, float] = {}
    t = 0.0
    for claim, most in zip(order, reversed(ceilings), strict=True):
        if claim.seq in right or (not claim.sealed and t <= claim.event.t <= most):
            t = max(t, claim.event.t)
        times[claim.seq] = t
    return times


def longest(pairs: Sequence[tuple[float, int]]) -> list[int]:
    """The names of a longest run of pairs whose first members never decrease."""
    tails: list[float] = []
    at: list[int] = []
    back: list[int] = []
    for index, (value, _name) in enumerate(pairs):
        place = bisect_right(tails, value)
        back.append(at[place - 1] if place else -1)
        tails[place : place + 1] = [value]
        at[place : place + 1] = [index]
    chain: list[int] = []
    index = at[-1] if at else -1
    while index >= 0:
        chain.append(pairs[index][1])
        index = back[index]
    return chain[::-1]


def runs(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Events in order, taken together where they also follow each other in the file."""
    run: list[Claim] = []
    for claim in claims:
        if run and (claim.seq, claim.place) != (run[-1].seq + 1, run[-1].place + 1):
            yield run
            run = []
        run.append(claim)
    if run:
        yield run


def number_runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Numbers in order, taken together where they follow each other."""
    run = list(numbers[:1])
    for before, number in pairwise(numbers):
        if number != before + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run
