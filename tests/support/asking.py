"""A session in memory that is asked for things, and random things to ask for."""

from __future__ import annotations

from hypothesis import strategies as st
from support.sessions import QUESTIONS, header

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.apply import apply
from mops_tui.model.session.ballots import (
    Allocation,
    Choice,
    Ideas,
    Pass,
    Point,
    Positions,
    Ranking,
    Ratings,
)
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.decide import decide
from mops_tui.model.session.state import View, WorkshopState, begin
from mops_tui.storage.sessions.blocks import crc_of
from mops_tui.storage.sessions.journal import header_bytes


class Room:
    """A session in memory that carries commands out at once."""

    def __init__(self, **changes: object) -> None:
        self.header = header(**changes)
        self.state: WorkshopState = begin(self.header)
        self.events: list[ev.Event] = []
        self.t = 0.0
        self.do(cmd.OpenSession(crc_of(header_bytes(self.header))))

    def ask(self, command: cmd.Command) -> tuple[ev.Event, ...] | Refusal:
        self.t += 1
        made = decide(self.state, command, self.t)
        if not isinstance(made, Refusal):
            self.events += made
            for event in made:
                self.state = apply(self.state, event)
        return made

    def do(self, *commands: cmd.Command) -> None:
        for command in commands:
            made = self.ask(command)
            assert not isinstance(made, Refusal), made

    def refused(self, command: cmd.Command) -> str:
        made = self.ask(command)
        assert isinstance(made, Refusal), made
        return made.code


PEOPLE = ("md", "it", "an")
BALLOTS = {
    "demo/where": [Choice("a"), Choice("b"), Choice("zzz"), Pass()],
    "demo/points": [Allocation(("a", "b"), (4, 6)), Allocation(("a",), (9,))],
    "demo/ready": [Ratings(("owner",), ("absent",)), Ratings(("owner", "owner"), ("a", "b"))],
    "demo/lean": [Positions(("craft",), (2,)), Positions(("craft",), (3,))],
    "demo/place": [Point(10, -10), Point(101, 0), Pass()],
    "demo/waves": [Positions(("cloud",), (40,)), Positions((), ())],
    "demo/order": [Ranking(("a", "b", "c")), Ranking(("a",))],
    "demo/cmo": [Choice("yes"), Choice("maybe")],
    "demo/ideas": [Ideas(("one",)), Ideas((" ",))],
}
refs = st.sampled_from(QUESTIONS)
who = st.sampled_from(PEOPLE)


@st.composite
def commands(draw: st.DrawFn) -> cmd.Command:
    ref = draw(refs)
    person = draw(who)
    kind = draw(st.integers(0, 15))
    small = draw(st.integers(0, 4))
    cells = (("", "a", small), ("", "b", draw(st.integers(0, 3))))
    simple: list[cmd.Command] = [
        cmd.Join(person, person.upper()),
        cmd.Leave(person),
        cmd.Return(person),
        cmd.CountHeads(small + 1),
        cmd.Show(View("question", ref)),
        cmd.Show(View("question", ref)),
        cmd.OpenRound(ref),
        cmd.CloseRound(ref),
        cmd.Reveal(ref),
        cmd.ReopenRound(ref),
        cmd.Withdraw(ref, person),
        cmd.SetTally(ref, cells),
        cmd.Undo(),
        cmd.CastVote(ref, person, draw(st.sampled_from(BALLOTS[ref])), take_back=(("", "a"),)),
    ]
    if kind < len(simple):
        return simple[kind]
    return cmd.CastVote(ref, person, draw(st.sampled_from(BALLOTS[ref])))
