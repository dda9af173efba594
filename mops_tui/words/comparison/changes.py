"""How far a figure moved between two sessions, in words: the same in a comparison and a trend.

What is shown rounded is subtracted rounded: a change is that of the figures as they are read.
"""

from __future__ import annotations

from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import percent

SAME = "="


def in_a_hundred(first: float, last: float) -> str:
    """Two shares, 0 to 1, apart: so many points of a hundred more, or fewer."""
    more = percent(last) - percent(first)
    words = ngettext("{n:+d} point of 100", "{n:+d} points of 100", abs(more))
    return words.format(n=more) if more else SAME


def in_people(then: tuple[int, int], now: tuple[int, int]) -> str:
    """Two counts apart, in people: a share of another room is no share of theirs.

    Args:
        then: So many of so many.
        now: Likewise.
    """
    more = now[0] - then[0]
    if more:
        share = now[0] * then[1] - then[0] * now[1]
        people = ngettext("{n:+d} person", "{n:+d} people", abs(more)).format(n=more)
        if more * share >= 0:
            return people
        # Of fewer they are a larger part, and the other way round.
        words = _("{change}, a larger share") if share > 0 else _("{change}, a smaller share")
        return words.format(change=people)
    if then[1] == now[1] or not now[0]:
        return SAME
    return ngettext("still {n} person", "still {n} people", now[0]).format(n=now[0])


def in_hundredths(first: float, last: float) -> str:
    """Two figures that are read with two decimals, apart."""
    moved = round(round(last, 2) - round(first, 2), 2)
    return f"{moved:+.2f}" if moved else SAME


def in_steps(first: float, last: float) -> str:
    """Two steps of a scale apart."""
    steps = round(last - first)
    words = ngettext("{n:+d} step", "{n:+d} steps", abs(steps))
    return words.format(n=steps) if steps else SAME


def in_places(first: float, last: float) -> str:
    """Two ranks apart; the first rank is the highest."""
    places = round(last - first)
    up = ngettext("up {n} place", "up {n} places", abs(places))
    down = ngettext("down {n} place", "down {n} places", abs(places))
    return (up if places < 0 else down).format(n=abs(places)) if places else SAME
