"""What is missing in a report, or wrong with it: one sentence each, above all else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.condition import Condition
from mops_tui.words.closing_kit.days import day_in_words
from mops_tui.words.files.condition import sentences
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.quoting import quoted


def banners(state: VisibleState, condition: Condition, at: int | None = None) -> tuple[str, ...]:
    """What a reader has to know before anything else; nothing of a session that ran to its end.

    Args:
        state: What may be seen.
        condition: What is wrong with the file.
        at: The event at which the report stands, where it is not the last.
    """
    told = [_rehearsed(state), _at(state, at), *damage(state, condition)]
    if _is_empty(state):
        told.append(_("Nothing was asked and nothing was written down: there is no result."))
    else:
        told += [_unfinished(state, at), *_hidden(state), _ignored(state), _no_votes(state)]
    return tuple(one for one in told if one)


def _rehearsed(state: VisibleState) -> str:
    if state.session != "rehearsal":
        return ""
    return _("A rehearsal: the people, their votes and what they decide are simulated.")


def damage(state: VisibleState, condition: Condition) -> list[str]:
    """What is wrong with the file, for whoever reads a report: no line and no place in it."""
    lines = sentences(replace(condition, unread_from=None))
    if condition.unread_from is not None:
        lines.append(_cut_off(state))
    return lines


def _cut_off(state: VisibleState) -> str:
    """That the end of the file cannot be read, and from when on nothing is known."""
    when = _moment(state)
    if not when:
        return _("The end of the session file cannot be read: what stands in it is missing here.")
    words = _("The end of the session file cannot be read: what came after {when} is missing here.")
    return words.format(when=when)


def _moment(state: VisibleState) -> str:
    """When the last event was written that is told of: "14:07 on 24 November 2026", or ""."""
    if state.opened is None or not state.seq:
        return ""
    at = state.opened + timedelta(seconds=state.t)
    day = day_in_words(at.date().isoformat())
    return _("{time} on {day}").format(time=at.strftime("%H:%M"), day=day)


def _at(state: VisibleState, at: int | None) -> str:
    if at is None:
        return ""
    when = _moment(state)
    if not when:
        words = _("This is the workshop as it stood at event {at}; what came later is not in it.")
        return words.format(at=at)
    words = _("This is the workshop as it stood at {when}; what came later is not in it.")
    return words.format(when=when)


def _is_empty(state: VisibleState) -> bool:
    return not (state.rounds or state.decisions or state.actions or state.notes)


def _unfinished(state: VisibleState, at: int | None) -> str:
    """That the workshop has no end in its file; of an earlier moment that goes without saying."""
    if at is not None or state.phase == "closed":
        return ""
    if state.phase == "paused":
        return _("The workshop was paused and not taken up again: what was to follow is missing.")
    return _("The workshop was not closed: if it went on, what followed is missing.")


def _hidden(state: VisibleState) -> Iterator[str]:
    """Votes that nobody has seen: only how many there are."""
    for ref, rounds in state.rounds.items():
        question, last = state.question(ref), rounds[-1]
        if question is None or last.phase == "revealed":
            continue
        title = quoted(question.title)
        if last.voted:
            words = ngettext(
                "One vote on {title} was not revealed: it is missing here.",
                "{n} votes on {title} were not revealed: they are missing here.",
                last.voted,
            )
            yield words.format(n=last.voted, title=title)
        elif last.phase == "open" and state.phase != "closed" and ref not in state.skipped:
            words = _("The vote on {title} was open: nothing of it was revealed, and none is here.")
            yield words.format(title=title)


def _ignored(state: VisibleState) -> str:
    n = len(state.ignored)
    if not n:
        return ""
    return ngettext(
        "One event fits nothing and is not counted.",
        "{n} events fit nothing and are not counted.",
        n,
    ).format(n=n)


def _no_votes(state: VisibleState) -> str:
    """That no vote has a result, and why."""
    found = [result(state, ref) for ref in state.rounds]
    if any(one is not None and (one.n or one.withheld) for one in found):
        return ""  # of what is withheld, its own sentence says why
    if not state.rounds:
        return _("Nothing was voted on.")
    revealed = [one for one in found if one is not None]
    if not revealed:
        return _("No vote was revealed: there is no answer to show.")
    if state.audience == "public":
        return _("No answer of a vote can be shown to people who were not there.")
    if any(one.passes for one in revealed):
        return _("Nobody gave an answer: everybody who voted passed.")
    return _("Nobody voted: there is no answer to show.")
