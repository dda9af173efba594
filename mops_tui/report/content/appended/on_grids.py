"""The grids of a workshop: where answers to other questions put people."""

from __future__ import annotations

from mops_tui.model.packs.pack import Grid
from mops_tui.model.results.grid import summary
from mops_tui.model.results.results import GridSummary, Mark
from mops_tui.report.content.appended.by_name import MOST_PEOPLE
from mops_tui.report.content.parts import NotesContent, TableContent
from mops_tui.report.content.sections import is_shown
from mops_tui.report.input import ReportInput
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results import verdicts
from mops_tui.words.results.labels import participant_label, where_label
from mops_tui.words.results.quoting import capital, ended
from mops_tui.words.safe import safe


def grid_tables(given: ReportInput) -> tuple[TableContent | NotesContent, ...]:
    """Where the answers to other questions put people; by their own hand they stand elsewhere."""
    left_out = given.state.report.left_out
    if given.audience == "public" or not is_shown("figures", left_out):
        return ()
    summaries = ((grid, summary(given.state, grid.id)) for grid in given.state.workshop.grids)
    found = [(grid, one) for grid, one in summaries if one is not None and one.leaning]
    if not found:
        return ()
    title = _("Where the answers to other questions put people")
    lines = tuple(_sentence(given, grid, one) for grid, one in found)
    places = {safe(grid.title): _places(grid, one.leaning) for grid, one in found}
    people = [who for who in given.state.participants if any(who in on for on in places.values())]
    if not people or len(people) > MOST_PEOPLE or not is_shown("by-name", left_out):
        # Where people placed themselves as well, their question tells of that.
        alone = tuple(
            line for line, (_grid, one) in zip(lines, found, strict=True) if not one.placed
        )
        return (NotesContent(title, alone),) if alone else ()
    names = tuple(participant_label(given.state, who) for who in people)
    rows = tuple((name, *(on.get(who, "") for who in people)) for name, on in places.items())
    return (TableContent(title, " ".join(lines), (_("Grid"), *names), rows),)


def _sentence(given: ReportInput, grid: Grid, one: GridSummary) -> str:
    policy, present = given.state.policy, given.state.present
    count = len(one.leaning)
    words = ngettext(
        "{grid}: one person has a place by their answers.",
        "{grid}: {n} people have a place by their answers.",
        count,
    )
    # Where people placed themselves as well, the axes tell of that.
    axes = () if one.placed else (verdicts.axis(a, grid, policy, present) for a in one.axes if a.n)
    told = words.format(grid=safe(grid.title), n=count)
    return " ".join((told, *(ended(capital(f"{line}.")) for line in axes)))


def _places(grid: Grid, marks: tuple[Mark, ...]) -> dict[str, str]:
    return {one.participant: where_label(grid, one.x, one.y) for one in marks if one.participant}
