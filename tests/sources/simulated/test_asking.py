"""Whom to ask why, and what a facilitator hears."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from support.rehearsed import ours

from mops_tui.model.packs.pack import AgendaEntry
from mops_tui.model.packs.questions import items_of, kind_of
from mops_tui.model.packs.workshop import assemble
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Ballot, Choice, Pass, Ratings
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.fold import begin
from mops_tui.model.session.state import View, WorkshopState
from mops_tui.model.session.step import step
from mops_tui.sources.simulated.answering import answer
from mops_tui.sources.simulated.asking import ask_around, whom_to_ask
from mops_tui.sources.simulated.characters import SimulatedPerson, people
from mops_tui.sources.simulated.listening import listen
from mops_tui.sources.simulated.matter import matter_of
from mops_tui.sources.simulated.rehearsal import rehearsal_header
from mops_tui.sources.simulated.stands import BY_ITEM
from mops_tui.words.rehearsals.reasons import speech

SPELL, NEEDS = "org-placement/spell", "org-placement/needs"
SPEECH = speech(ours().arguments)


@dataclass
class Session:
    state: WorkshopState
    room: tuple[SimulatedPerson, ...]
    ref: str
    t: float = 0.0

    def do(self, command: cmd.Command) -> None:
        self.t += 1
        outcome = step(self.state, command, self.t)
        assert not isinstance(outcome, Refusal), outcome
        self.state = outcome.state

    def vote(self, ballots: Sequence[Ballot] = ()) -> None:
        """Everybody votes, of themselves or as told, and the room sees it."""
        if self.state.rounds[self.ref][-1].phase == "revealed":
            self.do(cmd.OpenRound(self.ref))
        question = self.state.question(self.ref)
        assert question is not None
        for index, person in enumerate(self.room):
            ballot = ballots[index] if ballots else answer(person, self.ref, question)
            person.remember(self.ref, ballot)
            self.do(cmd.CastVote(self.ref, person.id, ballot, via="simulated"))
        self.do(cmd.CloseRound(self.ref))
        self.do(cmd.Reveal(self.ref))

    def order(self) -> list[tuple[str, str]]:
        matter = matter_of(self.state, self.ref, SPEECH)
        assert matter is not None
        found = whom_to_ask(self.room, self.state, matter)
        return [(one.person.id[-1], one.worth) for one in found]


def session(ref: str, seed: int = 3, count: int = 9) -> Session:
    packs = ours()
    entry = AgendaEntry(scenario=ref.partition("/")[0])
    made = assemble((entry,), packs.scenarios, id="t", title="T")
    room = people(packs.casts["the-room"], count, seed)
    begun = Session(begin(rehearsal_header(made, count, seed, "0")), room, ref)
    begun.do(cmd.OpenSession("0"))
    for person in room:
        begun.do(cmd.Join(person.id, person.name, person.character.role))
    begun.do(cmd.Show(View("question", ref)))
    return begun


def test_nobody_can_be_asked_before_the_room_has_seen_the_votes() -> None:
    made = session(SPELL)
    assert matter_of(made.state, SPELL, SPEECH) is None
    assert ask_around(made.room, made.state, SPELL, SPEECH) == ()


def test_who_stands_alone_comes_first_then_a_minority_and_who_passed_last() -> None:
    made = session(SPELL)
    votes = ["it", "it", "it", "it", "sales", "revops", "revops", "it"]
    made.vote([*map(Choice, votes), Pass()])
    order = made.order()
    assert order[:3] == [("5", "alone"), ("6", "few"), ("7", "few")]
    assert order[-1] == ("9", "passed")


def test_after_another_round_who_moved_comes_first_and_who_was_asked_last() -> None:
    made = session(SPELL)
    made.vote([Choice("it")] * 8 + [Choice("sales")])
    made.vote([Choice("it")] * 6 + [Choice("revops"), Choice("it"), Choice("sales")])
    assert made.order()[:2] == [("7", "moved"), ("9", "alone")]
    for command in ask_around(made.room, made.state, SPELL, SPEECH, most=1):
        made.do(command)
    assert made.order()[-1] == ("7", "asked")


def test_once_one_side_has_been_heard_the_other_comes_first() -> None:
    made = session(SPELL)
    made.vote([Choice("it")] * 5 + [Choice("sales")] * 4)
    assert made.order()[0] == ("6", "other")
    for command in ask_around(made.room, made.state, SPELL, SPEECH, most=1):
        made.do(command)
    assert [who for who, _worth in made.order()[:5]] == ["1", "2", "3", "4", "5"]


def test_on_ratings_who_is_furthest_from_the_room_comes_first() -> None:
    made = session(NEEDS)
    question = made.state.question(NEEDS)
    assert question is not None
    items = tuple(item.id for item in items_of(question))
    low, high = (Ratings(items, (level,) * len(items)) for level in ("helps", "vital"))
    made.vote([low] * 4 + [high] + [low] * 4)
    assert made.order()[0] == ("5", "far-out")


def test_who_has_left_is_not_asked() -> None:
    made = session(SPELL)
    made.vote()
    made.do(cmd.Leave("p-0002"))
    assert "2" not in [who for who, _worth in made.order()]


@pytest.mark.parametrize("ref", [SPELL, NEEDS, "check-in/banknotes", "adoption-waves/waves"])
def test_a_facilitator_hears_both_sides_where_there_are_two(ref: str) -> None:
    for seed in range(5):
        made = session(ref, seed)
        made.vote()
        matter = matter_of(made.state, ref, SPEECH)
        assert matter is not None
        stood = {one.person.id: one.stand for one in whom_to_ask(made.room, made.state, matter)}
        heard = ask_around(made.room, made.state, ref, SPEECH)
        assert len(heard) == 3
        assert len({one.text for one in heard}) == 3
        by_item = kind_of(matter.question) in BY_ITEM
        side = {who: one.side if by_item else one.of for who, one in stood.items()}
        assert len({side[one.participant] for one in heard}) >= min(2, len(set(side.values())))
        for command in heard:
            made.do(command)
        listen(made.room, ref, matter.question)
        assert [one.text for one in made.state.reasons[ref]] == [one.text for one in heard]


def test_a_crowd_can_be_asked_too() -> None:
    made = session(SPELL, count=200)
    made.vote()
    assert len(made.order()) == 200
    assert len(ask_around(made.room, made.state, SPELL, SPEECH)) == 3
