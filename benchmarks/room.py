"""40, 500 and 1,000 phones in one room: joining, voting, being told, and coming back after a crash.

    python benchmarks/room.py [--phones 40 500 1000] [--runs 1] [--json]

The program itself runs in a terminal of 80 x 24 and draws; the phones are another process, over
loopback. They all join at once; all vote within one second; then each changes its vote at a moment
of its own, at 50 votes a second at most. The facilitator blanks the screen, reveals, and opens a
second vote; in the middle of that one the program is killed, is started again, and every phone
comes back as who it was. Last, a reader of its own looks into the file: is every vote there that
was answered, and each of them once?
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import fcntl
import json
import os
import random
import resource
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from needs import needs

needs("pyte")

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import pyte
from room_file import read
from room_phones import Phone
from support.phones import workshop_header

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.keeping import BookKeeper

QUESTION = "org-placement/ten-points"
OPTIONS = ("marketing", "it", "sales", "revops")
SIZE = (80, 24)
JOIN_BUDGET = {40: 10.0}
"""Seconds until 40 phones have joined that all scan at once."""
BURST_BUDGET = {40: 100.0}
"""Milliseconds from a tap to the answer that it is saved, p99, while all vote within a second."""
PACED_BUDGET = {40: 100.0, 500: 150.0, 1000: 150.0}
"""Likewise once they vote when they please."""
TOLD_BUDGET = {40: 250.0, 500: 500.0, 1000: 1000.0}
"""Milliseconds from the facilitator's key until the last phone has what it did."""
BACK_BUDGET = {40: 2.0, 500: 5.0, 1000: 10.0}
"""Seconds from the moment when the port is open again until all phones are back and answered."""
MEMORY_BUDGET = {1000: 100.0}
"""Kilobytes a phone."""
PACE = 50.0
"""Votes a second at most, once the first rush is over: a thousand people take twenty seconds."""
PATIENCE = 60.0


class Program:
    """The program in a terminal of its own, read by the loop that runs the phones."""

    def __init__(self, home: Path, watch: Path, *arguments: str) -> None:
        """Start it."""
        self.watch = watch
        self._screen = pyte.Screen(*SIZE)
        self._stream = pyte.ByteStream(self._screen)
        self._drawn = b""
        ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, str(ROOT / "benchmarks" / "room_app.py"), str(watch), *arguments],
            env={**os.environ, "MOPS_TUI_HOME": str(home), "TERM": "xterm-256color"},
            preexec_fn=lambda: os.login_tty(theirs),  # noqa: PLW1509 - no thread yet
        )
        os.close(theirs)
        self._terminal = ours
        os.set_blocking(ours, False)
        asyncio.get_running_loop().add_reader(ours, self._read)

    def _read(self) -> None:
        with contextlib.suppress(BlockingIOError, OSError):
            self._drawn += os.read(self._terminal, 1 << 16)

    @property
    def screen(self) -> str:
        """What stands on the terminal."""
        self._stream.feed(self._drawn)
        self._drawn = b""
        return "\n".join(self._screen.display)

    def press(self, key: str) -> None:
        """Press a key."""
        os.write(self._terminal, key.encode())

    @property
    def memory(self) -> float:
        """Kilobytes that it holds."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("utf-8")
        return float(status.partition("VmRSS:")[2].split()[0])

    async def noted(self) -> dict[str, Any]:
        """The lags of its loop since the last time, and how often it drew."""
        self.watch.unlink(missing_ok=True)
        self._process.send_signal(signal.SIGUSR1)
        await until(self.watch.exists, "the watch", self)
        noted: dict[str, Any] = json.loads(self.watch.read_text("utf-8"))
        return noted

    def kill(self) -> None:
        """End it at once, whatever it does."""
        self._process.kill()
        self._gone()

    async def end(self) -> None:
        """Let it end as it does when its terminal is told to."""
        self._process.terminate()
        await until(lambda: self._process.poll() is not None, "the end", self)
        self._gone()

    def _gone(self) -> None:
        self._process.wait(PATIENCE)
        asyncio.get_running_loop().remove_reader(self._terminal)
        os.close(self._terminal)


async def until(holds: Callable[[], object], about: str, program: Program) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise RuntimeError(f"waited {PATIENCE:.0f} s for {about}:\n{program.screen}")
        await asyncio.sleep(0.005)


@dataclass
class Figures:
    """What was measured in one room; milliseconds where nothing else is said."""

    joined: float = 0.0
    burst: list[float] = field(default_factory=list)
    paced: list[float] = field(default_factory=list)
    told: list[float] = field(default_factory=list)
    revealed: float = 0.0
    back: float = 0.0
    memory: float = 0.0
    lags: dict[str, list[float]] = field(default_factory=dict)
    frames: dict[str, int] = field(default_factory=dict)
    slowed: int = 0
    again: int = 0
    event_bytes: float = 0.0
    lost: int = 0
    double: int = 0
    strangers: int = 0


def ballot(number: int, tap: int) -> dict[str, Any]:
    """A vote that differs from the one before of the same phone, and from its neighbours'."""
    some = (number + tap) % 11
    first, second = OPTIONS[number % 4], OPTIONS[(number + 1) % 4]
    return {"options": [first, second], "points": [some, 10 - some]}


async def prepare(folder: Path) -> tuple[Path, Book]:
    """A workshop that stands at its question, as a crash would have left it, its room open."""
    sessions = folder / "sessions"
    session = LiveSession.create(sessions, workshop_header("full-walk", id="by-phone"))
    writing = asyncio.create_task(session.run())
    session.ask(cmd.Show(View("question", QUESTION)))
    await session.settled()
    session.end()
    await writing
    session.close()
    return session.path, await kept_book(folder / "state", "by-phone")


async def kept_book(state: Path, session: str) -> Book:
    """The room's book, as it is kept while the room is open over loopback."""
    book = Book(host="127.0.0.1", port=free_port(), open=True)
    await BookKeeper(state, session).keep(book)
    return book


def free_port() -> int:
    """A port that nobody listens at."""
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        number: int = taken.getsockname()[1]
        return number


async def opened(program: Program, port: int) -> float:
    """When the room was open: phones can connect."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.01)
        else:
            writer.close()
            return time.monotonic()
    raise RuntimeError(f"the room does not open:\n{program.screen}")


async def all_told(phones: Sequence[Phone], mark: bytes, act: Callable[[], None]) -> float:
    """Milliseconds from an act until the last phone has a state that shows it."""
    seeing = [phone.seeing(mark) for phone in phones]
    begun = time.monotonic()
    act()
    last = max(await asyncio.wait_for(asyncio.gather(*seeing), PATIENCE))
    return (last - begun) * 1000


async def spread(
    phones: Sequence[Phone], seconds: float, act: Callable[[Phone], Awaitable[float]]
) -> list[float]:
    """Let each phone do something once, spread over some seconds; milliseconds of each."""

    async def later(phone: Phone, wait: float) -> float:
        await asyncio.sleep(wait)
        return await act(phone) * 1000

    draw = random.Random(len(phones))
    waits = [draw.uniform(0, seconds) for _ in phones]
    return sorted(await asyncio.gather(*map(later, phones, waits)))


async def measure(folder: Path, count: int) -> Figures:
    """One room from its first phone to its last byte."""
    path, book = await prepare(folder)
    figures, watch = Figures(), folder / "watch.json"
    program = Program(folder, watch, "resume", str(path))
    await opened(program, book.port)
    await until(lambda: "have voted" in program.screen, "the vote on the screen", program)
    await program.noted()
    bare = program.memory

    async def note(part: str) -> None:
        noted = await program.noted()
        figures.lags[part], figures.frames[part] = sorted(noted["lags"]), noted["frames"]

    phones = [Phone(number, book.port, book.code) for number in range(1, count + 1)]
    begun = time.monotonic()
    await asyncio.gather(*(phone.join() for phone in phones))
    figures.joined = time.monotonic() - begun
    for phone in phones:
        phone.listen()
    await until(lambda: all(phone.state for phone in phones), "the first states", program)
    await note("joining")

    def votes(round_: int, tap: int) -> Callable[[Phone], Awaitable[float]]:
        return lambda phone: phone.vote(QUESTION, round_, ballot(phone.number, tap))

    figures.burst = await spread(phones, 1.0, votes(1, 0))
    await note("all within a second")
    sent = sum(phone.event_bytes for phone in phones)
    seconds = max(10.0, count / PACE)
    figures.paced = await spread(phones, seconds, votes(1, 1))
    figures.again = sum(tap.sent - 1 for phone in phones for tap in phone.taps)
    figures.event_bytes = (sum(phone.event_bytes for phone in phones) - sent) / count
    await note("paced")
    figures.memory = (program.memory - bare) / count
    for _ in range(3):
        for blank in (b'"blank":true', b'"blank":false'):
            await asyncio.sleep(1.0)  # a hand that is not bouncing
            figures.told.append(await all_told(phones, blank, lambda: program.press("b")))
    await asyncio.sleep(1.0)
    figures.revealed = await all_told(phones, b'"phase":"revealed"', lambda: program.press("r"))
    await asyncio.sleep(1.0)
    await all_told(phones, b'"round":2', lambda: program.press("v"))
    await note("the facilitator's keys")

    # Half of the room has voted when the program is killed; the rest finds nobody, and tries on.
    going_on = asyncio.ensure_future(spread(phones, 1.0, votes(2, 2)))
    await asyncio.sleep(0.5)
    program.kill()
    before = [phone.events for phone in phones]
    program = Program(folder, watch, "resume", str(path))
    again = await opened(program, book.port)
    await going_on
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while figures.strangers or not figures.back:
                await asyncio.sleep(0.01)
                figures.back = time.monotonic() - again
                figures.strangers = sum(
                    1
                    for phone, seen in zip(phones, before, strict=True)
                    if phone.events == seen or not phone.is_itself
                )
    await note("coming back")
    figures.slowed = sum(phone.slowed for phone in phones)
    await asyncio.gather(*(phone.leave() for phone in phones))
    await program.end()
    figures.lost, figures.double = counted(path, phones)
    return figures


def counted(path: Path, phones: Sequence[Phone]) -> tuple[int, int]:
    """How many votes that were answered are not in the file, and how many are there twice."""
    written = read(path)
    lost = double = written.out_of_order
    double += sum(many - 1 for many in written.seats.values()) + abs(
        len(written.seats) - len(phones)
    )
    for phone in phones:
        for round_ in (1, 2):
            of = written.votes.get((QUESTION, round_), {}).get(phone.name, [])
            taps = [tap for tap in phone.taps if tap.round == round_]
            there = Counter(json.dumps(one, sort_keys=True) for one in of)
            for tap in taps:
                times = there.pop(json.dumps(tap.ballot, sort_keys=True), 0)
                lost += tap.saved and not times
                double += max(0, times - 1)
            double += sum(there.values())
            lost += bool(taps) and (not of or of[-1] != taps[-1].ballot)
    return lost, double


def p(values: Sequence[float], share: float) -> float:
    """The value below which a share of some sorted ones lies."""
    return values[min(len(values) - 1, int(len(values) * share))]


Row = tuple[str, str, str, str, bool]


def rows(count: int, figures: Figures) -> list[Row]:
    """The rows of a room for the table: what has a budget, with what belongs to it."""
    people = f"{count:,} phones"
    made: list[Row] = []

    def row(title: str, value: float, unit: str, budgets: dict[int, float], more: str = "") -> None:
        budget = budgets.get(count)
        if budget is not None:
            shown = f"{value:.1f} {unit}" if unit == "s" else f"{value:.0f} {unit}"
            share = f"{value / budget:.2f} × the budget"
            made.append((title, f"{budget:g} {unit}", shown + more, share, value <= budget))

    burst, half = p(figures.burst, 0.99), p(figures.burst, 0.5)
    row(f"{people} join at once", figures.joined, "s", JOIN_BUDGET)
    row(f"{people} all vote within a second: tap to saved, p99", burst, "ms", BURST_BUDGET,
        f"; p50 {half:.0f} ms")  # fmt: skip
    paced, half = p(figures.paced, 0.99), p(figures.paced, 0.5)
    more = f"; p50 {half:.0f} ms; loop lag p99 {p(figures.lags['paced'], 0.99):.0f} ms"
    if count not in BURST_BUDGET:
        more += f"; all within a second: p99 {burst:.0f} ms"
    row(f"{people} vote when they please: tap to saved, p99", paced, "ms", PACED_BUDGET, more)
    told = max(*figures.told, figures.revealed)
    row(f"{people}: the facilitator's key to the last of them", told, "ms", TOLD_BUDGET,
        f"; p50 {statistics.median(figures.told):.0f} ms")  # fmt: skip
    row(f"{people}: back after a kill -9, as who they were", figures.back, "s", BACK_BUDGET)
    row(f"{people}: memory of each", figures.memory, "kB", MEMORY_BUDGET)
    wrong = figures.lost + figures.double + figures.strangers
    limit, found = "none lost, none double", f"{figures.lost} lost, {figures.double} double"
    if figures.strangers:
        found += f"; {figures.strangers} not who they were"
    made.append((f"{people}: their votes in the file", limit, found, "", not wrong))
    return made


def tell(count: int, figures: Figures) -> None:
    """Everything, for a person."""
    print(f"\n{count} phones: joined in {figures.joined:.1f} s; {figures.memory:.0f} kB each")
    for name, waits in (("within a second", figures.burst), ("when they please", figures.paced)):
        print(
            f"  {name}: p50 {p(waits, 0.5):.0f} ms, p99 {p(waits, 0.99):.0f}, worst {waits[-1]:.0f}"
        )
    for title, budget, measured, share, good in rows(count, figures):
        print(f"  {title:62} {measured}   budget {budget}   {share} {'' if good else 'OVER'}")
    for part, lags in figures.lags.items():
        print(
            f"  loop lag, {part:24} p50 {p(lags, 0.5):6.1f}  p99 {p(lags, 0.99):6.1f}  "
            f"worst {lags[-1]:6.1f} ms   {figures.frames[part]} frames drawn"
        )
    print(f"  sent to each phone while the votes were paced: {figures.event_bytes / 1000:.0f} kB; "
          f"told to wait {figures.slowed} times, hung up on {figures.again} times")  # fmt: skip


def main() -> int:
    """Measure, print, and fail when over a budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, nargs="+", default=[40, 500, 1000])
    parser.add_argument("--json", action="store_true", help="rows for benchmarks/run.py")
    options = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))  # two sockets a phone, at both ends
    made: list[Row] = []
    for count in options.phones:
        with tempfile.TemporaryDirectory() as name:
            figures = asyncio.run(measure(Path(name), count))
        tell(count, figures)
        made += rows(count, figures)
    if options.json:
        print(json.dumps(made))
    return 0 if all(row[-1] for row in made) else 1


if __name__ == "__main__":
    raise SystemExit(main())
