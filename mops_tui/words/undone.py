"""What an undo takes back, in a sentence that the room may read.

Who voted is said, and how many called out; never what. A private note is not quoted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from mops_tui.model.session.state import SessionState, Undoable, View, ViewSnapshot
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import listed
from mops_tui.words.results.labels import participant_label, view_name
from mops_tui.words.safe import safe

QUOTED = 30
"""The most cells of something written that are quoted."""
Said = tuple[str, str]
"""What is taken back, in a few words; and what holds again, as a sentence, or ""."""


def undone(state: SessionState, group: Sequence[Undoable]) -> str:
    """Say what is taken back, and what holds again where that is not plain.

    Args:
        state: Before the undo.
        group: What the undo takes back: `model.undo.last_group` of that state.
    """
    named = [entry for entry in group if not _follows(entry, group)] or list(group)
    pairs = [_SAID[entry.event.kind](state, entry.event, entry.before) for entry in named]
    sentence = _("Taken back: {what}.").format(what=listed([words for words, _after in pairs]))
    return " ".join([sentence, *dict.fromkeys(after for _words, after in pairs if after)])


def _follows(entry: Undoable, group: Sequence[Undoable]) -> bool:
    """Whether an event merely follows from others of its command, and so needs no mention."""
    others = [other for other in group if other is not entry]
    kind = entry.event.kind
    if kind.startswith("timer-"):
        return any(not other.event.kind.startswith("timer-") for other in others)
    if isinstance(entry.before, ViewSnapshot):  # a question is skipped, and the room goes on
        return any(other.event.kind == "agenda-set" for other in others)
    gone_on = any(isinstance(other.before, ViewSnapshot) for other in others)
    return gone_on and kind in ("round-opened", "round-closed")


def _quoted(text: str) -> str:
    return _("“{text}”").format(text=safe(text, QUOTED).strip())


def _question(state: SessionState, ref: str) -> str:
    return _quoted(view_name(state, View("question", ref)))


def _vote(state: SessionState, event: Any, before: Any) -> Said:
    name = participant_label(state, event.participant)
    if before is None:
        return _("{name}'s vote").format(name=name), ""
    after = _("The vote before counts again.")
    return _("{name}'s changed vote").format(name=name), after


def _withdrawal(state: SessionState, event: Any, before: Any) -> Said:  # noqa: ARG001
    name = participant_label(state, event.participant)
    return _("the withdrawal of {name}'s vote").format(name=name), ""


def _tally(state: SessionState, event: Any, before: Any) -> Said:  # noqa: ARG001
    after = _("No call-outs are counted now.")
    if before.size:
        after = ngettext(
            "{n} called-out vote is counted now.",
            "{n} called-out votes are counted now.",
            before.size,
        ).format(n=before.size)
    corrected = _("the correction of the call-outs")
    return (corrected if event.corrected else _("the last call-outs")), after


def _close(state: SessionState, event: Any, before: Any) -> Said:  # noqa: ARG001
    words = _("the close of {question}").format(question=_question(state, event.question))
    return words, _("The vote is open again.")


def _reopening(state: SessionState, event: Any, before: Any) -> Said:  # noqa: ARG001
    words = _("the reopening of {question}").format(question=_question(state, event.question))
    return words, _("The vote is closed again.")


def _round(state: SessionState, event: Any, before: Any) -> Said:  # noqa: ARG001
    question = _question(state, event.question)
    if event.round < 2:
        return _("the vote on {question}").format(question=question), ""
    words = _("round {n} of {question}").format(n=event.round, question=question)
    return words, _("The room sees round {n} again.").format(n=event.round - 1)


def _going_on(state: SessionState, event: Any, before: ViewSnapshot) -> Said:  # noqa: ARG001
    # Nothing has moved the workshop since: it stands where that led to.
    return _("going on to {place}").format(place=_quoted(view_name(state, state.place))), ""


def _arrival(state: SessionState, event: Any, before: Any) -> Said:  # noqa: ARG001
    return _("{name}'s arrival").format(name=participant_label(state, event.participant)), ""


def _person(state: SessionState, event: Any, before: Any) -> Said:
    name = participant_label(state, event.participant)
    if event.present != before.present:
        return _("{name}'s return").format(name=name), ""
    words = _("the change of {name}").format(name=name)
    if event.name != before.name and before.name:
        return words, _("The name is {name} again.").format(name=safe(before.name, QUOTED))
    if event.role != before.role and before.role:
        return words, _("The role is {role} again.").format(role=safe(before.role, QUOTED))
    return words, ""


def _leaving(state: SessionState, event: Any, before: Any) -> Said:  # noqa: ARG001
    return _("{name}'s leaving").format(name=participant_label(state, event.participant)), ""


def _heads(state: SessionState, event: Any, before: int) -> Said:  # noqa: ARG001
    words = _("the head count of {n}").format(n=event.present)
    return words, _("It is {n} again.").format(n=before) if before else ""


def _option(state: SessionState, event: Any, before: Any) -> Said:  # noqa: ARG001
    return _("{option}, which the room added").format(option=_quoted(event.label)), ""


def _agenda(state: SessionState, event: Any, before: tuple[tuple[str, ...], float]) -> Said:
    skipped, minutes = before
    more = [ref for ref in event.skipped if ref not in skipped]
    fewer = [ref for ref in skipped if ref not in event.skipped]
    if more and not fewer:
        names = listed([_question(state, ref) for ref in more])
        return _("the skipping of {questions}").format(questions=names), ""
    if fewer and not more:
        names = listed([_question(state, ref) for ref in fewer])
        words = _("the return of {questions}").format(questions=names)
        after = ngettext("It is skipped again.", "They are skipped again.", len(fewer))
        return words, after
    if event.minutes != minutes:
        words = _("the day of {n} minutes").format(n=round(event.minutes))
        return words, _("It has {n} minutes again.").format(n=round(minutes))
    return _("the last change of the agenda"), ""


def _decision(state: SessionState, event: Any, before: Any) -> Said:  # noqa: ARG001
    return _record(event, before, event.what, _("the decision {text}"))


def _action(state: SessionState, event: Any, before: Any) -> Said:  # noqa: ARG001
    return _record(event, before, event.what, _("the action {text}"))


def _note(state: SessionState, event: Any, before: Any) -> Said:  # noqa: ARG001
    if event.private or (before is not None and before.private):
        return (_("a private note") if before is None else _("the change of a private note")), ""
    kinds = {
        "note": _("the note {text}"),
        "parking": _("{text}, which was parked"),
        "idea": _("the idea {text}"),
    }
    return _record(event, before, event.text, kinds[event.list])


def _record(event: Any, before: Any, text: str, kind: str) -> Said:
    """Something written down: the whole of it, its new wording, or that it was taken away."""
    if before is None:
        return kind.format(text=_quoted(text)), ""
    wording = getattr(before, "what", "") or getattr(before, "text", "")
    if event.removed:
        return _("the removal of {text}").format(text=_quoted(wording)), ""
    words = _("the change of {text}").format(text=_quoted(text))
    if wording == text:
        return words, ""
    return words, _("It says {text} again.").format(text=_quoted(wording))


def _timer(state: SessionState, event: Any, before: Any) -> Said:  # noqa: ARG001
    if event.kind == "timer-stopped":
        return _("putting the timer away"), ""
    if event.kind == "timer-paused":
        return _("the pause of the timer"), ""
    if event.kind == "timer-extended":
        return _("the timer's minute more"), ""
    return (_("the timer's start") if before is None else _("letting the timer run on")), ""


_SAID: dict[str, Callable[[SessionState, Any, Any], Said]] = {
    "vote-cast": _vote,
    "vote-withdrawn": _withdrawal,
    "tally-set": _tally,
    "round-opened": _round,
    "round-closed": _close,
    "round-reopened": _reopening,
    "brief-shown": _going_on,
    "question-shown": _going_on,
    "summary-shown": _going_on,
    "participant-joined": _arrival,
    "participant-updated": _person,
    "participant-left": _leaving,
    "head-counted": _heads,
    "option-added": _option,
    "agenda-set": _agenda,
    "decision-recorded": _decision,
    "decision-amended": _decision,
    "action-recorded": _action,
    "action-amended": _action,
    "note-recorded": _note,
    "note-amended": _note,
    "timer-started": _timer,
    "timer-paused": _timer,
    "timer-extended": _timer,
    "timer-stopped": _timer,
}
