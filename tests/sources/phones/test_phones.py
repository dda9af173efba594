"""The phones of a session: who gets in, who they are, and that nobody counts twice."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from support.disks import running
from support.narrow import round_of
from support.sessions import header

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.state import View
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.keeping import BookKeeper
from mops_tui.sources.phones.phones import Joined, Phones

WHERE = "demo/where"
ONCE = "a-phone-of-its-own-1"


@contextlib.asynccontextmanager
async def opened(
    folder: Path, book: Book | None = None, **changes: object
) -> AsyncIterator[Phones]:
    """The phones of a new session that asks where."""
    session = LiveSession.create(folder, header(**changes))
    session.ask(cmd.Show(View("question", WHERE)))
    keeper = BookKeeper(folder / "state", session.header.id)
    async with running(session):
        yield Phones(session, book or Book(), keeper=keeper)


async def joined(phones: Phones, name: str, role: str = "", once: str = "") -> Joined:
    made = await phones.join(phones.book.code, name, role, once)
    assert isinstance(made, Joined), made
    return made


async def test_a_phone_that_is_in_is_known_on_the_disk(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        ada = await joined(phones, "Ada", "CMO")
        assert phones.session.durable.participants[ada.participant].name == "Ada"
        kept = BookKeeper(tmp_path / "state", phones.session.header.id).load()
        assert kept.holder(ada.token) == ada.participant
        assert phones.by_phone == {ada.participant}


async def test_who_asks_again_after_a_lost_answer_is_the_same_person(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        first, again = await asyncio.gather(
            joined(phones, "Ada", once=ONCE), joined(phones, "Ada", once=ONCE)
        )
        later = await joined(phones, "Ada", once=ONCE)
        assert first == again == later
        assert len(phones.session.head.participants) == len(phones.book.holders) == 1


async def test_who_is_put_out_is_a_stranger_and_their_vote_is_gone(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        eve = await joined(phones, "Eve", once=ONCE)
        assert await phones.vote(eve.participant, WHERE, 1, Choice("a"), "1") is None
        assert await phones.put_out(eve.participant) is None
        assert phones.who(eve.token) is None
        assert not round_of(phones.session.durable, WHERE).votes
        assert phones.session.head.seated == 0
        refused = await phones.join(phones.book.code, "Eve", "", ONCE)
        assert isinstance(refused, Refusal)
        assert refused.code == "name-left"


async def test_a_merged_phone_is_the_other_person_from_now_on(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        phones.session.ask(cmd.Join("seat", "Ada"))
        ada = await joined(phones, "Ada B")
        assert await phones.vote(ada.participant, WHERE, 1, Choice("a"), "1") is None
        assert await phones.merge(ada.participant, "seat") is None
        assert phones.who(ada.token) == "seat"
        assert phones.by_phone == {"seat"}
        votes = round_of(phones.session.durable, WHERE).votes
        assert {who: vote.ballot for who, vote in votes.items()} == {"seat": Choice("a")}
        assert phones.session.head.present == 1
        phones.session.ask(cmd.Undo())
        assert phones.who(ada.token) == ada.participant
        assert [*round_of(phones.session.head, WHERE).votes] == [ada.participant]


@pytest.mark.parametrize(("first", "second"), [("k-1", "k-2"), ("one", "two")])
async def test_an_older_vote_that_comes_again_changes_nothing(
    tmp_path: Path, first: str, second: str
) -> None:
    async with opened(tmp_path) as phones:
        ada = (await joined(phones, "Ada")).participant
        for once, option in ((first, "a"), (second, "b"), (first, "a"), (second, "b")):
            assert await phones.vote(ada, WHERE, 1, Choice(option), once) is None
        votes = round_of(phones.session.durable, WHERE).votes
        assert votes[ada].ballot == Choice("b")
