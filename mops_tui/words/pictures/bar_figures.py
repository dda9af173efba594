"""What is written beside a bar."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from mops_tui.pictures.bars import NO_QUADRANT
from mops_tui.pictures.shapes import Bar, BarsPicture
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import (
    count_text,
    first_text,
    half_up,
    percent_text,
    percents,
    rank_text,
)
from mops_tui.words.safe import cells


class BarFigures(NamedTuple):
    """What is written beside a bar: in full, the part of it that counts most, and what it was.

    Attributes:
        full: The count, as wide as the longest, and the share.
        more: What `full` says before the part that counts most.
    """

    full: str
    short: str
    before: str
    more: str = ""


def with_names(picture: BarsPicture) -> BarsPicture:
    """Every bar with a name: those on a grid who chose no side have none of the pack's."""
    bars = (
        replace(bar, label=_("in no quadrant")) if bar.id == NO_QUADRANT else bar
        for bar in picture.bars
    )
    return replace(picture, bars=tuple(bars))


def bar_figures(picture: BarsPicture) -> tuple[BarFigures, ...]:
    """The figures beside each bar."""
    if picture.unit == "ranks":
        return tuple(_rank_figures(bar, own=picture.turnout.own) for bar in picture.bars)
    shares = percents([bar.count for bar in picture.bars])
    counts = [count_text(bar.count, picture.unit) for bar in picture.bars]
    widest = max(map(cells, counts), default=0)
    return tuple(
        BarFigures(
            f"{' ' * (widest - cells(count))}{count}  {percent_text(share):>5}",
            percent_text(share),
            _was(bar),
            count,
        )
        for bar, count, share in zip(picture.bars, counts, shares, strict=True)
    )


def _was(bar: Bar) -> str:
    if bar.before is None:
        return ""
    return _("was {share}").format(share=percent_text(half_up(bar.before)))


def _rank_figures(bar: Bar, *, own: bool = False) -> BarFigures:
    if bar.rank is None:
        return BarFigures("–", "–", "")
    if own:
        place = _("place {n}").format(n=bar.rank)
        return BarFigures(place, place, "")
    rank, first = rank_text(bar.rank), first_text(bar.count)
    return BarFigures(f"{rank}  {first}", first, "", rank)
