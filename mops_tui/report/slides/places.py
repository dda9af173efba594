"""Where things stand on a slide, and the parts that many slides have."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from mops_tui.report.slides.fitting import (
    BULLET,
    LINE,
    PADDING,
    fitted,
    fitted_line,
    height_of,
    lines_of,
    most_characters,
    text_width,
)
from mops_tui.report.slides.parts import (
    HEIGHT,
    SMALLEST,
    WIDTH,
    Paragraph,
    SlideBox,
    SlidePart,
    SlidePlan,
    SlideTable,
    SlideText,
)
from mops_tui.report.slides.powerpoint.sealed import xml_text
from mops_tui.words.i18n import _, ngettext

MARGIN = 0.6
ACROSS = WIDTH - 2 * MARGIN
ABOVE = SlideBox(MARGIN, 0.34, ACROSS, 0.34)
TITLE = SlideBox(MARGIN, 0.68, ACROSS, 1.1)
BODY = SlideBox(MARGIN, 1.95, ACROSS, 4.8)
FOOTER = SlideBox(MARGIN, 6.98, 6.4, 0.34)
MARK = SlideBox(7.2, 6.98, 4.6, 0.34)
NUMBER = SlideBox(12.0, 6.98, 0.733, 0.34)
FIRST_TITLE = SlideBox(1.1, 1.3, 11.2, 1.9)
FIRST_BODY = SlideBox(1.1, 3.3, 11.2, 1.75)
FIRST_BANNERS = SlideBox(1.1, 5.2, 11.2, 1.6)
TITLE_SIZES = (28, 26, 24, 22, 20)
LIST_SIZES = (28, 26, 24, 22, 20, 18, 16, 14)
TEXT_SIZES = (20, 18, 16, 14)
TABLE_SIZES = (22, 20, 18, 16, 14)
HEADING = 0.55
"""The height of a heading within a slide."""
CELL = 0.07
"""What a cell of a table keeps free above and below, in inches."""
CELL_SIDE = 0.1


def slide(
    title: str,
    parts: Sequence[SlidePart],
    notes: Sequence[str],
    *,
    above: str = "",
    cut: bool = False,
) -> SlidePlan:
    """A slide with a title that fits; a title that was cut is whole in the notes."""
    width = TITLE.w - 2 * PADDING
    above = xml_text(above).strip()
    named = xml_text(title).strip() or above or _("Without a title")
    shown, size, shorter = fitted_line(named, width, TITLE_SIZES, bold=True, most=2)
    line, _size, over = fitted_line(above, ABOVE.w - 2 * PADDING)
    whole = [text for text, was in ((above, over), (title, shorter)) if was]
    kept = tuple(one for one in (*notes, *whole) if one.strip())
    return SlidePlan(shown, size, line, tuple(parts), kept, cut or shorter or over)


def text_part(
    paragraphs: Sequence[Paragraph],
    box: SlideBox = BODY,
    sizes: Sequence[int] = LIST_SIZES,
    *,
    body: bool = False,
    bullets: bool = False,
    name: str = "",
) -> tuple[SlideText, bool]:
    """Texts in a box, and whether something of them was cut."""
    fit = fitted(paragraphs, box, sizes, bullets=bullets)
    return SlideText(box, fit.paragraphs, fit.size, body, bullets, name), fit.cut


def needed(part: SlideText) -> float:
    """The height that a text takes, in inches: its box may have more."""
    width = part.box.w - 2 * PADDING - (BULLET if part.bullets else 0)
    return height_of(part.paragraphs, width, part.size) + 2 * PADDING


def listed(
    texts: Sequence[str], box: SlideBox = BODY, sizes: Sequence[int] = LIST_SIZES
) -> tuple[SlideText, bool]:
    """A list as the body of a slide."""
    return text_part([Paragraph(one) for one in texts], box, sizes, body=True, bullets=True)


def under(
    heading: str, texts: Sequence[str], y: float, sizes: Sequence[int] = (20, 18, 16)
) -> list[SlidePart]:
    """A list with a heading, below what a slide has; nothing where it has no room."""
    box = SlideBox(BODY.x, y, BODY.w, HEADING)
    rest = SlideBox(BODY.x, y + HEADING, BODY.w, BODY.y + BODY.h - y - HEADING)
    if not texts or rest.h < HEADING:
        return []
    named, over = text_part(
        [Paragraph(heading, bold=True, tone="accent")], box, (20,), name=heading
    )
    told, cut = listed(texts, rest, sizes)
    return [] if cut or over else [named, told]


def table_part(
    rows: Sequence[Sequence[str]],
    shares: Sequence[float],
    name: str,
    box: SlideBox = BODY,
    sizes: Sequence[int] = TABLE_SIZES,
) -> tuple[SlideTable, bool]:
    """A table that fits into a box: smaller, then with its texts cut, then with fewer rows.

    Args:
        rows: Headings first.
        shares: How wide the columns are, of 1.
        name: What the table is called.
        box: Where it stands.
        sizes: In points, the largest first.
    """
    widths = tuple(share * box.w for share in shares)
    for size in sizes:
        heights = _heights(rows, widths, size)
        if sum(heights) <= box.h:
            return _table(rows, widths, heights, size, name, box), False
    size = sizes[-1]
    shorter = _rows_cut(rows, widths, size, box.h)
    if shorter is not None:
        return _table(shorter, widths, _heights(shorter, widths, size), size, name, box), True
    few = [_cut_row(row, widths, size, 1) for row in rows]
    heights = _heights(few, widths, size)
    most = max(1, int(box.h / max(heights)) - 1)
    more = _("… and {n} more").format(n=len(few) - most)
    few = [*few[:most], (more, *("" for _one in widths[1:]))]
    return _table(few, widths, _heights(few, widths, size), size, name, box), True


def _rows_cut(
    rows: Sequence[Sequence[str]], widths: Sequence[float], size: int, room: float
) -> list[tuple[str, ...]] | None:
    """Rows that are cut as little as it takes; None where there is no room for a line of each.

    Those that are cut share what room there is left, line by line, the first row first.
    """
    cut = [_cut_row(row, widths, size, 1) for row in rows]
    heights = list(_heights(cut, widths, size))
    if sum(heights) > room:
        return None
    lines = 1
    growing = True
    while growing and lines < room * 72 / size:
        growing, lines = False, lines + 1
        for at, row in enumerate(rows):
            if cut[at] == tuple(" ".join(text.split()) for text in row):
                continue
            longer = _cut_row(row, widths, size, lines)
            (high,) = _heights([longer], widths, size)
            if sum(heights) - heights[at] + high <= room:
                cut[at], heights[at], growing = longer, high, True
    return cut


def _cell(width: float) -> float:
    return width - 2 * CELL_SIDE - 0.02


def _heights(
    rows: Sequence[Sequence[str]], widths: Sequence[float], size: int
) -> tuple[float, ...]:
    """How high each row is; without end, where a text has more than any slide holds."""
    most = (
        max(
            _lines(text, _cell(width), size, bold=at == 0 or column == 0)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        for at, row in enumerate(rows)
    )
    return tuple(lines * size * LINE / 72 + 2 * CELL for lines in most)


def _lines(text: str, width: float, size: int, *, bold: bool) -> float:
    if len(text) > most_characters(width, size, HEIGHT * 72 / size):
        return inf
    return len(lines_of(text, width, size, bold=bold))


def _cut_row(row: Sequence[str], widths: Sequence[float], size: int, most: int) -> tuple[str, ...]:
    """A row with its texts in so many lines; the headings are cut as the rest is."""
    return tuple(
        fitted_line(text, _cell(width), (size,), most=most, bold=True)[0] if text else ""
        for text, width in zip(row, widths, strict=True)
    )


def _table(
    rows: Sequence[Sequence[str]],
    widths: tuple[float, ...],
    heights: tuple[float, ...],
    size: int,
    name: str,
    box: SlideBox,
) -> SlideTable:
    whole = SlideBox(box.x, box.y, sum(widths), sum(heights))
    count = len(rows) - 1
    words = ngettext("{name}: a table with {n} row", "{name}: a table with {n} rows", count)
    told = words.format(name=name, n=count)
    return SlideTable(whole, tuple(map(tuple, rows)), widths, heights, size, name, told)


def width_of(texts: Sequence[str], most: float, size: int = SMALLEST) -> float:
    """The width of the longest of some texts, up to a limit."""
    return min(most, max((text_width(text[:80], size) for text in texts), default=0.0) + 0.1)
