"""What is said of a workshop that is over: an action is done, the report has another title.

The session is neither resumed nor opened again; it is locked for as long as a write takes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mops_tui.model.session.commands import (
    EditReport,
    MarkDone,
    MarkFirstStep,
    MarkReviewed,
    Pause,
    Refusal,
    Together,
)
from mops_tui.model.session.events import Event
from mops_tui.model.session.fold import fold
from mops_tui.model.session.state import WorkshopState
from mops_tui.model.session.step import Outcome, Step, step
from mops_tui.sources.clock import session_clock
from mops_tui.sources.open_journal import open_journal
from mops_tui.storage.files.disk import DISK, Disk

Said = MarkDone | MarkFirstStep | MarkReviewed | EditReport | Together
"""What can be said afterwards; together, of these."""


def say_afterwards(path: Path, command: Said, disk: Disk = DISK) -> Outcome:
    """Write down what is said of a session, durably, where its journal ends.

    Args:
        path: The session file.
        command: What is said.
        disk: The operating system, or a test's idea of a bad one.

    Returns:
        What happened: nothing where it was so before; or why it cannot be.

    Raises:
        SessionError: It cannot be read; "damaged" where a repair is needed first.
        Busy: Somebody else is writing to it: it may be running.
        WriteFailed: It cannot be written.
    """
    return say_what(path, lambda _state: command, disk)


def say_what(path: Path, choose: Callable[[WorkshopState], Said], disk: Disk = DISK) -> Outcome:
    """The same of a command that is chosen once the session is locked and read."""
    opened = open_journal(path, disk=disk)
    try:
        state = fold(opened.header, opened.events)
        events: tuple[Event, ...] = ()
        if state.phase == "open":  # the program that ran it died: it rests since then
            paused = step(state, Pause(), state.t)
            if isinstance(paused, Step):
                state, events = paused
        now = session_clock(opened.header.opened, state.t)
        said = step(state, choose(state), now())
        if isinstance(said, Refusal):
            return said
        if said.events:
            opened.pen.store((*events, *said.events))
        return said.events
    finally:
        opened.pen.leave()
