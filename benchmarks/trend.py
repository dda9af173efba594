"""A folder of 1,000 small sessions, read for a trend, against reading and parsing the same files.

    python benchmarks/trend.py [--sessions 1000] [--runs 3] [--pool] [--json]

Parsing alone is `tomllib.loads(path.read_bytes().decode())` of each file. `--pool` measures a
pool of processes too.
"""

from __future__ import annotations

import argparse
import compileall
import gc
import json
import os
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from needs import needs

needs()

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]
compileall.compile_dir(ROOT / "mops_tui", quiet=2)  # PYTHONDONTWRITEBYTECODE may be set

from mops_tui import __version__
from mops_tui.model.comparison.measures import Measure, TrendSession, measures, trend_session
from mops_tui.model.comparison.trend import trend
from mops_tui.model.packs.workshop import assemble
from mops_tui.sources.many import read_many, session_files
from mops_tui.sources.simulated.rehearsal import rehearse, write
from mops_tui.storage.packs.packs import load_library
from mops_tui.words.rehearsals.decided import decided

BUDGET = 1.25
WORKSHOP = "placement-only"
DIFFERENT = 50
"""So many different rehearsals; the others are copies, which cost as much to read."""


def make(folder: Path, count: int) -> None:
    """Fill a folder with small sessions of one workshop."""
    library = load_library((ROOT / "scenarios",))
    pack = library.workshops[WORKSHOP]
    workshop = assemble(
        pack.agenda, library.scenarios, id=pack.id, title=pack.title, minutes=pack.minutes
    )
    originals: list[bytes] = []
    for index in range(count):
        path = folder / f"s{index:04}.toml"
        if index < DIFFERENT:
            write(
                rehearse(workshop, library.casts["the-room"], 6, index, __version__, decided), path
            )
            originals.append(path.read_bytes())
        else:
            path.write_bytes(originals[index % DIFFERENT])


def parse(folder: Path) -> None:
    """What it is measured against."""
    for path in session_files(folder):
        tomllib.loads(path.read_bytes().decode())


def taken_apart(paths: Sequence[Path]) -> list[tuple[TrendSession, tuple[Measure, ...]]]:
    """The measures of some files."""
    sessions = (one.session for one in read_many(paths))
    return [(trend_session(session), measures(session)) for session in sessions if session]


def whole(folder: Path) -> None:
    """What `mops-tui trend` does before it writes."""
    trend(taken_apart(session_files(folder)))


def pooled(folder: Path) -> None:
    """The same with a process for each core."""
    paths, workers = session_files(folder), os.cpu_count() or 1
    with ProcessPoolExecutor(workers) as pool:
        parts = pool.map(taken_apart, [paths[n::workers] for n in range(workers)])
        trend([one for part in parts for one in part])


def seconds(work: Callable[[], object]) -> float:
    """How long one run takes."""
    gc.collect()
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> int:
    """Measure, print, and fail when over the budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pool", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, options.sessions)
        size = sum(path.stat().st_size for path in session_files(folder))
        runs = [
            (
                seconds(lambda: parse(folder)),
                seconds(lambda: whole(folder)),
                seconds(lambda: pooled(folder)) if options.pool else 0.0,
            )
            for _ in range(options.runs)
        ]
    base, took, pool = (min(run[part] for run in runs) for part in range(3))
    ratio = took / base
    print(f"{options.sessions} sessions, {size / 1e6:.1f} MB")
    print(f"read and tomllib   {base:6.2f} s")
    print(f"trend              {took:6.2f} s   {ratio:.2f} x   budget {BUDGET} x")
    if options.pool:
        print(f"trend, pooled      {pool:6.2f} s   {pool / base:.2f} x")
    if options.json:
        title = f"trend of {options.sessions:,} small sessions"
        row = [title, f"{BUDGET} × reading and tomllib of the files"]
        row += [f"{took:.1f} s; parsing {base:.1f} s", f"{ratio:.2f} ×"]
        print(json.dumps([[*row, ratio <= BUDGET]]))
    return 0 if ratio <= BUDGET else 1


if __name__ == "__main__":
    raise SystemExit(main())
