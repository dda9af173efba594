"""Names that were found in a text: which of them go, what goes with them, what stands instead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

SOMEBODY = "a participant"
"""What stands instead of a name where no role can."""
FoundName = tuple[int, int, str | None]
"""Where a name begins and ends, and what stands instead; None where it stays."""
_ADDRESS = re.compile(
    r"(?:(?<![\w.+%-])[\w.+%-]++|[+%][\w.+%-]{0,64}+)@[\w-]+(?:\.[\w-]+)+"  # begun once a word
)
"""A mail address: it goes whole where it has a name in it."""


def in_place(instead: str, before: str) -> str:
    """What stands for a name, with a capital where a sentence begins."""
    said = before.rstrip()
    begins = not said or (said != before and said[-1] in ".!?")
    return instead[:1].upper() + instead[1:] if begins else instead


def addresses_in(text: str) -> list[tuple[int, int]]:
    """Where the mail addresses of a text begin and end, in order."""
    return [one.span() for one in _ADDRESS.finditer(text)] if "@" in text else []


def with_signs(text: str, found: FoundName, addresses: Sequence[tuple[int, int]]) -> FoundName:
    """A name with what belongs to it: the rest of a mail address, an @, an initial's dot.

    Args:
        text: As it was typed.
        found: The name as it was found there.
        addresses: Those of the text.
    """
    start, stop, instead = found
    number = bisect_right(addresses, start, key=itemgetter(1))
    if number < len(addresses) and addresses[number][0] < stop:
        return *addresses[number], instead
    if text[start - 1 : start] == "@" and not text[: start - 1][-1:].isalnum():
        start -= 1
    initial = not text[stop - 2 : stop - 1].isalnum() and text[stop : stop + 1] == "."
    if initial and (text[stop + 1 :].lstrip()[:1] or "A")[0].islower():
        stop += 1
    return start, stop, instead


def longest(found: list[FoundName]) -> list[FoundName]:
    """What was found, in order: what overlaps is one, as the longer of it says."""
    made: list[FoundName] = []
    for one in sorted(found, key=lambda one: one[:2]):
        last = made[-1] if made else one
        if not made or one[0] >= last[1]:
            made.append(one)
            continue
        longer = max(last, one, key=lambda each: each[1] - each[0])
        if last[:2] == one[:2] and last[2] != one[2]:
            longer = (*one[:2], None if None in (last[2], one[2]) else SOMEBODY)
        elif last[2] is not None and one[2] is not None:
            longer = (last[0], max(last[1], one[1]), longer[2])
        made[-1] = longer
    return made
