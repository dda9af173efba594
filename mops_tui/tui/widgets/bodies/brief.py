"""A scenario's brief."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Look
from mops_tui.tui.widgets.bodies.base import Body, paragraphs
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe


class BriefBody(Body):
    """What this is about, read together."""

    def compose(self) -> ComposeResult:
        """A title, the text, where it comes from."""
        with VerticalScroll(classes="page", can_focus=False):
            yield Static(id="brief-title")
            yield Static(id="brief-text")
            yield Static(id="brief-credits")

    def show(self, state: VisibleState, look: Look, t: float) -> None:  # noqa: ARG002
        """Fill it."""
        scenario = state.workshop.scenario(state.view.name)
        if scenario is None:
            return
        count = ngettext("{n} question", "{n} questions", len(scenario.questions))
        title = Content.assemble(
            (safe(scenario.title), "bold $accent"),
            ("   " + count.format(n=len(scenario.questions)), "$text-muted"),
            ("   " + _("{n} min").format(n=round(scenario.minutes)), "$text-muted"),
        )
        self.query_one("#brief-title", Static).update(title)
        self.query_one("#brief-text", Static).update(paragraphs(scenario.brief))
        credits = Content("\n").join(Content(safe(line)) for line in scenario.credits)
        self.query_one("#brief-credits", Static).update(credits)
