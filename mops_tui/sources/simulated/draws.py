"""Draws that follow from a seed: each stands by itself, and those of neighbouring seeds differ.

Nothing is drawn in turn, so nothing depends on who was asked first, or on a pause in between. What
is drawn for a whole room is spread evenly over seeds that follow each other: a few rehearsals
show more of what can be than a few throws of a die.
"""

from __future__ import annotations

import random
import zlib
from functools import lru_cache
from statistics import NormalDist


@lru_cache(maxsize=1024)
def _order(name: str, block: int, count: int) -> tuple[int, ...]:
    order = list(range(count))
    random.Random(f"{name}/{block}").shuffle(order)
    return tuple(order)


@lru_cache(maxsize=1024)
def even_draws(count: int) -> tuple[float, ...]:
    """So many values of a normal distribution, evenly spread, the lowest first."""
    return tuple(NormalDist().inv_cdf((index + 0.5) / count) for index in range(count))


def pick(seed: int, name: str, count: int) -> int:
    """One of so many, from 0; of so many seeds in a row from a multiple, each gets another."""
    block, place = divmod(seed, count)
    return _order(name, block, count)[place]


def spread(seed: int, name: str, count: int) -> tuple[float, ...]:
    """A value for each of so many, evenly spread around 0; which is highest follows the seed."""
    block, place = divmod(seed, count)
    values = even_draws(count)
    return tuple(values[(rank + place) % count] for rank in _order(name, block, count))


def apart(seed: int, *names: str) -> random.Random:
    """Randomness of its own for something that has these names."""
    return random.Random("/".join((str(seed), *names)))


def chance(seed: int, *names: str) -> float:
    """A value from 0 to 1 for something that has these names; many of them cost little."""
    return zlib.crc32("/".join((str(seed), *names)).encode()) / 2**32
