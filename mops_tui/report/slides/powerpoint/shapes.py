"""A drawing as a group of native shapes."""

from __future__ import annotations

from typing import Any

from mops_tui.report.slides.parts import DrawnShape, SlideDrawing, Tone
from mops_tui.report.slides.powerpoint.look import SCHEME, emu
from mops_tui.report.slides.powerpoint.sealed import xml_text

LEAST = 0.001
"""Inches: a line that is level has a height all the same."""


def add_drawing(slide: Any, part: SlideDrawing) -> Any:
    """Put a group of shapes on a slide."""
    group = slide.shapes.add_group_shape()
    # A text of which XML can hold nothing is no shape.
    kept = [one for one in part.shapes if one.shape != "text" or xml_text(one.text).strip()]
    for number, one in enumerate(kept, start=1):
        shape = _added(group.shapes, one)
        shape.name = f"{one.shape} {number}"
    return group


def _added(shapes: Any, one: DrawnShape) -> Any:
    if one.shape in ("line", "arrow"):
        return _line(shapes, one)
    if one.shape == "path":
        return _path(shapes, one)
    from pptx.enum.shapes import MSO_SHAPE

    box = one.box
    place = (emu(box.x), emu(box.y), emu(box.w), emu(box.h))
    if one.shape == "text":
        shape = shapes.add_textbox(*place)
    else:
        kind = MSO_SHAPE.OVAL if one.shape == "ellipse" else MSO_SHAPE.RECTANGLE
        shape = shapes.add_shape(kind, *place)
        _plain(shape)
        _filled(shape, one)
        _edged(shape, one)
    if xml_text(one.text):
        _text(shape, one)
    return shape


def _plain(shape: Any) -> None:
    """Without the theme's effects: no shadow, no gradient."""
    element = shape._element
    for child in list(element):
        if child.tag.endswith("}style"):
            element.remove(child)


def _filled(shape: Any, one: DrawnShape) -> None:
    if one.fill is None:
        shape.fill.background()
        return
    shape.fill.solid()
    _tone(shape.fill.fore_color, one.fill)


def _edged(shape: Any, one: DrawnShape) -> None:
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Pt

    if one.edge is None:
        shape.line.fill.background()
        return
    shape.line.width = Pt(one.thick)
    shape.line.fill.solid()
    _tone(shape.line.fill.fore_color, one.edge)
    if one.dashed:
        shape.line.dash_style = MSO_LINE.DASH


def _line(shapes: Any, one: DrawnShape) -> Any:
    from pptx.enum.shapes import MSO_CONNECTOR
    from pptx.oxml import parse_xml

    (x0, y0), (x1, y1) = one.points[0], one.points[-1]
    shape = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, emu(x0), emu(y0), emu(x1), emu(y1))
    _plain(shape)
    _edged(shape, one)
    if one.shape == "arrow":
        ns = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        line = shape.line._get_or_add_ln()
        line.append(parse_xml(f'<a:tailEnd {ns} type="triangle"/>'))
    return shape


def _path(shapes: Any, one: DrawnShape) -> Any:
    points = [(emu(x), emu(y)) for x, y in one.points]
    builder = shapes.build_freeform(*points[0])
    builder.add_line_segments(points[1:], close=False)
    shape = builder.convert_to_shape()
    _plain(shape)
    shape.fill.background()
    _edged(shape, one)
    return shape


def _text(shape: Any, one: DrawnShape) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    frame = shape.text_frame
    frame.word_wrap = one.shape == "text"
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = frame.paragraphs[0]
    paragraph.alignment = {
        "left": PP_ALIGN.LEFT,
        "center": PP_ALIGN.CENTER,
        "right": PP_ALIGN.RIGHT,
    }[one.align]
    run = paragraph.add_run()
    run.text = xml_text(one.text)
    run.font.size = Pt(one.size)
    run.font.bold = one.bold
    _tone(run.font.color, one.tone)


def _tone(colour: Any, tone: Tone) -> None:
    from pptx.enum.dml import MSO_THEME_COLOR

    colour.theme_color = MSO_THEME_COLOR.from_xml(SCHEME[tone])
