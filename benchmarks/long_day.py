"""A long day: 2,000 commands with 40 people. Does it grow heavy?

    python benchmarks/long_day.py [--commands 2000] [--people 40] [--json]

The app runs on a screen of 120 x 40 without a terminal. One command is one key or one vote, and
what it costs runs until the app has nothing more to do. The order is that of a workshop: a
question, votes, the hot seat opened and left, a dark screen, a reveal, its pages, a look back,
something written down, the timer, dialogs; then the next question, and another round where all
were asked.

Memory is resident memory after the commands, against that after the first hundred. The slowest
keys are the 99th percentile of the last quarter of the keys, against that of the second quarter:
the first is where Python and the screens warm up. Votes are not keys; they count as commands.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from needs import needs

needs()

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "docs")]

from screenshots import ballot
from support.pilot import Stage, workshop

from mops_tui.model.packs.workshop import assemble, refs
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import View
from mops_tui.storage.folders.places import HOME_VARIABLE, pack_folders, places
from mops_tui.storage.packs.packs import load_library

MEMORY_BUDGET = 1.2
"""Times the memory after the first hundred commands."""
PACE_BUDGET = 1.3
"""Times the slowest keys of the second quarter."""
WARM = 100
"""Commands until memory is measured first."""
VOTES = 12
"""Votes a question; forty would leave little but votes of the day."""
OPENED = "2026-11-02T09:30:00+00:00"
BEFORE = "b b h escape g escape n escape p escape question_mark escape"
"""Keys while a question is open: each dialog is opened and left."""
AFTER = (
    "tab tab tab o tab pageup pageup f5 d escape i escape k escape l escape a escape q q q "
    "t plus t T f9 f9 f9 ctrl+p escape"
)
"""Keys once it is revealed."""
DIALOGS = frozenset(("h", "g", "n", "p", "question_mark", "d", "i", "k", "l", "a", "ctrl+p"))
"""Keys that open something, which the next key leaves."""


def resident() -> float:
    """Resident memory in MB."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def day(stage: Stage, people: int) -> Iterator[cmd.Command | str]:
    """The commands of a day without an end; a text is a key."""
    draw = random.Random(7)
    questions = [ref for s in stage.head.workshop.scenarios for ref in refs(s)]
    while True:
        for ref in questions:
            yield cmd.Show(View("question", ref))
            round_ = stage.head.round(ref)
            if round_ is not None and round_.phase == "revealed":
                yield cmd.OpenRound(ref)
            question = stage.head.question(ref)
            assert question is not None
            yield from BEFORE.split()
            for seat in draw.sample(range(1, people + 1), min(VOTES, people)):
                yield cmd.CastVote(ref, f"p{seat}", ballot(question, draw, seat / people))
            yield cmd.Reveal(ref)
            yield from AFTER.split()


async def walk(stage: Stage, people: int, commands: int) -> AsyncIterator[tuple[int, float]]:
    """Carry the commands out; (number, milliseconds) of each key and 0 for what is none."""
    desk = stage.screen
    for number, step in zip(range(1, commands + 1), day(stage, people), strict=False):
        if isinstance(step, str):
            begun = time.perf_counter()
            await stage.pilot.press(step)
            if step in DIALOGS:
                await stage.until(lambda: stage.screen is not desk, f"for what {step} opens")
            elif step == "escape":
                await stage.until(lambda: stage.screen is desk, "for the workshop")
            await stage.settled()
            yield number, (time.perf_counter() - begun) * 1000
        else:
            await stage.do(step)
            yield number, 0.0


def slowest(times: list[float]) -> float:
    """The 99th percentile."""
    return sorted(times)[int(len(times) * 0.99)]


async def measure(commands: int, people: int) -> tuple[float, float, float, float]:
    """Memory after the first hundred and at the end; slow keys of the second and last quarter."""
    library = load_library(pack_folders(places().packs))
    pack = library.workshops["full-walk"]
    run = assemble(pack.agenda, library.scenarios, id=pack.id, title=pack.title)
    header = Header.model_validate({"id": "day", "title": "Day", "opened": OPENED, "workshop": run})
    room = [(f"Person {n}", "Analyst") for n in range(1, people + 1)]
    early, keys = 0.0, list[tuple[int, float]]()
    async with workshop(people=room, size=(120, 40), head=header) as stage:
        async for number, took in walk(stage, people, commands):
            if number == WARM:
                early = resident()
            if took:
                keys.append((number, took))
        late = resident()
    quarter = commands / 4
    second = [took for number, took in keys if quarter < number <= 2 * quarter]
    last = [took for number, took in keys if number > 3 * quarter]
    return early, late, slowest(second), slowest(last)


def main() -> int:
    """Measure, print, and fail when over a budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commands", type=int, default=2000)
    parser.add_argument("--people", type=int, default=40)
    parser.add_argument("--json", action="store_true", help="rows for benchmarks/run.py")
    options = parser.parse_args()
    if options.commands < 4 * WARM:
        parser.error(f"at least {4 * WARM} commands")
    with tempfile.TemporaryDirectory() as folder:
        os.environ[HOME_VARIABLE] = folder
        measured = asyncio.run(measure(options.commands, options.people))
    early, late, second, last = measured
    grown, slower = late / early, last / second
    slim, flat = grown <= MEMORY_BUDGET, slower <= PACE_BUDGET
    print(f"{options.commands:,} commands, {options.people} people")
    print(f"memory   {early:.0f} MB after {WARM}, {late:.0f} MB at the end   {grown:.2f} x   "
          f"budget {MEMORY_BUDGET} x")  # fmt: skip
    print(f"key p99  {second:.0f} ms in the second quarter, {last:.0f} ms in the last   "
          f"{slower:.2f} x   budget {PACE_BUDGET} x")  # fmt: skip
    if options.json:
        title = f"a day of {options.commands:,} commands, {options.people} people"
        rows = [
            [f"{title}: memory", f"{MEMORY_BUDGET} × that after the first {WARM}",
             f"{late:.0f} MB; {early:.0f} MB", f"{grown:.2f} ×", slim],
            [f"{title}: key p99 of the last quarter", f"{PACE_BUDGET} × that of the second",
             f"{last:.0f} ms; {second:.0f} ms", f"{slower:.2f} ×", flat],
        ]  # fmt: skip
        print(json.dumps(rows))
    return 0 if slim and flat else 1


if __name__ == "__main__":
    raise SystemExit(main())
