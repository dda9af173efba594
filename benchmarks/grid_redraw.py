"""How much processor time a redraw of the grid with 500 marks takes, beside its budget."""

from __future__ import annotations

import compileall
import random
import statistics
import sys
import time
from pathlib import Path

from needs import needs

needs()

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

BUDGET = 25.0
MARKS = 500
SIZE = (120, 40)
RUNS = 200


def main() -> int:
    """Measure; returns the exit status."""
    compileall.compile_dir(ROOT / "mops_tui", quiet=1)
    from mops_tui.pictures.shapes import Corner, GridMark, GridPicture, Spread, Turnout, UnitPoint
    from mops_tui.tui.charts.grid import draw_grid

    dice = random.Random(7)
    corners = tuple(Corner(name, name, 125) for name in ("Modern", "Orch", "Scient", "Psych"))
    times = []
    for _ in range(RUNS):
        # Other marks each time: nothing is measured that a cache remembers.
        marks = tuple(
            GridMark(str(i), f"P{i}", dice.random(), dice.random(), i % 3 == 0)
            for i in range(MARKS)
        )
        picture = GridPicture(
            "technology",
            "arts",
            "rational",
            "emotional",
            (corners[0], corners[1], corners[2], corners[3]),
            marks,
            (),
            Turnout(MARKS),
            UnitPoint(0.4, 0.4),
            Spread(0.2, 0.6, 0.2, 0.6),
        )
        start = time.process_time()
        canvas = draw_grid(picture, *SIZE)
        for y in range(canvas.height):
            list(canvas.runs(y))
        times.append((time.process_time() - start) * 1000)
    times.sort()
    p50, p95 = statistics.median(times), times[int(len(times) * 0.95)]
    print(f"grid redraw, {MARKS} marks: {p50:.1f} ms (budget {BUDGET:.0f} ms), p95 {p95:.1f} ms")
    return 0 if p95 <= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main())
