"""The phones of a session: who gets in, who they are, and that nobody counts twice."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from support.disks import BadDisk, Ticks, running
from support.narrow import round_of
from support.sessions import header

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.state import View
from mops_tui.model.text.limits import MOST_NAME
from mops_tui.sources import saver
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones import admission, keeping
from mops_tui.sources.phones.admission import Joined
from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.keeping import BookKeeper
from mops_tui.sources.phones.phones import Phones
from mops_tui.sources.saving import NotSaved
from mops_tui.storage.files.disk import DISK, OsDisk

WHERE = "demo/where"
ONCE = "a-phone-of-its-own-1"


@contextlib.asynccontextmanager
async def opened(
    folder: Path,
    book: Book | None = None,
    disk: OsDisk = DISK,
    clock: Callable[[], float] = time.monotonic,
    **changes: object,
) -> AsyncIterator[Phones]:
    """The phones of a new session that asks where."""
    session = LiveSession.create(folder, header(**changes), disk=disk)
    session.ask(cmd.Show(View("question", WHERE)))
    keeper = BookKeeper(folder / "state", session.header.id)
    async with running(session):
        yield Phones(session, book or Book(), keeper=keeper, clock=clock)


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


# --- who gets in


async def test_a_thousand_wrong_codes_stop_neither_those_who_are_in_nor_who_has_the_code(
    tmp_path: Path,
) -> None:
    clock = Ticks()
    async with opened(tmp_path, clock=clock) as phones:
        ada = (await joined(phones, "Ada")).participant
        answers = [await phones.join("0" * 8, "Eve", "") for _try in range(1000)]
        assert answers.count("wrong-code") < 40
        assert set(answers) == {"wrong-code", "too-many-tries"}
        assert 0 < phones.wait <= 1
        assert await phones.vote(ada, WHERE, 1, Choice("a"), "1") is None
        await joined(phones, "Bo")
        clock.t += phones.wait
        assert await phones.join("0" * 8, "Eve", "") == "wrong-code"


@pytest.mark.parametrize("typed", ["7kq2-m9xd", " 7KQ2 M9XD ", "7KQ2M9XD", "7-K-Q-2-M-9-X-D"])
async def test_a_code_is_read_however_it_is_typed(tmp_path: Path, typed: str) -> None:
    async with opened(tmp_path, Book(code="7KQ2M9XD")) as phones:
        assert isinstance(await phones.join(typed, "Ada", ""), Joined)


async def test_a_new_code_keeps_those_who_are_in_and_the_old_one_opens_nothing(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as phones:
        old, ada = phones.book.code, await joined(phones, "Ada")
        await phones.new_code()
        assert await phones.join(old, "Bo", "") == "wrong-code"
        await phones.set_joining(False)
        assert await phones.join(phones.book.code, "Bo", "") == "joining-closed"
        assert phones.who(ada.token) == ada.participant
        kept = BookKeeper(tmp_path / "state", phones.session.header.id).load()
        assert kept == phones.book
        assert not kept.joining


async def test_joining_that_is_closed_lets_in_whoever_lost_the_answer(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        ada = await joined(phones, "Ada", once=ONCE)
        await phones.set_joining(False)
        assert await joined(phones, "Ada", once=ONCE) == ada


async def test_a_room_that_is_full_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admission, "MOST_PEOPLE", 3)
    async with opened(tmp_path) as phones:
        made = await asyncio.gather(
            *(phones.join(phones.book.code, f"Person {n}", "") for n in range(6))
        )
        assert [isinstance(one, Joined) for one in made].count(True) == 3
        assert made.count("too-many-people") == 3
        assert phones.session.head.seated == 3


async def test_an_id_that_could_be_guessed_is_no_ones(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        first, second = await joined(phones, "Ada", once="1"), await joined(phones, "Bo", once="1")
        assert first.participant != second.participant
        assert first.token != second.token


# --- names


async def test_a_seat_of_the_list_waits_for_the_first_phone_of_that_name(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        listed = (cmd.Join("g", "Grace Lee", "CIO"), cmd.Join("b", "Bo"), cmd.CountHeads(9))
        phones.session.ask(cmd.SetUp(listed))
        grace = await joined(phones, " grace  LEE", "Head of everything")
        bo = await joined(phones, "Bo", "Analyst")
        assert (grace.participant, bo.participant) == ("g", "b")
        people = phones.session.durable.participants
        assert (people["g"].name, people["g"].role) == ("Grace Lee", "CIO")
        assert people["b"].role == "Analyst"
        assert phones.session.durable.present == 9
        second = await phones.join(phones.book.code, "Grace Lee", "")
        assert isinstance(second, Refusal)
        assert second.code == "name-taken"


async def test_of_two_phones_at_once_one_gets_the_seat_that_waits(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        phones.session.ask(cmd.SetUp((cmd.Join("g", "Grace"),)))
        both = await asyncio.gather(
            *(phones.join(phones.book.code, "Grace", "", once) for once in ("a" * 16, "b" * 16))
        )
        assert [type(one) for one in both] == [Joined, Refusal]


async def test_no_phone_takes_the_seat_of_somebody_simulated(tmp_path: Path) -> None:
    async with opened(tmp_path, session="rehearsal") as phones:
        phones.session.ask(cmd.Join("g", "Grace"))
        refused = await phones.join(phones.book.code, "Grace", "")
        assert isinstance(refused, Refusal)


async def test_nobody_gets_a_seat_that_was_used_by_giving_its_name(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        phones.session.ask(cmd.Join("seat", "Grace"))
        phones.session.ask(cmd.CastVote(WHERE, "seat", Choice("a")))
        ada = await joined(phones, "Ada")
        for name in ("Grace", "ada", " ADA ", "A\u200bda", "Ad\u202ea", "\x1b[31mAda", "A\u00adda"):
            refused = await phones.join(phones.book.code, name, "")
            assert isinstance(refused, Refusal), name
            assert refused.code == "name-taken"
        phones.session.ask(cmd.Leave(ada.participant))
        refused = await phones.join(phones.book.code, "Ada", "")
        assert isinstance(refused, Refusal)
        assert refused.code == "name-left"
        assert phones.who(ada.token) == ada.participant


async def test_a_seat_that_was_left_is_taken_again_only_where_it_says_nothing_of_anybody(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as phones:
        ask = phones.session.ask
        ask(cmd.Together((cmd.Join("s1", "Grace"), cmd.Join("s2", "Alan"))))
        ask(cmd.CastVote(WHERE, "s1", Choice("a")))
        ask(cmd.Together((cmd.Leave("s1"), cmd.Leave("s2"))))
        assert (await joined(phones, "alan")).participant == "s2"
        refused = await phones.join(phones.book.code, "Grace", "")
        assert refused == Refusal("name-left", {"name": "Grace"})


async def test_two_at_once_of_one_name_are_not_both_let_in(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        made = await asyncio.gather(
            *(phones.join(phones.book.code, "Ada", "") for _phone in range(3))
        )
        assert sum(isinstance(one, Joined) for one in made) == 1
        assert len(phones.book.holders) == 1


NAMES = [
    "",
    " ",
    "Zoë",
    "名前",
    "أحمد",
    "x" * 10_000,
    "[b]Ada[/b]",
    "\x1b]0;t\x07Ada",
    "👩‍🚀 Ada",
    "a\nb",
]


@pytest.mark.parametrize("name", NAMES)
async def test_a_name_of_any_kind_is_one_line_that_says_what_is_seen(
    tmp_path: Path, name: str
) -> None:
    async with opened(tmp_path) as phones:
        who = (await joined(phones, name, name)).participant
        person = phones.session.durable.participants[who]
        for text in (person.name, person.role):
            assert len(text) <= MOST_NAME
            assert text.isprintable()
            assert text == text.strip()
        assert await phones.describe(who, name, "CMO") is None


async def test_an_anonymous_room_keeps_neither_name_nor_role(tmp_path: Path) -> None:
    async with opened(tmp_path, policy={"anonymity": "anonymous"}) as phones:
        who = (await joined(phones, "Ada", "CMO")).participant
        assert await phones.describe(who, "Ada", "CMO") is None
        person = phones.session.durable.participants[who]
        assert (person.name, person.role) == ("", "")
        await phones.session.settled()
        assert "Ada" not in phones.session.path.read_text("utf-8")
        assert "Ada" not in (tmp_path / "state" / "rooms" / "s-1.toml").read_text("utf-8")


async def test_no_code_no_token_and_no_address_stand_in_the_session_file(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        await phones.note_open("192.168.1.20", 8420)
        ada = await joined(phones, "Ada", once=ONCE)
        phones.session.ask(cmd.ShowCode(on=True))
        await phones.session.settled()
        text = phones.session.path.read_text("utf-8")
        for secret in (phones.book.code, ada.token, ONCE, "192.168.1.20", phones.book.secret):
            assert secret not in text


# --- the disk, and what comes after a crash


async def test_after_a_crash_everybody_is_who_they_were(tmp_path: Path) -> None:
    session = LiveSession.create(tmp_path, header())
    session.ask(cmd.Show(View("question", WHERE)))
    keeper = BookKeeper(tmp_path / "state", session.header.id)
    async with running(session):
        phones = Phones(session, keeper.load(), keeper=keeper)
        await phones.note_open("192.168.1.20", 8421)
        session.ask(cmd.Join("seat", "Mara"))
        ada, mara = await joined(phones, "Ada", once=ONCE), await joined(phones, "Mara B")
        assert await phones.vote(ada.participant, WHERE, 1, Choice("a"), "k-7") is None
        assert await phones.merge(mara.participant, "seat") is None
        book = phones.book
    session = LiveSession.resume(session.path)
    async with running(session):
        again = Phones(session, BookKeeper(tmp_path / "state", session.header.id).load())
        assert again.book == book
        assert again.book.open
        assert again.who(ada.token) == ada.participant
        assert again.who(mara.token) == "seat"
        assert again.by_phone == {ada.participant, "seat"}
        assert await joined(again, "Ada", once=ONCE) == ada
        events = len(round_of(session.head, WHERE).votes), session.head.seq
        assert await again.vote(ada.participant, WHERE, 1, Choice("a"), "k-7") is None
        assert (len(round_of(session.head, WHERE).votes), session.head.seq) == events


async def test_a_book_that_is_damaged_is_a_room_begun_afresh_and_said(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        ada = await joined(phones, "Ada")
        assert not phones.begun_afresh
        keeper = BookKeeper(tmp_path / "state", phones.session.header.id)
        keeper.path.write_text("torn", "utf-8")
        again = Phones(phones.session, keeper.load(), keeper=keeper)
        assert again.begun_afresh
        assert again.who(ada.token) is None
        bo = await joined(again, "Bo")
        assert keeper.load().holder(bo.token) == bo.participant


async def test_a_token_whose_seat_was_never_saved_makes_that_seat_when_it_comes_again(
    tmp_path: Path,
) -> None:
    book = Book()
    book = book.with_holder(book.token(ONCE), "p-lost")
    async with opened(tmp_path, book) as phones:
        assert phones.who(book.token(ONCE)) is None
        ada = await joined(phones, "Ada", once=ONCE)
        assert ada.participant == "p-lost"
        assert len(phones.book.holders) == 1


async def test_phones_join_and_vote_though_the_book_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(tmp_path) as phones:
        await joined(phones, "Ada")
        with monkeypatch.context() as bad:

            def full(_path: Path, _data: bytes) -> None:
                raise OSError(28, "No space left on device")

            bad.setattr(keeping, "replace_whole", full)
            bo = await joined(phones, "Bo")
            assert phones.trouble == "No space left on device"
            assert await phones.vote(bo.participant, WHERE, 1, Choice("a"), "1") is None
        await joined(phones, "Cy")
        assert phones.trouble == ""
        kept = BookKeeper(tmp_path / "state", phones.session.header.id).load()
        assert set(kept.holders.values()) == phones.by_phone


async def test_a_join_that_is_hung_up_on_is_made_all_the_same(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        hung_up = asyncio.ensure_future(phones.join(phones.book.code, "Ada", "", ONCE))
        await asyncio.sleep(0)
        hung_up.cancel()
        ada = await joined(phones, "Ada", once=ONCE)
        assert phones.by_phone == {ada.participant}
        assert phones.session.head.seated == 1


async def test_a_disk_that_takes_no_votes_is_said_and_the_same_vote_waits_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = BadDisk(tmp_path / "s-1.toml")
    async with opened(tmp_path, disk=disk) as phones:
        ada = (await joined(phones, "Ada")).participant
        disk.full_after = 0
        monkeypatch.setattr(saver, "SAVED_SECONDS", 0.05)
        with pytest.raises(NotSaved):
            await phones.vote(ada, WHERE, 1, Choice("a"), "1")
        seq = phones.session.head.seq
        disk.heal()
        monkeypatch.setattr(saver, "SAVED_SECONDS", 20.0)
        assert await phones.vote(ada, WHERE, 1, Choice("a"), "1") is None
        assert phones.session.durable.seq == phones.session.head.seq == seq


# --- votes


async def test_who_had_left_and_votes_is_here_again(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        ada = (await joined(phones, "Ada")).participant
        phones.session.ask(cmd.CountHeads(3))
        phones.session.ask(cmd.Leave(ada))
        assert await phones.vote(ada, WHERE, 1, Choice("a"), "1") is None
        state = phones.session.durable
        assert state.participants[ada].present
        assert (state.present, round_of(state, WHERE).voted) == (3, 1)


async def test_a_vote_for_a_round_that_is_over_is_refused_and_one_that_is_in_is_not(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as phones:
        ada = (await joined(phones, "Ada")).participant
        assert await phones.vote(ada, WHERE, 1, Choice("a"), "k-1") is None
        phones.session.ask(cmd.Reveal(WHERE))
        assert await phones.vote(ada, WHERE, 1, Choice("a"), "k-1") is None
        late = await phones.vote(ada, WHERE, 1, Choice("b"), "k-2")
        assert isinstance(late, Refusal)
        phones.session.ask(cmd.OpenRound(WHERE))
        assert await phones.vote(ada, WHERE, 1, Choice("b"), "k-3") == Refusal("round-closed")
        assert await phones.vote(ada, WHERE, 2, Choice("b"), "k-4") is None


async def test_a_vote_that_was_overtaken_on_its_way_comes_too_late(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        ada = (await joined(phones, "Ada")).participant
        assert await phones.vote(ada, WHERE, 1, Choice("b"), "k3f9-8") is None
        assert await phones.vote(ada, WHERE, 1, Choice("a"), "k3f9-7") is None
        assert phones.own_ballot(ada, WHERE, 1) == Choice("b")
        assert await phones.vote(ada, WHERE, 1, Choice("a"), "k3f9-10") is None
        assert phones.own_ballot(ada, WHERE, 1) == Choice("a")


async def test_who_called_out_already_is_told_so_and_can_take_nothing_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        ada = (await joined(phones, "Ada")).participant
        phones.session.ask(cmd.SetTally(WHERE, (("", "a", 1),)))
        assert await phones.vote(ada, WHERE, 1, Choice("a"), "1") == Refusal("called-already")


async def test_done_is_counted_once_of_those_who_are_here(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        ada, bo = [(await joined(phones, name)).participant for name in ("Ada", "Bo")]
        for who in (ada, ada, bo):
            phones.say_done(who, WHERE, 1, done=True)
        assert phones.done(WHERE, 1) == 2
        phones.say_done(ada, WHERE, 1, done=False)
        phones.say_done(ada, "no/such", 1, done=True)
        phones.say_done(ada, WHERE, 2, done=True)
        assert (phones.done(WHERE, 1), phones.done("no/such", 1), phones.done(WHERE, 2)) == (
            1,
            0,
            0,
        )
        assert await phones.merge(bo, ada) is None
        assert phones.done(WHERE, 1) == 1
        assert phones.is_done(ada, WHERE, 1)
        assert await phones.put_out(ada) is None
        assert phones.done(WHERE, 1) == 0


async def test_who_listens_is_told_once_for_many_changes(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        ada = (await joined(phones, "Ada")).participant
        await phones.session.settled()
        told: list[int] = []
        end = phones.subscribe(lambda: told.append(phones.session.head.seq))
        for n in range(50):
            phones.session.ask(cmd.RecordNote("n", f"{n}"))
            phones.say_done(ada, WHERE, 1, done=n % 2 == 0)
        await asyncio.sleep(0)
        assert told == [phones.session.head.seq]
        await phones.session.settled()
        end()
        end()
        assert phones.seen is phones.seen
        told.clear()
        phones.session.ask(cmd.RecordNote("n", "more"))
        await asyncio.sleep(0)
        assert told == []


# --- who goes, and who is somebody else


async def test_only_who_is_there_is_put_out_or_merged(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        ada = (await joined(phones, "Ada")).participant
        assert await phones.put_out("nobody") == Refusal("unknown-participant")
        assert await phones.merge(ada, "nobody") == Refusal("unknown-participant")
        assert await phones.merge(ada, ada) == Refusal("already-here")
        phones.session.ask(cmd.Leave(ada))
        assert await phones.put_out(ada) is None  # the phone goes, though the person had gone
        assert not phones.by_phone


async def test_who_is_put_out_takes_all_their_phones_along(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        one, two = await joined(phones, "Eve"), await joined(phones, "Eve 2")
        assert await phones.merge(two.participant, one.participant) is None
        assert phones.who(two.token) == one.participant
        assert await phones.put_out(one.participant) is None
        assert (phones.who(one.token), phones.who(two.token)) == (None, None)
        assert not phones.book.holders


async def test_two_that_are_merged_both_ways_are_still_one(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        one, two = await joined(phones, "Ada"), await joined(phones, "Ada 2")
        assert await phones.merge(two.participant, one.participant) is None
        assert await phones.merge(one.participant, two.participant) is None
        assert phones.who(one.token) == phones.who(two.token) == two.participant
        assert phones.session.head.seated == 1


async def test_a_vote_that_comes_again_after_a_merge_is_still_an_old_one(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        one, two = await joined(phones, "Ada"), await joined(phones, "Ada 2")
        assert await phones.vote(one.participant, WHERE, 1, Choice("a"), "x-1") is None
        assert await phones.vote(two.participant, WHERE, 1, Choice("b"), "y-1") is None
        assert await phones.merge(two.participant, one.participant) is None
        who = phones.who(two.token)
        assert who is not None
        assert await phones.vote(who, WHERE, 1, Choice("b"), "y-1") is None
        assert phones.own_ballot(who, WHERE, 1) == Choice("a")


async def test_two_that_were_parted_by_an_undo_stay_two(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        end = phones.subscribe(lambda: None)
        one, two = await joined(phones, "Ada"), await joined(phones, "Bo")
        assert await phones.merge(two.participant, one.participant) is None
        phones.session.ask(cmd.Undo())
        phones.session.ask(cmd.Leave(two.participant))
        assert phones.who(two.token) == two.participant
        end()


async def test_of_rounds_long_ago_nothing_is_remembered(tmp_path: Path) -> None:
    async with opened(tmp_path) as phones:
        ada = (await joined(phones, "Ada")).participant
        for number in range(1, 20):
            assert await phones.vote(ada, WHERE, number, Choice("a"), f"k-{number}") is None
            phones.say_done(ada, WHERE, number, done=True)
            phones.session.ask(cmd.Reveal(WHERE))
            phones.session.ask(cmd.OpenRound(WHERE))
        assert phones.done(WHERE, 19) == 1
        assert phones.done(WHERE, 1) == 0
