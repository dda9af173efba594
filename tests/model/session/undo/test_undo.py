"""Undo writes ordinary events: who ignores `undoes` still counts right, and nothing is doubled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import REFS, STAYS, VOTES, Room, random_commands
from support.examples import examples
from support.narrow import made, round_of

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.apply import apply
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Ideas,
    Pass,
    Point,
    Positions,
    Ranking,
    Ratings,
)
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.fold import begin
from mops_tui.model.session.state import UNDO_DEPTH, Look, Round, View, WorkshopState, change

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
    sights = (state.view, state.place, state.look, state.blanked, state.code_shown)
    return rounds, records, rest, sights


def timer(state: WorkshopState, t: float) -> object:
    """What the timer shows at a time."""
    it = state.timer
    return (round(it.left(t), 3), it.running, it.whole) if it else None


BEFORE: tuple[cmd.Command, ...] = (
    cmd.CastVote(WHERE, "it", Choice("c"), via="called"),
    cmd.SetTally(WHERE, (("", "b", 2),)),
    cmd.RecordNote("n", "early", list="parking", private=True),
    cmd.RecordDecision("d", "demo", "Go", "why", "Ana", 4, "Bob"),
    cmd.RecordAction("a", "Do", "demo", "Ana", "Friday"),
    cmd.AddOption("demo/waves", "w-1", "Chat"),
    cmd.SetAgenda(("demo/order",), 40),
)

COMMANDS: tuple[cmd.Command, ...] = (
    cmd.CastVote(WHERE, "md", Choice("a")),
    cmd.CastVote(WHERE, "md", Pass()),
    cmd.CastVote(WHERE, "it", Choice("a"), via="called"),
    cmd.CastVote(WHERE, "md", Choice("a"), take_back=(("", "b"),)),
    cmd.Withdraw(WHERE, "it"),
    cmd.SetTally(WHERE, (("", "a", 1), ("", "c", 1))),
    cmd.SetTally(WHERE, ()),
    cmd.CloseRound(WHERE),
    cmd.CountHeads(9),
    cmd.Describe("md", "Maria", "COO"),
    cmd.Leave("md"),
    cmd.PutOut("it"),
    cmd.Merge("it", "md"),
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


BALLOTS: dict[str, tuple[Ballot, Ballot]] = {
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
    room.do(cmd.Show(View("question", ref)), cmd.CastVote(ref, "md", first, via="phone"))
    room.do(cmd.CastVote(ref, "md", second), cmd.Undo())
    vote = round_of(room.state, ref).votes["md"]
    assert (vote.ballot, vote.via) == (first, "phone")


def test_somebody_whose_arrival_is_undone_was_never_here(room: Room) -> None:
    before = facts(room.state)
    room.do(cmd.Join("an", "Ana"), cmd.Undo())
    assert facts(room.state) == before
    room.do(cmd.Join("an-2", "Ana"))
    assert room.state.participants["an-2"].seat == 3


def test_who_knows_nothing_of_that_counts_them_as_gone(room: Room) -> None:
    room.do(cmd.Join("an", "Ana"), cmd.Undo())
    plain = begin(room.header)
    for event in room.events:
        plain = apply(plain, event.model_copy(update={"undoes": None}))
    assert not plain.participants["an"].present
    assert plain.present == room.state.present


@pytest.mark.parametrize("arrives", [True, False])
def test_an_arrival_and_the_heads_it_makes_are_one(room: Room, arrives: bool) -> None:
    room.do(cmd.CountHeads(2))
    before = facts(room.state)
    room.do(cmd.Join("an", "Ana", arrives=arrives))
    assert (room.state.head_count, room.state.seated) == (3, 3)
    room.do(cmd.Undo())
    assert facts(room.state) == before


def test_whoever_was_counted_already_takes_a_seat_and_nobody_more_is_there(room: Room) -> None:
    room.do(cmd.Join("an", "Ana"))
    assert (room.state.present, room.state.seated) == (5, 3)
    room.do(cmd.Join("jo", "Jo", arrives=True))
    assert (room.state.present, room.state.seated) == (6, 4)


def test_what_was_undone_is_not_undone_again(room: Room) -> None:
    room.do(cmd.RecordNote("n-1", "one"), cmd.RecordNote("n-2", "two"))
    room.do(cmd.Undo(), cmd.Undo())
    assert not room.state.notes
    assert room.refused(cmd.Undo()) == "nothing-to-undo"


def test_nothing_before_a_reveal_is_undone(room: Room) -> None:
    room.do(cmd.CastVote(WHERE, "md", Choice("a")), cmd.Reveal(WHERE))
    assert room.refused(cmd.Undo()) == "reveal-stays"
    room.do(cmd.RecordNote("n-1", "one"), cmd.Undo())
    assert room.refused(cmd.Undo()) == "reveal-stays"


def test_a_correction_after_the_reveal_can_be_undone_and_is_none_any_more(room: Room) -> None:
    room.do(cmd.SetTally(WHERE, (("", "a", 2),)), cmd.Reveal(WHERE))
    room.do(cmd.SetTally(WHERE, (("", "b", 2),)), cmd.Undo())
    tally = round_of(room.state, WHERE).tally
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
    room.do(cmd.CastVote(WHERE, "md", Choice("a"), take_back=(("", "b"),)))
    done = made(room.ask(cmd.Undo()))
    assert [type(event) for event in done] == [ev.VoteWithdrawn, ev.TallySet]
    assert done[1].part_of == done[0].seq


# What a facilitator may do, and what no undo takes back.


def set_up() -> Room:
    room = Room()
    room.do(cmd.SetUp((cmd.Join("md", "Mara"), cmd.Join("it", "Ian"), cmd.CountHeads(4))))
    return room


@examples(100)
@given(st.lists(random_commands(), max_size=14), random_commands())
def test_whatever_was_done_an_undo_gives_back_what_the_room_saw(
    before: list[cmd.Command], deed: cmd.Command
) -> None:
    room = set_up()
    for command in (cmd.Show(View("question", WHERE)), *before):
        room.ask(command)
    old, seen, stack = room.state, facts(room.state), room.state.undo
    made = room.ask(deed)
    if isinstance(made, Refusal) or not made or isinstance(deed, STAYS):
        return
    returns = isinstance(deed, cmd.Together) and old.view.back
    if (
        returns
        or room.state.undo == stack
        or any(isinstance(event, ev.RoundRevealed) for event in made)
    ):
        return  # a look back, the reveal: nothing that undo is for
    done = room.ask(cmd.Undo())
    assert not isinstance(done, Refusal), done
    assert facts(room.state) == seen
    # A timer that was touched has what it had left then; any other runs on meanwhile.
    assert timer(room.state, room.t) in (timer(old, room.t - 1), timer(old, room.t))
    assert room.state.undo == stack
    assert not room.state.ignored


@examples(100)
@given(st.lists(random_commands(), max_size=20))
def test_undo_never_reaches_behind_the_setup_nor_behind_a_reveal(
    commands: list[cmd.Command],
) -> None:
    room = set_up()
    people = dict(room.state.participants)
    for command in (cmd.Show(View("question", WHERE)), *commands):
        room.ask(command)
    shown = {
        (ref, one.number)
        for ref, rounds in room.state.rounds.items()
        for one in rounds
        if one.phase == "revealed"
    }
    while not isinstance(room.ask(cmd.Undo()), Refusal):
        assert {"md", "it"} <= set(room.state.participants)
        assert all(room.state.rounds[ref][n - 1].phase == "revealed" for ref, n in shown)
    assert room.refused(cmd.Undo()) == ("reveal-stays" if shown else "nothing-to-undo")
    if not shown:
        assert dict(room.state.participants) == people
        assert (room.state.head_count, room.state.skipped) == (4, ())
        assert not {**room.state.decisions, **room.state.actions, **room.state.notes}


@examples(100)
@given(st.lists(random_commands(), max_size=20))
def test_a_reader_that_knows_no_undo_counts_the_same(commands: list[cmd.Command]) -> None:
    """As versions before read it: no round goes away, and nobody who came was never there."""
    room = set_up()
    for command in (cmd.Show(View("question", WHERE)), *commands, cmd.Undo(), cmd.Undo()):
        room.ask(command)
    for ref in REFS:
        room.ask(cmd.Show(View("question", ref)))
        room.ask(cmd.OpenRound(ref))
        room.ask(cmd.CastVote(ref, "md", VOTES[ref][0]))
    plain = begin(room.header)
    for event in room.events:
        plain = apply(plain, event.model_copy(update={"undoes": None}))
    assert plain.present == room.state.present
    for ref, rounds in room.state.rounds.items():
        for one in rounds:
            other = plain.rounds[ref][one.number - 1]
            assert ballots(other) == ballots(one), (ref, one.number)
        assert all(not one.voted for one in plain.rounds[ref][len(rounds) :])


def ballots(round_: Round) -> object:
    return {who: vote.ballot for who, vote in round_.votes.items()}, round_.tally.cells


def phone_vote(ref: str, who: str, ballot: Ballot) -> cmd.ByPhone:
    return cmd.ByPhone(cmd.CastVote(ref, who, ballot, "phone"))


def test_u_takes_back_what_she_did_and_no_vote_that_came_by_phone_meanwhile(room: Room) -> None:
    room.do(cmd.SetTally(WHERE, (("", "b", 1),)), phone_vote(WHERE, "md", Choice("a")))
    room.do(cmd.Undo())
    round_ = round_of(room.state, WHERE)
    assert (list(round_.votes), round_.tally.size) == (["md"], 0)


def test_the_room_goes_back_from_a_question_that_phones_vote_on(room: Room) -> None:
    ref = "demo/place"
    room.do(cmd.Show(View("question", ref)), phone_vote(ref, "md", Point(5, 5)), cmd.Undo())
    assert room.state.place.name == WHERE
    assert list(round_of(room.state, ref).votes) == ["md"]
    room.do(cmd.Show(View("question", ref)), phone_vote(ref, "it", Point(5, 5)))
    assert set(round_of(room.state, ref).votes) == {"md", "it"}


def test_who_came_by_phone_stays(room: Room) -> None:
    room.do(cmd.RecordNote("n", "one"), cmd.ByPhone(cmd.Join("an", "Ana")), cmd.Undo())
    assert not room.state.notes
    assert room.state.participants["an"].present


def test_a_hot_seat_vote_that_a_phone_has_changed_since_is_not_taken_back(room: Room) -> None:
    room.do(cmd.RecordNote("n", "one"), cmd.CastVote(WHERE, "md", Choice("a")))
    room.do(phone_vote(WHERE, "md", Choice("b")), cmd.Undo())
    assert round_of(room.state, WHERE).votes["md"].ballot == Choice("b")
    assert not room.state.notes


def test_a_second_round_stays_once_phones_have_voted_in_it(room: Room) -> None:
    room.do(cmd.Reveal(WHERE), cmd.OpenRound(WHERE), phone_vote(WHERE, "md", Choice("b")))
    assert room.refused(cmd.Undo()) == "votes-since"


def test_an_answer_of_the_rooms_own_stays_once_a_phone_has_chosen_it(room: Room) -> None:
    room.do(cmd.Show(View("question", "demo/waves")), cmd.AddOption("demo/waves", "w-1", "Chat"))
    room.do(phone_vote("demo/waves", "md", Positions(("w-1",), (5,))))
    assert room.refused(cmd.Undo()) == "votes-since"


def test_call_outs_do_not_come_back_where_phones_have_voted_in_their_stead(room: Room) -> None:
    room.do(cmd.Join("an", "Ana"), cmd.CountHeads(3))
    room.do(cmd.SetTally(WHERE, (("", "a", 2),)), cmd.SetTally(WHERE, ()))
    room.do(*(phone_vote(WHERE, who, Choice("a")) for who in ("md", "it")))
    assert room.refused(cmd.Undo()) == "votes-since"
    assert round_of(room.state, WHERE).voted == 2


def by_phone(state: WorkshopState) -> dict[tuple[str, str], Ballot]:
    """The votes that came by phone and are not revealed."""
    return {
        (ref, who): vote.ballot
        for ref, rounds in state.rounds.items()
        for who, vote in rounds[-1].votes.items()
        if rounds[-1].phase != "revealed" and vote.via == "phone"
    }


@examples(200)
@given(
    st.lists(
        random_commands()
        | st.builds(
            lambda ref, who, n: phone_vote(ref, who, VOTES[ref][n % len(VOTES[ref])]),
            st.sampled_from(REFS),
            st.sampled_from(("md", "it", "an")),
            st.integers(0, 1),
        ),
        max_size=20,
    )
)
def test_no_undo_takes_a_phones_vote_back_nor_counts_anybody_twice(
    commands: list[cmd.Command],
) -> None:
    room = set_up()
    for command in (cmd.Show(View("question", WHERE)), *commands):
        old, kept = room.state, by_phone(room.state)
        changed = isinstance(command, cmd.Undo) and room.ask(command)
        if not isinstance(command, cmd.Undo):
            room.ask(command)
        elif not isinstance(changed, Refusal):
            # What putting somebody out took away comes back; nothing else of a phone's changes.
            assert kept.items() <= by_phone(room.state).items()
            assert all(over(room.state, ref) <= max(0, over(old, ref)) for ref in room.state.rounds)
        assert not room.state.ignored


def over(state: WorkshopState, ref: str) -> int:
    """How many more votes there are than people whom they can come from."""
    one = state.round(ref)
    if one is None or one.phase == "revealed":
        return 0
    return one.voted - state.present - sum(who in one.votes for who in state.absent)


def test_a_stack_that_is_full_loses_whole_commands() -> None:
    room = set_up()
    room.do(cmd.Show(View("question", WHERE)), cmd.SetTally(WHERE, (("", "b", 1),)))
    for n in range(UNDO_DEPTH):
        room.do(cmd.CastVote(WHERE, "md", Choice("a"), take_back=(("", "b"),)) if n == 0
                else cmd.RecordNote("n", f"{n}"))  # fmt: skip
    groups = [entry.group for entry in room.state.undo]
    whole = [e.seq for e in room.events if e.seq >= groups[0]]
    assert [entry.event.seq for entry in room.state.undo] == whole
    assert len(groups) <= UNDO_DEPTH


def test_v_by_accident_gives_the_reveal_back_as_it_was(room: Room) -> None:
    room.do(cmd.CastVote(WHERE, "md", Choice("a")), cmd.Reveal(WHERE), cmd.StartTimer(90.0))
    room.do(cmd.TurnPage(Look("bars", told=(ev.FIRST,))), cmd.ShowPrompt(WHERE, "why"))
    seen, clock = facts(room.state), timer(room.state, room.t + 1)
    room.do(cmd.OpenRound(WHERE))
    assert len(room.state.rounds[WHERE]) == 2
    room.do(cmd.Undo())
    assert facts(room.state) == seen
    assert timer(room.state, room.t) == clock
    room.do(cmd.OpenRound(WHERE), cmd.CastVote(WHERE, "md", Choice("b")))
    room.do(cmd.Undo())  # the vote comes first
    assert round_of(room.state, WHERE).phase == "open"
    room.do(cmd.Undo())
    assert facts(room.state) == seen


def test_a_round_with_votes_is_not_taken_away_by_hand(room: Room) -> None:
    room.do(cmd.CastVote(WHERE, "md", Choice("a")), cmd.Reveal(WHERE), cmd.OpenRound(WHERE))
    room.do(cmd.CastVote(WHERE, "it", Choice("b")))
    opened = next(event for event in reversed(room.events) if event.kind == "round-opened")
    gone = ev.RoundOpened(question=WHERE, round=2, undoes=opened.seq, seq=99)
    after = apply(room.state, gone)
    assert after.rounds == room.state.rounds
    assert after.ignored == (99,)


def test_a_question_that_is_skipped_by_accident_is_where_the_room_is_again(room: Room) -> None:
    room.do(cmd.CastVote(WHERE, "md", Choice("a")))
    seen = facts(room.state)
    skip = cmd.SetAgenda((WHERE,), room.state.minutes)
    room.do(cmd.Together((skip, cmd.Show(View("question", "demo/points")))))
    room.do(cmd.Undo())
    assert facts(room.state) == seen


def test_of_commands_that_are_one_all_happen_or_none(room: Room) -> None:
    seen, seq = facts(room.state), room.state.seq
    nowhere = cmd.Show(View("brief", "nowhere"))
    assert room.refused(cmd.Together((cmd.RecordNote("n", "one"), nowhere))) == "nothing-there"
    assert (facts(room.state), room.state.seq) == (seen, seq)


def test_the_setup_leaves_out_whom_it_cannot_seat() -> None:
    room = Room()
    room.do(cmd.SetUp((cmd.Join("a", "Ana"), cmd.Join("b", "ana"), cmd.Join("c", "Cleo"))))
    assert [who.name for who in room.state.participants.values()] == ["Ana", "Cleo"]
    assert [event.part_of for event in room.events] == [None, 1, 1]
    assert room.refused(cmd.Undo()) == "nothing-to-undo"


def test_what_was_done_at_the_door_after_the_setup_can_be_taken_back_later() -> None:
    room = set_up()
    room.do(cmd.Join("an", "Ana", arrives=True), cmd.Show(View("brief", "demo")), cmd.Undo())
    assert "an" not in room.state.participants
    assert room.refused(cmd.Undo()) == "nothing-to-undo"


def test_of_a_journal_that_does_not_tell_the_setup_nothing_at_the_door_is_undone() -> None:
    room = Room()
    room.do(cmd.Join("md", "Mara"), cmd.CountHeads(4), cmd.Show(View("brief", "demo")))
    assert room.refused(cmd.Undo()) == "nothing-to-undo"


def test_the_timer_that_a_pause_holds_is_not_set_going_by_undo(room: Room) -> None:
    room.do(cmd.RecordNote("n", "one"), cmd.StartTimer(60.0), cmd.Pause(), cmd.Resume())
    room.do(cmd.Undo())  # its start
    assert room.state.timer is None
