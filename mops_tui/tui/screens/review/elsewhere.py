"""Where a report goes whose own folder cannot be written to."""

from __future__ import annotations

import os
from pathlib import Path

from mops_tui.tui.screens.dialogs.forms import Field, FormScreen
from mops_tui.words.i18n import _


def asking_where(why: str, typed: str = "") -> FormScreen:
    """Ask for another folder.

    Args:
        why: Why the one before does not do, a sentence.
        typed: What was typed the last time.
    """
    hint = _("a folder you can write to; it is made where there is none")
    folder = Field("folder", _("Folder"), typed or str(Path.home()), hint, "path", needed=True)
    return FormScreen(_("Write it elsewhere"), (folder,), why)


def folder_named(typed: str) -> Path | None:
    """The folder that somebody has named; None where no folder can be called that.

    It is made where there is none, so it has to be named from its root: words that were pasted by
    mistake are no folder below wherever the program was started.
    """
    try:
        folder = Path(typed).expanduser()
        named = os.fsencode(folder)
    except (RuntimeError, ValueError):  # ~somebody, whom this machine does not know; half a letter
        return None
    return folder if folder.is_absolute() and b"\0" not in named else None
