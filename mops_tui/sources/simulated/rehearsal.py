"""A headless rehearsal: a simulated room and a scripted facilitator run a whole workshop.

It uses time as a room does: a brief is read aloud, silence and pairs take their minutes, a vote as
long as votes were measured to take, a talk what its budget leaves. Time is simulated, every event
passes `decide`, and nothing but the seed decides: the same seed, version and Python minor give the
same bytes.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mops_tui.model.packs.characters import Cast
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.events import Event
from mops_tui.model.session.header import LONGEST_TITLE, Header, Policy
from mops_tui.model.session.state import WorkshopState
from mops_tui.sources.simulated.characters import people
from mops_tui.sources.simulated.facilitator import Decider, ScriptedFacilitator
from mops_tui.sources.simulated.saying.matter import Speech
from mops_tui.storage.files.disk import create_whole
from mops_tui.storage.files.errors import refusing
from mops_tui.storage.folders.places import private_folder
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import encode

REHEARSAL_CAST = "the-room"
"""The id of the cast that comes to rehearsals."""
FIRST_DAY = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
"""When the rehearsal of seed 0 opens; each further seed opens an hour later."""


@dataclass(frozen=True)
class RehearsalRun:
    """A rehearsal from beginning to end."""

    header: Header
    events: tuple[Event, ...]
    state: WorkshopState


def rehearsal_header(workshop: Workshop, count: int, seed: int, app: str) -> Header:
    """The header of a rehearsal; everything in it follows from the seed."""
    return Header(
        id=f"rehearsal-{seed}-{count}",
        title=f"{workshop.title} ({count})"[:LONGEST_TITLE],
        opened=FIRST_DAY + timedelta(hours=seed % 10_000),
        session="rehearsal",
        app=app,
        seed=seed,
        policy=Policy(),
        workshop=workshop,
    )


def rehearse(
    workshop: Workshop,
    cast: Cast,
    count: int,
    seed: int,
    app: str,
    decide: Decider,
    speech: Speech | None = None,
    opened: datetime | None = None,
) -> RehearsalRun:
    """Run a workshop with so many simulated people.

    Args:
        workshop: What is run.
        cast: Whose characters come; they are varied beyond their number.
        count: How many people.
        seed: Where all randomness starts.
        app: The version to write into the header.
        decide: Who says what the votes decide.
        speech: What people can say when they are asked why; None where nobody is asked.
        opened: When it opens; None where that follows from the seed as well.
    """
    header = rehearsal_header(workshop, count, seed, app)
    if opened is not None:
        header = header.model_copy(update={"opened": opened})
    facilitator = ScriptedFacilitator(
        header, people(cast, count, seed), random.Random(seed), decide, speech
    )
    facilitator.run()
    return RehearsalRun(header, tuple(facilitator.events), facilitator.state)


def session_bytes(rehearsed: RehearsalRun) -> bytes:
    """A rehearsal as the bytes of a session file."""
    events = b"".join(encode(event) for event in rehearsed.events)
    return journal.header_bytes(rehearsed.header) + events


def write(rehearsed: RehearsalRun, path: Path) -> None:
    """Write a rehearsal as a session file, which appears whole or not at all.

    Raises:
        SessionError: It cannot be made; "exists" where something is there already.
    """
    with refusing("cannot-create"):
        private_folder(path.parent)
        create_whole(path, session_bytes(rehearsed))
