"""Bars: one for each answer, its name above it and its count beside that."""

from __future__ import annotations

from collections.abc import Iterable

from mops_tui.pictures.shapes import Bar, BarsPicture
from mops_tui.report.svg.canvas import SMALL, WIDTH, SvgCanvas, width_of, wrapped
from mops_tui.report.svg.style import Look
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import percent

ROW, THICK, LINE = 38.0, 12.0, 17.0
"""Units from bar to bar, of a bar, and from a line of its name to the next."""
MOST_LINES = 4


def draw_svg_bars(picture: BarsPicture, canvas: SvgCanvas, top: float = 0.0) -> None:
    """Draw them from the top down; under them, what their marks mean."""
    y = top
    for bar in picture.bars:
        y = _bar(bar, picture, canvas, y) + ROW
    y += 10
    for sign, words in _legend(picture):
        _sign(sign, canvas, y)
        canvas.text(16, y, words, "soft", size=SMALL, width=WIDTH - 16)
        y += 17


def _bar(bar: Bar, picture: BarsPicture, canvas: SvgCanvas, y: float) -> float:
    """A bar with its name, which has as many lines as it takes; returns where its last begins."""
    figure = bar_figure(bar, picture)
    taken = width_of(figure, SMALL, bold=bar.lead)
    name = bar.label or _("On the lines, in no corner")
    for number, line in enumerate(wrapped(name, WIDTH - taken - 10, MOST_LINES, bold=bar.lead)):
        y += LINE if number else 0
        canvas.text(0, y + 13, line, bold=bar.lead, width=WIDTH - taken - 10)
    look: Look = "ink" if bar.lead else "soft"
    canvas.text(WIDTH, y + 13, figure, look, size=SMALL, anchor="end", bold=bar.lead)
    top = y + 18
    canvas.rect(0, top, WIDTH, THICK, "tint", round_=2)
    if bar.length > 0:
        fill: Look = "strong" if bar.lead else "pale"
        canvas.rect(0, top, max(2.0, WIDTH * min(1.0, bar.length)), THICK, fill, round_=2)
    if bar.before is not None:
        x = WIDTH * min(1.0, max(0.0, bar.before))
        canvas.line(x, top - 2, x, top + THICK + 2, "ink", wide=2.5)
    if bar.mirror is not None:
        x = min(WIDTH - 5, max(5.0, WIDTH * bar.mirror))
        diamond = [(x - 5, top + 6), (x, top + 1), (x + 5, top + 6), (x, top + 11)]
        canvas.path(diamond, "paper", "ink", wide=1.5, closed=True)
    return y


def bar_figure(bar: Bar, picture: BarsPicture) -> str:
    """What stands beside a bar: how many, of how many."""
    if picture.unit == "ranks":
        if bar.rank is None:
            return _("first for {n}").format(n=bar.count)
        return _("median place {rank}, first for {n}").format(rank=bar.rank, n=bar.count)
    if picture.unit == "points":
        words = ngettext("{n} point, {share} %", "{n} points, {share} %", bar.count)
        return words.format(n=bar.count, share=percent(bar.share))
    return _("{n} of {of}, {share} %").format(
        n=bar.count, of=picture.total, share=percent(bar.share)
    )


def _legend(picture: BarsPicture) -> Iterable[tuple[str, str]]:
    if any(bar.before is not None for bar in picture.bars):
        yield "before", _("the vote before")
    if picture.mirror_who and any(bar.mirror is not None for bar in picture.bars):
        who = picture.mirror_who
        if picture.mirror_n is not None:
            who = _("{who} ({n} people)").format(who=who, n=picture.mirror_n)
        yield "mirror", who


def _sign(sign: str, canvas: SvgCanvas, y: float) -> None:
    if sign == "before":
        canvas.line(5, y - 11, 5, y + 1, "ink", wide=2.5)
    else:
        canvas.path(
            [(0, y - 5), (5, y - 10), (10, y - 5), (5, y)], "paper", "ink", wide=1.5, closed=True
        )
