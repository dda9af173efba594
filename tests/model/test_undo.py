"""Undo writes ordinary events: who ignores `undoes` still counts right, and nothing is doubled."""

from __future__ import annotations

import pytest
from support.asking import Room

from mops_tui.model import commands as cmd
from mops_tui.model import events as ev
from mops_tui.model.apply import apply
from mops_tui.model.ballots import (
    Allocation,
    Choice,
    Ideas,
    Pass,
    Point,
    Positions,
    Ranking,
    Ratings,
)
from mops_tui.model.commands import Refusal
from mops_tui.model.state import View, WorkshopState, begin, change

WHERE = "demo/where"


@pytest.fixture
def room() -> Room:
    room = Room()
    room.do(cmd.Join("md", "Mara", "CMO"), cmd.Join("it", "Ian"), cmd.CountHeads(5))
    room.do(cmd.Show(View("question", WHERE)))
    return room


def facts(state: WorkshopState) -> object:
    """What counts: everything but the bookkeeping of time, order and undo."""
    rounds = {
        ref: [
            (r.phase, {who: (v.ballot, v.via) for who, v in r.votes.items()}, r.tally)
            for r in rounds
        ]
        for ref, rounds in state.rounds.items()
    }
    records = [
        {key: event.model_dump(exclude={"seq", "t", "kind", "undoes", "part_of"})
         for key, event in shelf.items()}
        for shelf in (state.decisions, state.actions, state.notes)
    ]  # fmt: skip
    added = {ref: labels for ref, labels in state.added.items() if labels}
    rest = (state.participants, state.head_count, state.skipped, state.minutes, added)
    return rounds, records, rest


BEFORE: tuple[cmd.Command, ...] = (
    cmd.Cast(WHERE, "it", Choice("c"), via="called"),
    cmd.SetTally(WHERE, (("", "b", 2),)),
    cmd.RecordNote("n", "early", list="parking", private=True),
    cmd.RecordDecision("d", "demo", "Go", "why", "Ana", 4, "Bob"),
    cmd.RecordAction("a", "Do", "demo", "Ana", "Friday"),
    cmd.AddOption("demo/waves", "w-1", "Chat"),
    cmd.SetAgenda(("demo/order",), 40),
)

COMMANDS: tuple[cmd.Command, ...] = (
    cmd.Cast(WHERE, "md", Choice("a")),
    cmd.Cast(WHERE, "md", Pass()),
    cmd.Cast(WHERE, "it", Choice("a"), via="phone"),
    cmd.Cast(WHERE, "md", Choice("a"), take_back=(("", "b"),)),
    cmd.Withdraw(WHERE, "it"),
    cmd.SetTally(WHERE, (("", "a", 1), ("", "c", 1))),
    cmd.SetTally(WHERE, ()),
    cmd.CloseRound(WHERE),
    cmd.CountHeads(9),
    cmd.Describe("md", "Maria", "COO"),
    cmd.Leave("md"),
    cmd.RecordNote("n", "late"),
    cmd.RecordNote("n-2", "new"),
    cmd.RecordNote("n", "early", removed=True),
    cmd.RecordDecision("d", "demo", "Stay"),
    cmd.RecordDecision("d-2", "demo", "Wait"),
    cmd.RecordAction("a", "Don't"),
    cmd.RecordAction("a-2", "Call"),
    cmd.AddOption("demo/waves", "w-2", "Video"),
    cmd.SetAgenda(("demo/order", WHERE), 20),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: type(c).__name__)
def test_everything_that_can_be_undone_comes_back_as_it_was(
    room: Room, command: cmd.Command
) -> None:
    room.do(*BEFORE)
    before = facts(room.state)
    made = room.ask(command)
    assert not isinstance(made, Refusal)
    assert facts(room.state) != before
    done = room.ask(cmd.Undo())
    assert not isinstance(done, Refusal)
    assert facts(room.state) == before
    assert [event.undoes for event in done] == [event.seq for event in reversed(made)]
    assert not room.state.ignored


def test_who_ignores_undoes_counts_the_same(room: Room) -> None:
    room.do(*BEFORE)
    for command in COMMANDS:
        room.ask(command)
        room.ask(cmd.Undo())
    plain = begin(room.header)
    for event in room.events:
        plain = apply(plain, event.model_copy(update={"undoes": None}))
    assert facts(plain) == facts(room.state)


BALLOTS = {
    "demo/where": (Choice("a"), Choice("b")),
    "demo/points": (Allocation(("a", "b"), (4, 6)), Allocation(("c",), (10,))),
    "demo/ready": (Ratings(("owner",), ("absent",)), Ratings(("training",), ("partly",))),
    "demo/lean": (Positions(("craft",), (2,)), Positions(("craft", "drive"), (0, -2))),
    "demo/place": (Point(10, -10), Point(0, 0)),
    "demo/waves": (Positions(("cloud",), (40,)), Positions(("cloud",), (0,))),
    "demo/order": (Ranking(("a", "b", "c")), Ranking(("c", "b", "a"))),
    "demo/cmo": (Choice("yes"), Choice("no")),
    "demo/ideas": (Ideas(("one", "two")), Ideas(("three",))),
}


@pytest.mark.parametrize("ref", BALLOTS)
def test_a_changed_ballot_of_each_kind_changes_back(room: Room, ref: str) -> None:
    first, second = BALLOTS[ref]
    room.do(cmd.Show(View("question", ref)), cmd.Cast(ref, "md", first, via="phone"))
    room.do(cmd.Cast(ref, "md", second), cmd.Undo())
    vote = room.state.round(ref).votes["md"]
    assert (vote.ballot, vote.via) == (first, "phone")


def test_an_undone_join_leaves_the_seat_but_nobody_on_it(room: Room) -> None:
    room.do(cmd.Join("an", "Ana"), cmd.Undo())
    assert not room.state.participants["an"].present
    assert room.state.seated == 2


def test_what_was_undone_is_not_undone_again(room: Room) -> None:
    room.do(cmd.RecordNote("n-1", "one"), cmd.RecordNote("n-2", "two"))
    room.do(cmd.Undo(), cmd.Undo())
    assert not room.state.notes
    assert room.state.undo[-1].event.kind == "head-counted"


def test_nothing_before_a_reveal_is_undone(room: Room) -> None:
    room.do(cmd.Cast(WHERE, "md", Choice("a")), cmd.Reveal(WHERE))
    assert room.refused(cmd.Undo()) == "reveal-stays"
    room.do(cmd.RecordNote("n-1", "one"), cmd.Undo())
    assert room.refused(cmd.Undo()) == "reveal-stays"


def test_a_correction_after_the_reveal_can_be_undone_and_is_none_any_more(room: Room) -> None:
    room.do(cmd.SetTally(WHERE, (("", "a", 2),)), cmd.Reveal(WHERE))
    room.do(cmd.SetTally(WHERE, (("", "b", 2),)), cmd.Undo())
    tally = room.state.round(WHERE).tally
    assert tally.cells == (("", "a", 2),)
    assert not tally.corrected


def test_nothing_is_undone_while_the_workshop_rests(room: Room) -> None:
    room.do(cmd.RecordNote("n-1", "one"), cmd.Pause())
    assert room.refused(cmd.Undo()) == "session-paused"
    room.do(cmd.Resume(), cmd.Undo())
    assert not room.state.notes


def test_a_stack_without_entries_says_so(room: Room) -> None:
    room.state = change(room.state, undo=())
    assert room.refused(cmd.Undo()) == "nothing-to-undo"


def test_an_undo_is_one_command_in_the_journal(room: Room) -> None:
    room.do(cmd.SetTally(WHERE, (("", "b", 1),)))
    room.do(cmd.Cast(WHERE, "md", Choice("a"), take_back=(("", "b"),)))
    done = room.ask(cmd.Undo())
    assert [type(event) for event in done] == [ev.VoteWithdrawn, ev.TallySet]
    assert done[1].part_of == done[0].seq
