"""Two hundred packs and two thousand sessions: do home and setup still answer at once?

    python benchmarks/many_files.py [--packs 200] [--sessions 2000] [--runs 5] [--json]

Everything is measured against `tomllib.load` of the packs. Home shows its lists from the first
lines of each pack and from the sessions that changed last: a seventh of that at most. Setup needs
every pack whole and checked: the first time in a thread, which home begins once it is painted; from
then on only what has changed is read, and a tenth must do. It is processor time that is compared,
so that neither a busy machine nor a cold disk counts.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from needs import needs

needs()

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]

from open_session import write

from mops_tui.storage.folders.places import pack_folders
from mops_tui.storage.packs import packs
from mops_tui.storage.packs.summaries import pack_summaries
from mops_tui.storage.sessions.listing import SessionList
from mops_tui.tui.screens.home.lists import MOST_SESSIONS

HOME_BUDGET = 0.15
"""Times `tomllib.load` of the packs: the lists are there as home is painted."""
FIRST_BUDGET = 1.6
"""Times `tomllib.load` of the packs: checking them costs less than reading them."""
AGAIN_BUDGET = 0.1
"""Likewise once they were read: a key that opens setup is not felt to wait."""
_ID = re.compile(r'^id = "[^"]*"', re.MULTILINE)


def fill(own: Path, sessions: Path, many_packs: int, many_sessions: int) -> None:
    """Copies of the scenarios that come along, and of one short session, each under its own id."""
    own.mkdir()
    sessions.mkdir()
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "scenarios").glob("*.toml"))]
    texts = [text for text in texts if 'kind = "scenario"' in text]
    for number in range(many_packs):
        text = _ID.sub(f'id = "own-{number}"', texts[number % len(texts)], count=1)
        (own / f"own-{number}.toml").write_text(text, "utf-8")
    model = sessions.parent / "model.toml"
    write(model, 60)
    text = model.read_text("utf-8")
    for number in range(many_sessions):
        copied = _ID.sub(f'id = "day-{number}"', text, count=1)
        (sessions / f"day-{number}.toml").write_text(copied, "utf-8")


def milliseconds(work: Callable[[], object]) -> float:
    """The processor time of one run."""
    gc.collect()
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def plain(folders: tuple[Path, ...]) -> None:
    """What all is measured against: every pack as TOML, and nothing made of it."""
    for folder in folders:
        for path in folder.glob("*.toml"):
            with path.open("rb") as file:
                tomllib.load(file)


def measure(folder: Path, runs: int) -> tuple[float, float, float, float]:
    """Milliseconds of bare TOML, home's lists, the first setup and a later one."""
    own, sessions = folder / "packs", folder / "sessions"
    folders = tuple(pack_folders(own))

    def home() -> None:
        summaries = pack_summaries(folders, own)
        first, _whole = SessionList(sessions).first(MOST_SESSIONS)
        assert len(summaries) > 1
        assert len(first) == MOST_SESSIONS

    def library() -> None:
        assert not packs.load_library(folders).problems

    times: list[tuple[float, float, float, float]] = []
    for _run in range(runs):  # side by side, so that a slow moment of the machine hits all
        packs._known.clear()
        times.append(
            (
                milliseconds(lambda: plain(folders)),
                milliseconds(home),
                milliseconds(library),
                milliseconds(library),
            )
        )
    base, listed, first, again = (min(run[part] for run in times) for part in range(4))
    return base, listed, first, again


def main() -> int:
    """Measure, print, and fail when over a budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packs", type=int, default=200)
    parser.add_argument("--sessions", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true", help="rows for benchmarks/run.py")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / "packs", folder / "sessions", options.packs, options.sessions)
        base, *times = measure(folder, options.runs)
    title = f"{options.packs:,} packs, {options.sessions:,} sessions"
    rows = []
    for part, took, budget in zip(
        ("the lists of home", "the first setup, in a thread", "setup from then on"),
        times,
        (HOME_BUDGET, FIRST_BUDGET, AGAIN_BUDGET),
        strict=True,
    ):
        ratio = took / base
        measured = f"{took:.0f} ms; tomllib.load {base:.0f} ms"
        print(f"{part:30} {took:6.0f} ms   {ratio:.2f} x   budget {budget} x")
        rows.append(
            [f"{title}: {part}", f"{budget} × tomllib.load of the packs", measured,
             f"{ratio:.2f} ×", ratio <= budget]
        )  # fmt: skip
    if options.json:
        print(json.dumps(rows))
    return 0 if all(row[-1] for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
