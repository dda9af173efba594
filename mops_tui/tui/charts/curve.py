"""The adoption curve: Moore's bell with its gap, and a letter for each wave."""

from __future__ import annotations

from mops_tui.pictures.curve import bell, stage_bands
from mops_tui.pictures.shapes import CurvePicture, StageBand, Wave
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.plots import EMPTY, Span, braille_lines
from mops_tui.tui.charts.text import cells, fit_apart, wrap
from mops_tui.words.i18n import _
from mops_tui.words.pictures.turnout import turnout_text
from mops_tui.words.results.stages import stage_label

LEAST_BELL = 12
"""Rows of the curve, its axis and names, before a lane may have a second row."""


def draw_curve(picture: CurvePicture, width: int, height: int) -> Canvas:
    """Draw the adoption curve."""
    canvas = Canvas(width, height)
    if width < 1 or height < 1:
        return canvas
    lanes = _lanes(picture, width, height)
    below = _rows_below(picture, width, height)
    rows = height - below - 2
    if rows < 3 or width < 24:
        _put_list(canvas, picture)
        return canvas
    tops = _put_bell(canvas, rows)
    _put_axis(canvas, picture.stages, rows)
    for wave in picture.waves:
        _put_previous_letter(canvas, wave, tops)
    for wave in picture.waves:
        _put_letter(canvas, wave, tops, rows)
    if lanes:
        y = height - sum(lanes)
        for wave, rows_each in zip(picture.waves, lanes, strict=True):
            names = [one.label for one in picture.waves]
            _put_lane(canvas, wave, names, y, rows_each, own=picture.turnout.own)
            y += rows_each
    else:
        _put_names(canvas, picture, rows + 2, below)
    if canvas.width >= 60:
        canvas.put(0, 0, turnout_text(picture.turnout), "muted", _free_cells_on_top(tops))
    return canvas


def _lanes(picture: CurvePicture, width: int, height: int) -> list[int]:
    """The rows of each wave's lane; none where there is no room for lanes.

    A name that fits beside its marks on neither side has two rows, where there are some to spare.
    """
    count = len(picture.waves)
    if not 0 < count <= height - 8:
        return []
    spare = max(0, height - count - LEAST_BELL)
    rows = []
    for wave in picture.waves:
        long = wave.x is not None and max(_beside(width, wave)) < cells(wave.label)
        rows.append(1 + (long and spare > 0))
        spare -= rows[-1] - 1
    return rows


def _rows_below(picture: CurvePicture, width: int, height: int) -> int:
    """Rows under the stage names: a lane a wave where there is room, else lines of names."""
    lanes = sum(_lanes(picture, width, height))
    if lanes:
        # A blank row between the stage names and the lanes, where there is one to spare.
        return lanes + (height - lanes >= 14)
    lines, used = 1, 0
    for wave in picture.waves:
        size = min(cells(wave.label) + 5, width)
        if used + size > width:
            lines, used = lines + 1, 0
        used += size
    return min(lines, max(0, height - 7))


def bell_lines(width: int, height: int) -> tuple[str, ...]:
    """The bell in braille, drawn by plotext, its gap left open."""
    runs = []
    for start, end in _stretches_with_curve():
        steps = max(2, round((end - start) * width * 2))
        xs = [start + (end - start) * step / (steps - 1) for step in range(steps)]
        runs.append(tuple((x, bell(x)) for x in xs))
    return braille_lines(tuple(runs), width, height, Span(0, 1), Span(0, 1))


def _stretches_with_curve() -> list[tuple[float, float]]:
    """The stretches of the axis that have a curve over them."""
    arcs: list[tuple[float, float]] = []
    for band in stage_bands():
        if band.gap:
            continue
        if arcs and arcs[-1][1] == band.start:
            arcs[-1] = (arcs[-1][0], band.end)
        else:
            arcs.append((band.start, band.end))
    return arcs


def _column(canvas: Canvas, x: float) -> int:
    return round(max(0.0, min(1.0, x)) * (canvas.width - 1))


def _put_bell(canvas: Canvas, rows: int) -> list[int]:
    """Draw the curve under one free row; returns the row of its line in every column."""
    lines = bell_lines(canvas.width, rows - 1)
    tops = []
    stages = stage_bands()
    for column in range(canvas.width):
        x = column / max(1, canvas.width - 1)
        top = 1 + round((1 - bell(x)) * (rows - 2))
        curve_rows = [y for y, line in enumerate(lines) if line[column] not in EMPTY]
        if curve_rows:
            top = 1 + curve_rows[0]
            for y in curve_rows:
                canvas.put(column, 1 + y, lines[y][column], "series-1")
        index = next((i for i, band in enumerate(stages) if x <= band.end), len(stages) - 1)
        if curve_rows and not stages[index].gap:
            ground = f"region-{index % 2 + 1}"
            canvas.ground(column, 1 + curve_rows[-1] + 1, 1, rows - curve_rows[-1] - 2, ground)
        tops.append(top)
    return tops


def _put_axis(canvas: Canvas, stages: tuple[StageBand, ...], y: int) -> None:
    """The axis with a number for each stage, which is also its key on a ballot; the names below."""
    canvas.across(0, y, canvas.width, "─", "axis")
    long = all(
        cells(stage_label(band.id)) < _right(canvas, band) - _column(canvas, band.start)
        for band in stages
        if not band.gap
    )
    for band in stages:
        left, right = _column(canvas, band.start), _right(canvas, band)
        if band.gap:
            canvas.across(left + 1, y, right - left - 1, " ", "axis")
        if band.start > 0:
            canvas.put(left, y, "┴" if not band.gap else "┘", "axis")
            if stages[stages.index(band) - 1].gap:
                canvas.put(left, y, "└", "axis")
        number = str(stages.index(band) + 1)
        middle = left + (right - left + 1) // 2
        canvas.put(middle, y, number, "muted")
        space = max(0, right - left - 1)
        name = stage_label(band.id, short=not long)
        if cells(name) > space:
            name = stage_label(band.id, short=True)
        if cells(name) > space:
            continue
        canvas.center(middle, y + 1, name, "warn" if band.gap else "muted")


def _right(canvas: Canvas, band: StageBand) -> int:
    return _column(canvas, band.end)


def _put_previous_letter(canvas: Canvas, wave: Wave, tops: list[int]) -> None:
    """Put the small letter on the curve where the wave was in the round before."""
    if wave.x is not None and wave.before is not None:
        column = _column(canvas, wave.before)
        if column != _column(canvas, wave.x):
            canvas.put(column, max(0, tops[column] - 1), wave.letter.lower(), "trail")


def _put_letter(canvas: Canvas, wave: Wave, tops: list[int], rows: int) -> None:
    """Put the wave's letter on the curve, beside or above another that is there already."""
    if wave.x is None:
        return
    column = _column(canvas, wave.x)
    for shift in (0, 3, -3, 6, -6):
        x = min(max(1, column + shift), canvas.width - 2)
        for y in range(min(tops[x] - 1, rows - 1), -1, -1):
            if all(canvas.at(i, y).role != "chip" for i in range(x - 1, x + 2)):
                canvas.put(x - 1, y, f" {wave.letter} ", "chip")
                return


def _spot(width: int, x: float) -> int:
    return round(max(0.0, min(1.0, x)) * (width - 1))


def _ends(width: int, wave: Wave) -> tuple[int, int, int]:
    """Of a lane: the column of the median's letter, and the ends of the middle half around it."""
    at = min(max(1, _spot(width, wave.x or 0.0)), width - 2)
    low = _spot(width, (wave.x or 0.0) if wave.low is None else wave.low)
    high = _spot(width, (wave.x or 0.0) if wave.high is None else wave.high)
    return at, min(low, at - 1), max(high, at + 1)


def _marks(width: int, wave: Wave) -> tuple[int, int]:
    """The first and the last column of a lane's marks."""
    _at, near, far = _ends(width, wave)
    ends = [near, far, *(_spot(width, dot) for dot in wave.dots)]
    if wave.before is not None:
        ends.append(_spot(width, wave.before))
    return min(ends), max(ends)


def _beside(width: int, wave: Wave) -> tuple[int, int]:
    """The cells that a name may have before a lane's marks, and after them."""
    left, right = _marks(width, wave)
    return left - 1, width - right - 2


def _put_lane(
    canvas: Canvas, wave: Wave, names: list[str], y: int, rows: int, *, own: bool = False
) -> None:
    """One wave: its ballots, the middle half, the median's letter, and its name."""
    if wave.x is None:
        found = _("too few placed it") if wave.n else _("nobody placed it")
        if own:
            found = _("you did not place it")
        text = f"{wave.letter}  {wave.label} · {found}"
        canvas.put(0, y, text, "muted", canvas.width)
        return
    at, near, far = _ends(canvas.width, wave)
    low = _column(canvas, wave.x if wave.low is None else wave.low)
    high = _column(canvas, wave.x if wave.high is None else wave.high)
    for dot in wave.dots:
        canvas.put(_column(canvas, dot), y, "·", "muted")
    if wave.before is not None:
        _put_trail(canvas, wave.letter.lower(), _column(canvas, wave.before), (near, far), y)
    if high - low >= 2:
        canvas.across(low + 1, y, high - low - 1, "─", "box")
        canvas.put(low, y, "├", "box")
        canvas.put(high, y, "┤", "box")
    canvas.put(at - 1, y, f" {wave.letter} ", "chip")
    _put_lane_name(canvas, wave, names, y, rows)


def _put_trail(canvas: Canvas, letter: str, old: int, inside: tuple[int, int], y: int) -> None:
    """Draw the trail from the round before to the middle half."""
    near, far = inside
    if near <= old <= far:
        return
    if old < near:
        canvas.across(old + 1, y, near - old - 2, "╌", "trail")
        canvas.put(near - 1, y, "→", "trail")
    else:
        canvas.across(far + 2, y, old - far - 2, "╌", "trail")
        canvas.put(far + 1, y, "←", "trail")
    canvas.put(old, y, letter, "trail")


def _put_lane_name(canvas: Canvas, wave: Wave, names: list[str], y: int, rows: int) -> None:
    """The wave's name beside its marks, with the stage's name where that fits."""
    note = _("split") if wave.split else stage_label(_stage_at(wave.x or 0.0))
    full = f"{wave.label} · {note}"
    left, right = _marks(canvas.width, wave)
    before, after = _beside(canvas.width, wave)
    for text in (full, wave.label):
        if cells(text) <= after:
            _put_name(canvas, right + 2, y, wave, text)
            return
        if cells(text) <= before:
            _put_name(canvas, left - 1 - cells(text), y, wave, text)
            return
    room = max(0, before, after)
    name = fit_apart(names, room, rows)[wave.label]
    for row, line in enumerate(wrap(name, room, rows)):
        if before > after:
            canvas.right(left - 1, y + row, line, "text")
        else:
            canvas.put(right + 2, y + row, line, "text")


def _put_name(canvas: Canvas, x: int, y: int, wave: Wave, text: str) -> None:
    canvas.put(x, y, text, "warn" if wave.split else "muted")
    canvas.put(x, y, wave.label, "text")


def _stage_at(x: float) -> str:
    return next((band.id for band in stage_bands() if x < band.end), stage_bands()[-1].id)


def _put_names(canvas: Canvas, picture: CurvePicture, y: int, rows: int) -> None:
    """The letters' names in lines, where there is no room for lanes."""
    x, last = 0, y + rows
    for wave in picture.waves:
        if x and x + cells(wave.label) + 2 > canvas.width:
            x, y = 0, y + 1
        if y >= last:
            return
        canvas.put(x, y, wave.letter, "accent")
        x = canvas.put(x + 2, y, wave.label, "text", canvas.width - 2) + 3


def _free_cells_on_top(tops: list[int]) -> int:
    """How many cells of the top row are free from the left."""
    return max(0, next((x for x, top in enumerate(tops) if top <= 1), len(tops)) - 6)


def _put_list(canvas: Canvas, picture: CurvePicture) -> None:
    """Letters, names and stages, where there is no room for a curve."""
    for y, wave in enumerate(picture.waves[: canvas.height]):
        place = "–" if wave.x is None else stage_label(_stage_at(wave.x), short=True)
        start = canvas.right(canvas.width, y, place, "muted")
        canvas.put(0, y, wave.letter, "accent")
        canvas.put(2, y, wave.label, "text", max(0, start - 3))
