"""A scenario's brief."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.agenda.asking import waiting_minutes
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Look
from mops_tui.tui.letters.headline import headline
from mops_tui.tui.widgets.bodies.base import Body, paragraphs
from mops_tui.tui.widgets.lines import hanging, height_of
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.lobby import (
    asked,
    minutes_figure,
    minutes_words,
    scenario_minutes,
    subject_words,
)
from mops_tui.words.safe import safe

MEASURE = 68
"""The cells of a line that is read easily."""
TITLE_ROWS = 10
ASKED = 44
"""The columns of what will be asked, beside the text."""
GAP = 7
"""The columns between the two, with the line that parts them."""


class BriefBody(Body):
    """What this is about, read together; beside it what will be asked."""

    def compose(self) -> ComposeResult:
        """A title, the text with where it comes from, the questions."""
        with VerticalScroll(classes="page", can_focus=False):
            yield Static(id="brief-title")
            with Horizontal(id="brief-columns"):
                yield Static(id="brief-text")
                yield Static(id="brief-asked")

    def show(self, state: VisibleState, look: Look, t: float) -> None:  # noqa: ARG002 - as of every body
        """Fill it."""
        scenario = state.workshop.scenario(state.view.name)
        if scenario is None:
            return
        width, height = self.room
        beside = width >= MEASURE + ASKED - 4
        self.set_class(beside, "-beside")
        text = _text(state, scenario, MEASURE if beside else min(width - 1, MEASURE + 10))
        aside = width - MEASURE - GAP
        asked_lines = _asked(state, scenario, aside)
        tall = max(height_of(text, MEASURE), height_of(asked_lines, aside))
        self.query_one("#brief-title", Static).update(
            self._title(state, scenario, height - tall - 4)
        )
        self.query_one("#brief-text", Static).update(text)
        self.query_one("#brief-asked", Static).update(asked_lines if beside else "")

    def _title(self, state: VisibleState, scenario: Scenario, rows: int) -> Content:
        """The title, large where it fits, and how much there is to do."""
        n = len(asked(state, scenario))
        count = ngettext("{n} question", "{n} questions", n).format(n=n)
        much = Content.styled(
            f"{count} · {minutes_words(scenario_minutes(state, scenario))}", "$text-muted"
        )
        shown = None
        if self.large:
            most = min(TITLE_ROWS, rows)
            shown = headline(scenario.title, self.room[0] - 1, most, "$accent")
        if shown is not None:
            return Content.assemble(shown, "\n\n", much)
        return Content.assemble((safe(scenario.title), "bold $accent"), "   ", much)


def _text(state: VisibleState, scenario: Scenario, width: int) -> Content:
    """The brief, what it is about where the room names that, and where it comes from."""
    parts = [*paragraphs(scenario.brief).split("\n\n")]
    told = subject_words(state, scenario)
    if told:
        parts.append(hanging("", told, width, style="bold $accent"))
    credits = [hanging("", line, width, style="$text-muted italic") for line in scenario.credits]
    if credits:
        parts.append(Content("\n").join(credits))
    return Content("\n\n").join(parts)


def _asked(state: VisibleState, scenario: Scenario, width: int) -> Content:
    """What will be asked, question by question, and the decision at the end."""
    lines = [Content.styled(_("What we will be asked"), "bold $primary"), Content("")]
    entries = [
        (question.minutes, question.title)
        for question in map(state.workshop.question, asked(state, scenario))
        if question is not None
    ]
    waiting = waiting_minutes(state, scenario)
    if waiting:
        entries.append((waiting, _("More, as our answers call for it")))
    if scenario.decision is not None:
        entries.append((scenario.decision.minutes, _("Then we decide.")))
    for minutes, title in entries:
        sign = _("{n:>3} min  ").format(n=minutes_figure(minutes))
        lines.append(hanging(sign, title, width, mark="$text-muted"))
    return Content("\n").join(lines)
