"""The facilitator's keys for going on, looking back, and looking at things another way."""

from __future__ import annotations

from dataclasses import replace

from mops_tui.model import commands as cmd
from mops_tui.model.flow import Advance, advance, back, forth
from mops_tui.model.grid import summary
from mops_tui.model.pace import pace
from mops_tui.model.state import View
from mops_tui.model.undo import last_group
from mops_tui.tui.screens.workshop_keys import RoomScreen
from mops_tui.tui.widgets.bodies.reveal import RevealBody
from mops_tui.tui.widgets.room_view import RoomView
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.undone import undone


class MoveKeys(RoomScreen):
    """Space, back, pages, rounds, grids, blank, undo.

    Attributes:
        asked: What space has just asked about: a second press does it.
    """

    asked: Advance | None = None

    def close_workshop(self) -> None:
        """End the workshop."""
        raise NotImplementedError

    def action_next(self) -> None:
        """The next thing; what should be asked for twice is."""
        if self.state.view.back and not self.state.blanked:
            step = forth(self.state)
            if step is not None:
                self.ask(step)
            return
        made = advance(self.state)
        if self.room.session.saving.trouble and any(
            isinstance(command, cmd.Reveal) for command in made.commands
        ):
            self.say(_("The reveal waits until every vote is saved."), "bold $error")
            return
        if made.ask and self.asked != made:
            self.asked = made
            self.turned()
            self.say(_questions(made), "bold $warning")
            return
        if made.ask == "close-session":
            self.close_workshop()
            return
        if self.ask(*made.commands):
            self._say_late()

    def _say_late(self) -> None:
        """Say it when a place is entered late, and what could be done about it."""
        now = pace(self.state, self.room.session.now())
        if now.late and self.state.view.of in ("brief", "question"):
            words = _("About {n} minutes late. The agenda, a, shows what could be dropped.")
            self.say(words.format(n=max(1, round(now.over / 60))), "$warning")

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
        state = self.room.seen.state
        rounds = state.rounds.get(state.view.name, ())
        shown = [r.number for r in rounds if r.phase == "revealed"]
        if shown:
            here = self.state.look.round or (rounds[-1].number)
            earlier = [n for n in shown if n < here]
            back_to = earlier[-1] if earlier else 0
            self.turn(replace(self.state.look, round=back_to))

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
        state = self.room.seen.state
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
        """Take the last thing back."""
        group = last_group(self.state)
        if self.ask(cmd.Undo()):
            self.say(undone(group[-1].event.kind))


def _questions(made: Advance) -> str:
    """What is asked before something goes on, in a sentence."""
    if made.ask == "votes-missing":
        return ngettext(
            "{n} vote is missing. Space again closes the vote.",
            "{n} votes are missing. Space again closes the vote.",
            made.missing,
        ).format(n=made.missing)
    if made.ask == "nobody-voted":
        return _("Nobody has voted: h hot seat, g call-outs. Space again goes on without.")
    if made.ask == "no-decision":
        return _("No decision is written down: d does it. Space again goes on without.")
    return _("Space again closes the workshop. Everything is saved.")
