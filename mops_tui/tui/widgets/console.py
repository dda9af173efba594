"""The facilitator's console: cues and who is missing, while the room has a screen of its own."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.agenda import scenario_of
from mops_tui.model.audience import Visible
from mops_tui.model.state import WorkshopState
from mops_tui.tui.widgets.lines import hanging
from mops_tui.words.i18n import _
from mops_tui.words.labels import participant_label

WIDTH = 36
"""Cells of the column; it shows only on a wide terminal."""


def cue_lines(state: WorkshopState, width: int) -> list[Content]:
    """The cues for the place in view, those of the question first.

    Args:
        state: As the facilitator may see it.
        width: The cells that a line may have.
    """
    view = state.view
    lines: list[Content] = []
    question = state.workshop.question(view.name) if view.of == "question" else None
    if question is not None:
        lines += [hanging("▸ ", cue.text, width, mark="bold $accent") for cue in question.cues]
    scenario = state.workshop.scenario(scenario_of(view))
    if scenario is not None:
        lines += [hanging("· ", cue.text, width, mark="$primary") for cue in scenario.cues]
    return lines


def missing(state: WorkshopState) -> list[str]:
    """Who is present and has not voted in the open round, by name."""
    round_ = state.round(state.place.name) if state.place.of == "question" else None
    if round_ is None or round_.phase != "open":
        return []
    return [
        participant_label(state, who.id)
        for who in state.participants.values()
        if who.present and who.id not in round_.votes
    ]


class Console(VerticalScroll, can_focus=False):
    """A column beside the room's view."""

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__(id="console")
        self.display = False

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="console-text")

    def show(self, visible: Visible) -> None:
        """Show what the facilitator should know about a moment."""
        state = visible.state
        width = WIDTH - 4
        lines = [Content.styled(_("The room sees the stage"), "bold $secondary"), Content("")]
        if state.blanked:
            lines = [
                Content.styled(_("The room's screen is dark: b"), "bold $warning"),
                Content(""),
            ]
        absent = missing(state)
        if absent:
            lines.append(Content.styled(_("Still missing"), "bold $warning"))
            lines += [hanging("○ ", name, width) for name in absent[:12]]
            lines.append(Content(""))
        for line in cue_lines(state, width):
            lines += [line, Content("")]
        self.query_one("#console-text", Static).update(Content("\n").join(lines))
