"""Pictures as the tables of native charts: bars, and scales stacked to 100 per cent.

A table holds what is drawn and nothing else: it becomes the workbook inside the file.
"""

from __future__ import annotations

from typing import TypeVar

from mops_tui.pictures.shapes import (
    Bar,
    BarsPicture,
    CellsPicture,
    MapPicture,
    Picture,
    ScaleRow,
    ScalesPicture,
)
from mops_tui.pictures.shorter import rows_of, shorter
from mops_tui.report.slides.parts import ChartSeries, ChartTable
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import percent
from mops_tui.words.results.labels import position_label
from mops_tui.words.results.stages import stage_label
from mops_tui.words.safe import in_one_line

Rows = TypeVar("Rows", BarsPicture, ScalesPicture, CellsPicture)
MOST_ROWS = 16
"""Rows of a chart whose labels can be read from the back of a room."""
BETWEEN = " ↔ "
"""Stands between the two statements of a pair."""
MOST_BARS = 18
"""Bars of a chart whose figures can be, where a row has several."""


def chart_table(picture: Picture, most: int = MOST_ROWS) -> ChartTable | None:
    """What a native chart draws of a picture; None where none can.

    Args:
        picture: The picture.
        most: How many rows have room.
    """
    match picture:
        case BarsPicture():
            return _bars(picture, most)
        case ScalesPicture():
            names = [_step(picture, one.id, one.label) for one in picture.steps]
            shown = _most_telling(picture, most).rows
            rows = [(_row(row), [slot.count for slot in row.slots]) for row in shown]
            more = len(picture.rows) - len(rows)
            return _stacked(names, rows, more, both=picture.scale == "pair")
        case CellsPicture():
            names = [in_one_line(one.label) or one.id for one in picture.levels]
            groups = _most_telling(picture, most).groups
            rows = [(in_one_line(r.label), list(r.counts)) for g in groups for r in g.rows]
            return _stacked(names, rows, rows_of(picture) - len(rows))
        case MapPicture():
            return _map(picture, most)
        case _:
            return None


def _most_telling(picture: Rows, most: int) -> Rows:
    """A picture with so many rows at most: those that say most."""
    made = shorter(picture, most)
    assert isinstance(made, type(picture)), "the same kind"
    return made


def _bars(picture: BarsPicture, most: int) -> ChartTable | None:
    before = any(bar.before is not None for bar in picture.bars)
    mirror = any(bar.mirror is not None for bar in picture.bars)
    if most == MOST_ROWS:
        most = min(most, MOST_BARS // (1 + before + mirror))
    bars = _most_telling(picture, most).bars
    if not bars:
        return None
    lead = frozenset(at for at, bar in enumerate(bars) if bar.lead)
    more = len(picture.bars) - len(bars)
    if not (before or mirror):
        series = ChartSeries(_counted(picture), tuple(bar.count for bar in bars))
        return ChartTable("bars", tuple(map(_bar, bars)), (series,), "", lead, more)
    number = picture.turnout.round
    here = _("Round {number}").format(number=number) if before else _("This room")
    rows = [ChartSeries(here, _shares(bars, "share"))]
    if before:
        name = _("Round {number}").format(number=max(1, number - 1))
        rows.append(ChartSeries(name, _shares(bars, "before")))
    if mirror:
        rows.append(ChartSeries(in_one_line(picture.mirror_who), _shares(bars, "mirror")))
    labels = tuple(f"{_bar(bar)} ({bar.count})" for bar in bars)
    return ChartTable("bars", labels, tuple(rows), "%", lead, more)


def _counted(picture: BarsPicture) -> str:
    names = {"votes": _("Votes"), "points": _("Points"), "ranks": _("First places")}
    return names[picture.unit]


def _shares(bars: tuple[Bar, ...], which: str) -> tuple[int | None, ...]:
    found = (getattr(bar, which) for bar in bars)
    return tuple(None if share is None else percent(share) for share in found)


def _bar(bar: Bar) -> str:
    return in_one_line(bar.label) or _("on a line between corners")


def _step(picture: ScalesPicture, step: str, label: str) -> str:
    if picture.scale == "pair":
        return position_label(step)
    return stage_label(step) if picture.scale == "stages" else in_one_line(label) or step


def _row(row: ScaleRow) -> str:
    if row.names is not None:
        left, right = map(in_one_line, row.names)
    elif row.left:
        left, right = in_one_line(row.left), in_one_line(row.label)
    else:
        return in_one_line(row.label)
    return f"{left}{BETWEEN}{right}"


def _stacked(
    names: list[str], rows: list[tuple[str, list[int]]], more: int, *, both: bool = False
) -> ChartTable | None:
    if not rows or not names:
        return None
    series = tuple(
        ChartSeries(name, tuple(counts[at] if at < len(counts) else 0 for _label, counts in rows))
        for at, name in enumerate(names)
    )
    labels = tuple(label for label, _counts in rows)
    return ChartTable("stacked", labels, series, more=more, both=both)


def _map(picture: MapPicture, most: int) -> ChartTable | None:
    rooms = [(in_one_line(one.label), one.count, one.lead) for one in picture.rooms]
    rooms += [(in_one_line(one.label), one.count, one.lead) for one in picture.elsewhere]
    shown = rooms[:most]
    if not shown:
        return None
    name = _("Points") if picture.unit == "points" else _("Votes")
    return ChartTable(
        "bars",
        tuple(label for label, _count, _lead in shown),
        (ChartSeries(name, tuple(count for _label, count, _lead in shown)),),
        lead=frozenset(at for at, (_l, _c, lead) in enumerate(shown) if lead),
        more=len(rooms) - len(shown),
    )
