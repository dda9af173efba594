"""When an app under the pilot is at rest: known, and not guessed from how busy the process was.

Textual's pilot lets 20 ms go by, three times a key, and takes a process that used little of them
for one that has nothing to do. On a busy machine that is wrong, and on an idle one too long. Here
an app is at rest once nothing can happen by itself: nothing waits in its loop, nothing is due
before the pilot's own three waits would be over, no thread was started that still lives, and no
file is listened to. Wherever that cannot be said, the pilot waits as it always did.
"""

from __future__ import annotations

import asyncio
import threading
from asyncio import AbstractEventLoop, TimerHandle
from collections.abc import Awaitable, Callable

import textual.app
import textual.pilot
from textual._wait import wait_for_idle

AHEAD = 0.06
"""Seconds without anything due that are rest: what the pilot lets go by for a key."""
A_MOMENT, A_LOOK = 0.001, 0.0001
"""Seconds after which a thread may have ended; and that a look at a busy loop is reckoned at.

What was waited is summed up and not measured: a machine that stands still changes nothing.
"""
_BEFORE: set[threading.Thread] = set()
"""Threads that lived before any app did."""


def wait_for_rest() -> None:
    """From now on a pilot's waits end when the app is at rest."""
    _BEFORE.update(threading.enumerate())
    textual.app.wait_for_idle = rested  # type: ignore[attr-defined]  # that is the patch
    textual.pilot.wait_for_idle = rested  # type: ignore[attr-defined]  # that is the patch


async def rested(
    min_sleep: float = AHEAD,
    max_sleep: float = 1,
    plain: Callable[[float, float], Awaitable[None]] = wait_for_idle,
) -> None:
    """Wait until the app is at rest, or as the pilot did where that is not to be known."""
    loop = asyncio.get_running_loop()
    waited = 0.0
    while waited < AHEAD:
        await asyncio.sleep(0)
        step = A_LOOK
        if not alone(loop):
            step = A_MOMENT
            await asyncio.sleep(step)
        # Whatever a thread that has ended left to do is among these already.
        elif not loop._ready:  # type: ignore[attr-defined]  # asyncio has no public word for it
            due = next_due(loop) - loop.time()
            if due > AHEAD:
                return
            step = max(step, due)
            await asyncio.sleep(step)
        waited += step
    await plain(min_sleep, max_sleep)


def alone(loop: AbstractEventLoop) -> bool:
    """Whether all that happens in a loop is its own doing: no threads, and no files it hears."""
    selector = getattr(loop, "_selector", None)
    heard = len(selector.get_map()) if selector is not None and hasattr(loop, "_ready") else 2
    return heard <= 1 and _BEFORE.issuperset(threading.enumerate())  # one is the loop's own


def next_due(loop: AbstractEventLoop) -> float:
    """When the next timer of a loop is due, by its clock; infinity where there is none."""
    timers: list[TimerHandle] = loop._scheduled  # type: ignore[attr-defined]  # there is no public word
    return min((one.when() for one in timers if not one.cancelled()), default=float("inf"))
