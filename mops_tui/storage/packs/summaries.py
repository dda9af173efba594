"""What each pack is, for lists: home's, practice's, a shell's; without importing the model."""

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
        scenario: The one that its cards, or its arguments, go with; "" where they stand alone.
    """

    path: Path
    id: str
    kind: str
    title: str
    summary: str
    minutes: float
    own: bool
    scenario: str = ""


def pack_summaries(folders: Iterable[Path], own: Path) -> tuple[PackSummary, ...]:
    """The packs of some folders, a later one of an id in the place of an earlier one.

    Casts, cards and arguments are left out: nobody opens them by themselves. So is a file that
    cannot be read, or is no pack: `mops-tui check` and the setup screen say what is wrong with it.
    """
    return tuple(
        one for one in _all(folders, own) if one.kind not in ("cast", "cards", "arguments")
    )


def topic_summaries(folders: Iterable[Path], own: Path) -> tuple[PackSummary, ...]:
    """What can be practised: the scenarios, and the packs of cards alone."""
    packs = _all(folders, own)
    alone = (one for one in packs if one.kind == "cards" and not one.scenario)
    return (*(one for one in packs if one.kind == "scenario"), *alone)


def _all(folders: Iterable[Path], own: Path) -> tuple[PackSummary, ...]:
    by_id: dict[str, PackSummary] = {}
    for folder in folders:
        try:
            paths = sorted(folder.glob("*.toml"))
        except OSError:
            continue
        for path in paths:
            summary = _summary(path, own=folder == own)
            if summary:
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
    goes_with = str(keys.get("scenario", ""))
    title = texts[1] or texts[0]
    return PackSummary(path, texts[0], kind, title, texts[2], number, own, goes_with)
