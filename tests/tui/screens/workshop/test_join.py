"""Opening the room with `j`, the join screen, the lobby's code, and every way the port closes."""

from __future__ import annotations

import aiohttp
import pytest
from support.open_rooms import HOST, join, keeper_of, networks, open_room, phones_of
from support.pilot import Stage, workshop
from support.seen_codes import codes_on
from support.served import FakeServe
from textual.widgets import OptionList

from mops_tui.entry import serve_phones
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.process.network.kinds import Found
from mops_tui.sources.phones.keeping import written_book
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen, ConfirmScreen
from mops_tui.tui.screens.dialogs.forms import FormScreen
from mops_tui.tui.screens.workshop import joining as module
from mops_tui.tui.screens.workshop.desk import Desk
from mops_tui.tui.screens.workshop.join import JoinScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen

pytestmark = pytest.mark.slow

WHERE = "demo/where"
SIZES = [(80, 24), (120, 40)]
WIFI = r"WIFI:T:WPA;S:Hotel\; Floor 2;P:correct\:horse;;"


def scanned(stage: Stage) -> str:
    """What the code of the page should say."""
    return f"HTTP://{HOST}:8420/{phones_of(stage).book.code}"


async def opened_by_key(stage: Stage) -> FakeServe:
    stage.app.serve = serve = FakeServe()
    await stage.press("j")
    await stage.on(ChooseScreen)
    await stage.press("enter")
    await stage.on(JoinScreen)
    await stage.sees("Nobody has joined by phone yet.")
    return serve


@pytest.mark.parametrize("size", SIZES)
async def test_the_key_asks_first_then_opens_and_shows_the_way_in(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    networks(monkeypatch)
    async with workshop(size=size) as stage:
        stage.app.serve = serve = FakeServe()
        await stage.press("j")
        text = await stage.sees("Anybody in this network who has the code can join.")
        assert "nothing is encrypted" in text
        listed = stage.screen.query_one(OptionList)
        assert listed.highlighted_option is not None
        assert HOST in str(listed.highlighted_option.prompt)
        assert text.count("phones do not reach it") == 3
        assert serve.opened == []
        await stage.press("enter")
        await stage.on(JoinScreen)
        await stage.sees(f"http://{HOST}:8420")
        assert codes_on(stage.screen) == [scanned(stage)]
        await join(stage, "Ada")
        await stage.sees("1 of 4 has joined by phone.", "Ada")
        await stage.press("escape")
        await stage.sees("1 of 4 has joined by phone.", phones_of(stage).book.code[:4] + "-")
        assert codes_on(stage.screen) == [scanned(stage)]
        await stage.press("j")
        await stage.on(JoinScreen)
        assert len(serve.opened) == 1


async def test_a_doubled_key_undoes_nothing_that_the_first_did(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    networks(monkeypatch)
    async with workshop() as stage:
        stage.app.keyboard.bounce = 0.5
        stage.app.serve = FakeServe()
        await stage.burst("j", "j")
        await stage.on(ChooseScreen)
        await stage.burst("enter", "enter")
        await stage.on(JoinScreen)
        await stage.burst("escape", "escape")
        await stage.on(WorkshopScreen)
        await stage.burst("j", "j", "j")
        await stage.on(JoinScreen)


async def test_where_no_network_is_likely_enter_opens_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    networks(monkeypatch, Found("tun0", "10.8.0.2"), Found("lo", "127.0.0.1"))
    async with workshop() as stage:
        stage.app.serve = serve = FakeServe()
        await stage.press("j")
        await stage.sees("Not now: no network is found that phones could be in")
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        assert serve.opened == []


async def test_without_the_means_to_serve_the_key_says_so() -> None:
    async with workshop() as stage:
        await stage.press("j")
        await stage.sees("Phones cannot join here")
        assert stage.room.served is None


async def test_an_address_that_cannot_be_served_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    networks(monkeypatch)
    async with workshop() as stage:
        stage.app.serve = FakeServe(refused=OSError("taken"))
        await stage.press("j")
        await stage.on(ChooseScreen)
        await stage.press("enter")
        await stage.sees("No page can be opened at 192.168.100.200")


@pytest.mark.parametrize("size", SIZES)
async def test_a_wifi_has_a_code_of_its_own_in_every_theme(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    networks(monkeypatch)
    async with workshop(size=size) as stage:
        await opened_by_key(stage)
        await stage.press("w")
        await stage.on(FormScreen)
        await stage.type("Hotel; Floor 2")
        await stage.press("enter")
        await stage.type("correct:horse")
        await stage.press("enter")
        await stage.sees("Phones can scan the Wi-Fi now.")
        for theme in ("mops-dark", "mops-light", "mops-contrast"):
            stage.app.theme = theme
            await stage.settled()
            assert sorted(codes_on(stage.screen)) == sorted([scanned(stage), WIFI])
        await stage.sees(f"http://{HOST}:8420")
        kept = keeper_of(stage).load()
        assert (kept.network, kept.password) == ("Hotel; Floor 2", "correct:horse")


async def test_a_wifi_of_many_characters_has_a_page_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    networks(monkeypatch)
    async with workshop() as stage:
        await opened_by_key(stage)
        await phones_of(stage).note_network("N" * 32, "p" * 40)
        await stage.press("c")
        await stage.sees("Joining is closed: nobody new can join.")
        assert codes_on(stage.screen) == [scanned(stage)]
        await stage.press("tab")
        await stage.sees("Scan this to join the Wi-Fi")
        assert codes_on(stage.screen) == [f"WIFI:T:WPA;S:{'N' * 32};P:{'p' * 40};;"]


async def test_joining_can_be_closed_and_the_code_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    networks(monkeypatch)
    async with workshop() as stage:
        await opened_by_key(stage)
        before = phones_of(stage).book.code
        await stage.press("c")
        await stage.sees("Joining is closed. Whoever has joined stays.")
        assert not keeper_of(stage).load().joining
        await stage.press("c")
        await stage.sees("Joining is open again.")
        await stage.press("n")
        await stage.on(ConfirmScreen)
        await stage.press("enter")  # a burst changes nothing
        await stage.on(JoinScreen)
        assert phones_of(stage).book.code == before
        await stage.press("n", "down", "enter")
        await stage.sees("A new code.")
        assert phones_of(stage).book.code != before
        assert codes_on(stage.screen) == [scanned(stage)]


async def test_the_room_can_be_closed_to_phones_and_opened_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    networks(monkeypatch)
    async with workshop() as stage:
        serve = await opened_by_key(stage)
        (ada,) = await join(stage, "Ada")
        await stage.press("x")
        await stage.sees("Close the room to phones?")
        await stage.press("down", "enter")
        await stage.on(WorkshopScreen)
        await stage.sees("The room is closed to phones. j opens it again.")
        assert serve.open == []
        await opened_again(stage)
        assert phones_of(stage).by_phone == {ada}
        assert serve.opened[-1].port == 8420


async def opened_again(stage: Stage) -> None:
    await stage.press("j")
    await stage.on(ChooseScreen)
    await stage.press("enter")
    await stage.on(JoinScreen)


async def test_another_port_means_that_phones_scan_again(monkeypatch: pytest.MonkeyPatch) -> None:
    networks(monkeypatch)
    async with workshop() as stage:
        serve = await open_room(stage)
        await stage.room.close_to_phones()
        serve.taken.add(8420)
        await opened_again(stage)
        await stage.sees("phones have to scan again", f"http://{HOST}:8421")


async def test_the_stage_is_told_and_no_event_holds_the_code() -> None:
    async with workshop() as stage:
        await open_room(stage)
        await stage.press("j")
        await stage.on(JoinScreen)
        assert stage.head.code_shown
        await stage.press("j")
        await stage.on(WorkshopScreen)
        await stage.until(lambda: not stage.head.code_shown)
        await stage.settled()
        assert phones_of(stage).book.code not in stage.room.session.path.read_text("utf-8")


async def test_a_dark_screen_shows_no_code() -> None:
    async with workshop() as stage:
        await open_room(stage)
        await stage.press("b")
        await stage.settled()  # it is dark once that is saved
        await stage.press("j")
        await stage.on(WorkshopScreen)
        assert codes_on(stage.screen) == []


async def test_names_from_phones_are_plain_text_and_endless_ones_are_cut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    networks(monkeypatch)
    async with workshop() as stage:
        await opened_by_key(stage)
        names = ("[/ hi [b", "\x1b[31mred", "\u202eabc", "🧑‍🚀 Zoë", "m" * 10_000)
        await join(stage, *names)
        await stage.sees("5 of 8 have joined by phone.", "[/ hi [b")
        await stage.press("p", "escape", "escape")
        text = await stage.sees("5 of 8 have joined by phone.")
        assert "\x1b" not in text
        assert codes_on(stage.screen) == [scanned(stage)]


async def test_who_is_done_is_counted_and_a_bell_rings_once_when_all_have_voted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rung: list[bool] = []
    monkeypatch.setattr(Desk, "ring_bell", lambda desk: rung.append(True))
    async with workshop(at=WHERE, people=(("Ian", ""),)) as stage:
        await open_room(stage)
        ada, bob = await join(stage, "Ada", "Bob")
        phones = phones_of(stage)
        await phones.vote(ada, WHERE, 1, Choice("a"))
        phones.say_done(ada, WHERE, 1, done=True)
        await stage.sees("1 of 3 has voted   1 is done")
        await phones.vote(bob, WHERE, 1, Choice("b"))
        assert not rung
        await stage.do(cmd.CastVote(WHERE, "p1", Choice("b")))
        await stage.sees("All 3 have voted.")
        assert len(rung) == 1
        await phones.vote(bob, WHERE, 1, Choice("a"))
        await stage.do(cmd.Join("p9", "Late"), cmd.CastVote(WHERE, "p9", Choice("b")))
        await stage.sees("4 of 4 have voted")
        assert len(rung) == 1


async def test_without_phones_no_bell_rings_for_votes(monkeypatch: pytest.MonkeyPatch) -> None:
    rung: list[bool] = []
    monkeypatch.setattr(Desk, "ring_bell", lambda desk: rung.append(True))
    async with workshop(at=WHERE, people=(("Ian", ""),)) as stage:
        await stage.do(cmd.CastVote(WHERE, "p1", Choice("b")))
        await stage.sees("1 of 1 has voted")
        assert not rung


async def test_a_workshop_that_is_closed_for_good_closes_the_port_and_forgets() -> None:
    async with workshop() as stage:
        serve = await open_room(stage)
        await join(stage, "Ada")
        assert keeper_of(stage).path.exists()
        await stage.press("j")
        await stage.on(JoinScreen)
        await stage.do(cmd.Close())
        await stage.until(lambda: not serve.open and not keeper_of(stage).path.exists())
        await stage.on(WorkshopScreen)


async def test_leaving_closes_the_port_and_keeps_the_people() -> None:
    async with workshop() as stage:
        serve = await open_room(stage)
        await join(stage, "Ada")
        keeper = keeper_of(stage)
        await stage.press("escape", "enter")
        await stage.until(lambda: stage.app.room is None)
        assert serve.open == []
        book = keeper.load()
        assert not book.open
        assert len(book.holders) == 1


@pytest.mark.parametrize("here", [True, False])
async def test_after_a_crash_the_room_opens_by_itself_where_the_address_is_still_here(
    monkeypatch: pytest.MonkeyPatch, here: bool
) -> None:
    networks(monkeypatch, here=here)
    async with workshop() as stage:
        stage.app.serve = serve = FakeServe()
        phones = await opened_and_lost(stage)
        assert isinstance(stage.screen, WorkshopScreen)
        await stage.screen.joining.open_again()
        if here:
            await stage.sees("The room is open to phones again, at the same address.")
            assert phones_of(stage).book.code == phones
            assert serve.opened[-1].port == 8431
        else:
            await stage.sees("This laptop is no longer at 192.168.100.200: j opens the room")
            assert serve.opened == []


async def opened_and_lost(stage: Stage) -> str:
    """A book as a program that died leaves it; its code."""
    keeper = keeper_of(stage)
    book = keeper.load()
    kept = written_book(
        type(book)(code=book.code, host=HOST, port=8431, open=True),
        stage.room.session.header.id,
    )
    keeper.path.parent.mkdir(parents=True)
    keeper.path.write_bytes(kept)
    return book.code


async def test_after_a_pause_nothing_opens_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    networks(monkeypatch)
    async with workshop() as stage:
        stage.app.serve = serve = FakeServe()
        await stage.room.open_to_phones(serve, keeper_of(stage), HOST)
        await stage.room.close_to_phones()
        assert isinstance(stage.screen, WorkshopScreen)
        await stage.screen.joining.open_again()
        assert serve.open == []


async def test_a_network_that_goes_is_said_and_so_is_its_return(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    networks(monkeypatch)
    async with workshop() as stage:
        await open_room(stage)
        monkeypatch.setattr(module, "is_here", lambda address: False)
        await stage.sees("This laptop has lost 192.168.100.200: phones do not reach it.")
        monkeypatch.setattr(module, "is_here", lambda address: True)
        await stage.sees("The network is back: phones reach the room again.")


async def test_the_real_server_lets_a_phone_in_and_is_gone_once_the_room_is_left() -> None:
    async with workshop() as stage:
        await stage.room.open_to_phones(serve_phones, keeper_of(stage), "127.0.0.1")
        assert stage.room.served is not None
        address = f"http://127.0.0.1:{stage.room.served.port}"
        asked = {"code": phones_of(stage).book.code, "name": "Ada", "role": "CMO"}
        async with aiohttp.ClientSession(headers={"Origin": address}) as client:
            async with client.post(f"{address}/api/join", json=asked) as answer:
                assert answer.status == 200
            await stage.sees("1 of 4 has joined by phone.", "Ada")
            await stage.press("escape", "enter")
            await stage.until(lambda: stage.app.room is None)
            with pytest.raises(aiohttp.ClientConnectionError):
                await client.get(f"{address}/api/state")
