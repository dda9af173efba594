"""Drawing any picture as lines of text."""

from __future__ import annotations

from mops_tui.pictures.shapes import BarsPicture, Picture

WIDTH = 72
"""Characters of a line: an e-mail's."""


def plot_of(picture: Picture, width: int = WIDTH) -> tuple[str, ...]:
    """A picture as lines of at most so many characters, none with more than is drawn in it."""
    if isinstance(picture, BarsPicture):
        bars = (f"{bar.label}  {'#' * round(bar.share * 20)} {bar.count}" for bar in picture.bars)
        return tuple(bar[:width] for bar in bars)
    return ()
