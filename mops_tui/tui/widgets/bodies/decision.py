"""The end of a scenario: what was found, and what the room decides."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import DecisionEvent, Look
from mops_tui.tui.widgets.bodies.base import Body
from mops_tui.tui.widgets.lines import several
from mops_tui.words.i18n import _
from mops_tui.words.results.findings import standing
from mops_tui.words.safe import safe


class DecisionBody(Body):
    """What to decide, what the votes said, what is decided so far."""

    def compose(self) -> ComposeResult:
        """One page that scrolls."""
        with VerticalScroll(classes="page", can_focus=False):
            yield Static(id="decision-ask")
            yield Static(id="decision-found")
            yield Static(id="decision-made")

    def show(self, state: VisibleState, look: Look, t: float) -> None:  # noqa: ARG002
        """Fill it."""
        scenario = state.workshop.scenario(state.view.name)
        if scenario is None or scenario.decision is None:
            return
        parts = [(safe(scenario.decision.ask), "bold")]
        if scenario.decision.hint:
            parts.append(("\n" + safe(scenario.decision.hint), "$text-muted"))
        self.query_one("#decision-ask", Static).update(Content.assemble(*parts))
        self.query_one("#decision-found", Static).update(_found(state, refs(scenario)))
        decisions = [d for d in state.decisions.values() if d.scenario == scenario.id]
        nothing = _("Nothing is written down yet.")
        if self.keys:
            nothing = _("Nothing is written down yet. {key} records a decision.")
            nothing = nothing.format(key=self.key_of("decision"))
        empty = Content.styled(nothing, "$accent")
        shown = Content("\n\n").join(decision_lines(d) for d in decisions) if decisions else empty
        self.query_one("#decision-made", Static).update(shown)


def _found(state: VisibleState, questions: tuple[str, ...]) -> Content:
    lines = []
    for ref in questions:
        shown, question = result(state, ref), state.question(ref)
        if shown is None or question is None:
            continue
        lines.append(
            Content.assemble(
                (safe(question.title), "bold $primary"), "  ", found_words(state, question, shown)
            )
        )
    return Content("\n").join(lines)


def found_words(state: VisibleState, question: QuestionBase, shown: Result) -> Content:
    """Where the room stands on a question, or that too few voted for it to say."""
    return Content(standing(shown, question, state.workshop))


def decision_lines(decision: DecisionEvent) -> Content:
    """A decision with its reason, owner, confidence and dissent."""
    lines = [several("✓ ", decision.what, mark="bold $success", style="bold")]
    for label, text in (
        (_("because"), decision.why),
        (_("owner"), decision.owner),
        (_("dissent"), decision.dissent),
    ):
        if text:
            lines.append(several(f"  {label}  ", text, mark="$text-muted"))
    if decision.confidence:
        dots = "●" * decision.confidence + "·" * (5 - decision.confidence)
        lines.append(Content.assemble((f"  {_('confidence')}  ", "$text-muted"), (dots, "$accent")))
    return Content("\n").join(lines)
