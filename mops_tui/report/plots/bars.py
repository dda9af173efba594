"""Bars of "#", with the figures beside them."""

from __future__ import annotations

from mops_tui.pictures.shapes import Bar, BarsPicture
from mops_tui.report.plots.page import in_rows, padded, wrapped
from mops_tui.words.i18n import _
from mops_tui.words.pictures.bar_figures import BarFigures, bar_figures, with_names
from mops_tui.words.results.figures import half_up, percent_text
from mops_tui.words.safe import cells, in_one_line

FILL, EMPTY, BEFORE, MIRROR = "#", ".", "|", "="
LEAST_BAR = 10
"""So many cells a bar has at least; else its label stands above it."""


def plot_bars(picture: BarsPicture, width: int) -> list[str]:
    """A line a bar, its label beside it where there is room, else above it."""
    picture = with_names(picture)
    words = bar_figures(picture)
    figures = max((cells(one.full) for one in words), default=0)
    label = max((cells(in_one_line(bar.label)) for bar in picture.bars), default=0)
    beside = label <= width * 2 // 5 and width - label - figures - 4 >= LEAST_BAR
    room = width - figures - 2 - (label + 2 if beside else 0)
    lines = []
    for bar, told in zip(picture.bars, words, strict=True):
        if not beside:
            lines += wrapped(bar.label, width)
        start = padded(in_one_line(bar.label), label) + "  " if beside else ""
        lines.append(f"{start}{_bar(bar, told, room, figures)}".rstrip())
        if bar.mirror is not None:
            lines.append(" " * len(start) + _mirror(bar.mirror, room))
    return [*lines, *in_rows(_legend(picture), width)]


def _bar(bar: Bar, told: BarFigures, room: int, figures: int) -> str:
    if room < LEAST_BAR:
        return told.full
    return f"{_filled(bar, room)}  {padded(told.full, figures, right=True)}"


def _filled(bar: Bar, room: int) -> str:
    length = min(room, round(max(0.0, bar.length) * room))
    length = max(length, 1 if bar.length > 0 else 0)
    signs = list(FILL * length + EMPTY * (room - length))
    if bar.before is not None:
        signs[min(room - 1, max(0, round(bar.before * room)))] = BEFORE
    return "".join(signs)


def _mirror(share: float, room: int) -> str:
    figure = percent_text(half_up(share))
    length = min(max(0, room - cells(figure) - 1), round(max(0.0, share) * room))
    return f"{MIRROR * length} {figure}".strip()


def _legend(picture: BarsPicture) -> list[str]:
    told = []
    if picture.mirror_who:
        who = picture.mirror_who
        if picture.mirror_n:
            who = _("{who} (n = {n})").format(who=who, n=picture.mirror_n)
        told.append(f"{MIRROR} {in_one_line(who)}")
    if any(bar.before is not None for bar in picture.bars):
        told.append(f"{BEFORE} {_('the round before')}")
    return told
