"""Going on, looking back, and looking at things another way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mops_tui.model.agenda.agenda import passed_over
from mops_tui.model.agenda.flow import advance, back, round_before
from mops_tui.model.agenda.grids import grids_left_out, grids_with_marks
from mops_tui.model.results.tallies import result
from mops_tui.model.results.voices import voices
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.events import FIRST, LOOK_FOR, Page
from mops_tui.model.session.state import View
from mops_tui.tui.screens.dialogs.statistics import StatisticsScreen
from mops_tui.tui.screens.workshop.desk import Desk
from mops_tui.tui.widgets.bodies.why import next_explained, nobody_leans
from mops_tui.tui.widgets.console import late_words
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import left_out


class Moves:
    """Space, back, pages, rounds, grids, blank, undo."""

    def __init__(
        self, desk: Desk, pages: Callable[[], tuple[Page, ...]], close: Callable[[], None]
    ) -> None:
        """Take what they act on.

        Args:
            desk: The desk.
            pages: The pages of the question that is shown.
            close: Ends the workshop.
        """
        self._desk = desk
        self._pages = pages
        self._close = close

    def go_on(self) -> None:
        """The next thing; what should be asked for twice is."""
        desk = self._desk
        looked_back, before = desk.state.view.back, desk.state.place
        if advance(desk.state).ask == "close-session":
            desk.carry_out(advance, "next", self._close)
        elif desk.carry_out(advance, "next") and not looked_back:
            self._say_late()
            self._say_left_out(before)

    def _say_left_out(self, before: View) -> None:
        """Say it where a grid was to come on which nobody has a mark."""
        state = self._desk.state
        for name in passed_over(state, before):
            grid = state.workshop.grid(name)
            if grid is not None:
                self._desk.say(left_out(grid))

    def _say_late(self) -> None:
        """Say it when a place is entered late, and what could be done; to the facilitator alone."""
        room = self._desk.room
        if room.may_see_cues and self._desk.state.view.of in ("brief", "question"):
            words = late_words(room.facilitator_view, room.session.now(), self._desk.key_of)
            if words:
                self._desk.say(words, "$warning")

    def return_to_work(self) -> None:
        """Back to where the work is, from looking back or from a dark screen."""
        if self._desk.state.blanked:
            self._desk.ask(cmd.Blank(on=False))
        elif self._desk.state.view.back:
            self._show_place()

    def _show_place(self) -> None:
        self._desk.ask(cmd.Show(replace(self._desk.state.place, back=False, prompt="")))

    def look_back(self) -> None:
        """Look back by one place."""
        show = back(self._desk.state)
        if show is not None:
            self._desk.ask(show)
            words = _("Looking back. {key} goes forward again, F5 returns at once.")
            self._desk.say(words.format(key=self._desk.key_of("next")))

    def turn_page(self) -> None:
        """Turn the page of a revealed question."""
        pages, look = self._pages(), self._desk.state.look
        at = pages.index(look.page) if look.page in pages else 0
        self._desk.turn(replace(look, page=pages[(at + 1) % len(pages)]))

    def turn_to(self, page: str) -> None:
        """Turn to a page of a revealed question, by its name."""
        for one in self._pages():
            if one == page:
                self._desk.turn(replace(self._desk.state.look, page=one))

    def see_statistics(self) -> None:
        """The figures behind the findings, over the room's view."""
        state = self._desk.room.seen
        self._desk.open_screen(StatisticsScreen(state, state.look.round))

    def turn_round(self) -> None:
        """Turn through the revealed rounds."""
        state, look = self._desk.room.seen, self._desk.state.look
        if any(one.phase == "revealed" for one in state.rounds.get(state.view.name, ())):
            # What was put before the room was about the round that it looked at then.
            self._desk.turn(replace(look, round=round_before(state, look), told=()))

    def tell_first(self) -> None:
        """Put before the room who might speak first, or take it away."""
        state = self._desk.room.saved_for("facilitator")
        shown = result(state, state.view.name, state.look.round or None)
        if shown is None or not voices(state, shown):
            self._desk.say(_("Nobody's answer stands apart from the others here."))
            return
        words = _("The room sees who might speak first. {key} hides it.")
        self._tell(FIRST, words.format(key=self._desk.key_of("tell_first")))

    def tell_look_for(self) -> None:
        """Put before the room what to look for in the answers, or take it away."""
        question = self._desk.state.question(self._desk.state.view.name)
        if question is None or not question.look_for:
            self._desk.say(_("This question does not say what to look for."))
            return
        words = _("The room sees what to look for. {key} hides it.")
        self._tell(LOOK_FOR, words.format(key=self._desk.key_of("tell_look_for")))

    def _tell(self, what: str, words: str) -> None:
        """Put something before the room, on a page where it can be read; or take it away."""
        look = self._desk.state.look
        if what in look.told:
            told = tuple(one for one in look.told if one != what)
            self._desk.turn(replace(look, told=told))
            return
        shown = look.page == "talk" or (look.page == "votes" and what == FIRST)
        page: Page = look.page if shown else "talk"
        self._desk.turn(replace(look, page=page, told=(*look.told, what)))
        self._desk.say(words)

    def see_grid(self) -> None:
        """Look at the next grid; after the last, back to the work."""
        state = self._desk.state
        grids = grids_with_marks(state)
        if not grids:
            kept = [
                left_out(grid) for grid in state.workshop.grids if grid.id in grids_left_out(state)
            ]
            self._desk.say(" ".join(kept) or _("No scenario of this workshop has a grid."))
            return
        view = self._desk.state.view
        following = grids.index(view.name) + 1 if view.name in grids else 0
        if following < len(grids):
            self._desk.ask(cmd.Show(View("grid", grids[following], back=True)))
        else:
            self._show_place()

    def explain_mark(self) -> None:
        """Explain the next mark; after the last, the figures again."""
        state, look = self._desk.room.seen, self._desk.state.look
        mark = next_explained(state, look)
        if mark is None:
            self._desk.say(nobody_leans())
            return
        self._desk.turn(replace(look, mark=mark))

    def blank(self) -> None:
        """Turn the screen dark, or back on."""
        self._desk.ask(cmd.Blank(on=not self._desk.state.blanked))

    def undo(self) -> None:
        """Take the last thing back, and say what it was."""
        self._desk.undo()
