"""A session with something of everything in it, to report on."""

from __future__ import annotations

from typing import Any

from support.results import Room, choices, points

from mops_tui.model.session import events as ev
from mops_tui.report import ReportInput

HOSTILE = "# x | [a](b) <img>"
NAMES = ("Ana Pop", "Bogdan Ionescu", "Carla Radu", HOSTILE)
SECRET = "the private remark"


def full(anonymity: str = "named", **changes: Any) -> Room:
    """Four people, most kinds of question, a second round, and one never revealed."""
    room = Room(policy={"anonymity": anonymity}, **changes)
    for seat, name in enumerate(NAMES, start=1):
        room.add(ev.ParticipantJoined(participant=f"p{seat}", name=name, role="IT", seat=seat))
    room.add(ev.HeadCounted(present=6))
    room.add(ev.BriefShown(scenario="demo"), ev.QuestionShown(question="demo/where"))
    room.round("demo/where", choices("aab-"), called=[("", "c", 2)])
    room.round("demo/where", choices("aaab"), 2)
    room.round("demo/points", [{"options": ("a", "b"), "points": (4, 6)}] * 3)
    owner = ("absent", "partly", "in-place", "in-place")
    ratings = [{"items": ("owner", "platform"), "levels": (step, "partly")} for step in owner]
    room.round("demo/ready", ratings, called=[("owner", "absent", 1)])
    room.round("demo/lean", [{"items": ("craft", "drive"), "positions": (1, 2)}] * 4)
    room.round("demo/place", points((10, 20), (-90, -5), (80, 80)))
    room.round("demo/place", points((10, 25), (-90, -5), (80, 80)), 2)
    room.round("demo/ideas", [{"ideas": (HOSTILE, "<script>alert(1)</script>")}])
    room.add(
        ev.AgendaSet(skipped=("demo/order",), minutes=30),
        ev.DecisionRecorded(
            decision="d",
            scenario="demo",
            what=f"We *move* {HOSTILE}",
            why="1. near",
            owner="Ana",
            agree=f"- Legal {HOSTILE}",
            first_step="# call\nthem",
            review="1 March",
        ),
        ev.ActionRecorded(action="a", what="Call | them", who="Bogdan", by="Friday"),
        ev.NoteRecorded(note="n1", text="- [ ] a note\n# not a heading"),
        ev.NoteRecorded(note="n2", text=SECRET, private=True),
        ev.NoteRecorded(note="n3", text="Ask legal", list="parking"),
        ev.QuestionShown(question="demo/cmo"),
    )
    room.open("demo/cmo")
    return room.vote("demo/cmo", "p1", option="yes").vote("demo/cmo", "p2", passed=True)


def given(room: Room, **keys: Any) -> ReportInput:
    """The room as a report may see it."""
    return ReportInput(room.header, room.seen(), **keys)
