"""The keys of practice's screens that `?` lists beside those of the registry."""

from __future__ import annotations

from mops_tui.words.i18n import _

KeyLines = tuple[tuple[str, str], ...]
"""Keys as people call them, and what they do."""


def card_keys(answers: int) -> KeyLines:
    """On a card.

    Args:
        answers: How many it has.
    """
    return (
        (_("1 to {n}, ↑ ↓").format(n=answers), _("Choose an answer.")),
        ("Enter", _("Hand in the answer, then how likely it is.")),
        (_("digits, ← →"), _("Say how likely it is that your answer is advised.")),
        ("Esc, Tab", _("From there back to the answers; your choice stays.")),
        *_reading(),
    )


def walk_keys(hint: str) -> KeyLines:
    """In a walk through a scenario, beside those of the group "walk".

    Args:
        hint: How the answer that is asked for is given, in a line; "" where none is.
    """
    return (
        *(((_("answer"), hint),) if hint else ()),
        (_("digits, ← →"), _("Say how firmly you stand by it, or how sure you are.")),
        ("Esc, Tab", _("From there back to the answer.")),
        ("Enter", _("Take that.")),
        *_reading(),
    )


def menu_keys() -> KeyLines:
    """In the menu."""
    return (
        ("↑ ↓, Home, End", _("Choose a line; below the list stands what it is.")),
        ("Enter", _("Open it.")),
        ("Esc", _("Back home.")),
    )


def page_keys() -> KeyLines:
    """On a page that is only read."""
    return (*_reading(), ("Esc, Space", _("Back; so does Enter.")))


def predict_keys(hint: str) -> KeyLines:
    """Where a room is predicted.

    Args:
        hint: How the points are given, in a line; "" where none are asked for.
    """
    return (
        *(((_("points"), hint),) if hint else ()),
        ("Space, Enter", _("Go on, once you have read.")),
        ("r", _("Rehearse, where there is no room to predict yet.")),
        *_reading(),
        ("Esc", _("Stop here; what you have predicted is kept.")),
    )


def _reading() -> KeyLines:
    return (("↑ ↓ PgUp PgDn", _("Read on, where there is more than fits; Home, End as well.")),)
