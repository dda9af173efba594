"""A rehearsal: the workshop screen with a simulated room; at its end the debrief opens."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.binding import BindingType

from mops_tui.model.replay.debrief import debrief
from mops_tui.sources.simulated.room import SPEEDS, Simulation
from mops_tui.storage.sessions import journal
from mops_tui.tui.destinations import CheckRoom
from mops_tui.tui.keys.registry import bindings
from mops_tui.tui.room import Room
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.workshop.simulated.ask_why import AskWhyScreen
from mops_tui.tui.screens.workshop.simulated.debrief import DebriefScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import participant_label
from mops_tui.words.safe import safe

STEP = 0.25
"""Seconds between two looks at the simulated room."""


class RehearsalScreen(WorkshopScreen):
    """You facilitate; the room is simulated."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("rehearsal")]
    KEY_GROUPS = ("rehearsal", "room", "timer", "write", "everywhere")
    SIMULATED = True

    def __init__(self, room: Room, simulation: Simulation) -> None:
        """Take the session and its people."""
        super().__init__(room)
        self._simulation = simulation
        self._debriefed = False

    def on_mount(self) -> None:
        """Let the people come in, and time pass for them."""
        self.set_interval(STEP, self._pass)
        words = _("A rehearsal: the room is simulated. {key} shows the keys.")
        if self._simulation.company.facts:
            words = _(
                "A rehearsal: the room is simulated. {notebook} tells of its company, {key} shows "
                "the keys."
            )
        keys = {"key": self.desk.key_of("help"), "notebook": self.desk.key_of("notes")}
        self.desk.say(words.format(**keys))

    def _pass(self) -> None:
        self._simulation.advance(STEP)
        if self.desk.state.phase == "closed" and not self._debriefed:
            self._debriefed = True
            self._debrief()

    def action_speed(self) -> None:
        """Turn the room's speed up, or back to human."""
        faster = SPEEDS.index(self._simulation.speed) + 1
        self._simulation.speed = speed = SPEEDS[faster % len(SPEEDS)]
        self.turned()
        self.desk.say(_("The room votes at {n} times human speed.").format(n=speed))

    def action_ask_missing(self) -> None:
        """Ask those who have not voted; who is real among them has to be asked aloud."""
        names = self._simulation.ask_missing()
        labels = [participant_label(self.desk.state, one) for one in self._simulation.real_missing]
        real = ", ".join(labels[:4])
        if names:
            words = _("You ask {names}.").format(names=", ".join(names[:4]))
        elif real:
            words = _("Everybody who is simulated has voted.")
        else:
            words = _("Everybody has voted.")
        if real:
            words = _("{said} Without a vote, and not simulated: {names}.").format(
                said=words, names=real
            )
        self.desk.say(words)

    def action_check_room(self) -> None:
        """See whether phones reach this laptop; where one has joined already, it does."""
        if self.room.served is None:
            self.go_to(CheckRoom())
        else:  # a phone has one seat at an address: that of the test would be in place of this one
            self.desk.say(
                _("The room is open to phones: once one has joined, you know that it works.")
            )

    def action_ask_why(self) -> None:
        """Ask the people of the room why, one after another."""
        ref = self.desk.state.view.name
        question = self.desk.state.question(ref)
        if question is not None:
            workshop = self.desk.state.workshop
            self.app.push_screen(AskWhyScreen(self._simulation, ref, question, workshop))

    @work
    async def action_disturb(self) -> None:
        """Let something happen: the facilitator chooses what."""
        left = self._simulation.disturbances
        if not left:
            self.desk.say(_("No disturbance is left."), "bold $warning")
            return
        answers = tuple((one.id, safe(one.text)) for one in left)
        chosen = await self.app.push_screen_wait(ChooseScreen(_("What happens?"), "", answers))
        happening = self._simulation.disturb(chosen) if chosen else None
        if happening is not None:
            self.desk.say(safe(happening.text), "bold $warning")

    @work
    async def _debrief(self) -> None:
        await self.room.settled()
        reading = journal.read(self.room.session.path)
        remarks = debrief(reading.header, reading.events)
        self.app.push_screen(DebriefScreen(remarks, self.room.saved_for("facilitator")))
