"""The keys that turn what a replay shows: its page, its round, its grid, and what is behind it."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from mops_tui.model.agenda.flow import round_before
from mops_tui.model.agenda.grids import grids_with_marks
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Look
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.host import host_of
from mops_tui.tui.screens.dialogs.statistics import StatisticsScreen, is_revealed
from mops_tui.tui.widgets.bodies.reveal import STATISTICS
from mops_tui.tui.widgets.bodies.why import next_explained, nobody_leans
from mops_tui.tui.widgets.room_frame import RoomFrame
from mops_tui.tui.widgets.tabs import PageTabs
from mops_tui.words.i18n import _


class LookingScreen(MopsScreen[None]):
    """A screen that shows a moment; who watches may look at it otherwise than the room did."""

    def __init__(self) -> None:
        """Look as the room did."""
        super().__init__()
        self._turned: Look | None = None
        self._grid = ""

    @abstractmethod
    def seen(self) -> VisibleState:
        """The state at this moment, as it is shown."""

    @abstractmethod
    def seen_by_all(self) -> VisibleState:
        """The state at this moment, at the place where the room was, with everybody's votes."""

    @abstractmethod
    def show_moment(self) -> None:
        """Show this moment."""

    @abstractmethod
    def show_switched(self) -> None:
        """Show it after a key that switches back, or goes round, when it comes once more."""

    def _looked(self, state: VisibleState) -> Look:
        """How the room looked, unless who watches has turned the page meanwhile."""
        return self._turned if self._turned is not None else state.look

    def action_turn(self) -> None:
        """Turn the page of a revealed question."""
        pages = self.query_one(RoomFrame).pages
        look = self._looked(self.seen())
        if len(pages) < 2:
            self.notify(_("Only a question that is revealed has pages to turn."), markup=False)
            return
        index = pages.index(look.page) if look.page in pages else 0
        self._turned = replace(look, page=pages[(index + 1) % len(pages)])
        self.show_moment()

    def on_page_tabs_chosen(self, event: PageTabs.Chosen) -> None:
        """The mouse has chosen a page."""
        if event.name == STATISTICS:
            self.action_see_statistics()
        for page in self.query_one(RoomFrame).pages:
            if page == event.name:
                self._turned = replace(self._looked(self.seen()), page=page)
                self.show_moment()

    def action_see_statistics(self) -> None:
        """See the figures behind the findings of the question in view, if it is revealed."""
        state = self.seen()
        look = self._looked(state)
        if is_revealed(state, look):
            self.app.push_screen(StatisticsScreen(state, look.round))
        else:
            self.notify(_("Only a question that is revealed has figures."), markup=False)

    def action_see_why(self) -> None:
        """On a quadrant: why the next mark stands where it does; after the last, the figures."""
        state = self.seen()
        look = self._looked(state)
        if state.view.of != "grid":
            words = _("Marks are explained on the page of the whole quadrant: {key}.")
            self.notify(words.format(key=host_of(self).key_of("see_grid")), markup=False)
            return
        mark = next_explained(state, look)
        if mark is None:
            self.notify(nobody_leans(), markup=False)
            return
        self._turned = replace(look, mark=mark)
        self.show_moment()

    def action_other_round(self) -> None:
        """The round before, or the latest again."""
        state = self.seen()
        look = self._looked(state)
        turned = round_before(state, look)
        if turned == look.round:
            self.notify(_("No other round is revealed here."), markup=False)
            return
        self._turned = replace(look, round=turned)
        self.show_switched()

    def action_see_grid(self) -> None:
        """Look at the next grid at this moment; after the last, at what the room saw."""
        grids = grids_with_marks(self.seen_by_all())
        if not grids:
            self.notify(_("Nobody has a mark on a grid."), markup=False)
        at = grids.index(self._grid) + 1 if self._grid in grids else 0
        self._grid = grids[at] if at < len(grids) else ""
        self.show_switched()
