"""What is not saved yet and why, and what became of it when the program had to end."""

from __future__ import annotations

import shlex
from pathlib import Path

from mops_tui.sources.saving import SLOW, Rescue, Saving
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe


def why_not_saved(trouble: str) -> str:
    """Why something is not saved, in plain words: the sentence for a `Saving.trouble`."""
    reasons = {
        SLOW: _("the disk does not answer"),
        "gone": _("the file was moved or deleted"),
        "replaced": _("another file stands in its place"),
        "shrunk": _("the file was cut short by another program"),
        "grown": _("another program has written into the file"),
        "write": _("the disk cannot be written to"),
        "closed": _("the file is closed"),
        "not-restored": _("the last write failed"),
    }
    return reasons.get(trouble, safe(trouble))


def not_saved(saving: Saving) -> str:
    """The line on the screen while something waits for the disk."""
    words = ngettext(
        "{n} vote not yet saved: {why}. F8 carries on in another folder.",
        "{n} votes not yet saved: {why}. F8 carries on in another folder.",
        saving.waiting,
    )
    if not saving.waiting:
        words = _("Not yet saved: {why}. F8 carries on in another folder.")
    return words.format(n=saving.waiting, why=why_not_saved(saving.trouble))


def leaving_waits(saving: Saving) -> str:
    """What leaving says while it waits for the disk."""
    words = ngettext(
        "The program ends when the disk has saved {n} more vote.",
        "The program ends when the disk has saved {n} more votes.",
        saving.waiting,
    )
    if not saving.waiting:
        words = _("The program ends when the disk has saved the last change.")
    return words.format(n=saving.waiting)


def answer_waits() -> str:
    """What the end of the program says while an answer of practice waits for the disk."""
    return _("The program ends when the disk has saved your last answer.")


def answer_waits_here() -> str:
    """What leaving a screen says meanwhile, where its key may be pressed again."""
    return _("The disk has still to save your last answer. Esc leaves now.")


def answer_lost(trouble: str = SLOW) -> str:
    """What is said of an answer that the disk has not taken, once its screen is left.

    It says "may": what a disk has refused to confirm may be there all the same.
    """
    return _("Your last answer of practice may not be saved: {why}.").format(
        why=why_not_saved(trouble)
    )


def answer_before() -> str:
    """Why practice cannot be opened again yet."""
    return _("Your last answer is still being saved: {why}. Try again in a moment.").format(
        why=why_not_saved(SLOW)
    )


def where_kept(rescue: Rescue | None) -> str:
    """What became of what waited, for the terminal that is left; "" where all is saved."""
    if rescue is None or rescue.saved:
        return ""
    reason = why_not_saved(rescue.trouble)
    if rescue.path is None:
        words = ngettext(
            "{n} vote could not be saved: {why}.",
            "{n} votes could not be saved: {why}.",
            rescue.waiting,
        )
        if not rescue.waiting:
            words = _("The last change could not be saved: {why}.")
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
