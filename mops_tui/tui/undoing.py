"""Undo on the lists that open over the room: it takes back what was changed there, and no more."""

from __future__ import annotations

from mops_tui.model.session.commands import Undo
from mops_tui.model.session.undo.undo import last_group
from mops_tui.tui.room import Room
from mops_tui.words.i18n import _
from mops_tui.words.undone import undone

AGENDA = frozenset({"agenda-set"})
PEOPLE = frozenset(
    {"participant-joined", "participant-updated", "participant-left", "head-counted"}
)


def undo_here(room: Room, kinds: frozenset[str], key: str) -> str:
    """Take the last thing back if it is of some kinds of event.

    Args:
        room: The room.
        kinds: What the list that is open can change.
        key: The key that takes things back in the room, in words.

    Returns:
        What was taken back, or why nothing was, in a sentence.
    """
    head = room.head
    group = last_group(head)
    if not group or group[0].event.kind not in kinds:
        words = _(
            "There is nothing to undo here. Back in the workshop, {key} undoes what was done last."
        )
        return words.format(key=key)
    return room.ask(Undo()) or undone(head, group)
