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
    next_slides,
    open_slide,
    overview_slide,
    parked_slide,
    scenario_slide,
    tells_counted,
    tells_parked,
    title_slide,
)

FEWEST, MOST = 6, 10
MOST_FINDINGS = 3
FEW = 3
"""With fewer questions a scenario has no slide of its own."""


def slide_plans(content: ReportContent) -> tuple[SlidePlan, ...]:
    """The slides of a report, in their order.

    What there is room for beyond the least is shared out in the order of what a reader needs most:
    decisions that are whole, the grid, the next steps, what is parked, the session before, how it
    was counted, the scenarios.
    """
    page = content.page
    told = (finding_slide(content, one) for one in page.findings[:MOST_FINDINGS])
    # A slide without a picture and without a word says no more than its title: withheld figures.
    findings = [one for one in told if one.parts]
    method = _method(content)
    agreement = agreement_slide(content, method)
    nothing = not page.decisions and not page.next_steps and len(findings) + 4 >= FEWEST
    least = 3 if nothing else 4  # the title, what was decided, the next steps, how far we agree
    room = MOST - least - len(findings)
    grid = _grid(content) if room > 0 else []
    room -= len(grid)
    decided = decided_slides(page, 1 + max(0, room), with_steps=nothing)
    room -= len(decided) - 1
    steps = [] if nothing else next_slides(page, 1 + max(0, room))
    room -= max(0, len(steps) - 1)
    untold = () if tells_parked(steps) else page.parked
    parked = [parked_slide(page)] if untold and room > 0 else []
    room -= len(parked)
    if untold and not parked:
        agreement = agreement_slide(content, method, untold)
    last = [before_slide(content.before)] if content.before is not None and room > 0 else []
    room -= len(last)
    asked = method is not None and room > 0 and not tells_counted(agreement, method)
    counted = [counted_slide(method)] if method is not None and asked else []
    room -= len(counted)
    middle = _scenarios(content, room)
    before = [title_slide(page), *decided, *steps, *last]
    made = [*before, *findings, *grid, *middle, agreement, *parked, *counted]
    missing = FEWEST - len(made)
    fillers = [asked_slide(page), open_slide(page)] if missing > 0 else []
    made[1:1] = fillers[:1] if missing > 0 else []
    return (*made, *fillers[1:missing])


def _method(content: ReportContent) -> NotesContent | None:
    """How the votes were taken, as the appendix has it."""
    notes = (one for one in content.appendix if isinstance(one, NotesContent))
    return next((one for one in notes if one.is_method), None)


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
    large = [one for one in told if len(one.questions) >= FEW]
    if large and len(large) <= room:
        return [scenario_slide(one) for one in large]
    return [overview_slide(told)]
