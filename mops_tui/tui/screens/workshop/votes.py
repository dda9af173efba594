"""The facilitator's keys around voting."""

from __future__ import annotations

from dataclasses import replace

from textual import work

from mops_tui.model.agenda.flow import reveal, skip
from mops_tui.model.session import commands as cmd
from mops_tui.storage.locking.presence import StagePresence
from mops_tui.tui.screens.dialogs.agenda import AgendaScreen
from mops_tui.tui.screens.dialogs.call_out import CallOutScreen
from mops_tui.tui.screens.dialogs.confirm import ConfirmScreen
from mops_tui.tui.screens.dialogs.cues import CuesScreen
from mops_tui.tui.screens.dialogs.forms import Field, FormScreen
from mops_tui.tui.screens.dialogs.hot_seat import HotSeatScreen
from mops_tui.tui.screens.dialogs.people import PeopleScreen
from mops_tui.tui.screens.workshop.keys import RoomScreen
from mops_tui.words.i18n import _


class VoteKeys(RoomScreen):
    """Hot seat, call-outs, reveal, rounds; people and agenda beside them."""

    @work
    async def action_hot_seat(self) -> None:
        """Open the hot seat, once nobody but the person at the keyboard sees the screen."""
        self.say("")
        ref = self.state.view.name
        staged = StagePresence(self.room.session.path).is_open()
        if not staged and not self.room.seat_unseen:
            sure = ConfirmScreen(
                _("Does the room see this screen?"),
                _(
                    "In the hot seat a ballot shows here while it is filled in: on a projector "
                    "the whole room reads it. Switch the projector off or turn the screen away. "
                    "With a stage the room has a screen of its own, and nothing is asked."
                ),
                yes=_("Go on: only the person at the keyboard sees it"),
                no=_("Not yet"),
                careful=True,
            )
            if not await self.app.push_screen_wait(sure):
                return
            self.room.seat_unseen = True
        if self.fits("hot_seat") and self.state.view.name == ref:  # the vote may be over by now
            self.app.push_screen(HotSeatScreen(self.room, ref))

    def action_call_out(self) -> None:
        """Key in what the room says; ballots for the kinds that no tally can serve."""
        ref = self.state.view.name
        answers = self.state.answers(ref)
        round_ = self.state.round(ref)
        if answers is None or round_ is None:
            return
        self.say("")
        if answers.categories:
            self.app.push_screen(CallOutScreen(self.room, ref))
        elif round_.phase == "open":
            self.app.push_screen(HotSeatScreen(self.room, ref, via="called"))

    def action_reveal(self) -> None:
        """Close the vote and show it; where the space bar asks once more, so does this."""
        ref = self.state.view.name
        self.go(lambda state: reveal(state, ref), "reveal")

    def action_revote(self) -> None:
        """Another round; a vote that was closed and not revealed is opened again."""
        ref = self.state.view.name
        round_ = self.state.round(ref)
        if round_ is not None and round_.phase == "closed":
            self.ask(cmd.ReopenRound(ref))
        elif self.ask(cmd.OpenRound(ref)):
            words = _("A new round. {key} takes it back while nobody has voted in it.")
            self.say(words.format(key=self.key_of("undo")))

    def action_prompt(self) -> None:
        """Put the next prompt to the room; after the last, none."""
        ref = self.state.view.name
        question = self.state.workshop.question(ref)
        if question is None or not question.prompts:
            self.say(_("This question has no prompts."))
            return
        ids = [prompt.id for prompt in question.prompts]
        shown = self.state.view.prompt
        at = ids.index(shown) + 1 if shown in ids else 0
        if self.ask(cmd.ShowPrompt(ref, ids[at] if at < len(ids) else "")):
            self.turn(replace(self.state.look, page="talk"))

    @work
    async def action_add_option(self) -> None:
        """Add an answer, or a wave, of the room's own."""
        ref = self.state.view.name
        fields = (Field("label", _("Its name"), hint=_("a few words"), needed=True),)
        values = await self.app.push_screen_wait(FormScreen(_("The room adds"), fields))
        if values is not None:
            self.ask(cmd.AddOption(ref, self.room.new_id("o"), values["label"]))

    def action_skip(self) -> None:
        """Skip this question and go on."""
        ref = self.state.view.name
        if ref in self.state.skipped:
            return
        if self.go(lambda state: skip(state, ref), "skip"):
            words = _("Skipped. {key} takes it back; so does x in the agenda, a.")
            self.say(words.format(key=self.key_of("undo")))

    def action_people(self) -> None:
        """Open the list of people."""
        self.app.push_screen(PeopleScreen(self.room))

    def action_agenda(self) -> None:
        """Open the agenda."""
        self.app.push_screen(AgendaScreen(self.room))

    @work
    async def action_cues(self) -> None:
        """What is for the facilitator alone, once the room may see this screen."""
        if not self.room.may_see_cues:
            sure = ConfirmScreen(
                _("Show the cues here?"),
                _(
                    "Cues are for you: who might speak first, what to look for, private hints. "
                    "Whoever sees this screen can read them; on a projector that is the whole room."
                ),
                yes=_("Show them: the room may see this screen"),
                no=_("Keep them hidden"),
                careful=True,
            )
            if not await self.app.push_screen_wait(sure):
                return
            self.room.may_see_cues = True
        seen = self.room.saved_for("facilitator")
        self.app.push_screen(CuesScreen(seen, self.room.session.now()))
