"""The base class of bodies: each shows a visible state, whenever it changes."""

from __future__ import annotations

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.events import Page
from mops_tui.model.session.state import Look
from mops_tui.sources.phones.invitation import Invitation
from mops_tui.tui.host import host_of
from mops_tui.tui.widgets.put import put
from mops_tui.words.safe import safe

PAGES: tuple[Page, ...] = ("votes", "bars", "names", "brings", "talk")
"""The pages of a revealed question: picture, bars, who said what, what answers bring, the talk.

The bars have a page of their own only where there is no room for them beside the picture; names
are shown where the room agreed to it.
"""


MARGINS = 4
BARS = 6
"""Rows of a small screen that are not the body's: the bar, the line for words, the keys."""
WIDE, HIGH = 110, 34
"""From this size on, in cells, there is room for a second thing beside or below the first."""


class Body(Vertical):
    """One place of the workshop on the screen.

    Attributes:
        keys: Who looks has the facilitator's keys, and is told of them.
        turns: Who looks can turn pages, and look at what is behind a figure or a mark.
        inviting: How to join by phone, while the room is open to phones.
        done: How many say that they are done with the round that is shown.
    """

    keys = False
    turns = False
    inviting: Invitation | None = None
    done = 0

    def key_of(self, action: str) -> str:
        """The key of an action in words, as the user has set it."""
        return host_of(self).key_of(action)

    @property
    def wide(self) -> bool:
        """Whether there is room for a second thing beside the first: a timer takes some of it."""
        return self.room[0] >= WIDE - MARGINS

    @property
    def large(self) -> bool:
        """Whether there is room for letters that the last row can read."""
        return self.wide and self.app.size.height >= HIGH

    @property
    def room(self) -> tuple[int, int]:
        """The columns and rows that there are; before it is laid out, those of its holder."""
        if self.content_size.width:
            return self.content_size.width, self.content_size.height
        holder, gutter = self.holder_size, self.gutter
        return holder.width - gutter.width, holder.height - gutter.height

    @property
    def holder_size(self) -> Size:
        """The size of what holds it; while that is not laid out either, a good guess."""
        holder = self.parent.content_size if isinstance(self.parent, Widget) else Size(0, 0)
        app = self.app.size
        return holder or Size(app.width, app.height - BARS)

    def put(self, selector: str, content: Content) -> None:
        """Put a text where it belongs, unless it stands there: then nothing is laid out anew."""
        put(self.query_one(selector, Static), content)

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

    def show(self, state: VisibleState, look: Look, t: float) -> None:
        """Show a state at a time in seconds since the session was opened."""
        raise NotImplementedError


def paragraphs(text: str) -> Content:
    """A text whose blank lines part its paragraphs."""
    blocks = [" ".join(block.split()) for block in text.split("\n\n")]
    return Content("\n\n").join(Content(safe(block)) for block in blocks if block)
