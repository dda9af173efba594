"""The grids as data: medians and quartiles, the spread over the corners, and marks if named."""

from __future__ import annotations

from mops_tui.model.packs.pack import Grid
from mops_tui.model.results.grid import summary
from mops_tui.model.results.results import GridSummary, Leaning, Term
from mops_tui.model.session.audience import VisibleState
from mops_tui.report.content.sections import shows_names
from mops_tui.report.input import ReportInput
from mops_tui.report.rounds import axis_data, item_text, marks_data, moves_data
from mops_tui.report.schema.grids import GridData, LeaningData, TermData
from mops_tui.words.results import verdicts as words
from mops_tui.words.results.answers import term_words
from mops_tui.words.results.labels import axis_label, participant_label
from mops_tui.words.safe import safe


def grids_data(given: ReportInput) -> list[GridData]:
    """Each grid on which there is anything to see."""
    state = given.state
    summaries = ((grid, summary(state, grid.id)) for grid in state.workshop.grids)
    return [
        _grid(given, grid, grid_summary)
        for grid, grid_summary in summaries
        if grid_summary is not None
        and (grid_summary.placed or grid_summary.leaning or any(n for _, n in grid_summary.called))
    ]


def _grid(given: ReportInput, grid: Grid, grid_summary: GridSummary) -> GridData:
    state = given.state
    called = dict(grid_summary.called)
    names = {quadrant.id: safe(quadrant.name) for quadrant in grid.quadrants}
    return {
        "grid": grid.id,
        "title": safe(grid.title),
        "question": grid_summary.ref,
        "round": grid_summary.round,
        "placed_count": len(grid_summary.placed),
        "leaning_count": len(grid_summary.leaning),
        "axes": [
            axis_data(
                axis,
                axis_label(grid, axis.axis),
                words.axis(axis, grid, state.policy, state.present),
            )
            for axis in grid_summary.axes
        ],
        "shares": [
            {
                "quadrant": quadrant,
                "label": names[quadrant],
                "share": share,
                "called": called.get(quadrant, 0),
            }
            for quadrant, share in grid_summary.shares
        ],
        "placed": marks_data(given, grid_summary.placed, grid),
        "leaning": marks_data(given, grid_summary.leaning, grid),
        "moved": moves_data(given, grid_summary.arrows, grid),
        "moved_count": len(grid_summary.arrows),
        "roles": [
            {"role": safe(role.role), "n": role.n, "x": role.x, "y": role.y}
            for role in grid_summary.roles
            if given.audience == "room"
        ],
        "why": [_why(state, leaning) for leaning in grid_summary.leanings if shows_names(given)],
    }


def _why(state: VisibleState, leaning: Leaning) -> LeaningData:
    return {
        "name": participant_label(state, leaning.participant),
        "x": leaning.x,
        "y": leaning.y,
        "x_terms": [_term(state, leaning.participant, term) for term in leaning.x_terms],
        "y_terms": [_term(state, leaning.participant, term) for term in leaning.y_terms],
    }


def _term(state: VisibleState, participant: str, term: Term) -> TermData:
    question = state.question(term.ref)
    return {
        "ref": term.ref,
        "item": term.item,
        "value": term.value,
        "weight": term.weight,
        "part": term.part,
        "why": [safe(why) for why in term.why],
        "label": safe(question.title) if question else term.ref,
        "item_label": item_text(question, term.item) if question and term.item else "",
        "answer": term_words(state, participant, term),
    }
