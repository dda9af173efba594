"""Ballots on the keyboard, one kind of question a file."""

from __future__ import annotations

from textual.widget import Widget

from mops_tui.model.packs.questions import (
    AllocateQuestion,
    ChoiceQuestion,
    CurveQuestion,
    GridQuestion,
    HandsQuestion,
    PairsQuestion,
    QuestionBase,
    RankQuestion,
    RateQuestion,
    TextQuestion,
)
from mops_tui.model.packs.workshop import Workshop


def pad_for(question: QuestionBase, workshop: Workshop) -> Widget:
    """An empty ballot for a question, as it stands with the room's own additions.

    Raises:
        ValueError: The question asks for a grid that the workshop does not have.
    """
    if isinstance(question, ChoiceQuestion | HandsQuestion):
        from mops_tui.tui.widgets.pads.choice import ChoicePad

        return ChoicePad(question.options)
    if isinstance(question, AllocateQuestion):
        from mops_tui.tui.widgets.pads.allocate import AllocatePad

        return AllocatePad(question.options)
    if isinstance(question, RankQuestion):
        from mops_tui.tui.widgets.pads.rank import RankPad

        return RankPad(question.options)
    if isinstance(question, RateQuestion):
        from mops_tui.tui.widgets.pads.rate import RatePad

        return RatePad(question.items, question.scale, question.groups)
    if isinstance(question, PairsQuestion):
        from mops_tui.tui.widgets.pads.pairs import PairsPad

        return PairsPad(question.items)
    if isinstance(question, CurveQuestion):
        from mops_tui.tui.widgets.pads.curve import CurvePad

        return CurvePad(question.items)
    if isinstance(question, TextQuestion):
        from mops_tui.tui.widgets.pads.ideas import IdeasPad

        return IdeasPad(question.most)
    if isinstance(question, GridQuestion):
        grid = workshop.grid(question.grid)
        if grid is not None:
            from mops_tui.tui.widgets.pads.grid import GridPad

            return GridPad(grid)
    raise ValueError(question.id)
