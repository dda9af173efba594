"""Voting, and people and the agenda beside it."""

from __future__ import annotations

from dataclasses import replace

from mops_tui.model.agenda.flow import reveal, skip, vote_again
from mops_tui.model.session import commands as cmd
from mops_tui.storage.locking.presence import StagePresence
from mops_tui.tui.screens.dialogs.agenda import AgendaScreen
from mops_tui.tui.screens.dialogs.call_out import CallOutScreen
from mops_tui.tui.screens.dialogs.confirm import ConfirmScreen
from mops_tui.tui.screens.dialogs.hot_seat import HotSeatScreen
from mops_tui.tui.screens.dialogs.people import PeopleScreen
from mops_tui.tui.screens.workshop.cues import CuesScreen
from mops_tui.tui.screens.workshop.desk import Desk
from mops_tui.words.i18n import _


class Votes:
    """Hot seat, call-outs, reveal, rounds; people and agenda beside them."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk."""
        self._desk = desk

    async def hot_seat(self) -> None:
        """Open the hot seat, once nobody but the person at the keyboard sees the screen."""
        self._desk.say("")
        ref = self._desk.state.view.name
        staged = StagePresence(self._desk.room.session.path).is_open()
        if not staged and not self._desk.room.seat_unseen:
            sure = ConfirmScreen(
                _("Does the room see this screen?"),
                _(
                    "In the hot seat a ballot is on this screen while it is filled in: on a "
                    "projector the whole room reads it. Switch the projector off or turn the "
                    "screen away. With a projector window of its own (mops-tui stage) this is "
                    "not asked."
                ),
                yes=_("Go on: only the person at the keyboard sees it"),
                no=_("Not yet"),
                careful=True,
            )
            if not await self._desk.answer_of(sure):
                return
            self._desk.room.seat_unseen = True
        # The vote may be over by now.
        if self._desk.offers("hot_seat") and self._desk.state.view.name == ref:
            self._desk.open_screen(HotSeatScreen(self._desk.room, ref))

    def call_out(self) -> None:
        """Key in what the room says; ballots for the kinds that no tally can serve."""
        ref = self._desk.state.view.name
        answers = self._desk.state.answers(ref)
        round_ = self._desk.state.round(ref)
        if answers is None or round_ is None:
            return
        self._desk.say("")
        if answers.categories:
            self._desk.open_screen(CallOutScreen(self._desk.room, ref))
        elif round_.phase == "open":
            self._desk.open_screen(HotSeatScreen(self._desk.room, ref, via="called"))

    def reveal(self) -> None:
        """Close the vote and show it; where the space bar asks once more, so does this."""
        ref = self._desk.state.view.name
        self._desk.carry_out(lambda state: reveal(state, ref), "reveal")

    def revote(self) -> None:
        """Another round; a vote that was closed and not revealed is opened again."""
        ref = self._desk.state.view.name
        command = vote_again(self._desk.state, ref)
        if self._desk.ask(command) and isinstance(command, cmd.OpenRound):
            words = _("A new round. {key} takes it back while nobody has voted in it.")
            self._desk.say(words.format(key=self._desk.key_of("undo")))

    def prompt(self) -> None:
        """Put the next prompt to the room; after the last, none."""
        ref = self._desk.state.view.name
        question = self._desk.state.workshop.question(ref)
        if question is None or not question.prompts:
            self._desk.say(_("This question has no prompts."))
            return
        ids = [prompt.id for prompt in question.prompts]
        shown = self._desk.state.view.prompt
        at = ids.index(shown) + 1 if shown in ids else 0
        if self._desk.ask(cmd.ShowPrompt(ref, ids[at] if at < len(ids) else "")):
            self._desk.turn(replace(self._desk.state.look, page="talk"))

    def skip(self) -> None:
        """Skip this question and go on."""
        ref = self._desk.state.view.name
        if ref in self._desk.state.skipped:
            return
        if self._desk.carry_out(lambda state: skip(state, ref), "skip"):
            words = _("Skipped. {undo} takes it back; so does x in the agenda, {agenda}.")
            keys = {action: self._desk.key_of(action) for action in ("undo", "agenda")}
            self._desk.say(words.format(**keys))

    def people(self) -> None:
        """Open the list of people."""
        self._desk.open_screen(PeopleScreen(self._desk.room))

    def agenda(self) -> None:
        """Open the agenda."""
        self._desk.open_screen(AgendaScreen(self._desk.room))

    async def cues(self) -> None:
        """What is for the facilitator alone, once the room may see this screen."""
        if not self._desk.room.may_see_cues:
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
            if not await self._desk.answer_of(sure):
                return
            self._desk.room.may_see_cues = True
        seen = self._desk.room.saved_for("facilitator")
        self._desk.open_screen(CuesScreen(seen, self._desk.room.session.now()))
