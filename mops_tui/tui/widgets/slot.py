"""A place that holds one thing at a time."""

from __future__ import annotations

import asyncio

from textual.containers import Container
from textual.widget import Widget


class Slot(Container):
    """Holds some widgets; what was there is gone before the next ones come.

    Textual removes and mounts when it gets round to it. Whoever mounts without waiting for the
    removal has both there for a moment, and two widgets of one name end the program.
    """

    def __init__(self, *, id: str) -> None:
        """Begin empty."""
        super().__init__(id=id)
        self._one_at_a_time = asyncio.Lock()

    async def hold(self, *widgets: Widget) -> None:
        """Hold these instead of whatever is here; with none, be empty."""
        async with self._one_at_a_time:
            await self.remove_children()
            if widgets and self.is_attached:
                await self.mount(*widgets)
