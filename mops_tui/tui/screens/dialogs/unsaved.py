"""Asking before something that is not saved is left."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol, runtime_checkable

from mops_tui.sources.saving import SLOW
from mops_tui.tui.host import Host
from mops_tui.tui.room import Room
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.words.files import saving as saving_words
from mops_tui.words.i18n import _, ngettext

UNSAVED = "unsaved"
"""The id of the screen that asks before something that is not saved is left."""


@runtime_checkable
class SavesElsewhere(Protocol):
    """A screen whose session can be carried on in another folder."""

    def action_save_elsewhere(self) -> object:
        """Ask for the folder, and carry on there."""
        ...


def before_losing(app: Host, room: Room, leave: Callable[[], Awaitable[None]]) -> None:
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
            desk = next(s for s in app.screen_stack if isinstance(s, SavesElsewhere))
            desk.action_save_elsewhere()

    saving = room.session.saving
    lose = ngettext(
        "Leave: {n} vote is kept in another folder, if one takes it",
        "Leave: {n} votes are kept in another folder, if one takes them",
        saving.waiting,
    ).format(n=saving.waiting)
    last = _("Leave: the last change is kept in the same way")
    answers: tuple[tuple[str, str], ...] = (
        ("stay", _("Stay: the disk is tried again every second")),
        ("elsewhere", _("Carry on in another folder")),
        ("leave", lose if saving.waiting else last),
    )
    if saving.trouble == SLOW:
        wait = ("wait", _("Wait for the disk, then leave"))
        answers = (("stay", _("Stay: the disk may still answer")), wait, *answers[1:])
    text = _("The reason: {why}.").format(why=saving_words.why_not_saved(saving.trouble))
    asking = ChooseScreen(_("Not everything is saved"), text, answers)
    asking.id = UNSAVED
    app.push_screen(asking, answered)
