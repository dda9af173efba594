"""Before a reveal nothing that could show a value gets out, whoever asks and however it is told."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import Room, commands
from support.sessions import QUESTIONS

from mops_tui.model.agenda.pace import pace
from mops_tui.model.results.grid import summary
from mops_tui.model.results.tallies import result
from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import Audience, visible
from mops_tui.model.session.ballots import (
    Choice,
    Ideas,
    Pass,
    Point,
    Positions,
    Sealed,
    ballot_keys,
)
from mops_tui.model.session.fold import fold
from mops_tui.model.session.state import View, WorkshopState
from mops_tui.report import ReportInput, data
from mops_tui.report.report_document import report_html, report_markdown

AUDIENCES: tuple[Audience, ...] = ("room", "participant", "facilitator")
WHERE = "demo/where"
ANONYMITIES = ("named", "pseudonyms", "anonymous")


def told(room: Room, state: WorkshopState, audience: Audience) -> str:
    """The bytes of everything that is made of a state for somebody."""
    seen = visible(state, audience)
    given_ = ReportInput(room.header, seen)
    rounds = [
        result(seen, ref, number)
        for ref in QUESTIONS
        for number in (None, *range(1, len(seen.rounds.get(ref, ())) + 1))
    ]
    told_ = (seen, rounds, summary(seen, "mops"), pace(seen, state.t))
    return repr(told_) + json.dumps(data.report(given_)) + report_html(given_)


# --- the same session with other secrets

OTHER: dict[str, dict[str, Any]] = {
    "demo/where": {"option": "c"},
    "demo/points": {"options": ("b", "c"), "points": (1, 9)},
    "demo/ready": {"items": ("training",), "levels": ("in-place",)},
    "demo/lean": {"items": ("drive",), "positions": (-1,)},
    "demo/place": {"x": 73, "y": -91},
    "demo/waves": {"items": ("video",), "positions": (97,)},
    "demo/order": {"options": ("c", "b", "a")},
    "demo/cmo": {"option": "no"},
    "demo/ideas": {"ideas": ("another one", "and more")},
}


def hidden_rounds(state: WorkshopState) -> set[tuple[str, int]]:
    return {
        (ref, round_.number)
        for ref, rounds in state.rounds.items()
        for round_ in rounds
        if round_.phase != "revealed"
    }


def _disguised(event: ev.Event, hidden: set[tuple[str, int]]) -> ev.Event:
    """The event with another value where its round is hidden."""
    if isinstance(event, ev.VoteCast) and (event.question, event.round) in hidden:
        place = event.model_dump(include={"seq", "t", "part_of", "undoes", "question", "round"})
        who = {"participant": event.participant, "via": event.via}
        return ev.VoteCast.model_validate({**place, **who, **OTHER[event.question]})
    if isinstance(event, ev.TallySet) and (event.question, event.round) in hidden:
        return event.model_copy(update={"categories": event.categories[::-1]})
    return event


def with_other_secrets(room: Room) -> WorkshopState:
    """The same events with other values in the rounds that are not revealed."""
    hidden = hidden_rounds(room.state)
    changed = [_disguised(event, hidden) for event in room.events]
    state = fold(room.header, changed)
    assert not state.ignored
    return state


@given(st.lists(commands(), max_size=50), st.sampled_from(ANONYMITIES))
def test_nobody_can_tell_a_session_from_the_same_one_with_other_secrets(
    script: list[cmd.Command], anonymity: str
) -> None:
    room = Room(policy={"anonymity": anonymity})
    room.ask(cmd.CountHeads(9))
    for command in script:
        room.ask(command)
    other = with_other_secrets(room)
    for audience in AUDIENCES:
        assert told(room, room.state, audience) == told(room, other, audience)


@given(
    st.permutations(["p1", "p2", "p3", "p4"]),
    st.permutations(["a", "b", "c", "-"]),
    st.sampled_from(AUDIENCES),
    st.sampled_from(ANONYMITIES),
    st.booleans(),
)
def test_nor_in_which_order_people_voted(
    people: list[str], options: list[str], audience: Audience, anonymity: str, revealed: bool
) -> None:
    def seen(order: list[str]) -> str:
        room = Room(policy={"anonymity": anonymity})
        for who in sorted(people):
            room.do(cmd.Join(who, who.upper()))
        room.do(cmd.Show(View("question", "demo/where")))
        answers = dict(zip(sorted(people), options, strict=True)) if revealed else {}
        for who, option in zip(order, options, strict=True):
            key = answers.get(who, option)
            room.do(cmd.CastVote("demo/where", who, Pass() if key == "-" else Choice(key)))
        if revealed:
            room.do(cmd.Reveal("demo/where"))
        return told(room, room.state, audience)

    assert seen(people) == seen(sorted(people))


# --- values that cannot be mistaken

SENTINELS = ("zq-idea", "-87", "-93", "7351")


def secretive() -> Room:
    room = Room()
    room.do(cmd.Join("md", "Mara"), cmd.Join("it", "Ian"), cmd.CountHeads(9000))
    for ref in ("demo/ideas", "demo/place", "demo/where"):
        room.do(cmd.Show(View("question", ref)))
    room.do(cmd.CastVote("demo/ideas", "md", Ideas(("zq-idea",))))
    room.do(cmd.CastVote("demo/place", "md", Point(-87, -93)))
    room.do(cmd.SetTally("demo/where", (("", "a", 7351), ("", "b", 12))))
    return room


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_value_is_in_the_bytes_before_the_reveal_and_all_are_after(audience: Audience) -> None:
    room = secretive()
    for phase in ("open", "closed"):
        text = told(room, room.state, audience)
        assert [value for value in SENTINELS if value in text] == [], phase
        assert "7363" in text  # how many voted is no secret
        if phase == "open":
            for ref in ("demo/ideas", "demo/place", "demo/where"):
                room.do(cmd.CloseRound(ref))
    for ref in ("demo/ideas", "demo/place", "demo/where"):
        room.do(cmd.Reveal(ref))
    text = told(room, room.state, audience)
    assert [value for value in SENTINELS if value not in text] == []


def test_a_second_round_hides_while_the_first_stays_to_be_seen() -> None:
    room = Room()
    room.do(cmd.Join("md", "Mara"), cmd.Show(View("question", "demo/place")))
    room.do(cmd.CastVote("demo/place", "md", Point(11, 12)), cmd.Reveal("demo/place"))
    room.do(cmd.OpenRound("demo/place"), cmd.CastVote("demo/place", "md", Point(-87, -93)))
    seen = visible(room.state, "room")
    first, second = seen.rounds["demo/place"]
    assert first.votes["md"].ballot == Point(11, 12)
    assert second.votes["md"].ballot == Sealed()
    found = result(seen, "demo/place")
    assert found is not None
    assert found.round == 1
    assert result(seen, "demo/place", 2) is None


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_could_be_undone_shows_nothing(audience: Audience) -> None:
    assert not hasattr(visible(secretive().state, audience), "undo")


def test_a_pass_is_as_secret_as_an_answer() -> None:
    room = Room()
    room.do(cmd.Join("md", "Mara"), cmd.Show(View("question", "demo/lean")))
    room.do(cmd.CastVote("demo/lean", "md", Pass()))
    passed = repr(visible(room.state, "room"))
    room.do(cmd.CastVote("demo/lean", "md", Positions(("craft",), (1,))))
    answered = repr(visible(room.state, "room"))
    assert (
        passed.partition("rounds=")[2].partition("added=")[0]
        == (answered.partition("rounds=")[2].partition("added=")[0])
    )


def test_a_sealed_ballot_that_is_written_by_mistake_is_a_pass() -> None:
    assert ballot_keys(Sealed()) == {"passed": True}


# --- what is the facilitator's own


@pytest.mark.parametrize("audience", AUDIENCES)
def test_cues_and_private_notes_are_the_facilitators(audience: Audience) -> None:
    room = Room()
    room.do(
        cmd.RecordNote("n-1", "zq-private", private=True),
        cmd.RecordNote("n-2", "zq-public"),
    )
    text = repr(visible(room.state, audience))
    own = audience == "facilitator"
    assert ("zq-private" in text) is own
    assert ("Smile." in text) is own
    assert ("Ask the quiet ones first." in text) is own
    assert "zq-public" in text


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_report_holds_no_private_note_and_no_cue(audience: Audience) -> None:
    room = Room()
    room.do(cmd.RecordNote("n-1", "zq-private", private=True))
    given_ = ReportInput(room.header, visible(room.state, audience))
    text = json.dumps(data.report(given_)) + report_markdown(given_) + report_html(given_)
    assert "zq-private" not in text
    assert "Ask the quiet ones first." not in text


def voting(anonymity: str) -> Room:
    room = Room(policy={"anonymity": anonymity})
    room.do(cmd.Join("p1", "Mara"), cmd.Join("p2", "Ian"), cmd.Show(View("question", WHERE)))
    room.do(cmd.CastVote(WHERE, "p1", Choice("a")))
    return room


def test_the_analyst_sees_an_open_vote_and_how_many_could_vote() -> None:
    shown = visible(voting("named").state, "room", opened=True)
    found = result(shown, WHERE)
    assert found is not None
    assert (found.ballots, found.present) == (1, 2)


def test_an_anonymous_vote_is_opened_to_nobody_while_it_goes_on() -> None:
    """Ballot by ballot it would tell who gave which."""
    room = voting("anonymous")
    assert result(visible(room.state, "room", opened=True), WHERE) is None
    room.do(cmd.CloseRound(WHERE))
    assert result(visible(room.state, "room", opened=True), WHERE) is not None


# --- what is kept


def test_who_has_voted_is_told_without_a_ballot_and_not_in_the_order_of_votes() -> None:
    room = voting("named")
    room.do(cmd.Join("p0", "Ana"), cmd.CastVote(WHERE, "p0", Choice("c")))
    votes = visible(room.state, "room").rounds[WHERE][0].votes
    assert list(votes) == sorted(room.state.rounds[WHERE][0].votes)
    assert all(vote.ballot == Sealed() and vote.seq == 0 for vote in votes.values())
    assert "nobody" not in votes
    # Not even inside: what is not there cannot get out.
    assert list(vars(votes).values()) == [{"p0": "seat", "p1": "seat"}]


@pytest.mark.parametrize("anonymity", ANONYMITIES)
def test_people_who_stay_are_the_same_objects_and_whoever_comes_is_seen(anonymity: str) -> None:
    room = voting(anonymity)
    before = visible(room.state, "room")
    room.do(cmd.CastVote(WHERE, "p2", Choice("a")))
    after = visible(room.state, "room")
    assert after.participants is before.participants
    assert after.voter_roles is before.voter_roles
    room.do(cmd.Join("p3", "Ana", "CIO"))
    assert len(visible(room.state, "room").participants) == len(before.participants) + 1
    names = {person.name for person in visible(room.state, "room").participants.values()}
    assert names == ({""} if anonymity == "anonymous" else {"Mara", "Ian", "Ana"})
    assert "CIO" in visible(room.state, "room").voter_roles.values()
