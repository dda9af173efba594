"""The order in which several workers run the tests: what takes long begins first."""

from __future__ import annotations

from itertools import groupby, islice

import pytest


def dealt(items: list[pytest.Item], workers: int) -> list[pytest.Item]:
    """The tests in the order in which each worker's share begins with its part of the long ones.

    Each worker begins with a share that hangs together, and steals from the ends of the others'
    when it has done its own. Tests in a terminal are dealt one by one. Slow ones, and those that
    are marked so, are dealt by module: what a module's tests compute once is computed once.
    """
    alone = [item for item in items if _is(item, "e2e") and not _is(item, "together")]
    kept = [item for item in items if _is(item, "together") or _only_slow(item)]
    by_module = [list(group) for _, group in groupby(kept, lambda item: item.path)]
    hands: list[list[pytest.Item]] = [[] for _ in range(workers)]
    for group in (*([item] for item in alone), *sorted(by_module, key=len, reverse=True)):
        min(hands, key=len).extend(group)
    quick = iter([item for item in items if not _is(item, "e2e") and not _is(item, "slow")])
    order: list[pytest.Item] = []
    for number, hand in enumerate(hands):
        share = (len(items) + number) // workers  # as xdist cuts them
        order += [*hand, *islice(quick, max(0, share - len(hand)))]
    return [*order, *quick]


def _only_slow(item: pytest.Item) -> bool:
    return _is(item, "slow") and not _is(item, "e2e")


def _is(item: pytest.Item, mark: str) -> bool:
    return item.get_closest_marker(mark) is not None
