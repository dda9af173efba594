"""The projector window: the room's view of a session that runs in another terminal."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.header import Header
from mops_tui.sources.clock import Clock, running_clock
from mops_tui.sources.follow import POLL, Follower
from mops_tui.sources.phones.invitation import invitation
from mops_tui.sources.phones.keeping import BookKeeper
from mops_tui.storage.locking.presence import StagePresence
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.letters.headline import headline
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.bodies.base import HIGH, WIDE
from mops_tui.tui.widgets.joining.panel import JoinPanel
from mops_tui.tui.widgets.room_frame import RoomFrame
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

TICK = 0.5
"""Seconds between two looks at the clock."""
AWAKE, CALM = 0.015, 0.03
"""Seconds between two questions whether the file stirs: while the room is active, and later."""
CALM_AFTER = 30.0
"""Seconds without a change after which a room is calm."""


class StageScreen(MopsScreen[None]):
    """Full screen, no cues, no controls; it follows the facilitator."""

    CSS_PATH = LATE_STYLES

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "roll(-3)", _("Scroll up"), show=False),
        Binding("down", "roll(3)", _("Scroll down"), show=False),
        Binding("escape,ctrl+q", "leave", _("Close this window"), show=False),
    ]

    def __init__(self, follower: Follower) -> None:
        """Take what is followed."""
        super().__init__()
        self._follower = follower
        self._presence: StagePresence | None = None
        self._header: Header | None = None
        self._followed: Path | None = None
        self._clock: Clock = float
        self._keeper: BookKeeper | None = None

    def compose(self) -> ComposeResult:
        """The room's view, or a calm word while there is none."""
        yield RoomFrame()
        yield JoinPanel()
        yield Static(id="blank")
        yield Static(waiting_words(self._follower), id="waiting")

    def on_mount(self) -> None:
        """Follow the file, and the clock."""
        self.set_interval(TICK, self._tick)
        self.set_class(True, "-waiting")
        self._poll()
        self.run_worker(self._follow())

    def on_unmount(self) -> None:
        """Release the sign that a projector window is open."""
        if self._presence is not None:
            self._presence.release()

    async def _follow(self) -> None:
        """Look at the file whenever it stirs, and at its folder now and then."""
        looked = changed = time.monotonic()
        while True:
            awake = time.monotonic() - changed < CALM_AFTER
            await asyncio.sleep(AWAKE if awake else CALM)
            now = time.monotonic()
            if self._follower.stirred() or now - looked >= POLL:
                looked = now
                if self._poll():
                    changed = now

    def _poll(self) -> bool:
        """Look once, and show what has changed, if anything."""
        changed = self._follower.poll()
        if changed:
            self._show()
        return changed

    def _show(self) -> None:
        state, header = self._follower.seen, self._follower.header
        if state is None or header is None:
            return
        changed_file = header != self._header or self._follower.path != self._followed
        if changed_file:
            self._header, self._followed = header, self._follower.path
            self._be_present()
            self._keeper = BookKeeper(self.host.places.state, header.id)
        # The clock starts anew with each event, so that pauses and resumes need no care. It asks
        # the wall clock only how old a session is that was found running: a laptop may sleep.
        age = time.time() - self._follower.modified if changed_file else 0.0
        self._clock = running_clock(state.t, age)
        waiting = state.phase in ("new", "paused")
        self.set_class(waiting, "-waiting")
        if waiting:
            self._say_waiting()
        self.set_class(state.blanked and not waiting, "-blanked")
        self.query_one(RoomFrame).show(state, state.look, self._clock())
        self._invite(state)

    def _invite(self, state: VisibleState) -> None:
        """Show how to join by phone, where the room sees that: in the lobby, and when asked for.

        The code stands in no session file: it is read from the private book of this user.
        """
        shows = state.view.of == "lobby" or state.code_shown
        book = self._keeper.look() if shows and self._keeper is not None else None
        inviting = invitation(book, book.seats(state.participants)) if book is not None else None
        self.query_one(RoomFrame).invite(inviting)
        self.set_class(state.code_shown and inviting is not None, "-joining")
        if state.code_shown and inviting is not None:
            self.query_one(JoinPanel).show(inviting, state)

    def _say_waiting(self) -> None:
        width, height = self.app.size
        rows = height // 2 if width >= WIDE and height >= HIGH else 0
        words = waiting_words(self._follower, width - 8, rows)
        self.query_one("#waiting", Static).update(words)

    def on_resize(self) -> None:
        """Say it as large as there is room for."""
        self.call_after_refresh(self._say_waiting)

    def _tick(self) -> None:
        state = self._follower.seen
        if state is None or self._header is None:
            return
        if self._presence is not None:
            self._presence.announce()  # again, should the first time have met somebody asking
        self.query_one(RoomFrame).tick(state, self._clock())
        self._invite(state)  # the book may have changed, and no event says so

    def _be_present(self) -> None:
        """Let the facilitator's window know that the room has a screen of its own."""
        if self._presence is not None:
            self._presence.release()
        path = self._follower.path
        self._presence = StagePresence(path) if path is not None else None
        if self._presence is not None:
            self._presence.announce()

    def action_roll(self, by: int) -> None:
        """Scroll."""
        self.query_one(RoomFrame).roll(by)

    def action_leave(self) -> None:
        """Close the window; the workshop goes on."""
        self.app.exit()


def waiting_words(follower: Follower, width: int = 0, rows: int = 0) -> Content:
    """That the stage is ready, and what it waits for. Nothing here names a session by its title.

    Args:
        follower: What is followed.
        width: The cells of a line.
        rows: The rows that large letters may take; 0 for small ones.
    """
    state = follower.seen
    if state is not None and state.phase == "paused":
        sentence = _("The workshop is paused. The room's view appears here when it continues.")
    elif state is not None:
        sentence = _("The room's view appears here when the workshop begins.")
    elif follower.named is not None:
        sentence = _("Waiting for {file}, where no session can be read yet.")
        sentence = sentence.format(file=safe(follower.named.name, 60))
    else:
        sentence = _(
            "Waiting for a workshop on this laptop. The room's view appears here when one is "
            "opened."
        )
    return Content.assemble(
        ("mops_tui", "bold $accent"),
        "\n\n",
        headline(_("The stage is ready."), width, rows) or _("The stage is ready."),
        "\n\n",
        (sentence, "$text-muted"),
    )
