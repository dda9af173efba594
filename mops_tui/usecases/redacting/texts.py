"""What of a journal somebody wrote, and where the texts in it stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mops_tui.model.session.events import (
    ActionAmended,
    ActionRecorded,
    DecisionAmended,
    DecisionRecorded,
    Event,
    NoteAmended,
    NoteRecorded,
    OptionAdded,
    ReasonGiven,
    ReportEdited,
    SubjectNamed,
    VoteCast,
)
from mops_tui.words.files.where import Where

_QUOTED = 15
"""Characters of what somebody said, by which it is known where it is quoted."""


def words_of(events: Iterable[Event], who: str) -> Iterator[str]:
    """What somebody said or wrote, as it may be quoted in a dissent or a note."""
    for event in events:
        if isinstance(event, ReasonGiven) and event.participant == who:
            said: tuple[str, ...] = (event.text,)
        elif isinstance(event, VoteCast) and event.participant == who:
            said = event.ideas or ()
        else:
            continue
        plain = (one.strip().rstrip(".!") for one in said)
        yield from (one for one in plain if len(one) > _QUOTED)


def where_of(event: Event) -> Where:
    """Where what is typed in an event stands."""
    match event:
        case DecisionRecorded() | DecisionAmended():
            return "decision", event.decision
        case ActionRecorded() | ActionAmended():
            return "action", event.action
        case NoteRecorded() | NoteAmended():
            return "note", event.note
        case ReasonGiven():
            return "reason", event.question
        case VoteCast():
            return "idea", event.question
        case OptionAdded():
            return "option", event.question
        case SubjectNamed():
            return "subject", event.scenario
        case ReportEdited():
            return "report", ""
        case _:
            return "", ""
