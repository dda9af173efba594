"""A simulated room in a live session: when it votes, whom it waits for, what upsets it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.disks import Ticks
from support.sessions import header

from mops_tui.model.packs.characters import Cast
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.header import Policy
from mops_tui.model.session.state import View
from mops_tui.sources.live import LiveSession
from mops_tui.sources.simulated.answering import answer
from mops_tui.sources.simulated.room import ASKED_SECONDS, SPEEDS, Simulation
from mops_tui.sources.simulated.saying.matter import matter_of
from mops_tui.words.rehearsals.reasons import speech

WHERE, OTHER = "demo/where", "demo/ready"
BASE = {"role": "CMO", "about": "Somebody."}
CHARACTERS: list[dict[str, Any]] = [
    {"id": "quick", "name": "Quick", "speed": 5, "cares": {"O1": 6}, **BASE},
    {"id": "late", "name": "Late", "speed": 20, "late": True, **BASE},
    {"id": "quiet", "name": "Quiet", "speed": 5, "asked": True, **BASE},
]
HAPPENINGS = [
    {"id": "gone", "text": "Quick is called away.", "leaves": "quick"},
    {"id": "figure", "text": "A figure.", "shifts": {"O1": 3}},
]


def cast() -> Cast:
    keys = {"kind": "cast", "id": "r", "title": "R", "summary": "S"}
    return Cast.model_validate(keys | {"character": CHARACTERS, "disturbance": HAPPENINGS})


@pytest.fixture
def session(tmp_path: Path) -> Iterator[LiveSession]:
    made = LiveSession.create(tmp_path, header(session="rehearsal"), Ticks())
    yield made
    made.close()


@pytest.fixture
def room(session: LiveSession) -> Simulation:
    made = Simulation(session, cast(), 3, 7, speech({}))
    made.arrive()
    ask(session, cmd.Show(View("question", WHERE)))
    return made


def ask(session: LiveSession, *commands: cmd.Command) -> None:
    for command in commands:
        made = session.ask(command)
        assert not isinstance(made, Refusal), made


def voted(session: LiveSession) -> set[str]:
    round_ = session.head.round(WHERE)
    assert round_ is not None
    names = {who.id: who.name for who in session.head.participants.values()}
    return {names[who] for who in round_.votes}


def pass_time(room: Simulation, seconds: float, step: float = 0.25) -> None:
    for _ in range(round(seconds / step)):
        room.advance(step)


def seconds_until(room: Simulation, session: LiveSession, name: str) -> float:
    passed = 0.0
    while name not in voted(session):
        room.advance(0.25)
        passed += 0.25
        assert passed < 1000, f"{name} never votes"
    return passed


def test_everybody_takes_a_seat_with_name_and_role(room: Simulation, session: LiveSession) -> None:
    people = session.head.participants.values()
    assert [(who.name, who.role) for who in people] == [
        ("Quick", "CMO"), ("Late", "CMO"), ("Quiet", "CMO"),
    ]  # fmt: skip


def test_nobody_votes_at_once_and_the_late_one_comes_after_the_quick(
    room: Simulation, session: LiveSession
) -> None:
    room.advance(0.25)
    assert voted(session) == set()
    quick = seconds_until(room, session, "Quick")
    late = seconds_until(room, session, "Late")
    assert quick > 0.5
    assert late > quick


def test_the_asked_one_votes_only_when_asked(room: Simulation, session: LiveSession) -> None:
    pass_time(room, 600)
    assert voted(session) == {"Quick", "Late"}
    assert room.ask_missing() == ("Quiet",)
    pass_time(room, ASKED_SECONDS + 0.5)
    assert voted(session) == {"Quick", "Late", "Quiet"}
    assert room.ask_missing() == ()


def test_asking_never_makes_anybody_slower(room: Simulation, session: LiveSession) -> None:
    room.advance(0.25)
    assert set(room.ask_missing()) == {"Quick", "Late", "Quiet"}
    pass_time(room, ASKED_SECONDS + 0.5)
    assert voted(session) == {"Quick", "Late", "Quiet"}


def test_speed_makes_the_same_room_faster(tmp_path: Path) -> None:
    took = []
    for speed in SPEEDS:
        session = LiveSession.create(tmp_path / str(speed), header(), Ticks())
        room = Simulation(session, cast(), 3, 7)
        room.arrive()
        ask(session, cmd.Show(View("question", WHERE)))
        room.speed = speed
        took.append(seconds_until(room, session, "Late"))
        session.close()
    assert took[0] == pytest.approx(took[1] * 4, abs=2)
    assert took[0] == pytest.approx(took[2] * 16, abs=5)


def test_a_closed_round_gets_no_votes_and_the_next_begins_anew(
    room: Simulation, session: LiveSession
) -> None:
    seconds_until(room, session, "Quick")
    ask(session, cmd.CloseRound(WHERE))
    pass_time(room, 300)
    assert voted(session) == {"Quick"}
    ask(session, cmd.Reveal(WHERE), cmd.OpenRound(WHERE))
    assert voted(session) == set()
    pass_time(room, 300)
    assert voted(session) == {"Quick", "Late"}


def test_after_a_reveal_everybody_has_heard_the_room(
    room: Simulation, session: LiveSession
) -> None:
    pass_time(room, 300)
    assert not any(WHERE in person.heard for person in room.room)
    ask(session, cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    room.advance(0.25)
    assert all(WHERE in person.heard for person in room.room)


def test_people_are_asked_why_once_the_room_has_seen_the_votes(
    room: Simulation, session: LiveSession
) -> None:
    quick, late, quiet = (person.id for person in room.room)
    pass_time(room, 300)
    assert (room.to_ask(WHERE), room.ask_why(quick, WHERE)) == ((), None)
    ask(session, cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    room.advance(0.25)
    assert {one.person.id for one in room.to_ask(WHERE)} == {quick, late}
    told = room.ask_why(quick, WHERE)
    assert told is not None
    assert told.text
    assert room.ask_why(quick, WHERE) == told
    kept = session.head.reasons[WHERE]
    assert [(one.round, one.participant, one.text) for one in kept] == [(1, quick, told.text)]
    assert [one.worth for one in room.to_ask(WHERE) if one.person.id == quick] == ["asked"]
    assert room.ask_why(quiet, WHERE) is None
    assert room.ask_why("nobody", WHERE) is None
    assert room.ask_why(quick, "demo/nothing") is None


def test_after_another_round_and_a_break_they_know_what_they_said(
    room: Simulation, session: LiveSession
) -> None:
    quick, late, _quiet = (person.id for person in room.room)
    pass_time(room, 300)
    ask(session, cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    first = room.ask_why(quick, WHERE)
    ask(session, cmd.OpenRound(WHERE))
    room.advance(0.25)
    assert room.to_ask(WHERE) == ()
    pass_time(room, 300)
    ask(session, cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    again = Simulation.rejoin(session, cast(), speech({}))
    told = again.ask_why(quick, WHERE)
    assert first is not None
    assert told is not None
    assert told.text != first.text
    assert told.text.startswith(("I stay with", "I moved from"))
    assert again.ask_why(late, WHERE) is not None
    assert [one.round for one in session.head.reasons[WHERE]] == [1, 2, 2]


def test_a_disturbance_takes_the_leaver_out(room: Simulation, session: LiveSession) -> None:
    room.advance(0.25)
    assert room.disturb("gone") is not None
    pass_time(room, 600)
    assert voted(session) == {"Late"}
    gone = room.room[0].id
    assert gone in session.head.absent
    ask(session, cmd.CloseRound(WHERE), cmd.Reveal(WHERE), cmd.OpenRound(WHERE))
    pass_time(room, 600)
    assert voted(session) == {"Late"}


def test_a_disturbance_shifts_what_weighs_is_noted_and_happens_once(
    room: Simulation, session: LiveSession
) -> None:
    assert room.disturb("figure") is not None
    assert all(person.shifts == {"O1": 3} for person in room.room)
    assert [note.text for note in session.head.notes.values()] == ["A figure."]
    assert room.disturb("figure") is None
    assert room.disturb("nothing") is None
    assert [one.id for one in room.disturbances] == ["gone"]


def test_what_happened_is_between_two_votes_only_if_it_came_after_the_first(
    room: Simulation, session: LiveSession
) -> None:
    def since() -> set[str]:
        matter = matter_of(session.head, WHERE, speech({}))
        assert matter is not None
        return {name for names in matter.since.values() for name in names}

    def another_round() -> None:
        ask(session, cmd.OpenRound(WHERE))
        pass_time(room, 600)
        ask(session, cmd.CloseRound(WHERE), cmd.Reveal(WHERE))

    pass_time(room, 600)
    ask(session, cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    room.disturb("figure")
    assert since() == set()  # nobody has voted after it
    another_round()
    assert since() == {"figure"}
    another_round()
    assert since() == set()  # everybody had voted after it already


def test_who_comes_back_is_who_was_there(room: Simulation, session: LiveSession) -> None:
    """What they said and heard follows from the journal; a late arrival is nobody's character."""
    ask(session, cmd.Join("guest", "Guest"))
    pass_time(room, 300)
    ask(session, cmd.Reveal(WHERE))
    room.advance(0.25)
    ask(session, cmd.OpenRound(WHERE))
    seconds_until(room, session, "Quick")
    room.disturb("figure")
    again = Simulation.rejoin(session, cast())
    assert [person.id for person in again.room] == [person.id for person in room.room]
    for new, old in zip(again.room, room.room, strict=True):
        assert new.last == old.last
        assert new.heard == old.heard
        assert new.shifts == old.shifts
    assert again.disturbances == room.disturbances
    assert voted(session) == {"Quick"}
    pass_time(again, 300)
    assert voted(session) == {"Quick", "Late"}


COMPANY = [{"id": "size", "fact": [{"id": "small", "text": "We are 60."}]}]


def test_the_company_is_told_at_the_start_and_is_the_same_after_a_pause(tmp_path: Path) -> None:
    whole = Cast.model_validate(
        {"kind": "cast", "id": "r", "title": "R", "summary": "S", "character": CHARACTERS}
        | {"company": COMPANY, "disturbance": HAPPENINGS}
    )
    session = LiveSession.create(tmp_path, header(session="rehearsal"), Ticks())
    room = Simulation(session, whole, 3, session.header.seed)
    room.arrive()
    told = [note for name, note in session.head.notes.items() if name.startswith("company-")]
    assert [note.text for note in told] == ["We are 60."]
    assert isinstance(session.ask(cmd.Undo()), Refusal)  # it was there before anything was done
    ask(session, cmd.Show(View("question", WHERE)))
    pass_time(room, 300)
    room.disturb("figure")
    again = Simulation.rejoin(session, whole)
    assert again.company.ids == room.company.ids == {"small"}
    question = session.head.question(WHERE)
    assert question is not None
    for new, old in zip(again.room, room.room, strict=True):
        assert new.interest == old.interest
        assert new.happened == old.happened
        assert answer(new, WHERE, question) == answer(old, WHERE, question)
        assert new.worth == old.worth
    session.close()


def test_who_comes_back_knows_what_they_said_before(room: Simulation, session: LiveSession) -> None:
    for _round in range(2):
        pass_time(room, 300)
        ask(session, cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
        room.advance(0.25)
        ask(session, cmd.OpenRound(WHERE))
    again = Simulation.rejoin(session, cast())
    for new, old in zip(again.room, room.room, strict=True):
        assert (new.before, new.swayed, new.last) == (old.before, old.swayed, old.last)
    assert again.room[0].before


def test_what_happens_just_before_a_first_vote_is_known_to_who_votes_after_it(
    room: Simulation, session: LiveSession
) -> None:
    def since() -> dict[str, tuple[str, ...]]:
        matter = matter_of(session.head, WHERE, speech({}))
        assert matter is not None
        names = {who.id: who.name for who in session.head.participants.values()}
        return {names[who]: what for who, what in matter.since.items()}

    seconds_until(room, session, "Quick")
    room.disturb("figure")
    seconds_until(room, session, "Late")
    ask(session, cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    assert since() == {"Quick": (), "Late": ("figure",)}


def test_after_another_vote_it_is_nothing_new(room: Simulation, session: LiveSession) -> None:
    room.disturb("figure")
    for ref in (WHERE, OTHER):
        ask(session, cmd.Show(View("question", ref)))
        room.advance(0.25)
        room.ask_missing()
        pass_time(room, 60)
        ask(session, cmd.CloseRound(ref), cmd.Reveal(ref))
    told = [matter_of(session.head, ref, speech({})) for ref in (WHERE, OTHER)]
    known = [{name for one in each.since.values() for name in one} for each in told if each]
    assert known == [{"figure"}, set()]


def test_a_round_that_follows_a_reveal_at_once_finds_everybody_having_heard(
    room: Simulation, session: LiveSession
) -> None:
    seconds_until(room, session, "Late")
    ask(session, cmd.CloseRound(WHERE), cmd.Reveal(WHERE), cmd.OpenRound(WHERE))
    room.advance(0.25)
    assert all(WHERE in person.heard for person in room.room)
    assert seconds_until(room, session, "Quick") > 0.5
    again = Simulation.rejoin(session, cast())
    for new, old in zip(again.room, room.room, strict=True):
        assert (new.last, new.heard, new.before) == (old.last, old.heard, old.before)


def test_a_vote_that_the_facilitator_put_right_is_the_one_that_is_heard_and_remembered(
    room: Simulation, session: LiveSession
) -> None:
    seconds_until(room, session, "Late")
    round_ = session.head.round(WHERE)
    assert round_ is not None
    chosen = {
        vote.ballot.option for vote in round_.votes.values() if isinstance(vote.ballot, Choice)
    }
    other = "b" if chosen == {"a"} else "a"
    ask(session, *(cmd.CastVote(WHERE, who, Choice(other)) for who in round_.votes))
    ask(session, cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    room.advance(0.25)
    assert room.room[2].heard[WHERE].shares == {other: 1.0}
    again = Simulation.rejoin(session, cast())
    for new, old in zip(again.room, room.room, strict=True):
        assert (new.last, new.heard) == (old.last, old.heard)


@pytest.mark.parametrize("anonymity", ["named", "anonymous"])
def test_who_was_asked_says_the_same_and_is_asked_last_without_names_too(
    anonymity: str, tmp_path: Path
) -> None:
    hidden = header(session="rehearsal", policy=Policy(anonymity=anonymity))
    session = LiveSession.create(tmp_path, hidden, Ticks())
    room = Simulation(session, cast(), 3, 7, speech({}))
    room.arrive()
    ask(session, cmd.Show(View("question", WHERE)))
    room.advance(0.25)
    room.ask_missing()
    pass_time(room, 300)
    ask(session, cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    told = {}
    for _one in range(3):
        person = room.to_ask(WHERE)[0].person
        said = room.ask_why(person.id, WHERE)
        assert said is not None
        told[person.id] = said.text
        assert room.ask_why(person.id, WHERE) == said
    assert len(told) == 3
    assert [one.worth for one in room.to_ask(WHERE)] == ["asked"] * 3
    kept = session.head.reasons[WHERE]
    assert [one.text for one in kept] == list(told.values())
    if anonymity == "anonymous":
        assert not [one.name for one in room.room for text in told.values() if one.name in text]
        assert {one.participant for one in kept} == {""}
    session.close()


def test_votes_say_that_they_are_simulated(room: Simulation, session: LiveSession) -> None:
    pass_time(room, 300)
    round_ = session.head.round(WHERE)
    assert round_ is not None
    assert {vote.via for vote in round_.votes.values()} == {"simulated"}


def test_whose_vote_is_taken_back_votes_once_more(room: Simulation, session: LiveSession) -> None:
    seconds_until(room, session, "Quick")
    ask(session, cmd.Undo())
    assert "Quick" not in voted(session)
    seconds_until(room, session, "Quick")
    assert "Quick" in voted(session)


def test_after_a_round_by_accident_is_taken_back_nobody_votes(
    room: Simulation, session: LiveSession
) -> None:
    pass_time(room, 2)
    ask(session, cmd.Reveal(WHERE), cmd.OpenRound(WHERE))
    pass_time(room, 1)
    ask(session, cmd.Undo())
    pass_time(room, 300)
    assert len(session.head.rounds[WHERE]) == 1
    ask(session, cmd.OpenRound(WHERE))
    seconds_until(room, session, "Quick")


def test_a_disturbance_is_one_thing_to_take_back(room: Simulation, session: LiveSession) -> None:
    notes = dict(session.head.notes)
    room.disturb("gone")
    ask(session, cmd.Undo())
    assert dict(session.head.notes) == notes
    assert not session.head.absent


def test_what_was_taken_back_moves_nobody_and_can_happen_again(
    room: Simulation, session: LiveSession
) -> None:
    room.disturb("figure")
    ask(session, cmd.Undo())
    room.advance(0.25)
    assert not any(person.happened or any(person.shifts.values()) for person in room.room)
    assert {one.id for one in room.disturbances} == {"gone", "figure"}
    assert room.disturb("figure") is not None
    assert all(person.shifts == {"O1": 3} for person in room.room)


def test_who_takes_part_in_the_rehearsal_is_set_up(tmp_path: Path) -> None:
    session = LiveSession.create(tmp_path, header(session="rehearsal"), Ticks())
    Simulation(session, cast(), 3, 7).arrive()
    refused = session.ask(cmd.Undo())
    assert isinstance(refused, Refusal)
    assert session.head.seated == 3
    session.close()


ADA = "p-1a2b3c4d"
"""A phone's participant, of whom nothing is simulated."""


def test_somebody_real_counts_and_nobody_votes_in_their_place(
    room: Simulation, session: LiveSession
) -> None:
    ask(session, cmd.Join(ADA, "Ada", "Facilitator"))
    assert session.head.present == 4
    pass_time(room, 600)
    assert room.ask_missing() == ("Quiet",)
    assert room.real_missing == (ADA,)
    pass_time(room, ASKED_SECONDS + 0.5)
    assert voted(session) == {"Quick", "Late", "Quiet"}
    ask(session, cmd.CastVote(WHERE, ADA, Choice("a"), via="phone"))
    assert voted(session) == {"Quick", "Late", "Quiet", "Ada"}
    assert not room.real_missing
    assert room.ask_why(ADA, WHERE) is None
    ask(session, cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    room.advance(0.25)
    assert not room.real_missing


def test_speed_and_a_disturbance_leave_the_real_one_alone(
    room: Simulation, session: LiveSession
) -> None:
    ask(session, cmd.Join(ADA, "Ada", ""))
    room.speed = SPEEDS[-1]
    room.disturb("gone")
    pass_time(room, 600)
    assert ADA not in session.head.absent
    assert voted(session) == {"Late"}
    ask(session, cmd.Leave(ADA))
    assert not room.real_missing


def test_whose_seat_was_given_to_somebody_real_is_simulated_no_longer(
    room: Simulation, session: LiveSession
) -> None:
    ask(session, cmd.Join(ADA, "Ada", ""))
    room.advance(0.25)
    quick = room.room[0].id
    ask(session, cmd.Merge(quick, ADA))
    pass_time(room, 600)
    assert "Quick" not in room.ask_missing()
    assert room.real_missing == (ADA,)
    again = Simulation.rejoin(session, cast())
    assert [one.id for one in again.room] == [one.id for one in room.room]
    pass_time(again, 600)
    assert voted(session) == {"Late"}
