"""The facilitator's console: lateness, first voices and cues, beside the room's view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.agenda.agenda import scenario_of
from mops_tui.model.agenda.pace import pace
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Shown
from mops_tui.tui.host import host_of
from mops_tui.tui.widgets.lines import hanging
from mops_tui.tui.widgets.put import put
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.labels import participant_label
from mops_tui.words.results.voices import voices_words

KeyOf: TypeAlias = Callable[[str], str]
WIDTH = 36
"""Cells of the column; it shows only on a wide terminal."""
LINE = WIDTH - 5
"""Cells of a line: without the border, the padding, and the bar of a column that scrolls."""


def note_lines(state: VisibleState, t: float, width: int, key_of: KeyOf) -> list[Content]:
    """What the facilitator should know of the place in view, a paragraph each.

    Whether the day is late, who might speak first, what to look for, and the cues: those of the
    question before those of its scenario.

    Args:
        state: The state; only a facilitator's view of it holds any of this.
        t: Seconds since the session was opened.
        width: The cells that a line may have.
        key_of: The key of an action in words.
    """
    view = state.view
    lines: list[Content] = []
    late = late_words(state, t, key_of)
    if late:
        lines.append(hanging("◷ ", late, width, mark="bold $warning", style="$warning"))
    said = step_cue(view.of)
    if said and state.audience == "facilitator":
        lines.append(hanging("▸ ", said, width, mark="bold $accent"))
    question = state.question(view.name) if view.of == "question" else None
    if question is not None:
        shown = result(state, view.name, state.look.round or None)
        voices = voices_words(state, shown) if shown is not None else ""
        if voices:
            lines.append(hanging("» ", voices, width, mark="bold $accent", style="$accent"))
        if question.look_for:
            sentence = _("Look for: {what}").format(what=question.look_for)
            lines.append(hanging("◇ ", sentence, width, mark="bold $primary"))
        lines += [hanging("▸ ", cue.text, width, mark="bold $accent") for cue in question.cues]
    scenario = state.workshop.scenario(scenario_of(view))
    if scenario is not None:
        lines += [hanging("· ", cue.text, width, mark="$primary") for cue in scenario.cues]
    return lines


def step_cue(of: Shown) -> str:
    """What to say at a step of the day that no scenario has, or ""."""
    match of:
        case "break":
            return _("Say when you go on, and go on then.")
        case "owners":
            return _("Read each one aloud, and wait until its owner says yes.")
        case _:
            return ""


def missing(state: VisibleState) -> list[str]:
    """Who is present and has not voted in the open round, by name."""
    round_ = state.round(state.place.name) if state.place.of == "question" else None
    if round_ is None or round_.phase != "open":
        return []
    return [
        participant_label(state, person.id)
        for person in state.participants.values()
        if person.present and person.id not in round_.votes
    ]


def late_words(state: VisibleState, t: float, key_of: KeyOf) -> str:
    """That the day is late, and by how much; "" while it is not."""
    current = pace(state, t)
    if not current.late or state.phase == "closed":
        return ""
    minutes = max(1, round(current.over / 60))
    return ngettext(
        "About {n} minute late. The agenda, {key}, shows what could be dropped.",
        "About {n} minutes late. The agenda, {key}, shows what could be dropped.",
        minutes,
    ).format(n=minutes, key=key_of("agenda"))


class Console(VerticalScroll, can_focus=False):
    """A column beside the room's view."""

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__(id="console")
        self.display = False

    def compose(self) -> ComposeResult:
        """Lay out the console's one text."""
        yield Static(id="console-text")

    def show(self, state: VisibleState, t: float) -> None:
        """Show what the facilitator should know about a moment."""
        width, key_of = LINE, host_of(self).key_of
        lines = [Content.styled(_("The room sees the stage"), "bold $secondary"), Content("")]
        if state.blanked:
            words = _("The room's screen is dark: {key}").format(key=key_of("blank"))
            lines = [Content.styled(words, "bold $warning"), Content("")]
        absent = missing(state)
        if absent:
            lines.append(Content.styled(_("Still missing"), "bold $warning"))
            lines += [hanging("○ ", name, width) for name in absent[:12]]
            lines.append(Content(""))
        for line in note_lines(state, t, width, key_of):
            lines += [line, Content("")]
        put(self.query_one("#console-text", Static), Content("\n").join(lines))
