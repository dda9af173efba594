"""A text that came from elsewhere, as it is seen: two that look the same are the same."""

from __future__ import annotations

import unicodedata

from mops_tui.model.text.blank import ESCAPE, FILLERS

_UNSEEN = frozenset({"Cc", "Cf"})


def plain(text: str, most: int) -> str:
    """One line without what is not seen: escape codes, control and turning marks, joiners.

    Args:
        text: As it came, of any length.
        most: How many characters are kept.
    """
    shortened = ESCAPE.sub("", text[: most * 8])
    seen = "".join(
        " " if character.isspace() else character
        for character in unicodedata.normalize("NFC", shortened)
        if character.isspace()
        or (unicodedata.category(character) not in _UNSEEN and character not in FILLERS)
    )
    return " ".join(seen.split())[:most].strip()
