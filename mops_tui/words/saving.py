"""What is not saved yet and why, and what became of it when the program had to end."""

from __future__ import annotations

import shlex
from pathlib import Path

from mops_tui.sources.base import SLOW, Saving
from mops_tui.sources.live import Rescue
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe


def why(trouble: str) -> str:
    """The trouble of a `Saving` as a person would say it."""
    said = {
        SLOW: _("the disk does not answer"),
        "gone": _("the file was moved or deleted"),
        "replaced": _("another file stands in its place"),
        "shrunk": _("the file was cut short by another program"),
        "grown": _("another program has written into the file"),
        "write": _("the disk refuses"),
        "closed": _("the file is closed"),
        "not-restored": _("the last write failed"),
    }
    return said.get(trouble, safe(trouble))


def not_saved(saving: Saving) -> str:
    """The line on the screen while something waits for the disk."""
    words = ngettext(
        "{n} vote not yet saved: {why}. F8 carries on in another folder.",
        "{n} votes not yet saved: {why}. F8 carries on in another folder.",
        saving.waiting,
    )
    if not saving.waiting:
        words = _("Not yet saved: {why}. F8 carries on in another folder.")
    return words.format(n=saving.waiting, why=why(saving.trouble))


def waits(saving: Saving) -> str:
    """What leaving says while it waits for the disk."""
    words = ngettext(
        "Leaving waits for the disk, which has {n} vote to save.",
        "Leaving waits for the disk, which has {n} votes to save.",
        saving.waiting,
    )
    if not saving.waiting:
        words = _("Leaving waits for the disk, which has the last step to save.")
    return words.format(n=saving.waiting)


def kept(rescue: Rescue) -> str:
    """What became of what waited, for the terminal that is left; "" where all is saved."""
    if rescue.saved:
        return ""
    reason = why(rescue.trouble)
    if rescue.path is None:
        words = ngettext(
            "{n} vote could not be saved: {why}.",
            "{n} votes could not be saved: {why}.",
            rescue.waiting,
        )
        if not rescue.waiting:
            words = _("The last step could not be saved: {why}.")
        return words.format(n=rescue.waiting, why=reason)
    words = _(
        "The session could not be saved in its own folder: {why}. All of it is kept in {file}. "
        "Go on with: {command}"
    )
    return words.format(
        why=reason, file=safe(str(rescue.path)), command=resume_command(rescue.path)
    )


def resume_command(path: Path | str) -> str:
    """The command that goes on with a session, to be typed as it stands."""
    return f"mops-tui resume {safe(shlex.quote(str(path)))}"
