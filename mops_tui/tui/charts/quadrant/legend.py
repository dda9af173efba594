"""What the signs of a grid mean, in as few rows as they take."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.pictures.shapes import GridPicture
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.parts import GAP, Entry, draw_legend, entry_width
from mops_tui.tui.charts.quadrant.density import Density
from mops_tui.tui.charts.quadrant.marks import CHOSEN, HOLLOW, SOLID, Standpoint
from mops_tui.tui.charts.quadrant.median import CROSS, median_sign
from mops_tui.tui.charts.text import cells
from mops_tui.words.i18n import _, ngettext


def entries_of(
    picture: GridPicture,
    stands: Sequence[Standpoint],
    *,
    arrows: int,
    median: bool,
    spread: bool,
    lettered: bool = False,
) -> list[Entry]:
    """The signs of a picture, those first without which it cannot be read.

    Args:
        picture: The picture.
        stands: The marks that are drawn singly.
        arrows: How many of its moves are drawn.
        median: The median is drawn without its name beside it.
        spread: The middle half is drawn.
        lettered: Marks are letters, with a key.
    """
    entries: list[Entry] = []
    if picture.chosen:
        entries.append((CHOSEN, "chip", _("explained")))
    if any(stand.own for stand in stands):
        entries.append(("a" if lettered else SOLID, "mark", _("own place")))
    if any(stand.hollow for stand in stands):
        entries.append((HOLLOW, "mark-hollow", _("from answers")))
    sign = median_sign(picture)
    if median:
        entries.append((sign, "median", _("median")))
    if arrows:
        entries.append((f"{HOLLOW}→{SOLID}", "trail", _way(picture, arrows)))
    elif picture.moves and picture.way == "round":
        words = ngettext("{n} moved", "{n} moved", len(picture.moves))
        entries.append(("→", "trail", words.format(n=len(picture.moves))))
    entries += [] if picture.medians else _split(picture)
    split = picture.split_x or picture.split_y
    alone = picture.chosen or picture.turnout.own
    if not (sign or split or picture.gliding or alone) and stands:
        entries.append((CROSS, "muted", _("no median: too few marks")))
    if any(corner.called for corner in picture.corners):
        entries.append((f"{HOLLOW}×", "mark-hollow", _("called out")))
    if picture.between:
        words = ngettext("{n} on an axis", "{n} on an axis", picture.between)
        entries.append(("┄", "axis", words.format(n=picture.between)))
    if picture.near:
        words = ngettext("{n} close to a line", "{n} close to a line", picture.near)
        entries.append(("┼", "axis", words.format(n=picture.near)))
    if spread:
        entries.append(("╭╯", "box", _("middle half")))
    return entries


def with_shades(signs: Sequence[Entry], crowd: Density, width: int) -> list[Entry]:
    """The signs of a crowd: the median's before the shades, as nobody would guess what it is."""
    first = [sign for sign in signs if sign[1] == "median"]
    room = width - sum(entry_width(sign) + GAP for sign in first)
    return first + crowd.legend(room) + [sign for sign in signs if sign not in first]


def _way(picture: GridPicture, arrows: int) -> str:
    """Where the arrows come from, and which of them are drawn."""
    words = {
        "round": _("since round {n}").format(n=picture.turnout.round - 1),
        "leaning": _("you") if picture.turnout.own else _("same person"),
        "session": _("since the first session"),
    }[picture.way]
    if picture.chosen or arrows == len(picture.moves):
        return words
    return _("{way}, {n} of {all} drawn").format(way=words, n=arrows, all=len(picture.moves))


def _split(picture: GridPicture) -> list[Entry]:
    if picture.split_x and picture.split_y:
        return [("≠", "warn", _("split on both axes: no median"))]
    entries = []
    for split, low, high in (
        (picture.split_x, picture.x_low, picture.x_high),
        (picture.split_y, picture.y_low, picture.y_high),
    ):
        if split:
            words = _("split: {low} – {high}").format(low=low, high=high)
            entries.append(("≠", "warn", words))
    return entries


def rows_of(entries: Sequence[Entry], tail: str, width: int, most: int) -> list[list[Entry]]:
    """The entries in rows, the first of which leaves room for the tail where it can."""
    rows: list[list[Entry]] = [[]]
    room = width
    for entry in entries:
        size = entry_width(entry)
        if rows[-1] and size > room:
            if len(rows) == most:
                continue  # a shorter one may still fit
            rows.append([])
            room = width
        rows[-1].append(entry)
        room -= size + GAP
    if tail and cells(tail) > room and len(rows) < most:
        rows.append([])
    return rows


def put_legend(canvas: Canvas, y: int, rows: Sequence[Sequence[Entry]], tail: str) -> None:
    """Draw rows of a legend; the tail ends the last one."""
    for index, row in enumerate(rows):
        draw_legend(canvas, y + index, row, tail if index == len(rows) - 1 else "")
