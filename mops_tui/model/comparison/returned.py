"""Actions that come back: of an earlier session, open again in a later one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mops_tui.model.session.audience import VisibleState

SAME_WORDS = 0.8
"""From this share of common words on, two actions are the same one."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class ReturnedAction:
    """An action of one session that comes back, unsolved, in a later one.

    Attributes:
        what: As it was written first.
        again: As it was written the second time.
        first: The index of the earlier session, and `later` that of the later.
        who: Who had taken it on then.
        exact: The text is the same, not only its words.
    """

    what: str
    again: str
    who: str
    first: int
    later: int
    exact: bool


def returned(states: Sequence[VisibleState]) -> tuple[ReturnedAction, ...]:
    """Every action that comes back, with the next session that has it again."""
    matches: list[ReturnedAction] = []
    for first, state in enumerate(states):
        for action in state.actions.values():
            for later in range(first + 1, len(states)):
                each = [
                    (word_overlap(action.what, a.what), a) for a in states[later].actions.values()
                ]
                best = max(each, key=lambda one: one[0], default=None)
                if best is not None and best[0] >= SAME_WORDS:
                    again, exact = best[1].what, _plain(action.what) == _plain(best[1].what)
                    matches.append(
                        ReturnedAction(action.what, again, action.who, first, later, exact)
                    )
                    break
    return tuple(matches)


def word_overlap(one: str, other: str) -> float:
    """The share of words that two texts have in common, 0 to 1 (Jaccard)."""
    a, b = set(_plain(one)), set(_plain(other))
    return len(a & b) / len(a | b) if a and b else 0.0


def _plain(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))
