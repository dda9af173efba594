"""What is said at the steps of the day that no scenario has: last time, a break, who owns what."""

from __future__ import annotations

from collections.abc import Iterator

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.events import Step
from mops_tui.model.session.state import DecisionEvent, SessionState
from mops_tui.words.decisions import action_facts, plan_words
from mops_tui.words.i18n import _
from mops_tui.words.phases import back_at_words, break_words
from mops_tui.words.results.labels import step_title
from mops_tui.words.safe import safe

Block = tuple[str, tuple[str, ...]]
"""A heading, and lines below it."""


def step_kind(of: Step) -> str:
    """What kind of place a step of the day is, for a list of places."""
    return {"before": _("last time"), "break": _("break"), "owners": _("reading back")}[of]


def step_heading(state: VisibleState, of: Step) -> str:
    """What stands above everything else there: of a break when it is over."""
    at = back_at_words(state).removesuffix(".") if of == "break" else ""
    return at or step_title(of)


def step_lines(state: VisibleState, of: Step) -> tuple[str, ...]:
    """What stands below the title, in sentences."""
    match of:
        case "before":
            return ()
        case "break":
            return (break_words(state, state.view),)
        case "owners":
            if not state.decisions:
                return (_("Nothing is decided yet."),)
            return (_("We read each decision. Its owner says yes."),)


def step_blocks(state: VisibleState, of: Step) -> tuple[Block, ...]:
    """What stands below that, under headings."""
    match of:
        case "before":
            return ()
        case "break":
            return ()
        case "owners":
            return tuple(_owned(state))


def step_told(state: VisibleState, of: Step) -> tuple[str, ...]:
    """All of it as lines, for who cannot see or read the screen."""
    blocks = step_blocks(state, of)
    return (
        *step_lines(state, of),
        *(line for heading, lines in blocks for line in (heading, *lines)),
    )


def _owned(state: SessionState) -> Iterator[Block]:
    """Each decision with what Monday needs of it, and each action with who does it."""
    for decision in state.decisions.values():
        yield safe(decision.what), plan_words(decision, state.date_of(decision.t))
    for action in state.actions.values():
        yield safe(action.what), (_(" · ").join(action_facts(action)),)


def first_without_owner(state: SessionState) -> DecisionEvent | None:
    """The first decision that nobody owns yet, or None."""
    return next((one for one in state.decisions.values() if not one.owner.strip()), None)
