"""Noticing once in a round that all those present have voted."""

from __future__ import annotations

from mops_tui.model.session.audience import VisibleState
from mops_tui.words.i18n import ngettext


class AllVoted:
    """Remembers the rounds of which it was said."""

    def __init__(self) -> None:
        """None so far."""
        self._said: set[tuple[str, int]] = set()

    def begin(self, state: VisibleState) -> None:
        """Take it for said where it is so already: a room that is resumed rings no bell."""
        self.words(state)

    def words(self, state: VisibleState) -> str:
        """That all have voted, in a sentence; "" where they have not, or where it was said.

        Args:
            state: What is saved, as the room may see it.
        """
        ref = state.view.name
        round_ = state.round(ref) if state.view.of == "question" else None
        if round_ is None or round_.phase != "open" or (ref, round_.number) in self._said:
            return ""
        m = state.eligible(round_)
        if not m or round_.voted < m:
            return ""
        self._said.add((ref, round_.number))
        words = ngettext("{n} of {n} has voted: all who are here.", "All {n} have voted.", m)
        return words.format(n=m)
