"""A grid being drawn: all that stands behind the labels, and which cells it takes."""

from __future__ import annotations

from dataclasses import dataclass, field

from mops_tui.pictures.shapes import GridMark, GridMove, GridPicture
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.quadrant.arrows import most_arrows, put_arrows
from mops_tui.tui.charts.quadrant.density import Density, density_of, is_crowd
from mops_tui.tui.charts.quadrant.frame import put_axis_ends, put_frame
from mops_tui.tui.charts.quadrant.marks import HOLLOW, Standpoint, stands
from mops_tui.tui.charts.quadrant.median import put_median, put_spread
from mops_tui.tui.charts.quadrant.plot import Plot, Spot
from mops_tui.tui.charts.text import cells

SMALL = 34
"""A plot of fewer columns shows dots and counts: names and arrows would hide them."""
CELLS_A_LEANING = 100
"""With fewer cells a person, a leaning is drawn only where an arrow begins."""
LEAST_SPREAD = 13
"""With fewer rows, the middle half is a frame around single marks."""


@dataclass
class Scene:
    """A grid being drawn on a canvas.

    Attributes:
        people: One mark for each person: the own one, or else the leaning.
        crowd: How dense they are, where that is drawn instead of single marks.
        stands: The marks that are drawn, by cell.
        moves: The moves that are drawn.
        taken: Cells that no label may cover, marks apart; those of `arrows` are among them.
    """

    picture: GridPicture
    canvas: Canvas
    plot: Plot
    people: list[GridMark]
    stands: list[Standpoint] = field(default_factory=list)
    moves: tuple[GridMove, ...] = ()
    taken: set[Spot] = field(default_factory=set)
    arrows: set[Spot] = field(default_factory=set)
    crowd: Density | None = None
    median: set[Spot] = field(default_factory=set)
    spread: set[Spot] = field(default_factory=set)

    @property
    def spots(self) -> set[Spot]:
        """The cells of all marks."""
        return {stand.at for stand in self.stands}


def scene_of(picture: GridPicture, canvas: Canvas, plot: Plot, people: list[GridMark]) -> Scene:
    """Draw all that stands behind the marks, and say what is taken."""
    scene = Scene(picture, canvas, plot, people)
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
    stops = spots | {_centre(scene)}
    most = most_arrows(plot)
    scene.moves, scene.arrows = put_arrows(canvas, plot, scene.moves, stops, most)
    scene.taken |= scene.spread | scene.median | scene.arrows
    scene.taken |= _put_starts(scene)
    if scene.crowd is not None:
        scene.crowd.put(canvas, scene.taken)
        spots = set(scene.crowd.counts)
    _put_called_votes(scene, spots)
    put_axis_ends(canvas, picture, plot, spots, scene.taken)
    return scene


def _centre(scene: Scene) -> Spot:
    """The middle of the median's cross, which nothing is drawn over."""
    centre = scene.picture.centre
    return scene.plot.cell(centre.x, centre.y) if centre and scene.median else (-1, -1)


def _moves(picture: GridPicture, plot: Plot) -> tuple[GridMove, ...]:
    """The moves that can be drawn, those first that matter most."""
    if picture.chosen:
        return tuple(move for move in picture.moves if move.id == picture.chosen)
    if plot.width < SMALL and not picture.gliding:
        return ()
    return tuple(move for move in picture.moves if len(set(plot.ends(move))) == 2)


def _drawn(scene: Scene) -> list[GridMark]:
    """The marks that are drawn: every own one; a leaning where there is no own mark or a move."""
    picture = scene.picture
    enough = scene.plot.area >= CELLS_A_LEANING * len(scene.people)
    if enough or picture.chosen:
        return list(picture.marks)
    placed = {mark.id for mark in picture.marks if not mark.hollow}
    moves = scene.moves[: most_arrows(scene.plot)]
    moved = {move.id for move in moves} if picture.way == "leaning" else set()
    return [
        mark
        for mark in picture.marks
        if not mark.hollow or mark.id not in placed or mark.id in moved
    ]


def _put_starts(scene: Scene) -> set[Spot]:
    """A ring where each drawn move begins."""
    starts = {scene.plot.cell(move.start.x, move.start.y) for move in scene.moves} - scene.spots
    for spot in starts:
        scene.canvas.put(*spot, HOLLOW, "mark-hollow")
    return starts


def _put_called_votes(scene: Scene, spots: set[Spot]) -> None:
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
