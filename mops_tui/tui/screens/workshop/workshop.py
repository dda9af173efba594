"""The workshop screen: what the room looks at, and the facilitator's keys.

The screen shows; what a key does stands in `Moves`, `Votes`, `Writing`, `Timing` and `Leaving`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import Static

from mops_tui.storage.locking.presence import StagePresence
from mops_tui.tui.destinations import WriteReport
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.keys.registry import bindings
from mops_tui.tui.room import Room
from mops_tui.tui.screens.workshop.desk import Desk
from mops_tui.tui.screens.workshop.leaving import Leaving
from mops_tui.tui.screens.workshop.moves import Moves
from mops_tui.tui.screens.workshop.timer_keys import Timing
from mops_tui.tui.screens.workshop.votes import Votes
from mops_tui.tui.screens.workshop.writing import Writing
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.bodies.base import WIDE
from mops_tui.tui.widgets.bodies.reveal import STATISTICS
from mops_tui.tui.widgets.console import Console
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.room_frame import RoomFrame
from mops_tui.tui.widgets.tabs import PageTabs
from mops_tui.words.files.saving import not_saved
from mops_tui.words.i18n import _

TICK = 0.5
"""Seconds between two looks at the clock."""
STAGE_TICKS = 4
"""After so many ticks the screen looks whether a stage is open."""
ONCE_CLOSED = frozenset({"leave", "report", "help", "quit", "theme", "roll", "command_palette"})
"""What there is still to do once a workshop is closed."""


class WorkshopScreen(MopsScreen[None]):
    """One running workshop.

    Attributes:
        room: The session and how to ask it for things.
        desk: What its keys act on.
    """

    CSS_PATH = LATE_STYLES
    SIMULATED: ClassVar[bool] = False
    KEY_GROUPS: ClassVar[tuple[str, ...]] = ("room", "timer", "write", "everywhere")
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("room", "timer", "write"),
        *(binding for binding in bindings("home") if binding.id == "report"),
        Binding("up", "roll(-3)", show=False),
        Binding("down", "roll(3)", show=False),
        Binding("f5", "here", show=False),
    ]

    def __init__(self, room: Room) -> None:
        """Take the room."""
        super().__init__()
        self.room = room
        self.desk = Desk(self, room, simulated=self.SIMULATED)
        self.leaving = Leaving(self.desk, self)
        self._notes = Console()
        self._frame = RoomFrame(self._notes, keys=True)
        self._moves = Moves(self.desk, lambda: self._frame.pages, self.leaving.close_workshop)
        self._votes = Votes(self.desk)
        self._writing = Writing(self.desk)
        self._timing = Timing(self.desk)
        self._shown = room.seen
        self._trouble_said = ""
        self._staged = False
        self._ticks = 0
        self._end: Callable[[], None] | None = None

    # --- what it shows

    def compose(self) -> ComposeResult:
        """The bar, the room's view beside the timer, a line for words, the keys."""
        yield self._frame
        yield Static(id="message")
        yield Static(id="blank")
        yield Footer()

    def on_mount(self) -> None:
        """Follow the session, and the clock."""
        self._end = self.room.subscribe(self._changed)
        self.set_interval(TICK, self.tick)
        self._changed()

    def on_unmount(self) -> None:
        """Stop following."""
        if self._end is not None:
            self._end()
            self._end = None

    def _changed(self) -> None:
        """Something has happened: show what is durable of it."""
        if self._end is None:  # not mounted yet, or already gone
            return
        self._shown = self.room.seen
        self._frame.show(self._shown, self._shown.look, self.room.session.now())
        self._show_console()
        # Where there is a stage, that one is dark, and the facilitator's screen stays.
        self.desk.dark = self._shown.blanked and not self._staged
        self.set_class(self.desk.dark, "-blanked")
        self.desk.forget_stale()
        self._say_saving()
        self.refresh_bindings()

    def tick(self) -> None:
        """Let the clocks go on; ring once when the timer has run out."""
        t = self.room.session.now()
        self._frame.tick(self._shown, t)
        self._timing.ring(self._shown, t)
        self._say_saving()
        self._look_for_stage()

    def _look_for_stage(self) -> None:
        """Whether the room has a screen of its own: then this one is the facilitator's alone."""
        self._ticks += 1
        if self._ticks % STAGE_TICKS:
            return
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
        if action == "report":
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
            self.desk.say(_("The disk takes everything: nothing has to be saved elsewhere."))
        else:
            self.desk.say_why_not(named[0])

    # --- going on and looking

    def action_next(self) -> None:
        """The next thing."""
        self._moves.go_on()

    def action_here(self) -> None:
        """Back to where the work is."""
        self._moves.return_to_work()

    def action_back(self) -> None:
        """Look back by one place."""
        self._moves.look_back()

    def action_page(self) -> None:
        """Turn the page."""
        self._moves.turn_page()

    def action_statistics(self) -> None:
        """See the figures behind the findings."""
        self._moves.see_statistics()

    def on_page_tabs_chosen(self, event: PageTabs.Chosen) -> None:
        """The mouse has chosen a page."""
        if event.name == STATISTICS:
            self._moves.see_statistics()
        elif self.check_action("page", ()):
            self._moves.turn_to(event.name)

    def action_rounds(self) -> None:
        """Turn through the rounds."""
        self._moves.turn_round()

    def action_tell_first(self) -> None:
        """Tell the room who might speak first."""
        self._moves.tell_first()

    def action_tell_look_for(self) -> None:
        """Tell the room what to look for."""
        self._moves.tell_look_for()

    def action_quadrant(self) -> None:
        """Look at the next grid."""
        self._moves.see_grid()

    def action_why(self) -> None:
        """Explain the next mark."""
        self._moves.explain_mark()

    def action_blank(self) -> None:
        """Turn the screen dark, or back on."""
        self._moves.blank()

    def action_undo(self) -> None:
        """Take the last thing back."""
        self._moves.undo()

    def action_roll(self, by: int) -> None:
        """Scroll."""
        self._frame.roll(by)

    # --- voting

    @work
    async def action_hot_seat(self) -> None:
        """Open the hot seat: people vote one after another at this keyboard."""
        await self._votes.hot_seat()

    def action_call_out(self) -> None:
        """Key in what the room says."""
        self._votes.call_out()

    def action_reveal(self) -> None:
        """Close the vote and show it."""
        self._votes.reveal()

    def action_revote(self) -> None:
        """Another round."""
        self._votes.revote()

    def action_prompt(self) -> None:
        """Put the next prompt to the room."""
        self._votes.prompt()

    @work
    async def action_add_option(self) -> None:
        """Add an answer of the room's own."""
        await self._votes.add_option()

    def action_skip(self) -> None:
        """Skip this question."""
        self._votes.skip()

    def action_people(self) -> None:
        """Open the list of people."""
        self._votes.people()

    def action_agenda(self) -> None:
        """Open the agenda."""
        self._votes.agenda()

    @work
    async def action_cues(self) -> None:
        """What is for the facilitator alone."""
        await self._votes.cues()

    # --- the timer

    def action_timer(self) -> None:
        """Start the timer, or pause it."""
        self._timing.start_or_pause()

    def action_timer_more(self) -> None:
        """One more minute."""
        self._timing.extend()

    def action_timer_stop(self) -> None:
        """Put the timer away."""
        self._timing.stop()

    # --- writing down

    @work
    async def action_decision(self) -> None:
        """Write a decision down."""
        await self._writing.decision()

    @work
    async def action_act(self) -> None:
        """Write an action down."""
        await self._writing.action()

    @work
    async def action_parking(self) -> None:
        """Park a thing."""
        await self._writing.note("parking")

    @work
    async def action_note(self) -> None:
        """Write a note."""
        await self._writing.note("note")

    @work
    async def action_notes(self) -> None:
        """Read everything that is written down, and amend one."""
        await self._writing.notes()

    @work
    async def action_save_elsewhere(self) -> None:
        """Carry on in another folder."""
        await self._writing.save_elsewhere()

    # --- leaving

    @work
    async def action_report(self) -> None:
        """Write the report of a workshop that is closed."""
        await self.room.settled()
        self.go_to(WriteReport(self.room.session.path))

    @work
    async def action_leave(self) -> None:
        """Return from looking back; else pause, or close."""
        if self.desk.state.view.back and self.desk.state.phase != "closed":
            self._moves.return_to_work()
        else:
            await self.leaving.ask_how()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave the room; whoever asks for it, the session is paused and saved first."""
        if self.leaving.finished:
            return super().dismiss(result)
        self.run_worker(self.leaving.leave())
        return AwaitComplete()
