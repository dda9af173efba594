"""Nine phones, one hot seat and call-outs walk a whole workshop; in the middle the power fails.

The program runs in a real terminal, driven by the facilitator's keys; the phones speak to it over
its port. What they voted is compared with the session file by a reader that knows nothing of the
program: every vote is there, once.
"""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, expect
from support.browser import needs_browser
from support.browser_phones import Ballot, BrowserPhone, Question, answer_of, chromium, same_ballot
from support.journal_reader import JournalReader, Where
from support.terminal import ROOT, Terminal, command_line, needs_tmux
from support.walk import open_the_hot_seat, pad_keys

PACKS = ROOT / "tests" / "data" / "packs"
WORKSHOPS = os.environ.get("NINE_PHONES", "every-kind-walk").split()
"""A question of each kind takes a minute; `NINE_PHONES=full-walk` walks the workshop that ships."""
NAMES = ("Ada", "Ben Öz", "Chloé", "Дарья", "עדי", "[b]Fay[/b]", "Gus O'Neil", "Hu 🦊", "Ivo-Maria")
HOT = "Jo Seat"
CALLED = 2
PRESENT = len(NAMES) + 1 + CALLED
SUBJECT = "Its name"
"""The field in which a room names what a scenario is about, before it goes on."""
KILLED_AT = 5
"""The question during which the power fails, from 1."""
TALLIED = {"choice", "hands", "rate", "pairs", "curve", "grid"}
pytestmark = [needs_tmux, needs_browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as made:
        yield made


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    home = tmp_path / "mops"
    (home / "packs").mkdir(parents=True)
    for pack in PACKS.glob("every-kind*.toml"):
        shutil.copy(pack, home / "packs")
    made = Terminal(home)
    yield made
    made.close()


@contextmanager
def low_ports_taken() -> Iterator[None]:
    """Nobody else gets the ports from 8420 on meanwhile: a room that opens takes one above them.

    Whoever opens a room takes the lowest port that is free. While the program is killed here its
    port is free for a moment, and other tests must not be given it.
    """
    with ExitStack() as held:
        for port in range(8420, 8440):
            one = held.enter_context(socket.socket())
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as a room does
            with suppress(OSError):
                one.bind(("127.0.0.1", port))
                one.listen()
        yield


class Room:
    """The facilitator at her keyboard, one person in the hot seat, and the phones.

    Attributes:
        phones: The phones, once people have joined.
        meant: What each of them meant to vote, by round.
        kinds: The kind of each question.
    """

    def __init__(self, terminal: Terminal, workshop: str) -> None:
        self.terminal = terminal
        self.workshop = workshop
        self.phones: Sequence[BrowserPhone] = ()
        self.meant: dict[Where, dict[str, Ballot]] = {}
        self.kinds: dict[Where, str] = {}

    @property
    def file(self) -> JournalReader:
        """The one session that there is."""
        (path,) = (self.terminal.home / "sessions").glob("*.toml")
        return JournalReader(path)

    def set_up(self) -> None:
        """Somebody without a phone in the list, and two whom nobody knows by name."""
        self.terminal.start("run", self.workshop)
        self.terminal.wait_for("Continue: who is in the room?")
        self.terminal.keys("Enter")
        self.terminal.wait_for("How many people")
        self.terminal.keys("Tab")
        self.terminal.wait_cursor_in(range(2, 5))
        self.terminal.keys("Tab")
        self.terminal.wait_cursor_in(range(5, 12))
        self.terminal.fill(HOT)
        self.terminal.keys("F2")
        self.terminal.wait_for("1 person in this list")
        self.terminal.keys("Enter")
        self.terminal.wait_for("1 person present")
        self.terminal.keys("p")
        self.terminal.wait_for("Who is here")
        for present in range(2, PRESENT + 1):
            self.terminal.keys("+")
            self.terminal.wait_for(f"{present} people present")
        self.terminal.keys("Escape")
        self.terminal.wait_gone("Who is here")

    def open(self) -> str:
        """Press j, take the address that stands first; what a camera reads from the screen."""
        self.terminal.keys("j")
        self.terminal.wait_for("Open the room to phones?")
        self.terminal.keys("Enter")
        self.terminal.wait_for("Close the room")  # the lobby has a code already, behind it
        read: list[str] = []

        def is_read() -> bool:
            read.append(scanned(self.terminal.screen()))
            return bool(read[-1])

        self.terminal.until(is_read, about="a code to scan")
        self.terminal.keys("Escape")
        self.terminal.wait_for("j shows how to join")
        return read[-1]

    def onward(self) -> None:
        """Space, until something has happened; where it asks once more, once more."""
        before = self.file.last
        for _ in range(4):
            asked = self.terminal.screen().count("Space again")
            self.terminal.keys("Space")
            self.terminal.until(
                partial(self._answered, before, asked), about="an answer to the space bar"
            )
            if self.file.last > before:
                return
            if SUBJECT in self.terminal.screen():
                self.terminal.type("the new brief")
                self.terminal.keys("F2")
                self.terminal.wait_gone(SUBJECT)
        raise AssertionError(f"the space bar leads nowhere:\n{self.terminal}")

    def _answered(self, last: int, asked: int) -> bool:
        screen = self.terminal.screen()
        return self.file.last > last or SUBJECT in screen or screen.count("Space again") > asked

    def to_the_next_vote(self) -> Where | None:
        """Onward until people can vote; None when the workshop is closed."""
        while (where := self.file.open_round()) is None or where in self.meant:
            if self.file.kinds("session-closed"):
                return None
            self.onward()
        self.meant[where] = {}
        return where

    def question(self, where: Where) -> Question:
        """The question as the phones are given it."""
        question: Question = {}

        def asked() -> bool:
            question.update(self.phones[0].asked()["question"] or {})
            return (question.get("ref"), question.get("round")) == where

        self.terminal.until(asked, about=f"{where} on the phones, which have {question}")
        self.kinds[where] = question["kind"]
        return question

    def answer(self, person: int, question: Question) -> None:
        """Somebody answers on their phone."""
        phone = self.phones[person]
        phone.wait_for(question["prompt"])
        ballot = answer_of(question, person)
        self.meant[question["ref"], question["round"]][phone.name] = ballot
        phone.answer(question, ballot)

    def vote_in_the_hot_seat(self, question: Question) -> None:
        """One person answers at the keyboard."""
        open_the_hot_seat(self.terminal)
        self.terminal.wait_for("The keyboard is yours. Who are you?")
        self.terminal.wait_match(rf"[○●] {HOT}")
        self.terminal.keys("Enter")
        self.terminal.wait_gone("Who are you?")
        self.terminal.wait_for("Hand in")
        self.terminal.keys(*hot_seat_keys(question))
        self.terminal.wait_for(f"{HOT}: your vote is in and saved.")
        self.terminal.keys("Escape")
        self.terminal.wait_gone("Who are you?")

    def call_out(self, question: Question) -> None:
        """Two people call out the first answer."""
        self.terminal.keys("g")
        self.terminal.wait_for("What the room calls out")
        items = len(question.get("items", ())) or 1
        for number in range(items):
            if items > 1:
                self.terminal.wait_for(f"{number + 1} of {items}")
            self.terminal.fill(f"{CALLED} 1")
            self.terminal.keys("Enter")
            self.terminal.wait_for(f"{CALLED} called-out votes are counted.")
        self.terminal.keys("Escape")
        self.terminal.wait_gone("What the room calls out")

    def wait_for_votes(self, where: Where) -> None:
        """Everybody has voted; the room's screen says so."""
        called = CALLED if self.kinds[where] in TALLIED else 0
        voted = len(self.meant[where]) + 1 + called
        self.terminal.wait_match(rf"\b{voted} of {PRESENT} ha(s|ve) voted")


def scanned(screen: str) -> str:
    """What a phone's camera makes of a screen: the QR code in it, or ""."""
    lines = screen.splitlines()
    width = max(map(len, lines), default=0)
    if not width:
        return ""
    image = Image.new("L", (width, 2 * len(lines)))
    for row, line in enumerate(lines):
        for column, sign in enumerate(line):
            image.putpixel((column, 2 * row), 255 if sign in "█▀" else 0)
            image.putpixel((column, 2 * row + 1), 255 if sign in "█▄" else 0)
    larger = image.resize((image.width * 4, image.height * 4), Image.Resampling.NEAREST)
    return next((found.text for found in zxingcpp.read_barcodes(larger)), "")


def hot_seat_keys(question: Question) -> list[str]:
    """The keys with which somebody answers at the keyboard: the first of everything."""
    match question["kind"]:
        case "rank":
            return ["1", "Enter"]
        case "text":
            return ["F3"]
        case "grid":
            return ["Right", "Up", "Enter"]
        case "curve":
            return ["Right", *["Down", "Right"] * (len(question["items"]) - 1), "Enter"]
        case "allocate":
            return ["9", "Down", "1", "Enter"]
        case "rate":
            levels = [level["id"] for level in question["levels"]]
            told = {"kind": "rate", "levels": levels}
            return pad_keys(told, [1] * len(question["items"]))
        case "pairs":
            return ["1"] * len(question["items"]) + ["Enter"]
        case _:
            return ["1", "Enter"]


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_nine_phones_walk_it_all_and_every_vote_is_in_the_file_once(
    terminal: Terminal, browser: Browser, workshop: str
) -> None:
    room = Room(terminal, workshop)
    room.set_up()
    with low_ports_taken():
        address = room.open()
    room.phones = [BrowserPhone(browser, name) for name in NAMES]
    for phone in room.phones:
        phone.scan(address)
        phone.join("Guest")
    while (where := room.to_the_next_vote()) is not None:
        question = room.question(where)
        if len(room.meant) == KILLED_AT:
            the_power_fails(room, question)
        else:
            for person in range(len(NAMES)):
                room.answer(person, question)
        for phone in room.phones:
            phone.wait_until_saved()
        room.vote_in_the_hot_seat(question)
        if question["kind"] in TALLIED:
            room.call_out(question)
        room.wait_for_votes(where)
        room.onward()
    for phone in room.phones:
        phone.wait_for_the_end()
    check(room)


def the_power_fails(room: Room, question: Question) -> None:
    """Six have voted; one votes as the program is killed, one while it is away, one afterwards."""
    *before, in_it, away, after = range(len(NAMES))
    for person in before:
        room.answer(person, question)
    for person in before:
        room.phones[person].wait_until_saved()
    for person in (away, after):
        room.phones[person].wait_for(question["prompt"])
    people = room.file.names()
    room.answer(in_it, question)
    room.terminal.kill9()
    room.answer(away, question)
    expect(room.phones[away].page.locator("#status")).to_contain_text("kept on this phone")
    room.terminal.start()
    room.terminal.wait_for("resume")
    room.terminal.keys("Tab")
    room.terminal.wait_for("unfinished. Enter")
    room.terminal.keys("Enter")
    room.terminal.wait_for("The room is open to phones again, at the same address.")
    room.answer(after, question)
    for phone in room.phones:
        phone.wait_until_saved()
        assert phone.name in phone.who
    assert room.file.names() == people, "somebody has become somebody else"


def check(room: Room) -> None:
    """Every vote is in the file, once, as it left the phone; and nothing else is."""
    file = room.file
    told, called = file.votes(), file.called()
    assert told.keys() == room.meant.keys()
    for where, meant in room.meant.items():
        by_phone = {vote.name: vote.ballot for vote in told[where] if vote.via == "phone"}
        assert len(told[where]) == len(NAMES) + 1, (where, told[where])
        for phone in room.phones:
            (sent,) = (s for s in phone.sent.values() if (s["question"], s["round"]) == where)
            assert by_phone[phone.name] == sent["ballot"], (where, phone.name)
            assert same_ballot(sent["ballot"], meant[phone.name]), (where, phone.name)
        others = [(vote.name, vote.via) for vote in told[where] if vote.via != "phone"]
        assert others == [(HOT, "seat")], where
        assert called.get(where, 0) == (CALLED if room.kinds[where] in TALLIED else 0)
    assert len(file.names()) == len(NAMES) + 1
    checked = command_line(room.terminal.home, "check", str(file.path))
    assert checked.returncode == 0, checked.stdout
