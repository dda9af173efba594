"""What is said of a decision: who owns it, since when, how sure whoever wrote it down was."""

from __future__ import annotations

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.events import MOST_CONFIDENCE
from mops_tui.model.session.state import ActionEvent, DecisionEvent, SessionState
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.course.resting import lacks
from mops_tui.words.safe import safe


def decided(count: int) -> str:
    """The heading over some decisions."""
    return ngettext("Decided", "{n} decisions", count).format(n=count)


def owner_words(decision: DecisionEvent) -> str:
    """Who owns a decision, or that nobody does."""
    if not decision.owner.strip():
        return _("Nobody owns it yet")
    return _("{who} owns it").format(who=safe(decision.owner).strip())


def day_words(state: SessionState, decision: DecisionEvent) -> str:
    """The day a decision was taken, so that nobody reads it as the day by which it is due."""
    day = state.date_of(decision.t)
    return _("decided {day}").format(day=day) if day else ""


def decision_facts(state: SessionState, decision: DecisionEvent) -> tuple[str, ...]:
    """Who owns a decision, the day it was taken, and how sure it says the room is.

    Nobody votes on the last: it is what the facilitator wrote down, and told as that.
    """
    facts = [owner_words(decision), day_words(state, decision)]
    if decision.confidence:
        sure = _("how sure, as written down: {n} of {most}")
        facts.append(sure.format(n=decision.confidence, most=MOST_CONFIDENCE))
    return tuple(fact for fact in facts if fact)


def decision_reasons(state: VisibleState, decision: DecisionEvent) -> tuple[tuple[str, str], ...]:
    """(what it is, words) of what its vote lacked, of its reason, and of who did not agree."""
    told = [(_("the vote"), lack) for lack in lacks(state, decision)]
    told += [(_("because"), decision.why), (_("dissent"), decision.dissent)]
    return tuple((label, text) for label, text in told if text.strip())


def action_facts(action: ActionEvent) -> tuple[str, ...]:
    """Who does something, and by when, as far as it is written down."""
    by = _("by {when}").format(when=safe(action.by).strip()) if action.by.strip() else ""
    who = safe(action.who).strip() or _("nobody named")
    return tuple(fact for fact in (who, by) if fact)
