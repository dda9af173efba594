"""How often one may ask: a bucket fills at a steady pace, and each request takes one from it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Rate:
    """How often something may happen.

    Attributes:
        burst: So many times at once.
        a_second: So many times a second in the long run.
    """

    burst: float
    a_second: float


class Bucket:
    """One who asks."""

    __slots__ = ("_at", "_left", "_rate")

    def __init__(self, rate: Rate, now: float) -> None:
        """Begin full."""
        self._rate = rate
        self._left = rate.burst
        self._at = now

    def take(self, now: float) -> float:
        """Take one.

        Returns:
            0 where one was there, else in how many seconds there will be.
        """
        wait = self._wait(now)
        if not wait:
            self._left -= 1
        return wait

    def queue(self, now: float, patience: float) -> float | None:
        """Take one that may still have to come.

        Args:
            now: The time.
            patience: So many seconds one would wait for it.

        Returns:
            In how many seconds it is there; None where that is too long, and nothing is taken.
        """
        wait = self._wait(now)
        if wait > patience:
            return None
        self._left -= 1
        return wait

    def _wait(self, now: float) -> float:
        rate = self._rate
        self._left = min(rate.burst, self._left + max(0.0, now - self._at) * rate.a_second)
        self._at = now
        return max(0.0, 1 - self._left) / rate.a_second


class Buckets:
    """A bucket for each of many; who has not asked for longest is forgotten."""

    def __init__(self, rate: Rate, clock: Callable[[], float], most: int) -> None:
        """Keep so many at most."""
        self._rate = rate
        self._clock = clock
        self._most = most
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def take(self, who: str) -> float:
        """Take one of somebody's; see `Bucket.take`."""
        now = self._clock()
        bucket = self._buckets.get(who)
        if bucket is None:
            bucket = self._buckets[who] = Bucket(self._rate, now)
            if len(self._buckets) > self._most:
                self._buckets.popitem(last=False)
        else:
            self._buckets.move_to_end(who)
        return bucket.take(now)
