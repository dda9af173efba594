"""What was to be done in some sessions: actions, first steps, decisions to look at again.

A later session may have said what became of a thing: both files together tell whether it is open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal

from mops_tui.model.text.days import day_meant, time_typed
from mops_tui.sources.todo.reading import LeftSession

TrackedKind = Literal["action", "first-step", "review"]
Standing = Literal["open", "done", "changed", "carried"]
"""Where a thing stands; "carried" where it goes on as an action of a later session."""
REF_LENGTH = 6


@dataclass(frozen=True)
class Tracked:
    """Something to be done, and where it stands.

    Attributes:
        kind: An action, the first step of a decision, or a decision to look at again.
        key: The id of the action, or of the decision.
        path: The file in which it was written down.
        session: The id of that session; `title` is what it was called.
        what: What is to be done; of a review what was decided.
        by: By when, as typed.
        day: The same as a day, "2027-03-01", or "".
        since: The day on which it was written down, or "".
        standing: Where it stands.
        on: The day on which that was said, or "".
        said_in: What the later session is called in which it was said, or "".
        said_at: When that session was opened; None where it was said outside of one.
        alike: Another session that was read has that title and that day, too.
        said_alike: Likewise of the later one.
        not_done_on: The day of the latest session that found it not done yet, or "".
    """

    kind: TrackedKind
    key: str
    path: Path
    session: str
    title: str
    opened: datetime
    what: str
    who: str
    by: str
    day: str
    since: str = ""
    standing: Standing = "open"
    on: str = ""
    said_in: str = ""
    said_at: datetime | None = None
    alike: bool = False
    said_alike: bool = False
    not_done_on: str = ""

    @property
    def digest(self) -> str:
        """What it is known by, in each list: the first characters are its reference."""
        name = f"{self.session}/{self.opened.isoformat()}/{self.kind}/{self.key}"
        return sha256(name.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class _Said:
    """What a later session said of a thing."""

    outcome: str
    session: LeftSession

    @property
    def day(self) -> str:
        return self.session.opened.date().isoformat()


_Named = tuple[str, str]
"""A session's id, and the id of an action, or of a decision with "/" in front of it."""


def tracked(sessions: Iterable[tuple[Path, LeftSession]]) -> tuple[Tracked, ...]:
    """All that was to be done, session by session.

    Args:
        sessions: Each session once, with its file.
    """
    in_order = sorted(sessions, key=lambda one: (one[1].opened, one[1].id))
    said: dict[_Named, _Said] = {}
    not_done: dict[_Named, str] = {}
    for _path, session in in_order:
        for named, outcome in _followed_up(session):
            if outcome == "not-done":
                not_done[named] = session.opened.date().isoformat()
                said.pop(named, None)
            else:
                said[named] = _Said(outcome, session)
    looks = Counter(_look(session.title, session.opened) for _path, session in in_order)
    things = (
        _standing(one, said, not_done) for path, session in in_order for one in _of(path, session)
    )
    return tuple(
        replace(
            one,
            alike=looks[_look(one.title, one.opened)] > 1,
            said_alike=one.said_at is not None and looks[_look(one.said_in, one.said_at)] > 1,
        )
        for one in things
    )


def _look(title: str, opened: datetime) -> tuple[str, date]:
    """What tells workshops apart in a list."""
    return title, opened.date()


def _followed_up(session: LeftSession) -> Iterator[tuple[_Named, str]]:
    """What a session says of things of sessions before it."""
    state = session.state
    before = state.before
    if before is None:
        return
    for ref, one in before.todo.items():
        outcome, origin = state.actions_followed_up.get(ref, ""), one.session or before.session
        if outcome and one.id and origin != session.id:
            yield (origin, one.id), outcome
    for decision in before.decisions:
        outcome = state.followed_up.get(decision.id, "")
        if outcome and before.session != session.id:
            yield (before.session, f"/{decision.id}"), outcome


def _standing(one: Tracked, said: dict[_Named, _Said], not_done: dict[_Named, str]) -> Tracked:
    """The thing with what a later session said of it, unless its own says that it is done."""
    if one.standing != "open":
        return one
    named = (one.session, one.key if one.kind == "action" else f"/{one.key}")
    word = said.get(named)
    if word is None:
        found = not_done.get(named, "")
        looked_at = bool(found) and one.kind == "review"
        if looked_at:
            return replace(one, standing="done", on=found)
        return replace(one, not_done_on=found)
    standing: Standing = "done"
    if one.kind != "review" and word.outcome in ("changed", "carried"):
        standing = "carried" if word.outcome == "carried" else "changed"
    return replace(
        one,
        standing=standing,
        on=word.day,
        said_in=word.session.title,
        said_at=word.session.opened,
    )


def _of(path: Path, session: LeftSession) -> Iterator[Tracked]:
    """What one session left to be done, as its own file has it."""
    state = session.state

    def thing(
        kind: TrackedKind, key: str, done: str | None, what: str, who: str, by: str, since: str
    ) -> Tracked:
        by = by if kind == "review" else time_typed(by, what)
        return Tracked(
            kind=kind,
            key=key,
            path=path,
            session=session.id,
            title=session.title,
            opened=session.opened,
            what=what,
            who=who,
            by=by,
            day=day_meant(by, since),
            since=since,
            standing="open" if done is None else "done",
            on=done or "",
        )

    for decision in state.decisions.values():
        key, since = decision.decision, state.date_of(decision.t)
        if decision.first_step.strip():
            done = state.first_steps_done.get(key)
            yield thing("first-step", key, done, decision.first_step, decision.owner, "", since)
        if decision.review.strip():
            done = state.reviewed.get(key)
            yield thing("review", key, done, decision.what, decision.owner, decision.review, since)
    for action in state.actions.values():
        since, done = state.date_of(action.t), state.done.get(action.action)
        yield thing("action", action.action, done, action.what, action.who, action.by, since)
