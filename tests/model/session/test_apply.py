"""The fold takes whatever a file holds: in one go or event by event, in any order, to the end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import Room, commands
from support.examples import examples
from support.journals import any_event, events_of, sample
from support.narrow import round_of
from support.sessions import QUESTIONS, header

from mops_tui.model.agenda.agenda import steps
from mops_tui.model.agenda.flow import advance, back
from mops_tui.model.agenda.pace import pace
from mops_tui.model.results.grid import summary
from mops_tui.model.results.tallies import result
from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.apply import apply
from mops_tui.model.session.audience import visible
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.fold import begin, fold
from mops_tui.model.session.state import UNDO_DEPTH, View, WorkshopState
from mops_tui.model.session.undo.undo import undo
from mops_tui.report import ReportInput, data
from mops_tui.report.report_document import report_html, report_markdown

WHERE = "demo/where"


def everything(state: WorkshopState) -> None:
    """Ask a state for all that screens and reports ask for."""
    steps(state)
    advance(state)
    back(state)
    undo(state)
    pace(state, state.t)
    seen = visible(state, "room")
    for ref in QUESTIONS:
        state.question(ref)
        state.answers(ref)
        for round_ in state.rounds.get(ref, ()):
            result(seen, ref, round_.number)
            state.eligible(round_)
    summary(seen, "mops")
    given_ = ReportInput(header(), seen)
    data.report(given_)
    report_markdown(given_)
    report_html(given_)


@given(st.lists(commands(), max_size=60))
def test_all_at_once_is_the_same_as_one_by_one(script: list[cmd.Command]) -> None:
    room = Room()
    kept = [room.state]
    for command in script:
        room.ask(command)
        kept.append(room.state)
    state = begin(room.header)
    passed = [state]
    for event in room.events:
        state = apply(state, event)
        passed.append(state)
    assert fold(room.header, room.events) == state == room.state
    assert [one for one in kept if one in passed] == kept  # the earlier ones have not changed


PLACES = {
    "question": st.sampled_from([*QUESTIONS, "no/such"]),
    "scenario": st.sampled_from(["demo", "none"]),
    "participant": st.sampled_from(["p1", "p2", "p3"]),
    "round": st.integers(0, 3),
    "option": st.sampled_from(["a", "yes", "W 1", None]),
    "options": st.sampled_from([None, (), ("a", "b"), ("a", "b", "c")]),
    "points": st.sampled_from([None, (4, 6), (10,), (-1, 11)]),
    "items": st.sampled_from([None, ("owner",), ("craft",), ("cloud",)]),
    "levels": st.sampled_from([None, ("absent",), ("absent", "partly")]),
    "positions": st.sampled_from([None, (1,), (300,)]),
    "x": st.sampled_from([None, 10, 9000]),
    "y": st.sampled_from([None, -10]),
    "undoes": st.one_of(st.none(), st.integers(1, 20)),
}


@st.composite
def plausible(draw: st.DrawFn) -> ev.Event:
    """Any event that means this workshop's questions and people."""
    event = draw(any_event)
    keys = {key: draw(PLACES[key]) for key in type(event).model_fields if key in PLACES}
    if event.kind in ("option-added", "tally-set"):
        for key in ("option", "items"):
            keys = {k: v for k, v in keys.items() if k != key}
    return event.model_copy(update=keys)


@examples(100)
@given(st.lists(st.one_of(any_event, plausible()), max_size=40))
def test_any_events_in_any_order_are_taken_or_noted(events: list[ev.Event]) -> None:
    state = begin(header())
    for event in events:
        before = state
        state = apply(state, event)
        assert state.seq == event.seq
        assert state.t >= before.t
        if state.ignored != before.ignored:
            assert state.ignored == (*before.ignored, event.seq)
            assert state.rounds == before.rounds
            assert state.participants == before.participants
    everything(state)


@given(events_of(ev.OptionAdded))
def test_an_answer_written_into_the_file_by_hand_stops_nobody(event: ev.OptionAdded) -> None:
    state = begin(header())
    for ref in ("demo/waves", WHERE):
        state = apply(state, event.model_copy(update={"question": ref}))
        question = state.question(ref)
        assert question is not None
    everything(state)


@pytest.mark.parametrize(
    "stray",
    [
        ev.VoteCast(question="no/such", round=1, participant="p1", option="a"),
        ev.VoteCast(question=WHERE, round=2, participant="p1", option="a"),
        ev.VoteCast(question=WHERE, round=1, participant="nobody", option="a"),
        ev.VoteCast(question=WHERE, round=1, participant="p1", option="zzz"),
        ev.VoteCast(question=WHERE, round=1, participant="p1"),
        ev.VoteCast(question=WHERE, round=1, participant="p1", options=("a",), points=(10,)),
        ev.VoteWithdrawn(question=WHERE, round=1, participant="p2"),
        ev.RoundOpened(question=WHERE, round=2),
        ev.RoundRevealed(question=WHERE, round=1),
        ev.RoundReopened(question=WHERE, round=1),
        ev.QuestionShown(question="no/such"),
        ev.BriefShown(scenario="none"),
        ev.SummaryShown(of="grid", name="none"),
        ev.PromptShown(question="demo/points", prompt="x"),
        ev.ParticipantJoined(participant="p1", seat=9),
        ev.ParticipantLeft(participant="nobody"),
        ev.TimerPaused(seconds=1),
        ev.SessionOpened(header_crc="00000000"),
    ],
    ids=lambda event: event.kind,
)
def test_what_fits_nothing_changes_nothing(stray: ev.Event) -> None:
    room = Room()
    room.do(cmd.Join("p1", "One"), cmd.Join("p2", "Two"), cmd.Show(View("question", WHERE)))
    before = room.state
    after = apply(before, ev.stamp(stray, before.seq + 1, 99))
    assert after.ignored == (before.seq + 1,)
    for name in ("rounds", "participants", "view", "place", "phase", "timer", "undo", "added"):
        assert getattr(after, name) == getattr(before, name), name


def test_the_sample_of_the_file_format_is_understood() -> None:
    state = fold(header(), sample())
    assert state.participants["p1"].name == "Ana [b]"
    assert state.decisions["d1"].what == "Go"


def test_undo_reaches_only_so_far_back() -> None:
    room = Room()
    for index in range(UNDO_DEPTH + 50):
        room.do(cmd.RecordNote(f"n-{index}", "x"))
    assert len(room.state.undo) == UNDO_DEPTH
    for _ in range(UNDO_DEPTH):
        room.do(cmd.Undo())
    assert room.refused(cmd.Undo()) == "nothing-to-undo"
    assert len(room.state.notes) == 50


def test_a_second_option_of_the_same_id_takes_the_place_of_the_first() -> None:
    state = begin(header())
    for label in ("old", "new"):
        state = apply(state, ev.OptionAdded(question="demo/waves", option="w", label=label))
    assert state.added["demo/waves"] == (("w", "new"),)


def test_a_session_that_was_closed_can_be_resumed_and_keeps_its_votes() -> None:
    room = Room()
    room.do(cmd.Join("p1", "One"), cmd.Show(View("question", WHERE)))
    room.do(cmd.CastVote(WHERE, "p1", Choice("a")), cmd.StartTimer(60), cmd.Close())
    assert room.state.timer is None
    room.t += 1000
    room.do(cmd.Resume())
    assert room.state.phase == "open"
    assert room.state.rested >= 1000
    assert round_of(room.state, WHERE).voted == 1


def test_the_time_at_a_place_adds_up_over_visits_and_leaves_out_the_night() -> None:
    room = Room()
    room.t = 100
    room.do(cmd.Show(View("brief", "demo")))  # at 101
    room.t = 160
    room.do(cmd.Show(View("question", WHERE)))  # at 161
    room.do(cmd.Show(View("brief", "demo", back=True)))  # looking back is no visit
    room.do(cmd.Pause())  # at 163
    room.t = 9_999
    room.do(cmd.Resume())  # at 10000
    room.t = 10_036
    room.do(cmd.Show(View("brief", "demo")))  # at 10037
    room.t = 10_046
    room.do(cmd.Show(View("workshop")))  # at 10047
    spent = room.state.spent
    assert spent["brief", "demo"] == pytest.approx(60 + 10)
    assert spent["question", WHERE] == pytest.approx(2 + 37)
