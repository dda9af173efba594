"""Pack files: read, checked, and gathered from folders.

Nothing a pack file can hold raises anything but `PackError`, and a broken pack never keeps the
others from loading.
"""

from __future__ import annotations

import re
import stat
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from mops_tui.model.pack import Scenario, WorkshopPack
from mops_tui.model.packcheck import Flaw, problems_in
from mops_tui.storage.pack_shapes import as_written, key_text, model_for, shape_problems
from mops_tui.storage.toml_lines import KeyPath, lines_in, nearest_line

SUFFIX = ".toml"
"""How the name of a pack file ends."""
LIMIT = 2 * 1024 * 1024
"""The largest pack file that is read, in bytes."""

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


@dataclass(frozen=True)
class Library:
    """All the packs at hand.

    Attributes:
        scenarios: By id.
        workshops: By id.
        problems: What is wrong with the files that were left out.
        origins: The file that each id came from.
    """

    scenarios: Mapping[str, Scenario]
    workshops: Mapping[str, WorkshopPack]
    problems: tuple[Problem, ...] = ()
    origins: Mapping[str, Path] = field(default_factory=dict)


@dataclass(frozen=True)
class _Read:
    """A pack, with what it takes to point at a place in its file."""

    file: Path
    pack: Scenario | WorkshopPack
    data: Mapping[str, Any]
    lines: Mapping[KeyPath, int]

    def problem(self, flaw: Flaw) -> Problem:
        return _problem(self.file, self.data, self.lines, flaw.code, flaw.path, flaw.params)

    def problems(
        self, scenarios: Mapping[str, Scenario] | None, grids: Iterable[str] | None
    ) -> tuple[Problem, ...]:
        known = None if grids is None else frozenset(grids)
        found = (self.problem(flaw) for flaw in problems_in(self.pack, scenarios, known))
        return tuple(sorted(found, key=lambda problem: problem.line))


def read_pack(path: Path) -> Scenario | WorkshopPack:
    """Read one pack file.

    Raises:
        PackError: It cannot be read, is no TOML or has not the shape of a pack.
    """
    return _read(path).pack


def check_pack(path: Path, library: Library | None) -> tuple[Problem, ...]:
    """Everything that is wrong with a pack file, in the order of the file.

    Args:
        path: The file.
        library: The packs it may refer to, beside itself; such references go unchecked without.
    """
    try:
        read = _read(path)
    except PackError as error:
        return error.problems
    if library is None:
        return read.problems(None, None)
    grids = {grid.id for scenario in library.scenarios.values() for grid in scenario.grids}
    return read.problems(library.scenarios, grids)


def load_library(folders: Iterable[Path]) -> Library:
    """Gather the packs of some folders; where two share an id, the later folder wins.

    A broken pack is left out with its problems, and one of the same id in an earlier folder then
    stands in for it. A folder that is not there holds nothing.
    """
    problems: list[Problem] = []
    candidates: list[_Read] = []
    for folder in folders:
        in_folder: dict[str, Path] = {}
        for path in _files(folder, problems):
            try:
                read = _read(path)
            except PackError as error:
                problems += error.problems
                continue
            taken = in_folder.setdefault(read.pack.id, path)
            if taken != path:
                params = {"id": read.pack.id, "other": taken.name}
                problems.append(read.problem(Flaw("id-taken", ("id",), params)))
                continue
            candidates.append(read)
    while True:
        winners = {read.pack.id: read for read in candidates}
        scenarios = {
            key: read.pack for key, read in winners.items() if isinstance(read.pack, Scenario)
        }
        grids = {grid.id for scenario in scenarios.values() for grid in scenario.grids}
        broken = {
            id(read): found
            for read in winners.values()
            if (found := read.problems(scenarios, grids))
        }
        if not broken:
            break
        problems += (problem for found in broken.values() for problem in found)
        candidates = [read for read in candidates if id(read) not in broken]
    return Library(
        scenarios=scenarios,
        workshops={
            key: read.pack for key, read in winners.items() if isinstance(read.pack, WorkshopPack)
        },
        problems=tuple(problems),
        origins={key: read.file for key, read in winners.items()},
    )


def _files(folder: Path, problems: list[Problem]) -> list[Path]:
    try:
        return sorted(
            path
            for path in folder.iterdir()
            if path.suffix == SUFFIX and not path.name.startswith(".")
        )
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(Problem(folder, 0, "", "unreadable", {"reason": _reason(error)}))
        return []


def _read(path: Path) -> _Read:
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise PackError([Problem(path, 0, "", "too-deep")]) from None
    except ValueError as error:  # tomllib's own error is one; a number too long for int another
        raise PackError([_syntax(path, text, str(error))]) from None
    lines = lines_in(text)
    model = model_for(data)
    if isinstance(model, tuple):
        code, where, params = model
        raise PackError([_problem(path, data, lines, code, where, params)])
    try:
        return _Read(path, model.model_validate(data), data, lines)
    except ValidationError as error:
        found = [
            _problem(path, data, lines, code, where, params)
            for code, where, params in shape_problems(error, model, data)
        ]
        raise PackError(sorted(found, key=lambda problem: problem.line)) from None


def _text(path: Path) -> str:
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            code = "is-a-folder" if stat.S_ISDIR(mode) else "not-a-file"
            raise PackError([Problem(path, 0, "", code)])
        with path.open("rb") as file:
            content = file.read(LIMIT + 1)
    except FileNotFoundError:
        raise PackError([Problem(path, 0, "", "no-such-file")]) from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise PackError([Problem(path, 0, "", "unreadable", {"reason": _reason(error)})]) from None
    if len(content) > LIMIT:
        raise PackError([Problem(path, 0, "", "too-big", {"limit": str(LIMIT // 1024 // 1024)})])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise PackError([Problem(path, line, "", "not-utf8")]) from None


def _reason(error: Exception) -> str:
    return (error.strerror or "") if isinstance(error, OSError) else str(error)


def _syntax(path: Path, text: str, message: str) -> Problem:
    match = _AT_LINE.match(message)
    reason = match["reason"] if match else message
    if match is None:
        return Problem(path, 1, "", "bad-toml", {"reason": reason})
    line = int(match["line"]) if match["line"] else max(1, len(text.splitlines()))
    return Problem(path, line, "", "bad-toml", {"reason": reason})


def _problem(
    path: Path,
    data: Mapping[str, Any],
    lines: Mapping[KeyPath, int],
    code: str,
    where: KeyPath,
    params: Mapping[str, str],
) -> Problem:
    written = as_written(data, where)
    return Problem(path, nearest_line(lines, written), key_text(written), code, dict(params))
