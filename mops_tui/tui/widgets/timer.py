"""The timer panel: the time left, in big digits that the whole room can read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Digits, Static

from mops_tui.model.session.state import Timer
from mops_tui.tui.host import host_of
from mops_tui.tui.widgets.top_bar import clock
from mops_tui.words.i18n import _


class TimerPanel(Vertical):
    """A column with the time left; it is there while a timer is."""

    def __init__(self, *, keys: bool = False) -> None:
        """Begin hidden; `keys` where who looks has the facilitator's keys."""
        super().__init__(id="timer")
        self._keys = keys
        self.display = False

    def compose(self) -> ComposeResult:
        """Digits, a bar that drains, a word."""
        yield Digits("0:00", id="timer-digits")
        yield Static(id="timer-bar")
        yield Static(id="timer-word")

    def show(self, timer: Timer | None, t: float) -> None:
        """Show a timer at a time, or hide."""
        self.display = timer is not None
        if timer is None or not self.is_mounted:
            return
        left = timer.left(t)
        self.set_class(left <= 0, "-over")
        self.set_class(0 < left <= 30, "-soon")
        self.query_one(Digits).update(clock(max(0.0, left)))
        span = 18
        full = round(span * min(1.0, max(0.0, left / timer.whole if timer.whole else 0)))
        bar = Content.assemble(("━" * full, "$accent"), ("─" * (span - full), "$text-muted"))
        self.query_one("#timer-bar", Static).update(bar)
        if left <= 0:
            word = _("Time is up")
        elif timer.running:
            word = _("{timer} pauses, {more} adds") if self._keys else ""
        else:
            word = _("paused, {timer} goes on") if self._keys else _("paused")
        key_of = host_of(self).key_of
        word = word.format(timer=key_of("timer"), more=key_of("timer_more"))
        self.query_one("#timer-word", Static).update(Content.styled(word, "$text-muted"))
