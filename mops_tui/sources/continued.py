"""The session that a new one goes on from: which there are, and what one of them left open.

What is open is told by several files: a session, those before it whose actions it had, and those
after it that said what became of its own.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mops_tui.model.comparison.comparison import Session
from mops_tui.model.people.roster import Person
from mops_tui.model.session.audience import VisibleState, visible_after
from mops_tui.model.session.before import MOST_BEFORE, ActionBefore, Before, DecisionBefore
from mops_tui.model.session.state import ActionEvent, DecisionEvent
from mops_tui.model.session.typed import clean
from mops_tui.sources.many import read_one
from mops_tui.sources.todo.tracked import Tracked, tracked
from mops_tui.storage.files.errors import SessionError, refuse_practice
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.listing import SessionList
from mops_tui.storage.sessions.summaries import SessionSummary, current

MOST_OFFERED = 20
"""So many sessions are offered, the newest: each is read whole."""
MOST_COPIED = 1_000
"""The most characters of a text that are copied: headers are read wherever sessions are listed."""


@dataclass(frozen=True)
class Continuable:
    """A live session of the user's that a new one may go on from.

    Attributes:
        before: What it left; None where it cannot be read.
        people: Who had a seat in it, where it had names.
    """

    path: Path
    title: str
    opened: datetime
    before: Before | None
    people: tuple[Person, ...] = ()


def before_of(path: Path) -> Before:
    """What a session left, as far as it is open.

    Raises:
        SessionError: It cannot be read, or is damaged; "not-live" where nobody met in it.
    """
    session = _session(path)
    others = [one for one in _live(path.parent) if current(one) != path and one.id != session.id]
    earlier, later = _before_it(others, (session,)), _after_it(others, session)
    return _left(session, _things([(path, session), *earlier, *later]))


def people_of(path: Path) -> tuple[Person, ...]:
    """Who had a seat in a session, by seat, where it had names.

    Raises:
        SessionError: As `before_of`.
    """
    return _people(_session(path))


def offered(folder: Path) -> tuple[Continuable, ...]:
    """The live sessions of a folder, the newest first."""
    live = _live(folder)
    newest = live[:MOST_OFFERED]
    read: dict[Path, Session] = {}
    for one in newest:
        with contextlib.suppress(SessionError, OSError):
            read[current(one)] = _session(current(one))
    things = _things([*read.items(), *_before_it(live[MOST_OFFERED:], read.values())])
    return tuple(
        Continuable(
            path,
            one.title,
            one.opened,
            _left(read[path], things) if path in read else None,
            _people(read[path]) if path in read else (),
        )
        for path, one in ((current(one), one) for one in newest)
    )


def _people(session: Session) -> tuple[Person, ...]:
    state = session.state
    if state.policy.anonymity != "named":
        return ()
    seated = sorted(state.participants.values(), key=lambda one: one.seat)
    return tuple(Person(one.name, one.role) for one in seated if one.name.strip())


def _live(folder: Path) -> list[SessionSummary]:
    live = [one for one in SessionList(folder).all() if one.session == "live" and not one.trouble]
    return sorted(live, key=lambda one: (one.opened, one.path.name), reverse=True)


def _session(path: Path) -> Session:
    reading = journal.read(path)
    refuse_practice(reading.header.session)
    if reading.header.session != "live":
        raise SessionError("not-live")
    if reading.damage is not None:
        raise SessionError("damaged-before", reading.damage.line)
    header, state = reading.header, visible_after(reading.header, reading.events)
    return Session(header.id, state.called or header.title, header.opened, state)


_Read = tuple[Path, Session]


def _before_it(others: Sequence[SessionSummary], sessions: Iterable[Session]) -> Iterator[_Read]:
    """Those among other sessions whose actions some had before them."""
    named: set[str] = set()
    for session in sessions:
        if (before := session.state.before) is not None:
            named.update({before.session, *(one.session for one in before.actions)})
    yield from _readable(one for one in others if one.id in named)


def _after_it(others: Sequence[SessionSummary], session: Session) -> Iterator[_Read]:
    """Those among other sessions that may say what became of something of one."""
    before = session.state.before
    names = (
        [session.id, *((one.session or before.session) for one in before.actions)]
        if before
        else [session.id]
    )
    wanted = [name.encode() for name in dict.fromkeys(names)]
    for one in others:
        if one.opened <= session.opened:
            continue
        try:
            data = journal.load(current(one))
        except SessionError:
            continue
        if any(name in data for name in wanted):
            yield from _readable((one,))


def _readable(summaries: Iterable[SessionSummary]) -> Iterator[_Read]:
    for one in summaries:
        with contextlib.suppress(SessionError, OSError):
            yield current(one), read_one(current(one))


_Things = dict[tuple[str, str], Tracked]


def _things(sessions: Iterable[_Read]) -> _Things:
    """The actions of some sessions by their session's id and their own."""
    found = (one for one in tracked(sessions) if one.kind == "action")
    return {(one.session, one.key): one for one in found}


def _left(session: Session, things: _Things) -> Before:
    """What a session left: its decisions, its open actions, and those it had found open."""
    state = session.state

    def is_open(origin: str, action: str) -> bool:
        thing = things.get((origin, action))
        return thing is None or thing.standing == "open"

    actions = [one for one in _still_open(state) if not one.id or is_open(one.session, one.id)]
    own = (one for one in state.actions.values() if is_open(session.id, one.action))
    actions += [_action(state, one) for one in own]
    decisions = tuple(state.decisions.values())[-MOST_BEFORE:]
    return Before(
        session=session.id,
        title=clean(session.title),
        opened=session.opened,
        decisions=tuple(_decision(state, one) for one in decisions),
        actions=tuple(actions[-MOST_BEFORE:]),
    )


def _still_open(state: VisibleState) -> Iterator[ActionBefore]:
    """What a session had before it, and did not say was over."""
    before = state.before
    if before is None:
        return
    for ref, one in before.todo.items():
        if state.actions_followed_up.get(ref, "") in ("", "not-done"):
            yield one.model_copy(update={"session": one.session or before.session})


def _decision(state: VisibleState, decision: DecisionEvent) -> DecisionBefore:
    scenario = state.workshop.scenario(decision.scenario)
    return DecisionBefore(
        id=decision.decision,
        scenario=clean(scenario.title) if scenario is not None else "",
        day=state.date_of(decision.t),
        what=clean(decision.what, MOST_COPIED),
        why=clean(decision.why, MOST_COPIED),
        owner=decision.owner,
        agree=clean(decision.agree, MOST_COPIED),
        first_step=clean(decision.first_step, MOST_COPIED),
        first_step_done=state.first_steps_done.get(decision.decision, ""),
        review=decision.review,
        confidence=decision.confidence,
        dissent=clean(decision.dissent, MOST_COPIED),
    )


def _action(state: VisibleState, action: ActionEvent) -> ActionBefore:
    return ActionBefore(
        id=action.action,
        day=state.date_of(action.t),
        what=clean(action.what, MOST_COPIED),
        who=action.who,
        by=action.by,
    )
