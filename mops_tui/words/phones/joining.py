"""What is said of joining by phone: how, who has, and what is not protected."""

from __future__ import annotations

from collections.abc import Iterable

from mops_tui.model.session.state import SessionState
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.labels import participant_label
from mops_tui.words.safe import safe

MOST_NAMES = 200
"""No screen has room for more names."""


def here_by_phone(state: SessionState, by_phone: Iterable[str]) -> tuple[str, ...]:
    """Who of those present came by phone, in the order of their seats."""
    came = frozenset(by_phone)
    people = sorted(state.participants.values(), key=lambda person: person.seat)
    return tuple(person.id for person in people if person.present and person.id in came)


def joined_words(state: SessionState, by_phone: Iterable[str]) -> str:
    """How many of those present have joined by phone."""
    n = len(here_by_phone(state, by_phone))
    if not n:
        return _("Nobody has joined by phone yet.")
    words = ngettext("{n} of {m} has joined by phone.", "{n} of {m} have joined by phone.", n)
    return words.format(n=n, m=state.present)


def joined_names(
    state: SessionState, by_phone: Iterable[str], longest: int = 24
) -> tuple[list[str], int]:
    """What the first of those are called who came by phone, and how many they all are.

    Args:
        state: The room; in an anonymous one people are called by their seats.
        by_phone: Who came by phone.
        longest: The cells of a name.
    """
    here = here_by_phone(state, by_phone)
    names = [safe(participant_label(state, one), longest) for one in here[:MOST_NAMES]]
    return names, len(here)


def by_phone_mark() -> str:
    """What stands beside somebody who came by phone: a sign and a word."""
    return _("▯ phone")


def joining_words(*, joining: bool) -> str:
    """Whether somebody new is let in; "" where everything is as it should be."""
    return "" if joining else _("Joining is closed: nobody new can join.")


def mobile_words() -> str:
    """What to try first where the page does not come."""
    return _(
        "The page does not come? Join the same network as this laptop, and switch mobile data off."
    )


def what_opening_means() -> str:
    """What somebody should know before the room is opened: who can join, what is not protected."""
    return "\n".join(
        (
            _("Anybody in this network who has the code can join."),
            _(
                "On a local address nothing is encrypted: whoever listens in on this network can "
                "read what phones send and get, and could vote in their place."
            ),
            _(
                "Protected all the same: no phone is sent what others voted before the reveal, or "
                "your cues and private notes; and no phone can do what your keys do."
            ),
        )
    )
