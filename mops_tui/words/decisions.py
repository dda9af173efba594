"""What is said of a decision: who owns it, who must agree, the first step, when one looks again."""

from __future__ import annotations

from typing import Protocol

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import ActionEvent, DecisionEvent, SessionState
from mops_tui.model.text.days import day_meant, is_written_out
from mops_tui.words.closing_kit.days import day_in_words, when_typed
from mops_tui.words.closing_kit.sure import how_sure
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.course.resting import lacks
from mops_tui.words.safe import lines_joined, safe


def decided(count: int) -> str:
    """The heading over some decisions."""
    return ngettext("Decided", "{n} decisions", count).format(n=count)


class Planned(Protocol):
    """What Monday needs of a decision, of this session or of the one before."""

    @property
    def owner(self) -> str:
        """Who owns it."""

    @property
    def agree(self) -> str:
        """Who must agree to it."""

    @property
    def first_step(self) -> str:
        """What is done first, this week."""

    @property
    def review(self) -> str:
        """When the room looks again, as typed."""


def owner_words(decision: Planned) -> str:
    """Who owns a decision, or that nobody does."""
    if not decision.owner.strip():
        return _("Nobody owns it yet")
    return _("Owner: {who}").format(who=safe(decision.owner).strip())


def review_day(decision: Planned, since: str) -> str:
    """The day on which the room looks again, as "2027-03-01"; "" where its words name none.

    Args:
        decision: The decision.
        since: The day on which it was taken, or "".
    """
    return day_meant(decision.review, since)


def review_words(decision: Planned, since: str) -> str:
    """When the room looks again: on a day, or as it was typed; "" where nobody said."""
    when = when_typed(decision.review, since)
    if review_day(decision, since) and is_written_out(decision.review):
        return _("we look again on {day}").format(day=when)
    return _("we look again: {when}").format(when=when) if when else ""


def decision_plan(decision: Planned) -> tuple[tuple[str, str], ...]:
    """(what it is, words) of who must agree and of the first step, as far as they are written."""
    told = ((_("must agree"), decision.agree), (_("first step"), decision.first_step))
    return tuple((label, text) for label, text in told if text.strip())


def plan_words(decision: Planned, since: str, most: int | None = None) -> tuple[str, ...]:
    """Owner, who must agree, the first step, when one looks again: each in a few words.

    Args:
        decision: The decision.
        since: The day on which it was taken, or "".
        most: The cells that who must agree, and the first step, may take.
    """
    plan = [
        _("{label}: {text}").format(label=label, text=lines_joined(text, most))
        for label, text in decision_plan(decision)
    ]
    return tuple(filter(None, (owner_words(decision), *plan, review_words(decision, since))))


def day_words(state: SessionState, decision: DecisionEvent) -> str:
    """The day a decision was taken, so that nobody reads it as the day by which it is due."""
    day = state.date_of(decision.t)
    return _("decided {day}").format(day=day_in_words(day)) if day else ""


def decision_facts(state: SessionState, decision: DecisionEvent) -> tuple[str, ...]:
    """Who owns a decision, its two days, and how sure it says the room is.

    Nobody votes on the last: it is what the facilitator wrote down, and told as that.
    """
    review = review_words(decision, state.date_of(decision.t))
    facts = [owner_words(decision), day_words(state, decision), review]
    if decision.confidence:
        facts.append(_("how sure: {sure}").format(sure=how_sure(decision.confidence)))
    return tuple(fact for fact in facts if fact)


def decision_reasons(state: VisibleState, decision: DecisionEvent) -> tuple[tuple[str, str], ...]:
    """(what it is, words) of what its vote lacked, of its plan, its reason, its dissent."""
    told = [(_("the vote"), lack) for lack in lacks(state, decision)]
    told += [*decision_plan(decision)]
    told += [(_("because"), decision.why), (_("dissent"), decision.dissent)]
    return tuple((label, text) for label, text in told if text.strip())


_SAYS_WHEN = frozenset(
    [
        "after",
        "as",
        "at",
        "before",
        "by",
        "during",
        "from",
        "in",
        "on",
        "once",
        "until",
        "when",
        "while",
        "within",
    ]
)
"""Words that a time begins with which needs no "by"."""


class Doing(Protocol):
    """Who does something, by when: of this session or of the one before."""

    @property
    def who(self) -> str:
        """Who does it."""

    @property
    def by(self) -> str:
        """By when, as typed."""


def by_when(told: str) -> str:
    """By when something is done: "by Friday", "by 1 March"; "after the fair" says it by itself."""
    typed = safe(told).strip()
    if not typed or typed.split()[0].casefold() in _SAYS_WHEN:
        return typed
    return _("by {when}").format(when=typed)


def facts_of(state: SessionState, action: ActionEvent) -> tuple[str, ...]:
    """Who does something of this session, by when, and whether it is done."""
    facts = action_facts(action, state.date_of(action.t))
    return (*facts, _("done")) if action.action in state.done else facts


def action_facts(action: Doing, since: str) -> tuple[str, ...]:
    """Who does something, and by when, as far as it is written down.

    Args:
        action: What is to be done.
        since: The day on which it was written down, or "".
    """
    by = by_when(when_typed(action.by, since))
    who = safe(action.who).strip() or _("nobody named")
    return tuple(fact for fact in (who, by) if fact)
