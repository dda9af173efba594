"""The grids of a workshop: where people placed themselves, and where their answers put them."""

from __future__ import annotations

from mops_tui.model.packs.pack import Grid
from mops_tui.model.results.grid import summary
from mops_tui.model.results.results import GridSummary, Mark
from mops_tui.report.content.parts import NotesContent, TableContent
from mops_tui.report.content.sections import is_shown
from mops_tui.report.input import ReportInput
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results import verdicts
from mops_tui.words.results.labels import participant_label, where_label
from mops_tui.words.safe import safe


def grid_tables(given: ReportInput) -> tuple[TableContent | NotesContent, ...]:
    """Each grid on which answers to other questions put people; the rest stands at its question."""
    if given.audience == "public" or not is_shown("figures", given.state.report.left_out):
        return ()
    found = ((grid, summary(given.state, grid.id)) for grid in given.state.workshop.grids)
    return tuple(_grid(given, grid, one) for grid, one in found if one is not None and one.leaning)


def _grid(given: ReportInput, grid: Grid, one: GridSummary) -> TableContent | NotesContent:
    count = len(one.leaning)
    words = ngettext(
        "Where the answers to other questions put one person.",
        "Where the answers to other questions put {n} people.",
        count,
    )
    axes = (
        verdicts.axis(axis, grid, given.state.policy, given.state.present)
        for axis in one.axes
        if axis.n
    )
    told = (words.format(n=count), *(() if one.placed else axes))
    own, leaning = (_places(grid, marks) for marks in (one.placed, one.leaning))
    people = [who for who in given.state.participants if who in own or who in leaning]
    if not people or not is_shown("by-name", given.state.report.left_out):
        return NotesContent(safe(grid.title), told)
    headings = [_("Name"), _("From their answers")]
    rows = [[participant_label(given.state, who), leaning.get(who, "")] for who in people]
    if own:
        headings.insert(1, _("By their own hand"))
        for who, row in zip(people, rows, strict=True):
            row.insert(1, own.get(who, ""))
    return TableContent(safe(grid.title), " ".join(told), tuple(headings), tuple(map(tuple, rows)))


def _places(grid: Grid, marks: tuple[Mark, ...]) -> dict[str, str]:
    return {one.participant: where_label(grid, one.x, one.y) for one in marks if one.participant}
