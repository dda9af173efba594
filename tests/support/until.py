"""Waiting for what has to come: nothing is measured by it, and a busy machine takes its time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

PATIENCE = 60.0
"""Seconds; a test that holds does not wait for so long."""


async def until(holds: Callable[[], object], about: str) -> None:
    """Let the loop work until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"waited {PATIENCE} s for {about}"
        await asyncio.sleep(0.002)
