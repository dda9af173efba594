"""Bars: one a category, with counts and per cent, beside what others answered."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from mops_tui.pictures.bars import NO_QUADRANT
from mops_tui.pictures.shapes import Bar, BarsPicture
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.parts import (
    Entry,
    bar_text,
    count_text,
    draw_legend,
    percent,
    spread_rows,
    turnout_text,
)
from mops_tui.tui.charts.text import cells
from mops_tui.words.i18n import _, ngettext

MIRROR = "░"


class BarsLayout(NamedTuple):
    """How the bars share their canvas.

    Attributes:
        rows: Rows of each bar, the blank one below it included.
        thick: Rows of the bar itself.
        above: The label stands above the bar, not beside it.
        mirror: There is a row for the mirror's bar.
        label: Width of the labels beside the bars.
        figures: Width of the figures at the right.
        shown: How many bars there is room for.
    """

    rows: int
    thick: int
    above: bool
    mirror: bool
    label: int
    figures: int
    shown: int


def draw_bars(picture: BarsPicture, width: int, height: int) -> Canvas:
    """Draw a distribution as bars."""
    picture = _with_names(picture)
    canvas = Canvas(width, height)
    if not picture.bars or height < 1 or width < 1:
        return canvas
    footer = 1 if height > len(picture.bars) else 0
    layout = _layout(picture, width, height - footer)
    for index, bar in enumerate(picture.bars[: layout.shown]):
        _put_bar(canvas, picture, layout, bar, index * layout.rows)
    hidden = len(picture.bars) - layout.shown
    if hidden > 0:
        more = ngettext("{n} more", "{n} more", hidden).format(n=hidden)
        canvas.put(0, height - 1, f"+ {more}", "muted", width)
    elif footer:
        draw_legend(canvas, height - 1, _legend(picture), turnout_text(picture.turnout))
    return canvas


def _with_names(picture: BarsPicture) -> BarsPicture:
    """Every bar with a name: those on a grid who chose no side have none of the pack's."""
    bars = (
        replace(bar, label=_("in no quadrant")) if bar.id == NO_QUADRANT else bar
        for bar in picture.bars
    )
    return replace(picture, bars=tuple(bars))


def _layout(picture: BarsPicture, width: int, height: int) -> BarsLayout:
    count = len(picture.bars)
    mirrored = bool(picture.mirror_who)
    rows = spread_rows(height, count, 6)
    figures = max(cells(text) for bar in picture.bars for text in _figures(picture, bar))
    label = min(max(cells(bar.label) for bar in picture.bars), max(8, width * 2 // 5))
    if width < label + figures + 10:
        figures = max(cells(_short_figure(picture, bar)) for bar in picture.bars)
        label = min(label, max(4, width - figures - 10))
    shown = count if count <= height else max(0, height - 1)
    if rows >= 3:
        # Label, bar, perhaps the mirror's bar, and a blank row to breathe.
        lines = 2 + mirrored
        return BarsLayout(rows, max(1, min(3, rows - lines)), True, mirrored, label, figures, shown)
    return BarsLayout(rows, 1, False, mirrored and rows == 2, label, figures, shown)


def _figures(picture: BarsPicture, bar: Bar) -> tuple[str, ...]:
    """The figures beside a bar, from the longest form to the shortest."""
    short = _short_figure(picture, bar)
    if picture.unit == "ranks":
        if bar.rank is None:
            return (short,)
        first = ngettext("first for {n}", "first for {n}", bar.count).format(n=bar.count)
        return (f"{first}  {short}",)
    count = count_text(bar.count, picture.unit)
    widest = max(cells(count_text(other.count, picture.unit)) for other in picture.bars)
    return (f"{' ' * (widest - cells(count))}{count}  {short:>5}",)


def _short_figure(picture: BarsPicture, bar: Bar) -> str:
    if picture.unit == "ranks":
        return _("median rank {n}").format(n=bar.rank) if bar.rank is not None else "–"
    return percent(bar.share)


def _put_bar(canvas: Canvas, picture: BarsPicture, layout: BarsLayout, bar: Bar, y: int) -> None:
    long = _figures(picture, bar)[0]
    short = _short_figure(picture, bar)
    figures = long if cells(long) <= layout.figures else short
    strong = "accent" if bar.lead else "strong"
    if layout.above:
        x, space = 0, canvas.width
        start = _put_figures(canvas, canvas.width, y, figures, short, strong)
        start = _put_previous_share(canvas, picture, bar, y, start)
        canvas.put(0, y, bar.label, strong if bar.lead else "text", max(0, start - 2))
        y += 1
    else:
        x = layout.label + 1
        space = canvas.width - x - layout.figures - 2
        canvas.put(0, y, bar.label, strong if bar.lead else "text", layout.label)
        _put_figures(canvas, canvas.width, y, figures, short, strong)
    if space <= 0:
        return
    role = "accent" if bar.lead else "series-1"
    for row in range(layout.thick):
        canvas.put(x, y + row, bar_text(bar.length, space), role)
        _mark_previous_length(canvas, picture, bar, x, y + row, space)
    if layout.mirror and bar.mirror is not None:
        _put_mirror(canvas, picture, bar, x, y + layout.thick, space)


def _put_figures(canvas: Canvas, x: int, y: int, figures: str, short: str, role: str) -> int:
    """The figures end before a column; the last of them, which counts most, stands out."""
    start = canvas.right(x, y, figures, "muted")
    canvas.right(x, y, short, role)
    return start


def _put_previous_share(canvas: Canvas, picture: BarsPicture, bar: Bar, y: int, end: int) -> int:
    """The share of the round before, in words, where it leaves the label its room."""
    if bar.before is None or picture.unit == "ranks":
        return end
    text = _("was {share}").format(share=percent(bar.before))
    if cells(bar.label) + cells(text) + 6 > end:
        return end
    return canvas.right(end - 3, y, text, "trail")


def _mark_previous_length(
    canvas: Canvas, picture: BarsPicture, bar: Bar, x: int, y: int, space: int
) -> None:
    """A thin mark where the bar ended in the round before."""
    if bar.before is None:
        return
    length = bar.before if picture.unit == "ranks" else bar.before / picture.scale
    if 0 <= length <= 1:
        canvas.put(x + min(space - 1, round(length * space)), y, "│", "trail")


def _put_mirror(canvas: Canvas, picture: BarsPicture, bar: Bar, x: int, y: int, space: int) -> None:
    share = bar.mirror or 0.0
    length = max(1, round(share / picture.scale * space)) if share else 0
    figure = percent(share)
    canvas.across(x, y, min(length, space), MIRROR, "muted")
    after = x + length + 1
    if after + cells(figure) <= canvas.width:
        canvas.put(after, y, figure, "muted")
    else:
        canvas.right(x + space, y, f" {figure}", "muted")


def _legend(picture: BarsPicture) -> list[Entry]:
    entries: list[Entry] = []
    if picture.mirror_who:
        source = picture.mirror_who
        if picture.mirror_n:
            source = _("{who} (n = {n})").format(who=source, n=picture.mirror_n)
        entries.append(("█", "series-1", _("this room")))
        entries.append((MIRROR, "muted", source))
    if any(bar.before is not None for bar in picture.bars):
        entries.append(("│", "trail", _("the round before")))
    return entries
