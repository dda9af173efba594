"""A workshop whose room names what it is about, takes examples out, and is asked what follows."""

from __future__ import annotations

from typing import Any

from support.asking import Room

from mops_tui.model.packs.pack import AgendaEntry, Scenario
from mops_tui.model.packs.workshop import Workshop, assemble
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Ballot
from mops_tui.model.session.state import View

ROOMS = [{"id": "it", "label": "IT"}, {"id": "sales", "label": "Sales"}]
SCALE = [{"id": "no", "label": "Nobody"}, {"id": "all", "label": "All"}]


def asked(kind: str, id: str, **keys: Any) -> dict[str, Any]:
    own: dict[str, Any] = {"choice": {"option": ROOMS}, "rate": {"scale": SCALE}}.get(kind, {})
    return {"kind": kind, "id": id, "title": id, "ask": "Well?", **own, **keys}


def scenario(*questions: dict[str, Any], **keys: Any) -> Scenario:
    base: dict[str, Any] = {"id": "s", "title": "T", "summary": "S", "brief": "B"}
    return Scenario.model_validate(base | {"question": list(questions)} | keys)


def terms(room: str) -> dict[str, Any]:
    """The conditions of a room: asked where it leads, today or for the time to come."""
    hangs = [{"question": name, "leads": [room]} for name in ("today", "next")]
    item = [{"id": "t", "label": "T"}]
    return asked("rate", f"terms-{room}", asked_if=hangs, item=item, minutes=3)


WAVES = [{"id": "chat", "label": "Chat", "letter": "A"}, {"id": "bots", "label": "Bots"}]
SUBJECT = {"ask": "Which change?", "fallback": "the change", "example": "one brief"}
PACK = scenario(
    asked("choice", "today", minutes=2),
    asked("choice", "next", title="{subject}, and then", minutes=4),
    terms("it"),
    terms("sales"),
    asked("curve", "waves", item=WAVES, open=True, minutes=4),
    asked("rate", "sides", items_from="waves", minutes=4),
    subject=SUBJECT,
    decision={"ask": "What about {subject}?", "minutes": 5},
)


def workshop(*questions: str, **entry: Any) -> Workshop:
    chosen = AgendaEntry(scenario="s", questions=questions, **entry)
    return assemble((chosen,), {"s": PACK}, id="w", title="W")


def room(*questions: str, people: int = 3) -> Room:
    made = Room(workshop=workshop(*questions))
    made.do(*(cmd.Join(f"p{n}", f"P{n}", "") for n in range(people)))
    made.do(cmd.Show(View("brief", "s")))
    return made


def vote(made: Room, ref: str, *ballots: Ballot) -> None:
    """Go to a question, vote, and reveal it."""
    made.do(cmd.Show(View("question", ref)))
    for n, ballot in enumerate(ballots):
        made.do(cmd.CastVote(ref, f"p{n}", ballot, via="seat"))
    made.do(cmd.Reveal(ref))
