"""What if only some had voted: whose votes a replay shows."""

from __future__ import annotations

from mops_tui.model.session.audience import VisibleState, votes_of
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import participant_label
from mops_tui.words.safe import safe

MOST = 80
"""How many answers are offered: all roles, then people."""


class WhatIf:
    """Whose votes are shown: everybody's, those of a role, or one person's.

    Attributes:
        name: What those are called; "" while everybody's votes are shown.
    """

    def __init__(self) -> None:
        """Begin with everybody."""
        self.name = ""
        self._only: frozenset[str] | None = None

    @property
    def is_of_all(self) -> bool:
        """Whether everybody's votes are shown."""
        return self._only is None

    def of(self, state: VisibleState) -> VisibleState:
        """A state as if only they had voted."""
        return state if self._only is None else votes_of(state, self._only)

    def answers(self, state: VisibleState) -> tuple[tuple[str, str], ...]:
        """Who can be chosen, by a key for `choose`, and what they are called."""
        people = state.participants.values()
        roles = dict.fromkeys(person.role for person in people if person.role)
        answers = [("", _("Everybody"))]
        answers += [(f"role:{role}", safe(role)) for role in roles]
        answers += [(f"who:{p.id}", participant_label(state, p.id)) for p in people]
        return tuple(answers[:MOST])

    def choose(self, state: VisibleState, chosen: str) -> None:
        """Show the votes of those alone.

        Args:
            state: The one whose answers were offered.
            chosen: The key of an answer; "" for everybody.
        """
        kind, _colon, name = chosen.partition(":")
        self.name = dict(self.answers(state))[chosen] if chosen else ""
        if not chosen:
            self._only = None
        elif kind == "role":
            people = state.participants.values()
            self._only = frozenset(person.id for person in people if person.role == name)
        else:
            self._only = frozenset((name,))
