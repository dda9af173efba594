"""What came of the round that the room's screen shows: its sentences, and its picture."""

from __future__ import annotations

from typing import Any

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result as result_of
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.on_screen import on_screen, round_shown
from mops_tui.web.told.pictures import picture_keys, shown_picture
from mops_tui.words.results.findings import findings
from mops_tui.words.results.verdicts import corrected, turnout
from mops_tui.words.safe import safe


def result_on_screen(state: VisibleState) -> tuple[QuestionBase, Result] | None:
    """The question and the round that the room's screen shows revealed; None on any other."""
    if state.blanked or state.phase != "open" or on_screen(state, state.look) != "reveal":
        return None
    ref = state.view.name
    question, shown = state.question(ref), result_of(state, ref, round_shown(state, state.look))
    return None if question is None or shown is None else (question, shown)


def result_keys(state: VisibleState) -> dict[str, Any] | None:
    """What came of it: the sentences that the screen has; None while it shows no result."""
    found = result_on_screen(state)
    if found is None:
        return None
    question, shown = found
    told = turnout(shown, question, state.policy), corrected(state, shown)
    picture = shown_picture(state, question, shown)
    return {
        "round": shown.round,
        "title": safe(question.title),
        "sentences": [*findings(state, shown), *filter(None, told)],
        "picture": picture_keys(state, question, shown, picture),
    }
