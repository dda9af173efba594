"""What an undo took back, in a sentence."""

from __future__ import annotations

from mops_tui.words.i18n import _


def undone(kind: str) -> str:
    """Say what was taken back.

    Args:
        kind: The kind of the event that was undone.
    """
    return {
        "vote-cast": _("Taken back: the last vote."),
        "vote-withdrawn": _("Taken back: the withdrawal of a vote."),
        "tally-set": _("Taken back: the last call-outs."),
        "round-closed": _("Taken back: the close. The vote is open again."),
        "round-reopened": _("Taken back: the reopening. The vote is closed again."),
        "participant-joined": _("Taken back: somebody's arrival."),
        "participant-updated": _("Taken back: the last change of a person."),
        "participant-left": _("Taken back: somebody's leaving."),
        "head-counted": _("Taken back: the last head count."),
        "option-added": _("Taken back: the last answer that the room added."),
        "agenda-set": _("Taken back: the last change of the agenda."),
        "decision-recorded": _("Taken back: the last decision."),
        "decision-amended": _("Taken back: the last change of a decision."),
        "action-recorded": _("Taken back: the last action."),
        "action-amended": _("Taken back: the last change of an action."),
        "note-recorded": _("Taken back: the last note."),
        "note-amended": _("Taken back: the last change of a note."),
    }.get(kind, _("Taken back. The journal keeps both."))
