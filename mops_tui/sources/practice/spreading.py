"""Keeping variants of one card apart: whoever has just read one could answer the next by heart."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

FamilyOf = Callable[[str], str]
"""What says of a card's key which family it belongs to."""


def one_of_each(
    keys: Iterable[str], family: FamilyOf, today: Collection[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take the first of each family, and leave the others for another day.

    Args:
        keys: In the order in which they would be dealt.
        family: The family of a key.
        today: What was answered today: a family that was met today gives nothing else.

    Returns:
        What is dealt, and what waits, each in the order of `keys`.
    """
    met = {family(key) for key in today}
    dealt: list[str] = []
    waits: list[str] = []
    for key in keys:
        if key not in today and family(key) in met:
            waits.append(key)
            continue
        met.add(family(key))
        dealt.append(key)
    return tuple(dealt), tuple(waits)


def none_in_a_row(keys: Sequence[str], family: FamilyOf, after: str = "") -> tuple[str, ...]:
    """The same keys, so ordered that no two of a family follow each other, as far as they can.

    Args:
        keys: In the order that is kept where it can be.
        family: The family of a key.
        after: The family of what comes before them, or "".
    """
    left, ordered, last = list(keys), [], after
    while left:
        key = next((key for key in left if family(key) != last), left[0])
        left.remove(key)
        ordered.append(key)
        last = family(key)
    return tuple(ordered)
