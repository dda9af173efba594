"""The answers of practice that the disk has still to take, for whoever leaves meanwhile."""

from __future__ import annotations

import asyncio
from typing import Any

from mops_tui.storage.files.errors import WriteFailed

PATIENCE = 30.0
"""Seconds that leaving waits for a disk that does not take what it is given."""
WAITING_SECONDS = 1.0
"""After so long leaving says what it waits for."""


class Unsaved:
    """The writes that are under way; false where there is none."""

    def __init__(self) -> None:
        """Nothing is being saved yet."""
        self._writes: set[asyncio.Future[Any]] = set()
        self._hurried = asyncio.Event()

    def __len__(self) -> int:
        """How many answers wait for the disk."""
        return len(self._writes)

    def add(self, write: asyncio.Future[Any]) -> None:
        """Count a write until it is done, well or not."""
        self._writes.add(write)
        write.add_done_callback(self._writes.discard)

    def hurry(self) -> None:
        """Whoever waits for the disk waits no longer."""
        self._hurried.set()

    async def settled(self, patience: float | None = None) -> str:
        """Wait for the disk.

        Args:
            patience: How long, in seconds; `PATIENCE` by default.

        Returns:
            "" where all of them are saved, else the trouble, as `Saving` has it.
        """
        from mops_tui.sources.saving import SLOW  # late: home has no need of it

        writes = set(self._writes)
        if not writes:
            return ""
        answered = asyncio.ensure_future(asyncio.wait(writes))
        hurried = asyncio.ensure_future(self._hurried.wait())
        await asyncio.wait(
            (answered, hurried),
            timeout=PATIENCE if patience is None else patience,
            return_when=asyncio.FIRST_COMPLETED,
        )
        for waiting in (answered, hurried):
            waiting.cancel()
        errors = [write.exception() if write.done() else WriteFailed(SLOW) for write in writes]
        return next((one.code for one in errors if isinstance(one, WriteFailed)), "")
