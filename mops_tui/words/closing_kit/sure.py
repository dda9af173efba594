"""How sure a room is of a decision, in words: what its facilitator wrote down, and no vote."""

from __future__ import annotations

from mops_tui.words.i18n import _


def how_sure(confidence: int) -> str:
    """How sure the facilitator wrote down that the room is, in words; "" where she did not.

    Args:
        confidence: 1 to 5; 0 where nothing was written down.
    """
    sure = {
        1: _("hardly sure"),
        2: _("not very sure"),
        3: _("fairly sure"),
        4: _("sure"),
        5: _("very sure"),
    }.get(confidence, "")
    if not sure:
        return ""
    return _("{sure} (the facilitator's word)").format(sure=sure)
