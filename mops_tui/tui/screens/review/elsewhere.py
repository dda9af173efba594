"""Where a report goes whose own folder cannot be written to."""

from __future__ import annotations

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
