"""The one picture that stands for more than its question: for a scenario, and for a workshop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.grid import summary
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.pictures.choose import picture_of
from mops_tui.pictures.grid import grid_picture
from mops_tui.pictures.shapes import CurvePicture, GridPicture, IdeasPicture, MapPicture, Picture


class Highlight(NamedTuple):
    """A picture, and what it is called in its pack."""

    title: str
    picture: Picture


def scenario_highlight(
    state: VisibleState, scenario_id: str, labels: Mapping[str, str] | None = None
) -> Highlight | None:
    """The picture that a scenario's decision rests on; None before anything was revealed.

    The last map, curve or grid; the last of its other pictures where it has none. Ideas are read,
    not looked at.

    Args:
        state: What may be seen.
        scenario_id: The scenario.
        labels: What to write beside a mark, by participant.
    """
    scenario = state.workshop.scenario(scenario_id)
    found: list[Highlight] = []
    for ref in refs(scenario) if scenario else ():
        shown, question = result(state, ref), state.question(ref)
        if shown is None or question is None or not shown.n:
            continue
        before = result(state, ref, shown.round - 1) if shown.round > 1 else None
        picture = picture_of(question, shown, before, state.workshop, labels)
        if not isinstance(picture, IdeasPicture):
            found.append(Highlight(question.title, picture))
    drawn = [
        one for one in found if isinstance(one.picture, GridPicture | MapPicture | CurvePicture)
    ]
    best = drawn or found
    return best[-1] if best else None


def workshop_highlight(
    state: VisibleState, labels: Mapping[str, str] | None = None
) -> Highlight | None:
    """The picture that stands for the whole: the grid with the most marks, else a scenario's."""
    best, most = None, 0
    for grid in state.workshop.grids:
        marks = summary(state, grid.id)
        people = max(len(marks.placed), len(marks.leaning)) if marks else 0
        if people > most:
            best, most = Highlight(grid.title, grid_picture(grid, marks, labels)), people
    if best is not None:
        return best
    each = (
        scenario_highlight(state, s.id, labels)
        for s in state.workshop.scenarios
        if not s.closing and not s.opening
    )
    return next((one for one in each if one is not None), None)
