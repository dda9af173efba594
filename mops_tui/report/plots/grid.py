"""The grid in characters: a letter or a number a mark, with a key below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mops_tui.pictures.crowd import people_of
from mops_tui.pictures.shapes import Corner, GridMark, GridPicture, UnitPoint
from mops_tui.report.plots.page import CharacterPage, cut, in_rows, padded
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import cells, in_one_line

ROWS = 9
"""Of the plot: an odd number, so that the axis has one."""
MOST_WIDE = 57
LETTERS = "abcdefghijkmnpqrstuvwyzABCDEFGHJKLMNPQRSTUVWYZ"
"""Signs of marks that have a name; none that is taken for another sign."""
ONE, LEANING, MANY, MEDIAN = "o", "~", "#", "X"
MOST_NAMES = 40
"""More names than that are no key any more."""
Cell = tuple[int, int]


def plot_grid(picture: GridPicture, width: int) -> list[str]:
    """The plot with its corners around it, then the key."""
    wide = max(9, min(width, MOST_WIDE))
    wide -= 1 - wide % 2
    page = CharacterPage(wide, ROWS + 2)
    page.frame()
    for y in range(1, ROWS + 1):
        page.put(wide // 2, y, ":")
    page.put(1, 1 + ROWS // 2, "." * (wide - 2))
    middle = _median_cells(picture, wide)
    for x, y in middle:
        page.put(x, y, MEDIAN)
    names = _put_marks(page, picture, wide)
    seen = [_seen(page, cell, lettered=bool(names) and names[0][:1] in LETTERS) for cell in middle]
    a, b, c, d = picture.corners
    lines = [*_ends(a, b, picture.y_high, wide), *page.lines(), *_ends(c, d, picture.y_low, wide)]
    half = (wide - 4) // 2
    low, high = f"<- {cut(picture.x_low, half - 3)}", f"{cut(picture.x_high, half - 3)} ->"
    lines.append(padded(low, wide - cells(high)) + high)
    return [*lines, *in_rows([*names, *_told(picture, seen)], width)]


def _ends(left: Corner, right: Corner, axis: str, width: int) -> list[str]:
    """Two corners with their counts, and the end of the upright axis between them."""
    third = (width - 4) // 3
    whole = [_corner(one, width) for one in (left, right)]
    if max(map(cells, whole)) > third:
        half = (width - 2) // 2
        one, other = (_corner(corner, half) for corner in (left, right))
        between = padded(cut(axis, width), width, middle=True).rstrip()
        return [padded(one, width - cells(other)) + other, between]
    middle = padded(cut(axis, third), width - cells(whole[0]) * 2, middle=True)
    line = padded(whole[0] + middle, width - cells(whole[1])) if middle else whole[0]
    return [line[: width - cells(whole[1])] + whole[1] if line.isascii() else line + whole[1]]


def _corner(corner: Corner, width: int) -> str:
    figure = "" if corner.count is None else f" {corner.count}"
    return cut(corner.name, width - len(figure)) + figure


def _cell(x: float, y: float, width: int) -> Cell:
    return 1 + round(x * (width - 3)), 1 + round(y * (ROWS - 1))


def _median_cells(picture: GridPicture, width: int) -> list[Cell]:
    if picture.medians:
        return [_cell(one.at.x, one.at.y, width) for one in picture.medians]
    if picture.centre is not None:
        return [_cell(picture.centre.x, picture.centre.y, width)]
    return []


def _put_marks(page: CharacterPage, picture: GridPicture, width: int) -> list[str]:
    """Draw the marks; returns the key: who stands at which letter."""
    groups: dict[Cell, list[GridMark]] = {}
    for mark in people_of(picture):
        groups.setdefault(_cell(mark.x, mark.y, width), []).append(mark)
    ordered = sorted(groups.items(), key=lambda entry: (entry[0][1], entry[0][0]))
    named = [marks for _at, marks in ordered if any(mark.label for mark in marks)]
    lettered = 0 < len(named) <= MOST_NAMES
    letters = iter(LETTERS)
    key = []
    for (x, y), marks in ordered:
        sign = _sign(marks)
        if lettered and any(mark.label for mark in marks):
            sign = next(letters)
            key.append(f"{sign} {', '.join(_name(mark) for mark in marks)}")
        page.put(x, y, sign)
    return key if lettered else [*_signs(groups.values())]


def _sign(marks: Sequence[GridMark]) -> str:
    if len(marks) == 1:
        return LEANING if marks[0].hollow else ONE
    return str(len(marks)) if len(marks) <= 9 else MANY


def _name(mark: GridMark) -> str:
    name = in_one_line(mark.label) or _("somebody")
    return _("{name} (from answers)").format(name=name) if mark.hollow else name


def _signs(groups: Iterable[list[GridMark]]) -> Iterable[str]:
    every = list(groups)
    found = {_sign(marks) for marks in every}
    if ONE in found:
        yield f"{ONE} {_('one person')}"
    if LEANING in found:
        yield f"{LEANING} {_('one person, from answers')}"
    if any(sign.isdigit() for sign in found):
        yield f"2-9 {_('so many people in one place')}"
    if MANY in found:
        yield f"{MANY} {_('ten people or more')}"


def _seen(page: CharacterPage, cell: Cell, *, lettered: bool) -> str:
    """The sign at a median: its own, or the letter of who stands there; other signs give way."""
    sign = page.sign(*cell)
    if lettered and sign and sign in LETTERS:
        return sign
    page.put(*cell, MEDIAN)
    return MEDIAN


def _told(picture: GridPicture, medians: Sequence[str]) -> list[str]:
    told = []
    if picture.medians:
        told += [
            f"{sign} {_('median, {session}').format(session=in_one_line(one.label))}"
            for sign, one in zip(medians, picture.medians, strict=True)
        ]
    elif medians:
        (sign,) = medians
        words = _("median") if sign == MEDIAN else _("stands at the median, too")
        told.append(f"{sign} {words}")
    if picture.split_x and picture.split_y:
        told.append(_("split on both axes: no median"))
    else:
        for split, low, high in (
            (picture.split_x, picture.x_low, picture.x_high),
            (picture.split_y, picture.y_low, picture.y_high),
        ):
            if split:
                words = _("split: {low} – {high}").format(low=low, high=high)
                told.append(in_one_line(words).replace(" – ", " / "))
    called = sum(corner.called for corner in picture.corners)
    if called:
        told.append(_("{n} called out").format(n=called))
    if picture.between:
        words = ngettext(
            "{n} on a line between corners", "{n} on a line between corners", picture.between
        )
        told.append(words.format(n=picture.between))
    return told + _moved(picture)


def _moved(picture: GridPicture) -> list[str]:
    """How many moved, and how many of them into another corner."""
    if not picture.moves or picture.way != "round":
        return []
    n = len(picture.moves)
    crossed = sum(_side(move.start) != _side(move.end) for move in picture.moves)
    words = ngettext("{n} moved since round {round}", "{n} moved since round {round}", n)
    told = words.format(n=n, round=picture.turnout.round - 1)
    if not crossed:
        return [told]
    return [_("{moved}, {n} of them into another corner").format(moved=told, n=crossed)]


def _side(spot: UnitPoint) -> tuple[bool, bool]:
    return spot.x > 0.5, spot.y > 0.5
