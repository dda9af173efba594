"""A headless rehearsal of 1,000 people through the full walk: events, and seconds.

python benchmarks/rehearsal.py [--people 1000] [--json]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from needs import needs

needs()

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from mops_tui.storage.sessions.recovery import check  # noqa: E402
from mops_tui.usecases.rehearse import rehearse_to  # noqa: E402

BUDGET = 60.0
"""Seconds: somebody waits for it."""


def main() -> int:
    """Measure, print, and fail when over the budget or when the file is not sound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rehearsal.toml"
        begun = time.perf_counter()
        events = rehearse_to(path, "full-walk", options.people, 7)
        took = time.perf_counter() - begun
        sound = check(path) == ()
        size = path.stat().st_size
    print(f"{options.people} people, {events:,} events, {size / 1e6:.1f} MB in {took:.1f} s")
    print("the file is sound" if sound else "the file is NOT sound")
    good = sound and took <= BUDGET
    if options.json:
        title = f"rehearse the full walk with {options.people:,} people"
        measured = f"{took:.1f} s; {events:,} events"
        row = (title, f"{BUDGET:.0f} s", measured, f"{took / BUDGET:.2f} × the budget", good)
        print(json.dumps([row]))
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
