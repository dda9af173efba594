"""The space bar: what comes next at every moment, and what is asked for twice."""

from __future__ import annotations

import pytest
from support.asking import Room
from support.branching import room as branching
from support.narrow import round_of
from support.sessions import QUESTIONS

from mops_tui.model.agenda.flow import Advance, advance, back, forth, round_before
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.state import Look, View

WHERE = "demo/where"


@pytest.fixture
def room() -> Room:
    room = Room()
    room.do(cmd.Join("md", "Mara"), cmd.Join("it", "Ian"), cmd.CountHeads(4))
    return room


def press(room: Room) -> Advance:
    """One press of the space bar that is confirmed where it asks."""
    step = advance(room.state)
    for command in step.commands:
        room.do(command)
    return step


def at(room: Room, *, votes: int = 0) -> Room:
    room.do(cmd.Show(View("question", WHERE)))
    for who in ("md", "it")[:votes]:
        room.do(cmd.CastVote(WHERE, who, Choice("a")))
    return room


def test_space_alone_walks_a_workshop_to_its_end(room: Room) -> None:
    asked = []
    for _ in range(100):
        if room.state.phase == "closed":
            break
        if (
            room.state.place.of == "question"
            and not round_of(room.state, room.state.place.name).voted
        ):
            made = room.ask(cmd.CastVote(room.state.place.name, "md", Choice("a")))
            assert made or isinstance(made, Refusal)
        asked.append(press(room).ask)
    assert room.state.phase == "closed"
    assert set(room.state.rounds) == set(QUESTIONS)
    assert asked[-1] == "close-session"


@pytest.mark.parametrize(("votes", "ask", "missing"), [(1, "votes-missing", 3), (2, None, 0)])
def test_votes_that_are_missing_are_asked_for_once_more(
    room: Room, votes: int, ask: str | None, missing: int
) -> None:
    if votes == 2:
        room.do(cmd.CountHeads(2))
    at(room, votes=votes)
    step = press(room)
    assert (step.ask, step.missing) == (ask, missing)
    assert round_of(room.state, WHERE).phase == "closed"
    assert advance(room.state) == Advance((cmd.Reveal(WHERE),))


def test_called_votes_are_not_missing(room: Room) -> None:
    at(room, votes=1)
    room.do(cmd.SetTally(WHERE, (("", "b", 3),)))
    assert advance(room.state).ask is None


def test_nobody_present_asks_for_nothing_that_is_missing() -> None:
    room = Room()
    room.do(cmd.Show(View("question", WHERE)))
    assert advance(room.state).ask == "nobody-voted"


def test_a_question_without_votes_is_left_behind_unrevealed(room: Room) -> None:
    at(room)
    assert press(room).ask == "nobody-voted"
    assert round_of(room.state, WHERE).phase == "closed"
    assert room.state.place.key == ("question", "demo/points")


def test_after_the_reveal_the_next_question_comes(room: Room) -> None:
    at(room, votes=2)
    room.do(cmd.Reveal(WHERE))
    press(room)
    assert room.state.place.key == ("question", "demo/points")


def test_a_decision_that_is_not_written_down_is_asked_for(room: Room) -> None:
    room.do(cmd.Show(View("decision", "demo")))
    assert advance(room.state).ask == "no-decision"
    room.do(cmd.RecordDecision("d", "demo", "Move"))
    assert advance(room.state).ask is None


def test_owners_are_read_back_only_where_something_was_decided() -> None:
    def after_the_decision(made: Room) -> View:
        made.do(cmd.Show(View("decision", "s")))
        press(made)
        return made.state.place

    assert after_the_decision(branching("today")) == View("workshop")
    decided = branching("today")
    decided.do(cmd.RecordDecision("d", "s", "Move"))
    assert after_the_decision(decided) == View("owners")


def test_a_dark_screen_comes_back_first(room: Room) -> None:
    at(room, votes=2)
    room.do(cmd.Blank(on=True))
    press(room)
    assert not room.state.blanked
    assert round_of(room.state, WHERE).phase == "open"


def back_from(room: Room) -> cmd.Command:
    found = back(room.state)
    assert found is not None
    return found


def test_looking_back_and_forth_stops_where_the_work_is(room: Room) -> None:
    room.do(cmd.Show(View("brief", "demo")))
    at(room)
    assert back(Room().state) is None
    room.do(back_from(room))
    assert room.state.view == View("brief", "demo", back=True)
    assert back(room.state) is None
    assert forth(room.state) == cmd.Show(View("question", WHERE))
    step = press(room)
    assert step.commands == (cmd.Show(View("question", WHERE)),)
    assert room.state.view == room.state.place
    assert forth(room.state) is None


def test_looking_two_back_comes_forth_one_at_a_time(room: Room) -> None:
    room.do(cmd.Show(View("question", "demo/ready")))
    room.do(back_from(room))
    room.do(back_from(room))
    assert room.state.view == View("question", WHERE, back=True)
    assert forth(room.state) == cmd.Show(View("question", "demo/points", back=True))


def test_a_prompt_is_not_taken_along(room: Room) -> None:
    at(room, votes=2)
    room.do(cmd.Reveal(WHERE), cmd.ShowPrompt(WHERE, "why"))
    assert room.state.view.prompt == "why"
    room.do(cmd.Show(View("brief", "demo", back=True)))
    press(room)
    assert room.state.view == View("question", WHERE)


def test_the_rounds_go_back_one_by_one_and_then_to_the_latest(room: Room) -> None:
    at(room)
    assert round_before(room.state, Look()) == 0
    room.do(cmd.Reveal(WHERE), cmd.OpenRound(WHERE), cmd.Reveal(WHERE), cmd.OpenRound(WHERE))
    assert [round_before(room.state, Look(round=n)) for n in (0, 2, 1)] == [2, 1, 0]
