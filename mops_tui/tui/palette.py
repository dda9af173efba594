"""The command palette, made to survive quick hands."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.command import CommandPalette
from textual.events import Mount

from mops_tui.tui.door import QUIT, Door


class Palette(CommandPalette, Door[None]):
    """Textual's palette, left by the one door.

    Textual's own ends the program when it is left before it is there, and when it is opened anew
    before the last one has gone.
    """

    BINDINGS: ClassVar[list[BindingType]] = [QUIT]

    def _on_mount(self, event: Mount) -> None:
        if self.is_left or self not in self.app.screen_stack[1:]:
            event.prevent_default()
