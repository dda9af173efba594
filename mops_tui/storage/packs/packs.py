"""Pack files: read, checked, and gathered from folders.

Nothing a pack file can hold raises anything but `PackError`, and a broken pack never keeps the
others from loading; nor does a broken card, or character, keep the rest of its pack from it.
"""

from __future__ import annotations

import re
import threading
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mops_tui.model.packs.characters import Cast
from mops_tui.model.packs.checks import Flaw, problems_in
from mops_tui.model.packs.pack import Scenario, WorkshopPack
from mops_tui.storage.files.bounds import PACK_ENTRIES, PACK_SIZE, excess_in
from mops_tui.storage.files.ordinary import NotOrdinaryError, read_ordinary
from mops_tui.storage.files.texts import NotText, decoded
from mops_tui.storage.packs.members import PartialPack, member_of, partial_pack
from mops_tui.storage.packs.shapes import as_written, key_text, model_for
from mops_tui.storage.packs.toml_lines import KeyPath, lines_in, nearest_line

SUFFIX = ".toml"
"""How the name of a pack file ends."""
LIMIT = PACK_SIZE
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
        problems: What is wrong with the files, cards and characters that were left out.
        origins: The file that each id came from.
        casts: By id.
    """

    scenarios: Mapping[str, Scenario]
    workshops: Mapping[str, WorkshopPack]
    problems: tuple[Problem, ...] = ()
    origins: Mapping[str, Path] = field(default_factory=dict)
    casts: Mapping[str, Cast] = field(default_factory=dict)

    def in_order(self) -> tuple[Scenario, ...]:
        """The scenarios in the order in which the longest workshops walk them; then the rest."""
        longest = sorted(self.workshops.values(), key=lambda pack: -(pack.minutes or 0))
        walked = [entry.scenario for pack in longest for entry in pack.agenda]
        ids = dict.fromkeys((*walked, *self.scenarios))
        return tuple(self.scenarios[one] for one in ids if one in self.scenarios)


@dataclass(frozen=True)
class _Known:
    """What packs may refer to in one another."""

    scenarios: Mapping[str, Scenario]

    def flaws_in(self, pack: Scenario | WorkshopPack | Cast) -> tuple[Flaw, ...]:
        grids = [grid for scenario in self.scenarios.values() for grid in scenario.grids]
        personas = frozenset(corner.id for grid in grids for corner in grid.quadrants)
        return problems_in(pack, self.scenarios, frozenset(grid.id for grid in grids), personas)


@dataclass(frozen=True)
class _Read:
    """A pack, with what it takes to point at a place in its file.

    Attributes:
        skipped: What is wrong with the members that were left out of it.
    """

    file: Path
    kept: PartialPack
    data: Mapping[str, Any]
    text: str
    skipped: tuple[Problem, ...] = ()

    @property
    def pack(self) -> Scenario | WorkshopPack | Cast:
        return self.kept.pack

    def problem(self, flaw: Flaw) -> Problem:
        where = self.kept.in_file(flaw.path)
        # Looking for lines takes as long as reading the pack, and most packs are sound.
        lines = lines_in(self.text)
        return _problem(self.file, self.data, lines, flaw.code, where, flaw.params)

    def problems(self, flaws: Iterable[Flaw]) -> tuple[Problem, ...]:
        return _in_order(self.problem(flaw) for flaw in flaws)

    def without(self, flaws: Iterable[Flaw]) -> _Read | None:
        """The same without the members that have flaws; None when the pack itself has one."""
        bad = {member_of(flaw.path, self.pack) for flaw in flaws}
        kept = self.kept.without({member for member in bad if member is not None})
        return None if kept is None or None in bad else replace(self, kept=kept)


def read_pack(path: Path) -> Scenario | WorkshopPack | Cast:
    """Read one pack file; a card, character or disturbance with a mistake is left out.

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
    known = None if library is None else _Known(library.scenarios)
    flaws = problems_in(read.pack) if known is None else known.flaws_in(read.pack)
    return _in_order((*read.skipped, *read.problems(flaws)))


def load_library(folders: Iterable[Path]) -> Library:
    """Gather the packs of some folders; where two share an id, the later folder wins.

    A broken pack is left out with its problems, and one of the same id in an earlier folder then
    stands in for it. A broken card, character or disturbance is left out of its pack, which stays.
    A folder that is not there holds nothing.
    """
    problems: list[Problem] = []
    candidates: list[_Read] = []
    for folder in folders:
        in_folder: dict[str, Path] = {}
        for path in _files(folder, problems):
            try:
                read = _read_again(path)
            except PackError as error:
                problems += error.problems
                continue
            first_path = in_folder.setdefault(read.pack.id, path)
            if first_path != path:
                params = {"id": read.pack.id, "other": first_path.name}
                problems.append(read.problem(Flaw("id-taken", ("id",), params)))
                continue
            problems += read.skipped
            candidates.append(read)
    while True:
        winners = {read.pack.id: read for read in candidates}
        packs = {key: read.pack for key, read in winners.items()}
        scenarios = {key: pack for key, pack in packs.items() if isinstance(pack, Scenario)}
        known = _Known(scenarios)
        broken = {
            id(read): flaws for read in winners.values() if (flaws := known.flaws_in(read.pack))
        }
        if not broken:
            break
        mended: list[_Read] = []
        for read in candidates:
            flaws = broken.get(id(read), ())
            problems += read.problems(flaws)
            left = read.without(flaws) if flaws else read
            if left is not None:
                mended.append(left)
        candidates = mended
    return Library(
        scenarios=scenarios,
        workshops={key: pack for key, pack in packs.items() if isinstance(pack, WorkshopPack)},
        problems=tuple(problems),
        origins={key: read.file for key, read in winners.items()},
        casts={key: pack for key, pack in packs.items() if isinstance(pack, Cast)},
    )


def unread(folders: Iterable[Path]) -> int:
    """How many pack files of some folders `load_library` has still to parse."""
    return sum(
        path not in _known or _known[path][0] != _stamp(path)
        for folder in folders
        for path in _files(folder, [])
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
    over = excess_in(text, PACK_ENTRIES)
    if over is not None:
        raise PackError([Problem(path, over.line, "", over.code, {"limit": str(over.most)})])
    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise PackError([Problem(path, 0, "", "too-deep")]) from None
    except ValueError as error:  # tomllib's own error is one; a number too long for int another
        raise PackError([_syntax(path, text, str(error))]) from None
    model = model_for(data)
    if isinstance(model, tuple):
        code, where, params = model
        raise PackError([_problem(path, data, lines_in(text), code, where, params)])
    kept, shapes = partial_pack(model, data)
    lines = lines_in(text) if shapes else {}
    problems = _in_order(
        _problem(path, data, lines, code, where, params) for code, where, params in shapes
    )
    if kept is None:
        raise PackError(problems)
    return _Read(path, kept, data, text, problems)


_Stamp = tuple[int, int, int, int]
_reading = threading.Lock()
"""One thread reads packs at a time: the second then finds them read."""
_known: dict[Path, tuple[_Stamp, _Read | PackError]] = {}
"""What was read of each pack file, and as what it stood then."""


def _read_again(path: Path) -> _Read:
    """What a pack file holds; one that has not changed since is not parsed a second time.

    Raises:
        PackError: It cannot be read, is no TOML or has not the shape of a pack.
    """
    with _reading:
        stamp = _stamp(path)
        known = _known.get(path)
        if known is None or stamp is None or known[0] != stamp:
            outcome: _Read | PackError
            try:
                outcome = _read(path)
            except PackError as error:
                outcome = error
            if stamp is not None:
                _known[path] = stamp, outcome
        else:
            outcome = known[1]
    if isinstance(outcome, PackError):
        raise PackError(outcome.problems)
    return outcome


def _stamp(path: Path) -> _Stamp | None:
    """What changes whenever a file does; None where that cannot be known."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.line))


def _text(path: Path) -> str:
    try:
        content = read_ordinary(path, LIMIT + 1)
    except IsADirectoryError:
        raise PackError([Problem(path, 0, "", "is-a-folder")]) from None
    except NotOrdinaryError:
        raise PackError([Problem(path, 0, "", "not-a-file")]) from None
    except FileNotFoundError:
        raise PackError([Problem(path, 0, "", "no-such-file")]) from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise PackError([Problem(path, 0, "", "unreadable", {"reason": _reason(error)})]) from None
    if len(content) > LIMIT:
        raise PackError([Problem(path, 0, "", "too-big", {"limit": str(LIMIT // 1024 // 1024)})])
    try:
        return decoded(content)
    except NotText as error:
        raise PackError([Problem(path, error.line, "", "not-utf8")]) from None


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
