"""What the timer counts next: silence, pairs, the vote, the talk, or the minutes of a place."""

from __future__ import annotations

from mops_tui.model.agenda.pace import budget
from mops_tui.model.packs.minutes import vote_minutes
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.session.events import TimedPhase
from mops_tui.model.session.rules.timer import OTHER_DISCUSSION, discussion_seconds
from mops_tui.model.session.state import SessionState

Counted = tuple[TimedPhase, float]
"""What a timer counts, and from how many seconds."""
_MINUTE = 60.0


def before_the_vote(state: SessionState, ref: str) -> tuple[Counted, ...]:
    """What a room does before it votes on a question for the first time, in order.

    Votes are open meanwhile: nobody who is ready waits, and no vote can be lost by a clock.
    Empty once the vote is closed, and in a second round, which the talk has prepared.
    """
    question, round_ = state.question(ref), state.round(ref)
    if question is None or round_ is None or round_.phase != "open" or round_.number > 1:
        return ()
    return _before(question)


def _before(question: QuestionBase) -> tuple[Counted, ...]:
    counted: tuple[Counted, ...] = (("alone", question.alone), ("pairs", question.in_pairs))
    return tuple((of, minutes * _MINUTE) for of, minutes in counted if minutes)


def next_timer(state: SessionState) -> Counted:
    """What the timer counts when it is started where the workshop is now."""
    place = state.place
    if place.of != "question":
        return "", budget(state, place) or OTHER_DISCUSSION
    question, round_ = state.question(place.name), state.round(place.name)
    if question is None or round_ is None or round_.phase != "open":
        return "", discussion_seconds(state, place.name)
    vote: Counted = ("vote", vote_minutes(question) * _MINUTE)
    order = (*before_the_vote(state, place.name), vote)
    counted = [of for of, _seconds in order]
    now = state.timer.of if state.timer is not None else ""
    at = counted.index(now) + 1 if now in counted else 0
    return order[min(at, len(order) - 1)]


def timer_goes_on(state: SessionState, t: float) -> bool:
    """Whether the timer has run out of something after which something else is counted."""
    timer = state.timer
    return (
        timer is not None
        and timer.running
        and timer.left(t) <= 0
        and timer.of in ("alone", "pairs")
        and state.place.of == "question"
    )
