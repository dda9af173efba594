"""The state document: secrecy for random workshops, and what is shared and what is one's own."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import BALLOTS, Room, commands
from support.examples import examples
from support.phone_state import document, phones_of
from support.sessions import QUESTIONS

from mops_tui.model.session import commands as cmd
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
from mops_tui.model.session.state import Look, Round, Tally, View, Vote, WorkshopState, change
from mops_tui.web.state import common_state, own_state

OTHERS: dict[str, tuple[Ballot, ...]] = {
    "demo/where": (Choice("c"), Pass()),
    "demo/points": (Allocation(("c",), (10,)), Pass()),
    "demo/ready": (Ratings(("owner", "training", "platform"), ("absent",) * 3), Pass()),
    "demo/lean": (Positions(("craft", "drive"), (-2, 1)), Pass()),
    "demo/place": (Point(-77, 42), Pass()),
    "demo/waves": (Positions(("video",), (99,)), Pass()),
    "demo/order": (Ranking(("c", "b", "a")), Pass()),
    "demo/cmo": (Choice("no"), Pass()),
    "demo/ideas": (Ideas(("Xylophon",) * 3), Pass()),
}
ANONYMITY = st.sampled_from(("named", "pseudonyms", "anonymous"))


def _as_others_voted(state: WorkshopState, mine: str, pick: int) -> WorkshopState:
    """The same workshop, where everybody else voted otherwise in what is not revealed."""

    def otherwise(ref: str, round_: Round) -> Round:
        if round_.phase == "revealed":
            return round_
        other = OTHERS[ref][pick]
        votes: Mapping[str, Vote] = {
            who: vote if who == mine else Vote(who, other, vote.via, vote.seq)
            for who, vote in reversed(list(round_.votes.items()))
        }
        cells = tuple((item, f"other-{category}", n) for item, category, n in round_.tally.cells)
        return change(round_, votes=votes, tally=Tally(cells))

    rounds = {
        ref: tuple(otherwise(ref, one) for one in rounds) for ref, rounds in state.rounds.items()
    }
    return change(state, rounds=rounds)


@examples(80)
@given(
    asked=st.lists(commands(), max_size=40),
    anonymity=ANONYMITY,
    mine=st.sampled_from(("md", "it", "an")),
    pick=st.integers(0, 1),
)
def test_it_is_the_same_whatever_others_voted_that_is_not_revealed(
    asked: list[cmd.Command], anonymity: str, mine: str, pick: int
) -> None:
    room = Room(policy={"anonymity": anonymity})
    for command in asked:
        room.ask(command)
    told = json.dumps(document(room, mine))
    assert told == json.dumps(document(_as_others_voted(room.state, mine, pick), mine))


@examples(25)
@given(asked=st.lists(commands(), max_size=40))
def test_what_is_shared_is_the_same_for_all_and_has_no_key_of_what_is_ones_own(
    asked: list[cmd.Command],
) -> None:
    room = Room()
    room.do(cmd.Join("ann", "Ann"), cmd.Join("bob", "Bob"))
    for command in asked:
        room.ask(command)
    phones = phones_of(room.state)
    common = common_state(phones)
    for person in room.state.participants:
        own = own_state(phones, person)
        assert not common.keys() & own.keys()
        assert document(room, person) == {**common, **own}


@pytest.mark.parametrize("ref", QUESTIONS)
def test_an_open_vote_tells_ones_own_ballot_and_of_the_others_how_many(ref: str) -> None:
    room = _voting(ref)
    told = document(room)
    assert told["result"] is None
    assert told["question"]["voted"] == 2
    assert told["mine"]["vote"] is not None
    assert told["mine"]["saved"].startswith("Your vote is saved: ")
    assert document(room, "cyd")["mine"]["vote"] is None


@pytest.mark.parametrize("ref", QUESTIONS)
def test_after_the_reveal_the_result_stands_beside_ones_own_answer(ref: str) -> None:
    room = _voting(ref)
    assert document(room)["result"] is None
    room.do(cmd.Reveal(ref))
    told = document(room)
    assert told["result"]["sentences"]
    assert told["result"]["picture"]["alt"]
    assert told["mine"]["result"].startswith("Your answer")
    assert document(room, "cyd")["mine"]["result"] == "This phone has no vote in this round."
    assert document(room, "cyd")["mine"]["marks"] is None


def test_the_first_result_is_gone_once_the_second_round_is_open_until_the_room_looks_back() -> None:
    room = _voting("demo/where")
    room.do(cmd.Reveal("demo/where"), cmd.OpenRound("demo/where"))
    told = document(room)
    assert told["result"] is None
    assert (told["question"]["round"], told["mine"]["vote"]) == (2, None)
    room.do(cmd.TurnPage(Look(round=1)))
    told = document(room)
    assert told["result"]["round"] == 1
    assert told["question"]["phase"] == "open"
    assert told["mine"]["result"] == "Your answer: Alpha"


def test_a_result_goes_when_the_room_goes_on_and_comes_back_with_it() -> None:
    room = _voting("demo/where")
    room.do(cmd.Reveal("demo/where"), cmd.Show(View("question", "demo/points")))
    assert document(room)["result"] is None
    room.do(cmd.Show(View("question", "demo/where", back=True)))
    assert document(room)["result"]["title"] == "Where"


def test_a_dark_screen_is_dark_on_phones_but_an_open_vote_goes_on() -> None:
    room = _voting("demo/where")
    room.do(cmd.Blank(on=True))
    told = document(room)
    assert (told["now"], told["place"]["blank"]) == ("question", True)
    assert told["question"]["phase"] == "open"
    room.do(cmd.CloseRound("demo/where"))
    told = document(room)
    assert (told["now"], told["question"], told["result"], told["mine"]) == (
        "dark",
        None,
        None,
        None,
    )
    room.do(cmd.Blank(on=False), cmd.Reveal("demo/where"), cmd.Blank(on=True))
    assert document(room)["result"] is None


def test_whoever_has_no_seat_is_told_what_is_asked_and_nothing_of_the_room() -> None:
    room = _voting("demo/where")
    told = document(room, None)
    assert told["now"] == "joining"
    assert told["question"] is None
    assert "tiny" not in json.dumps(told)
    assert "Ann" not in json.dumps(told)
    assert told == document(room, "somebody who was put out")


def test_an_anonymous_room_names_nobody_and_asks_for_no_name() -> None:
    room = Room(policy={"anonymity": "anonymous"})
    room.do(cmd.Join("ann", "Ann"), cmd.Join("bob", "Bob"))
    told = document(room)
    assert (told["ask"]["name"], told["ask"]["role"]) == (False, False)
    assert "name" not in told["you"]
    assert "Ann" not in json.dumps(told)
    assert "Seat" not in json.dumps(told)


def test_what_the_facilitator_alone_may_know_never_goes_out_even_once_she_told_the_room() -> None:
    room = _voting("demo/where")
    room.do(cmd.RecordNote("n", "Mind the CFO", private=True), cmd.Reveal("demo/where"))
    room.do(cmd.TurnPage(Look(told=("first", "look-for"))))
    told = json.dumps(document(room))
    for secret in ("Mind the CFO", "Whether anybody chose Gamma", "quiet ones", "first."):
        assert secret not in told


def _voting(ref: str) -> Room:
    room = Room()
    room.do(*(cmd.Join(who, who.title()) for who in ("ann", "bob", "cyd")))
    room.do(cmd.Show(View("question", ref)))
    room.do(cmd.CastVote(ref, "ann", BALLOTS[ref][0]) if ref != "demo/ideas" else _idea(ref))
    room.do(cmd.CastVote(ref, "bob", BALLOTS[ref][0]))
    return room


def _idea(ref: str) -> cmd.CastVote:
    return cmd.CastVote(ref, "ann", Ideas(("Move\x1b[2J <b>it</b> \u202eup",)))
