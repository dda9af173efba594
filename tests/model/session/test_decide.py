"""Commands become events or refusals; no vote ever counts twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import Room, commands
from support.examples import examples
from support.narrow import a, round_of, the, timer_of

from mops_tui.model.packs.questions import CurveQuestion
from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.apply import apply
from mops_tui.model.session.ballots import Choice, Positions
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.fold import fold
from mops_tui.model.session.state import Look, View, WorkshopState

WHERE = "demo/where"


@pytest.fixture
def room() -> Room:
    room = Room()
    room.do(
        cmd.Join("md", "Mara", "CMO"),
        cmd.Join("it", "Ian", "CIO"),
        cmd.CountHeads(4),
        cmd.Show(View("question", WHERE)),
    )
    return room


def test_showing_a_question_opens_its_first_round(room: Room) -> None:
    assert round_of(room.state, WHERE).phase == "open"
    room.do(cmd.Show(View("brief", "demo", back=True)), cmd.Show(View("question", WHERE)))
    assert len(room.state.rounds[WHERE]) == 1


def test_the_last_ballot_of_a_person_counts(room: Room) -> None:
    room.do(cmd.CastVote(WHERE, "md", Choice("a")), cmd.CastVote(WHERE, "md", Choice("b")))
    assert round_of(room.state, WHERE).voted == 1
    assert round_of(room.state, WHERE).votes["md"].ballot == Choice("b")


def test_called_votes_stand_for_those_without_a_ballot(room: Room) -> None:
    room.do(cmd.CastVote(WHERE, "md", Choice("a")))
    made = room.ask(cmd.SetTally(WHERE, (("", "a", 3), ("", "b", 1))))
    assert made == Refusal("too-many-called", {"free": 3})
    room.do(cmd.SetTally(WHERE, (("", "a", 2), ("", "b", 1))))
    assert round_of(room.state, WHERE).voted == 4


def test_a_ballot_by_somebody_called_takes_the_called_vote_back(room: Room) -> None:
    room.do(cmd.SetTally(WHERE, (("", "a", 2), ("", "b", 2))))
    assert room.refused(cmd.CastVote(WHERE, "md", Choice("c"))) == "called-already"
    room.do(cmd.CastVote(WHERE, "md", Choice("c"), take_back=(("", "b"),)))
    round_ = round_of(room.state, WHERE)
    assert round_.voted == 4
    assert round_.tally.count("", "b") == 1
    room.do(cmd.Undo())
    round_ = round_of(room.state, WHERE)
    assert (round_.tally.count("", "b"), dict(round_.votes)) == (2, {})


def test_nobody_votes_after_the_round_is_closed(room: Room) -> None:
    room.do(cmd.CloseRound(WHERE))
    assert room.refused(cmd.CastVote(WHERE, "md", Choice("a"))) == "round-closed"
    assert room.refused(cmd.SetTally(WHERE, (("", "a", 1),))) == "round-closed"
    room.do(cmd.Reveal(WHERE))
    assert room.refused(cmd.CastVote(WHERE, "md", Choice("a"))) == "round-revealed"


def test_a_reveal_cannot_be_undone(room: Room) -> None:
    room.do(cmd.CastVote(WHERE, "md", Choice("a")), cmd.Reveal(WHERE))
    assert room.refused(cmd.Undo()) == "reveal-stays"
    room.do(cmd.OpenRound(WHERE))
    assert round_of(room.state, WHERE).number == 2
    assert round_of(room.state, WHERE).voted == 0
    assert room.state.rounds[WHERE][0].voted == 1


def test_a_called_vote_corrected_after_the_reveal_is_marked(room: Room) -> None:
    room.do(cmd.SetTally(WHERE, (("", "a", 2),)), cmd.Reveal(WHERE))
    room.do(cmd.SetTally(WHERE, (("", "b", 2),)))
    assert round_of(room.state, WHERE).tally.corrected
    assert round_of(room.state, WHERE).tally.count("", "b") == 2


def test_undo_walks_back_through_a_close_to_the_votes(room: Room) -> None:
    room.do(cmd.CastVote(WHERE, "md", Choice("a")), cmd.CastVote(WHERE, "md", Choice("b")))
    room.do(cmd.CloseRound(WHERE), cmd.Undo())
    assert round_of(room.state, WHERE).phase == "open"
    room.do(cmd.Undo())
    assert round_of(room.state, WHERE).votes["md"].ballot == Choice("a")
    room.do(cmd.Undo())
    assert not round_of(room.state, WHERE).votes


def test_undoing_a_record_takes_it_away_and_an_amendment_restores_it(room: Room) -> None:
    room.do(cmd.RecordNote("n-1", "early"), cmd.RecordNote("n-1", "late"), cmd.Undo())
    assert room.state.notes["n-1"].text == "early"
    room.do(cmd.Undo())
    assert not room.state.notes


def test_a_leaver_keeps_the_vote_and_the_quorum_does_not_pass_one(room: Room) -> None:
    room.do(cmd.CastVote(WHERE, "md", Choice("a")), cmd.Leave("md"))
    round_ = round_of(room.state, WHERE)
    assert (room.state.present, room.state.eligible(round_), round_.voted) == (3, 4, 1)
    assert room.refused(cmd.CastVote(WHERE, "md", Choice("b"))) == "not-present"
    room.do(cmd.Return("md"))
    assert room.state.present == 4


def test_the_head_count_cannot_fall_below_the_votes(room: Room) -> None:
    room.do(cmd.SetTally(WHERE, (("", "a", 4),)))
    assert room.refused(cmd.CountHeads(3)) == "fewer-than-votes"


def test_looking_back_does_not_move_the_workshop(room: Room) -> None:
    room.do(cmd.Show(View("brief", "demo", back=True)))
    assert room.state.place.key == ("question", WHERE)
    assert room.state.view.key == ("brief", "demo")


def test_the_night_does_not_count_as_work(room: Room) -> None:
    room.do(cmd.StartTimer(120), cmd.Pause())
    before = room.state.active(room.t)
    assert room.refused(cmd.Show(View("workshop"))) == "session-paused"
    room.t += 50_000
    room.do(cmd.Resume())
    assert room.state.active(room.t) == pytest.approx(before)
    assert timer_of(room.state).left(room.t) > 100


def test_anonymous_rooms_write_no_name() -> None:
    room = Room(policy={"anonymity": "anonymous"})
    room.do(cmd.Join("p-1", "Mara", ""))
    assert room.state.participants["p-1"].name == ""
    assert "Mara" not in str([event.keys() for event in room.events])


def test_an_added_wave_can_be_voted_on_and_undone(room: Room) -> None:
    ref = "demo/waves"
    room.do(cmd.Show(View("question", ref)), cmd.AddOption(ref, "w-1", "Video calls"))
    room.do(cmd.CastVote(ref, "md", Positions(("w-1",), (40,))))
    question = a(CurveQuestion, room.state.question(ref))
    assert question.items[-1].label == "Video calls"
    room.do(cmd.Undo(), cmd.Undo())
    assert "w-1" not in the(room.state.answers(ref)).items
    assert room.refused(cmd.AddOption(WHERE, "x", "X")) == "not-open-to-options"


def test_the_fold_ignores_what_does_not_fit_and_says_so(room: Room) -> None:
    stray = ev.VoteCast(seq=99, t=50, question=WHERE, round=7, participant="md", option="a")
    after = apply(room.state, stray)
    assert after.ignored == (99,)
    assert after.rounds == room.state.rounds


@examples(150)
@given(st.lists(commands(), max_size=60))
def test_random_commands_never_make_a_vote_count_twice(script: list[cmd.Command]) -> None:
    room = Room()
    revealed: dict[tuple[str, int], object] = {}
    for command in script:
        room.ask(command)
        state = room.state
        assert not state.ignored, "decide made an event that the fold does not take"
        for ref, rounds in state.rounds.items():
            for round_ in rounds:
                assert round_.voted <= max(state.eligible(round_), round_.present)
                if round_.phase == "revealed":
                    key = (ref, round_.number)
                    assert revealed.setdefault(key, dict(round_.votes)) == dict(round_.votes)
    assert fold(room.header, room.events) == room.state
    assert [event.seq for event in room.events] == list(range(1, len(room.events) + 1))


@examples(100)
@given(st.lists(commands(), max_size=40))
def test_undo_restores_what_was_before_it(script: list[cmd.Command]) -> None:
    room = Room()
    for command in script:
        before = room.state
        made = room.ask(command)
        if isinstance(made, Refusal) or isinstance(command, cmd.Undo) or not room.state.undo:
            continue
        grown = room.state.undo[-1].event.seq in {event.seq for event in made}
        if not grown or isinstance(room.state.undo[-1].event, ev.RoundRevealed):
            continue
        if isinstance(command, cmd.Join | cmd.Show):
            continue
        kept = (room.state, list(room.events), room.t)
        room.do(cmd.Undo())
        after = room.state
        assert values(after) == values(before)
        room.state, room.events, room.t = kept


def values(state: WorkshopState) -> object:
    rounds = {
        ref: [(r.phase, {k: v.ballot for k, v in r.votes.items()}, r.tally.cells) for r in rounds]
        for ref, rounds in state.rounds.items()
    }
    return rounds, state.participants, state.head_count, state.added, state.skipped


def test_a_page_is_turned_for_the_room_and_a_new_place_begins_afresh(room: Room) -> None:
    room.do(cmd.CastVote(WHERE, "md", Choice("a")), cmd.Reveal(WHERE))
    talk = Look("talk", 1)
    room.do(cmd.TurnPage(talk))
    assert room.state.look == talk
    assert room.ask(cmd.TurnPage(talk)) == ()
    assert room.refused(cmd.TurnPage(Look("votes", 2))) == "nothing-there"
    room.do(cmd.OpenRound(WHERE))
    assert room.state.look == Look()
    room.do(cmd.TurnPage(Look("names", 1)), cmd.Show(View("brief", "demo", back=True)))
    assert room.state.look == Look()


def test_a_turned_page_is_nothing_to_undo(room: Room) -> None:
    room.do(cmd.RecordNote("n", "one"), cmd.TurnPage(Look("talk")), cmd.Undo())
    assert not room.state.notes


def test_a_vote_that_was_left_open_does_not_bind_the_head_count(room: Room) -> None:
    room.do(cmd.SetTally(WHERE, (("", "a", 4),)))
    assert room.refused(cmd.CountHeads(3)) == "fewer-than-votes"
    room.do(cmd.Show(View("question", "demo/points")), cmd.CountHeads(3))
    assert room.state.present == 3


def test_the_name_of_somebody_who_has_left_is_told_as_such(room: Room) -> None:
    assert room.refused(cmd.Join("x", " mara ")) == "name-taken"
    room.do(cmd.Leave("md"))
    assert room.refused(cmd.Join("x", "Mara")) == "name-left"
    assert room.state.named("MARA") == room.state.participants["md"]
