"""Home: run a workshop, or go on with one. What its keys do; the lists are `lists`."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import OptionList

from mops_tui.storage.sessions.summaries import SessionSummary, current
from mops_tui.tui import destinations as to
from mops_tui.tui.keys.registry import bindings
from mops_tui.tui.screens.home.lists import OWN_AGENDA, PRACTICE, ListsScreen
from mops_tui.words.i18n import _


class HomeScreen(ListsScreen):
    """The lists, and where their keys lead."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("home")]
    KEY_GROUPS = ("home", "everywhere")
    ALL_KEYS = True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click: run the workshop, or resume the session."""
        chosen = event.option_id or ""
        summary = self._sessions.get(chosen)
        if summary is not None and summary.rivals:
            self.go_to(to.ChooseCopy(summary))
        elif summary is not None and summary.finished:
            self.go_to(to.Reopen(summary.path))
        elif summary is not None:
            self.go_to(to.ResumeSession(summary.path))
        elif chosen == PRACTICE:
            self.action_practise()
        else:
            self.go_to(to.SetUpWorkshop("" if chosen == OWN_AGENDA else chosen))

    def action_run(self) -> None:
        """Open what is selected in the list that has the focus."""
        if isinstance(self.focused, OptionList):
            self.focused.action_select()

    def action_choose(self) -> None:
        """An agenda of one's own."""
        self.go_to(to.SetUpWorkshop())

    def action_practise(self) -> None:
        """Practise alone."""
        self.go_to(to.Practise())

    def action_rehearse(self) -> None:
        """Rehearse the selected workshop with a simulated room."""
        option = self.query_one("#workshops", OptionList).highlighted_option
        chosen = (option.id if option else "") or ""
        if chosen in self._packs:
            # Another day, another room: the votes of the last rehearsal are known by now.
            seed = len(self._sessions) + 7
            self.go_to(to.Rehearse(chosen, seed=seed))
        else:
            self.notify(_("Select a workshop first."), markup=False)

    def _selected(self) -> SessionSummary | None:
        listed = self.query_one("#sessions", OptionList)
        option = listed.highlighted_option if listed.has_focus else None
        return self._sessions.get(option.id or "") if option else None

    def action_replay(self) -> None:
        """Replay the selected session."""
        summary = self._selected()
        if summary is None:
            self.notify(_("Select a session first."), markup=False)
            return
        self.go_to(to.Replay(current(summary)))

    def action_compare(self) -> None:
        """Pick sessions, and lay them side by side."""
        summaries = tuple(summary for summary in self._sessions.values() if not summary.trouble)
        if len(summaries) < 2:
            self.notify(_("It takes two sessions to compare."), markup=False)
            return
        selected = self._selected()
        self.go_to(to.PickToCompare(summaries, selected.path if selected else None))

    def action_trend(self) -> None:
        """Follow every question through all sessions."""
        if not any(not summary.trouble for summary in self._sessions.values()):
            self.notify(_("There is no session yet."), markup=False)
            return
        self.go_to(to.ReadTrend())

    def action_open_actions(self) -> None:
        """List what is open over all workshops."""
        self.go_to(to.OpenActions())

    def action_report(self) -> None:
        """Review the selected session's report, and write it."""
        summary = self._selected()
        if summary is None:
            self.notify(_("Select a session first."), markup=False)
            return
        self.go_to(to.ReviewReport(current(summary)))

    def action_delete(self) -> None:
        """Delete the selected session, once it is confirmed."""
        summary = self._selected()
        if summary is None:
            self.notify(_("Select a session first."), markup=False)
            return
        self.go_to(to.Delete(summary))
