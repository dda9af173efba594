"""A frame around one of home's lists; it says how much of the list lies below."""

from __future__ import annotations

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from mops_tui.words.i18n import _


class ListPane(Vertical):
    """A list in a frame: a window of 24 rows shows six workshops of seven."""

    def on_mount(self) -> None:
        """Follow what is listed, and how far it is scrolled."""
        listed = self.query_one(OptionList)
        self.watch(listed, "virtual_size", self._tell_soon, init=False)
        self.watch(listed, "scroll_y", self._tell_soon, init=False)

    def on_resize(self) -> None:
        """Another number of rows has room."""
        self._tell_soon()

    def _tell_soon(self) -> None:
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        for listed in self.query(OptionList):  # none once the program ends
            below = round(listed.max_scroll_y - listed.scroll_y) if listed.display else 0
            self.border_subtitle = Content(_("{n} more below").format(n=below) if below > 0 else "")
