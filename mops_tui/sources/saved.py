"""A saved session at one moment, for reports: read once, written never."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mops_tui.model.people.near_names import MayName, NearNames
from mops_tui.model.people.unnamed import Known, Unnamed
from mops_tui.model.replay.moment import Moment, index_at
from mops_tui.model.replay.pace import STORY, Pace
from mops_tui.model.session.audience import (
    VisibleState,
    to_report,
    visible,
    visible_after,
    with_report,
)
from mops_tui.model.session.condition import Condition
from mops_tui.model.session.fold import fold
from mops_tui.model.session.header import Header
from mops_tui.model.session.public import (
    INSTEAD,
    OF_DECISION,
    Instead,
    ordinary_words,
    public_header,
    unnamed_of,
)
from mops_tui.model.session.state import ReportEdits
from mops_tui.storage.files.errors import refuse_practice
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.fingerprint import fingerprint

SavedAudience = Literal["room", "public"]
"""Who reads a saved session: those who were there, or anybody."""


@dataclass(frozen=True)
class Saved:
    """A session as its audience may see it.

    Attributes:
        state: Redacted: unrevealed rounds are sealed.
        condition: What is wrong with its file.
        at: The event at which it stands, or None for the last.
        fingerprint: Of the header and the events up to there; "" for the public.
        may_name: What in it may still be somebody's name, for the public: for whoever writes it to
            look at, and for no report.
    """

    header: Header
    state: VisibleState
    condition: Condition
    at: int | None
    fingerprint: str
    may_name: tuple[MayName, ...] = ()


def read_saved(
    path: Path,
    when: Moment | int | None = None,
    pace: Pace = STORY,
    audience: SavedAudience = "room",
    instead: Instead = INSTEAD,
    edits: ReportEdits | None = None,
) -> Saved:
    """Read a session as it was after its last event, or at an earlier moment.

    Args:
        path: The session file.
        when: The moment, or the number of an event; the end by default.
        pace: The one in whose clock a time is read.
        audience: Who reads it. For the public the header is without names, too, and nothing is
            there that would confirm a guess at what was withheld.
        instead: What stands where names were, for the public.
        edits: What is changed in its report, kept yet or not; as the file has it by default.

    Raises:
        SessionError: It cannot be read.
        BeyondEnd: It has no such moment.
    """
    data = journal.load(path)
    reading = journal.parse(data)
    refuse_practice(reading.header.session)
    events = reading.events
    at: int | None = None
    if when is not None:
        moment_asked = Moment(event=when) if isinstance(when, int) else when
        events = events[: index_at(events, moment_asked, pace)]
        at = moment_asked.event or (events[-1].seq if events else 0)
    condition = reading.condition if at is None else reading.condition.until(at)
    if audience == "public":
        full = fold(reading.header, events)
        full = full if edits is None else to_report(full, edits)
        # Names that somebody was given later are names at an earlier moment, too.
        unnamed = unnamed_of(full, reading.events, instead)
        seen = visible(full, "public", unnamed=unnamed)
        near = NearNames(unnamed.names, ordinary_words(full))
        doubts = dict.fromkeys(one for text in _typed_texts(seen) for one in near.found(text))
        doubts |= dict.fromkeys(_called_after(path, unnamed.names))
        own = public_header(reading.header, unnamed)
        return Saved(own, seen, condition, at, "", tuple(doubts))
    digest = fingerprint(data, journal.read_header_block(data).text, reading.spans[: len(events)])
    state = visible_after(reading.header, events)
    state = state if edits is None else with_report(state, edits)
    return Saved(reading.header, state, condition, at, digest)


def _called_after(path: Path, names: Iterable[str]) -> Iterator[MayName]:
    """Whose name a session's file has: what is written of it is called as it is."""
    for name in names:
        if Unnamed([Known((name,))]).mentions(path.stem):
            yield MayName(path.name, name)


def _typed_texts(state: VisibleState) -> Iterator[str]:
    """What somebody typed, of a state that is for anybody."""
    before = () if state.before is None else state.before.decisions
    actions = () if state.before is None else state.before.actions
    yield from (state.title, state.report.title, state.report.summary, *state.subjects.values())
    yield from (label for own in state.added.values() for _key, label in own)
    for decision in (*state.decisions.values(), *before):
        yield from (getattr(decision, name) for name in (*OF_DECISION, "why"))
    for action in (*state.actions.values(), *actions):
        yield from (action.what, action.who, action.by)
    for note in state.notes.values():
        yield from (note.about, note.text)
