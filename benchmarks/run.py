"""All benchmarks, as one Markdown table.

    python benchmarks/run.py [--readme] [NAME ...]

`--readme` puts the table between `<!-- benchmarks -->` and `<!-- /benchmarks -->` of README.md.
Nothing else should be running meanwhile.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

from needs import needs

needs("pyte")

import textual

HERE = Path(__file__).resolve().parent
README = HERE.parent / "README.md"
HEAD = ("What", "Budget", "Measured", "Ratio")
Row = tuple[str, str, str, str, bool]
_MARKED = re.compile(r"(<!-- benchmarks -->\n).*?(<!-- /benchmarks -->)", re.DOTALL)


def _rows(output: str) -> list[Row]:
    """The rows that a script prints as its last line with `--json`."""
    rows: list[Row] = []
    for title, budget, measured, ratio, good in json.loads(output.splitlines()[-1]):
        rows.append((title, budget, measured, ratio, good))
    return rows


def _open_session(output: str) -> list[Row]:
    match = re.search(r"open a session\s+([\d.]+) ms\s+([\d.]+) x\s+budget ([\d.]+) x", output)
    base = re.search(r"tomllib\.load\s+([\d.]+) ms", output)
    if not match or not base:
        raise ValueError(output)
    took, ratio, budget = match.groups()
    measured = f"{float(took):.0f} ms; tomllib.load {float(base[1]):.0f} ms"
    good = float(ratio) <= float(budget)
    title = "open a 15,000-event session"
    return [(title, f"{budget} × tomllib.load of the file", measured, f"{ratio} ×", good)]


def _grid_redraw(output: str) -> list[Row]:
    match = re.search(r"([\d.]+) ms \(budget (\d+) ms\), p95 ([\d.]+) ms", output)
    if not match:
        raise ValueError(output)
    middle, budget, worst = match.groups()
    share = f"{float(worst) / float(budget):.2f} × the budget"
    good = float(worst) <= float(budget)
    title = "redraw of the grid, 500 marks, 120 x 40"
    return [(title, f"{budget} ms", f"{middle} ms; p95 {worst} ms", share, good)]


BENCHMARKS = {
    "launch": (["--json"], _rows),
    "durable_votes": (["--json"], _rows),
    "open_session": ([], _open_session),
    "grid_redraw": ([], _grid_redraw),
    "trend": (["--json"], _rows),
    "seek": (["--json"], _rows),
    "stage": (["--json"], _rows),
    "rehearsal": (["--json"], _rows),
    "long_day": (["--json"], _rows),
    "many_files": (["--json"], _rows),
    "practice_menu": (["--json"], _rows),
    "room": (["--json"], _rows),
}


def run(name: str) -> list[Row]:
    """Run one script; over its budget it ends with 1, and is still told about."""
    arguments, read = BENCHMARKS[name]
    command = [sys.executable, str(HERE / f"{name}.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or not done.stdout.strip():
        raise RuntimeError(f"{name} ended with {done.returncode}\n{done.stderr}")
    return read(done.stdout)


def table(rows: list[Row]) -> str:
    """The rows in Markdown; what is over its budget is bold."""
    lines = ["| " + " | ".join(HEAD) + " |", "|" + "---|" * len(HEAD)]
    for title, budget, measured, ratio, good in rows:
        cells = (title, budget, measured, ratio if good else f"**{ratio}**")
        lines.append("| " + " | ".join(cells) + " |")
    where = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    versions = f"Python {platform.python_version()}, Textual {textual.__version__}"
    return "\n".join([*lines, "", f"{where}, {versions}. Bold is over the budget."])


def main() -> int:
    """Run, print, and write into the README when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--readme", action="store_true")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no such benchmark: {', '.join(unknown)}")
    rows = [row for name in options.names or BENCHMARKS for row in run(name)]
    markdown = table(rows)
    print(markdown)
    if options.readme:
        text = README.read_text("utf-8")
        changed, times = _MARKED.subn(lambda match: f"{match[1]}{markdown}\n{match[2]}", text)
        if times != 1:
            print("README.md has no place for the table", file=sys.stderr)
            return 2
        README.write_text(changed, "utf-8")
    return 0 if all(row[-1] for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
