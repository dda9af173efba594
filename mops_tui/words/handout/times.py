"""Minutes and times of a plan in words."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.agenda.run_sheet import RowKind, Stretch
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.labels import step_title

DAY = 24 * 60


def figure(minutes: float) -> str:
    """Minutes as a figure: 2, 1.5, 0.25."""
    return f"{round(minutes, 2):g}"


def minutes_words(minutes: float) -> str:
    """Minutes with their unit."""
    n = 1 if round(minutes, 2) == 1 else 2
    return ngettext("{n} minute", "{n} minutes", n).format(n=figure(minutes))


def time_words(minutes: float, begins: int | None) -> str:
    """When something is: a time of day, or minutes from the beginning.

    Args:
        minutes: From the beginning of the workshop.
        begins: When that is, in minutes after midnight; None where nobody knows.
    """
    if begins is None:
        return figure(minutes)
    days, rest = divmod(int(begins + minutes), DAY)
    clock = f"{rest // 60:02}:{rest % 60:02}"
    return _("{time} (+{days})").format(time=clock, days=days) if days else clock


def at_words(minutes: float, begins: int | None) -> str:
    """The same where it stands by itself."""
    when = time_words(minutes, begins)
    return when if begins is not None else _("Minute {n}").format(n=when)


def from_to(start: float, end: float, begins: int | None) -> str:
    """From when to when."""
    first, last = time_words(start, begins), time_words(end, begins)
    if begins is None:
        return _("minute {first} to {last}").format(first=first, last=last)
    return _("{first} to {last}").format(first=first, last=last)


def row_title(kind: RowKind) -> str:
    """What a place of the day is called that no author has given a title."""
    if kind == "break" or kind == "owners":
        return step_title(kind)
    return _("The last page")


def stretch_words(stretches: Sequence[Stretch]) -> str:
    """What a question's minutes are for: "1 alone, 2 in pairs, 1.5 to vote, 2.5 to talk"."""
    words = {
        "alone": _("{n} alone, in silence"),
        "pairs": _("{n} in pairs"),
        "vote": _("{n} to vote"),
        "talk": _("{n} to talk"),
    }
    return ", ".join(words[one.kind].format(n=figure(one.minutes)) for one in stretches)


def pairs_words(people: int | None) -> str:
    """How so many people talk in pairs."""
    if people is None:
        return _("With an odd number, one group is of three.")
    if people < 2:
        return _("There is nobody to pair with: think on, alone.")
    if people < 4:
        return _("All of you together.")
    if people % 2 == 0:
        return _("{n} pairs.").format(n=people // 2)
    pairs = people // 2 - 1
    words = ngettext("{n} pair and a group of three.", "{n} pairs and a group of three.", pairs)
    return words.format(n=pairs)
