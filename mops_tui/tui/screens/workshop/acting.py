"""What each key of a workshop does: a method for each, and the controller that does it.

The controllers are `Moves`, `Votes`, `Joining`, `Writing`, `Timing` and `Leaving`.
"""

from __future__ import annotations

from typing import ClassVar

from textual import work

from mops_tui.tui.destinations import ReviewReport
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.room import Room
from mops_tui.tui.screens.workshop.desk import Desk
from mops_tui.tui.screens.workshop.joining import Joining
from mops_tui.tui.screens.workshop.last_time import LastTime
from mops_tui.tui.screens.workshop.leaving import Leaving
from mops_tui.tui.screens.workshop.moves import Moves
from mops_tui.tui.screens.workshop.naming import Naming
from mops_tui.tui.screens.workshop.timer_keys import Timing
from mops_tui.tui.screens.workshop.votes import Votes
from mops_tui.tui.screens.workshop.writing import Writing
from mops_tui.tui.widgets.bodies.reveal import STATISTICS
from mops_tui.tui.widgets.room_frame import RoomFrame
from mops_tui.tui.widgets.tabs import PageTabs


class ActingScreen(MopsScreen[None]):
    """A screen with the keys of a workshop; what it shows, another class says.

    Attributes:
        room: The session and how to ask it for things.
        desk: What its keys act on.
        leaving: How it is left.
        joining: How it is opened to phones.
    """

    SIMULATED: ClassVar[bool] = False
    _frame: RoomFrame

    def __init__(self, room: Room) -> None:
        """Take the room."""
        super().__init__()
        self.room = room
        self.desk = Desk(self, room, simulated=self.SIMULATED)
        self.leaving = Leaving(self.desk, self)
        self._moves = Moves(self.desk, lambda: self._frame.pages, self.leaving.close_workshop)
        self._votes = Votes(self.desk)
        self._naming = Naming(self.desk)
        self.joining = Joining(self.desk, self)
        self._writing = Writing(self.desk)
        self._last_time = LastTime(self.desk)
        self._timing = Timing(self.desk)

    # --- going on and looking

    def action_next(self) -> None:
        """The next thing; where the room names something first, that."""
        if self._naming.wants_subject():
            self._name_first()
        else:
            self._moves.go_on()

    @work(exclusive=True, group="subject")
    async def _name_first(self) -> None:
        if await self._naming.name_subject():
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
        await self._naming.add_option()

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

    @work
    async def action_join(self) -> None:
        """Open the room to phones, or show how to join."""
        await self.joining.pressed()

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
        await self._writing.decision(self._writing.read_back())

    @work
    async def action_last_time(self) -> None:
        """Say what became of a decision, or an action, of the session before."""
        await self._last_time.follow_up()

    @work
    async def action_carry_over(self) -> None:
        """Make what is open of the session before actions of this one."""
        await self._last_time.carry_over()

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
    async def action_private_note(self) -> None:
        """Write a private note."""
        await self._writing.note("note", private=True)

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
        self.go_to(ReviewReport(self.room.session.path))

    @work
    async def action_leave(self) -> None:
        """Return from looking back; else pause, or close."""
        if self.desk.state.view.back and self.desk.state.phase != "closed":
            self._moves.return_to_work()
        else:
            await self.leaving.ask_how()

    def action_go_home(self) -> None:
        """Leave a workshop that is closed."""
        self.action_leave()
