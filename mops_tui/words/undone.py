"""What an undo takes back, in a sentence that the room may read.

Who voted is said, and how many called out; never what. A private note is not quoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from mops_tui.model.session.events import (
    ActionDone,
    FirstStepDone,
    RoundClosed,
    RoundOpened,
    RoundReopened,
    RoundRevealed,
)
from mops_tui.model.session.state import SessionState, View
from mops_tui.model.session.undo.undoable import (
    ActionChange,
    ActionFollowUpChange,
    AgendaChange,
    Arrival,
    DecisionChange,
    DoneChange,
    FollowUpChange,
    HeadCount,
    Move,
    NoteChange,
    OptionChange,
    PersonChange,
    RoundChange,
    RoundStart,
    SubjectChange,
    TallyChange,
    TimerChange,
    Undoable,
    VoteChange,
)
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import listed
from mops_tui.words.results.labels import participant_label, view_name
from mops_tui.words.safe import lines_joined, safe

QUOTED = 30
"""The most cells of something written that are quoted."""
Words = tuple[str, str]
"""What is taken back, in a few words; and what holds again, as a sentence, or ""."""


def undone(state: SessionState, group: Sequence[Undoable]) -> str:
    """Say what is taken back, and what holds again where that is not plain.

    Args:
        state: Before the undo.
        group: What the undo takes back: `model.session.undo.last_group` of that state.
    """
    named = [change for change in group if not _follows(change, group)] or list(group)
    pairs = [_words(state, change) for change in named]
    sentence = _("Taken back: {what}.").format(what=listed([words for words, _after in pairs]))
    afters = [after for _words, after in pairs if after]
    if any(isinstance(change, VoteChange) for change in group if change not in named):
        afters.append(_("The votes are as they were before."))
    return " ".join([sentence, *dict.fromkeys(afters)])


def _follows(change: Undoable, group: Sequence[Undoable]) -> bool:
    """Whether a change merely follows from others of its command, and so needs no mention."""
    others = [other for other in group if other is not change]
    if isinstance(change, TimerChange):
        return any(not isinstance(other, TimerChange) for other in others)
    if isinstance(change, Move):  # a question is skipped, and the room goes on
        return any(isinstance(other, AgendaChange) for other in others)
    if isinstance(change, VoteChange | RoundChange) and any(
        isinstance(other, PersonChange) and other.event.kind == "participant-left"
        for other in others
    ):
        return True  # somebody is put out, or two seats are one person's
    gone_on = any(isinstance(other, Move) for other in others)
    kinds = ("round-opened", "round-closed")
    return gone_on and change.event.kind in kinds


def _quoted(text: str) -> str:
    return _("“{text}”").format(text=lines_joined(text, QUOTED))


def _question(state: SessionState, ref: str) -> str:
    return _quoted(view_name(state, View("question", ref)))


def _vote(state: SessionState, change: VoteChange) -> Words:
    name = participant_label(state, change.event.participant)
    if change.event.kind == "vote-withdrawn":
        return _("the withdrawal of {name}'s vote").format(name=name), ""
    if change.before is None:
        return _("{name}'s vote").format(name=name), ""
    after = _("The vote before counts again.")
    return _("{name}'s changed vote").format(name=name), after


def _tally(change: TallyChange) -> Words:
    after = _("No call-outs are counted now.")
    if change.before.size:
        after = ngettext(
            "{n} called-out vote is counted now.",
            "{n} called-out votes are counted now.",
            change.before.size,
        ).format(n=change.before.size)
    corrected = _("the correction of the call-outs")
    return (corrected if change.event.corrected else _("the last call-outs")), after


def _round_turned(state: SessionState, event: RoundClosed | RoundReopened | RoundRevealed) -> Words:
    question = _question(state, event.question)
    match event.kind:
        case "round-closed":
            words = _("the close of {question}").format(question=question)
            return words, _("The vote is open again.")
        case "round-reopened":
            words = _("the reopening of {question}").format(question=question)
            return words, _("The vote is closed again.")
        case "round-revealed":
            raise ValueError(event.kind)  # nothing takes it back


def _round(state: SessionState, event: RoundOpened) -> Words:
    question = _question(state, event.question)
    if event.round < 2:
        return _("the vote on {question}").format(question=question), ""
    words = _("round {n} of {question}").format(n=event.round, question=question)
    return words, _("The room sees round {n} again.").format(n=event.round - 1)


def _person(state: SessionState, change: PersonChange) -> Words:
    event, before = change.event, change.before
    name = participant_label(state, event.participant)
    if event.kind == "participant-left":
        return _("{name}'s leaving").format(name=name), ""
    if event.present != before.present:
        return _("{name}'s return").format(name=name), ""
    words = _("the change of {name}").format(name=name)
    if event.name != before.name and before.name:
        return words, _("The name is {name} again.").format(name=safe(before.name, QUOTED))
    if event.role != before.role and before.role:
        return words, _("The role is {role} again.").format(role=safe(before.role, QUOTED))
    return words, ""


def _agenda(state: SessionState, change: AgendaChange) -> Words:
    event, skipped, minutes = change.event, change.skipped, change.minutes
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


def _note(change: NoteChange) -> Words:
    event, before = change.event, change.before
    if event.private or (before is not None and before.private):
        return (_("a private note") if before is None else _("the change of a private note")), ""
    kinds = {
        "note": _("the note {text}"),
        "parking": _("{text}, which was parked"),
        "idea": _("the idea {text}"),
    }
    return _record(before.text if before else None, event.text, event.removed, kinds[event.list])


def _record(was: str | None, text: str, removed: bool, kind: str) -> Words:
    """Something written down: the whole of it, its new wording, or that it was taken away."""
    if was is None:
        return kind.format(text=_quoted(text)), ""
    if removed:
        return _("the removal of {text}").format(text=_quoted(was)), ""
    words = _("the change of {text}").format(text=_quoted(text))
    if was == text:
        return words, ""
    return words, _("It says {text} again.").format(text=_quoted(was))


def _followed_up(state: SessionState, decision: str) -> str:
    """What was said of a decision of the session before."""
    decisions = state.before.decisions if state.before is not None else ()
    what = next((one.what for one in decisions if one.id == decision), "")
    return _("what became of {text}").format(text=_quoted(what))


def _timer(change: TimerChange) -> str:
    match change.event.kind:
        case "timer-stopped":
            return _("putting the timer away")
        case "timer-paused":
            return _("the pause of the timer")
        case "timer-extended":
            return _("the timer's minute more")
        case "timer-started":
            started = change.before is None
            return _("the timer's start") if started else _("letting the timer run on")


def _words(state: SessionState, change: Undoable) -> Words:
    match change:
        case VoteChange():
            return _vote(state, change)
        case TallyChange():
            return _tally(change)
        case RoundStart(event=event):
            return _round(state, event)
        case RoundChange(event=event):
            return _round_turned(state, event)
        case Arrival(event=event):
            name = participant_label(state, event.participant)
            return _("{name}'s arrival").format(name=name), ""
        case PersonChange():
            return _person(state, change)
        case HeadCount(event=event, before=before):
            words = _("the head count of {n}").format(n=event.present)
            return words, _("It is {n} again.").format(n=before) if before else ""
        case OptionChange(event=event):
            if event.removed:
                words = _("taking out {option}")
                return words.format(option=_quoted(event.label)), _("It is there again.")
            return _("{option}, which the room added").format(option=_quoted(event.label)), ""
        case SubjectChange(event=event, before=before):
            words = _("the name {subject}").format(subject=_quoted(event.subject))
            again = _("It is {subject} again.").format(subject=_quoted(before)) if before else ""
            return words, again
        case AgendaChange():
            return _agenda(state, change)
        case Move():
            # Nothing has moved the workshop since: it stands where that led to.
            place = _quoted(view_name(state, state.place))
            return _("going on to {place}").format(place=place), ""
        case TimerChange():
            return _timer(change), ""
        case DecisionChange(event=event, before=earlier):
            was = earlier.what if earlier else None
            return _record(was, event.what, event.removed, _("the decision {text}"))
        case FollowUpChange(event=event):
            return _followed_up(state, event.decision), ""
        case ActionFollowUpChange(event=event):
            todo = state.before.todo if state.before is not None else {}
            words = _("what became of {text}")
            return words.format(text=_quoted(todo[event.action].what)), ""
        case DoneChange(event=event):
            return _done(state, event), ""
        case ActionChange(event=event, before=earlier):
            was = earlier.what if earlier else None
            return _record(was, event.what, event.removed, _("the action {text}"))
        case NoteChange():
            return _note(change)
        case _:
            assert_never(change)


def _done(state: SessionState, event: ActionDone | FirstStepDone) -> str:
    """That something is done, or open again."""
    if isinstance(event, ActionDone):
        action = state.actions.get(event.action)
        what = action.what if action is not None else ""
    else:
        decision = state.decisions.get(event.decision)
        what = decision.first_step if decision is not None else ""
    words = _("that {text} is open again") if event.reopened else _("that {text} is done")
    return words.format(text=_quoted(what))
