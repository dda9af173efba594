"""What is said of an event of practice that the disk has not taken yet."""

from __future__ import annotations

from mops_tui.model.session.events import AnswerTakenBack, PracticeEvent
from mops_tui.words.i18n import _


def disk_slow(event: PracticeEvent) -> str:
    """What is said while the disk takes its time."""
    if isinstance(event, AnswerTakenBack):
        return _("The disk is slow: your answer counts until that is saved.")
    return _("The disk is slow: the verdict appears once your answer is saved.")


def not_kept(event: PracticeEvent, why: str) -> str:
    """What is said when the disk refuses.

    Args:
        event: What was to be kept.
        why: Why not, as a sentence.
    """
    if isinstance(event, AnswerTakenBack):
        return _("Your answer is not taken back, and still counts. {why}").format(why=why)
    return _("The answer is not saved yet. {why} Enter tries again.").format(why=why)
