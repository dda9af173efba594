"""What is said at the steps of the day that no scenario has: last time, a break, who owns what."""

from __future__ import annotations

from collections.abc import Iterator

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.before import ActionBefore, DecisionBefore
from mops_tui.model.session.events import ActionFollowUp, FollowUp, Step
from mops_tui.model.session.state import DecisionEvent, SessionState
from mops_tui.words.closing_kit.days import day_in_words
from mops_tui.words.decisions import action_facts, facts_of, plan_words
from mops_tui.words.i18n import _
from mops_tui.words.phases import back_at_words, break_words
from mops_tui.words.results.labels import step_title
from mops_tui.words.safe import lines_joined, safe

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
            return _before_lines(state)
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
            return tuple(_left_before(state))
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


def outcome_words(outcome: FollowUp) -> str:
    """What became of a decision, in a word or two."""
    return {
        "done": _("done"),
        "not-done": _("not done"),
        "changed": _("changed"),
        "": _("not said yet"),
    }[outcome]


def decision_outcome_words(outcome: FollowUp, decision: DecisionBefore) -> str:
    """What became of a decision, and so of its first step: that is over with it."""
    words = outcome_words(outcome)
    step_open = decision.first_step.strip() and not decision.first_step_done
    if outcome not in ("done", "changed") or not step_open:
        return words
    return _("{outcome}; its first step is no longer open").format(outcome=words)


def action_outcome_words(outcome: ActionFollowUp) -> str:
    """What became of an action, in a few words."""
    if outcome == "carried":
        return _("carried over")
    return outcome_words(outcome)


def _before_lines(state: SessionState) -> tuple[str, ...]:
    """Which session it was, and what is asked of each decision and action."""
    before = state.before
    if before is None:
        return ()
    day = day_in_words(before.opened.date().isoformat())
    title = safe(before.title).strip()
    which = _("{title}, {day}").format(title=title, day=day) if title else day
    return (which, _("What became of it?")) if before.holds else (which,)


def _left_before(state: SessionState) -> Iterator[Block]:
    """Each decision of the session before with its plan, and what was to be done."""
    before = state.before
    if before is None:
        return
    for decision in before.decisions:
        yield lines_joined(decision.what), tuple(_told_before(state, decision))
    todo = tuple(action_before_line(state, ref, one) for ref, one in before.todo.items())
    if todo:
        yield _("What was to be done"), todo


def _told_before(state: SessionState, decision: DecisionBefore) -> Iterator[str]:
    """The plan of a decision of the session before, who dissented, and what became of it."""
    yield _(" · ").join(plan_words(decision, decision.day))
    if decision.dissent.strip():
        yield _("Dissent: {text}").format(text=lines_joined(decision.dissent))
    if decision.first_step_done:
        yield _("The first step is done.")
    if outcome := state.followed_up.get(decision.id, ""):
        yield _("What became of it: {outcome}").format(outcome=outcome_words(outcome))


def action_before_line(state: SessionState, ref: str, action: ActionBefore) -> str:
    """An action of the session before in a line, with what became of it."""
    told = doing(action.what, action_facts(action, action.day))
    outcome = state.actions_followed_up.get(ref, "")
    if not outcome:
        return told
    return _("{told} ({outcome})").format(told=told, outcome=action_outcome_words(outcome))


def doing(what: str, facts: tuple[str, ...]) -> str:
    """An action with who does it and by when, in a line."""
    return _(" · ").join((lines_joined(what), *facts))


def _owned(state: SessionState) -> Iterator[Block]:
    """Each decision with what Monday needs of it, and each action with who does it."""
    for decision in state.decisions.values():
        yield lines_joined(decision.what), plan_words(decision, state.date_of(decision.t))
    for action in state.actions.values():
        yield lines_joined(action.what), (_(" · ").join(facts_of(state, action)),)


def first_without_owner(state: SessionState) -> DecisionEvent | None:
    """The first decision that nobody owns yet, or None."""
    return next((one for one in state.decisions.values() if not one.owner.strip()), None)
