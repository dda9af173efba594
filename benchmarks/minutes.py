"""Each workshop rehearsed at human speed: the minutes that it took, beside those that it has.

    python benchmarks/minutes.py [--people 9] [--seeds 20] [--parts] [--json]

A rehearsal without a screen reads briefs aloud, keeps silence and pairs, votes as long as votes
were measured to take, talks for what is left, and comes back late from breaks. Several seeds are
several rooms. With `--parts` each part of the day is told, too, for the first seed.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from needs import needs

needs()

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from mops_tui import __version__
from mops_tui.model.packs.workshop import assemble
from mops_tui.sources.simulated.rehearsal import REHEARSAL_CAST, RehearsalRun, rehearse
from mops_tui.storage.packs.packs import Library, load_library
from mops_tui.words.rehearsals.decided import decided
from mops_tui.words.rehearsals.reasons import speech
from mops_tui.words.took import took_lines

FIRST_SEED = 7


def rehearsed(library: Library, workshop_id: str, people: int, seed: int) -> RehearsalRun:
    """One rehearsal of a workshop that comes along."""
    pack = library.workshops[workshop_id]
    workshop = assemble(
        pack.agenda, library.scenarios, id=pack.id, title=pack.title, minutes=pack.minutes
    )
    cast = library.casts[REHEARSAL_CAST]
    said = speech(library.arguments)
    return rehearse(workshop, cast, people, seed, __version__, decided, said)


def main() -> int:
    """Rehearse them all; 1 when one does not fit."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=9)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--parts", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    library = load_library((ROOT / "scenarios",))
    rows, good = [], True
    if not options.json:
        print("| Workshop | Minutes | It took | At most | Votes | Rounds |")
        print("|---|---:|---:|---:|---:|---:|")
    by_length = sorted(library.workshops.values(), key=lambda pack: (pack.minutes or 0, pack.id))
    for pack in by_length:
        seeds = range(FIRST_SEED, FIRST_SEED + options.seeds)
        made = [rehearsed(library, pack.id, options.people, seed) for seed in seeds]
        took = sorted(one.state.worked(one.state.t) / 60 for one in made)
        has = made[0].state.minutes
        middle, most = took[len(took) // 2], took[-1]
        rounds = [len(r) for r in made[0].state.rounds.values()]
        fits = most <= has
        good = good and fits
        title = f"rehearse {pack.id} with {options.people} people, {options.seeds} rooms"
        rows.append([title, f"{has:g} min", f"{middle:.1f} min; at most {most:.1f}",
                     f"{most / has:.2f} × the budget", fits])  # fmt: skip
        if not options.json:
            sign = "" if fits else " (over)"
            print(f"| {pack.title} | {has:g} | {middle:.1f} | {most:.1f}{sign} | "
                  f"{len(rounds)} | {sum(rounds)} |")  # fmt: skip
            for line in took_lines(made[0].state, made[0].state.t) if options.parts else ():
                print(f"    {line}")
    if options.json:
        print(json.dumps(rows))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
