"""What is wrong with a pack file, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mops_tui.storage.packs.schema_errors import as_written, key_text
from mops_tui.storage.packs.toml_lines import KeyPath, nearest_line

_AT_LINE = re.compile(
    r"^(?P<reason>.*?) \(at (?:line (?P<line>\d+), column \d+|end of document)\)$"
)


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a pack file.

    Attributes:
        file: The file, as it was named.
        line: From 1; 0 when it is about the file as a whole.
        key: As the author would point at it, counting from 1: `question[2].option[1].label`.
        code: What kind of problem; `words.problems.sentence` knows them all.
        params: What the sentence needs.
    """

    file: Path
    line: int
    key: str
    code: str
    params: Mapping[str, str] = field(default_factory=dict)


class PackError(Exception):
    """A pack cannot be used; `problems` says why, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(", ".join(problem.code for problem in self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of the file."""
    return tuple(sorted(problems, key=lambda problem: problem.line))


def reason_of(error: Exception) -> str:
    """Why a file cannot be read, in the words of the system."""
    return (error.strerror or "") if isinstance(error, OSError) else str(error)


def syntax_problem(path: Path, text: str, message: str) -> Problem:
    """What tomllib says of a text that is no TOML."""
    match = _AT_LINE.match(message)
    reason = match["reason"] if match else message
    if match is None:
        return Problem(path, 1, "", "bad-toml", {"reason": reason})
    line = int(match["line"]) if match["line"] else max(1, len(text.splitlines()))
    return Problem(path, line, "", "bad-toml", {"reason": reason})


def problem_at(
    path: Path,
    data: Mapping[str, Any],
    lines: Mapping[KeyPath, int],
    code: str,
    where: KeyPath,
    params: Mapping[str, str],
) -> Problem:
    """A problem at a place of a pack, which its author is pointed to."""
    written = as_written(data, where)
    return Problem(path, nearest_line(lines, written), key_text(written), code, dict(params))
