"""Who tries codes: wrong ones are answered ever more slowly, whoever they come from.

People are not told apart by their address, so nobody can be kept out who gives the right code:
whoever guesses would keep out everybody. Forty bits are 1.1 million million codes. Strangers ask
three hundred times a second at most, all of them together: a long day of nothing but guesses finds
the code with a chance of one in a hundred thousand.
"""

from __future__ import annotations

from collections.abc import Callable

FREE_TRIES = 20
"""So many wrong codes at once are slips of the finger in a full room."""
FIRST_WAIT = 0.05
"""Seconds that the next wrong one is too early for, after the first that is no slip."""
GROWTH = 1.3
MOST_WAIT = 1.0
FORGIVE_SECONDS = 3.0
"""In so long one wrong code is forgotten."""
_MOST_COUNTED = FREE_TRIES + 40


class CodeTries:
    """The tries of one room."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Begin with none.

        Args:
            clock: Seconds that only grow.
        """
        self._clock = clock
        self._counted = 0.0
        self._at = clock()
        self._shut_until = 0.0

    @property
    def wait(self) -> float:
        """Seconds until a wrong code is no longer too early; 0 where it is not now."""
        return max(0.0, self._shut_until - self._clock())

    def note_wrong(self) -> None:
        """Note that a wrong code was tried."""
        now = self._clock()
        forgiven = (now - self._at) / FORGIVE_SECONDS
        self._counted = min(max(0.0, self._counted - forgiven) + 1, _MOST_COUNTED)
        self._at = now
        over = self._counted - FREE_TRIES
        if over > 0:
            self._shut_until = now + min(MOST_WAIT, FIRST_WAIT * GROWTH**over)
