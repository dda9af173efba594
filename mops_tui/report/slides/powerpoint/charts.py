"""Native charts: bars, and scales stacked to 100 per cent, whose figures can be edited."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mops_tui.report.slides.fitting import LINE, cut_text
from mops_tui.report.slides.parts import SMALLEST, ChartTable, SlideChart
from mops_tui.report.slides.powerpoint.look import SCHEME, emu
from mops_tui.report.slides.powerpoint.sealed import xml_text
from mops_tui.report.slides.powerpoint.workbook import workbook_bytes

LABELS = 0.36
"""The share of a chart that its labels take."""
LEGEND = 0.5
"""The height of a legend's line, in inches."""


def add_chart(slide: Any, part: SlideChart, made: datetime) -> Any:
    """Put a chart on a slide.

    Args:
        slide: A slide of python-pptx.
        part: The chart.
        made: The day that stands in its workbook.
    """
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    table = part.table
    make: Any = CategoryChartData
    data = make(number_format="General")
    labels = chart_labels(part)
    data.categories = labels
    for series in table.series:
        data.add_series(xml_text(series.name), series.values)
    kind = XL_CHART_TYPE.BAR_CLUSTERED
    if table.shape == "stacked":
        kind = XL_CHART_TYPE.BAR_STACKED_100
    box = part.box
    frame = slide.shapes.add_chart(kind, emu(box.x), emu(box.y), emu(box.w), emu(box.h), data)
    chart = frame.chart
    _style(chart, table)
    top = 0.0 if len(table.series) == 1 else _legend(chart, part)
    _plot_area(chart, top)
    for at, series in enumerate(chart.plots[0].series):
        _colour(series, table, at)
    drawn = ChartTable(table.shape, tuple(labels), table.series)
    chart.part.chart_workbook.xlsx_part._blob = workbook_bytes(drawn, made)
    return frame


def chart_labels(part: SlideChart) -> list[str]:
    """The labels of a chart's rows, cut to the lines for which their rows have room."""
    legend = LEGEND if len(part.table.series) > 1 else 0
    each = (part.box.h - legend) / max(1, len(part.table.categories))
    lines = max(1, min(3, int(each / (SMALLEST * LINE / 72))))
    width = part.box.w * LABELS - 0.25
    return [xml_text(cut_text(label, width, SMALLEST, lines)) for label in part.table.categories]


def _style(chart: Any, table: ChartTable) -> None:
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.util import Pt

    chart.has_title = False
    chart.font.size = Pt(SMALLEST)
    _tone(chart.font.color, "text")
    plot = chart.plots[0]
    plot.gap_width = 45
    plot.overlap = 100 if table.shape == "stacked" else -5
    plot.vary_by_categories = False
    rows = chart.category_axis
    rows.reverse_order = True
    rows.has_major_gridlines = False
    rows.major_tick_mark = XL_TICK_MARK.NONE
    rows.tick_labels.font.size = Pt(SMALLEST)
    _tone(rows.format.line.color, "line")
    figures = chart.value_axis
    figures.visible = False
    figures.has_major_gridlines = False
    figures.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    figures.minimum_scale = 0
    if table.shape == "bars":
        most = max((v for one in table.series for v in one.values if v is not None), default=0)
        figures.maximum_scale = max(1, most * 1.15)
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.font.size = Pt(SMALLEST)
    labels.number_format = '0" %"' if table.unit else "0;;"
    labels.number_format_is_linked = False
    labels.show_value = True


def _legend(chart: Any, part: SlideChart) -> float:
    """A legend above the chart; the share of the height that it takes."""
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.util import Pt

    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    chart.legend.font.size = Pt(SMALLEST)
    return LEGEND / part.box.h


def _plot_area(chart: Any, top: float) -> None:
    """The plot's own place, so that labels have the same room in every program."""
    from pptx.oxml import parse_xml

    ns = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    layout = (
        f"<c:layout {ns}><c:manualLayout><c:layoutTarget val='inner'/><c:xMode val='edge'/>"
        f"<c:yMode val='edge'/><c:x val='{LABELS:.3f}'/><c:y val='{top:.3f}'/>"
        f"<c:w val='{1 - LABELS - 0.02:.3f}'/><c:h val='{1 - top:.3f}'/>"
        "</c:manualLayout></c:layout>"
    )
    area = chart._chartSpace.chart.plotArea
    for old in list(area):
        if old.tag.endswith("}layout"):
            area.remove(old)
    area.insert(0, parse_xml(layout))


def _colour(series: Any, table: ChartTable, at: int) -> None:
    """One hue: of bars the leading ones are filled, of scales a step is darker than the last."""
    from pptx.util import Pt

    fill = series.format.fill
    fill.solid()
    if table.shape == "stacked":
        light = ramp(at, len(table.series))
        _tone(fill.fore_color, "accent", light)
        series.format.line.fill.solid()
        _tone(series.format.line.fill.fore_color, "paper")
        series.format.line.width = Pt(1.5)
        font = series.data_labels.font
        font.size = Pt(SMALLEST)
        _tone(font.color, "text" if light > 0.3 else "paper")
        series.data_labels.number_format = "0;;"
        series.data_labels.number_format_is_linked = False
        series.data_labels.show_value = True
        return
    if at == 0:
        _tone(fill.fore_color, "line")
        for one in sorted(table.lead):
            point = series.points[one].format.fill
            point.solid()
            _tone(point.fore_color, "accent")
        return
    _tone(fill.fore_color, "paper")
    series.format.line.width = Pt(1.5)
    series.format.line.fill.solid()
    _tone(series.format.line.fill.fore_color, "muted" if at == 1 else "accent")


def ramp(at: int, count: int) -> float:
    """How much lighter than the accent a step of so many is: the first the most."""
    if count <= 1:
        return 0.0
    first, last = 0.8, 0.0 if count < 4 else -0.35
    return round(first + (last - first) * at / (count - 1), 2)


def _tone(colour: Any, tone: Any, light: float = 0.0) -> None:
    from pptx.enum.dml import MSO_THEME_COLOR

    colour.theme_color = MSO_THEME_COLOR.from_xml(SCHEME[tone])
    if light:
        colour.brightness = light
