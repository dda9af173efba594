"""What the terminal says when the program has stopped by a fault of its own."""

from __future__ import annotations

from pathlib import Path

from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


def stopped(log: Path | None) -> str:
    """That it stopped, and where the private log is."""
    if log is None:
        return _("mops-tui stopped because of a fault of its own, and no log could be written.")
    words = _(
        "mops-tui stopped because of a fault of its own; a private log without anything that was "
        "typed is in {log}"
    )
    return words.format(log=safe(str(log)))


def paused(command: str) -> str:
    """That the session is safe, and the way back."""
    words = _("The session is paused, and everything in it is saved. Go on with: {command}")
    return words.format(command=command)
