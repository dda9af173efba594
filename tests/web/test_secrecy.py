"""Every byte that goes to every client, in a whole workshop with all nine kinds of question.

The same workshop is held twice, with the same people, clock and tokens, and other ballots of all
but two: one who votes by the page, one by the page without JavaScript. What goes to these two, to
somebody who has the code and has not joined, and to a stranger, has to be the same byte for byte
wherever nothing is revealed: so it tells nothing of what others have voted.
"""

from __future__ import annotations

import asyncio
import itertools
import re
import secrets
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from support.phones import OpenRoom
from support.sessions import QUESTIONS, header, workshop
from support.until import until
from support.wire import Wire

from mops_tui.model.packs.parts import TextLine
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.header import Header, Policy
from mops_tui.model.session.state import View
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.book import Book, digest
from mops_tui.sources.phones.phones import Phones
from mops_tui.web import events
from mops_tui.web.guards import Limits
from mops_tui.web.plain.votes import fields_of
from mops_tui.web.server import Bounds, serve
from mops_tui.web.serving.rates import Rate
from mops_tui.web.votes import ballot_from

CODE = "7KQ2M9XD"
IDEA = "Xylophon"
HERS = "Quittenmus"
"""Stands in whatever is for the facilitator alone."""
BALLOTS: dict[str, tuple[dict[str, Any], ...]] = {
    "demo/where": ({"option": "a"}, {"option": "b"}, {"option": "c"}, {"passed": True}),
    "demo/points": (
        {"options": ["a"], "points": [10]},
        {"options": ["a", "b"], "points": [3, 7]},
        {"options": ["c", "b"], "points": [9, 1]},
        {"options": ["a", "b", "c"], "points": [1, 1, 8]},
    ),
    "demo/ready": (
        {"items": ["owner"], "levels": ["absent"]},
        {"items": ["owner", "platform"], "levels": ["in-place", "partly"]},
        {"items": ["training"], "levels": ["in-place"]},
        {"items": ["owner", "training", "platform"], "levels": ["partly", "partly", "absent"]},
    ),
    "demo/lean": (
        {"items": ["craft", "drive"], "positions": [-2, 2]},
        {"items": ["craft", "drive"], "positions": [1, 1]},
        {"items": ["craft"], "positions": [2]},
        {"items": ["drive"], "positions": [-1]},
    ),
    "demo/place": ({"x": -83, "y": 71}, {"x": 42, "y": -9}, {"x": 97, "y": 97}, {"x": 0, "y": 0}),
    "demo/waves": (
        {"items": ["cloud", "video"], "positions": [3, 96]},
        {"items": ["cloud"], "positions": [50]},
        {"items": ["video"], "positions": [17]},
        {"items": ["cloud", "video"], "positions": [88, 88]},
    ),
    "demo/order": (
        {"options": ["a", "b", "c"]},
        {"options": ["c", "b", "a"]},
        {"options": ["b", "a", "c"]},
        {"options": ["b", "c", "a"]},
    ),
    "demo/cmo": ({"option": "yes"}, {"option": "no"}, {"option": "yes"}, {"option": "no"}),
    "demo/ideas": tuple({"ideas": [f"{IDEA} {word}"]} for word in ("one", "two", "six", "ten")),
}
CALLS = {
    "demo/where": (("", "a"), ("", "c")),
    "demo/ready": (("owner", "absent"), ("owner", "in-place")),
    "demo/lean": (("craft", "-2"), ("craft", "2")),
    "demo/place": (("", "modernizers"), ("", "psychologists")),
    "demo/waves": (("cloud", "innovators"), ("cloud", "laggards")),
    "demo/cmo": (("", "yes"), ("", "no")),
}
"""Two answers of each question that can be called out."""
TWICE = ("demo/where", "demo/place", "demo/ideas")
"""The questions that have a second round: a bar, a point, and words."""
WATCHED = ("page", "plain", "visitor", "stranger")


@dataclass
class Log:
    """What went to each client, in order: where the workshop was, and the bytes of that moment.

    Attributes:
        sealed: Moments at which nothing is shown that somebody voted.
        open: The others.
    """

    sealed: list[tuple[str, dict[str, list[bytes]]]] = field(default_factory=list)
    open: list[tuple[str, dict[str, list[bytes]]]] = field(default_factory=list)
    clients: dict[str, Wire] = field(default_factory=dict)
    sent: dict[str, list[bytes]] = field(default_factory=dict)
    """Everything, to each client."""


@dataclass
class Held:
    """A workshop that is going on, and its clients."""

    room: OpenRoom
    log: Log
    clock: list[float]
    votes: tuple[int, int]
    """Which of the ballots the other phone and the hot seat give."""
    noted: dict[str, bytes] = field(default_factory=dict)

    @property
    def page(self) -> Wire:
        return self.log.clients["page"]

    async def do(self, *commands: cmd.Command) -> None:
        """What the facilitator does, a second later; and everybody has been told of it."""
        for command in commands:  # one at a time: what is told together is not the same each time
            self.clock[0] += 1.0
            self.room.do(command)
            await self.told()

    async def told(self) -> None:
        await self.room.session.settled()
        version = self.room.session.durable.seq
        for client in self.log.clients.values():
            await client.shows(version)

    async def look(self, where: str, *, sealed: bool) -> None:
        """Note what each of the watched was sent since the last time, and what they get now."""
        seen: dict[str, list[bytes]] = {}
        for name in WATCHED:
            client = self.log.clients[name]
            for path in ("/", "/api/state", *((f"/{CODE}",) if name == "visitor" else ())):
                await client.ask("GET", path)
            # What came twice counts once, also where the second one came after the last look.
            last = self.noted.get(name, b"")
            streamed = [state for state, _ in itertools.groupby([last, *client.states])][1:]
            self.noted[name] = client.states[-1]
            client.states[:-1] = []
            answers = [raw for raw in client.got if raw.startswith(b"HTTP/")]
            self.log.sent.setdefault(name, []).extend(client.got)
            client.got.clear()
            seen[name] = [*answers, *streamed]
        (self.log.sealed if sealed else self.log.open).append((where, seen))

    async def vote(self, ref: str, round_: int) -> None:
        """Everybody votes: the watched as always, the others as this run has it."""
        ballots, turn = BALLOTS[ref], round_ - 1
        self.clock[0] += 1.0
        voted = await self.page.vote(ref, round_, ballots[turn])
        assert voted.status == 200, voted.raw
        await self.told()
        asked = self.page.shown["question"]
        form = {
            "question": [ref],
            "round": [str(round_)],
            **(fields_of(asked, ballots[turn]) or {"do": ["pass"]}),
        }
        voted = await self.log.clients["plain"].ask("POST", "/form/vote", form, form=True)
        assert voted.status == 303, voted.raw
        await self.told()
        mine, seat = (ballots[(index + turn) % len(ballots)] for index in self.votes)
        voted = await self.log.clients["other"].vote(ref, round_, mine)
        assert voted.status == 200, voted.raw
        await self.told()
        ballot = ballot_from(seat)
        assert ballot is not None
        await self.do(cmd.CastVote(ref, "seat", ballot))
        if ref in CALLS:
            item, category = CALLS[ref][max(self.votes) % 2]
            await self.do(cmd.SetTally(ref, ((item, category, 2),)))

    async def question(self, ref: str) -> None:
        """A question, and everything that may happen around its rounds."""
        await self.do(cmd.Show(View("question", ref)))
        for round_ in (1, 2) if ref in TWICE else (1,):
            if round_ == 2:
                await self.do(cmd.OpenRound(ref))
                await self.look(f"{ref}: the second vote is open", sealed=True)
            await self.vote(ref, round_)
            await self.look(f"{ref}: round {round_} is voted", sealed=True)
            done = {"question": ref, "round": round_, "done": True}
            assert (await self.log.clients["other"].ask("POST", "/api/done", done)).status == 200
            await until(lambda: self.page.shown["question"]["done"] == 1, "who is done")
            await self.do(cmd.Blank(True))
            await self.look(f"{ref}: dark, round {round_} is open", sealed=True)
            await self.do(cmd.Blank(False), cmd.CloseRound(ref))
            await self.look(f"{ref}: round {round_} is closed", sealed=True)
            await self.do(cmd.Reveal(ref))
            await self.look(f"{ref}: round {round_} is revealed", sealed=False)
            await self.do(cmd.Blank(True))
            await self.look(f"{ref}: dark after the reveal of round {round_}", sealed=True)
            await self.do(cmd.Blank(False))
            await self.look(f"{ref}: light again", sealed=False)


@asynccontextmanager
async def held(
    folder: Path, votes: tuple[int, int], patch: pytest.MonkeyPatch, anonymity: str
) -> AsyncIterator[Held]:
    """A room in which all is given: ids, tokens, code, clock."""
    tokens, ids = itertools.count(1), itertools.count(1)
    patch.setattr(secrets, "token_urlsafe", lambda _size=0: f"token-of-phone-{next(tokens):06}")
    patch.setattr(events, "PACE_SECONDS", 0.001)  # each change by itself, and soon
    clock = [0.0]
    folder.mkdir()
    session = LiveSession.create(folder, day(anonymity), clock=lambda: clock[0])
    writing = asyncio.create_task(session.run())
    phones = Phones(session, Book(code=CODE), new_id=lambda kind: f"{kind}-{next(ids)}")
    often = Rate(1e6, 1e6)  # what a phone may ask in an hour, these ask in a second
    server = await serve(
        phones, "127.0.0.1", bounds=Bounds(Limits(often, often, often, saves=often))
    )
    clients = {name: Wire(server.port) for name in (*WATCHED, "other")}
    log = Log(clients=clients)
    going_on = Held(OpenRoom(session, phones, server), log, clock, votes)
    try:
        await going_on.do(cmd.CountHeads(6), cmd.Join("seat", "Dan", "Sales"))
        for name, called in (("page", "Ada"), ("other", "Cleo")):
            await clients[name].join(CODE, called, "Marketing")
        form = {"code": CODE, "name": "Ben", "role": "Marketing"}
        joined = await clients["plain"].ask("POST", "/form/join", form, form=True)
        assert joined.status == 303, joined.raw
        await clients["plain"].follow()
        for name in ("visitor", "stranger"):
            await clients[name].follow()
        await clients["stranger"].ask("POST", "/api/join", {"code": "", "name": "Eve", "role": ""})
        await clients["stranger"].ask("GET", "/22222222")
        await going_on.told()
        seated = [clients[name] for name in ("page", "plain", "other")]
        await until(
            lambda: all(one.shown["people"]["joined"] == 3 for one in seated), "all who have joined"
        )
        for name, client in clients.items():  # in which steps they came is nothing to compare
            client.states[:-1] = []
            going_on.noted[name] = client.states[-1]
        yield going_on
    finally:
        for client in clients.values():
            await client.leave()
        await server.close()
        session.end()
        await writing
        session.close()


def day(anonymity: str) -> Header:
    """The tiny workshop, in which whatever is the facilitator's alone says so."""
    whole = workshop()
    (demo,) = whole.scenarios
    hers = {"cues": (TextLine(id="hers", text=f"{HERS} cue"),)}
    questions = tuple(
        one.model_copy(update={**hers, "look_for": f"{HERS} to look for"}) for one in demo.questions
    )
    demo = demo.model_copy(update={**hers, "questions": questions})
    policy = Policy.model_validate({"anonymity": anonymity})
    return header(workshop=whole.model_copy(update={"scenarios": (demo,)}), policy=policy)


async def whole_day(folder: Path, votes: tuple[int, int], anonymity: str) -> Log:
    """Every question of the day, with notes, a decision, and the end."""
    with pytest.MonkeyPatch.context() as patch:
        async with held(folder, votes, patch, anonymity) as day:
            await day.look("the lobby", sealed=True)
            await day.do(cmd.Show(View("brief", "demo")))
            await day.look("the brief", sealed=True)
            await day.do(cmd.RecordNote("n1", f"{HERS} note", private=True))
            for ref in QUESTIONS:
                await day.question(ref)
            await day.do(cmd.Show(View("decision", "demo")))
            decided = cmd.RecordDecision("d1", "demo", "We sit in Alpha.", "It is near.", "Ada")
            await day.do(decided)
            await day.look("the decision", sealed=False)
            await day.do(cmd.Show(View("grid", "mops")))
            await day.look("the grid", sealed=False)
            await day.do(cmd.Pause())
            await day.look("paused", sealed=False)
        return day.log


def different(first: Log, second: Log, *, sealed: bool = True) -> Iterator[str]:
    """Where the bytes of two runs are not the same."""
    runs = (first.sealed, second.sealed) if sealed else (first.open, second.open)
    for (where, seen), (_, other) in zip(*runs, strict=True):
        for name in WATCHED:
            for left, right in itertools.zip_longest(seen[name], other[name], fillvalue=b""):
                if left != right:
                    pairs = enumerate(zip(left, right, strict=False))
                    at = next((n for n, (one, two) in pairs if one != two), len(left))
                    yield f"{where}: to the {name}: {left[max(0, at - 60) : at + 60]!r}"


@dataclass(frozen=True)
class Days:
    """The same day, with other votes the second time; where it is anonymous, with two people's
    exchanged the third time."""

    anonymity: str
    first: Log
    second: Log
    exchanged: Log | None


@pytest.fixture(scope="module", params=["named", "anonymous"])
def days(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Days:
    """Held once: what each test asks is of the same bytes."""
    folder = tmp_path_factory.mktemp("days")
    runs = ((1, 2), (2, 3)) if request.param == "named" else ((1, 2), (2, 3), (2, 1))
    first, second, *third = [
        asyncio.run(whole_day(folder / str(number), votes, request.param))
        for number, votes in enumerate(runs)
    ]
    return Days(request.param, first, second, third[0] if third else None)


def test_where_nothing_is_revealed_no_byte_tells_what_others_have_voted(days: Days) -> None:
    assert list(different(days.first, days.second)) == []
    # Were everything the same, nothing would be proved.
    told = {where.partition(":")[0] for where in different(days.first, days.second, sealed=False)}
    assert told >= set(QUESTIONS)


def test_in_an_anonymous_room_no_byte_tells_who_has_voted_what_ever(days: Days) -> None:
    assert (days.exchanged is not None) == (days.anonymity == "anonymous")
    if days.exchanged is not None:
        assert list(different(days.first, days.exchanged)) == []
        assert list(different(days.first, days.exchanged, sealed=False)) == []


def test_what_is_the_facilitators_alone_goes_to_nobody(days: Days) -> None:
    for name, sent in days.first.sent.items():
        assert HERS.encode() not in b"".join(sent), name


def test_an_idea_goes_to_nobody_before_it_is_revealed_nor_to_whoever_has_no_seat(
    days: Days,
) -> None:
    for where, seen in days.first.sealed:
        for name in ("visitor", "stranger"):
            assert IDEA.encode() not in b"".join(seen[name]), where
        for name, own in (("page", "one"), ("plain", "one")):
            ideas = set(re.findall(rf"{IDEA} (\w+)", b"".join(seen[name]).decode()))
            assert ideas <= {own, "two"}, where  # one's own, of either round


def test_the_code_goes_to_nobody_who_has_not_given_it(days: Days) -> None:
    sent = b"".join(days.first.sent["stranger"]).upper()
    assert CODE.encode() not in sent
    assert CODE[:4].encode() not in sent
    assert CODE[4:].encode() not in sent


def test_a_token_goes_to_its_phone_alone_once_and_no_key_of_the_book_to_anybody(
    days: Days,
) -> None:
    log = days.first
    tokens = {
        name: one.seat.get("Cookie", "").partition("=")[2] for name, one in log.clients.items()
    }
    for name, sent in log.sent.items():
        everything = b"".join(sent)
        for owner, token in tokens.items():
            if token:
                assert everything.count(token.encode()) == (name == owner), (name, owner)
                assert digest(token).encode() not in everything
