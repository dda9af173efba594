"""The end: what was decided, who does what, what is parked."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.audience import Visible
from mops_tui.model.state import WorkshopState
from mops_tui.model.tallies import result
from mops_tui.model.workshop import refs
from mops_tui.tui.widgets.bodies.base import Body, Look
from mops_tui.tui.widgets.bodies.decision import decision_lines
from mops_tui.words import results as words
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe


class SummaryBody(Body):
    """One page of everything that leaves the room."""

    def compose(self) -> ComposeResult:
        """One page that scrolls."""
        with VerticalScroll(classes="page", can_focus=False):
            yield Static(id="summary")

    def show(self, visible: Visible, look: Look, t: float) -> None:  # noqa: ARG002
        """Fill it."""
        self.query_one("#summary", Static).update(summary_lines(visible.state, t))


def summary_lines(state: WorkshopState, t: float) -> Content:
    """Decisions, actions, the parking lot, the closing vote, the time."""
    blocks = [_heading(_("Decided"), _decisions(state)), _heading(_("To do"), _actions(state))]
    found = _found(state)
    if found:
        blocks.append(_heading(_("Found"), found))
    parked = [n for n in state.notes.values() if n.list == "parking"]
    if parked:
        lines = [Content.assemble(("⌂ ", "$secondary"), safe(note.text)) for note in parked]
        blocks.append(_heading(_("Parking lot"), lines))
    notes = [n for n in state.notes.values() if n.list != "parking"]
    if notes:
        lines = [Content.assemble(("· ", "$secondary"), safe(note.text)) for note in notes]
        blocks.append(_heading(_("Notes"), lines))
    closing = _closing(state)
    if closing:
        blocks.append(_heading(_("Was it worth the time?"), closing))
    minutes = round(state.active(t) / 60)
    time = ngettext("{n} minute of work", "{n} minutes of work", minutes).format(n=minutes)
    people = ngettext("{n} person", "{n} people", state.present).format(n=state.present)
    blocks.append(Content.styled(f"{time}, {people}", "$text-muted"))
    if state.phase == "closed":
        blocks.append(
            Content.styled(
                _("The workshop is closed. Esc goes home, where r writes the report."),
                "bold $accent",
            )
        )
    else:
        words_ = _("Space closes the workshop; everything is saved already.")
        blocks.append(Content.styled(words_, "bold $accent"))
    return Content("\n\n").join(blocks)


def _heading(title: str, lines: list[Content]) -> Content:
    return Content("\n").join([Content.styled(title, "bold $primary"), *lines])


def _decisions(state: WorkshopState) -> list[Content]:
    if not state.decisions:
        return [Content.styled(_("No decision is written down."), "$text-muted")]
    return [decision_lines(made) for made in state.decisions.values()]


def _actions(state: WorkshopState) -> list[Content]:
    if not state.actions:
        return [Content.styled(_("No action is written down."), "$text-muted")]
    lines = []
    for action in state.actions.values():
        who = f"  {safe(action.who)}" if action.who else ""
        by = _("  by {when}").format(when=safe(action.by)) if action.by else ""
        lines.append(
            Content.assemble(
                ("→ ", "$accent"), safe(action.what), (who, "bold"), (by, "$text-muted")
            )
        )
    return lines


def _found(state: WorkshopState) -> list[Content]:
    lines = []
    for scenario in state.workshop.scenarios:
        for ref in () if scenario.closing else refs(scenario):
            shown, question = result(state, ref), state.question(ref)
            if shown is None or question is None:
                continue
            verdict = words.verdict(shown, question, state.policy, state.workshop)
            lines.append(Content.assemble((safe(question.title) + "  ", "bold"), verdict))
    return lines


def _closing(state: WorkshopState) -> list[Content]:
    lines = []
    for scenario in state.workshop.scenarios:
        if not scenario.closing:
            continue
        for question in scenario.questions:
            shown = result(state, f"{scenario.id}/{question.id}")
            if shown is not None:
                lines.append(Content(words.verdict(shown, question, state.policy, state.workshop)))
    return lines
