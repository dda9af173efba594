"""The steps of the day that no scenario has: what the session before decided, a break, owners."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.events import ActionFollowUp, Step
from mops_tui.model.session.state import ActionEvent, DecisionEvent, Look
from mops_tui.tui.letters.headline import headline
from mops_tui.tui.widgets.bodies.base import HIGH, WIDE, Body
from mops_tui.tui.widgets.lines import hanging, height_of
from mops_tui.words.decisions import facts_of, plan_words
from mops_tui.words.i18n import _
from mops_tui.words.phases import break_words
from mops_tui.words.safe import safe
from mops_tui.words.steps import step_blocks, step_heading, step_lines

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
        title = step_heading(state, self.step)
        large = headline(title, width, TITLE_ROWS, "$accent") if self.large else None
        self.put(".step-title", large or Content.styled(safe(title), "bold $accent"))
        self.put(".step-text", self._text(state, width))

    def _text(self, state: VisibleState, width: int) -> Content:
        lines = [hanging("", line, width) for line in step_lines(state, self.step)]
        parts = [Content("\n").join(lines)] if lines else []
        for heading, told in step_blocks(state, self.step):
            block = [hanging("✓ ", heading, width, mark="bold $success", style="bold")]
            block += [hanging("  ", line, width) for line in told]
            parts.append(Content("\n").join(block))
        return Content("\n\n").join(parts)


SIGNS: dict[ActionFollowUp, tuple[str, str]] = {
    "done": ("✓ ", "bold $success"),
    "not-done": ("✗ ", "bold $error"),
    "changed": ("≠ ", "bold $warning"),
    "carried": ("» ", "bold $accent"),
    "": ("· ", "bold $primary"),
}
ACTION_SIGNS = SIGNS | {"": ("→ ", "bold $accent")}
"""What stands before a decision or an action of the session before, by what became of it."""


class BeforeBody(StepBody):
    """What the session before decided, and what became of it."""

    step = "before"

    def _text(self, state: VisibleState, width: int) -> Content:
        before = state.before
        if before is None:
            return Content("")
        first, *others = step_lines(state, self.step)
        parts = [Content.styled(first, "$text-muted")]
        blocks = step_blocks(state, self.step)
        for decision, (heading, (plan, *said)) in zip(before.decisions, blocks, strict=False):
            sign, style = SIGNS[state.followed_up.get(decision.id, "")]
            block = [hanging(sign, heading, width, mark=style, style="bold")]
            block.append(hanging("  ", plan, width, style="$success"))
            told = bool(state.followed_up.get(decision.id))
            block += [
                hanging("  ", line, width, style=style if told and line is said[-1] else "")
                for line in said
            ]
            parts.append(Content("\n").join(block))
        for heading, todo in blocks[len(before.decisions) :]:
            block = [Content.styled(heading, "bold $primary")]
            for ref, line in zip(before.todo, todo, strict=True):
                sign, style = ACTION_SIGNS[state.actions_followed_up.get(ref, "")]
                block.append(hanging(sign, line, width, mark=style))
            parts.append(Content("\n").join(block))
        asked = self._asked(state) if self.keys and before.holds else list(others)
        parts += [Content.styled(line, "bold $accent") for line in asked]
        return Content("\n\n").join(parts)

    def _asked(self, state: VisibleState) -> list[str]:
        """What its keys are for."""
        before = state.before
        decisions = before.decisions if before is not None else ()
        todo = before.todo if before is not None else {}
        said = all(state.followed_up.get(one.id) for one in decisions)
        said = said and all(state.actions_followed_up.get(ref) for ref in todo)
        words = _("What became of it? {key} writes it down.")
        if said:
            words = _("It is written down; {key} changes it.")
        asked = [words.format(key=self.key_of("last_time"))]
        if state.open_before:
            carry = _("{key} carries what is open over, as actions of this workshop.")
            asked.append(carry.format(key=self.key_of("carry_over")))
        return asked


class BreakBody(StepBody):
    """A break: when the room is back, as large as can be."""

    step = "break"

    @property
    def large(self) -> bool:
        """Whether there is room for large letters: beside the timer, which always runs there."""
        return self.app.size.width >= WIDE and self.app.size.height >= HIGH

    def _text(self, state: VisibleState, width: int) -> Content:
        lines = [hanging("", break_words(state, state.view), width, style="bold")]
        if self.keys:
            words = _("{next} goes on when everybody is back. {more} adds a minute.")
            words = words.format(next=self.key_of("next"), more=self.key_of("timer_more"))
            lines += [Content(""), hanging("", words, width, style="$text-muted")]
        return Content("\n").join(lines)


class OwnersBody(StepBody):
    """Who owns what, read back; a decision that nobody owns stands out."""

    step = "owners"

    def show(self, state: VisibleState, look: Look, t: float) -> None:
        """Fill it: the decisions as large as all of them can be."""
        width, rows = self.room[0] - 1, self.room[1] - 1
        title = Content.styled(safe(step_heading(state, "owners")), "bold $accent")
        for most in (rows // 2, 9, 4) if self.large and state.decisions else ():
            text = self._read(state, width, most)
            if text is not None and height_of(text, width) + 1 <= rows:
                self.put(".step-title", title)
                self.put(".step-text", text)
                return
        super().show(state, look, t)

    def _text(self, state: VisibleState, width: int) -> Content:
        rows = self.room[1] - TITLE_ROWS - 1 if self.large else self.room[1] - 1
        spaced = self._read(state, width)
        if spaced is not None and height_of(spaced, width) <= rows:
            return spaced
        return self._read(state, width, gap="\n") or Content("")

    def _read(
        self, state: VisibleState, width: int, most: int = 0, gap: str = "\n\n"
    ) -> Content | None:
        """Each decision, in letters of so many rows; None where one does not fit into them."""
        blocks = [
            Content("\n").join(hanging("", one, width) for one in step_lines(state, "owners"))
        ]
        for one in state.decisions.values():
            large = headline(one.what, width, most) if most else None
            if most and large is None:
                return None
            blocks.append(self._decision(one, large, state.date_of(one.t), width))
        blocks += [_action(state, one, width) for one in state.actions.values()]
        return Content(gap).join(blocks)

    def _decision(
        self, decision: DecisionEvent, large: Content | None, day: str, width: int
    ) -> Content:
        indent = "" if large else "  "
        owner, *plan = plan_words(decision, day)
        style = "bold $success"
        if not decision.owner.strip():
            style = "bold $warning"
            if self.keys:
                owner = _("No owner yet: press {key}").format(key=self.key_of("decision"))
        lines = [
            large or hanging("✓ ", decision.what, width, mark="bold $success", style="bold"),
            hanging(indent, owner, width, style=style),
        ]
        if plan:
            lines.append(hanging(indent, _(" · ").join(plan), width))
        return Content("\n").join(lines)


def _action(state: VisibleState, action: ActionEvent, width: int) -> Content:
    told = _(" · ").join((action.what, *facts_of(state, action)))
    return hanging("→ ", told, width, mark="bold $accent")
