"""Seeking anywhere in a session of 15,000 events, in model time.

    python benchmarks/seek.py [--events 15000] [--seeks 2000] [--json]

A seek is `Timeline.state(n)` at a random n: the nearest snapshot, then the fold from there on.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import sys
import tempfile
import time
from pathlib import Path

from needs import needs

needs()

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]

from open_session import write

from mops_tui.model.replay.timeline import Timeline
from mops_tui.storage.sessions import journal

BUDGET = 16.0
"""Milliseconds."""


def main() -> int:
    """Measure, print, and fail when over the budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=15_000)
    parser.add_argument("--seeks", type=int, default=2_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.toml"
        write(path, options.events)
        reading = journal.read(path)
    begun = time.perf_counter()
    timeline = Timeline(reading.header, reading.events)
    laid = (time.perf_counter() - begun) * 1000
    draw = random.Random(7)
    times = []
    gc.collect()
    for _ in range(options.seeks):
        n = draw.randint(0, options.events)
        begun = time.perf_counter()
        timeline.state(n)
        times.append((time.perf_counter() - begun) * 1000)
    times.sort()
    middle, p95, worst = times[len(times) // 2], times[int(len(times) * 0.95)], times[-1]
    print(f"{options.events} events laid out in {laid:.0f} ms")
    print(f"seek {middle:.2f} ms (budget {BUDGET:.0f} ms), p95 {p95:.2f} ms, worst {worst:.2f} ms")
    good = p95 <= BUDGET
    if options.json:
        title = f"seek anywhere in {options.events:,} events"
        row = (title, f"p95 {BUDGET:.0f} ms", f"{middle:.1f} ms; p95 {p95:.1f} ms",
               f"{p95 / BUDGET:.2f} × the budget", good)  # fmt: skip
        print(json.dumps([row]))
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
