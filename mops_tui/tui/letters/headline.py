"""A headline: in block letters where they fit, and in plain bold letters where they do not."""

from __future__ import annotations

from textual.content import Content

from mops_tui.tui.letters.blocks import in_blocks
from mops_tui.words.safe import safe


def headline(text: str, width: int, height: int, style: str = "bold") -> Content | None:
    """A text in block letters; None where it is better written plainly.

    Args:
        text: A pack's or a person's text.
        width: The cells that a line may have.
        height: The rows that it may take.
        style: The style of the letters.
    """
    blocks = in_blocks(safe(text), width, height)
    if blocks is None:
        return None
    # Rows of one length, so that whatever centres them keeps their letters together.
    return Content.styled("\n".join(row.ljust(blocks.width) for row in blocks.rows), style)
