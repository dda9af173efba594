"""Which of its places each label takes, so that none meets another: for cells and for pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key")
Place = TypeVar("Place")
ATTEMPTS = 12
"""How often the labels choose anew before it is said that they do not fit."""


def settled(
    possible: Mapping[Key, Sequence[Place]], meet: Callable[[Place, Place], bool]
) -> tuple[dict[Key, Place], Key | None]:
    """A place for every label, and the label that found none.

    Labels with the fewest free places choose first; one that finds none goes to the front, and all
    choose again.

    Args:
        possible: The places of each label, the best first.
        meet: Whether two places cannot both be taken.

    Returns:
        The places of those that found one in the last attempt, and who did not; None where all did.
    """
    order = sorted(possible, key=lambda key: len(possible[key]))
    chosen: dict[Key, Place] = {}
    failed: Key | None = None
    for _attempt in range(ATTEMPTS):
        chosen, failed = {}, None
        for key in order:
            taken = chosen.values()
            free = (p for p in possible[key] if not any(meet(p, other) for other in taken))
            place = next(free, None)
            if place is None:
                failed = key
                break
            chosen[key] = place
        if failed is None:
            return chosen, None
        order = [failed, *(key for key in order if key != failed)]
    return chosen, failed


def settled_all_that_fit(
    possible: Mapping[Key, Sequence[Place]], meet: Callable[[Place, Place], bool]
) -> dict[Key, Place]:
    """A place for as many labels as there is room for; those with no place of their own go."""
    left = {key: places for key, places in possible.items() if places}
    while left:
        chosen, failed = settled(left, meet)
        if failed is None:
            return chosen
        del left[failed]
    return {}
