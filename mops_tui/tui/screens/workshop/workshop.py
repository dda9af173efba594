"""The workshop screen: what the room looks at, and which of the facilitator's keys work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import Static

from mops_tui.model.session.on_screen import scene
from mops_tui.storage.locking.presence import StagePresence
from mops_tui.tui.keys.registry import bindings
from mops_tui.tui.room import Room
from mops_tui.tui.screens.workshop.acting import ActingScreen
from mops_tui.tui.screens.workshop.all_voted import AllVoted
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.bodies.base import WIDE
from mops_tui.tui.widgets.console import Console
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.room_frame import RoomFrame
from mops_tui.words.files.saving import not_saved
from mops_tui.words.i18n import _

TICK = 0.5
"""Seconds between two looks at the clock."""
PACE_SECONDS = 0.1
"""What comes by phone faster than this is shown together."""
STAGE_TICKS = 4
"""After so many ticks the screen looks whether a stage is open."""
ONCE_CLOSED = frozenset(
    {"leave", "go_home", "report", "help", "quit", "theme", "roll", "command_palette"}
)
"""What there is still to do once a workshop is closed."""


class WorkshopScreen(ActingScreen):
    """One running workshop: what is shown of it, and which of its keys work now."""

    CSS_PATH = LATE_STYLES
    KEY_GROUPS: ClassVar[tuple[str, ...]] = ("room", "timer", "write", "everywhere")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "go_home", _("Home"), id="leave"),  # once it is closed; in the footer
        *bindings("room", "timer", "write"),
        *(binding for binding in bindings("home") if binding.id == "report"),
        Binding("up", "roll(-3)", show=False),
        Binding("down", "roll(3)", show=False),
        Binding("f5", "here", show=False),
    ]

    def __init__(self, room: Room) -> None:
        """Take the room."""
        super().__init__(room)
        self._notes = Console()
        self._frame = RoomFrame(self._notes, keys=True)
        self._shown = room.seen
        self._trouble_said = ""
        self._staged = False
        self._ticks = 0
        self._end: Callable[[], None] | None = None
        self._due: asyncio.TimerHandle | None = None
        self._shown_at = 0.0
        self._end_entrance: Callable[[], None] | None = None
        self._voted = AllVoted()

    # --- what it shows

    def compose(self) -> ComposeResult:
        """The bar, the room's view beside the timer, a line for words, the keys."""
        yield self._frame
        yield Static(id="message")
        yield Static(id="blank")
        yield Footer()

    def on_mount(self) -> None:
        """Follow the session, and the clock."""
        self._end = self.room.subscribe(self._heard)
        self._end_entrance = self.room.entrance.subscribe(self._changed)
        self.set_interval(TICK, self.tick)
        self._voted.begin(self._shown)
        self._changed()
        self.joining.show_code(on=False)  # a crash may have left it on the stage
        if self.room.session.after_crash:
            self.run_worker(self.joining.open_again())

    def on_unmount(self) -> None:
        """Stop following."""
        if self._end is not None:
            self._end()
            self._end = None
        if self._due is not None:
            self._due.cancel()
        if self._end_entrance is not None:
            self._end_entrance()

    def _heard(self) -> None:
        """Something has happened; what many phones do at once is shown ten times a second.

        What the facilitator has changed is shown in this turn of the loop: she may press on.
        """
        if self.room.served is None:
            self._changed()
            return
        loop = asyncio.get_running_loop()
        at_once = self.room.scene != scene(self._shown)
        if self._due is not None and at_once:
            self._due.cancel()
            self._due = None
        if self._due is None:
            at = 0.0 if at_once else self._shown_at + PACE_SECONDS
            self._due = loop.call_at(max(at, loop.time()), self._show_all)

    def _show_all(self) -> None:
        self._due = None
        self._shown_at = asyncio.get_running_loop().time()
        self._changed()

    def _changed(self) -> None:
        """Something has happened: show what is durable of it."""
        if self._end is None or self.is_left:  # not mounted yet, or its widgets go
            return
        self._shown = self.room.seen
        self._frame.invite(self.room.entrance.inviting, self._done())
        self._frame.show(self._shown, self._shown.look, self.room.session.now())
        self._show_console()
        # Where there is a stage, that one is dark, and the facilitator's screen stays.
        self.desk.dark = self._shown.blanked and not self._staged
        self.set_class(self.desk.dark, "-blanked")
        self.desk.forget_stale()
        self._say_saving()
        self._say_all_voted()
        if self._shown.phase == "closed":
            self.run_worker(self.joining.end_for_good())
        self.refresh_bindings()

    def _done(self) -> int:
        """How many say on their phones that they are done with the round that is shown."""
        round_ = self._shown.round(self._shown.view.name)
        if self.room.phones is None or round_ is None:
            return 0
        return self.room.phones.done(self._shown.view.name, round_.number)

    def _say_all_voted(self) -> None:
        """Ring once a round when the last of those present has voted, while phones vote."""
        words = self._voted.words(self._shown)
        if words and self.room.served is not None:
            self.desk.say(words, "bold $success")
            if self._shown.policy.bell:
                self.desk.ring_bell()

    def tick(self) -> None:
        """Let the clocks go on; ring once when the timer has run out."""
        t = self.room.session.now()
        self._frame.invite(self.room.entrance.inviting, self._done())
        self._frame.tick(self._shown, t)
        self._timing.ring(self._shown, t)
        self._say_saving()
        self._look_for_stage()

    def _look_for_stage(self) -> None:
        """Whether the room has a screen of its own: then this one is the facilitator's alone."""
        self._ticks += 1
        if self._ticks % STAGE_TICKS:
            return
        self.joining.look_for_network()
        staged = StagePresence(self.room.session.path).is_open()
        if staged != self._staged:
            self._staged = staged
            self.room.may_see_cues = staged
            self.room.seat_unseen = False
            words = _("A stage is open: the room sees it, and this screen is yours alone.")
            closed = _("The stage is closed: the room may see this screen.")
            self.desk.say(words if staged else closed)
            self._changed()

    def _show_console(self) -> None:
        self._notes.display = self._staged and self.app.size.width >= WIDE
        if self._notes.display:
            self._notes.show(self.room.saved_for("facilitator"), self.room.session.now())

    def _say_saving(self) -> None:
        saving = self.room.session.saving
        if self.leaving.begun:
            return  # the line says what leaving waits for
        if saving.trouble:
            words = not_saved(saving)
            # Said again only when it changes: an answer to a key may stand there meanwhile.
            if words != self._trouble_said:
                self._trouble_said = words
                self.refresh_bindings()  # F8 works now
                self.desk.put(words, "bold $error")
        elif self._trouble_said:
            self._trouble_said = ""
            words = _("Everything is saved again: {file}").format(file=self.room.session.path)
            self.desk.say(words)

    # --- which keys work

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is possible now works, and stands in the footer and in the palette."""
        if self._end is None:  # Textual may ask before the screen is mounted
            return True
        if self.leaving.begun:
            return False
        if self.desk.state.phase == "closed":
            return action in ONCE_CLOSED
        if action in ("report", "go_home"):
            return False
        if action == "save_elsewhere" and not self.room.session.saving.trouble:
            return False
        return super().check_action(action, parameters) if self.desk.offers(action) else False

    def on_key(self, event: Key) -> None:
        """Say why a key does nothing at this moment: the help lists it all the same."""
        named = [
            binding.action.partition("(")[0]
            for place, keys in self._binding_chain
            if place is self
            for binding in keys.key_to_bindings.get(event.key, ())
        ]
        if not named or self.leaving.begun or any(self.check_action(one, ()) for one in named):
            return
        event.stop()
        if named[0] == "save_elsewhere":
            self.desk.say(_("The disk works: nothing has to be saved elsewhere."))
        else:
            self.desk.say_why_not(named[0])

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave the room; whoever asks for it, the session is paused and saved first."""
        if self.leaving.finished:
            return super().dismiss(result)
        self.run_worker(self.leaving.leave())
        return AwaitComplete()
