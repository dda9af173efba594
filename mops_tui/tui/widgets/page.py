"""A page that the keys of its screen scroll, and whose footer says whether there is more."""

from __future__ import annotations

from textual.binding import Binding
from textual.containers import VerticalScroll

from mops_tui.words.i18n import _

PAGE_KEYS = (
    Binding("up", "roll(-3)", show=False),
    Binding("pageup,home", "roll(-99)", show=False),
    Binding("down", "roll(3)", _("More below"), key_display="↓"),
    Binding("pagedown,end", "roll(12)", show=False),
)
"""The keys by which a screen scrolls its page: it has an `action_roll`."""


class Page(VerticalScroll, can_focus=False):
    """Text of any length; its screen's keys are read anew whenever its end comes or goes.

    How much there is below is known once the page is laid out, and where it stands once it has
    scrolled. Neither has happened when the call that asks for it returns.
    """

    _more = False

    @property
    def has_more(self) -> bool:
        """Whether something is below what is shown."""
        return self.scroll_y < self.max_scroll_y

    def rolls(self, parameters: tuple[object, ...]) -> bool:
        """Whether a key of `PAGE_KEYS` is offered: upwards always, downwards where there is more.

        Args:
            parameters: Those of its action: the rows, below zero upwards.
        """
        up = bool(parameters) and str(parameters[0]).startswith("-")
        return up or self.has_more

    def on_mount(self) -> None:
        """Check after each layout whether there is more below."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._look, immediate=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Check after each scroll step, too."""
        super().watch_scroll_y(old_value, new_value)
        self._look()

    def _look(self, _screen: object = None) -> None:
        if self.has_more != self._more:
            self._more = self.has_more
            self.screen.refresh_bindings()
