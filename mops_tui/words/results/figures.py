"""Figures as they are read, and lists of names."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from mops_tui.pictures.tables import Unit
from mops_tui.words.i18n import _, ngettext

MOST_IN_WORDS = 12
"""Numbers up to this one are written in words where figures stand beside them."""


def percent(share: float, limit: float | None = None) -> int:
    """A share in whole per cent.

    Args:
        share: 0 to 1.
        limit: A threshold beside which it is read: a share that misses it never rounds up to it.
    """
    shown = half_up(share)
    if limit is not None and share < limit and shown >= limit * 100:
        return floor(share * 100)
    return shown


def half_up(share: float) -> int:
    """A share in whole per cent; a half goes up: 1 of 8 is 13, and 5 of 8 are 63."""
    return floor(share * 100 + 0.5 + 1e-9)


def percents(counts: Sequence[int]) -> tuple[int, ...]:
    """Shares of a whole in whole per cent, each rounded by itself.

    So a share reads the same wherever it stands, equal counts have equal shares, and none grows
    without a vote. What stands beside each other may add up to 99 or 101: three of three are 33.
    """
    whole = sum(counts)
    return tuple(half_up(count / whole) if whole else 0 for count in counts)


def in_words(n: int) -> str:
    """A small number in words, so that it is not read as one of the counts beside it."""
    words = (
        _("none"),
        _("one"),
        _("two"),
        _("three"),
        _("four"),
        _("five"),
        _("six"),
        _("seven"),
        _("eight"),
        _("nine"),
        _("ten"),
        _("eleven"),
        _("twelve"),
    )
    return words[n] if 0 <= n < len(words) else str(n)


class _Grouped(int):
    """A number that is written with its thousands apart."""

    def __format__(self, spec: str) -> str:
        """Such as "4,082", where nothing else is asked for."""
        return format(int(self), spec or ",")


def filled(words: str, /, **fields: object) -> str:
    """Words with their places filled: numbers from a thousand on as "4,082".

    Args:
        words: With places in braces.
        fields: What stands in each.
    """
    told = {
        name: _Grouped(one) if isinstance(one, int) and not isinstance(one, bool) else one
        for name, one in fields.items()
    }
    return words.format(**told)


def percent_text(n: int) -> str:
    """Whole per cent, as they are read."""
    return _("{n} %").format(n=n)


def count_text(count: int, unit: Unit) -> str:
    """A count with its unit."""
    if unit == "points":
        return filled(ngettext("{n} point", "{n} points", count), n=count)
    return filled(ngettext("{n} vote", "{n} votes", count), n=count)


def rank_text(rank: int) -> str:
    """A median rank."""
    return _("median rank {n}").format(n=rank)


def first_text(count: int) -> str:
    """For how many something came first."""
    return filled(ngettext("first for {n}", "first for {n}", count), n=count)


def threshold(share: float) -> str:
    """A threshold in per cent, as it was set: with a decimal only where it has one."""
    return f"{round(share * 100, 1):g}"


def decimals(value: float, limit: float | None = None) -> str:
    """A figure with two decimals; one that misses a limit never rounds up to it."""
    shown = round(value, 2)
    if limit is not None and value < limit <= shown:
        shown = floor(value * 100) / 100
    return f"{shown + 0.0:.2f}"  # adding nought makes -0.0 a plain 0.0


def unit(value: float, digits: int = 1) -> str:
    """A place on a grid's axis, -100 to 100, as -1.0 to 1.0."""
    return f"{round(value / 100, digits) + 0.0:.{digits}f}"


def listed(names: Sequence[str]) -> str:
    """Names in a row: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    first = _(", ").join(names[:-1])
    return _("{first} and {last}").format(first=first, last=names[-1])


def either(names: Sequence[str]) -> str:
    """Names of which one is meant: "A, B or C"."""
    if len(names) < 2:
        return "".join(names)
    return _("{one} or {other}").format(one=_(", ").join(names[:-1]), other=names[-1])
