"""A small room that somebody facilitates, and the remarks that a debrief makes of it."""

from __future__ import annotations

from support.asking import Room

from mops_tui.model.replay.debrief import debrief
from mops_tui.model.replay.remarks.remark import Remark
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.state import View

WHERE, PLACE, LEAN = "demo/where", "demo/place", "demo/lean"
PEOPLE = tuple(f"p{n}" for n in range(1, 9))


def at_where(people: int = 8, **changes: object) -> Room:
    """A room that looks at a question, its vote open."""
    made = Room(**changes)
    named = made.header.policy.anonymity != "anonymous"
    made.do(*(cmd.Join(who, who.upper() if named else "") for who in PEOPLE[:people]))
    made.do(cmd.Show(View("question", WHERE)))
    return made


def vote(made: Room, letters: str, ref: str = WHERE, seconds: float = 60.0) -> None:
    """Close and reveal a round in which p1, p2 and so on chose these; a space for nobody."""
    for who, letter in zip(PEOPLE, letters, strict=False):
        if letter != " ":
            made.do(cmd.CastVote(ref, who, Choice(letter)))
    made.t += seconds
    made.do(cmd.CloseRound(ref), cmd.Reveal(ref))


def said(made: Room, code: str) -> list[Remark]:
    """The remarks of one kind."""
    return [one for one in debrief(made.header, made.events).remarks if one.code == code]
