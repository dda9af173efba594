"""A replay as a file: the cast of a thousand people, and the size of a page of nine.

    python benchmarks/replay_files.py [--people 1000] [--json]

The full walk is rehearsed without a screen; then its replay is written down at the pace of a story.
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

from mops_tui.tui.recording.camera import RecordingOptions  # noqa: E402
from mops_tui.tui.recording.cast import cast  # noqa: E402
from mops_tui.tui.recording.page import page  # noqa: E402
from mops_tui.usecases.rehearse import rehearse_to  # noqa: E402

SECONDS = 30.0
"""Somebody waits for a cast."""
BYTES = 1_000_000
"""What goes as an attachment anywhere."""
FEW = 9


def main() -> int:
    """Measure, print, and fail when over a budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        many, few = Path(folder) / "many.toml", Path(folder) / "few.toml"
        events = rehearse_to(many, "full-walk", options.people, 7)
        begun = time.perf_counter()
        text = asyncio.run(cast(RecordingOptions(many)))
        took = time.perf_counter() - begun
        rehearse_to(few, "full-walk", FEW, 7)
        begun = time.perf_counter()
        size = len(asyncio.run(page(RecordingOptions(few))).encode())
        for_page = time.perf_counter() - begun
    print(f"cast of {options.people:,} people, {events:,} events: {took:.1f} s, "
          f"{len(text) / 1e6:.1f} MB (budget {SECONDS:.0f} s)")  # fmt: skip
    kilobytes = f"{size / 1e3:.0f} kB in {for_page:.1f} s (budget {BYTES / 1e3:.0f} kB)"
    print(f"page of {FEW} people: {kilobytes}")
    good, light = took <= SECONDS, size <= BYTES
    if options.json:
        rows = [
            (f"write the cast of {options.people:,} people", f"{SECONDS:.0f} s",
             f"{took:.1f} s; {len(text) / 1e6:.1f} MB", f"{took / SECONDS:.2f} × the budget", good),
            (f"write the page of {FEW} people", f"{BYTES / 1e6:.0f} MB",
             f"{size / 1e6:.2f} MB; {for_page:.1f} s", f"{size / BYTES:.2f} × the budget", light),
        ]  # fmt: skip
        print(json.dumps(rows))
    return 0 if good and light else 1


if __name__ == "__main__":
    raise SystemExit(main())
