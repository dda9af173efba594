"""What every body has in common: it is shown a visible state, again and again."""

from __future__ import annotations

from dataclasses import dataclass

from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from mops_tui.model.audience import Visible
from mops_tui.words.safe import safe

LEAVES = ("votes", "bars", "brings", "talk")
"""The pages of a revealed question: its picture, its bars, what the answers bring, the talk.

The bars have a page of their own only where there is no room for them beside the picture.
"""


WIDE, HIGH = 110, 34
"""From this size on, in cells, there is room for a second thing beside or below the first."""


@dataclass(frozen=True)
class Look:
    """How the room looks at a place: what is not in the journal because it moves nothing.

    Attributes:
        leaf: The page of a revealed question.
        round: The round shown, 0 for the latest.
        why: A participant whose mark is explained on the grid, or "".
    """

    leaf: str = "votes"
    round: int = 0
    why: str = ""


class Body(Vertical):
    """One place of the workshop on the screen."""

    class Ready(Message):
        """A body is mounted, with everything in it."""

        def __init__(self, body: Body) -> None:
            """Take the body."""
            super().__init__()
            self.body = body

    def on_mount(self) -> None:
        """Say so: only now can it be filled."""
        self.post_message(self.Ready(self))

    def on_resize(self) -> None:
        """Say so again: texts that wrap by hand want the width that they have now."""
        self.post_message(self.Ready(self))

    def show(self, visible: Visible, look: Look, t: float) -> None:
        """Show a state at a time in seconds since the session was opened."""
        raise NotImplementedError


def paragraphs(text: str) -> Content:
    """A text whose blank lines part its paragraphs."""
    blocks = [" ".join(block.split()) for block in text.split("\n\n")]
    return Content("\n\n").join(Content(safe(block)) for block in blocks if block)
