"""Going on once the packs are read: two hundred of them take seconds, and no screen waits for that.

Importing this module imports the model; home does so only when somebody chooses something.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen

from mops_tui.storage.folders.places import pack_folders
from mops_tui.storage.packs.packs import load_library, unread
from mops_tui.tui.beside_loop import read_beside
from mops_tui.tui.screens.dialogs.small import TooSmallScreen
from mops_tui.words.i18n import ngettext

if TYPE_CHECKING:
    from mops_tui.storage.packs.packs import Library
    from mops_tui.tui.host import Host

FEW = 30
"""So many packs are read in the time that a screen takes to open."""


def place_of(app: Host) -> Screen[object]:
    """The screen that somebody is on; that a window is too small takes nobody elsewhere."""
    screens = (one for one in reversed(app.screen_stack) if not isinstance(one, TooSmallScreen))
    return next(screens, app.screen)


def once_read(app: Host, go: Callable[[], object]) -> None:
    """Go on with all packs read, so that `go` finds them at hand.

    Where many are still to be read, that is said, and keys work meanwhile: who goes somewhere else
    in that time has changed their mind, and is left there.
    """
    folders = pack_folders(app.places.packs)
    count = unread(folders)
    asked_on = place_of(app)

    def read() -> Library:
        return load_library(folders)

    def arrived() -> None:
        if place_of(app) is asked_on:
            go()

    if count <= FEW or read_beside(read, lambda _read: app.call_later(arrived)) is not None:
        go()
        return
    words = ngettext("Reading {count} pack …", "Reading {count} packs …", count)
    app.notify(words.format(count=count), markup=False)
