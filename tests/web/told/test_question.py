"""The question as a phone gets it: every kind, what the room added, the largest there can be."""

from __future__ import annotations

import json

import pytest
from support.asking import Room
from support.phone_state import document, phones_of
from support.sessions import QUESTIONS

from mops_tui.model.packs.answers import Option
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Ranking
from mops_tui.model.session.state import View
from mops_tui.web.state import state_for

OWN = {
    "choice": {"options"},
    "hands": {"options"},
    "allocate": {"options", "points"},
    "rate": {"items", "levels"},
    "pairs": {"items"},
    "grid": {"axes", "quadrants"},
    "curve": {"items", "stages"},
    "rank": {"options"},
    "text": {"most", "longest"},
}
SHARED = {
    *("ref", "round", "phase", "kind", "prompt", "hint", "help", "may_pass"),
    *("voted", "present", "counted", "done"),
}


def asked(ref: str, room: Room | None = None) -> Room:
    room = room or Room()
    room.do(cmd.Join("ann", "Ann"), cmd.Show(View("question", ref)))
    return room


@pytest.mark.parametrize("ref", QUESTIONS)
def test_each_kind_has_its_own_keys_and_says_how_it_is_answered(ref: str) -> None:
    question = document(asked(ref))["question"]
    assert question.keys() == SHARED | OWN[question["kind"]]
    assert question["help"].endswith(".")


def test_what_the_room_added_is_there_to_be_answered() -> None:
    room = asked("demo/waves")
    room.do(cmd.AddOption("demo/waves", "ai", "Answer engines"))
    items = document(room)["question"]["items"]
    assert [(one["id"], one["letter"]) for one in items] == [
        ("cloud", "A"),
        ("video", "V"),
        ("ai", "B"),
    ]


def test_a_question_with_26_long_options_is_told_whole_and_its_vote_in_a_line() -> None:
    room = Room()
    options = tuple(Option(id=f"o{n}", label=f"{n:02} " + "wide " * 15) for n in range(26))
    (demo,) = room.state.workshop.scenarios
    questions = tuple(
        one.model_copy(update={"options": options}) if one.id == "order" else one
        for one in demo.questions
    )
    demo = demo.model_copy(update={"questions": questions})
    workshop = room.state.workshop.model_copy(update={"scenarios": (demo,)})
    room = asked("demo/order", Room(workshop=workshop))
    room.do(cmd.CastVote("demo/order", "ann", Ranking(tuple(f"o{n}" for n in range(26)))))
    told = document(room)
    assert len(told["question"]["options"]) == 26
    assert len(told["mine"]["saved"]) < 150
    room.do(cmd.Reveal("demo/order"))
    told = document(room)
    assert told["mine"]["result"] == "Your answer is marked."
    assert len(json.dumps(told)) < 32_000


def test_how_many_are_done_is_a_count() -> None:
    room = asked("demo/where")
    room.do(cmd.Join("bob", "Bob"))
    phones = phones_of(room.state)
    phones.say_done("bob", "demo/where", 1, done=True)
    assert state_for(phones, "ann")["question"]["done"] == 1
    assert state_for(phones, "ann")["mine"]["done"] is False
    assert state_for(phones, "bob")["mine"]["done"] is True
