"""The grid: everybody's marks on two axes, four named corners, the median, who moved.

One drawing for every size. With room, each mark has its name or its initials beside it; where
they would hide something, each mark is a letter, with a key at the side; a crowd is a density.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mops_tui.pictures.shapes import GridMark, GridMove, GridPicture
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.parts import turnout_text
from mops_tui.tui.charts.quadrant import tags
from mops_tui.tui.charts.quadrant.arrows import most_arrows, put_arrows
from mops_tui.tui.charts.quadrant.density import Density, density_of, is_crowd
from mops_tui.tui.charts.quadrant.frame import key_column, plot_of, put_axis_ends, put_frame
from mops_tui.tui.charts.quadrant.key import LETTERS, Key, joined, key_of, put_key
from mops_tui.tui.charts.quadrant.labels import Label, Wish, place
from mops_tui.tui.charts.quadrant.legend import entries_of, put_legend, rows_of
from mops_tui.tui.charts.quadrant.marks import CHOSEN, HOLLOW, SOLID, Standpoint, stands
from mops_tui.tui.charts.quadrant.median import put_median, put_spread
from mops_tui.tui.charts.quadrant.plot import Plot, Spot
from mops_tui.tui.charts.text import cells
from mops_tui.words.i18n import _, ngettext

SMALL = 34
"""A plot of fewer columns shows dots and counts: names and arrows would hide them."""
ROOMY = 900
"""A plot of so many cells has room for short names."""
CELLS_A_LABEL = 45
"""With fewer cells for each, labels crowd: a key is read more easily."""
CELLS_A_LEANING = 100
"""With fewer cells a person, a leaning is drawn only where an arrow begins."""
LEAST_SPREAD = 13
"""With fewer rows, the middle half is a frame around single marks."""
MOST_ON_A_LABEL = 3
"""More people on one cell are listed in a key."""


@dataclass
class _Scene:
    """A grid being drawn on a canvas.

    Attributes:
        people: One mark for each person: the own one, or else the leaning.
        crowd: How dense they are, where that is drawn instead of single marks.
        stands: The marks that are drawn, by cell.
        moves: The moves that are drawn.
        taken: Cells that no label may cover, marks apart.
    """

    picture: GridPicture
    canvas: Canvas
    plot: Plot
    people: list[GridMark]
    stands: list[Standpoint] = field(default_factory=list)
    moves: tuple[GridMove, ...] = ()
    taken: set[Spot] = field(default_factory=set)
    crowd: Density | None = None
    median: set[Spot] = field(default_factory=set)
    spread: set[Spot] = field(default_factory=set)

    @property
    def spots(self) -> set[Spot]:
        """The cells of all marks."""
        return {stand.at for stand in self.stands}


def draw_grid(picture: GridPicture, width: int, height: int) -> Canvas:
    """Draw a grid."""
    canvas = Canvas(width, height)
    most = 0 if height < 7 else 1 if height < 18 else 2
    plot = plot_of(picture, width, height - most)
    if plot.width < 7 or plot.height < 3:
        _put_corner_list(canvas, picture)
        return canvas
    people = _people(picture)
    called = any(corner.called for corner in picture.corners)
    if not people and not called and not picture.turnout.waiting:
        words = turnout_text(picture.turnout) if not picture.turnout.n else _nobody()
        canvas.center(width // 2, height // 2, words, "muted")
        return canvas
    scene = _scene(picture, canvas, plot, people)
    named = not picture.gliding and (plot.width >= SMALL or bool(picture.chosen))
    labels = _labels(scene) if named and scene.crowd is None else ()
    key = None
    if labels is None:
        scene, key = _with_key(scene, height - most)
    _put_marks(scene, lettered=key is not None)
    if key is not None:
        put_key(scene.canvas, key, key_column(picture, scene.plot), 0)
    for label in labels or ():
        _put_label(scene, label)
    named_median = _put_median_name(scene)
    if most:
        shades = scene.crowd.legend(width) if scene.crowd else []
        entries = shades + entries_of(
            picture,
            scene.stands,
            arrows=len(scene.moves),
            median=bool(scene.median) and not named_median,
            spread=bool(scene.spread),
            lettered=key is not None,
        )
        tail = _turnout(scene)
        put_legend(scene.canvas, height - most, rows_of(entries, tail, width, most), tail)
    return scene.canvas


def _turnout(scene: _Scene) -> str:
    """How many people are behind the picture: who answered, or who has a mark."""
    if any(mark.hollow for mark in scene.people):
        n = scene.picture.turnout.n
        return ngettext("{n} person has a mark", "{n} people have a mark", n).format(n=n)
    return turnout_text(scene.picture.turnout)


def _with_key(scene: _Scene, height: int) -> tuple[_Scene, Key | None]:
    """The same grid, narrower, with its key beside it; as it was where a key has no room."""
    key = _key(scene)
    if key is None:
        return scene, None
    picture, canvas = scene.picture, scene.canvas
    reserved = 0
    while key is not None and key.width > reserved:
        reserved = key.width
        blank = Canvas(canvas.width, canvas.height)
        plot = plot_of(picture, canvas.width - reserved, height)
        scene = _scene(picture, blank, plot, scene.people)
        key = _key(scene)  # on a narrower plot, more people share a cell
    return scene, key


def _nobody() -> str:
    return _("nobody has a mark here")


def _people(picture: GridPicture) -> list[GridMark]:
    """One mark for each person."""
    own = [mark for mark in picture.marks if not mark.hollow]
    placed = {mark.id for mark in own}
    if "" in placed:  # anonymous: whose leaning is whose cannot be told
        return own
    return own + [mark for mark in picture.marks if mark.hollow and mark.id not in placed]


def _scene(picture: GridPicture, canvas: Canvas, plot: Plot, people: list[GridMark]) -> _Scene:
    """Draw all that stands behind the marks, and say what is taken."""
    scene = _Scene(picture, canvas, plot, people)
    put_frame(canvas, picture, plot)
    if is_crowd(len(people), plot):
        scene.crowd = density_of(plot, people)
    else:
        scene.moves = _moves(picture, plot)
        scene.stands = stands(plot, _drawn(scene))
    spots = scene.spots
    if not picture.chosen and not picture.gliding:
        if plot.height >= LEAST_SPREAD:
            scene.spread = put_spread(canvas, picture, plot, spots)
        scene.median = put_median(canvas, picture, plot, spots)
    # An arrow is drawn over the median's lines, which are known by what is left of them.
    arrows = put_arrows(canvas, plot, scene.moves, spots | {_centre(scene)})
    scene.taken |= scene.spread | scene.median | arrows
    scene.taken |= _put_starts(scene)
    if scene.crowd is not None:
        scene.crowd.put(canvas, scene.taken)
        spots = set(scene.crowd.counts)
    _put_called_votes(scene, spots)
    put_axis_ends(canvas, picture, plot, spots, scene.taken)
    return scene


def _centre(scene: _Scene) -> Spot:
    """The middle of the median's cross, which nothing is drawn over."""
    centre = scene.picture.centre
    return scene.plot.cell(centre.x, centre.y) if centre and scene.median else (-1, -1)


def _moves(picture: GridPicture, plot: Plot) -> tuple[GridMove, ...]:
    """The moves that are drawn: as many as can be followed, the longest first."""
    if picture.chosen:
        return tuple(move for move in picture.moves if move.id == picture.chosen)
    if plot.width < SMALL and not picture.gliding:
        return ()
    long = [move for move in picture.moves if len(set(plot.ends(move))) == 2]
    return tuple(long[: most_arrows(plot)])


def _drawn(scene: _Scene) -> list[GridMark]:
    """The marks that are drawn: every own one; a leaning where there is no own mark or a move."""
    picture = scene.picture
    enough = scene.plot.area >= CELLS_A_LEANING * len(scene.people)
    if enough or picture.chosen:
        return list(picture.marks)
    placed = {mark.id for mark in picture.marks if not mark.hollow}
    moved = {move.id for move in scene.moves} if picture.way == "leaning" else set()
    return [
        mark
        for mark in picture.marks
        if not mark.hollow or mark.id not in placed or mark.id in moved
    ]


def _put_starts(scene: _Scene) -> set[Spot]:
    """A ring where each drawn move begins."""
    starts = {scene.plot.cell(move.start.x, move.start.y) for move in scene.moves} - scene.spots
    for spot in starts:
        scene.canvas.put(*spot, HOLLOW, "mark-hollow")
    return starts


def _put_marks(scene: _Scene, *, lettered: bool) -> None:
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


def _owners(scene: _Scene, stand: Standpoint) -> list[str]:
    """Who is named at a cell: whose own mark it is, or whose only mark."""
    placed = {mark.id for mark in scene.people if not mark.hollow}
    marks = [*stand.own, *(mark for mark in stand.leaning if mark.id not in placed)]
    return [mark.id for mark in marks if mark.id and mark.label]


def _names(scene: _Scene) -> dict[str, str]:
    return {mark.id: mark.label for mark in scene.people if mark.id and mark.label}


def _groups(scene: _Scene) -> list[list[str]]:
    groups = (_owners(scene, stand) for stand in scene.stands)
    return [group for group in groups if group]


def _labels(scene: _Scene) -> Sequence[Label] | None:
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
        labels = place(wishes, scene.plot, scene.spots, scene.taken)
        if labels is not None:
            return labels
    return None


def _wishes(scene: _Scene, form: dict[str, str], gap: int) -> list[Wish] | None:
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


def _put_label(scene: _Scene, label: Label) -> None:
    stand = scene.stands[label.wish.key]
    role = "chip" if scene.picture.chosen else "text" if not stand.hollow else "mark-hollow"
    _put_line(scene, label)
    scene.canvas.put(label.x, label.y, label.wish.text, role)
    scene.taken |= label.claimed


def _put_line(scene: _Scene, label: Label) -> None:
    for spot, char in label.line:
        scene.canvas.put(*spot, char, "muted")


def _put_median_name(scene: _Scene) -> bool:
    """What each median is called, where it hides nothing; whether they all are."""
    if not scene.median or scene.crowd is not None:
        return False
    wishes = [
        Wish(index, one.label, scene.plot.cell(one.at.x, one.at.y))
        for index, one in enumerate(scene.picture.medians)
    ] or [Wish(0, _("median"), _beside_median(scene), gap=1, reach=0)]
    labels = place(wishes, scene.plot, scene.spots | scene.median, scene.taken)
    for label in labels or ():
        _put_line(scene, label)
        scene.canvas.put(label.x, label.y, label.wish.text, "median")
    return labels is not None and not scene.picture.medians


def _beside_median(scene: _Scene) -> Spot:
    """The cell beside which the name of the median stands."""
    row = min(y for _x, y in scene.median)
    if scene.picture.centre is not None:
        row = scene.plot.cell(scene.picture.centre.x, scene.picture.centre.y)[1]
    return max((spot for spot in scene.median if spot[1] == row), default=max(scene.median))


def _key(scene: _Scene) -> Key | None:
    """The key that would fit beside the plot."""
    leaning = {mark.id for mark in scene.people if mark.hollow}
    mixed = len(leaning) < len(scene.people)
    rows = scene.plot.height + 2
    width = scene.canvas.width
    return key_of(_groups(scene), _names(scene), width, rows, leaning if mixed else ())


def _put_called_votes(scene: _Scene, spots: set[Spot]) -> None:
    """Votes called out have a quadrant and no place: one hollow mark with their number."""
    plot = scene.plot
    centres = ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75))
    middle = plot.middle
    for corner, centre in zip(scene.picture.corners, centres, strict=True):
        if not corner.called:
            continue
        text = f"{HOLLOW}×{corner.called}"
        width = cells(text)
        x, y = plot.cell(*centre)
        around = sorted(
            ((dx, dy) for dy in range(-3, 4) for dx in range(-8, 9)),
            key=lambda d: abs(d[0]) + 3 * abs(d[1]),
        )
        for dx, dy in around:
            start, row = x - width // 2 + dx, y + dy
            want = {(i, row) for i in range(start - 1, start + width + 1)}
            crosses = row == middle[1] or any(i == middle[0] for i, _row in want)
            free = want.isdisjoint(spots) and want.isdisjoint(scene.taken)
            if plot.inside(start, row, width) and free and not crosses:
                scene.canvas.put(start, row, text, "mark-hollow")
                scene.taken |= want
                break


def _put_corner_list(canvas: Canvas, picture: GridPicture) -> None:
    """The corners' names and counts, where there is no room for a grid."""
    for y, corner in enumerate(picture.corners[: canvas.height]):
        figure = "" if corner.count is None else str(corner.count)
        start = canvas.right(canvas.width, y, figure, "strong")
        canvas.put(0, y, corner.name, "title", max(0, start - 1))
