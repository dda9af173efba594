"""A container that swaps its widgets safely: the old ones are removed before new ones mount."""

from __future__ import annotations

import asyncio

from textual.containers import Container
from textual.widget import Widget


class Slot(Container):
    """Holds some widgets; the previous ones are removed before the next are mounted.

    Textual removes and mounts when it gets round to it. Whoever mounts without waiting for the
    removal has both there for a moment, and two widgets of one name end the program.
    """

    def __init__(self, *, id: str) -> None:
        """Begin empty."""
        super().__init__(id=id)
        self._one_at_a_time = asyncio.Lock()

    async def hold(self, *widgets: Widget) -> None:
        """Replace the contents with these widgets; with none, leave it empty."""
        async with self._one_at_a_time:
            await self.remove_children()
            if widgets and self.is_attached:
                await self.mount(*widgets)
