"""A headless rehearsal of 1,000 people through the short walk, and its replay as files.

    python benchmarks/rehearsal.py [--people 1000] [--json]

The cast is that of the same rehearsal, at the pace of a story; the page is that of nine people.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path

from needs import needs

needs()

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from mops_tui.storage.sessions.recovery import check
from mops_tui.tui.recording.camera import RecordingOptions
from mops_tui.tui.recording.cast import cast
from mops_tui.tui.recording.page import page
from mops_tui.usecases.rehearse import rehearse_to

Row = tuple[str, str, str, str, bool]
REHEARSAL = 60.0
"""Seconds: somebody waits for it."""
CAST = 30.0
"""Seconds: somebody waits for that, too."""
PAGE = 1_000_000
"""Bytes: what goes as an attachment anywhere."""
FEW = 9


def _rehearsed(path: Path, people: int) -> Row:
    begun = time.perf_counter()
    events = len(rehearse_to(path, "short-walk", people, 7).events)
    took = time.perf_counter() - begun
    sound = check(path) == ()
    print(f"{people:,} people, {events:,} events, {path.stat().st_size / 1e6:.1f} MB: {took:.1f} s")
    print("the file is sound" if sound else "the file is NOT sound")
    title = f"rehearse the short walk with {people:,} people"
    measured = f"{took:.1f} s; {events:,} events"
    ratio = f"{took / REHEARSAL:.2f} × the budget"
    return title, f"{REHEARSAL:.0f} s", measured, ratio, sound and took <= REHEARSAL


def _cast(path: Path, people: int) -> Row:
    begun = time.perf_counter()
    text = asyncio.run(cast(RecordingOptions(path)))
    took = time.perf_counter() - begun
    measured = f"{took:.1f} s; {len(text) / 1e6:.1f} MB"
    print(f"its cast: {measured}")
    title = f"write the cast of {people:,} people"
    return title, f"{CAST:.0f} s", measured, f"{took / CAST:.2f} × the budget", took <= CAST


def _page(path: Path) -> Row:
    rehearse_to(path, "placement-only", FEW, 7)
    begun = time.perf_counter()
    size = len(asyncio.run(page(RecordingOptions(path))).encode())
    took = time.perf_counter() - begun
    measured = f"{size / 1e6:.2f} MB; {took:.1f} s"
    print(f"a page of {FEW} people: {measured}")
    title = f"write the page of {FEW} people and 45 minutes"
    ratio = f"{size / PAGE:.2f} × the budget"
    return title, f"{PAGE / 1e6:.0f} MB", measured, ratio, size <= PAGE


def main() -> int:
    """Measure, print, and fail when over a budget or when the file is not sound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        many = Path(folder) / "many.toml"
        rows = [
            _rehearsed(many, options.people),
            _cast(many, options.people),
            _page(Path(folder) / "few.toml"),
        ]
    if options.json:
        print(json.dumps(rows))
    return 0 if all(good for *_rest, good in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
