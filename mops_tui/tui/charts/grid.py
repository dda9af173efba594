"""The grid: everybody's marks on two axes, four named corners, the median, who moved.

One drawing for every size. With room, each mark has its name or its initials beside it; where
they would hide something, each mark is a letter, with a key at the side; a crowd is a density.
"""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.pictures.crowd import people_of
from mops_tui.pictures.shapes import GridPicture
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.quadrant import panel
from mops_tui.tui.charts.quadrant.frame import key_column, plot_of
from mops_tui.tui.charts.quadrant.key import GAP, LETTERS, Key, joined, key_of, put_key
from mops_tui.tui.charts.quadrant.labels import Label, Wish, place
from mops_tui.tui.charts.quadrant.legend import entries_of, put_legend, rows_of, with_shades
from mops_tui.tui.charts.quadrant.marks import CHOSEN, SOLID, Standpoint
from mops_tui.tui.charts.quadrant.panel import put_panel
from mops_tui.tui.charts.quadrant.plot import Spot
from mops_tui.tui.charts.quadrant.scene import SMALL, Scene, scene_of
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.pictures import tags
from mops_tui.words.pictures.turnout import turnout_text

ROOMY = 900
"""A plot of so many cells has room for short names."""
CELLS_A_LABEL = 45
"""With fewer cells for each, labels crowd: a key is read more easily."""
MOST_ON_A_LABEL = 3
"""More people on one cell are listed in a key."""


def draw_grid(picture: GridPicture, width: int, height: int) -> Canvas:
    """Draw a grid."""
    canvas = Canvas(width, height)
    beside = width >= panel.LEAST[0] and height >= panel.LEAST[1]
    most = 0 if beside else _legend_rows(height)
    plot = plot_of(picture, width - (panel.WIDTH if beside else 0), height - most)
    if plot.width < 7 or plot.height < 3:
        _put_corner_list(canvas, picture)
        return canvas
    people = people_of(picture)
    called = any(corner.called for corner in picture.corners)
    if not (people or called or picture.medians or picture.turnout.waiting):
        words = turnout_text(picture.turnout) if not picture.turnout.n else _nobody()
        canvas.center(width // 2, height // 2, words, "muted")
        return canvas
    scene = scene_of(picture, canvas, plot, people)
    named = not picture.gliding and (plot.width >= SMALL or bool(picture.chosen))
    labels = _labels(scene) if named and scene.crowd is None else ()
    key = None
    if labels is None:
        beside, most = False, _legend_rows(height)
        scene, key = _with_key(scene, height - most)
    _put_marks(scene, lettered=key is not None)
    if key is not None:
        put_key(scene.canvas, key, key_column(picture, scene.plot), 0)
    for label in labels or ():
        _put_label(scene, label)
    _put_meaning(scene, most, beside=beside, lettered=key is not None)
    return scene.canvas


def _legend_rows(height: int) -> int:
    """The rows of the legend; a second one where the odd number of the plot's rows leaves it."""
    if height < 7:
        return 0
    spare = (height - 3) % 2 == 0 and height >= 9
    return 2 if height >= 18 or spare else 1


def _put_meaning(scene: Scene, most: int, *, beside: bool, lettered: bool) -> None:
    """The name of the median, and what the signs mean: below the grid, or beside a large one."""
    picture, canvas = scene.picture, scene.canvas
    named_median = _put_median_name(scene)
    entries = entries_of(
        picture,
        scene.stands,
        arrows=len(scene.moves),
        median=bool(scene.median) and not named_median,
        spread=bool(scene.spread),
        lettered=lettered,
    )
    tail = _turnout(scene)
    if scene.crowd is not None:
        entries = with_shades(entries, scene.crowd, canvas.width if not beside else panel.WIDTH)
    if beside:
        names = tags.short_names(_names(scene))
        moves = [(names.get(move.id, ""), move) for move in scene.moves]
        column = key_column(picture, scene.plot) + GAP
        put_panel(canvas, column, picture, entries, moves, tail)
    elif most:
        rows = rows_of(entries, tail, canvas.width, most)
        put_legend(canvas, canvas.height - most, rows, tail)


def _turnout(scene: Scene) -> str:
    """How many people are behind the picture: who answered, or who has a mark."""
    leaning = sum(mark.hollow for mark in scene.people)
    if leaning:
        n = scene.picture.turnout.n
        words = ngettext("{n} person has a mark", "{n} people have a mark", n).format(n=n)
        if leaning == len(scene.people):
            return words
        return ngettext(
            "{marks}, {n} from answers only", "{marks}, {n} from answers only", leaning
        ).format(marks=words, n=leaning)
    return turnout_text(scene.picture.turnout)


def _with_key(scene: Scene, height: int) -> tuple[Scene, Key | None]:
    """The same grid, narrower, with its key beside it; all of its canvas where there is none."""
    picture, canvas = scene.picture, scene.canvas
    key = _key(scene)
    reserved = 0
    while key is None or key.width > reserved:
        reserved = key.width if key is not None else 0
        blank = Canvas(canvas.width, canvas.height)
        plot = plot_of(picture, canvas.width - reserved, height)
        scene = scene_of(picture, blank, plot, scene.people)
        if key is None:
            break
        key = _key(scene)  # on a narrower plot, more people share a cell
    return scene, key


def _nobody() -> str:
    return _("nobody has a mark here")


def _put_marks(scene: Scene, *, lettered: bool) -> None:
    picture = scene.picture
    mixed = len({mark.hollow for mark in picture.marks}) == 2
    letters = iter(LETTERS)
    for stand in scene.stands:
        x, y = stand.at
        sign, role = stand.sign(mixed), "mark-hollow" if stand.hollow else "mark"
        chosen = [m for m in (*stand.own, *stand.leaning) if m.id and m.id == picture.chosen]
        if chosen:
            leans = any(mark.hollow for mark in chosen)
            sign, role = (CHOSEN, "chip") if leans else (SOLID, "mark")
        elif picture.chosen:
            role = "muted"
        elif lettered and _owners(scene, stand):
            sign = next(letters)
        scene.canvas.put(x, y, sign, role)


def _owners(scene: Scene, stand: Standpoint) -> list[str]:
    """Who is named at a cell: whose own mark it is, or whose only mark."""
    placed = {mark.id for mark in scene.people if not mark.hollow}
    marks = [*stand.own, *(mark for mark in stand.leaning if mark.id not in placed)]
    return [mark.id for mark in marks if mark.id and mark.label]


def _names(scene: Scene) -> dict[str, str]:
    return {mark.id: mark.label for mark in scene.people if mark.id and mark.label}


def _groups(scene: Scene) -> list[list[str]]:
    groups = (_owners(scene, stand) for stand in scene.stands)
    return [group for group in groups if group]


def _labels(scene: Scene) -> Sequence[Label] | None:
    """A label beside every mark; None where they do not all fit."""
    names = _names(scene)
    chosen = scene.picture.chosen
    if chosen:
        names = {key: name for key, name in names.items() if key == chosen}
    if not names:
        return ()
    if len(names) * CELLS_A_LABEL > scene.plot.area and _key(scene) is not None:
        return None
    roomy = scene.plot.area >= ROOMY or bool(chosen)
    forms = [tags.short_names(names)] if roomy else []
    for form in (*forms, tags.initials_of(names)):
        wishes = _wishes(scene, form, 1 if form in forms else 0)
        if wishes is None:
            continue
        labels = place(wishes, scene.plot, scene.spots, scene.taken, scene.arrows)
        if labels is not None:
            return labels
    return None


def _wishes(scene: Scene, form: dict[str, str], gap: int) -> list[Wish] | None:
    wishes = []
    for index, stand in enumerate(scene.stands):
        owners = [form[one] for one in _owners(scene, stand) if one in form]
        if len(owners) > MOST_ON_A_LABEL:
            return None
        if owners:
            text = joined(owners)
            several = len(stand.shown) > 1
            wishes.append(Wish(index, text, stand.at, gap or several, several))
    return wishes


def _put_label(scene: Scene, label: Label) -> None:
    stand = scene.stands[label.wish.key]
    role = "chip" if scene.picture.chosen else "text" if not stand.hollow else "mark-hollow"
    _put_line(scene, label)
    scene.canvas.put(label.x, label.y, label.wish.text, role)
    scene.taken |= label.claimed


def _put_line(scene: Scene, label: Label) -> None:
    for spot, char in label.line:
        scene.canvas.put(*spot, char, "muted")


def _put_median_name(scene: Scene) -> bool:
    """What each median is called, where it hides nothing; whether they all are."""
    if not scene.median or scene.crowd is not None:
        return False
    wishes = [
        Wish(index, one.label, scene.plot.cell(one.at.x, one.at.y))
        for index, one in enumerate(scene.picture.medians)
    ] or [Wish(0, _("median"), _beside_median(scene), gap=1, reach=0)]
    marks = scene.spots | scene.median
    labels = place(wishes, scene.plot, marks, scene.taken, scene.arrows)
    for label in labels or ():
        _put_line(scene, label)
        scene.canvas.put(label.x, label.y, label.wish.text, "median")
    return labels is not None and not scene.picture.medians


def _beside_median(scene: Scene) -> Spot:
    """The cell beside which the name of the median stands."""
    row = min(y for _x, y in scene.median)
    if scene.picture.centre is not None:
        row = scene.plot.cell(scene.picture.centre.x, scene.picture.centre.y)[1]
    return max((spot for spot in scene.median if spot[1] == row), default=max(scene.median))


def _key(scene: Scene) -> Key | None:
    """The key that would fit beside the plot."""
    leaning = {mark.id for mark in scene.people if mark.hollow}
    mixed = len(leaning) < len(scene.people)
    rows = scene.plot.height + 2
    width = scene.canvas.width
    return key_of(_groups(scene), _names(scene), width, rows, leaning if mixed else ())


def _put_corner_list(canvas: Canvas, picture: GridPicture) -> None:
    """The corners' names and counts, where there is no room for a grid: as they lie, if need be."""
    columns = 1 if canvas.height >= len(picture.corners) else 2
    width = canvas.width // columns - (columns - 1)
    for number, corner in enumerate(picture.corners[: canvas.height * columns]):
        y, left = number // columns, number % columns * (width + 2)
        figure = "" if corner.count is None else str(corner.count)
        start = canvas.right(left + width, y, figure, "strong")
        canvas.put(left, y, corner.name, "title", max(0, start - 1 - left))
