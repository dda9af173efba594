"""The facilitator's keys for going on, looking back, and looking at things another way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from mops_tui.model.agenda.flow import Advance, advance, back
from mops_tui.model.results.grid import summary
from mops_tui.model.results.tallies import result
from mops_tui.model.results.voices import voices
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.events import FIRST, LOOK_FOR, Page
from mops_tui.model.session.state import View, WorkshopState
from mops_tui.model.session.undo import last_group
from mops_tui.tui.screens.workshop.keys import RoomScreen
from mops_tui.tui.widgets.bodies.reveal import RevealBody
from mops_tui.tui.widgets.console import late_words
from mops_tui.tui.widgets.room_view import RoomView
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.undone import undone


@dataclass(frozen=True)
class Asked:
    """A question that waits for a second press.

    Attributes:
        plan: What it came from.
        key: The key that was pressed, in words.
        made: What would be done.
    """

    plan: Callable[[WorkshopState], Advance]
    key: str
    made: Advance

    @property
    def now(self) -> tuple[str, Advance]:
        """The key and what it would do: both have to be the same the second time."""
        return self.key, self.made


class MoveKeys(RoomScreen):
    """Space, back, pages, rounds, grids, blank, undo.

    Attributes:
        asked: What was just asked about: a second press of its key does it.
    """

    asked: Asked | None = None

    def close_workshop(self) -> None:
        """End the workshop."""
        raise NotImplementedError

    def action_next(self) -> None:
        """The next thing; what should be asked for twice is."""
        looked_back = self.state.view.back
        if advance(self.state).ask == "close-session":
            self.go(advance, "next", self.close_workshop)
        elif self.go(advance, "next") and not looked_back:
            self._say_late()

    def go(
        self,
        plan: Callable[[WorkshopState], Advance],
        action: str,
        act: Callable[[], None] | None = None,
    ) -> bool:
        """Do what a plan says; what it asks about is done at the second press of the same key.

        Every way to close a vote, or to show it, comes through here.

        Args:
            plan: The next thing from a state; asked anew whenever something has changed.
            action: What was asked for; its key is named where it has to be pressed again.
            act: Does it, where asking for the plan's commands is not all of it.

        Returns:
            Whether it was done.
        """
        made, key = plan(self.state), self.key_of(action)
        refused = self.room.refuses(*made.commands)
        if refused:  # said at once, not after it was asked about
            self.say(refused, "bold $error")
            return False
        if made.ask and (self.asked is None or self.asked.now != (key, made)):
            self.say(asked_words(made, key), "bold $warning")
            self.asked = Asked(plan, key, made)
            self.turned()
            return False
        if act is not None:
            act()
            return True
        return self.ask(*made.commands)

    def forget_stale(self) -> None:
        """Something has come in meanwhile: what was asked about may be no longer so."""
        if self.asked is not None and self.asked.plan(self.state) != self.asked.made:
            self.asked = None
            self.say("")

    def _say_late(self) -> None:
        """Say it when a place is entered late, and what could be done; to the facilitator alone."""
        if self.room.may_see_cues and self.state.view.of in ("brief", "question"):
            words = late_words(self.room.facilitator_view, self.room.session.now())
            if words:
                self.say(words, "$warning")

    def action_here(self) -> None:
        """Back to where the work is, from looking back or from a dark screen."""
        if self.state.blanked:
            self.ask(cmd.Blank(on=False))
        elif self.state.view.back:
            self.ask(cmd.Show(replace(self.state.place, back=False, prompt="")))

    def action_back(self) -> None:
        """Look back by one place."""
        step = back(self.state)
        if step is not None:
            self.ask(step)
            self.say(_("Looking back. Space goes forward again, F5 returns at once."))

    def action_page(self) -> None:
        """Turn the page of a revealed question."""
        body = self.query_one(RoomView).body
        pages = body.pages if isinstance(body, RevealBody) else ("votes",)
        here = pages.index(self.state.look.page) if self.state.look.page in pages else 0
        self.turn(replace(self.state.look, page=pages[(here + 1) % len(pages)]))

    def action_rounds(self) -> None:
        """Turn through the revealed rounds."""
        state = self.room.seen
        rounds = state.rounds.get(state.view.name, ())
        shown = [r.number for r in rounds if r.phase == "revealed"]
        if shown:
            here = self.state.look.round or (rounds[-1].number)
            earlier = [n for n in shown if n < here]
            back_to = earlier[-1] if earlier else 0
            # What was put before the room was about the round that it looked at then.
            self.turn(replace(self.state.look, round=back_to, told=()))

    def action_tell_first(self) -> None:
        """Put before the room who might speak first, or take it away."""
        desk = self.room.saved_for("facilitator")
        found = result(desk, desk.view.name, desk.look.round or None)
        if found is None or not voices(desk, found):
            self.say(_("Nobody stands apart from the others here."))
            return
        words = _("The room sees who might speak first. {key} takes it away.")
        self._tell(FIRST, words.format(key=self.key_of("tell_first")))

    def action_tell_look_for(self) -> None:
        """Put before the room what to look for in the answers, or take it away."""
        question = self.state.question(self.state.view.name)
        if question is None or not question.look_for:
            self.say(_("This question does not say what to look for."))
            return
        words = _("The room sees what to look for. {key} takes it away.")
        self._tell(LOOK_FOR, words.format(key=self.key_of("tell_look_for")))

    def _tell(self, what: str, words: str) -> None:
        """Put something before the room, on a page where it can be read; or take it away."""
        look = self.state.look
        if what in look.told:
            self.turn(replace(look, told=tuple(one for one in look.told if one != what)))
            return
        shown = look.page == "talk" or (look.page == "votes" and what == FIRST)
        page: Page = look.page if shown else "talk"
        self.turn(replace(look, page=page, told=(*look.told, what)))
        self.say(words)

    def action_roll(self, by: int) -> None:
        """Scroll."""
        self.query_one(RoomView).roll(by)

    def action_quadrant(self) -> None:
        """Look at the next grid; after the last, back to the work."""
        grids = [grid.id for grid in self.state.workshop.grids]
        if not grids:
            self.say(_("No scenario of this workshop has a grid."))
            return
        view = self.state.view
        at = grids.index(view.name) + 1 if view.of == "grid" else 0
        if at < len(grids):
            self.ask(cmd.Show(View("grid", grids[at], back=True)))
        else:
            self.ask(cmd.Show(replace(self.state.place, back=False, prompt="")))

    def action_why(self) -> None:
        """Explain the next mark; after the last, the figures again."""
        state = self.room.seen
        found = summary(state, state.view.name)
        people = [mark.participant for mark in found.leaning] if found else []
        if not people:
            self.say(_("Nobody leans anywhere yet: a mark takes three answers on an axis."))
            return
        at = people.index(self.state.look.mark) + 1 if self.state.look.mark in people else 0
        self.turn(replace(self.state.look, mark=people[at] if at < len(people) else ""))

    def action_blank(self) -> None:
        """Turn the screen dark, or back on."""
        self.ask(cmd.Blank(on=not self.state.blanked))

    def action_undo(self) -> None:
        """Take the last thing back, and say what it was."""
        before = self.state
        if self.ask(cmd.Undo()):
            self.say(undone(before, last_group(before)))


def asked_words(made: Advance, key: str) -> str:
    """What is asked before something goes on, in a sentence.

    Args:
        made: What would be done.
        key: The key that does it when it is pressed once more, in words.
    """
    reveals = any(isinstance(command, cmd.Reveal) for command in made.commands)
    if made.ask == "votes-missing" and reveals:
        words = ngettext(
            "{n} vote is missing. {key} again closes the vote and reveals it.",
            "{n} votes are missing. {key} again closes the vote and reveals it.",
            made.missing,
        )
    elif made.ask == "votes-missing":
        words = ngettext(
            "{n} vote is missing. {key} again closes the vote.",
            "{n} votes are missing. {key} again closes the vote.",
            made.missing,
        )
    elif made.ask == "votes-hidden":
        words = ngettext(
            "{n} vote is in and not revealed. {key} again skips the question all the same.",
            "{n} votes are in and not revealed. {key} again skips the question all the same.",
            made.missing,
        )
    elif made.ask == "nobody-voted" and reveals:
        words = _("Nobody has voted: h hot seat, g call-outs. {key} again reveals it empty.")
    elif made.ask == "nobody-voted":
        words = _("Nobody has voted: h hot seat, g call-outs. {key} again goes on without.")
    elif made.ask == "no-decision":
        words = _("No decision is written down: d does it. {key} again goes on without.")
    else:
        words = _("{key} again closes the workshop. Everything is saved.")
    return words.format(n=made.missing, key=key)
