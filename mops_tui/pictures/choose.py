"""Which picture a question has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import GridQuestion, QuestionBase, kind_of, options_of
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.results import Mark, Result, Verdict
from mops_tui.pictures.bars import bars_picture
from mops_tui.pictures.cells import cells_picture
from mops_tui.pictures.curve import curve_picture
from mops_tui.pictures.grid import answer_picture
from mops_tui.pictures.map import map_picture
from mops_tui.pictures.shapes import CurvePicture, GridPicture, MapPicture, Picture


def picture_of(
    question: QuestionBase,
    result: Result,
    previous: Result | None,
    workshop: Workshop,
    labels: Mapping[str, str] | None = None,
    leaning: Sequence[Mark] = (),
) -> Picture:
    """The picture that a question asks for; its bars where its kind cannot be drawn so.

    Args:
        question: The question, with what the room added to it (`WorkshopState.question`).
        result: The revealed round to show.
        previous: The revealed round before it, or None.
        workshop: Where the grid is found.
        labels: For a grid: what people are called, by participant.
        leaning: For a grid: where the answers of people lean on it.
    """
    grid = grid_of(question, workshop)
    if question.picture == "grid" and grid is not None:
        return answer_picture(grid, result, labels, leaning)
    if question.picture == "map" and any(option.place for option in options_of(question)):
        return map_picture(question, result, previous)
    if question.picture == "curve" and result.kind == "curve":
        return curve_picture(question, result, previous)
    if question.picture == "cells" and result.kind == "rate":
        return cells_picture(question, result, previous)
    return bars_picture(question, result, previous, grid)


def waiting_picture(question: QuestionBase, workshop: Workshop) -> Picture | None:
    """The map, the curve or the grid before anybody is on it; None for the other pictures."""
    nobody = Result(
        "", kind_of(question), 1, 0, 0, 0, 0, None, quorate=False, verdict=Verdict("none")
    )
    picture = picture_of(question, nobody, None, workshop)
    if isinstance(picture, GridPicture | MapPicture | CurvePicture):
        return replace(picture, turnout=replace(picture.turnout, waiting=True))
    return None


def bars_of(
    question: QuestionBase, result: Result, previous: Result | None, workshop: Workshop
) -> Picture:
    """The bars that stand beside a question's picture."""
    return bars_picture(question, result, previous, grid_of(question, workshop))


def grid_of(question: QuestionBase, workshop: Workshop) -> Grid | None:
    """The grid that a grid question is asked on."""
    return workshop.grid(question.grid) if isinstance(question, GridQuestion) else None
