"""The summary at the end: what was decided, who does what, what is parked."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Look
from mops_tui.tui.widgets.bodies.base import Body
from mops_tui.tui.widgets.bodies.decision import decision_lines, found_words
from mops_tui.tui.widgets.lines import several
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.findings import findings
from mops_tui.words.safe import safe


class SummaryBody(Body):
    """One page of everything that leaves the room."""

    def compose(self) -> ComposeResult:
        """One page that scrolls."""
        with VerticalScroll(classes="page", can_focus=False):
            yield Static(id="summary")

    def show(self, state: VisibleState, look: Look, t: float) -> None:  # noqa: ARG002
        """Fill it."""
        self.query_one("#summary", Static).update(summary_lines(state, t, keys=self.keys))


def summary_lines(state: VisibleState, t: float, *, keys: bool = True) -> Content:
    """Decisions, actions, the parking lot, the closing vote, the time; and what to press."""
    blocks = [
        _heading(_("Decided"), _decisions(state)),
        _heading(_("To do"), _actions(state)),
    ]
    found_lines = _found(state)
    if found_lines:
        blocks.append(_heading(_("Found"), found_lines))
    hidden = _hidden(state)
    if hidden:
        blocks.append(_heading(_("Never revealed"), hidden))
    parked = [n for n in state.notes.values() if n.list == "parking"]
    if parked:
        lines = [several("⌂ ", note.text, mark="$secondary") for note in parked]
        blocks.append(_heading(_("Parking lot"), lines))
    notes = [n for n in state.notes.values() if n.list != "parking"]
    if notes:
        lines = [several("· ", note.text, mark="$secondary") for note in notes]
        blocks.append(_heading(_("Notes"), lines))
    closing = _closing(state)
    if closing:
        blocks.append(_heading(_("Was it worth the time?"), closing))
    minutes = round(state.active(t) / 60)
    time = ngettext("{n} minute of work", "{n} minutes of work", minutes).format(n=minutes)
    people = ngettext("{n} person", "{n} people", state.present).format(n=state.present)
    blocks.append(Content.styled(f"{time}, {people}", "$text-muted"))
    if state.phase == "closed":
        hint = _("The workshop is closed. Esc goes home, where r writes the report.")
        hint = hint if keys else _("The workshop is closed.")
        blocks.append(Content.styled(hint, "bold $accent"))
    elif keys:
        hint = _("Space closes the workshop; everything is saved already.")
        blocks.append(Content.styled(hint, "bold $accent"))
    return Content("\n\n").join(blocks)


def _heading(title: str, lines: list[Content]) -> Content:
    return Content("\n").join([Content.styled(title, "bold $primary"), *lines])


def _decisions(state: VisibleState) -> list[Content]:
    if not state.decisions:
        return [Content.styled(_("No decision is written down."), "$text-muted")]
    return [decision_lines(decision) for decision in state.decisions.values()]


def _actions(state: VisibleState) -> list[Content]:
    if not state.actions:
        return [Content.styled(_("No action is written down."), "$text-muted")]
    lines = []
    for action in state.actions.values():
        owner = f"  {safe(action.who)}" if action.who else ""
        by = _("  by {when}").format(when=safe(action.by)) if action.by else ""
        lines.append(
            Content.assemble(
                several("→ ", action.what, mark="$accent"), (owner, "bold"), (by, "$text-muted")
            )
        )
    return lines


def _found(state: VisibleState) -> list[Content]:
    lines = []
    for scenario in state.workshop.scenarios:
        for ref in () if scenario.closing else refs(scenario):
            shown, question = result(state, ref), state.question(ref)
            if shown is None or question is None:
                continue
            result_words = found_words(state, question, shown)
            lines.append(Content.assemble((safe(question.title) + "  ", "bold"), result_words))
    return lines


def _hidden(state: VisibleState) -> list[Content]:
    """Rounds that hold votes nobody has seen: only how many."""
    lines = []
    for ref, rounds in state.rounds.items():
        question = state.question(ref)
        if question is None or rounds[-1].phase == "revealed" or not rounds[-1].voted:
            continue
        voted = rounds[-1].voted
        count = ngettext("{n} vote", "{n} votes", voted).format(n=voted)
        lines.append(Content.assemble((safe(question.title) + "  ", "bold"), (count, "$warning")))
    return lines


def _closing(state: VisibleState) -> list[Content]:
    lines = []
    for scenario in state.workshop.scenarios:
        if not scenario.closing:
            continue
        for question in scenario.questions:
            shown = result(state, f"{scenario.id}/{question.id}")
            if shown is not None:
                lines += [Content(line) for line in findings(state, shown)]
    return lines
