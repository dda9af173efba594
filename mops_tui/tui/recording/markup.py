"""A row of a film as HTML, each part as wide as its cells whatever font a browser has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from html import escape

from rich.cells import cell_len

from mops_tui.tui.recording.film import Film, Line


def html_row(line: Line) -> str:
    """A row as HTML that needs no script. Blanks at its end are not written."""
    parts = []
    for run in line:
        for text, cells, odd in parts_of(run.text):
            names = f"s{run.style} w{cells}{' o' if odd else ''}"
            parts.append(f'<i class="{names}">{escape(text, quote=False)}</i>')
    return f'<span class="row">{"".join(parts)}\n</span>'


def parts_of(text: str) -> Iterator[tuple[str, int, bool]]:
    """A run in parts: (text, cells, whether a font may draw it wider).

    Signs that a fallback font may draw wider or narrower than a cell stand alone, and so do
    characters of two cells: what follows stands where it should. The player does the same.
    """
    held, cells, odd = "", 0, False
    for sign in text:
        width = cell_len(sign)
        if width == 0:
            held += sign
            continue
        alone = width == 2 or _is_sign(sign)
        if held and (alone or odd):
            yield held, cells, odd
            held, cells = "", 0
        held, cells, odd = held + sign, cells + width, alone
    if held:
        yield held, cells, odd


def odd_characters(film: Film) -> tuple[str, str]:
    """The characters of two cells, and those of none, for the player."""
    signs = sorted({sign for line in film.lines for run in line for sign in run.text if sign > "~"})
    wide = "".join(sign for sign in signs if cell_len(sign) == 2)
    return wide, "".join(sign for sign in signs if cell_len(sign) == 0)


def _is_sign(sign: str) -> bool:
    if sign <= "~" or "\u2500" <= sign <= "\u259f":  # fonts with one width have these
        return False
    return unicodedata.category(sign).startswith("S")
