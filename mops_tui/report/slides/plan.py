"""Which slides a report has: six at least, ten at most, whatever the session holds."""

from __future__ import annotations

from mops_tui.pictures.shapes import GridPicture
from mops_tui.report.content.parts import NotesContent, ReportContent
from mops_tui.report.slides.decided import decided_slides
from mops_tui.report.slides.found import finding_slide, grid_slide
from mops_tui.report.slides.parts import SlidePlan
from mops_tui.report.slides.told import (
    agreement_slide,
    asked_slide,
    before_slide,
    counted_slide,
    next_slide,
    open_slide,
    overview_slide,
    parked_slide,
    scenario_slide,
    title_slide,
)

FEWEST, MOST = 6, 10
MOST_FINDINGS = 3


def slide_plans(content: ReportContent) -> tuple[SlidePlan, ...]:
    """The slides of a report, in their order."""
    page = content.page
    told = (finding_slide(content, one) for one in page.findings[:MOST_FINDINGS])
    # A slide without a picture and without a word says no more than its title: withheld figures.
    findings = [one for one in told if one.parts]
    end = [agreement_slide(content)]
    end += [parked_slide(page)] if page.parked else []
    method = _method(content)
    end += [counted_slide(method)] if method is not None else []
    start = [title_slide(page)]
    room = MOST - len(start) - 2 - len(findings) - len(end)
    grid = _grid(content) if room > 0 else []
    room -= len(grid)
    last = [before_slide(content.before)] if content.before is not None and room > 0 else []
    room -= len(last)
    decided = decided_slides(page, 1 + max(0, room)) if page.decisions else decided_slides(page)
    room -= len(decided) - 1
    middle = _scenarios(content, room)
    made = [*start, *decided, next_slide(page), *last, *findings, *grid, *middle, *end]
    missing = FEWEST - len(made)
    fillers = [asked_slide(page), open_slide(page)] if missing > 0 else []
    made[1:1] = fillers[:1] if missing > 0 else []
    return (*made, *fillers[1:missing])


def _method(content: ReportContent) -> NotesContent | None:
    """How the votes were taken: the first of the appendix."""
    return next((one for one in content.appendix if isinstance(one, NotesContent)), None)


def _grid(content: ReportContent) -> list[SlidePlan]:
    """The grid on which most people have a mark, where no finding shows one."""
    if any(isinstance(one.picture.picture, GridPicture) for one in content.page.findings):
        return []
    grids = [
        (len(grid.marks), -at, question, question.rounds[-1])
        for scenario in content.scenarios
        for at, question in enumerate(scenario.questions)
        if question.rounds and isinstance(grid := question.rounds[-1].picture.picture, GridPicture)
    ]
    if not grids:
        return []
    _marks, _at, question, last = max(grids, key=lambda one: one[:2])
    said = last.sentences[0] if last.sentences else ""
    return [grid_slide(content, question.title, last.picture, said)]


def _scenarios(content: ReportContent, room: int) -> list[SlidePlan]:
    told = tuple(one for one in content.scenarios if one.questions)
    if room <= 0 or not told:
        return []
    if len(told) <= room:
        return [scenario_slide(one) for one in told]
    return [overview_slide(told)]
