"""What fails beside the answers: kept in the private log, and never printed over the screen.

A fault in the answer to one phone must not end the workshop of a room.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import Any

from mops_tui.storage.folders.crash_log import write_crash

MOST_LOGS = 5
"""So many logs one room writes: a fault that one phone can cause, it can cause a thousand times."""
QUIET = logging.getLogger("mops_tui.web")
"""Where aiohttp writes: nobody reads it, and nothing of it reaches the terminal."""
QUIET.addHandler(logging.NullHandler())
QUIET.propagate = False

Handler = Callable[[asyncio.AbstractEventLoop, dict[str, Any]], object]


class Failures:
    """What has failed in one room.

    Attributes:
        noted: How many times.
    """

    def __init__(self) -> None:
        """Nothing has."""
        self.noted = 0
        self._before: Handler | None = None

    def note(self, error: BaseException) -> None:
        """Keep what is known of a fault in the private log."""
        self.noted += 1
        if self.noted <= MOST_LOGS:
            write_crash(error)

    def watch(self, loop: asyncio.AbstractEventLoop) -> None:
        """From now on what a connection breaks off with is no fault of the program.

        asyncio tells of it as of a crash: a phone that resets its connection (on Windows), an
        address that is gone, no free handle for one phone more. The app would end over it.
        """
        self._before = loop.get_exception_handler()
        loop.set_exception_handler(self._heard)
        logging.getLogger("asyncio").addHandler(_NOWHERE)

    def unwatch(self, loop: asyncio.AbstractEventLoop) -> None:
        """Leave it to whom it was left before."""
        if loop.get_exception_handler() == self._heard:
            loop.set_exception_handler(self._before)
        logging.getLogger("asyncio").removeHandler(_NOWHERE)

    def _heard(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if _of_network(context):
            return
        if self._before is not None:
            self._before(loop, context)
        else:
            loop.default_exception_handler(context)


_NOWHERE = logging.NullHandler()


def _of_network(context: Mapping[str, Any]) -> bool:
    """Whether a connection or a listening socket broke, and no code of ours."""
    error = context.get("exception")
    if isinstance(error, ConnectionError):
        return True
    return isinstance(error, OSError) and bool(context.keys() & {"socket", "transport", "protocol"})
