"""A session in memory that carries commands out, and random commands for it."""

from __future__ import annotations

from hypothesis import strategies as st
from support.sessions import QUESTIONS, header

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
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
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.commands.registry import Single
from mops_tui.model.session.fold import begin
from mops_tui.model.session.state import Look, View, WorkshopState
from mops_tui.model.session.step import step
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
        outcome = step(self.state, command, self.t)
        if isinstance(outcome, Refusal):
            return outcome
        self.state = outcome.state
        self.events += outcome.events
        return outcome.events

    def do(self, *commands: cmd.Command) -> None:
        for command in commands:
            outcome = self.ask(command)
            assert not isinstance(outcome, Refusal), outcome

    def refused(self, command: cmd.Command) -> str:
        outcome = self.ask(command)
        assert isinstance(outcome, Refusal), outcome
        return outcome.code


PEOPLE = ("md", "it", "an")
BALLOTS: dict[str, list[Ballot]] = {
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
    kind = draw(st.integers(0, 17))
    small = draw(st.integers(0, 4))
    cells = (("", "a", small), ("", "b", draw(st.integers(0, 3))))
    simple: list[cmd.Command] = [
        cmd.Join(person, person.upper()),
        cmd.Leave(person),
        cmd.Return(person),
        cmd.PutOut(person),
        cmd.Merge(person, PEOPLE[small % 3]),
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


WHERE = "demo/where"
STAYS = (cmd.Reveal, cmd.Undo, cmd.TurnPage, cmd.ShowPrompt, cmd.GiveReason, cmd.Blank)
REFS = (WHERE, "demo/cmo", "demo/place")
VOTES = {WHERE: (Choice("a"), Pass()), "demo/cmo": (Choice("no"),), "demo/place": (Point(5, 5),)}


@st.composite
def random_commands(draw: st.DrawFn) -> cmd.Command:
    """Any command that a key can ask for, in a room of two or three people."""
    ref = draw(st.sampled_from(REFS))
    participant = draw(st.sampled_from(("md", "it", "an")))
    n = draw(st.integers(0, 3))
    key = f"k{n}"
    asked: tuple[Single, ...] = (
        cmd.Join(participant, participant.upper(), arrives=bool(n % 2)),
        cmd.Leave(participant),
        cmd.Return(participant),
        cmd.PutOut(participant),
        cmd.Merge(participant, PEOPLE[n % 3]),
        cmd.Describe(participant, f"{participant}-{n}", "CMO"),
        cmd.CountHeads(n + 3),
        cmd.Show(View("brief", "demo")),
        cmd.Show(View("question", ref)),
        cmd.Show(View("question", ref)),
        cmd.Show(View("question", ref, back=True)),
        cmd.Show(View("grid", "mops", back=True)),
        cmd.Show(View("decision", "demo")),
        cmd.Show(View("workshop")),
        cmd.ShowPrompt(WHERE, "why"),
        cmd.TurnPage(Look("bars")),
        cmd.OpenRound(ref),
        cmd.CloseRound(ref),
        cmd.ReopenRound(ref),
        cmd.Reveal(ref),
        cmd.CastVote(ref, participant, draw(st.sampled_from(VOTES[ref]))),
        cmd.CastVote(ref, participant, draw(st.sampled_from(VOTES[ref]))),
        cmd.Withdraw(ref, participant),
        cmd.SetTally(WHERE, (("", "a", n),)),
        cmd.GiveReason(ref, n, participant, f"Because of {n}."),
        cmd.AddOption("demo/waves", key, f"Wave {n}"),
        cmd.SetAgenda(REFS[:n], 30 + n),
        cmd.StartTimer(60.0 + n),
        cmd.StartTimer(),
        cmd.PauseTimer(),
        cmd.ExtendTimer(60.0),
        cmd.StopTimer(),
        cmd.RecordDecision(key, "demo", f"Do {n}", removed=n == 3),
        cmd.RecordAction(key, f"Act {n}"),
        cmd.RecordNote(key, f"Note {n}", list="parking", private=n == 1),
        cmd.Blank(on=bool(n % 2)),
        cmd.Undo(),
    )
    command = draw(st.sampled_from(asked))
    looks = isinstance(command, STAYS) or (isinstance(command, cmd.Show) and command.view.back)
    if n == 0 and not looks:
        skip = cmd.SetAgenda((ref,), 25)
        both: tuple[cmd.Command, cmd.Command] = (cmd.Together((skip, command)), command)
        return draw(st.sampled_from(both))
    return command
