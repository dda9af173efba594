"""Helpers that several charts share: figures, bars, the legend, who voted."""

from __future__ import annotations

from collections.abc import Iterable

from mops_tui.pictures.shapes import Turnout
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.text import cells, fit, fit_apart
from mops_tui.words.pictures.turnout import turnout_text
from mops_tui.words.results.figures import half_up, percent_text

Entry = tuple[str, str, str]
"""One entry of a legend: a sign, its role, its meaning."""

GAP = 3
"""Cells between two entries of a legend."""


def percent(share: float) -> str:
    """A share as whole per cent."""
    return percent_text(half_up(share))


def draw_share_axis(canvas: Canvas, x: int, y: int, width: int) -> None:
    """The ends of a scale from 0 to 100 per cent, and its quarters where they have room."""
    if width < cells(percent_text(0)) + cells(percent_text(100)) + 1:
        return
    canvas.put(x, y, percent_text(0), "muted")
    canvas.right(x + width, y, percent_text(100), "muted")
    if width >= 40:
        for quarter in (25, 50, 75):
            canvas.center(x + width * quarter // 100, y, percent_text(quarter), "muted")


def bar_text(length: float, width: int) -> str:
    """A bar of block characters, exact to half a cell; above 0 at least half a cell is drawn."""
    halves = round(max(0.0, min(1.0, length)) * width * 2)
    if length > 0:
        halves = max(1, halves)
    return "█" * (halves // 2) + "▌" * (halves % 2)


def entry_width(entry: Entry) -> int:
    """How many cells a legend's entry takes."""
    return cells(entry[0]) + 1 + cells(entry[2])


def draw_legend(canvas: Canvas, y: int, entries: Iterable[Entry], tail: str = "") -> None:
    """A line of legend: whole entries from the left while they fit, the tail at the right."""
    end = canvas.width
    if tail and cells(tail) <= canvas.width:
        listed = list(entries)
        entries = listed
        needed = sum(entry_width(entry) + GAP for entry in listed)
        # The signs need their meaning more than the tail needs its place.
        if needed + cells(tail) <= canvas.width or not listed:
            end = canvas.right(canvas.width, y, tail, "muted") - GAP
    x = 0
    for sign, role, meaning in entries:
        room = end - x - cells(sign) - 1
        # Only a long meaning, such as somebody's name, is worth showing in part.
        if room < min(cells(meaning), 16):
            break
        x = canvas.put(x, y, sign, role) + 1
        x = canvas.put(x, y, _kept(meaning, room), "muted", room) + GAP


def _kept(meaning: str, room: int) -> str:
    """A meaning in so many cells: what it has in brackets at its end stays where it is cut."""
    bracket = meaning.rfind(" (")
    end = meaning[bracket:] if bracket > 0 and meaning.endswith(")") else ""
    if not end or cells(meaning) <= room or cells(end) + 4 > room:
        return meaning
    return fit(meaning[:bracket], room - cells(end)) + end


def legend_rows(entries: Iterable[Entry], width: int, most: int) -> list[list[Entry]]:
    """A legend in as few rows as hold it, each meaning whole where a row can hold it.

    Args:
        entries: The signs and their meanings.
        width: The cells of a row.
        most: The most rows; what is beyond them is left to `draw_legend`.
    """
    listed = list(entries)
    signs = max((cells(sign) + 1 for sign, _role, _meaning in listed), default=0)
    meanings = fit_apart([meaning for _sign, _role, meaning in listed], max(1, width - signs))
    rows: list[list[Entry]] = [[]] if most > 0 else []
    for sign, role, meaning in listed if rows else ():
        entry = (sign, role, meanings[meaning])
        used = sum(entry_width(one) + GAP for one in rows[-1])
        if rows[-1] and used + entry_width(entry) > width and len(rows) < most:
            rows.append([])
        rows[-1].append(entry)
    return rows


def draw_legend_rows(canvas: Canvas, rows: list[list[Entry]], tail: str = "") -> None:
    """Rows of a legend at the foot, the tail in the last of them."""
    for index, entries in enumerate(rows):
        last = index == len(rows) - 1
        draw_legend(canvas, canvas.height - len(rows) + index, entries, tail if last else "")


def draw_nothing(canvas: Canvas, turnout: Turnout) -> None:
    """One quiet line in the middle of an empty picture."""
    if canvas.height:
        canvas.center(canvas.width // 2, canvas.height // 2, turnout_text(turnout), "muted")


def spread_rows(height: int, count: int, most: int) -> int:
    """How many rows each of so many things gets, at least 1 and at most so many."""
    return max(1, min(most, height // max(1, count)))
