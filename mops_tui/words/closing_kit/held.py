"""When a workshop was held, with how many, and how its answers are shown: one line."""

from __future__ import annotations

from collections.abc import Iterator

from mops_tui.model.results.attendance import took_part
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Round
from mops_tui.words.closing_kit.days import days_in_words
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import filled


def held(state: VisibleState, *, nameless: bool = False, answered: int = 0) -> str:
    """When, with how many people, and how answers are shown.

    Args:
        state: What may be seen.
        nameless: It is for somebody to whom nobody is named, whatever the room agreed on.
        answered: So many answered one question, as its figures tell that reader: at least as many
            were there.
    """
    shown = _("Nobody is named here.") if nameless else ""
    if not nameless and _is_anything_revealed(state):
        shown = how_shown(state)
    return " ".join(filter(None, (_when(state, answered), shown)))


def how_shown(state: VisibleState) -> str:
    """How answers are shown, to whoever may read names."""
    revealed = [one for one in _rounds(state) if one.phase == "revealed"]
    called = any(one.tally.size for one in revealed)
    if called and state.policy.anonymity != "anonymous":
        if not any(one.voters for one in revealed):
            return _("Answers were called out and counted: they have no name.")
        return {
            "named": _("Answers are shown by name, but for those that were called out."),
            "pseudonyms": _(
                "Answers are shown by handle and role, but for those that were called out; names "
                "were not kept."
            ),
        }[state.policy.anonymity]
    return {
        "named": _("Answers are shown by name."),
        "pseudonyms": _("Answers are shown by handle and role; names were not kept."),
        "anonymous": _("Answers are anonymous."),
    }[state.policy.anonymity]


def _is_anything_revealed(state: VisibleState) -> bool:
    return any(one.phase == "revealed" for one in _rounds(state))


def _rounds(state: VisibleState) -> Iterator[Round]:
    return (one for each in state.rounds.values() for one in each)


def _when(state: VisibleState, answered: int) -> str:
    people = max(took_part(state), answered)
    days = days_in_words(state.date_of(0.0), _last_day(state))
    if state.session == "rehearsal" and state.audience == "public":
        words = _("A rehearsal of {days}, with at least {n} simulated people.")
    elif state.session == "rehearsal":
        words = ngettext(
            "A rehearsal of {days}, with one simulated person.",
            "A rehearsal of {days}, with {n} simulated people.",
            people,
        )
    elif people and state.audience == "public":
        words = _("{days}, with at least {n} people.")
    elif people:
        words = ngettext("{days}, with one person.", "{days}, with {n} people.", people)
    elif state.audience == "public":
        words = _("{days}.")
    else:
        words = _("{days}; nobody counted how many were there.")
    return filled(words, days=days, n=people)


def _last_day(state: VisibleState) -> str:
    """The day of the last reveal: what is written into the file later is no workshop."""
    times = (one.revealed_t for one in _rounds(state))
    last = max((t for t in times if t is not None), default=None)
    return "" if last is None else state.date_of(last)
