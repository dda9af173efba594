"""What a room does before it votes, and when it is back: said on every screen, and on phones."""

from __future__ import annotations

from datetime import timedelta

from mops_tui.model.agenda.phases import before_the_vote
from mops_tui.model.session.rules.timer import break_seconds
from mops_tui.model.session.state import SessionState, View
from mops_tui.words.i18n import _, ngettext

_MINUTE = 60.0


def span_words(seconds: float) -> str:
    """A span of time: in minutes where it is whole minutes, else in seconds."""
    whole = round(seconds)
    if whole % 60:
        return ngettext("{n} second", "{n} seconds", whole).format(n=whole)
    minutes = whole // 60
    return ngettext("one minute", "{n} minutes", minutes).format(n=minutes)


def before_vote_words(state: SessionState, ref: str) -> str:
    """What the room does before it votes, or at this moment; "" where it votes at once."""
    phases = before_the_vote(state, ref)
    if not phases:
        return ""
    seconds = {of: span_words(of_it) for of, of_it in phases}
    timer = state.timer
    if timer is not None and timer.of == "vote":
        return _("Now we vote.")
    if timer is not None and timer.of == "pairs":
        return _("In pairs: {span}. Tell each other what you would say, and why.").format(
            span=span_words(timer.whole)
        )
    if timer is not None and timer.of == "alone":
        words = _("In silence: {span}. Everybody thinks alone.")
        if len(phases) > 1:
            words = _("In silence: {span}. Everybody thinks alone. Then {pairs} in pairs.")
        return words.format(span=span_words(timer.whole), pairs=seconds.get("pairs", ""))
    if len(phases) > 1:
        return _("First: {alone} in silence. Then {pairs} in pairs. Then we vote.").format(
            alone=seconds["alone"], pairs=seconds["pairs"]
        )
    only = {
        "alone": _("First: {span} in silence. Then we vote."),
        "pairs": _("First: {span} in pairs. Then we vote."),
    }
    of = phases[0][0]
    return only[of].format(span=seconds[of])


def break_words(state: SessionState, view: View) -> str:
    """How long a break is, with the minutes that were added to it.

    Where nobody can say when it is over, "Break" stands above it.
    """
    timer = state.timer
    seconds = break_seconds(state, view.name)
    if timer is not None and timer.of == "break" and state.place.key == view.key and timer.running:
        begun = state.since + state.rested
        seconds = round((timer.since + timer.seconds - begun) / _MINUTE) * _MINUTE
    if not back_at(state):
        return _("{span}.").format(span=span_words(seconds))
    return _("Break: {span}.").format(span=span_words(seconds))


def back_at(state: SessionState) -> str:
    """When the break is over, by the clock on the wall: "10:45"; "" where nobody can say.

    The minute that has begun is given to the room.
    """
    timer = state.timer
    if timer is None or timer.of != "break" or not timer.running or state.opened is None:
        return ""
    over = state.opened + timedelta(seconds=timer.since + timer.seconds)
    if over.second or over.microsecond:
        over += timedelta(minutes=1)
    return f"{over.hour:02}:{over.minute:02}"


def back_at_words(state: SessionState) -> str:
    """That the room is back at a time; "" where nobody can say."""
    at = back_at(state)
    return _("Back at {time}.").format(time=at) if at else ""
