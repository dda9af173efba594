"""The steps of the day that no scenario has: what the session before decided, a break, owners."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.events import Step
from mops_tui.model.session.state import Look
from mops_tui.tui.letters.headline import headline
from mops_tui.tui.widgets.bodies.base import Body
from mops_tui.tui.widgets.lines import hanging
from mops_tui.words.i18n import _
from mops_tui.words.phases import back_at_words, break_words
from mops_tui.words.results.labels import step_title
from mops_tui.words.safe import safe
from mops_tui.words.steps import step_blocks, step_lines

TITLE_ROWS = 10


class StepBody(Body):
    """A title, sentences, and lines under headings."""

    step: ClassVar[Step]

    def compose(self) -> ComposeResult:
        """One page that scrolls."""
        with VerticalScroll(classes="page", can_focus=False):
            yield Static(classes="step-title")
            yield Static(classes="step-text")

    def show(self, state: VisibleState, look: Look, t: float) -> None:  # noqa: ARG002 - as of every body
        """Fill it."""
        width = self.room[0] - 1
        title = self._title(state)
        large = headline(title, width, TITLE_ROWS, "$accent") if self.large else None
        self.put(".step-title", large or Content.styled(safe(title), "bold $accent"))
        self.put(".step-text", self._text(state, width))

    def _title(self, state: VisibleState) -> str:  # noqa: ARG002 - a break says when it is over
        return step_title(self.step)

    def _text(self, state: VisibleState, width: int) -> Content:
        lines = [hanging("", line, width) for line in step_lines(state, self.step)]
        parts = [Content("\n").join(lines)] if lines else []
        for heading, told in step_blocks(state, self.step):
            block = [hanging("✓ ", heading, width, mark="bold $success", style="bold")]
            block += [hanging("  ", line, width) for line in told]
            parts.append(Content("\n").join(block))
        return Content("\n\n").join(parts)


class BeforeBody(StepBody):
    """What the session before decided."""

    step = "before"


class BreakBody(StepBody):
    """A break: when the room is back, as large as can be."""

    step = "break"

    def _title(self, state: VisibleState) -> str:
        return back_at_words(state).removesuffix(".") or super()._title(state)

    def _text(self, state: VisibleState, width: int) -> Content:
        lines = [hanging("", break_words(state, state.view), width, style="bold")]
        if self.keys:
            words = _("{next} goes on when everybody is back. {more} adds a minute.")
            words = words.format(next=self.key_of("next"), more=self.key_of("timer_more"))
            lines += [Content(""), hanging("", words, width, style="$text-muted")]
        return Content("\n").join(lines)


class OwnersBody(StepBody):
    """Who owns what, read back."""

    step = "owners"
