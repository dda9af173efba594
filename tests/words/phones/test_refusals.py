"""The sentences of refusals for whoever holds a phone."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import BALLOTS, Room, commands
from support.examples import examples
from support.sessions import QUESTIONS

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.arriving import arrival
from mops_tui.model.session.ballots import Ballot, BallotFlaw, Ideas, Ranking
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.state import View
from mops_tui.words.phones.refusals import PHONE_REFUSALS, phone_refusal, sentences

KEY = re.compile(r"\b(?:Space|Enter|Esc|Tab|F\d+)\b|: \w\.|\b[a-z]\b (?:opens|shows|takes|turns)")
"""What the facilitator's sentences name keys by."""
ANY: list[Ballot] = [
    *(one for ballots in BALLOTS.values() for one in ballots),
    Ideas(("x" * 301,)),
    Ideas(("x",) * 10),
    Ranking(("a", "b")),
]
NAMES = st.sampled_from(("Ada", "ada ", "MD", "IT", "\u200b", ""))
asked_by_phone = st.one_of(
    st.builds(
        cmd.CastVote,
        st.sampled_from((*QUESTIONS, "demo/gone")),
        st.sampled_from(("md", "it", "gone")),
        st.sampled_from(ANY),
        st.just("phone"),
    ),
    st.builds(cmd.Describe, st.sampled_from(("md", "gone")), NAMES, st.just("CMO")),
)


@examples(40)
@given(
    before=st.lists(commands(), max_size=25),
    end=st.sampled_from((None, cmd.Pause(), cmd.Close())),
    asked=asked_by_phone,
    name=NAMES,
)
def test_whatever_a_phone_can_be_refused_has_a_sentence(
    before: list[cmd.Command], end: cmd.Command | None, asked: cmd.Command, name: str
) -> None:
    room = Room()
    for command in (*before, *([end] if end else [])):
        room.ask(command)
    for one in (asked, arrival(room.state, "md", name), arrival(room.state, "new", name)):
        outcome = room.ask(one)
        if isinstance(outcome, Refusal):
            assert phone_refusal(outcome.code), outcome.code


def test_whatever_is_wrong_with_a_ballot_and_whenever_it_comes_has_a_sentence() -> None:
    refused: set[str] = set()
    for ref in QUESTIONS:
        room = Room()
        room.do(cmd.Join("md", "MD"), cmd.Show(View("question", ref)))
        for then in (cmd.CountHeads(1), cmd.CloseRound(ref), cmd.Reveal(ref), cmd.Pause()):
            for ballot in ANY:
                outcome = room.ask(cmd.CastVote(ref, "md", ballot, "phone"))
                refused |= {outcome.code} if isinstance(outcome, Refusal) else set()
            room.ask(then)
    assert all(map(phone_refusal, refused))
    assert refused >= {*get_args(BallotFlaw), "round-closed", "round-revealed"}


def test_each_code_has_a_sentence_and_no_other() -> None:
    assert sentences().keys() == PHONE_REFUSALS


@pytest.mark.parametrize("code", sorted(PHONE_REFUSALS))
def test_it_names_no_key(code: str) -> None:
    said = phone_refusal(code)
    assert said.endswith(".")
    assert not KEY.search(said)
