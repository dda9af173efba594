"""The ways out of a workshop: pausing it, closing it, and what has to be saved before."""

from __future__ import annotations

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.commands import Command
from mops_tui.model.session.state import View
from mops_tui.tui.door import Door
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.dialogs.unsaved import before_losing
from mops_tui.tui.screens.workshop.desk import Desk
from mops_tui.tui.unsaved import WAITING_SECONDS
from mops_tui.words.files.saving import leaving_waits, where_kept
from mops_tui.words.i18n import _, ngettext


class Leaving:
    """Leaves a workshop once, however often it is asked to.

    Attributes:
        begun: The workshop is being left: no key does anything more.
        finished: Everything is saved, here or elsewhere, and the file is released.
    """

    def __init__(self, desk: Desk, screen: Door[None]) -> None:
        """Take the desk, and the screen that is left."""
        self.begun = self.finished = False
        self._desk = desk
        self._screen = screen

    async def ask_how(self) -> None:
        """Pause, or close for good? Once it is closed there is nothing to ask."""
        if self._desk.state.phase == "closed":
            await self.go_home()
            return
        answers = (
            ("pause", _("Pause and go home: resume at any time")),
            ("close", _("Close the workshop for good")),
            ("stay", _("Stay")),
        )
        chosen = await self._desk.answer_of(
            ChooseScreen(_("Pause or close the workshop?"), self._hidden_votes(), answers)
        )
        if chosen == "close":
            self.close_workshop()
        elif chosen == "pause":
            await self.go_home()

    def _hidden_votes(self) -> str:
        """A word of warning while votes are in that nobody has seen."""
        rounds = (rounds[-1] for rounds in self._desk.state.rounds.values())
        hidden = sum(one.voted for one in rounds if one.phase != "revealed")
        if not hidden:
            return ""
        return ngettext(
            "{n} vote is in and not revealed. Once closed, it stays hidden.",
            "{n} votes are in and not revealed. Once closed, they stay hidden.",
            hidden,
        ).format(n=hidden)

    def close_workshop(self) -> None:
        """End the workshop, on its summary."""
        elsewhere = self._desk.state.place.of != "workshop"
        show: tuple[Command, ...] = (cmd.Show(View("workshop")),) if elsewhere else ()
        if self._desk.ask(*show, cmd.Close()):
            words = _("Closed and saved: {file}").format(file=self._desk.room.session.path.name)
            self._screen.run_worker(self._desk.say_saved(words, "bold $success"))

    async def go_home(self) -> None:
        """Leave; while the disk refuses, ask before."""
        if self._desk.room.unsaved:
            before_losing(self._screen.host, self._desk.room, self.leave)
        else:
            await self.leave()

    async def leave(self) -> None:
        """Pause the workshop, save it, and leave its screen."""
        if self.begun:
            return
        self.begun = True
        room, host = self._desk.room, self._screen.host
        self._desk.say(_("Leaving …"))
        waiting = self._screen.set_timer(WAITING_SECONDS, self._say_waiting)
        if not await room.finish():
            host.notify(where_kept(room.rescue), severity="error", timeout=20)
        waiting.stop()
        host.room, host.left = None, room.session.path
        self.finished = True
        self._screen.close_above()  # whatever was opened while the disk took its time
        self._screen.dismiss()

    def _say_waiting(self) -> None:
        self._desk.say(leaving_waits(self._desk.room.session.saving), "bold $warning")
