"""Opening a session of 15,000 events, against `tomllib.load` of the same file.

    python benchmarks/open_session.py [--events 15000] [--runs 7]

Reading means blocks, check sums, TOML, checked events; then the fold, which makes the state.
"""

from __future__ import annotations

import argparse
import compileall
import gc
import importlib
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from needs import needs

needs()

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
compileall.compile_dir(ROOT / "mops_tui", quiet=2)  # PYTHONDONTWRITEBYTECODE may be set

from support.sessions import header

from mops_tui.model.session import events as ev
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import crc_of, encode

BUDGET = 1.5
SEATS = 30
BALLOTS: tuple[tuple[str, dict[str, object]], ...] = (
    ("demo/where", {"option": "a"}),
    ("demo/points", {"options": ("a", "b", "c"), "points": (3, 3, 4)}),
    ("demo/ready", {"items": ("owner", "training"), "levels": ("absent", "partly")}),
    ("demo/lean", {"items": ("craft", "drive"), "positions": (-1, 2)}),
    ("demo/place", {"x": 30, "y": -20}),
    ("demo/cmo", {"option": "no"}),
)


def happenings() -> Iterator[ev.Event]:
    """A long day: seats, then round after round of every kind of ballot, with notes between."""
    for seat in range(1, SEATS + 1):
        yield ev.ParticipantJoined(participant=f"p{seat}", name=f"Person {seat}", seat=seat)
    for round_number in range(1, 10_000):
        for question, ballot in BALLOTS:
            where = {"question": question, "round": round_number}
            yield ev.QuestionShown(question=question)
            yield ev.RoundOpened.model_validate(where)
            for seat in range(1, SEATS + 1):
                yield ev.VoteCast.model_validate({**where, **ballot, "participant": f"p{seat}"})
            yield ev.RoundClosed.model_validate(where)
            yield ev.RoundRevealed.model_validate(where)
            yield ev.NoteRecorded(
                note=f"n-{question}-{round_number}", about=question, text="Said: «look again»."
            )


def write(path: Path, count: int) -> None:
    """Write a session file of that many events."""
    head = journal.header_bytes(header())
    blocks = [encode(ev.SessionOpened(seq=1, header_crc=crc_of(head)))]
    for seq, event in zip(range(2, count + 1), happenings(), strict=False):
        blocks.append(encode(ev.stamp(event, seq, seq * 0.28)))
    path.write_bytes(head + b"".join(blocks))


def plain(path: Path) -> None:
    """What it is measured against."""
    with path.open("rb") as file:
        tomllib.load(file)


def seconds(work: Callable[[], object]) -> float:
    """How long one run takes."""
    gc.collect()
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> int:
    """Measure, print, and fail when over the budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=15_000)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    try:
        fold = importlib.import_module("mops_tui.model.session.fold").fold
    except (ImportError, AttributeError):
        fold = None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.toml"
        write(path, options.events)
        reading = journal.read(path)
        assert len(reading.events) == options.events, reading.damage
        # side by side, so that a slow moment of the machine hits all three
        runs = [
            (
                seconds(lambda: plain(path)),
                seconds(lambda: journal.read(path)),
                seconds(lambda: fold(reading.header, reading.events)) if fold else 0.0,
            )
            for _ in range(options.runs)
        ]
        size = path.stat().st_size
    base, read, folded = (min(run[part] for run in runs) for part in range(3))
    print(f"{options.events} events, {size / 1e6:.1f} MB")
    print(f"tomllib.load       {base * 1000:7.1f} ms")
    print(f"read and check     {read * 1000:7.1f} ms   {read / base:.2f} x")
    print(f"fold               {folded * 1000:7.1f} ms   {folded / base:.2f} x" if fold else "")
    ratio = (read + folded) / base
    print(
        f"open a session     {(read + folded) * 1000:7.1f} ms   {ratio:.2f} x   budget {BUDGET} x"
    )
    return 0 if ratio <= BUDGET else 1


if __name__ == "__main__":
    raise SystemExit(main())
