"""Putting a text where it belongs: where it stands already, nothing is laid out anew."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


def put(place: Static, content: Content) -> None:
    """Put a text where it belongs, unless it stands there.

    Args:
        place: Where. Textual lays out the whole screen when its text is replaced, by the same too.
        content: The text.
    """
    before = place.content
    if not (isinstance(before, Content) and before.is_same(content)):
        place.update(content)
