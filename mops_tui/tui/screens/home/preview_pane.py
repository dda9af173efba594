"""The pane below home's lists: a glance at what is chosen, made in a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from mops_tui.tui.beside_loop import read_beside
from mops_tui.tui.widgets.slot import Slot
from mops_tui.words.safe import safe

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from mops_tui.tui.screens.home.preview import Preview

REST = 0.12
"""Seconds that the cursor has to rest on something before it is read."""
MOST_KEPT = 60
"""How many are kept, so that going up and down again reads nothing twice."""
PICTURE_WIDTH, PICTURE_HEIGHT = 40, 12
"""The least room of a picture."""
LEAST_TEXT = 48
"""The columns that the text keeps beside it."""


class Chosen(NamedTuple):
    """What is looked at: a pack by its id, or a session by its file, as it was then."""

    kind: Literal["pack", "session", "choice", "practice"]
    name: str = ""
    version: float = 0.0


class PreviewReady(Message):
    """A preview was made.

    Attributes:
        chosen: Of what.
        preview: The preview; None where there is nothing to show.
    """

    def __init__(self, chosen: Chosen, preview: Preview | None) -> None:
        """Take what was made."""
        super().__init__()
        self.chosen = chosen
        self.preview = preview


class PreviewPane(Horizontal):
    """Shows what is wanted last; what was wanted before is not drawn any more.

    One thread reads at a time. Where a disk does not answer nothing is shown, and every key works.
    """

    def __init__(self, own_packs: Path) -> None:
        """Take the folder of the user's packs."""
        super().__init__(id="preview-pane")
        self._own = own_packs
        self._wanted: Chosen | None = None
        self._reading = False
        self._rest: Timer | None = None
        self._made: dict[Chosen, Preview | None] = {}
        self._pictured: Preview | None = None

    def compose(self) -> ComposeResult:
        """The text beside the picture, which comes with the first preview that has one."""
        yield Static(id="preview-text")
        yield Vertical(
            Static(id="preview-pictured"), Slot(id="preview-picture"), id="preview-shown"
        )

    def forget_packs(self) -> None:
        """Read packs anew when they are looked at: their files may have changed."""
        self._made = {one: made for one, made in self._made.items() if one.kind == "session"}

    def want(self, chosen: Chosen | None) -> None:
        """Show this, as soon as it is made; None for nothing."""
        if chosen == self._wanted:
            return
        self._wanted = chosen
        if self._rest is not None:
            self._rest.stop()
        if chosen is None or chosen in self._made:
            self._show()
        else:
            self._rest = self.set_timer(REST, self._read)

    def _read(self) -> None:
        """Read what is wanted, unless something is being read: then it is looked at after that."""
        chosen = self._wanted
        if self._reading or chosen is None or chosen in self._made:
            return
        self._reading = True
        make = _maker(chosen, self._own)

        def read() -> None:
            preview = None
            try:
                preview = make()
            finally:  # whatever becomes of it, the next one can be read
                self.post_message(PreviewReady(chosen, preview))

        read_beside(read, lambda _: None, patience=0.0)

    def on_preview_ready(self, event: PreviewReady) -> None:
        """Keep it; show it if it is wanted still, and read what is wanted now."""
        event.stop()
        self._reading = False
        if len(self._made) >= MOST_KEPT:
            self._made.clear()
        self._made[event.chosen] = event.preview
        if event.chosen == self._wanted:
            self._show()
        else:
            self._read()

    def on_resize(self) -> None:
        """Lay the text out anew."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        preview = self._made.get(self._wanted) if self._wanted is not None else None
        text = self.query_one("#preview-text", Static)
        shown = self.query_one("#preview-shown")
        width, height = self.size
        if preview is None or width < LEAST_TEXT or not height:
            text.update("")
            shown.display = False
            return
        beside = height >= PICTURE_HEIGHT and width >= LEAST_TEXT + PICTURE_WIDTH
        shown.display = beside and bool(preview.title)
        picture = max(PICTURE_WIDTH, width * 2 // 5)
        shown.styles.width = picture
        self.query_one("#preview-picture").styles.max_height = picture * 2 // 5
        column = width - picture - 3 if shown.display else width
        text.update(preview.content(column, height))
        if shown.display and preview is not self._pictured:
            self._pictured = preview
            title = Content.styled(safe(preview.title), "bold $primary")
            self.query_one("#preview-pictured", Static).update(title)
            self.call_next(self._draw)

    async def _draw(self) -> None:
        """Put the picture there that belongs to the preview, in the place of the one before."""
        if self._pictured is not None and self.is_attached:
            await self.query_one("#preview-picture", Slot).hold(self._pictured.view())


def _maker(chosen: Chosen, own: Path) -> Callable[[], Preview | None]:
    """What makes a preview: for a thread, since it imports what it needs before it reads."""

    def make() -> Preview | None:
        if chosen.kind == "session":
            from mops_tui.tui.screens.home import session_preview

            return session_preview.preview_of_session(Path(chosen.name))
        from mops_tui.tui.screens.home import preview

        if chosen.kind == "practice":
            return preview.PracticePreview()
        if chosen.kind == "choice":
            return preview.preview_of_choice(own)
        return preview.preview_of_pack(own, chosen.name)

    return make
