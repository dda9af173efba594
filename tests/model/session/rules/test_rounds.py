"""The rules of voting at their edges: who may, what for, and how many."""

from __future__ import annotations

import pytest
from support.asking import Room
from support.narrow import made, round_of, timer_of

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import visible
from mops_tui.model.session.ballots import Choice, Pass, Positions, Ranking
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.header import Policy
from mops_tui.model.session.rules.rounds import MOST_OPTIONS
from mops_tui.model.session.state import GivenReason, View

WHERE, READY, WAVES, ORDER = "demo/where", "demo/ready", "demo/waves", "demo/order"


@pytest.fixture
def room() -> Room:
    room = Room()
    room.do(cmd.Join("md", "Mara"), cmd.Join("it", "Ian"), cmd.CountHeads(4))
    for ref in (READY, WAVES, ORDER, WHERE):
        room.do(cmd.Show(View("question", ref)))
    return room


def tally(room: Room, ref: str) -> dict[tuple[str, str], int]:
    return {(item, category): n for item, category, n in round_of(room.state, ref).tally.cells}


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (cmd.CastVote("no/such", "md", Choice("a")), "unknown-question"),
        (cmd.CastVote("demo/cmo", "md", Choice("yes")), "round-not-open"),
        (cmd.CastVote(WHERE, "xx", Choice("a")), "not-present"),
        (cmd.CastVote(WHERE, "md", Choice("zz")), "ballot-unknown-option"),
        (cmd.CastVote(WHERE, "md", Choice("a"), take_back=(("", "a"),)), "nothing-to-take-back"),
        (cmd.OpenRound("no/such"), "unknown-question"),
        (cmd.OpenRound(WHERE), "round-still-open"),
        (cmd.CloseRound("demo/cmo"), "round-not-open"),
        (cmd.ReopenRound("demo/cmo"), "round-not-open"),
        (cmd.ReopenRound(WHERE), "round-open"),
        (cmd.Reveal("demo/cmo"), "round-not-open"),
        (cmd.Withdraw(WHERE, "md"), "no-vote"),
        (cmd.SetTally("demo/cmo", ()), "round-not-open"),
        (cmd.SetTally(ORDER, (("", "a", 1),)), "tally-not-here"),
        (cmd.SetTally(WHERE, (("", "zz", 1),)), "tally-unknown"),
        (cmd.SetTally(WHERE, (("owner", "a", 1),)), "tally-unknown"),
        (cmd.SetTally(READY, (("", "absent", 1),)), "tally-unknown"),
        (cmd.SetTally(WHERE, (("", "a", -1),)), "tally-unknown"),
        (cmd.AddOption("no/such", "w", "W"), "unknown-question"),
        (cmd.AddOption(WHERE, "w", "W"), "not-open-to-options"),
        (cmd.AddOption(WAVES, "w", "  "), "nothing-written"),
        (cmd.AddOption(WAVES, "cloud", "Cloud"), "option-exists"),
        (cmd.Describe("md", "IAN", ""), "name-taken"),
        (cmd.Join("an", "mara"), "name-taken"),
    ],
)
def test_refusals(room: Room, command: cmd.Command, code: str) -> None:
    before = room.state
    assert room.refused(command) == code
    assert room.state is before


def test_somebody_keeps_their_own_name(room: Room) -> None:
    room.do(cmd.Describe("md", "Mara", " CMO "))
    assert room.state.participants["md"].role == "CMO"


def test_a_revealed_round_is_not_reopened_or_revealed_again(room: Room) -> None:
    room.do(cmd.Reveal(WHERE))
    assert room.refused(cmd.ReopenRound(WHERE)) == "round-revealed"
    assert room.refused(cmd.Reveal(WHERE)) == "round-revealed"
    assert room.refused(cmd.CloseRound(WHERE)) == "round-revealed"
    assert room.refused(cmd.Withdraw(WHERE, "md")) == "round-revealed"


def test_a_reveal_closes_first_and_a_closed_round_goes_on_after_reopening(room: Room) -> None:
    room.do(cmd.CloseRound(WHERE), cmd.ReopenRound(WHERE), cmd.CastVote(WHERE, "md", Choice("a")))
    events = made(room.ask(cmd.Reveal(WHERE)))
    assert [event.kind for event in events] == ["round-closed", "round-revealed"]
    assert room.state.rounds[WHERE][0].present == 4


def test_the_timer_of_the_discussion_ends_with_the_next_round(room: Room) -> None:
    room.do(cmd.Reveal(WHERE), cmd.StartTimer(90), cmd.OpenRound(WHERE))
    assert room.state.timer is None


def test_a_discussion_timer_starts_at_the_reveal_when_wished() -> None:
    room = Room(policy={"discussion_timer": True})
    room.do(cmd.Show(View("question", WHERE)), cmd.Reveal(WHERE))
    assert timer_of(room.state).running
    assert timer_of(room.state).seconds == 150  # of four minutes the vote takes 1.5


def test_an_item_stands_for_as_many_people_as_called_it(room: Room) -> None:
    room.do(cmd.CastVote(READY, "md", Pass()))
    room.do(cmd.SetTally(READY, (("owner", "absent", 3), ("training", "partly", 1))))
    assert round_of(room.state, READY).voted == 4
    cells = (("owner", "absent", 2), ("owner", "partly", 2))
    assert room.ask(cmd.SetTally(READY, cells)) == Refusal("too-many-called", {"free": 3})


def test_a_cell_given_twice_counts_for_both(room: Room) -> None:
    room.do(cmd.SetTally(WHERE, (("", "a", 1), ("", "a", 2))))
    assert round_of(room.state, WHERE).tally.count("", "a") == 3
    room.do(cmd.CastVote(WHERE, "md", Choice("b"), take_back=(("", "a"),)))
    assert round_of(room.state, WHERE).tally.count("", "a") == 2
    room.do(
        cmd.SetTally(WHERE, (("", "a", 1), ("", "a", 1))), cmd.CastVote(WHERE, "it", Choice("b"))
    )
    assert round_of(room.state, WHERE).voted == 4


def test_taking_back_more_than_was_called_changes_nothing(room: Room) -> None:
    room.do(cmd.SetTally(WHERE, (("", "a", 1),)))
    twice = (("", "a"), ("", "a"))
    command = cmd.CastVote(WHERE, "md", Choice("b"), take_back=twice)
    assert room.refused(command) == "nothing-to-take-back"
    assert tally(room, WHERE) == {("", "a"): 1}


def test_a_full_room_takes_no_further_ballot(room: Room) -> None:
    room.do(
        cmd.CountHeads(2), cmd.CastVote(WHERE, "md", Choice("a")), cmd.CastVote(WHERE, "it", Pass())
    )
    room.do(cmd.CastVote(WHERE, "md", Choice("b")))  # changing one's own is no further ballot
    room.do(cmd.Leave("it"), cmd.CountHeads(1))
    assert room.state.eligible(round_of(room.state, WHERE)) == 2
    room.do(cmd.Join("an", "Ana"))
    room.do(cmd.CastVote(WHERE, "an", Choice("c")))
    assert round_of(room.state, WHERE).voted == 3


def test_who_called_out_and_left_is_still_counted_once(room: Room) -> None:
    room.do(cmd.SetTally(WHERE, (("", "a", 4),)), cmd.Leave("md"))
    round_ = round_of(room.state, WHERE)
    assert (room.state.present, room.state.eligible(round_), round_.voted) == (3, 4, 4)
    assert room.refused(cmd.CastVote(WHERE, "it", Choice("a"))) == "called-already"
    room.do(cmd.CloseRound(WHERE))
    assert round_of(room.state, WHERE).present == 4


def test_a_late_arrival_may_vote_in_an_open_round(room: Room) -> None:
    room.do(cmd.SetTally(WHERE, (("", "a", 2),)))
    room.do(cmd.CastVote(WHERE, "md", Choice("a")), cmd.CastVote(WHERE, "it", Choice("a")))
    room.do(cmd.Join("an", "Ana"))
    assert room.refused(cmd.CastVote(WHERE, "an", Choice("b"))) == "called-already"
    room.do(cmd.CountHeads(5), cmd.CastVote(WHERE, "an", Choice("b")))
    assert round_of(room.state, WHERE).voted == 5


def test_no_answers_are_added_once_people_have_ranked() -> None:
    base = Room().header.workshop
    scenario = base.scenarios[0]
    open_ = tuple(
        q.model_copy(update={"open": True}) if q.id == "order" else q for q in scenario.questions
    )
    changed = scenario.model_copy(update={"questions": open_})
    room = Room(workshop=base.model_copy(update={"scenarios": (changed,)}))
    room.do(cmd.Join("md", "Mara"), cmd.Show(View("question", ORDER)))
    room.do(cmd.AddOption(ORDER, "d", "Delta"))
    assert (
        room.refused(cmd.CastVote(ORDER, "md", Ranking(("a", "b", "c"))))
        == "ballot-rank-incomplete"
    )
    room.do(cmd.CastVote(ORDER, "md", Ranking(("d", "a", "b", "c"))))
    assert room.refused(cmd.AddOption(ORDER, "e", "Eps")) == "options-after-votes"


def test_waves_may_come_while_people_vote_until_the_alphabet_is_full(room: Room) -> None:
    room.do(cmd.CastVote(WAVES, "md", Positions(("cloud",), (10,))))
    for index in range(MOST_OPTIONS - 2):
        room.do(cmd.AddOption(WAVES, f"w-{index}", f"Wave {index}"))
    made = room.ask(cmd.AddOption(WAVES, "w-z", "One more"))
    assert made == Refusal("too-many-options", {"most": MOST_OPTIONS})
    room.do(cmd.Undo(), cmd.CloseRound(WAVES))
    assert room.refused(cmd.AddOption(WAVES, "w-z", "One more")) == "round-closed"


def test_the_largest_room_takes_nobody_back_into_its_count(room: Room) -> None:
    room.do(cmd.Leave("md"), cmd.CountHeads(10**9), cmd.Return("md"))
    assert room.state.present == ev.MOST_COUNT


def test_an_event_of_one_command_names_the_first_of_it(room: Room) -> None:
    room.do(cmd.SetTally(WHERE, (("", "a", 2),)))
    vote = cmd.CastVote(WHERE, "md", Choice("b"), take_back=(("", "a"),))
    first, second = made(room.ask(vote))
    assert (first.part_of, second.part_of) == (None, first.seq)
    assert isinstance(second, ev.VoteCast)


def test_a_reason_is_kept_once_its_round_is_revealed(room: Room) -> None:
    room.do(cmd.CastVote(WHERE, "md", Choice("a")))
    assert room.refused(cmd.GiveReason(WHERE, 1, "md", "It is close.")) == "round-not-revealed"
    room.do(
        cmd.CloseRound(WHERE), cmd.Reveal(WHERE), cmd.GiveReason(WHERE, 1, "md", "It is close.")
    )
    assert room.state.reasons == {WHERE: (GivenReason(1, "md", "It is close."),)}
    assert visible(room.state, "room").reasons == room.state.reasons


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (cmd.GiveReason("no/such", 1, "md", "x"), "nothing-there"),
        (cmd.GiveReason(WHERE, 2, "md", "x"), "nothing-there"),
        (cmd.GiveReason(WHERE, 1, "xx", "x"), "nothing-there"),
        (cmd.GiveReason(WHERE, 1, "md", " "), "nothing-written"),
    ],
)
def test_reasons_that_are_none(room: Room, command: cmd.GiveReason, code: str) -> None:
    room.do(cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    assert room.refused(command) == code


def test_a_reason_in_an_anonymous_room_has_no_name() -> None:
    room = Room(policy=Policy(anonymity="anonymous"))
    room.do(cmd.Join("md", "Mara"), cmd.Show(View("question", WHERE)))
    room.do(cmd.CastVote(WHERE, "md", Choice("a")), cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    room.do(cmd.GiveReason(WHERE, 1, "md", "It is close."))
    assert [one.participant for one in room.state.reasons[WHERE]] == [""]
