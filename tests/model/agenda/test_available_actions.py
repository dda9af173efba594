"""What is offered is not refused, and what is refused is not offered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import REFS, Room, random_commands
from support.examples import examples
from support.sessions import header, workshop

from mops_tui.model.agenda import flow
from mops_tui.model.agenda.available_actions import ACTIONS, FacilitatorAction, why_not
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice, Pass, Ranking
from mops_tui.model.session.commands import Command, Refusal
from mops_tui.model.session.fold import begin
from mops_tui.model.session.rules.rounds import MOST_OPTIONS
from mops_tui.model.session.state import View, WorkshopState
from mops_tui.model.session.step import refuses

WHERE = "demo/where"
ABOUT_THE_ASKER = {"looking-back", "screen-dark", "room-simulated", "room-not-simulated"}
ABOUT_WHAT_IS_SHOWN = {
    "no-question-here", "round-not-revealed", "nothing-called", "skipped-already", "round-not-open",
}  # fmt: skip
Keys = Callable[[WorkshopState], Command]


@pytest.fixture
def room() -> Room:
    room = Room()
    room.do(cmd.Join("md", "Mara"), cmd.Join("it", "Ian"), cmd.CountHeads(4))
    return room


def dry(state: WorkshopState, t: float = 0.0) -> Callable[[Command], Refusal | None]:
    return lambda command: refuses(state, command, t)


def possible(
    state: WorkshopState,
    try_out: Callable[[Command], Refusal | None],
    *,
    dark: bool = False,
    simulated: bool = False,
) -> set[FacilitatorAction]:
    return {
        action
        for action in ACTIONS
        if why_not(state, action, try_out, dark=dark, simulated=simulated) is None
    }


def reason(room: Room, action: FacilitatorAction, **about: bool) -> str:
    refusal = why_not(room.state, action, dry(room.state), **about)
    return refusal.code if refusal else ""


def _called_again(state: WorkshopState) -> Command:
    ref, round_ = state.view.name, state.round(state.view.name)
    answers = state.answers(ref)
    if round_ is None or (answers is not None and not answers.categories):
        present = [person.id for person in state.participants.values() if person.present]
        if not present:  # whoever is called on takes a seat first
            return cmd.Join("quite-new", "Quite new")
        return cmd.CastVote(ref, present[0], Pass(), via="called")
    return cmd.SetTally(ref, round_.tally.cells)


ASKS: dict[FacilitatorAction, Keys] = {
    "next": lambda s: cmd.together(flow.advance(s).commands),
    "call_out": _called_again,
    "reveal": lambda s: cmd.Reveal(s.view.name),
    "revote": lambda s: flow.vote_again(s, s.view.name),
    "add_option": lambda s: cmd.AddOption(s.view.name, "quite-new", "Quite new"),
    "prompt": lambda s: cmd.ShowPrompt(s.view.name, "why"),
    "skip": lambda s: cmd.together(flow.skip(s, s.view.name).commands),
    "undo": lambda s: cmd.Undo(),
    "timer_more": lambda s: cmd.ExtendTimer(60),
    "timer_stop": lambda s: cmd.StopTimer(),
    "blank": lambda s: cmd.Blank(on=not s.blanked),
    "note": lambda s: cmd.RecordNote("n-new", "A note"),
    "decision": lambda s: cmd.RecordDecision("d-new", "demo", "Go"),
}
"""What the key of an action asks for, where it asks for something at once."""
others = st.sampled_from((
    cmd.Pause(), cmd.Resume(), cmd.Close(), cmd.ShowPrompt("demo/where", ""),
    cmd.Show(View("question", "demo/order")), cmd.Show(View("question", "demo/waves")),
    cmd.Show(View("question", "demo/waves", back=True)), cmd.SetAgenda(REFS, 30),
))  # fmt: skip


@examples(60)
@given(st.lists(random_commands() | others, max_size=16), st.booleans(), st.booleans())
def test_what_is_offered_is_not_refused_and_what_is_refused_is_not_offered(
    script: list[Command], dark: bool, simulated: bool
) -> None:
    room = Room()
    room.ask(cmd.SetUp((cmd.Join("md", "Mara"), cmd.Join("it", "Ian"), cmd.CountHeads(4))))
    for command in script:
        room.ask(command)
    try_out = dry(room.state, room.t)
    offered = possible(room.state, try_out, dark=dark, simulated=simulated)
    for action, asks in ASKS.items():
        refused = try_out(asks(room.state)) if room.state.participants else None
        if action in offered:
            assert refused is None, (action, refused)
            continue
        why = why_not(room.state, action, try_out, dark=dark, simulated=simulated)
        assert why is not None
        rests = why.code == "session-paused"  # it can be closed all the same, and by no key
        if not rests and why.code not in ABOUT_THE_ASKER | ABOUT_WHAT_IS_SHOWN:
            assert refused is not None, (action, why)


def test_nothing_is_offered_while_the_workshop_rests_or_is_over(room: Room) -> None:
    for command, code in ((cmd.Pause(), "session-paused"), (cmd.Close(), "session-closed")):
        room.do(command)
        assert {reason(room, action) for action in ACTIONS} == {code}


def test_a_reveal_that_the_disk_holds_up_is_not_offered(room: Room) -> None:
    room.do(cmd.Show(View("question", WHERE)), cmd.CloseRound(WHERE))

    def waits(command: Command) -> Refusal | None:
        return Refusal("votes-unsaved")

    for action in ("next", "reveal"):
        assert why_not(room.state, action, waits) == Refusal("votes-unsaved")
    assert why_not(room.state, "note", waits) is None


def test_nothing_is_changed_on_a_dark_screen(room: Room) -> None:
    room.do(cmd.Show(View("question", "demo/points")), cmd.Show(View("question", WHERE)))
    room.do(cmd.Blank(on=True))
    hidden = possible(room.state, dry(room.state)) - possible(
        room.state, dry(room.state), dark=True
    )
    assert hidden == {"undo", "reveal", "skip"}


def test_looking_back_changes_no_vote(room: Room) -> None:
    room.do(cmd.Show(View("question", WHERE)), cmd.Show(View("question", "demo/points")))
    room.do(cmd.Show(View("question", WHERE, back=True)))
    for action in ("hot_seat", "call_out", "reveal", "revote", "skip"):
        assert reason(room, action) == "looking-back"
    room.do(cmd.Show(View("question", WHERE)))
    assert not {reason(room, action) for action in ("hot_seat", "call_out", "reveal", "skip")} - {
        ""
    }


def test_call_outs_are_corrected_after_a_reveal_and_only_there(room: Room) -> None:
    room.do(cmd.Show(View("question", WHERE)), cmd.Reveal(WHERE))
    assert reason(room, "call_out") == "nothing-called"
    room.do(cmd.OpenRound(WHERE), cmd.SetTally(WHERE, (("", "a", 2),)), cmd.CloseRound(WHERE))
    assert reason(room, "call_out") == "round-closed"
    room.do(cmd.Reveal(WHERE))
    assert reason(room, "call_out") == ""
    assert reason(room, "hot_seat") == "round-revealed"


def test_what_no_tally_can_serve_is_called_out_ballot_by_ballot(room: Room) -> None:
    room.do(cmd.Show(View("question", "demo/order")))
    assert reason(room, "call_out") == ""


def test_answers_are_added_before_people_rank_them(room: Room) -> None:
    room.do(cmd.Show(View("question", "demo/waves")))
    assert reason(room, "add_option") == ""
    room.do(cmd.Show(View("question", WHERE)))
    assert reason(room, "add_option") == "not-open-to-options"


def test_a_question_that_takes_no_more_answers_keeps_its_key_which_says_why() -> None:
    """What the session refuses is told by the key; what no round ever takes has none."""
    (scenario,) = (demo := workshop()).scenarios
    asked = tuple(
        question.model_copy(update={"open": True}) if question.id == "order" else question
        for question in scenario.questions
    )
    scenario = scenario.model_copy(update={"questions": asked})
    room = Room(workshop=demo.model_copy(update={"scenarios": (scenario,)}))
    room.do(cmd.Join("md", "Mara"))
    told: list[str] = []

    def try_out(command: Command) -> Refusal | None:
        refused = refuses(room.state, command, room.t)
        told.extend([refused.code] if refused else [])
        return refused

    def said() -> str:
        refused = why_not(room.state, "add_option", try_out)
        return refused.code if refused else ""

    room.do(cmd.Show(View("question", "demo/order")))
    assert said() == ""
    room.do(cmd.CastVote("demo/order", "md", Ranking(("a", "b", "c"))))
    assert [said()] == told == ["options-after-votes"]
    room.do(cmd.Show(View("question", "demo/waves")))
    room.do(*(cmd.AddOption("demo/waves", f"x{n}", "More") for n in range(MOST_OPTIONS - 2)))
    assert ["options-after-votes", said()] == told == ["options-after-votes", "too-many-options"]
    room.do(cmd.Show(View("question", WHERE)))
    assert said() == "not-open-to-options"
    room.do(cmd.Show(View("question", "demo/waves")), cmd.CloseRound("demo/waves"))
    assert said() == "round-closed"
    assert len(told) == 2


def test_pages_wait_for_the_reveal(room: Room) -> None:
    talk: tuple[FacilitatorAction, ...] = ("page", "prompt", "tell_first", "tell_look_for")
    assert {reason(room, action) for action in talk} == {"no-question-here"}
    room.do(cmd.Show(View("question", WHERE)))
    assert {reason(room, action) for action in talk} == {"round-not-revealed"}
    room.do(cmd.CastVote(WHERE, "md", Choice("a")), cmd.Reveal(WHERE))
    assert {reason(room, action) for action in talk} == {""}
    assert reason(room, "rounds") == "no-earlier-round"
    room.do(cmd.OpenRound(WHERE))
    assert reason(room, "rounds") == ""


def test_marks_are_explained_on_a_grid_of_people_with_names() -> None:
    for anonymity, code in (("named", ""), ("anonymous", "marks-nameless")):
        room = Room(policy={"anonymity": anonymity})
        assert reason(room, "why") == "no-grid-here"
        room.do(cmd.Show(View("grid", "mops")))
        assert reason(room, "why") == code


def test_a_question_is_skipped_once(room: Room) -> None:
    room.do(cmd.Show(View("question", WHERE)))
    assert reason(room, "skip") == ""
    room.do(cmd.SetAgenda((WHERE,), 30))
    assert reason(room, "skip") == "skipped-already"


def test_a_room_votes_by_itself_or_not(room: Room) -> None:
    room.do(cmd.Show(View("question", WHERE)))
    assert reason(room, "ask_missing") == "room-not-simulated"
    assert reason(room, "ask_missing", simulated=True) == ""
    assert reason(room, "hot_seat", simulated=True) == "room-simulated"
    assert reason(room, "ask_why", simulated=True) == "round-not-revealed"


def test_undo_says_why_nothing_is_taken_back(room: Room) -> None:
    fresh = Room()
    assert reason(fresh, "undo") == "nothing-to-undo"
    room.do(cmd.Show(View("question", WHERE)), cmd.Reveal(WHERE))
    assert reason(room, "undo") == "reveal-stays"


def test_an_unopened_session_offers_nothing() -> None:
    state = begin(header())
    assert possible(state, dry(state)) == set()
