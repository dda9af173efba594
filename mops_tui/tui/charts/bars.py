"""Bars: one a category, with counts and per cent, beside what others answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from mops_tui.pictures.shapes import Bar, BarsPicture
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.parts import (
    Entry,
    bar_text,
    draw_legend,
    draw_share_axis,
    percent,
    spread_rows,
)
from mops_tui.tui.charts.text import cells, fit_apart, fits, wrap
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.pictures.bar_figures import BarFigures, bar_figures, with_names
from mops_tui.words.pictures.turnout import turnout_text

MIRROR = "░"
COLUMN, SPACE = 36, 3
"""The narrowest of several columns of bars, and what is between two of them."""
LEAST_BAR = 14
"""A bar this long beside its label says enough; a long label may have what is left."""
LABEL_ROWS = 3
"""The most rows of a label above its bar."""


class BarsLayout(NamedTuple):
    """How the bars share their canvas.

    Attributes:
        rows: Rows of each bar, the blank one below it included.
        thick: Rows of the bar itself.
        above: Rows of the label above the bar; 0 where it stands beside it.
        mirror: There is a row for the mirror's bar.
        label: Width of the labels beside the bars.
        figures: Width of the figures at the right.
        shown: How many bars there is room for.
        x: The column where bars begin, and `space` how many cells the whole scale takes.
    """

    rows: int
    thick: int
    above: int
    mirror: bool
    label: int
    figures: int
    shown: int
    x: int
    space: int


def draw_bars(picture: BarsPicture, width: int, height: int) -> Canvas:
    """Draw a distribution as bars, from 0 to 100 per cent; one's own ranks from last to first."""
    picture = with_names(picture)
    canvas = Canvas(width, height)
    if not picture.bars or height < 1 or width < 1:
        return canvas
    figures = bar_figures(picture)
    columns = max(1, min((width + SPACE) // (COLUMN + SPACE), 3))
    if len(picture.bars) > height and columns > 1:
        _put_columns(canvas, picture, figures, columns)
    else:
        _put_column(canvas, picture, figures)
    return canvas


def _put_column(
    canvas: Canvas, picture: BarsPicture, figures: Sequence[BarFigures], *, legend: bool = True
) -> None:
    """The bars under each other, over their axis and the legend where there is room."""
    count, height = len(picture.bars), canvas.height
    spare = height - count
    axis, footer = int(spare >= 1), int(spare >= 2 and legend)
    layout = _layout(picture, figures, canvas.width, height - axis - footer)
    shown = list(zip(picture.bars, figures, strict=True))[: layout.shown]
    beside = layout.figures + 2
    room = canvas.width - beside if layout.above else layout.label
    names = fit_apart([bar.label for bar in picture.bars], room, max(1, layout.above))
    for index, (bar, words) in enumerate(shown):
        _put_bar(canvas, layout, bar, words, names[bar.label], index * layout.rows)
    hidden = count - layout.shown
    if hidden > 0:
        more = ngettext("{n} more", "{n} more", hidden).format(n=hidden)
        canvas.put(0, height - 1, f"+ {more}", "muted", canvas.width)
        return
    if axis and layout.space > 0:
        _put_axis(canvas, picture, layout, min(layout.shown * layout.rows, height - 1 - footer))
    if footer:
        draw_legend(canvas, height - 1, _legend(picture), turnout_text(picture.turnout))


def _put_columns(
    canvas: Canvas, picture: BarsPicture, figures: Sequence[BarFigures], most: int
) -> None:
    """The bars in as few columns as hold them all, in their order, down and then across."""
    count, rows = len(picture.bars), max(1, canvas.height - 1)
    columns = min(most, -(-count // rows))
    each = -(-count // columns)
    columns = -(-count // each)
    width = (canvas.width - SPACE * (columns - 1)) // columns
    footer = int(canvas.height - each >= 2)
    for column in range(columns):
        part = slice(column * each, (column + 1) * each)
        piece = Canvas(width, canvas.height - footer)
        _put_column(piece, replace(picture, bars=picture.bars[part]), figures[part], legend=False)
        canvas.paste(piece, column * (width + SPACE), 0)
    if footer:
        y = canvas.height - 1
        draw_legend(canvas, y, _legend(picture), turnout_text(picture.turnout))


def _layout(
    picture: BarsPicture, words: Sequence[BarFigures], width: int, height: int
) -> BarsLayout:
    count = len(picture.bars)
    mirrored = bool(picture.mirror_who)
    rows = spread_rows(height, count, 6)
    figures = max(cells(one.full) for one in words)
    longest = max(cells(bar.label) for bar in picture.bars)
    label = min(longest, max(8, width * 2 // 5, width - figures - 3 - LEAST_BAR))
    if width < label + figures + 10:
        figures = max(cells(one.short) for one in words)
        label = min(longest, max(4, width - figures - 10))
    shown = count if count <= height else max(0, height - 1)
    # Label and bar, perhaps the mirror's bar; a blank row to breathe where there is one.
    if rows >= 2 + mirrored and (rows >= 3 or longest > label):
        room = width - max(cells(one.full) + cells(one.before) + 5 for one in words)
        most = max(1, min(LABEL_ROWS, rows - 2 - mirrored))
        labels = [bar.label for bar in picture.bars]
        whole = (n for n in range(1, most) if all(fits(one, room, n) for one in labels))
        above = next(whole, most)
        thick = max(1, min(4 if rows >= 6 else 3, rows - 1 - above - mirrored))
        return BarsLayout(rows, thick, above, mirrored, label, figures, shown, 0, width)
    x = label + 1
    space = width - x - figures - 2
    mirror = mirrored and rows == 2
    return BarsLayout(rows, 1, 0, mirror, label, figures, shown, x, space)


def _put_bar(
    canvas: Canvas, layout: BarsLayout, bar: Bar, words: BarFigures, name: str, y: int
) -> None:
    figures = words.full if cells(words.full) <= layout.figures else words.short
    strong = "accent" if bar.lead else "strong"
    line = y + max(0, layout.above - 1)
    start = _put_figures(canvas, canvas.width, line, figures, words.short, strong)
    if layout.above:
        start = _put_previous_share(canvas, bar, words.before, line, start)
        lines = wrap(name, max(0, start - 2), layout.above)
        for row, text in enumerate(lines, start=layout.above - len(lines)):
            canvas.put(0, y + row, text, strong if bar.lead else "text")
        y += layout.above
    else:
        canvas.put(0, y, name, strong if bar.lead else "text", layout.label)
    x, space = layout.x, layout.space
    if space <= 0:
        return
    role = "accent" if bar.lead else "series-1"
    canvas.ground(x, y, space, layout.thick, "track")
    for row in range(layout.thick):
        canvas.put(x, y + row, bar_text(bar.length, space), role)
        _mark_previous_length(canvas, bar, x, y + row, space)
    if layout.mirror and bar.mirror is not None:
        _put_mirror(canvas, bar, x, y + layout.thick, space)


def _put_figures(canvas: Canvas, x: int, y: int, figures: str, short: str, role: str) -> int:
    """The figures end before a column; the last of them, which counts most, stands out."""
    start = canvas.right(x, y, figures, "muted")
    canvas.right(x, y, short, role)
    return start


def _put_previous_share(canvas: Canvas, bar: Bar, words: str, y: int, end: int) -> int:
    """The share of the round before, in words, where it leaves the label its room."""
    if not words or cells(bar.label) + cells(words) + 6 > end:
        return end
    return canvas.right(end - 3, y, words, "trail")


def _mark_previous_length(canvas: Canvas, bar: Bar, x: int, y: int, space: int) -> None:
    """A thin mark where the bar ended in the round before; none at the very beginning."""
    if bar.before:
        at = x + min(space - 1, round(min(1.0, bar.before) * space))
        filled = canvas.at(at, y).char != " "
        canvas.put(at, y, "│", "on-bar" if filled else "trail")
        if filled:  # the bar goes on behind the mark: it never looks shorter than it is
            canvas.ground(at, y, 1, 1, "bar-lead" if bar.lead else "bar")


def _put_mirror(canvas: Canvas, bar: Bar, x: int, y: int, space: int) -> None:
    share = bar.mirror or 0.0
    length = max(1, round(share * space)) if share else 0
    figure = percent(share)
    canvas.across(x, y, min(length, space), MIRROR, "muted")
    after = x + length + 1
    if after + cells(figure) <= canvas.width:
        canvas.put(after, y, figure, "muted")
    else:
        canvas.right(x + space, y, f" {figure}", "muted")


def _put_axis(canvas: Canvas, picture: BarsPicture, layout: BarsLayout, y: int) -> None:
    """What the ends of the bars' scale are."""
    if picture.unit != "ranks" or not picture.turnout.own:
        draw_share_axis(canvas, layout.x, y, layout.space)
        return
    last, first = _("← last place"), _("first place →")
    if layout.space >= cells(last) + cells(first) + 2:
        canvas.put(layout.x, y, last, "muted")
        canvas.right(layout.x + layout.space, y, first, "muted")


def _legend(picture: BarsPicture) -> list[Entry]:
    entries: list[Entry] = []
    if picture.mirror_who:
        source = picture.mirror_who
        if picture.mirror_n:
            source = _("{who} (n = {n})").format(who=source, n=picture.mirror_n)
        entries.append(("█", "series-1", _("this room")))
        entries.append((MIRROR, "muted", source))
    if any(bar.before for bar in picture.bars):
        entries.append(("│", "trail", _("the round before")))
    return entries
