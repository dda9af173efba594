"""The keys that move a replay: in time, from marker to marker, event by event, and how fast."""

from __future__ import annotations

from abc import abstractmethod

from mops_tui.model.replay.pace import STORY, RealPace
from mops_tui.sources.replay import Player
from mops_tui.words.i18n import _

LEAP = 5.0
"""Seconds that an arrow leaps."""


class MovingKeys:
    """Part of a screen with a player: each key moves it, and what is there then is shown.

    Attributes:
        player: Where the replay stands.
    """

    player: Player
    _real = RealPace()

    @abstractmethod
    def show_moment(self) -> None:
        """Show the moment at which the player stands."""

    @abstractmethod
    def show_switched(self) -> None:
        """Show the moment after a key that switches back when it comes once more: a bounce."""

    @abstractmethod
    def say_why(self, words: str) -> None:
        """Say why a key has moved nothing."""

    def action_play(self) -> None:
        """Play or pause."""
        self.player.toggle()
        self.show_switched()

    def action_leap(self, by: float) -> None:
        """Leap by seconds."""
        self.player.seek(self.player.at + by)
        self.show_moment()

    def action_leap_back(self) -> None:
        """Five seconds back."""
        self.action_leap(-LEAP)

    def action_leap_on(self) -> None:
        """Five seconds on."""
        self.action_leap(LEAP)

    def action_tenth_back(self) -> None:
        """A tenth of the whole back."""
        self.action_leap(-self.player.timeline.length / 10)

    def action_tenth_on(self) -> None:
        """A tenth of the whole on."""
        self.action_leap(self.player.timeline.length / 10)

    def action_tenth(self, n: int) -> None:
        """To a tenth of the whole, 0 to 9."""
        self.player.seek(self.player.timeline.length * n / 10)
        self.show_moment()

    def action_marker_back(self) -> None:
        """To the marker before."""
        self._to_marker(-1)

    def action_marker_on(self) -> None:
        """To the next marker."""
        self._to_marker(1)

    def _to_marker(self, by: int) -> None:
        marker = self.player.marker(by)
        if marker is not None:
            self.player.go_to(marker)
            self.show_moment()
            return
        after, before = _("No marker comes after this."), _("No marker comes before this.")
        self.say_why(after if by > 0 else before)

    def action_step_back(self) -> None:
        """One event back."""
        self.player.step(-1)
        self.show_moment()

    def action_step_on(self) -> None:
        """One event on."""
        self.player.step(1)
        self.show_moment()

    def action_slower(self) -> None:
        """Slower."""
        self.player.faster(-1)
        self.show_moment()

    def action_faster(self) -> None:
        """Faster."""
        self.player.faster(1)
        self.show_moment()

    def action_pace(self) -> None:
        """As a story, or in the time that it took."""
        now = self.player.timeline.pace
        if isinstance(now, RealPace):
            self._real = now
        self.player.change_pace(STORY if isinstance(now, RealPace) else self._real)
        self.show_switched()

    def action_loop(self) -> None:
        """Begin again at the end, or not."""
        self.player.loop = not self.player.loop
        self.show_switched()
