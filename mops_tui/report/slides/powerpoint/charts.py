"""Native charts: bars, and scales stacked to 100 per cent, whose figures can be edited."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mops_tui.report.slides.fitting import LINE, cut_text, lines_of, text_width
from mops_tui.report.slides.parts import SMALLEST, ChartTable, SlideChart, Tone
from mops_tui.report.slides.powerpoint.look import SCHEME, emu
from mops_tui.report.slides.powerpoint.sealed import xml_text
from mops_tui.report.slides.powerpoint.workbook import workbook_bytes
from mops_tui.report.slides.tables import BETWEEN

FEWEST_LABELS, MOST_LABELS = 0.15, 0.5
"""The share of a chart that its labels take, at least and at most."""
LEGEND, KEY, SPREAD = 0.3, 0.4, 0.8
"""The height of a legend's line and what a sign in it takes, in inches; how wide it is laid out."""
MOST_LINES = 3
"""Lines of a label: of more, LibreOffice breaks none of a chart and squeezes all of it."""
AIR = 0.25
"""Between a label and its bar, in inches."""
DARK_ON, OTHERS = 0.15, 0.3
"""From how light a step its figure is dark; how much lighter bars are that do not lead."""
LIGHT, DARK = 0.34, 0.1
"""A fill is as light as the one or lighter, or as dark as the other: text has a contrast of 4.5."""
LEAST = 0.05
"""The smallest share of a row that has room for its figure."""


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
        data.add_series(xml_text(series.name).strip() or "–", series.values)
    kind = XL_CHART_TYPE.BAR_CLUSTERED
    if table.shape == "stacked":
        kind = XL_CHART_TYPE.BAR_STACKED_100
    box = part.box
    frame = slide.shapes.add_chart(kind, emu(box.x), emu(box.y), emu(box.w), emu(box.h), data)
    chart = frame.chart
    _style(chart, table)
    _head(chart, part)
    _plot_area(chart, part)
    for at, series in enumerate(chart.plots[0].series):
        if table.shape == "stacked":
            _step(series, table, at)
        else:
            _bars(series, table, at)
    _name_axes(chart)
    drawn = ChartTable(table.shape, tuple(labels), table.series)
    chart.part.chart_workbook.xlsx_part._blob = workbook_bytes(drawn, made)
    return frame


def _name_axes(chart: Any) -> None:
    """The numbers of the axes without the sign that python-pptx gives them: the schema has none."""
    for element in chart._chartSpace.iter():
        if element.tag.endswith(("}axId", "}crossAx")):
            element.set("val", element.get("val").lstrip("-"))


def chart_labels(part: SlideChart) -> list[str]:
    """The labels of a chart's rows, cut to the lines for which their rows have room."""
    width = part.box.w * label_share(part) - AIR
    lines = _label_lines(part)
    cut = (xml_text(_cut_label(one, width, lines)) for one in part.table.categories)
    return [label if label.strip() else "–" for label in cut]


def is_label_cut(part: SlideChart) -> bool:
    """Whether a label of a chart had to be cut."""
    pairs = zip(chart_labels(part), part.table.categories, strict=True)
    return any("…" in shown and shown != whole for shown, whole in pairs)


def _cut_label(label: str, width: float, lines: int) -> str:
    """A label in so many lines; of two statements both are cut, and each keeps its beginning."""
    left, between, right = label.partition(BETWEEN)
    if not between or len(lines_of(label, width, SMALLEST)) <= lines:
        return cut_text(label, width, SMALLEST, lines)
    room = width - text_width(BETWEEN, SMALLEST)
    if lines == 1:
        sides = (cut_text(one, room / 2, SMALLEST, 1) for one in (left, right))
        return between.join(sides)
    needed = len(lines_of(right, width, SMALLEST))
    shown = cut_text(left, room, SMALLEST, lines - min(lines // 2, needed))
    rest = lines - len(lines_of(shown, room, SMALLEST))
    return f"{shown}{between}{cut_text(right, width, SMALLEST, rest)}"


def _label_lines(part: SlideChart) -> int:
    each = (part.box.h - _head_height(part)) / max(1, len(part.table.categories))
    return max(1, min(MOST_LINES, int(each / (SMALLEST * LINE / 72))))


def label_share(part: SlideChart) -> float:
    """The share of a chart's width that its labels take: as much as the longest of them needs."""
    lines = min(2, _label_lines(part))
    need = 0.0
    for label in part.table.categories:
        wide = text_width(label, SMALLEST)
        word = max(text_width(one, SMALLEST) for one in label.split(" "))
        need = max(need, word, wide if lines == 1 or wide < part.box.w * 0.25 else wide * 0.6)
    return min(MOST_LABELS, max(FEWEST_LABELS, (need + AIR) / part.box.w))


def _style(chart: Any, table: ChartTable) -> None:
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.util import Pt

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
    labels.number_format = '0" %"' if table.unit else "0"
    labels.number_format_is_linked = False
    labels.show_value = True


def _head(chart: Any, part: SlideChart) -> None:
    """What the bars count: as a title over one row of figures, as a legend over several."""
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.util import Pt

    series = part.table.series
    if len(series) == 1:
        chart.has_title = True
        frame = chart.chart_title.text_frame
        frame.text = xml_text(series[0].name).strip() or "–"
        font = frame.paragraphs[0].runs[0].font
        font.size, font.bold = Pt(SMALLEST), False
        _tone(font.color, "muted")
        chart.chart_title.include_in_layout = False
        return
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    chart.legend.font.size = Pt(SMALLEST)


def _head_height(part: SlideChart) -> float:
    """What stands over the bars, in inches: a legend is laid out in columns of one width."""
    names = [series.name for series in part.table.series]
    widest = max((text_width(name, SMALLEST) for name in names), default=0.0) + KEY
    columns = max(1, int(part.box.w * SPREAD / widest))
    return -(-len(names) // columns) * LEGEND + 0.1


def _plot_area(chart: Any, part: SlideChart) -> None:
    """The plot's own place, so that labels have the same room in every program."""
    from pptx.oxml import parse_xml

    ns = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    left, top = label_share(part), _head_height(part) / part.box.h
    layout = (
        f"<c:layout {ns}><c:manualLayout><c:layoutTarget val='inner'/><c:xMode val='edge'/>"
        f"<c:yMode val='edge'/><c:x val='{left:.3f}'/><c:y val='{top:.3f}'/>"
        f"<c:w val='{1 - left - 0.02:.3f}'/><c:h val='{1 - top:.3f}'/>"
        "</c:manualLayout></c:layout>"
    )
    area = chart._chartSpace.chart.plotArea
    for old in list(area):
        if old.tag.endswith("}layout"):
            area.remove(old)
    area.insert(0, parse_xml(layout))


def _bars(series: Any, table: ChartTable, at: int) -> None:
    """Filled bars for the vote, the leading ones in the accent; hollow ones for the one before."""
    from pptx.util import Pt

    fill = series.format.fill
    fill.solid()
    if at == 0:
        _tone(fill.fore_color, "muted", OTHERS)
        for one in sorted(table.lead):
            point = series.points[one].format.fill
            point.solid()
            _tone(point.fore_color, "accent")
        return
    _tone(fill.fore_color, "paper")
    series.format.line.width = Pt(1.5)
    series.format.line.fill.solid()
    _tone(series.format.line.fill.fore_color, "muted" if at == 1 else "accent")


def _step(series: Any, table: ChartTable, at: int) -> None:
    """A step of a scale, darker than the one before it; its figures where they have room."""
    from pptx.util import Pt

    tone, light = step_tone(at, len(table.series), both=table.both)
    series.format.fill.solid()
    _tone(series.format.fill.fore_color, tone, light)
    series.format.line.fill.solid()
    _tone(series.format.line.fill.fore_color, "paper")
    series.format.line.width = Pt(1.5)
    labels = series.data_labels
    labels.font.size = Pt(SMALLEST)
    _tone(labels.font.color, "text" if light > DARK_ON else "paper")
    labels.number_format = "0;;"
    labels.number_format_is_linked = False
    labels.show_value = True
    for row, value in enumerate(table.series[at].values):
        whole = sum(one.values[row] or 0 for one in table.series)
        if value and value < LEAST * whole:
            _without_figure(labels, row)


def _without_figure(labels: Any, row: int) -> None:
    from pptx.oxml import parse_xml

    ns = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    made = f'<c:dLbl {ns}><c:idx val="{row}"/><c:delete val="1"/></c:dLbl>'
    element = labels._element
    before = sum(child.tag.endswith("}dLbl") for child in element)
    element.insert(before, parse_xml(made))


def step_tone(at: int, count: int, *, both: bool = False) -> tuple[Tone, float]:
    """The tone of a step of so many, and how much lighter it is made: from light to dark.

    Where the steps lie on both sides of a middle, the lower ones are grey.
    """
    if count <= 1:
        return "accent", 0.0
    if both:
        away = at / (count - 1) * 2 - 1
        tone: Tone = "muted" if away < 0 else "accent"
        return tone, _lightness(0.85, 0.0, abs(away))
    return "accent", _lightness(0.8, 0.0 if count < 4 else -0.35, at / (count - 1))


def _lightness(first: float, last: float, share: float) -> float:
    """How light a fill is on its way from light to dark, past what neither ink is read on."""
    way = (first - LIGHT) + (DARK - last)
    gone = share * way
    if gone <= first - LIGHT:
        return round(first - gone, 2)
    return round(DARK - (gone - (first - LIGHT)), 2)


def _tone(colour: Any, tone: Tone, light: float = 0.0) -> None:
    from pptx.enum.dml import MSO_THEME_COLOR

    colour.theme_color = MSO_THEME_COLOR.from_xml(SCHEME[tone])
    if light:
        colour.brightness = light
