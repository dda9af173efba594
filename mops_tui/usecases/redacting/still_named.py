"""Which files may still hold a name that was taken out of a session."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from mops_tui.model.session.header import Header
from mops_tui.sources.phones.keeping import BookKeeper
from mops_tui.storage.files.beside import companion_of
from mops_tui.storage.files.formats import SUFFIX
from mops_tui.storage.files.ordinary import open_ordinary
from mops_tui.storage.folders.places import Places

_NEAR = 1 << 16
"""So much of a file is looked at for the id of the session that it goes on from."""


def still_named(path: Path, header: Header, folders: Places, made: Path) -> tuple[Path, ...]:
    """The files that are there and may hold the name.

    They are the original, what stands beside it, its room's book of phones, and sessions that go
    on from it.

    Args:
        path: The original.
        header: Its header.
        folders: The user's.
        made: The new file, which is none of them.
    """
    found: dict[Path, None] = {path: None}
    for other in _beside(path):
        companion = companion_of(other.name)
        mine = companion is not None and companion.session == path.name
        if mine or (other.stem.startswith(path.stem) and companion is None):
            found[other] = None
    for folder in dict.fromkeys((path.parent, folders.sessions)):
        for other in _beside(folder / path.name):
            if other.name.endswith(SUFFIX) and _says(other, header.id):
                found[other] = None
    book = BookKeeper(folders.state, header.id).path
    if book.is_file():
        found[book] = None
    return tuple(one for one in found if one.resolve() != made.resolve())


def _beside(path: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from sorted(path.parent.iterdir())


def _says(path: Path, session: str) -> bool:
    try:
        with open_ordinary(path) as file:
            return f'"{session}"'.encode() in file.read(_NEAR)
    except OSError:
        return False
