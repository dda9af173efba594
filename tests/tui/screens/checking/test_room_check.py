"""The check of the room: what one's own phone shows, and what is said while none comes."""

from __future__ import annotations

import errno
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from support.pilot import Stage, app_running
from support.served import FakeServe
from textual import events

from mops_tui.entry import serve_phones
from mops_tui.process.network.facts import Facts
from mops_tui.process.network.interfaces import rank
from mops_tui.process.network.kinds import Found
from mops_tui.sources.phones.sightings import Sighting, What
from mops_tui.storage.folders.places import places
from mops_tui.tui.destinations import CheckRoom
from mops_tui.tui.screens.checking import room_check
from mops_tui.tui.screens.checking.nothing_arrives import NothingArrivesScreen
from mops_tui.tui.screens.checking.room_check import Eyes, RoomCheckScreen
from mops_tui.tui.screens.home.setup import SetupScreen
from mops_tui.tui.served import Serve
from mops_tui.tui.widgets.fields import LineField
from mops_tui.tui.widgets.joining.qr_code import QrCode

pytestmark = pytest.mark.slow

WIFI = Found("wlan0", "192.168.1.20")
VPN = Found("tun0", "10.8.0.2", "tun")
LO = Found("lo", "127.0.0.1")
PHONE = "192.168.1.77"
SIZES = ((80, 24), (120, 40))


@pytest.fixture(autouse=True)
def folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "of-the-system"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def left_in(folder: Path) -> list[Path]:
    return list(folder.glob("mops-tui-room-check-*"))


class Machine:
    """What is seen of a laptop; a test changes it."""

    def __init__(self, *found: Found, **facts: object) -> None:
        self.found = found
        self.facts = facts

    def look(self) -> Facts:
        return Facts(interfaces=rank(self.found), **self.facts)  # type: ignore[arg-type]  # a test gives any of them

    @property
    def eyes(self) -> Eyes:
        return Eyes(self.look, lambda _address: "")


@asynccontextmanager
async def checking(
    machine: Machine, serve: Serve | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Stage]:
    async with app_running(size) as stage:
        stage.app.serve = serve or FakeServe()
        stage.app.push_screen(RoomCheckScreen(machine.eyes))
        await stage.on(RoomCheckScreen)
        yield stage


def saw(serve: FakeServe, *whats: What, refused: str = "", address: str = PHONE) -> None:
    for what in whats:
        now = time.monotonic()
        serve.opened[-1].seen.note(Sighting(address, what, now, now + 0.01, refused))


@pytest.mark.parametrize("size", SIZES)
async def test_the_likeliest_address_stands_in_the_code_and_every_step_is_ticked(
    size: tuple[int, int],
) -> None:
    serve = FakeServe()
    async with checking(Machine(LO, VPN, WIFI), serve, size) as stage:
        await stage.sees("http://192.168.1.20:8420", "○ page opened", "Waiting for your phone")
        code = stage.screen.query_one(QrCode)
        assert code.text.startswith("HTTP://192.168.1.20:8420/")
        assert code.size.width >= 33
        saw(serve, "knock", "page")
        await stage.sees("✓ page opened", "○ joined", "Tap “Join”")
        saw(serve, "other", "join")
        await stage.sees("✓ joined", "○ voted")
        saw(serve, "vote")
        await stage.sees("✓ voted, saved within", "✓ there and back within", "It works")
        await stage.sees("gets through")


async def test_this_laptops_own_browser_proves_nothing() -> None:
    serve = FakeServe()
    async with checking(Machine(LO, WIFI), serve) as stage:
        await stage.sees("192.168.1.20:8420")
        saw(serve, "page", "join", "vote", address="192.168.1.20")
        text = await stage.sees("That was this laptop itself")
        assert "It works" not in text


async def test_a_wrong_code_is_told_from_a_network_that_keeps_phones_out() -> None:
    serve = FakeServe()
    async with checking(Machine(LO, WIFI), serve) as stage:
        await stage.sees("192.168.1.20:8420")
        saw(serve, "knock")
        saw(serve, "join", refused="wrong-code")
        await stage.sees("with a code that is not")


@pytest.mark.parametrize("size", SIZES)
async def test_when_no_phone_comes_it_is_said_what_is_likely(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room_check, "WAIT_SECONDS", 0.0)
    async with checking(Machine(LO, VPN, WIFI), size=size) as stage:
        await stage.sees("A VPN is on")
        await stage.press("n")
        await stage.on(NothingArrivesScreen)
        await stage.sees("1. A VPN is on", "2. Hotels', guests' and phones' Wi-Fis")


async def test_a_phone_that_arrives_closes_what_explains_why_none_does() -> None:
    serve = FakeServe()
    async with checking(Machine(LO, WIFI), serve) as stage:
        await stage.sees("192.168.1.20:8420")
        await stage.press("n")
        await stage.on(NothingArrivesScreen)
        saw(serve, "page", "join", "vote")
        await stage.on(RoomCheckScreen)
        await stage.sees("It works")


async def test_another_address_is_chosen_by_hand_and_the_port_of_before_is_closed() -> None:
    serve = FakeServe()
    async with checking(Machine(LO, VPN, WIFI), serve) as stage:
        await stage.sees("http://192.168.1.20:8420")
        await stage.press("down")
        await stage.sees("http://10.8.0.2:8420", "▸ 10.8.0.2")
        assert [(one.host, one.closed) for one in serve.opened] == [
            ("192.168.1.20", True),
            ("10.8.0.2", False),
        ]
        await stage.burst("up", "up", "up", "down", "up")
        await stage.sees("http://192.168.1.20:8420")
        assert [one.host for one in serve.open] == ["192.168.1.20"]


async def test_no_network_at_all_is_one_clear_sentence() -> None:
    machine = Machine(LO)
    async with checking(machine) as stage:
        await stage.sees("This laptop is in no network", "Join a Wi-Fi")
        assert stage.screen.query_one(QrCode).text == ""
        machine.found = (LO, WIFI)  # the Wi-Fi is joined now
        await stage.press("r")
        await stage.sees("http://192.168.1.20:8420")


async def test_an_address_that_vanishes_gives_way_to_the_next_unless_it_was_chosen() -> None:
    machine = Machine(LO, WIFI, Found("eth0", "10.1.1.1"))
    serve = FakeServe()
    async with checking(machine, serve) as stage:
        await stage.sees("http://192.168.1.20:8420")
        machine.found = (LO, Found("eth0", "10.1.1.1"))
        await stage.press("r")
        await stage.sees("http://10.1.1.1:8420")


async def test_an_address_that_was_chosen_and_vanishes_is_said_at_once() -> None:
    machine = Machine(LO, WIFI, Found("eth0", "10.1.1.1"))
    async with checking(machine) as stage:
        await stage.sees("http://192.168.1.20:8420")
        await stage.press("down")
        await stage.sees("http://10.1.1.1:8420")
        machine.found = (LO, WIFI)
        await stage.press("r")
        await stage.sees("This laptop has lost the address")
        await stage.misses("http://10.1.1.1")
        await stage.press("up")
        await stage.sees("http://192.168.1.20:8420")


async def test_after_a_phone_that_works_one_may_ask_about_another_that_does_not() -> None:
    serve = FakeServe()
    async with checking(Machine(LO, WIFI), serve) as stage:
        await stage.sees("192.168.1.20:8420")
        saw(serve, "page", "join", "vote")
        saw(serve, "page", address="192.168.1.80")
        await stage.sees("It works: your phone", "Another device, 192.168.1.80: page")
        await stage.press("n")
        await stage.sees("1. Hotels', guests' and phones' Wi-Fis")


async def test_a_phone_that_kept_its_seat_counts_when_the_check_begins_again() -> None:
    serve = FakeServe()
    async with checking(Machine(LO, WIFI), serve) as stage:
        await stage.sees("192.168.1.20:8420")
        saw(serve, "page", "join", "vote")
        await stage.sees("It works")
        await stage.press("r")
        await stage.sees("○ page opened")
        saw(serve, "vote")
        await stage.sees("✓ joined", "It works")


async def test_the_setup_stays_as_it_was_behind_the_check() -> None:
    async with app_running() as stage:
        await stage.press("enter")
        await stage.on(SetupScreen)
        await stage.press("shift+tab")
        await stage.type("Ours ")
        title = stage.screen.query_one("#title", LineField).value
        assert "Ours" in title
        await stage.press("f4")
        await stage.on(RoomCheckScreen)
        await stage.burst("f4", "enter", "space", "x")
        assert isinstance(stage.screen, RoomCheckScreen)
        await stage.press("escape")
        await stage.on(SetupScreen)
        assert stage.screen.query_one("#title", LineField).value == title


async def test_the_command_ends_when_the_check_is_left() -> None:
    async with app_running(start=CheckRoom()) as stage:
        await stage.on(RoomCheckScreen)
        await stage.press("escape")
        await stage.until(lambda: stage.app._exit, "for the end")
        assert stage.app.status == 0


async def test_a_paste_does_no_harm() -> None:
    async with checking(Machine(LO, WIFI)) as stage:
        await stage.sees("192.168.1.20:8420")
        stage.app.post_message(events.Paste("nnn\x1b[31mrr\n" * 50))
        await stage.pilot.pause()
        assert isinstance(stage.screen, RoomCheckScreen)
        await stage.sees("○ page opened")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.EADDRNOTAVAIL, "x"), "This laptop has no address"),
        (PermissionError(errno.EACCES, "x"), "does not permit a port"),
        (OSError(errno.EADDRINUSE, "x"), "Every port that was tried"),
    ],
)
async def test_a_port_that_cannot_be_had_is_one_clear_sentence(error: OSError, words: str) -> None:
    serve = FakeServe(refused=error)
    async with checking(Machine(LO, WIFI), serve) as stage:
        await stage.sees(words)
        serve.refused = None
        await stage.press("r")
        await stage.sees("http://192.168.1.20:8420")


async def test_a_port_that_is_taken_is_said() -> None:
    async with checking(Machine(LO, WIFI), FakeServe(taken={8420})) as stage:
        await stage.sees("Port 8420 is taken: this is 8421.")


async def test_nothing_of_it_is_left_and_no_list_has_it(folder_of_its_own: Path) -> None:
    serve = FakeServe()
    async with checking(Machine(LO, WIFI), serve) as stage:
        await stage.sees("192.168.1.20:8420")
        assert len(left_in(folder_of_its_own)) == 1
        await stage.press("escape")
        await stage.until(lambda: not left_in(folder_of_its_own), "for an empty folder")
        assert serve.open == []
        sessions = places().sessions
        assert not sessions.exists() or not list(sessions.iterdir())


async def test_a_program_that_is_left_meanwhile_leaves_nothing_either(
    folder_of_its_own: Path,
) -> None:
    serve = FakeServe()
    async with checking(Machine(LO, WIFI), serve) as stage:
        await stage.sees("192.168.1.20:8420")
        await stage.press("ctrl+q")
    assert serve.open == []
    assert left_in(folder_of_its_own) == []


async def test_where_no_folder_can_be_had_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object, **_named: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    async with checking(Machine(LO, WIFI)) as stage:
        await stage.sees("The check needs a folder", "No space left")


async def test_a_client_over_loopback_walks_through_the_real_server() -> None:
    machine = Machine(LO)
    async with checking(machine, serve_phones) as stage:
        await stage.sees("no network")
        await stage.press("down")
        await stage.until(lambda: stage.screen.query_one(QrCode).text, "for the code")
        address, _slash, code = stage.screen.query_one(QrCode).text.rpartition("/")
        async with aiohttp.ClientSession(
            address.lower(), cookie_jar=aiohttp.CookieJar(unsafe=True)
        ) as phone:
            page = await phone.get(f"/{code}")
            assert page.status == 200
            says = await page.text()
            assert "A test of this room: nothing of it is kept." in says
            assert "one file on the laptop" not in says
            wrong = {"code": "00000000", "name": "", "role": ""}
            assert (await phone.post("/api/join", json=wrong)).status == 403
            joined = await phone.post("/api/join", json=wrong | {"code": code})
            assert joined.status == 200
            await stage.sees("✓ page opened", "✓ joined", "○ voted")
            question = (await joined.json())["question"]
            vote = {"id": "1", "question": question["ref"], "round": 1, "ballot": {"option": "yes"}}
            assert (await phone.post("/api/vote", json=vote)).status == 200
        await stage.sees("✓ voted, saved within", "That was this laptop itself")
