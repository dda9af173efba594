"""500 votes at once: how long until each is acknowledged, which means durable.

    python benchmarks/durable_votes.py [--votes 500] [--runs 9] [--folder FOLDER]

Each run asks for all votes in one go and notes for each when the disk had confirmed it. Beside
it, in turn, the same bytes in the same batches are written and fsynced bare. Afterwards the file
is read back: every vote must be there once.
"""

from __future__ import annotations

import argparse
import asyncio
import compileall
import json
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from needs import needs

needs()

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
compileall.compile_dir(ROOT / "mops_tui", quiet=2)  # PYTHONDONTWRITEBYTECODE may be set

from support.sessions import header

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.events import VoteCast
from mops_tui.model.session.state import View
from mops_tui.sources.live import LiveSession
from mops_tui.storage.files.disk import OsDisk
from mops_tui.storage.sessions import journal

BUDGET = 150.0
QUESTION = "demo/where"


class NotingDisk(OsDisk):
    """The real disk, which notes the size of each batch that it made durable."""

    def __init__(self) -> None:
        """Begin with no batch."""
        self.batches: list[int] = []
        self._pending = 0

    def write(self, fd: int, data: bytes | memoryview) -> int:
        """Append, and add up."""
        written = super().write(fd, data)
        self._pending += written
        return written

    def fsync(self, fd: int) -> None:
        """One batch more."""
        super().fsync(fd)
        self.batches.append(self._pending)
        self._pending = 0


async def vote(folder: Path, count: int, run: int) -> tuple[list[float], list[int], int, int]:
    """One room that votes at once.

    Returns:
        The milliseconds until each acknowledgement, the bytes of each batch, and how many votes
        were lost and doubled.
    """
    disk = NotingDisk()
    session = LiveSession.create(folder, header(id=f"run-{run}"), disk=disk)
    task = asyncio.create_task(session.run())
    for seat in range(count):
        session.ask(cmd.Join(f"p{seat}", f"Person {seat}"))
    session.ask(cmd.Show(View("question", QUESTION)))
    await session.settled()
    disk.batches.clear()

    asked_at: dict[int, float] = {}
    waits: list[float] = []

    def acknowledged() -> None:
        now, durable = time.perf_counter(), session.durable.seq
        while asked_at and (first := next(iter(asked_at))) <= durable:
            waits.append((now - asked_at.pop(first)) * 1000)

    session.subscribe(acknowledged)
    for seat in range(count):
        begun = time.perf_counter()
        outcome = session.ask(cmd.CastVote(QUESTION, f"p{seat}", Choice("abc"[seat % 3])))
        assert isinstance(outcome, tuple), outcome
        asked_at[outcome[-1].seq] = begun
    await session.settled()
    batches = list(disk.batches)
    session.end()
    await task
    session.close()
    counts = Counter(
        event.participant
        for event in journal.read(session.path).events
        if isinstance(event, VoteCast)
    )
    assert len(waits) == count, "an acknowledgement is missing"
    return waits, batches, count - len(counts), sum(counts.values()) - len(counts)


def bare(folder: Path, batches: list[int], run: int) -> float:
    """Milliseconds for the same bytes in the same batches, with nothing around them."""
    fd = os.open(folder / f"bare-{run}", os.O_RDWR | os.O_CREAT | os.O_APPEND)
    disk = OsDisk()
    try:
        blocks = [b"x" * size for size in batches]
        begun = time.perf_counter()
        for block in blocks:
            os.write(fd, block)
            disk.fsync(fd)
        return (time.perf_counter() - begun) * 1000
    finally:
        os.close(fd)


def main() -> int:
    """Measure, print, and fail when over the budget or when a vote is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--votes", type=int, default=500)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--folder", help="a folder on the disk to measure")
    parser.add_argument("--json", action="store_true", help="rows for benchmarks/run.py")
    options = parser.parse_args()
    p50s, p99s, raws, sizes = [], [], [], []
    lost = doubled = 0
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        for run in range(options.runs):
            waits, batches, lost_votes, twice = asyncio.run(vote(Path(name), options.votes, run))
            raws.append(bare(Path(name), batches, run))
            waits.sort()
            p50s.append(statistics.median(waits))
            p99s.append(waits[int(len(waits) * 0.99)])
            sizes.append(len(batches))
            lost, doubled = lost + lost_votes, doubled + twice
    p50, p99, raw = map(statistics.median, (p50s, p99s, raws))
    good = max(p99s) <= BUDGET and not lost and not doubled
    if options.json:
        title = f"durable votes: {options.votes} at once, acknowledgement p99"
        measured = f"{p99:.0f} ms; {lost} lost, {doubled} double"
        ratio = f"{p99 / raw:.1f} × bare write and fsync ({raw:.1f} ms)"
        print(
            json.dumps([[title, f"{BUDGET:.0f} ms; none lost, none double", measured, ratio, good]])
        )
        return 0 if good else 1
    print(f"{options.votes} votes at once, {options.runs} runs, about {sizes[0]} batches each")
    print(f"acknowledged       p50 {p50:6.1f} ms   p99 {p99:6.1f} ms   worst {max(p99s):6.1f} ms")
    print(f"bare write, fsync      {raw:6.1f} ms   ratio {p99 / raw:.1f} x")
    print(f"lost {lost}, double {doubled}   budget {BUDGET:.0f} ms")
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
