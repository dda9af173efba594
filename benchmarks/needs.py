"""What a benchmark stands on is asked for first: a sentence instead of a traceback."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

RUNTIME = (
    "aiohttp",
    "click",
    "filelock",
    "fsrs",
    "ifaddr",
    "platformdirs",
    "plotext",
    "pydantic",
    "segno",
    "textual",
    "tomli_w",
    "typing_extensions",
)
"""What the program itself needs; `tests/benchmarks` compares it with pyproject.toml."""


def needs(*tools: str) -> None:
    """End the program, saying what is missing and how to get it, unless all of it is installed.

    Args:
        tools: What this benchmark imports beside what the program needs.
    """
    missing = [name for name in (*RUNTIME, *tools) if find_spec(name) is None]
    if missing:
        script = Path(sys.argv[0]).name
        print(
            f"benchmarks/{script} needs {', '.join(missing)}, not installed here: "
            "pip install -e '.[dev]'",
            file=sys.stderr,
        )
        raise SystemExit(2)
