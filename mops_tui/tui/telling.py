"""What is wrong with a file, as a notification; and what is not saved, before it is lost."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mops_tui.storage.errors import Busy, SessionError, WriteFailed
from mops_tui.tui.screens.confirm import ChooseScreen
from mops_tui.tui.screens.starting import StartingScreen
from mops_tui.words import sessions as session_words
from mops_tui.words.i18n import _, ngettext

if TYPE_CHECKING:
    from mops_tui.tui.app import MopsApp
    from mops_tui.tui.room import Room

LONGEST_PATH = 32
"""Cells of a path that a notification shows whole."""
UNSAVED = "unsaved"
"""The id of the screen that asks before something is lost."""


def say_error(app: MopsApp, error: SessionError | Busy | WriteFailed, path: Path) -> None:
    """One clear sentence about a file."""
    refuse(
        app,
        session_words.sentence(error, short_path(path)),
        in_full=session_words.sentence(error, path),
    )


def refuse(app: MopsApp, words: str, in_full: str = "") -> None:
    """Say why something cannot be opened, for as long as it takes to read.

    Where the program has just begun with it, there is nothing else to show: the program ends, and
    the sentence stands in the terminal that it came from, where there is room for a whole path.
    """
    first = app.screen_stack[0]
    if isinstance(first, StartingScreen) and (app.screen is first or not first.opened):
        first.fail(in_full or words)
    else:
        app.notify(words, severity="error", timeout=15, markup=False)


def short_path(path: Path) -> str:
    """A session file as a notification names it; a folder, and a file near by, in full.

    A notification is thirty-odd cells wide, and breaks a long path in the middle of a word.
    """
    whole = str(path)
    return whole if len(whole) <= LONGEST_PATH or not path.suffix else f"…{os.sep}{path.name}"


def before_losing(app: MopsApp, room: Room, leave: Callable[[], Awaitable[None]]) -> None:
    """The disk refuses: ask before what is not saved is lost.

    Args:
        app: The app.
        room: The room that is being left.
        leave: How to leave all the same.
    """
    if any(screen.id == UNSAVED for screen in app.screen_stack):
        return

    def answered(chosen: str | None) -> None:
        if chosen == "lose":
            app.run_worker(leave())
        elif chosen == "elsewhere":
            desk = next(s for s in app.screen_stack if hasattr(s, "action_save_elsewhere"))
            desk.action_save_elsewhere()

    saving = room.session.saving
    lose = ngettext("Leave, and lose {n} vote", "Leave, and lose {n} votes", saving.waiting).format(
        n=saving.waiting
    )
    answers = (
        ("stay", _("Stay: the disk is tried again every second")),
        ("elsewhere", _("Carry on in another folder")),
        ("lose", lose if saving.waiting else _("Leave, and lose what was done last")),
    )
    text = _("The disk refuses: {why}.").format(why=saving.trouble)
    asking = ChooseScreen(_("Not everything is saved"), text, answers)
    asking.id = UNSAVED
    app.push_screen(asking, answered)


def lost_words(room: Room) -> str:
    """What could not be saved, for the terminal that is left."""
    waiting = room.session.saving.waiting
    why = room.session.saving.trouble or _("the disk did not answer in time")
    words = ngettext(
        "{n} vote could not be saved: {why}.", "{n} votes could not be saved: {why}.", waiting
    )
    if not waiting:
        words = _("The last step could not be saved: {why}.")
    return words.format(n=waiting, why=why)
