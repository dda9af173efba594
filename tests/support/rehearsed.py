"""The kept packs, and rehearsals of them, made once for all tests that ask."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from support.packs import KEPT, OURS

from mops_tui.model.packs.characters import Cast
from mops_tui.model.packs.workshop import Workshop, assemble
from mops_tui.sources.simulated.rehearsal import RehearsalRun, rehearse, write
from mops_tui.storage.packs.packs import Library, load_library
from mops_tui.words.rehearsals.decided import decided


@cache
def library() -> Library:
    """The packs that tests stand on, and nobody's own."""
    return load_library((KEPT,))


@cache
def ours() -> Library:
    """The packs that come along, as they are today."""
    return load_library((OURS,))


def room_cast() -> Cast:
    """The nine around a table."""
    return library().casts["the-room"]


@cache
def kept(workshop_id: str) -> Workshop:
    """One of the kept workshops, as it was first shipped."""
    return _assembled(library(), workshop_id)


@cache
def shipped(workshop_id: str) -> Workshop:
    """One of the workshops that come along, as it is today."""
    return _assembled(ours(), workshop_id)


def _assembled(packs: Library, workshop_id: str) -> Workshop:
    pack = packs.workshops[workshop_id]
    return assemble(
        pack.agenda, packs.scenarios, id=pack.id, title=pack.title, minutes=pack.minutes
    )


@cache
def rehearsal(workshop_id: str = "placement-only", people: int = 9, seed: int = 7) -> RehearsalRun:
    """A rehearsal without a screen."""
    return rehearse(kept(workshop_id), room_cast(), people, seed, "0.1.0", decided)


@cache
def rehearsal_of_today(workshop_id: str, people: int = 9, seed: int = 7) -> RehearsalRun:
    """A rehearsal of a workshop as it is today, without a screen; nobody says why."""
    cast = ours().casts["the-room"]
    return rehearse(shipped(workshop_id), cast, people, seed, "0", decided)


def rehearsal_file(
    path: Path, workshop_id: str = "placement-only", people: int = 9, seed: int = 7
) -> Path:
    """The file of a rehearsal."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write(rehearsal(workshop_id, people, seed), path)
    return path
