"""The votes that one phone has sent: one that comes twice is one, an older one is too late."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from mops_tui.sources.phones.book import MOST_ONCE

MOST_IDS = 256
"""So many ids of one person in one round are remembered."""
MOST_ROUNDS = 8
"""So many rounds are remembered: more are not going on."""
RoundKey = tuple[str, int]
"""A question, and the number of a round."""
T = TypeVar("T")
_NUMBERED = re.compile(r"(.*)[-.:]([0-9]{1,15})", re.DOTALL)


class Sent:
    """What one person has sent in one round."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._ids: dict[str, None] = {}
        self._latest: dict[str, int] = {}

    def is_late(self, once: str) -> bool:
        """Whether a vote of that id is in already, or one that its phone sent after it.

        Two ids that differ only in the number at their end ("k3f9-7", "k3f9-8") are of one phone,
        in that order.
        """
        if once in self._ids:
            return True
        series = _NUMBERED.fullmatch(once)
        return series is not None and int(series[2]) < self._latest.get(series[1], -1)

    def note(self, once: str) -> None:
        """Note that a vote of that id is in."""
        if not once or len(once) > MOST_ONCE:
            return
        self._ids.pop(once, None)
        self._ids[once] = None
        while len(self._ids) > MOST_IDS:
            del self._ids[next(iter(self._ids))]
        series = _NUMBERED.fullmatch(once)
        if series is not None:
            self._latest[series[1]] = max(int(series[2]), self._latest.pop(series[1], -1))
            while len(self._latest) > MOST_IDS:
                del self._latest[next(iter(self._latest))]

    def take(self, other: Sent) -> None:
        """Note what another person's phone has sent, who is the same person after all."""
        for once in tuple(other._ids):
            self.note(once)


def latest(rounds: dict[RoundKey, T], round_: RoundKey, new: Callable[[], T]) -> T:
    """What is remembered of a round; it is the last to be forgotten from now on.

    Args:
        rounds: What is remembered.
        round_: The round.
        new: What it begins with.
    """
    kept = rounds.pop(round_, None)
    rounds[round_] = kept if kept is not None else new()
    while len(rounds) > MOST_ROUNDS:
        del rounds[next(iter(rounds))]
    return rounds[round_]
