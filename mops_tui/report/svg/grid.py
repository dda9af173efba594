"""The grid: two axes, four named corners, everybody's mark, the middle of the room."""

from __future__ import annotations

from mops_tui.pictures.crowd import CROWD, gathered, people_of
from mops_tui.pictures.shapes import Corner, GridMark, GridPicture
from mops_tui.report.svg.canvas import SMALL, WIDTH, Anchor, SvgCanvas, fitted, width_of
from mops_tui.report.svg.style import Look
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.pictures.tags import initials_of

HIGH = 300.0
"""Units from the top of the plot to its foot."""
TOP = 20.0
ACROSS = 20
"""Squares that a crowd is gathered into, from side to side."""
MOST_MOVES = 12
ROUNDS = 12
"""So often marks are moved apart, and no more."""
R = 9.5


def draw_svg_grid(picture: GridPicture, canvas: SvgCanvas) -> None:
    """Draw it, with what its signs mean under it."""
    _frame(picture, canvas)
    people = people_of(picture)
    crowd = len(people) > CROWD
    if picture.spread is not None:
        _spread(picture, canvas)
    if crowd:
        _crowd(people, canvas)
    else:
        for move in picture.moves[:MOST_MOVES]:
            _move((move.start.x, move.start.y), (move.end.x, move.end.y), canvas)
        _marks(people, canvas)
    for mark in picture.medians:
        x, y = _at(mark.at.x, mark.at.y)
        canvas.circle(x, y, R, "strong", "paper", wide=2)
        canvas.text(x, y - R - 4, mark.label, anchor="middle", size=SMALL, bold=True, width=120)
    for at, corner in enumerate(picture.corners):
        _corner(corner, canvas, right=bool(at % 2), low=at > 1)
    _middle(picture, canvas)
    _legend(picture, canvas, people, crowd=crowd)


def _at(x: float, y: float) -> tuple[float, float]:
    return x * WIDTH, TOP + y * HIGH


def _frame(picture: GridPicture, canvas: SvgCanvas) -> None:
    canvas.rect(0, TOP, WIDTH, HIGH, "none", "line")
    middle_x, middle_y = _at(0.5, 0.5)
    canvas.line(middle_x, TOP, middle_x, TOP + HIGH, "line")
    canvas.line(0, middle_y, WIDTH, middle_y, "line")
    canvas.text(middle_x, TOP - 6, picture.y_high, "soft", size=SMALL, anchor="middle")
    foot = TOP + HIGH + 14
    canvas.text(middle_x, foot, picture.y_low, "soft", size=SMALL, anchor="middle")
    half = WIDTH / 2 - 70
    canvas.text(0, foot, "← " + picture.x_low, "soft", size=SMALL, width=half)
    canvas.text(WIDTH, foot, picture.x_high + " →", "soft", size=SMALL, anchor="end", width=half)


def _corner(corner: Corner, canvas: SvgCanvas, *, right: bool, low: bool) -> None:
    """Its name, and how many are in it, in the outer corner."""
    x = WIDTH - 7 if right else 7.0
    y = TOP + HIGH - 9 if low else TOP + 18
    figure = "" if corner.count is None else f" {corner.count}"
    name = fitted(corner.name, WIDTH / 2 - 20 - width_of(figure, bold=True), bold=True)
    wide = width_of(name + figure, bold=True) + 4
    canvas.rect(x - wide + 2 if right else x - 2, y - 13, wide, 17, "paper", round_=3)
    anchor: Anchor = "end" if right else "start"
    canvas.text(x, y, name + figure, anchor=anchor, bold=True, width=WIDTH / 2 - 10)


def _spread(picture: GridPicture, canvas: SvgCanvas) -> None:
    spread = picture.spread
    assert spread is not None
    x, y = _at(spread.left, spread.top)
    x1, y1 = _at(spread.right, spread.bottom)
    canvas.rect(x, y, x1 - x, y1 - y, "tint", "soft", round_=6, dashed=True)


def _crowd(people: list[GridMark], canvas: SvgCanvas) -> None:
    """Squares of people as discs, the larger the more, each no larger than its square."""
    blocks = gathered(people, ACROSS)
    most = max(block.count for block in blocks)
    largest = min(WIDTH, HIGH) / ACROSS / 2 - 0.5
    for block in blocks:
        x, y = _at(block.x, block.y)
        r = max(1.2, largest * (block.count / most) ** 0.5)
        canvas.circle(x, y, r, "strong" if block.count * 2 >= most else "pale")


def _move(start: tuple[float, float], end: tuple[float, float], canvas: SvgCanvas) -> None:
    (x0, y0), (x1, y1) = _at(*start), _at(*end)
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    if length <= R * 1.6:
        return
    back = (length - R) / length
    canvas.arrow(x0, y0, x0 + (x1 - x0) * back, y0 + (y1 - y0) * back)


def _marks(people: list[GridMark], canvas: SvgCanvas) -> None:
    """A disc with initials for whoever has a name, a dot for whoever has none."""
    tags = initials_of({mark.id: mark.label for mark in people if mark.id and mark.label})
    r = R if tags else 4.5
    spots = apart([_at(mark.x, mark.y) for mark in people], r)
    for mark, (x, y) in zip(people, spots, strict=True):
        tag = tags.get(mark.id, "")
        canvas.circle(x, y, r, "paper" if mark.hollow else "strong",
                      "strong" if mark.hollow else "paper", wide=1.5)  # fmt: skip
        if tag:
            look: Look = "ink" if mark.hollow else "on-strong"
            canvas.text(x, y + 3.5, tag, look, size=9.5, anchor="middle", bold=True)


def apart(spots: list[tuple[float, float]], r: float) -> list[tuple[float, float]]:
    """Marks that would hide each other, moved a little: a radius at most, and over no axis."""
    moved = list(spots)
    for _round in range(ROUNDS):
        for one in range(len(moved)):
            for other in range(one):
                moved[one], moved[other] = _pushed(moved[one], moved[other], 1.7 * r)
        moved = [_held(now, was, r) for now, was in zip(moved, spots, strict=True)]
    return moved


def _pushed(
    one: tuple[float, float], other: tuple[float, float], least: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    dx, dy = one[0] - other[0], one[1] - other[1]
    length = (dx * dx + dy * dy) ** 0.5
    if length >= least:
        return one, other
    if length < 0.01:
        dx, dy, length = 1.0, 0.0, 1.0
        push = least / 2
    else:
        push = (least - length) / 2
    dx, dy = dx / length * push, dy / length * push
    return (one[0] + dx, one[1] + dy), (other[0] - dx, other[1] - dy)


def _held(now: tuple[float, float], was: tuple[float, float], r: float) -> tuple[float, float]:
    """No further than a radius from where it was, inside the frame, and in its own corner."""
    dx, dy = now[0] - was[0], now[1] - was[1]
    length = (dx * dx + dy * dy) ** 0.5
    if length > r:
        dx, dy = dx * r / length, dy * r / length
    x, y = was[0] + dx, was[1] + dy
    middle_x, middle_y = _at(0.5, 0.5)
    if (x > middle_x) != (was[0] > middle_x):
        x = was[0]
    if (y > middle_y) != (was[1] > middle_y):
        y = was[1]
    return min(WIDTH - r, max(r, x)), min(TOP + HIGH - r, max(TOP + r, y))


def _middle(picture: GridPicture, canvas: SvgCanvas) -> None:
    """The median as a cross, or of one axis alone as a line; none where the room is split."""
    if picture.centre is not None:
        x, y = _at(picture.centre.x, picture.centre.y)
        looks: tuple[tuple[float, Look], ...] = ((6.0, "paper"), (3.0, "ink"))
        for wide, look in looks:
            canvas.line(x - 9, y, x + 9, y, look, wide=wide)
            canvas.line(x, y - 9, x, y + 9, look, wide=wide)
        return
    if picture.median_x is not None:
        x, _y = _at(picture.median_x, 0)
        canvas.line(x, TOP, x, TOP + HIGH, "ink", wide=1.5, dashed=True)
    if picture.median_y is not None:
        _x, y = _at(0, picture.median_y)
        canvas.line(0, y, WIDTH, y, "ink", wide=1.5, dashed=True)


def _legend(
    picture: GridPicture, canvas: SvgCanvas, people: list[GridMark], *, crowd: bool
) -> None:
    y = TOP + HIGH + 34.0
    for sign, words in _signs(picture, people, crowd=crowd):
        canvas.text(6, y, sign, anchor="middle", bold=True, size=SMALL)
        canvas.text(18, y, words, "soft", size=SMALL, width=WIDTH - 18)
        y += 16


def _signs(picture: GridPicture, people: list[GridMark], *, crowd: bool) -> list[tuple[str, str]]:
    told = []
    if picture.centre is not None:
        words = _("the middle of the room (median)")
        if picture.spread is not None:
            words = _("the middle of the room (median), and its middle half")
        told.append(("+", words))
    elif picture.median_x is not None or picture.median_y is not None:
        told.append(("┆", _("the middle on one axis; on the other the room is split")))
    elif picture.split_x or picture.split_y:
        told.append(("‖", _("two camps: there is no middle")))
    if picture.moves and not crowd:
        ways = {
            "round": _("from the vote before"),
            "leaning": _("from where the other answers lean"),
            "session": _("from the earlier workshop"),
        }
        told.append(("→", ways[picture.way]))
    if crowd:
        words = ngettext("{n} person; larger discs hold more", "{n} people; larger discs hold more",
                         len(people))  # fmt: skip
        told.append(("●", words.format(n=len(people))))
    elif any(mark.hollow for mark in people):
        told.append(("○", _("not placed by their own hand: where their answers lean")))
    return told
