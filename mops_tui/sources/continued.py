"""The session that a new one goes on from: which there are, and what one of them left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mops_tui.model.session.audience import VisibleState, visible_after
from mops_tui.model.session.before import MOST_BEFORE, ActionBefore, Before, DecisionBefore
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import ActionEvent, DecisionEvent
from mops_tui.model.session.typed import clean
from mops_tui.storage.files.errors import SessionError, refuse_practice
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.listing import SessionList
from mops_tui.storage.sessions.summaries import current

MOST_OFFERED = 20
"""So many sessions are offered, the newest: each is read whole."""
MOST_COPIED = 1_000
"""The most characters of a text that are copied: headers are read wherever sessions are listed."""


@dataclass(frozen=True)
class Continuable:
    """A live session of the user's that a new one may go on from.

    Attributes:
        before: What it left; None where it cannot be read.
    """

    path: Path
    title: str
    opened: datetime
    before: Before | None


def before_of(path: Path) -> Before:
    """What a session left.

    Raises:
        SessionError: It cannot be read, or is damaged; "not-live" where nobody met in it.
    """
    reading = journal.read(path)
    refuse_practice(reading.header.session)
    if reading.header.session != "live":
        raise SessionError("not-live")
    if reading.damage is not None:
        raise SessionError("damaged-before", reading.damage.line)
    return _left(reading.header, visible_after(reading.header, reading.events))


def offered(folder: Path) -> tuple[Continuable, ...]:
    """The live sessions of a folder, the newest first."""
    live = [one for one in SessionList(folder).all() if one.session == "live" and not one.trouble]
    live.sort(key=lambda one: (one.opened, one.path.name), reverse=True)
    return tuple(
        Continuable(path, one.title, one.opened, _before_or_none(path))
        for path, one in ((current(one), one) for one in live[:MOST_OFFERED])
    )


def _before_or_none(path: Path) -> Before | None:
    try:
        return before_of(path)
    except (SessionError, OSError):
        return None


def _left(header: Header, state: VisibleState) -> Before:
    decisions = tuple(state.decisions.values())[-MOST_BEFORE:]
    actions = tuple(state.actions.values())[-MOST_BEFORE:]
    return Before(
        session=header.id,
        title=clean(header.title),
        opened=header.opened,
        decisions=tuple(_decision(state, one) for one in decisions),
        actions=tuple(map(_action, actions)),
    )


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
        review=decision.review,
        confidence=decision.confidence,
        dissent=clean(decision.dissent, MOST_COPIED),
    )


def _action(action: ActionEvent) -> ActionBefore:
    return ActionBefore(what=clean(action.what, MOST_COPIED), who=action.who, by=action.by)
