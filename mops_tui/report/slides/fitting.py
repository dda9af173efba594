"""Fitting text into boxes: at measured sizes, and cut at a word where none is small enough.

Nobody knows which font a presentation is opened with. The widths are those of DejaVu Sans, the
widest that stands in for the theme's font, so that whatever fits here fits everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from mops_tui.report.slides.parts import SMALLEST, Paragraph, SlideBox
from mops_tui.words.i18n import _

_PLAIN = {
    "'IJijl": 0.3,
    " ,./:;\\|": 0.35,
    "()-[]ft": 0.4,
    "!r": 0.45,
    '"*_`': 0.5,
    "?csz": 0.55,
    "FLkvxy": 0.6,
    "$0123456789EPSTYabdeghnopqu{}": 0.65,
    "ABCKRVXZ": 0.7,
    "NU": 0.75,
    "&DGHOQ": 0.8,
    "#+<=>^w~": 0.85,
    "M": 0.9,
    "%@Wm…—": 1.0,
    "·’‘": 0.32,
    "“”–": 0.55,
}
_WIDTHS = {character: width for characters, width in _PLAIN.items() for character in characters}
_NARROWEST = 0.3
_BOLD = 1.13
"""How much wider bold letters are."""
_OTHER, _WIDE = 0.8, 1.05
"""Letters of other alphabets; and those of two cells, emoji among them."""
LINE = 1.22
"""The height of a line, in sizes of its letters."""
GAP = 0.35
"""The space before a paragraph, in sizes of its letters."""
PADDING = 0.05
"""What a box keeps free on each side, in inches."""
BULLET = 0.3
"""What a list is indented by, in inches."""
_MANY = 40
"""Texts for which no box has room."""
_LABEL = 60
"""A text that is shorter is a label: it is cut at a word, wherever that is."""
_SENTENCE = re.compile(r"[.!?][”’\")]*(?=\s)")
_CLAUSE = re.compile(r"[,;:”)](?=\s)|(?=\s[–—]\s)")
_NUMBER = re.compile(r"[\d.,]+%?")
_WORD = 40
"""Characters of the longest word that is not broken to cut a text."""


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text, in inches, at most."""
    return _ems(text) * size / 72 * (_BOLD if bold else 1)


@lru_cache(maxsize=4096)
def _ems(text: str) -> float:
    return sum(map(_width, text))


def most_characters(width: float, size: float, lines: float) -> int:
    """More characters than so many lines hold: no more of a text needs to be looked at."""
    return int(width * 72 / size / _NARROWEST * lines) + _WORD


def _width(character: str) -> float:
    known = _WIDTHS.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    return _OTHER


def lines_of(
    text: str, width: float, size: float, *, bold: bool = False, extra: float = 0.0
) -> list[str]:
    """A text in lines of a width in inches, broken at blanks; a longer word is broken inside.

    Args:
        text: The text.
        width: The width of a line.
        size: Of its letters, in points.
        bold: All of it is bold.
        extra: What its beginning is wider than it is measured: a bold label.
    """
    lines: list[str] = []
    while extra > width:
        lines.append("")
        extra -= width
    blank = text_width(" ", size, bold=bold)
    used = extra
    for part in text.split("\n"):
        line = ""
        for word in part.split(" "):
            wide = text_width(word, size, bold=bold)
            if line and used + blank + wide <= width:
                line, used = f"{line} {word}", used + blank + wide
                continue
            if line:
                lines.append(line)
                used = 0.0
            pieces = [word]
            if used + wide > width:
                pieces = _broken(word, width, used, size, bold=bold)
                wide, used = text_width(pieces[-1], size, bold=bold), 0.0
            lines += pieces[:-1]
            line, used = pieces[-1], used + wide
        lines.append(line)
        used = 0.0
    return lines


def _broken(word: str, width: float, used: float, size: float, *, bold: bool) -> list[str]:
    """A word in pieces, the first of them where a line has begun; none is empty."""
    each = size / 72 * (_BOLD if bold else 1)
    pieces, start = [], 0
    for at, character in enumerate(word):
        wide = _width(character) * each
        if at > start and used + wide > width:
            pieces.append(word[start:at])
            start, used = at, 0.0
        used += wide
    return [*pieces, word[start:]]


def cut_text(
    text: str, width: float, size: float, most: int, *, bold: bool = False, extra: float = 0.0
) -> str:
    """A text in at most so many lines, cut at a word with "…" where it has more."""
    start = text[: most_characters(width, size, most)]
    whole = len(start) == len(text)
    if whole and len(lines_of(start, width, size, bold=bold, extra=extra)) <= most:
        return start
    fits, over = 0, len(start)
    while fits + 1 < over:
        middle = (fits + over) // 2
        shorter = _ended(start[:middle])
        if len(lines_of(shorter, width, size, bold=bold, extra=extra)) <= most:
            fits = middle
        else:
            over = middle
    kept = start[:fits]
    whole_sentences = _sentences(kept)
    if whole_sentences:
        rows = lines_of(whole_sentences, width, size, bold=bold, extra=extra)
        if len(rows) <= most:
            return whole_sentences
    if not start[fits : fits + 1].isspace():
        word = max(kept.rfind(" "), kept.rfind("\n"))
        kept = kept[:word] if word > fits - _WORD and word > 0 else kept
    return _ended(_without_number(kept))


def _sentences(text: str) -> str:
    """What of a text is whole sentences, or else whole clauses; "" where that is too little."""
    if len(text) < _LABEL:
        return ""
    for ends, share in ((_SENTENCE, 0.4), (_CLAUSE, 0.6)):
        places = [found.end() for found in ends.finditer(text)]
        if places and places[-1] >= share * len(text):
            kept = text[: places[-1]]
            return f"{kept} …" if ends is _SENTENCE else _ended(kept)
    return ""


def _without_number(text: str) -> str:
    """A text that does not end in a number, of which nobody knows what it counts."""
    figures = len(list(takewhile(_NUMBER.fullmatch, reversed(text.split()))))
    return text.rsplit(maxsplit=figures)[0] if figures else text


def _ended(text: str) -> str:
    return text.rstrip(" ,;:.–-…\n") + "…"


@dataclass(frozen=True)
class Fitted:
    """Texts as they fit into a box.

    Attributes:
        cut: Something of them is not there.
    """

    paragraphs: tuple[Paragraph, ...]
    size: int
    cut: bool = False


def paragraph_height(one: Paragraph, width: float, size: float) -> float:
    """The height of a paragraph, in inches, with the space before it."""
    rows = len(lines_of(one.whole, width, size, bold=one.bold, extra=_extra(one, size)))
    return (rows * LINE + GAP) * size / 72


def _extra(one: Paragraph, size: float) -> float:
    """How much wider a bold label is than plain letters."""
    if one.bold or not one.label:
        return 0.0
    return text_width(one.start, size, bold=True) - text_width(one.start, size)


def height_of(paragraphs: Sequence[Paragraph], width: float, size: float) -> float:
    """The height of some paragraphs under each other, in inches."""
    return sum(paragraph_height(one, width, size) for one in paragraphs)


def fitted(
    paragraphs: Sequence[Paragraph],
    box: SlideBox,
    sizes: Sequence[int],
    *,
    bullets: bool = False,
    more: bool = True,
) -> Fitted:
    """Texts at the largest size at which they fit, and cut where they fit at none.

    At the smallest size each of them is cut as little as it takes; those for which there is no
    room are counted in a last line.

    Args:
        paragraphs: The texts.
        box: Where they stand.
        sizes: In points, the largest first.
        bullets: They are a list.
        more: What is left out is counted.
    """
    width = box.w - 2 * PADDING - (BULLET if bullets else 0)
    height = box.h - 2 * PADDING
    characters = sum(len(one.whole) for one in paragraphs)
    for size in sizes:
        room = most_characters(width, size, height * 72 / size / LINE)
        if characters <= room and height_of(paragraphs, width, size) <= height:
            return Fitted(tuple(paragraphs), size)
    size = sizes[-1]
    for least in (2, 1):
        cut = _shared_out(paragraphs, width, height, size, least)
        if cut is not None:
            return Fitted(tuple(cut), size, cut=True)
    return _first(paragraphs, width, height, size, more=more)


def _shared_out(
    paragraphs: Sequence[Paragraph], width: float, height: float, size: int, least: int
) -> list[Paragraph] | None:
    """Each text cut to some lines; those that are cut share what room there is left.

    None where there is no room for the least lines of each.
    """
    if len(paragraphs) > _MANY:
        return None
    lines = [least] * len(paragraphs)
    cut = [_cut_paragraph(one, width, size, least) for one in paragraphs]
    if height_of(cut, width, size) > height:
        return None
    most, growing = height * 72 / size / LINE, True
    while growing:
        growing = False
        for at, one in enumerate(paragraphs):
            # A text of signs that no cut ends with takes no more room, however many lines it gets.
            if cut[at].text == one.text or lines[at] > most:
                continue
            longer = _cut_paragraph(one, width, size, lines[at] + 1)
            others = [*cut[:at], longer, *cut[at + 1 :]]
            if height_of(others, width, size) <= height:
                cut, growing = others, True
                lines[at] += 1
    return cut


def _first(
    paragraphs: Sequence[Paragraph], width: float, height: float, size: int, *, more: bool
) -> Fitted:
    """As many as there is room for, two lines each, and how many more there are."""
    shown: list[Paragraph] = []
    for at, one in enumerate(paragraphs):
        shorter = _cut_paragraph(one, width, size, 2)
        left = len(paragraphs) - at - 1
        tail = [_others(left)] if left and more else []
        if height_of([*shown, shorter, *tail], width, size) > height:
            break
        shown.append(shorter)
    left = len(paragraphs) - len(shown)
    tail = [_others(left)] if left and more else []
    return Fitted((*shown, *tail), size, cut=True)


def whole_ones(paragraphs: Sequence[Paragraph], box: SlideBox, sizes: Sequence[int]) -> Fitted:
    """Texts of which as many are shown whole as have room; the others are counted."""
    width, height, size = box.w - 2 * PADDING, box.h - 2 * PADDING, sizes[-1]
    fit = fitted(paragraphs, box, sizes)
    if not fit.cut:
        return fit
    for left in range(1, len(paragraphs)):
        shown = [*paragraphs[:-left], _others(left)]
        characters = sum(len(one.whole) for one in shown)
        room = most_characters(width, size, height * 72 / size / LINE)
        if characters <= room and height_of(shown, width, size) <= height:
            return Fitted(tuple(shown), size, cut=True)
    return fit


def _others(count: int) -> Paragraph:
    return Paragraph(_("… and {n} more").format(n=count), tone="muted")


def _cut_paragraph(one: Paragraph, width: float, size: float, most: int) -> Paragraph:
    whole = one.whole
    kept = cut_text(whole, width, size, most, bold=one.bold, extra=_extra(one, size))
    if kept == whole:
        return one
    if one.label and kept.startswith(one.start):
        return replace(one, text=kept[len(one.start) :])
    return replace(one, text=kept, label="")


def fitted_line(
    text: str,
    width: float,
    sizes: Sequence[int] = (SMALLEST,),
    *,
    bold: bool = False,
    most: int = 1,
) -> tuple[str, int, bool]:
    """A text in a few lines: as it fits, at which size, and whether it was cut."""
    plain = " ".join(text.split())
    for size in sizes:
        if len(plain) > most_characters(width, size, most):
            continue
        if len(lines_of(plain, width, size, bold=bold)) <= most:
            return plain, size, False
    return cut_text(plain, width, sizes[-1], most, bold=bold), sizes[-1], True
