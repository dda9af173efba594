"""The end of a scenario: what the room decides, large, over what its votes said."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.packs.pack import Scenario
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import DecisionEvent, Look
from mops_tui.pictures.highlights import Highlight, scenario_highlight
from mops_tui.tui.letters.headline import headline
from mops_tui.tui.widgets.bodies.base import HIGH, Body
from mops_tui.tui.widgets.bodies.reveal import mark_labels
from mops_tui.tui.widgets.lines import hanging, height_of, several
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.words.decisions import (
    day_words,
    decided,
    decision_facts,
    decision_reasons,
    plan_words,
)
from mops_tui.words.i18n import _
from mops_tui.words.results.course.resting import lacks
from mops_tui.words.results.findings import decision_findings, nothing_found
from mops_tui.words.safe import cells, safe

SIDES = 6
"""Columns of the frame around what was decided."""
LEAST_ROWS, LEAST_WIDTH = 9, 30
"""The smallest picture that is worth showing."""
BESIDE_ROWS = 13
"""Rows of the picture beside the findings from which a bar and a mark can be told apart."""
BRIEF = 60
"""The cells that the first step may take where a decision is told in a line."""
MOST_ROWS = 22
"""A picture that stands below the findings grows no higher."""


class DecisionBody(Body):
    """What to decide, what the votes said, what is decided so far."""

    def compose(self) -> ComposeResult:
        """One page that scrolls."""
        with VerticalScroll(classes="page", can_focus=False):
            yield Static(id="decision-ask")
            yield Static(id="decision-made")
            with Container(id="decision-rests"):
                yield Static(id="decision-found")
                with Vertical(id="decision-shown"):
                    yield Static(id="decision-pictured")
                    yield PictureView(id="decision-picture")

    def show(self, state: VisibleState, look: Look, t: float) -> None:  # noqa: ARG002 - as of every body
        """Fill it."""
        landed = state.landed
        name = state.view.name if state.view.of == "decision" else landed.scenario if landed else ""
        scenario = state.workshop.scenario(name)
        if scenario is None:
            return
        decisions = [d for d in state.decisions.values() if d.scenario == scenario.id]
        left, width = self.room[1], self.room[0]
        highlight = scenario_highlight(state, scenario.id, mark_labels(state))
        tight = self._found(state, scenario, spaced=False)
        needed = height_of(tight, width) + 1
        if self.wide and highlight is not None:
            needed = max(needed, BESIDE_ROWS)
        asked = (
            height_of(Content(safe(scenario.decision.ask)), width) + 1 if scenario.decision else 0
        )
        left -= self._made(state, decisions, landed, left - needed - asked)
        below = needed if self.wide else height_of(tight, width)
        left -= self._ask(scenario, decided=bool(decisions), rows=left - below)
        found = self._found(state, scenario, spaced=self.large)
        if height_of(found, width) + 1 > left:
            found = tight
        self._rests(found, highlight, left)

    def _ask(self, scenario: Scenario, *, decided: bool, rows: int) -> int:
        """Show what is to be decided, large while it is not; the rows that it takes."""
        if scenario.decision is None:
            return 0
        width = self.room[0]
        ask, hint = (
            scenario.decision.ask,
            Content.styled(safe(scenario.decision.hint or ""), "$text-muted"),
        )
        most = min(self.app.size.height // 2, rows - height_of(hint, width) - 3)
        shown = headline(ask, width, most) if self.large and not decided else None
        parts = [shown or Content.styled(safe(ask), "" if decided else "bold")]
        if hint.plain and not decided:
            parts += [Content("")] if shown else []
            parts.append(hint)
        text = Content("\n").join(parts)
        self.query_one("#decision-ask", Static).update(text)
        return height_of(text, width) + 1

    def _made(
        self,
        state: VisibleState,
        decisions: list[DecisionEvent],
        landed: DecisionEvent | None,
        rows: int,
    ) -> int:
        """Show what is decided, the last large where that leaves room; the rows that it takes.

        Args:
            state: What may be seen.
            decisions: Of this scenario.
            landed: The one that was written down just now.
            rows: The rows that large letters may not go beyond: what it rests on needs the others.
        """
        made = self.query_one("#decision-made", Static)
        made.set_class(bool(decisions), "-made")
        made.set_class(landed in decisions, "-landed")
        width = self.room[0]
        if not decisions:
            words = _("Nothing is written down yet.")
            if self.keys:
                words = _("No decision is written down yet. {key} writes one down.")
                words = words.format(key=self.key_of("decision"))
            text = Content.styled(words, "$accent")
            made.update(text)
            return height_of(text, width) + 1
        made.border_title = Content(decided(len(decisions)))
        inner, frame = width - SIDES - 1, frame_rows(self)
        most = self.app.size.height // 2 - frame - 2 if len(decisions) == 1 else 9
        shown = [decision_text(state, one, inner) for one in decisions]
        last = landed if landed in decisions else decisions[-1]
        at = decisions.index(last)
        text = Content("\n\n").join(shown)
        if self.large:
            shown[at] = decision_text(state, last, inner, most)
            larger = Content("\n\n").join(shown)
            text = larger if height_of(larger, inner) + frame + 1 <= rows else text
        made.update(text)
        return height_of(text, inner) + frame + 1

    def _found(self, state: VisibleState, scenario: Scenario, *, spaced: bool) -> Content:
        """What the votes said."""
        width = self.room[0] * 2 // 5 - 3 if self.wide else self.room[0] - 1
        sentences = decision_findings(state, scenario.id)
        if not sentences:
            return Content.styled(nothing_found(state, scenario.id), "$text-muted")
        lines = [Content.styled(_("What the room said"), "bold $primary")]
        lines += [hanging("· ", one, width, mark="bold $primary") for one in sentences]
        return Content("\n\n" if spaced else "\n").join(lines)

    def _rests(self, found: Content, highlight: Highlight | None, rows: int) -> None:
        """Show the findings and, where there is room, the picture beside them or below."""
        width, beside = self.room[0], self.wide
        self.query_one("#decision-found", Static).update(found)
        below = height_of(found, width) + 1
        left = rows - 1 if beside else rows - below - 1
        fits = highlight is not None and left >= LEAST_ROWS and width >= LEAST_WIDTH
        self.query_one("#decision-shown").display = fits
        self.set_class(beside and fits, "-beside")
        height = max(below, rows) if fits and beside else rows if fits else below
        self.query_one("#decision-rests").styles.height = max(1, height)
        if highlight is None or not fits:
            return
        self.query_one("#decision-pictured", Static).update(
            Content.styled(safe(highlight.title), "bold $primary")
        )
        view = self.query_one("#decision-picture", PictureView)
        if view.picture != highlight.picture:
            view.show(highlight.picture, glide=False)


def frame_rows(body: Body) -> int:
    """Rows of the frame around what was decided: it is tight where rows are few."""
    return 4 if body.app.size.height >= HIGH else 2


def decision_text(
    state: VisibleState, decision: DecisionEvent, width: int, rows: int = 0
) -> Content:
    """A decision with its owner, its day, its reason and its dissent.

    Args:
        state: What may be seen.
        decision: The decision.
        width: The cells that a line may have.
        rows: The rows that its words may take in large letters; in plain ones where they do not.
    """
    large = headline(decision.what, width, rows, "$accent") if rows else None
    parts = [large or several("", decision.what, style="bold")]
    facts = Content.styled(_whole(decision_facts(state, decision), width), "bold $success")
    parts += [Content(""), facts] if large else [facts]
    lacking = len(lacks(state, decision))
    for number, (label, text) in enumerate(decision_reasons(state, decision)):
        mark, style = ("$warning", "$warning") if number < lacking else ("$text-muted", "")
        parts.append(hanging(f"{label}  ", text, width, mark=mark, style=style, keep=True))
    return Content("\n").join(parts)


def _whole(facts: tuple[str, ...], width: int) -> str:
    """Facts beside each other; one that has no room left begins a line of its own."""
    lines: list[str] = []
    for fact in facts:
        longer = f"{lines[-1]} · {fact}" if lines else ""
        if longer and cells(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(fact)
    return "\n".join(lines)


def decision_line(
    state: VisibleState, decision: DecisionEvent, width: int, *, day: bool = True
) -> Content:
    """A decision with its owner, its day and what its vote lacked: in one line if they have room.

    Args:
        state: What may be seen.
        decision: The decision.
        width: The cells that a line may have.
        day: With the day on which it was taken.
    """
    what = several("✓ ", decision.what, mark="bold $success", style="bold")
    decided_on = state.date_of(decision.t)
    owner, *plan = plan_words(decision, decided_on, BRIEF)
    told = [owner, *([day_words(state, decision)] if day and decided_on else []), *plan]
    lack = " · ".join(lacks(state, decision, brief=True))
    facts = Content.styled(" · ".join(told), "$success")
    if lack:
        facts = Content.assemble(facts, (" · ", "$success"), (lack, "$warning"))
    gap = width - what.cell_length - facts.cell_length
    if "\n" in what.plain or gap < 2:
        what = hanging("✓ ", decision.what, width, mark="bold $success", style="bold", keep=True)
        lines = [line.rstrip() for line in facts.wrap(max(1, width - 2))]
        return Content("\n  ").join([what, *lines])
    return Content.assemble(what, " " * gap, facts)
