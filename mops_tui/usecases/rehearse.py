"""`mops-tui rehearse --headless`: packs, a simulated room, a session file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from mops_tui import __version__
from mops_tui.model.packs.pack import AgendaEntry
from mops_tui.model.packs.workshop import assemble
from mops_tui.sources.simulated.rehearsal import (
    REHEARSAL_CAST,
    RehearsalRun,
    rehearse,
    session_bytes,
    write,
)
from mops_tui.storage.folders.places import pack_folders, places
from mops_tui.storage.packs.packs import Library, load_library
from mops_tui.words.i18n import _
from mops_tui.words.rehearsals.decided import decided
from mops_tui.words.rehearsals.reasons import speech

DEMO_SEED = 813
"""A room of which no sentence contradicts another: what it leans to fits where it stands,
and both of its votes name one place.

Whoever changes simulated people may have to choose anew.
"""
DEMO_PEOPLE = 9


def rehearse_demo(
    library: Library, seed: int = DEMO_SEED, opened: datetime | None = None
) -> RehearsalRun:
    """Rehearse what the demo plays: two questions up to the quadrant, two up to a decision.

    Args:
        library: The packs.
        seed: Which room comes.
        opened: When it is: what was decided months ago would look stale to who watches it today.
    """
    entries = (
        AgendaEntry(scenario="mops-personas", questions=("pairs", "place-mops")),
        AgendaEntry(scenario="org-placement", questions=("ten-points", "spell")),
    )
    title = _("A rehearsed workshop")
    workshop = assemble(entries, library.scenarios, id="demo", title=title)
    cast = library.casts[REHEARSAL_CAST]
    return rehearse(workshop, cast, DEMO_PEOPLE, seed, __version__, decided, opened=opened)


def rehearse_to(path: Path, workshop_id: str, people: int, seed: int) -> RehearsalRun:
    """Rehearse a workshop without a screen and write it down.

    Returns:
        The rehearsal.

    Raises:
        KeyError: There is no such workshop.
        SessionError: The file cannot be made.
    """
    rehearsal = _rehearsed(workshop_id, people, seed)
    write(rehearsal, path)
    return rehearsal


def rehearse_bytes(workshop_id: str, people: int, seed: int) -> bytes:
    """The same as the bytes of a session file.

    Raises:
        KeyError: There is no such workshop.
    """
    return session_bytes(_rehearsed(workshop_id, people, seed))


def _rehearsed(workshop_id: str, people: int, seed: int) -> RehearsalRun:
    library = load_library(pack_folders(places().packs))
    pack = library.workshops[workshop_id]
    workshop = assemble(
        pack.agenda, library.scenarios, id=pack.id, title=pack.title, minutes=pack.minutes
    )
    cast, said = library.casts[REHEARSAL_CAST], speech(library.arguments)
    return rehearse(workshop, cast, people, seed, __version__, decided, said)
