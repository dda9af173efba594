"""The list of workshops for the home screen: what each pack is, without importing the model."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mops_tui.storage.files.bounds import HEAD_ENTRIES, excess_in
from mops_tui.storage.files.ordinary import read_ordinary
from mops_tui.storage.files.texts import NotText, decoded

_MOST = 64 * 1024
_MOST_MINUTES = 960
_MOST_TRIES = 20
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")  # as in the packs' own model, not imported here


@dataclass(frozen=True)
class PackSummary:
    """The first lines of a pack file.

    Attributes:
        own: It lies in the user's folder.
    """

    path: Path
    id: str
    kind: str
    title: str
    summary: str
    minutes: float
    own: bool


def pack_summaries(folders: Iterable[Path], own: Path) -> tuple[PackSummary, ...]:
    """The packs of some folders, a later one of an id in the place of an earlier one.

    Casts, cards and arguments are left out: nobody opens them by themselves. So is a file that
    cannot be read, or is no pack: `mops-tui check` and the setup screen say what is wrong with it.
    """
    by_id: dict[str, PackSummary] = {}
    for folder in folders:
        try:
            paths = sorted(folder.glob("*.toml"))
        except OSError:
            continue
        for path in paths:
            summary = _summary(path, own=folder == own)
            if summary and summary.kind in ("cast", "cards", "arguments"):
                by_id.pop(summary.id, None)
            elif summary:
                by_id[summary.id] = summary
    return tuple(by_id.values())


def _before_the_tables(text: str) -> dict[str, Any] | None:
    """Everything asked for here stands before the first table; a brief may look like one."""
    start = 0 if text.startswith("[") else text.find("\n[")
    for _try in range(_MOST_TRIES):
        part = text if start < 0 else text[:start]
        if excess_in(part, HEAD_ENTRIES):
            return None
        try:
            return tomllib.loads(part)
        except (ValueError, RecursionError):  # no TOML, 5,000 digits, a table too deep
            if start <= 0:
                return None
        start = text.find("\n[", start + 1)
    return None


def _summary(path: Path, *, own: bool) -> PackSummary | None:
    try:
        text = decoded(read_ordinary(path, _MOST), whole=False).replace("\r\n", "\n")
    except (OSError, ValueError, NotText):
        return None
    keys = _before_the_tables(text)
    if keys is None:
        return None
    kind = keys.get("kind", "scenario")
    texts = [keys.get(name, "") for name in ("id", "title", "summary")]
    if not all(isinstance(text, str) for text in (kind, *texts)) or not _ID.fullmatch(texts[0]):
        return None
    minutes = keys.get("minutes", 0)
    sane = isinstance(minutes, int | float) and 0 <= minutes <= _MOST_MINUTES
    number = float(minutes) if sane else 0.0
    return PackSummary(path, texts[0], kind, texts[1] or texts[0], texts[2], number, own)
