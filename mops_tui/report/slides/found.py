"""The slides of what was found: a finding each, beside its picture."""

from __future__ import annotations

from mops_tui.pictures.shapes import CurvePicture, GridPicture, IdeasPicture, MapPicture
from mops_tui.report.content.parts import ReportContent, ReportFinding, ShownPicture
from mops_tui.report.slides.drawings import curve_shapes, map_key, map_shapes, wave_names
from mops_tui.report.slides.fitting import fitted
from mops_tui.report.slides.parts import (
    ChartTable,
    DrawnShape,
    Paragraph,
    SlideBox,
    SlideChart,
    SlideDrawing,
    SlidePart,
    SlidePlan,
    SlideText,
)
from mops_tui.report.slides.places import BODY, TEXT_SIZES, slide, text_part
from mops_tui.report.slides.powerpoint.charts import is_label_cut
from mops_tui.report.slides.quadrant import grid_key, grid_names, grid_shapes
from mops_tui.report.slides.tables import chart_table
from mops_tui.words.i18n import _, ngettext

MOST_IN_NOTES = 200
"""Rows whose figures stand in the notes."""
BESIDE = 3.7
"""How wide the text beside a picture is, in inches."""
PLAN = 2.8
"""How high the plan of the office is, over what is said of it."""
PICTURE = SlideBox(BODY.x, BODY.y, BODY.w - BESIDE - 0.35, BODY.h)
TEXT = SlideBox(BODY.x + BODY.w - BESIDE, BODY.y, BESIDE, BODY.h)


def finding_slide(content: ReportContent, finding: ReportFinding) -> SlidePlan:
    """A finding: its sentence as the title, its picture, what belongs to it.

    Where another finding has the same sentence, the title begins with what was asked.
    """
    shown = finding.picture
    said = [Paragraph(finding.more)] if finding.more.strip() else []
    parts, cut = picture_parts(shown, said)
    notes = (
        _("Say: {sentence}").format(sentence=_with(finding.sentence, finding.more)),
        *picture_notes(shown),
        source(content, finding.question),
    )
    alike = sum(one.sentence == finding.sentence for one in content.page.findings)
    if alike > 1:
        title = Paragraph(finding.sentence, shown.title).whole
        return slide(title, parts, notes, cut=cut)
    return slide(finding.sentence, parts, notes, above=shown.title, cut=cut)


def grid_slide(content: ReportContent, question: str, shown: ShownPicture, said: str) -> SlidePlan:
    """A grid that no finding shows."""
    parts, cut = picture_parts(shown, [])
    notes = (
        _("Say: {sentence}").format(sentence=said),
        *picture_notes(shown),
        source(content, question),
    )
    return slide(said or question, parts, notes, above=question if said else "", cut=cut)


def _with(sentence: str, more: str) -> str:
    return f"{sentence} {more}" if more.strip() else sentence


def source(content: ReportContent, question: str) -> str:
    """Where the figures of a slide come from."""
    return _("From the votes on “{question}”. {held}").format(
        question=question, held=content.page.held
    )


def picture_notes(shown: ShownPicture) -> list[str]:
    """The picture in words, and its figures."""
    alternative = _("The picture shows: {text}").format(text=shown.alternative or shown.title)
    table = chart_table(shown.picture, most=MOST_IN_NOTES)
    if table is None:
        names = grid_names(shown.picture) if isinstance(shown.picture, GridPicture) else []
        if isinstance(shown.picture, CurvePicture):
            names = wave_names(shown.picture)
        return [alternative, "\n".join(names)] if names else [alternative]
    told = figures_text(table)
    return [alternative, told] if isinstance(shown.picture, MapPicture) else [told]


def chart_words(shown: ShownPicture, table: ChartTable) -> str:
    """A chart in words: what it is, and all of its figures."""
    words = _("{title}: a bar for each answer.")
    if table.shape == "stacked":
        words = _("{title}: for each row a bar of all answers, step by step.")
    count = shown.picture.turnout.n
    people = ngettext("{n} person answered.", "{n} people answered.", count).format(n=count)
    figures = ". ".join(figures_text(table).split("\n")).replace(":. ", ": ")
    return f"{words.format(title=shown.title)} {figures}. {people}"


def figures_text(table: ChartTable) -> str:
    """The figures of a chart: a line for each of its rows."""
    if len(table.series) == 1:
        (one,) = table.series
        pairs = zip(table.categories, one.values, strict=True)
        return "\n".join((f"{one.name}:", *(f"{name}: {value}" for name, value in pairs)))
    lines = []
    for at, category in enumerate(table.categories):
        figures = [
            f"{one.name} {one.values[at]}{' %' if table.unit else ''}"
            for one in table.series
            if one.values[at] is not None
        ]
        lines.append(f"{category}: {', '.join(figures)}")
    return "\n".join(lines)


def picture_parts(shown: ShownPicture, said: list[Paragraph]) -> tuple[list[SlidePart], bool]:
    """A picture with what is said beside it."""
    picture = shown.picture
    parts: list[SlidePart] = []
    match picture:
        case IdeasPicture():
            ideas = [Paragraph(idea) for idea in picture.ideas] or [
                Paragraph(_("Nobody wrote one."))
            ]
            part, cut = text_part(ideas, body=True, bullets=True)
            return [part], cut
        case GridPicture():
            parts.append(_drawing(shown, PICTURE, grid_shapes(picture, PICTURE)))
            said = [*said, *(Paragraph(line, tone="muted") for line in grid_key(picture))]
            said += [Paragraph(line) for line in grid_names(picture)]
        case CurvePicture():
            parts.append(_drawing(shown, PICTURE, curve_shapes(picture, PICTURE)))
            said = [*said, *map(Paragraph, wave_names(picture))]
        case MapPicture():
            return _map(shown, picture, said)
        case _:
            table = chart_table(picture)
            if table is not None:
                box = PICTURE if said or table.more else BODY
                chart = SlideChart(box, table, shown.title, chart_words(shown, table))
                parts, cut = _beside([chart], [*said, *_more(table)], TEXT)
                return parts, cut or is_label_cut(chart)
    return _beside(parts, said, TEXT)


def _more(table: ChartTable) -> list[Paragraph]:
    if not table.more:
        return []
    words = _("{n} more rows have no room here: their figures stand in the notes.")
    return [Paragraph(words.format(n=table.more), tone="muted")]


def _map(
    shown: ShownPicture, picture: MapPicture, said: list[Paragraph]
) -> tuple[list[SlidePart], bool]:
    """The shares as a chart that can be edited; beside it the office."""
    half = (BODY.w - 0.4) / 2
    left = SlideBox(BODY.x, BODY.y, half, BODY.h)
    right = SlideBox(BODY.x + half + 0.4, BODY.y, half, PLAN)
    parts: list[SlidePart] = []
    table = chart_table(picture)
    is_cut = False
    if table is not None:
        chart = SlideChart(left, table, shown.title, chart_words(shown, table))
        parts.append(chart)
        is_cut = is_label_cut(chart)
    if picture.rooms:
        name = _("Where the answers put MOps")
        parts.append(SlideDrawing(right, map_shapes(picture, right), name, shown.alternative))
        said = [*said, *(Paragraph(line, tone="muted") for line in map_key(picture))]
    under = SlideBox(right.x, right.y + PLAN + 0.15, right.w, BODY.h - PLAN - 0.15)
    parts, cut = _beside(parts, said, under)
    return parts, cut or is_cut


def _beside(
    parts: list[SlidePart], said: list[Paragraph], box: SlideBox
) -> tuple[list[SlidePart], bool]:
    if not said:
        return parts, False
    fit = fitted(said, box, TEXT_SIZES)
    return [*parts, SlideText(box, fit.paragraphs, fit.size, name=_("What it says"))], fit.cut


def _drawing(shown: ShownPicture, box: SlideBox, shapes: tuple[DrawnShape, ...]) -> SlideDrawing:
    return SlideDrawing(box, shapes, shown.title, shown.alternative or shown.title)
