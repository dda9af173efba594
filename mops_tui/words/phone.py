"""What a phone says: how to answer with a thumb, what is saved, and why something cannot be.

The page has no words of its own. Whoever holds a phone has no keyboard: nothing here names a key.
"""

from __future__ import annotations

from mops_tui.words.i18n import _


def help_words(kind: str) -> str:
    """How a question of a kind is answered with a thumb."""
    return {
        "choice": _("Tap one."),
        "hands": _("Tap yes or no."),
        "allocate": _("Pour all ten points: + gives one, − takes one back."),
        "rate": _("Tap a level for each. You can leave some out."),
        "pairs": _("For each pair, tap where you stand between the two. You can leave some out."),
        "grid": _("Put a finger where you stand."),
        "curve": _("Slide each to where you see it. You can leave some out."),
        "rank": _("Put them in order, the best first."),
        "text": _("Write what comes to mind."),
    }.get(kind, "")
