"""Reading files in a thread of its own: a disk that does not answer keeps no screen waiting."""

from __future__ import annotations

import contextvars
import threading
from collections.abc import Callable
from typing import TypeVar

PATIENCE = 0.15
"""Seconds that a screen waits for its lists, so that they are there as it is painted."""

Found = TypeVar("Found")


class Readings:
    """Readings of the same thing: what comes after a newer one is out of date."""

    def __init__(self) -> None:
        """Begin with none."""
        self._begun = self._taken = 0

    def begin(self) -> int:
        """The number of one more."""
        self._begun += 1
        return self._begun

    def take(self, number: int) -> bool:
        """Whether one that has come says something newer than those before.

        Args:
            number: What `begin` called it.
        """
        newer = number > self._taken
        self._taken = max(self._taken, number)
        return newer


def read_beside(
    read: Callable[[], Found], late: Callable[[Found], object], patience: float = PATIENCE
) -> Found | None:
    """Read in a thread, and wait for it a moment.

    The thread is a daemon: where a disk hangs for good, it does not keep the program from ending.

    Args:
        read: What reads; it raises nothing.
        late: Takes what comes later than that, in the thread: post a message from there.
        patience: How long to wait, in seconds.

    Returns:
        What was read, or None where it will come to `late`.
    """
    results: list[Found] = []
    turn = threading.Lock()
    done = threading.Event()
    given_up = False

    def run() -> None:
        result = read()
        with turn:
            results.append(result)
            waited_for = not given_up
        done.set()
        if not waited_for:
            late(result)

    # In the context of whoever asks, since Textual keeps there which app is running.
    context = contextvars.copy_context()
    threading.Thread(target=context.run, args=(run,), daemon=True).start()
    done.wait(patience)
    with turn:
        given_up = True
        return results[0] if results else None
