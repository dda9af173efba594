"""What people said when they were asked why, in words."""

from __future__ import annotations

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import GivenReason
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import participant_label
from mops_tui.words.results.quoting import between_marks
from mops_tui.words.safe import lines_joined


def said(state: VisibleState, reason: GivenReason) -> str:
    """Somebody's reason with their name, where the room knows it.

    Args:
        state: What may be seen.
        reason: One of `state.reasons`.
    """
    if not reason.participant:
        return _("Somebody: {text}").format(text=spoken(reason.text))
    name = participant_label(state, reason.participant)
    return _("{name}: {text}").format(name=name, text=spoken(reason.text))


def spoken(text: str) -> str:
    """What somebody said, between quotation marks: those in it become single ones."""
    return _("“{text}”").format(text=between_marks(lines_joined(text)))
