"""How far a figure moved between two sessions, in words: the same in a comparison and a trend.

What is shown rounded is subtracted rounded: a change is that of the figures as they are read.
Points that were poured are the exception: their change is that of the exact shares, rounded.
"""

from __future__ import annotations

from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import half_up, percent

SAME = "="
ALIKE = 2 / 3
"""Two rooms of which one has so much of the other's answers are compared in people."""


def in_a_hundred(first: float, last: float) -> str:
    """Two shares, 0 to 1, apart: so many points of a hundred more, or fewer."""
    return _in_a_hundred(percent(last) - percent(first))


def in_points(first: float, last: float) -> str:
    """The same of the exact shares, 0 to 1: a share of poured points stands without its count."""
    apart = round(last - first, 9)
    more = half_up(abs(apart)) * (1 if apart > 0 else -1)
    return _in_a_hundred(more)


def _in_a_hundred(more: int) -> str:
    words = ngettext("{n:+d} point of 100", "{n:+d} points of 100", abs(more))
    return words.format(n=more) if more else SAME


def in_people(then: tuple[int, int], now: tuple[int, int]) -> str:
    """Two counts apart, in people: a share of another room is no share of theirs.

    Args:
        then: So many of so many.
        now: Likewise.

    Returns:
        Both counts and no difference, where one room has under `ALIKE` of the other's answers:
        six people fewer of a room that lost six changed nothing.
    """
    if min(then[1], now[1]) < ALIKE * max(then[1], now[1]) and (then[0] or now[0]):
        words = _("{then} of {all} → {now} of {rest}")
        return words.format(then=then[0], all=then[1], now=now[0], rest=now[1])
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
