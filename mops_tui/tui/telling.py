"""What is wrong with a file, as a notification; and what is not saved, before it is left."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mops_tui.sources.base import SLOW
from mops_tui.sources.live import Rescue
from mops_tui.storage.files.errors import Busy, SessionError, WriteFailed
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.home.starting import StartingScreen
from mops_tui.words.files import saving as saving_words
from mops_tui.words.files import sessions as session_words
from mops_tui.words.i18n import _, ngettext

if TYPE_CHECKING:
    from mops_tui.tui.app import MopsApp
    from mops_tui.tui.ending.app import EndingApp
    from mops_tui.tui.room import Room

LONGEST_PATH = 32
"""Cells of a path that a notification shows whole."""
UNSAVED = "unsaved"
"""The id of the screen that asks before something that is not saved is left."""


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


def before_losing(app: EndingApp, room: Room, leave: Callable[[], Awaitable[None]]) -> None:
    """The disk refuses or hangs: ask before what is not saved is left.

    Args:
        app: The app.
        room: The room that is being left.
        leave: How to leave all the same.
    """
    if any(screen.id == UNSAVED for screen in app.screen_stack):
        return

    def answered(chosen: str | None) -> None:
        if chosen == "leave":
            room.hurry()
        if chosen in ("leave", "wait"):
            app.run_worker(leave())
        elif chosen == "elsewhere":
            desk = next(s for s in app.screen_stack if hasattr(s, "action_save_elsewhere"))
            desk.action_save_elsewhere()

    saving = room.session.saving
    lose = ngettext(
        "Leave: {n} vote is kept in another folder, if one takes it",
        "Leave: {n} votes are kept in another folder, if one takes them",
        saving.waiting,
    ).format(n=saving.waiting)
    last = _("Leave: what was done last is kept likewise")
    answers: tuple[tuple[str, str], ...] = (
        ("stay", _("Stay: the disk is tried again every second")),
        ("elsewhere", _("Carry on in another folder")),
        ("leave", lose if saving.waiting else last),
    )
    if saving.trouble == SLOW:
        wait = ("wait", _("Wait for the disk, then leave"))
        answers = (("stay", _("Stay: the disk may answer yet")), wait, *answers[1:])
    text = _("The reason: {why}.").format(why=saving_words.why(saving.trouble))
    asking = ChooseScreen(_("Not everything is saved"), text, answers)
    asking.id = UNSAVED
    app.push_screen(asking, answered)


def lost_words(room: Room) -> str:
    """What could not be saved in its own folder, and where it is: for the terminal that is left."""
    rescue = room.rescue or Rescue(saved=True)
    return saving_words.kept(rescue)
