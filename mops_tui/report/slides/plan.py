"""Which slides a report has: six at least, ten at most, whatever the session holds."""

from __future__ import annotations

from mops_tui.pictures.shapes import GridPicture
from mops_tui.report.content.parts import NotesContent, ReportContent
from mops_tui.report.slides.agreed import agreement_slides
from mops_tui.report.slides.decided import decided_slides
from mops_tui.report.slides.fillers import asked_slide, open_slide
from mops_tui.report.slides.found import finding_slide, grid_slide
from mops_tui.report.slides.parts import SlidePlan
from mops_tui.report.slides.scenarios import scenario_slides
from mops_tui.report.slides.told import (
    before_slide,
    next_slides,
    parked_slide,
    tells_parked,
    title_slide,
)

FEWEST, MOST = 6, 10
MOST_FINDINGS = 3


def slide_plans(content: ReportContent) -> tuple[SlidePlan, ...]:
    """The slides of a report, in their order.

    What there is room for beyond the least is shared out in the order of what a reader needs most:
    decisions that are whole, the grid, the next steps, what is parked, the session before, the
    scenarios, what moved between two votes.
    """
    page = content.page
    told = (finding_slide(content, one) for one in page.findings[:MOST_FINDINGS])
    # A slide without a picture and without a word says no more than its title: withheld figures.
    findings = [one for one in told if one.parts]
    nothing = not page.decisions and not page.next_steps and len(findings) + 4 >= FEWEST
    least = 3 if nothing else 4  # the title, what was decided, the next steps, how far we agree
    room = MOST - least - len(findings)
    grid = _grid(content) if room > 0 else []
    room -= len(grid)
    decided = decided_slides(page, 1 + max(0, room), with_steps=nothing)
    room -= len(decided) - 1
    steps = [] if nothing else next_slides(page, 1 + max(0, room))
    room -= max(0, len(steps) - 1)
    method, untold = _method(content), () if tells_parked(steps) else page.parked
    parked: list[SlidePlan] = []
    if untold and room > 0 and any(one.cut for one in agreement_slides(content, None, untold)):
        parked, untold = [parked_slide(page)], ()
    room -= len(parked)
    last = [before_slide(content.before)] if content.before is not None and room > 0 else []
    room -= len(last)
    # The scenarios come before the second of these slides, and have what it does not need.
    apart = int(room > 1 or (room > 0 and not content.scenarios))
    agreed = agreement_slides(content, method, untold, 1 + apart)
    room -= len(agreed) - 1
    middle = scenario_slides(content, room)
    before = [title_slide(page), *decided, *steps, *last]
    made = [*before, *findings, *grid, *middle, *agreed, *parked]
    missing = FEWEST - len(made)
    fillers = [asked_slide(content), open_slide(page)] if missing > 0 else []
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
