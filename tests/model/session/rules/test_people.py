"""Who has a seat: those who should not have come go, and two seats become one person's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import PEOPLE, REFS, VOTES, Room, random_commands
from support.examples import examples
from support.narrow import round_of

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Ballot, Choice
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.state import View, WorkshopState

WHERE = "demo/where"
NAMES = {"md": "Mara", "it": "Ian", "an": "Ana"}


@pytest.fixture
def room() -> Room:
    room = Room()
    room.do(cmd.CountHeads(1), *(cmd.Join(who, name) for who, name in NAMES.items()))
    room.do(cmd.Show(View("question", WHERE)))
    return room


def votes(room: Room) -> dict[str, Ballot]:
    return {who: vote.ballot for who, vote in round_of(room.state, WHERE).votes.items()}


def here(room: Room) -> set[str]:
    return set(room.state.participants) - set(room.state.absent)


@pytest.mark.parametrize("closed", [False, True])
def test_a_vote_that_is_not_revealed_goes_with_who_is_put_out(room: Room, closed: bool) -> None:
    room.do(cmd.CastVote(WHERE, "md", Choice("a")), cmd.CastVote(WHERE, "it", Choice("b")))
    room.do(*(cmd.CloseRound(WHERE),) * closed, cmd.PutOut("it"))
    assert votes(room) == {"md": Choice("a")}
    assert here(room) == {"md", "an"}
    assert room.state.present == 2
    round_ = round_of(room.state, WHERE)
    assert round_.phase == ("closed" if closed else "open")
    assert room.state.eligible(round_) == 2
    assert room.refused(cmd.PutOut("it")) == "unknown-participant"


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("both", [False, True])
def test_a_merged_seat_brings_its_vote_unless_there_is_one(
    room: Room, closed: bool, both: bool
) -> None:
    room.do(cmd.CastVote(WHERE, "it", Choice("b"), via="phone"))
    room.do(*(cmd.CastVote(WHERE, "md", Choice("a")),) * both, *(cmd.CloseRound(WHERE),) * closed)
    room.do(cmd.Merge("it", "md"))
    assert votes(room) == {"md": Choice("a" if both else "b")}
    round_ = round_of(room.state, WHERE)
    assert round_.votes["md"].via == ("seat" if both else "phone")
    assert round_.phase == ("closed" if closed else "open")
    assert room.state.eligible(round_) == 2
    assert (here(room), room.state.present) == ({"md", "an"}, 2)


def test_what_the_room_has_seen_stays_as_it_was(room: Room) -> None:
    room.do(cmd.CastVote(WHERE, "it", Choice("b")), cmd.CastVote(WHERE, "md", Choice("a")))
    room.do(cmd.Reveal(WHERE))
    seen = room.state.rounds
    room.do(cmd.Merge("it", "md"), cmd.PutOut("an"))
    assert room.state.rounds is seen


@pytest.mark.parametrize("command", [cmd.Merge("it", "md"), cmd.PutOut("it")])
@pytest.mark.parametrize(("heads", "after"), [(0, 2), (3, 3), (5, 5)])
def test_heads_that_somebody_counted_stay_and_a_seat_too_many_is_none(
    room: Room, command: cmd.Command, heads: int, after: int
) -> None:
    if heads:
        room.do(cmd.CountHeads(heads))
    room.do(command)
    assert room.state.present == after
    room.do(cmd.Undo())
    assert room.state.present == (heads or 3)
    room.do(command)
    assert room.state.present == after


def test_who_leaves_and_comes_back_was_counted(room: Room) -> None:
    room.do(cmd.CountHeads(4), cmd.Leave("it"))
    assert (room.state.present, room.state.counted) == (3, 3)
    room.do(cmd.Return("it"), cmd.Join("jo", "Jo", arrives=True))
    assert (room.state.present, room.state.seated) == (5, 4)
    room.do(cmd.PutOut("jo"))
    assert room.state.present == 5


def test_who_had_left_is_back_by_the_other_seat(room: Room) -> None:
    room.do(cmd.Leave("md"), cmd.Merge("it", "md"))
    assert (here(room), room.state.present) == ({"md", "an"}, 2)


def test_a_seat_that_was_left_gives_its_vote_and_nobody_leaves(room: Room) -> None:
    room.do(cmd.CastVote(WHERE, "it", Choice("b")), cmd.Leave("it"), cmd.Merge("it", "md"))
    assert votes(room) == {"md": Choice("b")}
    assert (here(room), room.state.present) == ({"md", "an"}, 2)


def test_who_also_called_out_is_not_merged_into_two_votes(room: Room) -> None:
    room.do(cmd.CastVote(WHERE, "it", Choice("b")), cmd.SetTally(WHERE, (("", "a", 2),)))
    assert room.refused(cmd.Merge("it", "md")) == "called-already"
    room.do(cmd.SetTally(WHERE, (("", "a", 1),)), cmd.Merge("it", "md"))
    assert round_of(room.state, WHERE).voted == room.state.present == 2


def test_who_called_out_for_the_seat_that_is_given_up_is_not_counted_twice(room: Room) -> None:
    room.do(cmd.CastVote(WHERE, "md", Choice("b")), cmd.SetTally(WHERE, (("", "a", 2),)))
    assert room.refused(cmd.Merge("it", "md")) == "called-already"
    room.do(cmd.SetTally(WHERE, (("", "a", 1),)), cmd.Merge("it", "md"))
    assert round_of(room.state, WHERE).voted == room.state.present == 2


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (cmd.Merge("it", "it"), "already-here"),
        (cmd.Merge("it", "xx"), "unknown-participant"),
        (cmd.Merge("xx", "it"), "unknown-participant"),
        (cmd.PutOut("xx"), "unknown-participant"),
    ],
)
def test_what_cannot_be(room: Room, command: cmd.Command, code: str) -> None:
    assert room.refused(command) == code


def counted(state: WorkshopState) -> None:
    for rounds in state.rounds.values():
        for one in rounds:
            assert one.voted <= (one.present if one.phase != "open" else state.eligible(one))


@examples(200)
@given(st.lists(random_commands(), max_size=14), st.sampled_from(PEOPLE), st.sampled_from(PEOPLE))
def test_whatever_was_before_a_merge_makes_one_person_of_two(
    before: list[cmd.Command], gone: str, into: str
) -> None:
    room = Room()
    room.do(*(cmd.Join(who, who.upper()) for who in PEOPLE))
    for ref in REFS:
        room.do(cmd.Show(View("question", ref)), cmd.CastVote(ref, gone, VOTES[ref][0]))
    for command in before:
        room.ask(command)
    old = room.state
    outcome = room.ask(cmd.Merge(gone, into))
    if isinstance(outcome, Refusal):
        return
    assert not room.state.ignored
    assert gone in room.state.absent
    assert room.state.seated == old.seated - (gone not in old.absent and into not in old.absent)
    assert (into in room.state.absent) == (into in old.absent and gone in old.absent)
    for ref, rounds in room.state.rounds.items():
        was, now = old.rounds[ref][-1], rounds[-1]
        assert rounds[:-1] == old.rounds[ref][:-1]
        assert was.phase == now.phase
        if was.phase == "revealed":
            assert now is was
            continue
        moved = was.votes.get(into) or was.votes.get(gone)
        others = {who: vote.ballot for who, vote in was.votes.items() if who not in (gone, into)}
        mine = {into: moved.ballot} if moved else {}
        assert {who: vote.ballot for who, vote in now.votes.items()} == others | mine
        assert now.tally == was.tally
    counted(room.state)
