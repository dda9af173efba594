"""Phones, hot seat and call-outs in any order: nobody counts twice, and what was saved is saved."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from support.disks import Ticks
from support.examples import examples
from support.sessions import header, workshop

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.ballots import Ballot, Choice, ballot_of
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import View
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.admission import Joined
from mops_tui.sources.phones.keeping import BookKeeper
from mops_tui.sources.phones.phones import Phones
from mops_tui.storage.sessions import journal

REF = "demo/where"
PEOPLE = 4
Step = tuple[str, int, int]
STEPS = (
    *(
        "join",
        "vote",
        "vote",
        "vote",
        "again",
        "again",
        "at once",
        "seat",
        "seat vote",
        "call",
        "call",
    ),
    *("leave", "return", "put out", "merge", "merge", "heads", "undo", "undo"),
    *("close", "reopen", "reveal", "round", "crash"),
)
steps = st.lists(
    st.tuples(st.sampled_from(STEPS), st.integers(0, PEOPLE - 1), st.integers(0, PEOPLE - 1)),
    max_size=25,
)


def small_header() -> Header:
    """The header of a session with one question, which can be called out as well."""
    whole = workshop()
    (demo,) = whole.scenarios
    demo = demo.model_copy(update={"questions": demo.questions[:1]})
    return header(workshop=whole.model_copy(update={"scenarios": (demo,)}))


class Day:
    """A workshop of a few people, of whom each has a phone, and may sit down at the keyboard."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tokens: dict[int, str] = {}
        self.sent: dict[int, list[tuple[str, int, Ballot]]] = {}
        self.latest: dict[tuple[str, int], int] = {}
        self.answered: list[tuple[int, int, str, Ballot]] = []
        self.number = 0
        self.over = 0
        session = LiveSession.create(folder, small_header(), Ticks())
        session.ask(cmd.Show(View("question", REF)))
        self.begin(session)

    def begin(self, session: LiveSession) -> None:
        self.session = session
        self.writing = asyncio.create_task(session.run())
        keeper = BookKeeper(self.folder, session.header.id)
        self.phones = Phones(session, keeper.load(), keeper=keeper)

    async def end(self) -> None:
        self.session.end()
        await self.writing
        self.session.close()

    async def step(self, step: Step) -> None:
        what, one, other = step
        state, ask = self.session.head, self.session.ask
        people = list(state.participants) or ["nobody"]
        first, second = people[one % len(people)], people[other % len(people)]
        match what:
            case "join":
                await self.join(one)
            case "vote":
                await self.vote(one)
            case "again":
                await self.again(one, other)
            case "at once":
                await asyncio.gather(self.join(one), self.vote(other), self.vote(other))
            case "seat":
                ask(cmd.Join(f"s{len(people)}", f"Seat {other}"))
            case "seat vote":
                ask(cmd.CastVote(REF, first, Choice("a")))
            case "call":
                ask(cmd.SetTally(REF, (("", "a", one), ("", "b", other))))
            case "heads":
                ask(cmd.CountHeads(one + other + 1))
            case "leave":
                ask(cmd.Leave(first))
            case "return":
                ask(cmd.Return(first))
            case "put out":
                await self.phones.put_out(first)
                assert first not in self.phones.by_phone
            case "merge":
                await self.phones.merge(first, second)
            case "close":
                ask(cmd.CloseRound(REF))
            case "reopen":
                ask(cmd.ReopenRound(REF))
            case "reveal":
                ask(cmd.Reveal(REF))
            case "round":
                ask(cmd.OpenRound(REF))
            case "undo":
                ask(cmd.Undo())
            case "crash":
                await self.end()
                self.latest.clear()  # who sent what is known as long as the program runs
                self.begin(LiveSession.resume(self.session.path, Ticks(self.session.head.t)))
        self.check(what)

    async def join(self, one: int) -> None:
        once = f"the phone of person {one}"
        made = await self.phones.join(self.phones.book.code, f"Person {one}", "", once)
        if isinstance(made, Joined):
            self.tokens[one] = made.token
            assert self.phones.who(made.token) is not None

    async def vote(self, one: int) -> None:
        who = self.phones.who(self.tokens.get(one, ""))
        round_ = self.session.head.round(REF)
        if who is None or round_ is None:
            return
        self.number += 1
        sent = (f"{one}-{self.number}", round_.number, Choice("abc"[self.number % 3]))
        self.sent.setdefault(one, []).append(sent)
        await self.send(who, sent)

    async def again(self, one: int, back: int) -> None:
        who, sent = self.phones.who(self.tokens.get(one, "")), self.sent.get(one, [])
        if who is None or not sent:
            return
        one_sent = sent[-1 - back % len(sent)]
        before = self.session.head.round(REF)
        had = before.votes.get(who) if before is not None else None
        latest = self.latest.get((who, one_sent[1]), 0)
        await self.send(who, one_sent)
        if had is not None and self.order(one_sent) <= latest:
            after = self.session.head.round(REF)
            assert after is not None
            assert after.votes[who] == had

    async def send(self, who: str, sent: tuple[str, int, Ballot]) -> None:
        once, number, ballot = sent
        outcome = await self.phones.vote(who, REF, number, ballot, once)
        if outcome is None:
            latest = self.latest.get((who, number), 0)
            self.latest[who, number] = max(latest, self.order(sent))
            length = self.session.path.stat().st_size
            vote = self.session.durable.rounds[REF][number - 1].votes.get(who)
            if vote is not None and vote.ballot == ballot:
                self.answered.append((length, vote.seq, who, ballot))

    @staticmethod
    def order(sent: tuple[str, int, Ballot]) -> int:
        return int(sent[0].split("-")[1])

    def check(self, what: str) -> None:
        state = self.session.head
        assert not state.ignored
        absent = set(state.absent)
        for round_ in state.rounds.get(REF, ()):
            if round_.phase == "revealed":
                continue
            gone = [who for who in self.phones.book.merged if who in absent]
            assert not [who for who in gone if who in round_.votes], what
            if round_.phase == "closed":
                continue
            left = sum(who in absent for who in round_.votes)
            over = max(0, round_.voted - state.present - left)
            # Fewer heads than were called out is no vote twice: she corrects what was called.
            assert over <= self.over or what in ("heads", "leave", "put out"), what
            self.over = over
        seats = [self.phones.who(token) for token in self.tokens.values()]
        assert self.phones.by_phone >= {seat for seat in seats if seat is not None}

    def after_a_cut(self, at: float) -> None:
        """Whatever was answered is in the file, wherever it is cut after that."""
        data = self.session.path.read_bytes()
        least = max((length for length, *_vote in self.answered), default=len(data))
        cut = least + round((len(data) - least) * at)
        votes = {
            (event.seq, event.participant, ballot_of(event))
            for event in journal.parse(data[:cut]).events
            if isinstance(event, ev.VoteCast)
        }
        assert {(seq, who, ballot) for _length, seq, who, ballot in self.answered} <= votes


@examples(60)
@given(steps, st.floats(0, 1))
def test_nobody_counts_twice_and_what_was_answered_is_in_the_file(
    script: list[Step], cut: float
) -> None:
    async def day() -> None:
        with tempfile.TemporaryDirectory() as folder:
            room = Day(Path(folder))
            try:
                for step in [("join", 0, 0), ("vote", 0, 0), *script]:
                    await room.step(step)
            finally:
                await room.end()
            room.after_a_cut(cut)

    asyncio.run(day())
