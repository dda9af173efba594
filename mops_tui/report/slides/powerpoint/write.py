"""Slides as PowerPoint has them: placeholders, text boxes, tables, charts, groups, notes."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any, assert_never

from mops_tui.report.slides.fitting import PADDING, fitted_line
from mops_tui.report.slides.parts import (
    SMALLEST,
    Paragraph,
    SlideChart,
    SlideDrawing,
    SlidePlan,
    SlideTable,
    SlideText,
    Tone,
)
from mops_tui.report.slides.places import ABOVE, CELL, CELL_SIDE, FOOTER, MARK
from mops_tui.report.slides.powerpoint.charts import add_chart
from mops_tui.report.slides.powerpoint.look import (
    SCHEME,
    emu,
    language_tag,
    layout_named,
    new_deck,
    set_box,
)
from mops_tui.report.slides.powerpoint.sealed import packed, set_properties, xml_text
from mops_tui.report.slides.powerpoint.shapes import add_drawing
from mops_tui.words.i18n import _


def deck_bytes(plans: tuple[SlidePlan, ...], title: str, language: str, made: datetime) -> bytes:
    """The slides as the bytes of a file.

    Args:
        plans: The slides.
        title: What the session is called.
        language: The program's own.
        made: The day that stands in the file.
    """
    deck = new_deck(language)
    footer = fitted_line(xml_text(title), FOOTER.w - 2 * PADDING)[0]
    for plan in plans:
        _add_slide(deck, plan, footer, made)
    for slide in deck.slides:
        _name_each(slide)
        for page in (slide, slide.notes_slide):
            _speak(page, language_tag(language))
    set_properties(deck, title, language, made)
    out = BytesIO()
    deck.save(out)
    return packed(out.getvalue())


def _add_slide(deck: Any, plan: SlidePlan, footer: str, made: datetime) -> None:
    body = any(isinstance(part, SlideText) and part.body for part in plan.parts)
    name = "Title Slide" if plan.first else "Title and Content" if body else "Title Only"
    slide = deck.slides.add_slide(layout_named(deck, name))
    title = slide.shapes.title
    _fill(title.text_frame, (Paragraph(plan.title),), plan.title_size, own_tone=False)
    if plan.above:
        _text_box(
            slide,
            SlideText(ABOVE, (Paragraph(plan.above, tone="accent"),), SMALLEST, name=_("About")),
        )
    for part in plan.parts:
        match part:
            case SlideText(body=True):
                place = next(p for p in slide.placeholders if p.placeholder_format.idx == 1)
                _fill(place.text_frame, part.paragraphs, part.size)
                if not plan.first:
                    set_box(place, part.box)
                tree = slide.shapes._spTree
                tree.append(place._element)  # it is read in its turn, behind what stands before it
                if not part.bullets and not plan.first:
                    _without_bullets(place)
            case SlideText():
                _text_box(slide, part)
            case SlideTable():
                _table(slide, part)
            case SlideChart():
                frame = add_chart(slide, part, made)
                _describe(frame._element.nvGraphicFramePr.cNvPr, part.name, part.alternative)
            case SlideDrawing():
                group = add_drawing(slide, part)
                _describe(group._element.nvGrpSpPr.cNvPr, part.name, part.alternative)
            case _:
                assert_never(part)
    if plan.cut:
        words = Paragraph(_("…  the whole text stands in the notes"), tone="muted")
        _text_box(slide, SlideText(MARK, (words,), SMALLEST, name=_("Cut")))
    _foot(slide, "" if plan.first else footer, len(deck.slides))
    _notes(slide, plan.notes)


def _name_each(slide: Any) -> None:
    """No two shapes of a slide have the same name: lists of shapes tell them by it."""
    taken: set[str] = set()
    for properties in slide.shapes._spTree.iter(_tag("cNvPr", "p")):
        name = properties.get("name") or properties.get("id")
        shown, number = name, 2
        while shown in taken:
            shown, number = f"{name} ({number})", number + 1
        taken.add(shown)
        properties.set("name", shown)


def _speak(page: Any, language: str) -> None:
    """The language in which its texts are read aloud."""
    for run in page.shapes._spTree.iter(_tag("r"), _tag("fld")):
        run.get_or_add_rPr().set("lang", language)


def _notes(slide: Any, notes: tuple[str, ...]) -> None:
    """What the speaker reads, below a picture of the slide; no other place of the page is empty."""
    page = slide.notes_slide
    page.notes_text_frame.text = xml_text("\n\n".join(notes))
    for place in list(page.placeholders):
        if str(place.placeholder_format.type).startswith("SLIDE_NUMBER"):
            place._element.getparent().remove(place._element)


def _number(element: Any, number: int) -> None:
    """The number of the slide as a field: programs count for themselves, others read it."""
    from pptx.oxml import parse_xml

    ns = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    body = element.find(_tag("txBody", "p"))
    for paragraph in list(body.findall(_tag("p"))):
        body.remove(paragraph)
    body.append(
        parse_xml(
            f'<a:p {ns}><a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum">'
            f"<a:t>{number}</a:t></a:fld></a:p>"
        )
    )


def _describe(properties: Any, name: str, alternative: str) -> None:
    properties.set("name", xml_text(name)[:120])
    properties.set("descr", xml_text(alternative))


def _text_box(slide: Any, part: SlideText) -> None:
    box = part.box
    shape = slide.shapes.add_textbox(emu(box.x), emu(box.y), emu(box.w), emu(box.h))
    if part.name:
        shape.name = xml_text(part.name)
    _fill(shape.text_frame, part.paragraphs, part.size)


def _fill(
    frame: Any, paragraphs: tuple[Paragraph, ...], size: int, *, own_tone: bool = True
) -> None:
    from pptx.util import Pt

    frame.word_wrap = True
    frame.margin_left = frame.margin_right = emu(PADDING)
    frame.margin_top = frame.margin_bottom = emu(PADDING)
    for at, one in enumerate(paragraphs):
        place = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        if at:
            place.space_before = Pt(size * 0.3)
        if one.label:
            _run(place, one.start, size, bold=True, tone=one.tone if own_tone else None)
        for number, line in enumerate(xml_text(one.text).split("\n")):
            if number:
                place.add_line_break()
            if line:
                _run(place, line, size, bold=one.bold, tone=one.tone if own_tone else None)


def _run(place: Any, text: str, size: int, *, bold: bool, tone: Tone | None) -> None:
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.util import Pt

    run = place.add_run()
    run.text = xml_text(text)
    run.font.size = Pt(size)
    if bold:
        run.font.bold = True
    if tone is not None and tone != "text":
        run.font.color.theme_color = MSO_THEME_COLOR.from_xml(SCHEME[tone])


def _without_bullets(place: Any) -> None:
    from pptx.oxml import parse_xml

    ns = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    for paragraph in place.text_frame.paragraphs:
        properties = paragraph._p.get_or_add_pPr()
        properties.set("marL", "0")
        properties.set("indent", "0")
        properties.append(parse_xml(f"<a:buNone {ns}/>"))


def _table(slide: Any, part: SlideTable) -> None:
    box = part.box
    rows, columns = len(part.rows), len(part.widths)
    frame = slide.shapes.add_table(rows, columns, emu(box.x), emu(box.y), emu(box.w), emu(box.h))
    table = frame.table
    style = frame._element.graphic.graphicData.tbl.tblPr
    style.find(_tag("tableStyleId")).text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
    table.horz_banding = False
    for at, width in enumerate(part.widths):
        table.columns[at].width = emu(width)
    for at, height in enumerate(part.heights):
        table.rows[at].height = emu(height)
    for row, texts in enumerate(part.rows):
        for column, text in enumerate(texts):
            cell = table.cell(row, column)
            head = row == 0
            tone: Tone = "muted" if head else "text"
            paragraph = Paragraph(text, bold=head or column == 0, tone=tone)
            _fill(cell.text_frame, (paragraph,), part.size)
            cell.margin_left = cell.margin_right = emu(CELL_SIDE)
            cell.margin_top = cell.margin_bottom = emu(CELL)
            _rule(cell, strong=head)
    _describe(frame._element.nvGraphicFramePr.cNvPr, part.name, part.alternative or part.name)


def _rule(cell: Any, *, strong: bool) -> None:
    """A line under a cell, and none around it."""
    from pptx.oxml import parse_xml

    ns = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    colour = SCHEME["accent" if strong else "line"]
    width = emu((1.5 if strong else 0.75) / 72)
    properties = cell._tc.get_or_add_tcPr()
    properties.append(
        parse_xml(
            f'<a:lnB {ns} w="{width}"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
            "</a:lnB>"
        )
    )


def _tag(name: str, prefix: str = "a") -> str:
    from pptx.oxml.ns import qn

    return qn(f"{prefix}:{name}")


def _foot(slide: Any, footer: str, number: int) -> None:
    """The number of the slide, and the title of the session, in the layout's own places."""
    from copy import deepcopy

    from pptx.enum.text import PP_ALIGN

    for place in slide.slide_layout.placeholders:
        kind = str(place.placeholder_format.type).partition(" ")[0]
        if kind == "SLIDE_NUMBER" or (kind == "FOOTER" and footer):
            element = deepcopy(place._element)
            slide.shapes._spTree.append(element)
            element.nvSpPr.cNvPr.set("id", str(1000 + place.placeholder_format.idx))
            if kind == "SLIDE_NUMBER":
                _number(element, number)
            else:
                shape = next(
                    p
                    for p in slide.placeholders
                    if p.placeholder_format.idx == place.placeholder_format.idx
                )
                _fill(shape.text_frame, (Paragraph(footer, tone="muted"),), SMALLEST)
                shape.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
                shape.text_frame.paragraphs[0].runs[0].font.name = "+mn-lt"
