"""One pack file: read, and cut down to what is sound in it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mops_tui.model.packs.checks import Flaw, Pack
from mops_tui.storage.files.bounds import PACK_ENTRIES, PACK_SIZE, excess_in
from mops_tui.storage.files.ordinary import NotOrdinaryError, read_ordinary
from mops_tui.storage.files.texts import NotText, decoded
from mops_tui.storage.packs.members import PartialPack, member_of, partial_pack
from mops_tui.storage.packs.problems import (
    PackError,
    Problem,
    in_order,
    problem_at,
    reason_of,
    syntax_problem,
)
from mops_tui.storage.packs.schema_errors import model_for
from mops_tui.storage.packs.toml_lines import lines_in

LIMIT = PACK_SIZE
"""The largest pack file that is read, in bytes."""


@dataclass(frozen=True)
class ReadPack:
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
    def pack(self) -> Pack:
        """What is sound of it."""
        return self.kept.pack

    def problem(self, flaw: Flaw) -> Problem:
        """A flaw, where it stands in the file."""
        where = self.kept.in_file(flaw.path)
        # Looking for lines takes as long as reading the pack, and most packs are sound.
        lines = lines_in(self.text)
        return problem_at(self.file, self.data, lines, flaw.code, where, flaw.params)

    def problems(self, flaws: Iterable[Flaw]) -> tuple[Problem, ...]:
        """Flaws, in the order of the file."""
        return in_order(self.problem(flaw) for flaw in flaws)

    def without(self, flaws: Iterable[Flaw]) -> ReadPack | None:
        """The same without the members that have flaws; None when the pack itself has one."""
        bad = {member_of(flaw.path, self.pack) for flaw in flaws}
        kept = self.kept.without({member for member in bad if member is not None})
        return None if kept is None or None in bad else replace(self, kept=kept)


def read_pack(path: Path) -> ReadPack:
    """Read a pack file; a card, character or disturbance with a mistake is left out.

    Raises:
        PackError: It cannot be read, is no TOML or has not the shape of a pack.
    """
    text = _text(path)
    over = excess_in(text, PACK_ENTRIES)
    if over is not None:
        raise PackError([Problem(path, over.line, "", over.code, {"limit": str(over.most)})])
    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise PackError([Problem(path, 0, "", "too-deep")]) from None
    except ValueError as error:  # tomllib's own error is one; a number too long for int another
        raise PackError([syntax_problem(path, text, str(error))]) from None
    model = model_for(data)
    if isinstance(model, tuple):
        code, where, params = model
        raise PackError([problem_at(path, data, lines_in(text), code, where, params)])
    kept, shapes = partial_pack(model, data)
    lines = lines_in(text) if shapes else {}
    problems = in_order(
        problem_at(path, data, lines, code, where, params) for code, where, params in shapes
    )
    if kept is None:
        raise PackError(problems)
    return ReadPack(path, kept, data, text, problems)


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
        params = {"reason": reason_of(error)}
        raise PackError([Problem(path, 0, "", "unreadable", params)]) from None
    if len(content) > LIMIT:
        raise PackError([Problem(path, 0, "", "too-big", {"limit": str(LIMIT // 1024 // 1024)})])
    try:
        return decoded(content)
    except NotText as error:
        raise PackError([Problem(path, error.line, "", "not-utf8")]) from None
