"""Of which tests it is counted what they reach: those that find new lines for little time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

ALIKE = 6
"""Of tests that are one with other values, so many are counted."""


def counted(items: Iterable[pytest.Item]) -> set[pytest.Item]:
    """The tests of which it is counted what they reach.

    Counting makes a test twice as slow, whatever it does meanwhile. Slow ones reach next to nothing
    that quick ones do not, and neither does a property with its many examples, nor the seventh of
    some values: such are run as ever, and left out of the count alone.
    """
    chosen: set[pytest.Item] = set()
    alike: Counter[tuple[object, str]] = Counter()
    for item in items:
        if item.get_closest_marker("e2e") or item.get_closest_marker("slow"):
            continue
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            continue
        name = getattr(item, "originalname", item.name)
        alike[item.parent, name] += 1
        if alike[item.parent, name] <= ALIKE:
            chosen.add(item)
    return chosen
