"""What u says: whose, how many, and what holds again; never a value, never a private note."""

from __future__ import annotations

import pytest
from support.asking import Room

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.state import View
from mops_tui.model.session.undo.undo import last_group
from mops_tui.words.undone import undone

WHERE = "demo/where"
SKIP = cmd.Together((cmd.SetAgenda((WHERE,), 40), cmd.Show(View("question", "demo/points"))))
CASES: list[tuple[tuple[cmd.Command, ...], str]] = [
    ((cmd.CastVote(WHERE, "md", Choice("a")),), "Mara's vote."),
    (
        (cmd.CastVote(WHERE, "md", Choice("a")), cmd.CastVote(WHERE, "md", Choice("b"))),
        "Mara's changed vote. The vote before counts again.",
    ),
    (
        (cmd.CastVote(WHERE, "md", Choice("a")), cmd.Withdraw(WHERE, "md")),
        "the withdrawal of Mara's vote.",
    ),
    ((cmd.SetTally(WHERE, (("", "a", 2),)),), "the last call-outs. No call-outs are counted now."),
    (
        (cmd.SetTally(WHERE, (("", "a", 1),)), cmd.SetTally(WHERE, (("", "a", 2),))),
        "the last call-outs. 1 called-out vote is counted now.",
    ),
    (
        (
            cmd.SetTally(WHERE, (("", "a", 1),)),
            cmd.CastVote(WHERE, "md", Choice("b"), take_back=(("", "a"),)),
        ),
        "the last call-outs and Mara's vote. 1 called-out vote is counted now.",
    ),
    ((cmd.CloseRound(WHERE),), "the close of “Where”. The vote is open again."),
    (
        (cmd.CloseRound(WHERE), cmd.ReopenRound(WHERE)),
        "the reopening of “Where”. The vote is closed again.",
    ),
    (
        (cmd.Reveal(WHERE), cmd.StartTimer(60.0), cmd.OpenRound(WHERE)),
        "round 2 of “Where”. The room sees round 1 again.",
    ),
    ((cmd.Show(View("question", "demo/points")),), "going on to “Points”."),
    ((cmd.Show(View("decision", "demo")),), "going on to “Demo: the decision”."),
    ((SKIP,), "the skipping of “Where”."),
    (
        (cmd.SetAgenda((WHERE,), 40), cmd.SetAgenda((), 40)),
        "the return of “Where”. It is skipped again.",
    ),
    ((cmd.SetAgenda((), 45),), "the day of 45 minutes. It has 40 minutes again."),
    (
        (cmd.Join("an", "Ana", arrives=True),),
        "Ana's arrival and the head count of 9. It is 8 again.",
    ),
    (
        (cmd.Leave("md"),),
        "Mara's leaving and the head count of 7. It is 8 again.",
    ),
    (
        (cmd.Join("it", "Ian"), cmd.CastVote(WHERE, "it", Choice("a")), cmd.PutOut("it")),
        "Ian's leaving. The votes are as they were before.",
    ),
    (
        (cmd.Join("it", "Ian"), cmd.CastVote(WHERE, "it", Choice("a")), cmd.Merge("it", "md")),
        "Ian's leaving. The votes are as they were before.",
    ),
    (
        (cmd.Leave("md"), cmd.Return("md")),
        "Mara's return and the head count of 8. It is 7 again.",
    ),
    (
        (cmd.Describe("md", "Maria", "CMO"),),
        "the change of Maria. The name is Mara again.",
    ),
    ((cmd.CountHeads(12),), "the head count of 12. It is 8 again."),
    ((cmd.AddOption("demo/waves", "w", "Chat"),), "“Chat”, which the room added."),
    ((cmd.RecordDecision("d", "demo", "Go"),), "the decision “Go”."),
    (
        (cmd.RecordAction("a", "Call"), cmd.RecordAction("a", "Write")),
        "the change of “Write”. It says “Call” again.",
    ),
    ((cmd.RecordNote("n", "Later", list="parking"),), "“Later”, which was parked."),
    (
        (cmd.RecordNote("n", "Later"), cmd.RecordNote("n", "Later", removed=True)),
        "the removal of “Later”.",
    ),
    ((cmd.RecordNote("n", "Ben is cross", private=True),), "a private note."),
    (
        (cmd.RecordNote("n", "Ben", private=True), cmd.RecordNote("n", "Ben is cross")),
        "the change of a private note.",
    ),
    ((cmd.StartTimer(60.0),), "the timer's start."),
    ((cmd.StartTimer(60.0), cmd.PauseTimer()), "the pause of the timer."),
    ((cmd.StartTimer(60.0), cmd.PauseTimer(), cmd.StartTimer()), "letting the timer run on."),
    ((cmd.StartTimer(60.0), cmd.StopTimer()), "putting the timer away."),
]


@pytest.mark.parametrize(("commands", "words"), CASES, ids=lambda case: None)
def test_it_says_what_is_taken_back(commands: tuple[cmd.Command, ...], words: str) -> None:
    room = Room()
    room.do(cmd.SetUp((cmd.Join("md", "Mara", "CMO"), cmd.CountHeads(8))))
    room.do(cmd.Show(View("question", WHERE)), *commands)
    assert undone(room.state, last_group(room.state)) == f"Taken back: {words}"


def test_in_an_anonymous_room_a_seat_is_named_and_nobody() -> None:
    room = Room(policy={"anonymity": "anonymous"})
    room.do(cmd.SetUp((cmd.Join("md", "Mara"),)), cmd.Show(View("question", WHERE)))
    room.do(cmd.CastVote(WHERE, "md", Choice("a")))
    assert undone(room.state, last_group(room.state)) == "Taken back: Seat 1's vote."
